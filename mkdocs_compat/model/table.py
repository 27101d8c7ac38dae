"""Compatibility tables: every cell is a statement with its place in the author's file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.ranges.notation import Notation
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.source import Place

# What authors may say of versions that end in `.0`: 2.9.0 is just that release, or all of 2.9.
EXACT_ZEROS, LINE_ZEROS = ZEROS = ("exact", "line")


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands in a cell of a table whose headers name the versions.

    Attributes:
        text: What the reader sees, such as `✓`; empty for a blank cell.
        verdict: What it means; None for a blank cell and for a mark that nobody explains.
    """

    text: str
    verdict: Verdict | None


class Cell(NamedTuple):
    """One cell: which versions of which components it names.

    Attributes:
        components: Ids of the components it speaks of; the subject's id in a subject cell.
        text: What the reader sees.
        raw: What the author wrote, without surrounding space.
        notation: The versions read from it.
        place: Where `raw` stands; the whole page where the table is not in its source.
        exact: Whether offsets in `raw` can be turned into columns.
        anchor: Id of the cell's element on the page.
        notes: Texts of the footnotes that it carries.
        unexplained: Footnote marks that nothing on the page explains.
        mark: What the versions are worth, where a mark says so; None where the table says it. The
            versions are those of the column's header then.
    """

    components: tuple[str, ...]
    text: str
    raw: str
    notation: Notation
    place: Place
    exact: bool
    anchor: str
    notes: tuple[str, ...] = ()
    unexplained: tuple[str, ...] = ()
    mark: Mark | None = None

    @property
    def is_blank(self) -> bool:
        """Whether the author left the cell blank."""
        return self.notation.blank if self.mark is None else not self.mark.text

    @property
    def range(self) -> Range | None:
        """The versions named; None for a blank cell or one that was not understood."""
        return self.notation.range

    @property
    def condition(self) -> str:
        """When the versions are meant, as said in parentheses behind them; empty for always."""
        return "; ".join(each.text for each in self.notation.remarks if each.is_condition)

    @property
    def reaches_latest(self) -> bool:
        """Whether the cell says `latest`."""
        return any(part.reaches_latest for part in self.notation.parts)

    def place_of(self, start: int, end: int) -> Place:
        """Return where the characters `start` to `end` of `raw` stand."""
        if not self.exact:
            return self.place
        column = self.place.column
        return replace(self.place, column=column + start, end_column=column + max(end, start + 1))


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a subject cell and the cells of the other components."""

    subject: Cell
    cells: tuple[Cell, ...]

    def is_alternative_to(self, other: Row) -> bool:
        """Tell whether this row and another one name versions that work each for itself.

        So it is where both are about the very same versions, or each under a condition of its own:
        `5.2 - 5.4 (without PHP 7)` and `5.2 - 6.x (with PHP 7)`.
        """
        one, two = self.subject.range, other.subject.range
        if one is None or two is None:
            return False
        if one.inside == two.inside:
            return True
        ours, theirs = self.subject.condition, other.subject.condition
        return bool(ours and theirs) and ours != theirs

    def cells_of(self, component: str) -> tuple[Cell, ...]:
        """Return the cells that speak of a component; several in tables with marks."""
        return tuple(cell for cell in self.cells if component in cell.components)

    def cell_of(self, component: str) -> Cell | None:
        """Return the first cell that speaks of a component."""
        return next((cell for cell in self.cells if component in cell.components), None)


@dataclass(frozen=True, slots=True)
class Header:
    """A column's header and the components it names.

    Attributes:
        text: What the reader sees.
        place: Where it stands.
        components: Ids of the components.
        cell: The versions that it names of them, in tables with marks.
    """

    text: str
    place: Place
    components: tuple[str, ...]
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A compatibility table.

    Attributes:
        id: Unique on its page: the id of the heading above it, numbered where several share it.
        page: Path of the page's source.
        url: Address of the page, relative to the site's root.
        anchor: Id of the table's element on the page.
        title: Text of the heading above it, or of the page.
        headers: The columns that take part, the subject's first.
        verdict: What a listed combination is worth.
        note: The limit that goes with the verdict.
        blank: What a blank cell means; None where nobody declared it.
        rows: Its rows in order.
        place: Where it stands.
        together: Whether only the listed combinations count, each row as a whole.
        closed: Whether versions that a row does not list are incompatible with its subject; a
            table that is open says nothing of them.
        layout: How it was read.
        as_of: When what it says was the case, where its author says so.
        zeros: What versions that end in `.0` stand for, one of `ZEROS`; None where nobody says it.
        left_out: The headers whose columns are not read as versions.
    """

    id: str
    page: str
    url: str
    anchor: str
    title: str
    headers: tuple[Header, ...]
    verdict: Verdict
    note: str | None
    blank: Verdict | None
    rows: tuple[Row, ...]
    place: Place
    together: bool = False
    closed: bool = True
    layout: str = "rows"
    as_of: str | None = None
    zeros: str | None = None
    left_out: tuple[str, ...] = ()

    @property
    def subject(self) -> str:
        """Id of the component that the rows are about."""
        return self.headers[0].components[0]

    @property
    def components(self) -> tuple[str, ...]:
        """Ids of the other components, column by column."""
        return tuple(id_ for header in self.headers[1:] for id_ in header.components)

    def worth(self, cell: Cell) -> Verdict | None:
        """Return what the versions that a cell of this table names are worth, if it says so."""
        return self.verdict if cell.mark is None else cell.mark.verdict

    def cells(self) -> Iterator[Cell]:
        """Yield every cell, row by row, the subject's first; before them headers with versions."""
        yield from (header.cell for header in self.headers if header.cell is not None)
        for row in self.rows:
            yield row.subject
            yield from row.cells
