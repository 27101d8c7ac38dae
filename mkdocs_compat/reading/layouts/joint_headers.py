"""Several rows of headers read as one: *Kubernetes* over *min* and *max* is *Kubernetes min*."""

from __future__ import annotations

from dataclasses import replace

from mkdocs_compat.ranges.notation import mentions
from mkdocs_compat.reading.component_names import component_name
from mkdocs_compat.reading.grid import Grid, GridCell
from mkdocs_compat.reading.named_versions import named_versions
from mkdocs_compat.reading.plain import identifier, plain
from mkdocs_compat.reading.roles import bound_role, without_bound
from mkdocs_compat.reading.version_columns import holds_versions, is_version

# What stands in rows of versions without being one.
_NO_HEADERS = frozenset(
    [
        "any",
        "all",
        "dev",
        "idem",
        "latest",
        "main",
        "master",
        "n/a",
        "na",
        "none",
        "same",
        "same as above",
        "tbd",
        "unknown",
        "unsupported",
        "no",
        "yes",
    ]
)


def with_one_header(grid: Grid) -> Grid:
    """Return a table whose headers say all that stands above them, in HTML or in its first row."""
    if grid.above:
        above = [row for row in grid.above if len(set(row)) > 1]
        header = []
        for index, cell in enumerate(grid.header):
            uppers = [row[index] for row in above if index < len(row) and row[index] != cell.raw]
            header.append(_joined(uppers[-1], cell) if uppers else cell)
        return replace(grid, header=tuple(header))
    if not _continues(grid):
        return grid
    header = []
    over = ""
    for upper, lower in zip(grid.header, grid.rows[0], strict=True):
        over = plain(upper.raw) or over
        below = upper._replace(raw=lower.raw, exact=False)
        header.append(_joined(over, below) if plain(lower.raw) else upper._replace(raw=over))
    return replace(grid, header=tuple(header), rows=grid.rows[1:])


def _joined(upper: str, cell: GridCell) -> GridCell:
    """Return a header with what stands above it, unless it has a name of its own."""
    text = plain(cell.raw)
    named = named_versions(cell.raw)
    has_name = identifier(component_name(without_bound(text))) and text.casefold() != "to"
    if named.name if named is not None else has_name:
        return cell
    below = "up to" if text.casefold() == "to" else text
    return cell._replace(raw=f"{plain(upper)} {below}".strip(), exact=False)


def _continues(grid: Grid) -> bool:
    """Tell whether the first row goes on with the header.

    Cells of the header that are blank, or that repeat others, are parts of others then.
    """
    if len(grid.rows) < 2:
        return False
    first, *rest = grid.rows
    if all(plain(cell.raw) for cell in grid.header[1:]):
        texts = [plain(cell.raw) for cell in grid.header[1:]]
        below = [cell for cell in first[1:] if not _blank(cell)]
        are_ends = bool(below) and all(bound_role(cell.raw) for cell in below)
        if len(set(texts)) == len(texts) or not _blank(first[0]):
            return False
        if are_ends:
            return True
    if not any(mentions(cell.raw) for cell in first):
        blank = [index for index, cell in enumerate(grid.header) if index and _blank(cell)]
        return any(bound_role(cell.raw) for cell in first) or all(
            _is_header(first[index]) and holds_versions(row[index].raw for row in rest)
            for index in blank
        )
    # Versions of what stands over them, with marks below.
    across = [cell for cell in first[1:] if not _blank(cell)]
    marks = all(not mentions(cell.raw) for row in rest for cell in row[1:])
    return _blank(first[0]) and len(across) > 1 and marks and all(is_version(c.raw) for c in across)


def _blank(cell: GridCell) -> bool:
    return not plain(cell.raw)


def _is_header(cell: GridCell) -> bool:
    text = plain(cell.raw)
    return bool(identifier(text)) and text.casefold() not in _NO_HEADERS
