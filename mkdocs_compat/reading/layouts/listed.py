"""A list instead of a table: each item names versions of the subject, and what goes with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mkdocs_compat.model.site import Flaw, FlawKind
from mkdocs_compat.reading.columns import Column, ColumnReader
from mkdocs_compat.reading.component_names import component_name
from mkdocs_compat.reading.drafts import DraftCell
from mkdocs_compat.reading.grid import GridCell
from mkdocs_compat.reading.layout import Layout
from mkdocs_compat.reading.layouts.reading import ReadTable
from mkdocs_compat.reading.list_items import Span, read_item
from mkdocs_compat.reading.placed_lists import Piece, PlacedList
from mkdocs_compat.source import Place

_HELP = (
    "Write it as 'v2.x: Kubernetes 1.20+, Helm 3', with a colon, a dash, an arrow or 'supports' in "
    "between. Behind 'requires' write '1.20+' or '=1.20'. What is no version belongs in a footnote."
)


def read_list(
    placed: PlacedList,
    subject: str,
    headers: ColumnReader,
    anchors: Sequence[str],
) -> tuple[list[ReadTable], list[Flaw]]:
    """Return what a list says, one table for each component that it names.

    Args:
        placed: The list.
        subject: Id of the component whose versions come first in every item.
        headers: How names are read.
        anchors: The id of each item's element.
    """
    flaws: list[Flaw] = []
    names: dict[str, str] = {}
    rows: dict[str, list[tuple[DraftCell, ...]]] = {}
    for number, pieces in enumerate(placed.items):
        cells = _Cells(pieces, number, placed, anchors[number])
        found = read_item(
            [piece.text for piece in pieces], lambda name: _is(name, subject, headers)
        )
        parts = found.parts if found else ()
        identified = [headers.identified(name) for name, _ in parts]
        ids = {id_ for id_, _ in identified}
        if found is None or "" in ids or subject in ids or len(ids) < len(parts):
            flaws.append(_not_understood(cells.place, pieces))
            continue
        first = cells.cell(found.subject)
        for (id_, name), (_, span) in zip(identified, parts, strict=True):
            names.setdefault(id_, name)
            rows.setdefault(id_, []).append((first, cells.cell(span)))
    called = _name(subject, headers)
    tables = [
        ReadTable(
            (
                _column(0, (subject, called), placed.place, each[0][0].cell),
                _column(1, (id_, names[id_]), placed.place, each[0][1].cell),
            ),
            tuple(each),
            Layout.LIST,
        )
        for id_, each in rows.items()
    ]
    return tables, flaws


def _is(name: str, subject: str, headers: ColumnReader) -> bool:
    """Tell whether a name is the subject's, or a word such as `version`."""
    return not component_name(name) or headers.identified(name)[0] == subject


def _name(subject: str, headers: ColumnReader) -> str:
    page = headers.page_name
    return page if headers.identified(page)[0] == subject else subject


def _column(index: int, named: tuple[str, str], place: Place, cell: GridCell) -> Column:
    return Column(index, named[1], place, (named,), is_declared=True, cell=cell)


def _not_understood(place: Place, pieces: Sequence[Piece]) -> Flaw:
    text = " ".join(" ".join(piece.text for piece in pieces).split())
    shown = text if len(text) <= 60 else f"{text[:59]}…"
    message = f"the item '{shown}' is not understood, so nothing is answered from it"
    return Flaw(FlawKind.UNREAD_ITEM, place, message, _HELP, loses=True)


class _Cells:
    """Makes the cells of one item."""

    def __init__(
        self,
        pieces: Sequence[Piece],
        number: int,
        placed: PlacedList,
        anchor: str,
    ) -> None:
        self._pieces = pieces
        self._number = number
        self._source = placed.file
        self._anchor = anchor
        self._is_placed = all(piece.offset >= 0 for piece in pieces)
        if self._is_placed and pieces:
            last = pieces[-1]
            self.place = placed.file.place(pieces[0].offset, last.offset + len(last.text))
        else:
            listed = placed.place
            self.place = replace(listed, part=f"{listed.part}, item {number + 1}".lstrip(", "))

    def cell(self, span: Span) -> DraftCell:
        piece, start, end = span
        raw = self._pieces[piece].text[start:end]
        place, exact = self.place, False
        if self._is_placed:
            offset = self._pieces[piece].offset
            place = self._source.place(offset + start, offset + end)
            exact = place.line == place.end_line
        cell = GridCell(raw, place, exact, self._anchor, self._number, 0)
        return DraftCell(raw, cell, exact)
