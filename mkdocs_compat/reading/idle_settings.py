"""Finds settings in a page's front matter that fit nothing on the page, and so would do nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from itertools import pairwise

from mkdocs_compat.model.site import Flaw, FlawKind
from mkdocs_compat.reading.meanings import shown
from mkdocs_compat.reading.plain import folded, plain
from mkdocs_compat.reading.seen import SeenPage, SeenTable
from mkdocs_compat.reading.settings import Cells, Columns, Settings
from mkdocs_compat.source import Place


def idle_settings(own: Settings, seen: SeenPage, read: Collection[int]) -> Iterator[Flaw]:
    """Yield a flaw for each table, list and header that the page names in vain.

    Args:
        own: What the page's own front matter says; shared definitions may be meant for others.
        seen: What the page shows.
        read: The numbers of those that take part.
    """
    tables = seen.tables
    yield from _idle_lists(own, seen)
    yield from _idle_columns(own.columns, tables, "compat.columns", "no table of this page has it")
    yield from _idle_cells(own.reading.cells, tables, "compat.cells", "no table of this page")
    ids = tuple(dict.fromkeys(table.heading_id for table in tables if table.heading_id))
    for id_, said in own.tables.items():
        under = {n: table for n, table in enumerate(tables) if table.heading_id == id_}
        where = f"compat.tables.{id_}.columns"
        yield from _idle_columns(said.columns, under.values(), where, "that table has none such")
        where = f"compat.tables.{id_}.cells"
        yield from _idle_cells(said.reading.cells, under.values(), where, "no table there")
        if not under:
            yield _flaw(
                said.place,
                f"'compat.tables' names '{id_}', but no table stands under such a heading",
                _hint(id_, ids, "Use the id of the heading above the table")
                if ids
                else "Put the table under a heading, and use the heading's id here.",
            )
        elif not (said.skip or any(number in read for number in under)):
            yield _flaw(
                said.place,
                f"'compat.tables' names '{id_}', but the table there is not read: it has no "
                "versions in its first column and in another one",
                "Say here what it is about, with 'subject' and 'columns', or take this out.",
            )


def _idle_lists(own: Settings, seen: SeenPage) -> Iterator[Flaw]:
    ids = tuple(each.heading_id for each in seen.lists if each.heading_id)
    for id_, said in own.lists.items():
        if id_ not in ids:
            yield _flaw(
                said.place,
                f"'compat.lists' names '{id_}', but no list stands under such a heading",
                _hint(id_, ids, "Use the id of the heading above the list"),
            )


def _idle_columns(
    columns: Columns, tables: Collection[SeenTable], where: str, but: str
) -> Iterator[Flaw]:
    headers = tuple(dict.fromkeys(plain(text) for table in tables for text in table.header))
    known = {folded(text) for table in tables for text in table.header}
    known |= {folded(text) for table in tables for text in _joined(table)}
    for text, said in columns.items():
        if tables and folded(text) not in known:
            yield _flaw(
                said.place,
                f"'{where}' names the header '{text}', but {but}",
                _hint(text, headers, "Use a header as it stands in the table"),
            )


def _idle_cells(
    cells: Cells, tables: Collection[SeenTable], where: str, nowhere: str
) -> Iterator[Flaw]:
    if not cells or not tables:
        return
    known = {
        shown(text): plain(text)
        for table in tables
        for row in (table.header, *table.rows)
        for text in row
    }
    for text, said in cells.items():
        if shown(text) not in known:
            close = get_close_matches(text[:80], tuple(known.values()), n=1, cutoff=0.6)
            help_ = f"Did you mean '{close[0]}'?" if close else "Use a cell's whole text."
            message = f"'{where}' speaks of the cell '{text}', but {nowhere} has it"
            yield _flaw(said.place, message, help_)


def _joined(table: SeenTable) -> Iterator[str]:
    """Yield the names that headers may have with those above them."""
    rows = [*table.above, table.header, *([] if table.above else table.rows[:1])]
    for upper, lower in pairwise(rows):
        yield from map(" ".join, zip(upper, lower, strict=False))


def _hint(word: str, known: Sequence[str], instead: str) -> str:
    close = get_close_matches(word[:80], known, n=1, cutoff=0.6)
    listed = ", ".join(f"'{text}'" for text in known if text) or "there is none"
    return f"Did you mean '{close[0]}'?" if close else f"{instead}: {listed}."


def _flaw(place: Place, message: str, help_: str) -> Flaw:
    return Flaw(FlawKind.INVALID_FRONT_MATTER, place, message, help_)
