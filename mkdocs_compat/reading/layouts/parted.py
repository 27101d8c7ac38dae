"""Columns of several components whose cells name which versions are whose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mkdocs_compat.model.site import Flaw, FlawKind
from mkdocs_compat.ranges.notation import named_mentions
from mkdocs_compat.reading.columns import Column, ColumnReader
from mkdocs_compat.reading.grid import GridCell
from mkdocs_compat.reading.list_items import read_parts
from mkdocs_compat.reading.plain import plain

_BREAK = r"/|<br\s*/?>"
_SHARE = re.compile(rf"(?:(?!{_BREAK}).)+", re.IGNORECASE | re.DOTALL)
_ADDRESS = re.compile(r"\]\([^()]*\)|https?://\S+")


@dataclass(frozen=True, slots=True)
class Parted:
    """Columns of one component each, and what stands for their cells, by row and component."""

    columns: list[Column]
    cells: dict[tuple[int, int, str], GridCell]
    flaws: list[Flaw]


def parted(
    columns: Sequence[Column], rows: Sequence[Sequence[GridCell]], headers: ColumnReader
) -> Parted:
    """Divide columns such as *Requirements*, with cells such as `Kubernetes 1.20, Helm 3`.

    So are columns such as *Kubernetes / OpenShift* with cells such as `1.33 / 4.20`. A column whose
    cells name nothing is about all of its components alike, and stays whole.
    """
    found = Parted([], {}, [])
    for column in columns:
        cells = [row[column.index] for row in rows]
        is_named = any(_names(cell.raw) for cell in cells)
        is_shared = not is_named and _is_shared(column, cells)
        if len(column.names) < 2 or not (is_named or is_shared):
            found.columns.append(column)
            continue
        found.columns.extend(replace(column, names=(named,)) for named in column.names)
        for cell in cells:
            if is_named and not _names(cell.raw):
                continue
            if is_shared and len(_shares(cell.raw)) < 2:
                continue
            parts = _by_place(cell, column) if is_shared else _by_component(cell, column, headers)
            if parts is None:
                found.flaws.append(_not_understood(cell, column))
            for id_ in column.components:
                own = (parts or {}).get(id_, cell._replace(raw="", exact=False))
                found.cells[cell.row, cell.column, id_] = own
    return found


def _names(raw: str) -> bool:
    return any(name for name, _ in named_mentions(raw))


def _by_component(
    cell: GridCell, column: Column, headers: ColumnReader
) -> dict[str, GridCell] | None:
    """Return the part of a cell that each component has; None where that is not clear."""
    parts = {}
    for name, start, end in read_parts(cell.raw) or ():
        id_ = headers.identified(name)[0]
        if id_ in parts or id_ not in column.components:
            return None
        parts[id_] = _part(cell, start, end)
    return parts or None


def _is_shared(column: Column, cells: Sequence[GridCell]) -> bool:
    """Tell whether header and cells are divided alike: `Kubernetes / OpenShift`, `1.33 / 4.20`."""
    raw = column.cell.raw
    if "/" not in plain(raw) and "<br" not in raw.lower():
        return False
    return any(len(_shares(cell.raw)) == len(column.names) for cell in cells)


def _shares(raw: str) -> list[re.Match[str]]:
    """Return what slashes and breaks of lines divide a cell into."""
    masked = _ADDRESS.sub(lambda found: "_" * len(found[0]), raw)
    return [found for found in _SHARE.finditer(masked) if found[0].strip()]


def _by_place(cell: GridCell, column: Column) -> dict[str, GridCell] | None:
    """Return the part of a cell that each component has, in the order of the header."""
    shares = _shares(cell.raw)
    if len(shares) != len(column.components):
        return None
    parts = {}
    for id_, share in zip(column.components, shares, strict=True):
        start = share.start() + len(share[0]) - len(share[0].lstrip())
        end = share.start() + len(share[0].rstrip())
        parts[id_] = _part(cell, start, end)
    return parts


def _part(cell: GridCell, start: int, end: int) -> GridCell:
    """Return a stretch of a cell's text as a cell, placed there where the text is the author's."""
    place = cell.place
    if cell.exact:
        place = replace(place, column=place.column + start, end_column=place.column + end)
    return cell._replace(raw=cell.raw[start:end], place=place)


def _not_understood(cell: GridCell, column: Column) -> Flaw:
    ids = " and ".join(f"'{id_}'" for id_ in column.components)
    return Flaw(
        FlawKind.UNREAD_ITEM,
        cell.place,
        f"which versions of this cell are those of {ids} is not understood",
        "Write each name in front of its versions, with commas in between: 'Kubernetes 1.20+, "
        "Helm 3'.",
        loses=True,
    )
