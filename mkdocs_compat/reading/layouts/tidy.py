"""Fills in what authors leave to the eye: headers over headers, headings in between, dittos."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mkdocs_compat.reading.grid import Grid, GridCell
from mkdocs_compat.reading.layouts.joint_headers import with_one_header
from mkdocs_compat.reading.plain import plain

_GAP = re.compile(r"\.{2,}|[…⋮]+")
_DITTO = re.compile(r"[\"”〃″↑↾⇑]|''|(?:the )?same(?: as above)?|ditto|id(?:em|\.)", re.IGNORECASE)


def tidied(grid: Grid, *, repeats: bool) -> Grid:
    """Return a table with one header, without headings between its rows, repetitions written out.

    Args:
        grid: The table.
        repeats: Whether blank cells stand for what is above them.
    """
    grid = with_one_header(grid)
    rows = [row for row in grid.rows if not (_is_heading(row) or _is_gap(row))]
    filled: list[tuple[GridCell, ...]] = []
    for row in rows:
        above = filled[-1] if filled else None
        filled.append(row if above is None else _written_out(row, above, repeats=repeats))
    return replace(grid, rows=tuple(filled))


def _is_heading(row: Sequence[GridCell]) -> bool:
    """Tell whether a row says nothing but what the rows below it are about."""
    first, *rest = row
    text = plain(first.raw)
    if not text or any(character.isdigit() for character in text) or not rest:
        return False
    spans = all(cell.anchor == first.anchor for cell in rest)
    return spans or not any(plain(cell.raw) for cell in rest)


def _is_gap(row: Sequence[GridCell]) -> bool:
    """Tell whether a row only says that rows are left out: `...`."""
    texts = {plain(cell.raw) for cell in row} - {""}
    return bool(texts) and all(_GAP.fullmatch(text) for text in texts)


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
