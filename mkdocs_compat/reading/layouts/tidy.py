"""Fills in what authors leave to the eye: headers over headers, headings in between, dittos."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mkdocs_compat.ranges.notation import mentions
from mkdocs_compat.reading.grid import Grid, GridCell
from mkdocs_compat.reading.plain import plain
from mkdocs_compat.reading.roles import bound_role

_DITTO = re.compile(r"[\"”〃″]|''|(?:the )?same(?: as above)?|ditto|id(?:em|\.)", re.IGNORECASE)


def tidied(grid: Grid, *, repeats: bool) -> Grid:
    """Return a table with one header, without headings between its rows, repetitions written out.

    Args:
        grid: The table.
        repeats: Whether blank cells stand for what is above them.
    """
    grid = _with_one_header(grid)
    rows = [row for row in grid.rows if not _is_heading(row)]
    filled: list[tuple[GridCell, ...]] = []
    for row in rows:
        above = filled[-1] if filled else None
        filled.append(row if above is None else _written_out(row, above, repeats=repeats))
    return replace(grid, rows=tuple(filled))


def _with_one_header(grid: Grid) -> Grid:
    """Join a second row of headers, which says of what the first one's blank headers speak."""
    if not grid.rows or all(plain(cell.raw) for cell in grid.header[1:]):
        return grid
    second = grid.rows[0]
    if any(mentions(cell.raw) for cell in second) or not any(bound_role(c.raw) for c in second):
        return grid
    header: list[GridCell] = []
    over = ""
    for upper, lower in zip(grid.header, second, strict=True):
        over = plain(upper.raw) or over
        header.append(replace(upper, raw=f"{over} {plain(lower.raw)}".strip(), exact=False))
    return replace(grid, header=tuple(header), rows=grid.rows[1:])


def _is_heading(row: Sequence[GridCell]) -> bool:
    """Tell whether a row says nothing but what the rows below it are about."""
    first, *rest = row
    text = plain(first.raw)
    if not text or any(character.isdigit() for character in text) or not rest:
        return False
    spans = all(cell.anchor == first.anchor for cell in rest)
    return spans or not any(plain(cell.raw) for cell in rest)


def _written_out(
    row: tuple[GridCell, ...], above: tuple[GridCell, ...], *, repeats: bool
) -> tuple[GridCell, ...]:
    return tuple(
        replace(cell, raw=upper.raw, exact=False) if _repeats(cell.raw, blanks=repeats) else cell
        for cell, upper in zip(row, above, strict=True)
    )


def _repeats(raw: str, *, blanks: bool) -> bool:
    text = plain(raw)
    return blanks if not text else _DITTO.fullmatch(text) is not None
