"""Components down, versions of the subject across, versions in the cells."""

from __future__ import annotations

import re
from dataclasses import replace

from mkdocs_compat.reading.component_names import component_name
from mkdocs_compat.reading.grid import Grid, GridCell
from mkdocs_compat.reading.layout import Layout
from mkdocs_compat.reading.layouts.reading import Context, ReadTable, Unread
from mkdocs_compat.reading.layouts.rows import read_rows
from mkdocs_compat.reading.named_versions import named_versions
from mkdocs_compat.reading.plain import identifier, plain
from mkdocs_compat.reading.version_columns import holds_versions

_MOVING = re.compile(
    r"\b(?:main|master|dev|develop|head|nightly|edge|next|latest|snapshot)\b", re.IGNORECASE
)


def is_transposed(grid: Grid) -> bool:
    """Tell whether all headers but the first are versions, and the first column has none.

    The cells hold versions then, or dates, of which `rows` makes what it can.
    """
    if len(grid.header) < 2 or not grid.rows:
        return False
    named = [named_versions(cell.raw) is not None for cell in grid.header[1:]]
    if len(grid.rows) == 1 and not (_is_name(grid.header[0]) and sum(named) > 1):
        return False
    others = (cell for cell, is_named in zip(grid.header[1:], named, strict=True) if not is_named)
    return (
        any(named)
        and all(_MOVING.search(cell.raw) for cell in others)
        and not any(holds_versions([cell]) for cell in grid.texts(0))
        and any(holds_versions(row.raw for row in rest) for _, *rest in grid.rows)
    )


def read_transposed(grid: Grid, context: Context) -> ReadTable | Unread:
    """Read a table as the rows that its columns are."""
    turned = grid.transposed()
    # `main` and `nightly` are no releases, so nobody can ask about them.
    rows = tuple((_version(row[0]), *row[1:]) for row in turned.rows if not _is_moving(row[0].raw))
    corner = turned.header[0]
    if not plain(corner.raw):
        named = {named.name for row in grid.header[1:] if (named := named_versions(row.raw))}
        if len(named) == 1 and (name := named.pop()):
            corner = corner._replace(raw=name)
    header = (corner, *turned.header[1:])
    found = read_rows(replace(turned, header=header, rows=rows), context)
    return replace(found, layout=Layout.TRANSPOSED) if isinstance(found, ReadTable) else found


def _is_name(cell: GridCell) -> bool:
    return bool(identifier(component_name(cell.raw)))


def _is_moving(raw: str) -> bool:
    return named_versions(raw) is None and _MOVING.search(raw) is not None


def _version(cell: GridCell) -> GridCell:
    named = named_versions(cell.raw)
    if named is None or named.versions == plain(cell.raw):
        return cell
    return cell._replace(raw=named.versions, exact=False)
