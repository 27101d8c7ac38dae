"""Finds the place in the author's files of every table that the page shows, by equal cells.

First in the page's own file; what is not there may be in one that the page includes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeAlias

from mkdocs_compat.model.site import Flaw, FlawKind
from mkdocs_compat.reading.html_tables import html_tables
from mkdocs_compat.reading.included import IncludedText, PageText
from mkdocs_compat.reading.pipe_tables import Obstacle, SourceCell, SourceTable, pipe_tables
from mkdocs_compat.reading.seen import SeenTable
from mkdocs_compat.reading.version_columns import holds_versions
from mkdocs_compat.source import Place, SourceText

# How an indented block is told from a table that was forgotten: Markdown shows it as code.
_CODE_INDENT = 4

# What people wrap tables in: raw HTML to Python-Markdown, until it says `markdown`.
_WRAPPER = re.compile(
    r"^ {0,3}<(?P<close>/?)(?P<name>details|div|section|center|article|blockquote)\b[^<>]*>",
    re.IGNORECASE | re.MULTILINE,
)
_IN_MARKDOWN = re.compile(r"\bmarkdown\b", re.IGNORECASE)

# Whoever includes a file rewrites the addresses of relative links.
_ADDRESS = re.compile(r"\]\([^()]*\)")

_Cells: TypeAlias = tuple[tuple[str, ...], ...]
# Tables with their files by their cells; those that stand at one place are one.
_ByCells: TypeAlias = dict[_Cells, dict[tuple[str, int], tuple[SourceText, SourceTable]]]


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table of the page with the table of a file that it comes from, where that is known.

    Attributes:
        seen: The table as the page shows it.
        source: The table of the file; None where it is not known.
        file: The file: the page's, or one that it includes.
    """

    seen: SeenTable
    source: SourceTable | None
    file: SourceText


def place_tables(seen: Sequence[SeenTable], page: PageText) -> tuple[list[PlacedTable], list[Flaw]]:
    """Match the tables of a page with those in its file, or in a file that it includes.

    Args:
        seen: The tables of the page.
        page: The page as its author wrote it.

    Returns:
        The tables of the page in order, and a flaw for each table of the file that the page does
        not show as one.
    """
    source, body = page.source, page.body
    pipes = pipe_tables(source, body)
    waiting = {
        markup: _Waiting(_html_in_source(markup, source, body))
        for markup in {table.markup for table in seen if table.markup}
    }
    waiting[""] = _Waiting(pipes)
    placed = [PlacedTable(table, waiting[table.markup].take(table), source) for table in seen]
    if any(table.source is None for table in placed):
        included = _Included(page.including())
        placed = [each if each.source else included.placed(each) for each in placed]
    taken = {id(table.source) for table in placed}
    left = [table for table in pipes if id(table) not in taken]
    return placed, list(_unrecognised(left, source))


class _Waiting:
    """Tables of the file, by their cells, that no table of the page has been matched with yet."""

    def __init__(self, tables: Iterable[SourceTable]) -> None:
        self._tables: dict[_Cells, list[SourceTable]] = {}
        # The last table first. What the page shows decides, but of two equal tables the one without
        # an obstacle is more likely.
        last_first = list(tables)[::-1]
        for table in sorted(last_first, key=lambda each: each.obstacle is None):
            self._tables.setdefault(_written_cells(table), []).append(table)

    def take(self, seen: SeenTable) -> SourceTable | None:
        """Return the first table with the cells of `seen`, which waits no longer."""
        same = self._tables.get(_folded_rows((seen.header, *seen.rows)))
        return same.pop() if same else None


class _Included:
    """The tables of the files that the page includes."""

    def __init__(self, texts: Sequence[IncludedText]) -> None:
        self._texts = texts
        self._pipes: _ByCells | None = None

    def placed(self, table: PlacedTable) -> PlacedTable:
        """Return a table with its place, if it stands in just one."""
        if not self._texts:
            return table
        seen = table.seen
        cells = _folded_rows((seen.header, *seen.rows))
        tables = _by_cells(self._html(seen.markup)) if seen.markup else self._all_pipes()
        found = tables.get(cells) or tables.get(_without_addresses(cells)) or {}
        if len(found) != 1:
            return table
        ((file, source),) = found.values()
        return PlacedTable(seen, source, file)

    def _all_pipes(self) -> _ByCells:
        if self._pipes is None:
            self._pipes = _by_cells(
                (each.source, table) for each in self._texts for table in each.pipe_tables()
            )
        return self._pipes

    def _html(self, markup: str) -> Iterator[tuple[SourceText, SourceTable]]:
        for each in self._texts:
            included = SourceText(each.source.path, each.text)
            for table in _html_in_source(markup, included, 0):
                yield each.source, each.in_file(table)


def _by_cells(tables: Iterable[tuple[SourceText, SourceTable]]) -> _ByCells:
    """Return some tables by their cells, and by those without the addresses of links."""
    found: _ByCells = {}
    for file, table in tables:
        cells = _written_cells(table)
        for key in {cells, _without_addresses(cells)}:
            found.setdefault(key, {})[file.path, table.offset] = file, table
    return found


def _without_addresses(cells: _Cells) -> _Cells:
    return tuple(tuple(_ADDRESS.sub("]()", text) for text in row) for row in cells)


def _written_cells(table: SourceTable) -> _Cells:
    """Return the cells of a table of the file as the page shows them: as many in each row."""
    width = len(table.header)
    rows = table.rows or ((),)  # Python-Markdown shows a header alone with one empty row
    texts = ([cell.text for cell in row[:width]] for row in (table.header, *rows))
    return _folded_rows([*row, *[""] * (width - len(row))] for row in texts)


def _folded_rows(rows: Iterable[Sequence[str]]) -> _Cells:
    return tuple(tuple(_folded(text) for text in row) for row in rows)


def _folded(text: str) -> str:
    return " ".join(text.split())


def _html_in_source(markup: str, source: SourceText, body: int) -> Iterator[SourceTable]:
    """Yield the tables of some HTML wherever it stands; raw HTML reaches the page unchanged."""
    markup = markup.rstrip()
    tables = html_tables(markup)
    offset = source.text.find(markup, body)
    while offset >= 0:
        for table in tables:
            header, *rows = (
                tuple(SourceCell(cell.text, offset + cell.offset) for cell in row)
                for row in (table.header, *table.rows)
            )
            yield SourceTable(header, tuple(rows), offset + table.offset, offset + table.end)
        offset = source.text.find(markup, offset + len(markup))


def _unrecognised(left: Sequence[SourceTable], source: SourceText) -> Iterator[Flaw]:
    for table in left:
        line, column = source.position(table.offset)
        obstacle = table.obstacle or _html_around(table, source)
        if not obstacle or column > _CODE_INDENT:
            continue
        yield Flaw(
            FlawKind.UNRECOGNISED_TABLE,
            source.place(table.offset, table.offset + len(source.line(line)) - column + 1),
            "this looks like a table, but the page does not show it as one: " + obstacle.reason,
            obstacle.remedy,
            loses=True,
        )


def _html_around(table: SourceTable, source: SourceText) -> Obstacle | None:
    """Return the obstacle that a table of versions stands in HTML whose Markdown is left alone."""
    above = source.text[: table.offset]
    columns = zip_longest(*([cell.text for cell in row] for row in table.rows), fillvalue="")
    if above.rfind("<!--") > above.rfind("-->") or sum(map(holds_versions, columns)) < 2:
        return None
    inside: list[str] = []
    for found in _WRAPPER.finditer(above):
        name = found["name"].lower()
        if not found["close"]:
            inside.append("" if _IN_MARKDOWN.search(found[0]) else name)
        elif inside:
            inside.pop()
    outer = next((name for name in inside if name), None)
    if outer is None:
        return None
    return Obstacle(
        f"it stands in <{outer}>, where Markdown is not read",
        f"Write <{outer} markdown> and turn on the extension md_in_html, or take the tag away.",
    )


def unread_tables(paragraphs: Sequence[str], source: SourceText, body: int) -> Iterator[Flaw]:
    """Yield a flaw for each HTML table that the page shows and that cannot be read."""
    behind = body
    for paragraph in paragraphs:
        first_line = paragraph.partition("\n")[0]
        start = source.text.find(first_line, behind)
        place = Place(source.path)
        if start >= 0:
            behind = start + len(first_line)
            place = source.place(start, behind)
        yield Flaw(
            FlawKind.UNRECOGNISED_TABLE,
            place,
            "this HTML table stands inside a list or a quote, where it is not read",
            "Put it at the beginning of a line, outside of lists and quotes, "
            "or write it as a table of pipes.",
            loses=True,
        )
