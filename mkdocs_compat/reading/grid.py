"""A table as a grid of cells, each with its place in the file and the id of its element."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from mkdocs_compat.reading.pipe_tables import SourceCell
from mkdocs_compat.reading.placing import PlacedTable
from mkdocs_compat.source import Place


class GridCell(NamedTuple):
    """One cell.

    Attributes:
        raw: What the author wrote.
        place: Where it stands; the table and its row and column where it is not in the file.
        exact: Whether offsets in `raw` can be turned into columns.
        anchor: Id of its element on the page.
        row: Number of its row on the page, from 0; -1 for the header.
        column: Number of its column on the page, from 0.
    """

    raw: str
    place: Place
    exact: bool
    anchor: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's header and rows, of as many cells each.

    Attributes:
        number: Its number among the tables of the page, from 0.
        header: The cells of its header.
        rows: The other cells, row by row.
        place: Where it stands.
        above: The texts of the rows of headers above the last one, in HTML.
    """

    number: int
    header: tuple[GridCell, ...]
    rows: tuple[tuple[GridCell, ...], ...]
    place: Place
    above: tuple[tuple[str, ...], ...] = ()

    def texts(self, index: int) -> list[str]:
        """Return what the author wrote into a column below its header."""
        return [row[index].raw for row in self.rows]

    def transposed(self) -> Grid:
        """Return the grid with its rows as columns."""
        header, *rows = zip(self.header, *self.rows, strict=True)
        return replace(self, header=tuple(header), rows=tuple(tuple(row) for row in rows))


def make_grid(number: int, placed: PlacedTable, page_slug: str) -> Grid:
    """Return the grid of a table of a page.

    Args:
        number: The table's number among those of the page, from 0.
        placed: The table.
        page_slug: What ids of cells begin with.
    """
    builder = _Builder(number, placed, page_slug)
    rows = tuple(
        tuple(builder.cell(row, column) for column in range(len(placed.seen.header)))
        for row in range(len(placed.seen.rows))
        if not builder.is_text_below(row)
    )
    return Grid(number, tuple(builder.header()), rows, builder.place, placed.seen.above)


def place_of(number: int, placed: PlacedTable) -> Place:
    """Return where a table of a page stands: its header, where it is in a file."""
    if placed.source is None:
        return Place(placed.file.path, part=f"table {number + 1}")
    header = placed.source.header
    last = header[-1]
    return placed.file.place(header[0].offset, last.offset + len(last.text))


class _Builder:
    """Makes the cells of one table."""

    def __init__(self, number: int, placed: PlacedTable, page_slug: str) -> None:
        self._number = number
        self._placed = placed
        self._source = placed.file
        self._page_slug = page_slug
        self.place = place_of(number, placed)

    def is_text_below(self, row: int) -> bool:
        """Tell whether a row is a line of text that only stands too close below the table."""
        file = self._placed.source
        if file is None or self._placed.seen.markup or not file.rows:
            return False
        written = file.rows[row]
        if len(written) != 1 or len(self._placed.seen.header) == 1:
            return False
        return "|" not in self._source.line(self._source.position(written[0].offset)[0])

    def header(self) -> Iterator[GridCell]:
        written = self._placed.source.header if self._placed.source else ()
        for index, raw in enumerate(self._placed.seen.header):
            anchor = self._anchor(-1, index)
            if index < len(written):
                yield self._written(written[index], anchor, -1, index)
            else:
                part = f"table {self._number + 1}, header {index + 1}"
                place = replace(self.place, part=part)
                yield GridCell(raw, place, exact=False, anchor=anchor, row=-1, column=index)

    def cell(self, row: int, column: int) -> GridCell:
        seen, file = self._placed.seen, self._placed.source
        own = seen.ids[row][column] if seen.ids else ""
        anchor = own or self._anchor(*seen.spans.get((row, column), (row, column)))
        raw = seen.rows[row][column]
        written = file.rows[row] if file and file.rows else ()
        if column < len(written):
            return self._written(written[column], anchor, row, column)
        if file is not None:
            # The row is shorter than the header.
            start = written[0].offset if written else file.offset
            place = self._source.whole_line(self._source.position(start)[0])
        else:
            part = f"table {self._number + 1}, row {row + 1}, column {column + 1}"
            place = Place(self._source.path, part=part)
        return GridCell(raw, place, exact=False, anchor=anchor, row=row, column=column)

    def _anchor(self, row: int, column: int) -> str:
        return f"compat-{self._page_slug}-t{self._number + 1}-r{row + 1}-c{column + 1}"

    def _written(self, cell: SourceCell, anchor: str, row: int, column: int) -> GridCell:
        place = self._source.place(cell.offset, cell.offset + len(cell.text))
        exact = place.line == place.end_line
        return GridCell(cell.text, place, exact, anchor, row, column)
