"""Finds the place in the author's file of every table that the page shows, by equal cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_compat.model.site import Flaw, FlawKind
from mkdocs_compat.reading.html_tables import html_tables
from mkdocs_compat.reading.pipe_tables import SourceCell, SourceTable, pipe_tables
from mkdocs_compat.reading.seen import SeenTable
from mkdocs_compat.source import Place, SourceText

# How an indented block is told from a table that was forgotten: Markdown shows it as code.
_CODE_INDENT = 4


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table of the page with the table of the file that it comes from, where that is known."""

    seen: SeenTable
    source: SourceTable | None


def place_tables(
    seen: Sequence[SeenTable], source: SourceText, body: int
) -> tuple[list[PlacedTable], list[Flaw]]:
    """Match the tables of a page with those in its file.

    Returns:
        The tables of the page in order, and a flaw for each table of the file that the page does
        not show as one.
    """
    pipes = pipe_tables(source, body)
    html = {
        markup: list(_html_in_source(markup, source, body))
        for markup in {table.markup for table in seen if table.markup}
    }
    placed = []
    for table in seen:
        candidates = html[table.markup] if table.markup else pipes
        match = _match(table, candidates)
        if match is not None:
            candidates.remove(match)
        placed.append(PlacedTable(table, match))
    return placed, list(_unrecognised(pipes, source))


def _match(seen: SeenTable, candidates: Sequence[SourceTable]) -> SourceTable | None:
    """Return the first table of the file with the cells of `seen`.

    What the page shows decides, but of two equal tables the one without an obstacle is more likely.
    """
    same = [other for other in candidates if _same(seen, other)]
    return next((other for other in same if not other.obstacle), same[0] if same else None)


def _same(seen: SeenTable, written: SourceTable) -> bool:
    if len(seen.header) != len(written.header):
        return False
    width = len(seen.header)
    rows = written.rows or ((),)  # Python-Markdown shows a header alone with one empty row
    return (
        len(seen.rows) == len(rows)
        and _same_row(seen.header, written.header, width)
        and all(_same_row(a, b, width) for a, b in zip(seen.rows, rows, strict=True))
    )


def _same_row(seen: Sequence[str], written: Sequence[SourceCell], width: int) -> bool:
    texts = [_folded(cell.text) for cell in written[:width]]
    texts += [""] * (width - len(texts))
    return [_folded(text) for text in seen] == texts


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
        if not table.obstacle or column > _CODE_INDENT:
            continue
        yield Flaw(
            FlawKind.UNRECOGNISED_TABLE,
            source.place(table.offset, table.offset + len(source.line(line)) - column + 1),
            "this looks like a table, but the page does not show it as one: "
            + table.obstacle.reason,
            table.obstacle.remedy,
            loses=True,
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
