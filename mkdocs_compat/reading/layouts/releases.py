"""A release with its dates in each row: the table feeds the releases of its subject."""

from __future__ import annotations

import re

from mkdocs_compat.model.site import Flaw, FlawKind
from mkdocs_compat.reading.dates import read_date
from mkdocs_compat.reading.grid import Grid
from mkdocs_compat.reading.layout import Layout
from mkdocs_compat.reading.layouts.reading import Context, ReadTable, Unread
from mkdocs_compat.reading.named_versions import named_versions
from mkdocs_compat.reading.plain import plain, slug
from mkdocs_compat.reading.roles import Role, date_role
from mkdocs_compat.reading.settings import ReleaseSettings
from mkdocs_compat.reading.version_columns import reads_as_versions

_FULL = re.compile(r"v?\d+\.\d+\.\d+(?![.x*])", re.IGNORECASE)
_LINE = re.compile(r"\.[x*]$", re.IGNORECASE)


def is_releases(grid: Grid) -> bool:
    """Tell whether the first column holds releases, another one dates, and no third versions."""
    if not grid.rows or not _date_columns(grid):
        return False
    if not all(_is_full(raw) for raw in grid.texts(0)):
        return False
    return not any(
        reads_as_versions(cell.raw, grid.texts(index))
        for index, cell in enumerate(grid.header)
        if index and index not in _date_columns(grid).values()
    )


def read_releases(grid: Grid, context: Context) -> ReadTable | Unread:
    """Read the releases of a table."""
    dates = _date_columns(grid)
    named_by_header, _ = context.headers.identified(grid.header[0].raw)
    id_ = context.subject or named_by_header or slug(context.headers.page_name)
    found = []
    for row in grid.rows:
        named = named_versions(row[0].raw)
        if named is None:
            continue
        released, ended = (
            read_date(row[dates[role]].raw) if role in dates else None
            for role in (Role.RELEASED, Role.END_OF_LIFE)
        )
        found.append(ReleaseSettings(named.versions, released, ended, row[0].place))
    if not id_ or not found:
        return Unread()
    if all(_LINE.search(each.version) for each in found):
        return Unread((_lines(grid, found[0].version),))
    return ReadTable((), (), Layout.RELEASES, releases=(id_, tuple(found)))


def _lines(grid: Grid, first: str) -> Flaw:
    return Flaw(
        FlawKind.AMBIGUOUS_HEADER,
        grid.place,
        f"this table lists lines such as '{first}', and no releases",
        "Take 'layout' out; releases are written in full, such as 22.1.0.",
    )


def _is_full(raw: str) -> bool:
    """Tell whether a cell names one release: a table of lines is about something else."""
    named = named_versions(raw)
    return named is not None and _FULL.match(named.versions) is not None


def _date_columns(grid: Grid) -> dict[Role, int]:
    """Return the columns of dates, by what the dates are."""
    found: dict[Role, int] = {}
    for index, cell in enumerate(grid.header):
        role = date_role(cell.raw)
        filled = [raw for raw in grid.texts(index) if plain(raw).strip("-–— ")]
        dated = sum(read_date(raw) is not None for raw in filled)
        if role is not None and index and 2 * dated > len(filled):
            found.setdefault(role, index)
    return found
