"""Fills in what authors leave to the eye: headers over headers, headings in between, dittos."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mkdocs_compat.reading.grid import Grid, GridCell
from mkdocs_compat.reading.layouts.joint_headers import with_one_header
from mkdocs_compat.reading.plain import plain

_GAP = re.compile(r"\.{2,}|[…⋮]+")
_DITTO = re.compile(r"[\"”〃″↑↾⇑]|''|(?:the )?same(?: as above)?|ditto|id(?:em|\.)", re.IGNORECASE)

# `Provider v1beta2 (v1.2)`: the version of an API, and the release that has it.
_API = re.compile(
    r"(?P<name>[^()]*?)(?P<api>v\d+(?:alpha|beta)\d+)\s*\((?P<release>[^()]+)\)$", re.IGNORECASE
)
_STRUCK = re.compile(
    r"(?:\*\*|__)?(?:~~[^~]+~~|<(?P<tag>del|s|strike)>[^<>]*</(?P=tag)>)(?:\*\*|__)?", re.IGNORECASE
)


def tidied(grid: Grid) -> Grid:
    """Return a table with one header and nothing but rows that hold.

    What stands between rows as a heading is left out, and what is struck out as well.
    """
    grid = with_one_header(grid)
    rows = [row for row in grid.rows if not (_is_heading(row) or _is_gap(row) or _is_struck(row))]
    return replace(grid, rows=tuple(rows))


def written_out(grid: Grid, *, repeats: bool) -> Grid:
    """Return a tidied table with repetitions written out.

    Args:
        grid: The table.
        repeats: Whether blank cells stand for what is above them.
    """
    filled: list[tuple[GridCell, ...]] = []
    for row in grid.rows:
        above = filled[-1] if filled else None
        filled.append(row if above is None else _written_out(row, above, repeats=repeats))
    return replace(grid, rows=tuple(_without_shared(filled)))


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


def _without_shared(rows: Sequence[tuple[GridCell, ...]]) -> Iterator[tuple[GridCell, ...]]:
    """Yield rows about releases without the version of an API that several of them have.

    `v1beta2 (v1.2)` and `v1beta2 (v1.1)`: only what stands in parentheses tells the rows apart.
    """
    apis = Counter(found["api"] for row in rows if (found := _API.match(plain(row[0].raw))))
    is_shared = any(count > 1 for count in apis.values())
    for row in rows:
        found = _API.match(plain(row[0].raw)) if is_shared else None
        if found is None:
            yield row
            continue
        yield row[0]._replace(raw=f"{found['name']}{found['release']}", exact=False), *row[1:]


def _is_struck(row: Sequence[GridCell]) -> bool:
    """Tell whether all that a row says is struck out."""
    filled = [cell.raw for cell in row if plain(cell.raw).strip("-–— ")]
    return bool(filled) and all(_STRUCK.fullmatch(raw.strip()) for raw in filled)


def _written_out(
    row: tuple[GridCell, ...], above: tuple[GridCell, ...], *, repeats: bool
) -> tuple[GridCell, ...]:
    return tuple(
        cell._replace(raw=upper.raw, exact=False) if _repeats(cell.raw, blanks=repeats) else cell
        for cell, upper in zip(row, above, strict=True)
    )


def _repeats(raw: str, *, blanks: bool) -> bool:
    text = plain(raw)
    return blanks if not text else _DITTO.fullmatch(text) is not None
