"""Reads tables that the author wrote in HTML, with the offset of every cell in the markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from mkdocs_compat.reading.limits import MOST_CELLS

if TYPE_CHECKING:
    from bs4 import Tag

# Spans reach no further than this, so that rowspan="999999999" costs nothing.
_WIDEST_SPAN = 1000
# A table that covers more places than this is not looked at to its end.
_MOST_PLACES = 2 * MOST_CELLS

_CELL_END = re.compile(r"</(?:td|th|tr|tbody|thead|tfoot|table)\b|<(?:td|th|tr)\b", re.IGNORECASE)
_TABLE = re.compile("<table", re.IGNORECASE)
_TABLE_END = re.compile(r"</table\s*>", re.IGNORECASE)
_TAG_REST = re.compile(r"""(?:[^"'<>]|"[^"]*"|'[^']*')*>""")


@dataclass(frozen=True, slots=True)
class HtmlCell:
    """A cell: its inner markup without surrounding space, and where things begin.

    Attributes:
        text: The inner markup.
        offset: Offset of `text` in the markup of the whole block.
        name_end: Offset behind `<td` or `<th`, where an attribute can be put in.
        id: The id that the author gave the cell; empty where there is none.
    """

    text: str
    offset: int
    name_end: int
    id: str


@dataclass(frozen=True, slots=True)
class HtmlTable:
    """A table in a block of HTML; a cell that spans stands in every place that it covers.

    Attributes:
        header: The cells of the first row, or of the last one in the table's head.
        rows: The cells of the rows below it, as many as the author wrote.
        offset: Offset of the table in the markup.
        end: Offset behind it.
        name_end: Offset behind `<table`.
        id: The id that the author gave it; empty where there is none.
        is_cut: Whether it covers so many places that the rest was left out.
        above: The cells of the rows of headers above `header`.
    """

    header: tuple[HtmlCell, ...]
    rows: tuple[tuple[HtmlCell, ...], ...]
    offset: int
    end: int
    name_end: int
    id: str
    is_cut: bool = False
    above: tuple[tuple[HtmlCell, ...], ...] = ()


def html_tables(markup: str) -> list[HtmlTable]:
    """Return the tables in a block of HTML that are not inside another table."""
    if not _TABLE.search(markup):
        return []
    # Costs more to import than most builds need: few authors write their tables in HTML.
    from bs4 import BeautifulSoup  # noqa: PLC0415

    line_starts = [0, *(match.end() for match in re.finditer("\n", markup))]
    soup = BeautifulSoup(markup, "html.parser")
    outer = [table for table in soup.find_all("table") if table.find_parent("table") is None]
    starts = [_offset(table, line_starts) for table in outer]
    tables = []
    for table, (start, limit) in zip(outer, pairwise([*starts, len(markup)]), strict=True):
        found = _table(table, markup, line_starts, start, limit)
        if found is not None:
            tables.append(found)
    return tables


def _table(
    table: Tag, markup: str, line_starts: list[int], start: int, limit: int
) -> HtmlTable | None:
    rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
    grid, is_cut = _grid(rows, markup, line_starts)
    head = [row for row in rows if row.find_parent("thead")] or _spanned_head(rows)
    in_head = len(_grid(head, markup, line_starts)[0])
    first = max(in_head, 1)
    if len(grid) < first or not grid[first - 1]:
        return None
    closing = [end.end() for end in _TABLE_END.finditer(markup, start, limit)]
    end = closing[-1] if closing else limit
    return HtmlTable(
        grid[first - 1],
        tuple(grid[first:]),
        start,
        end,
        start + len("<table"),
        _id(table),
        is_cut,
        tuple(grid[: first - 1]),
    )


def _spanned_head(rows: list[Tag]) -> list[Tag]:
    """Return the rows of headers of a table without a head: those that its first headers span."""
    own = rows[0].find_all(["td", "th"], recursive=False) if rows else []
    reach = max((_span(cell, "rowspan") for cell in own), default=1)
    head = rows[:reach]
    is_head = all(row.find("th") is not None and row.find("td") is None for row in head)
    return head if is_head and len(head) < len(rows) else []


def _grid(
    rows: list[Tag], markup: str, line_starts: list[int]
) -> tuple[list[tuple[HtmlCell, ...]], bool]:
    """Lay the cells out in rows and columns, spans filled in; tell whether it stopped early."""
    hanging: dict[int, tuple[int, HtmlCell]] = {}
    grid: list[tuple[HtmlCell, ...]] = []
    covered = 0
    for row in rows:
        cells: list[HtmlCell] = []
        own = [cell for cell in row.find_all(["td", "th"]) if cell.find_parent("tr") is row]
        for tag in own:
            _hang(hanging, cells)
            cell = _cell(tag, markup, line_starts)
            rowspan, colspan = _span(tag, "rowspan"), _span(tag, "colspan")
            if covered + len(cells) > _MOST_PLACES:
                return grid, True
            for _ in range(colspan):
                if rowspan > 1:
                    hanging[len(cells)] = (rowspan - 1, cell)
                cells.append(cell)
        _hang(hanging, cells)
        covered += len(cells)
        if cells:
            grid.append(tuple(cells))
    return grid, False


def _hang(hanging: dict[int, tuple[int, HtmlCell]], cells: list[HtmlCell]) -> None:
    """Append the cells that hang down from rows above into the next columns."""
    while len(cells) in hanging:
        left, cell = hanging.pop(len(cells))
        if left > 1:
            hanging[len(cells)] = (left - 1, cell)
        cells.append(cell)


def _cell(tag: Tag, markup: str, line_starts: list[int]) -> HtmlCell:
    start = _offset(tag, line_starts)
    name_end = start + 1 + len(tag.name)
    rest = _TAG_REST.match(markup, name_end)
    inner = rest.end() if rest else name_end
    closing = _CELL_END.search(markup, inner)
    raw = markup[inner : closing.start() if closing else len(markup)]
    text = raw.strip()
    offset = inner + len(raw) - len(raw.lstrip())
    return HtmlCell(text, offset, name_end, _id(tag))


def _id(tag: Tag) -> str:
    value = tag.get("id")
    return value if isinstance(value, str) else ""


def _span(tag: Tag, name: str) -> int:
    text = str(tag.get(name, "1")).strip()
    if not (text.isascii() and text.isdigit()):
        return 1
    return max(1, min(int(text[:6]), _WIDEST_SPAN))


def _offset(tag: Tag, line_starts: list[int]) -> int:
    # Only other parsers than html.parser leave these out.
    return line_starts[(tag.sourceline or 1) - 1] + (tag.sourcepos or 0)


def with_insertions(markup: str, insertions: Iterable[tuple[int, str]]) -> str:
    """Put texts into markup at some offsets and return the result."""
    pieces = []
    last = 0
    for offset, text in sorted(insertions):
        pieces += [markup[last:offset], text]
        last = offset
    return "".join([*pieces, markup[last:]])
