"""Pairs of rows of one table that speak about the same versions of the subject."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from mkdocs_compat.diagnostics import Related
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.site import Site
from mkdocs_compat.model.table import Cell, Row, Table
from mkdocs_compat.ranges.notation import VersionMention
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.ranges.text import write
from mkdocs_compat.ranges.version_set import VersionSet
from mkdocs_compat.source import Place
from mkdocs_compat.versions.scheme import Cut


class Meeting(Enum):
    """How the subjects of two rows meet."""

    SAME = "same"
    EXCEPTION = "exception"
    BOUNDARY = "boundary"
    OVERLAP = "overlap"


@dataclass(frozen=True, slots=True)
class RowPair:
    """Two rows of a table whose subjects share versions.

    Attributes:
        table: The table.
        subject: Its subject.
        first: The row that stands higher.
        second: The row that stands lower.
        shared: The versions of the subject that both rows cover.
        meeting: How they meet.
        disagreements: Header and cells of the columns in which they contradict each other.
        is_repetition: Whether all their other cells say the same.
    """

    table: Table
    subject: Component
    first: Row
    second: Row
    shared: VersionSet
    meeting: Meeting
    disagreements: tuple[tuple[str, Cell, Cell], ...]
    is_repetition: bool

    @property
    def name(self) -> str:
        """The shared versions in the author's notation, with the subject's name."""
        shared = Range(self.shared, VersionSet.empty())
        return f"{self.subject.name} {write(shared, self.subject.scheme)}"

    @property
    def place(self) -> Place:
        """Where the lower row begins to cover the shared versions."""
        return _mention_place(self.second.subject, self.subject, self.shared)

    @property
    def other_place(self) -> Place:
        """Where the higher row covers them."""
        return _mention_place(self.first.subject, self.subject, self.shared)

    def related(self) -> tuple[Related, ...]:
        """Return the places of the higher row and of the cells that disagree."""
        row = Related(self.other_place, f"the other row, '{self.first.subject.text}'")
        cells = (
            Related(cell.place, f"its {header}: '{_said(cell)}'")
            for header, cell, _ in self.disagreements
        )
        return (row, *cells)

    def mentions(self) -> tuple[VersionMention, ...]:
        """Return how the rows write the shared versions, where both name exactly them."""
        found = (
            _mention(row.subject, self.subject, self.shared) for row in (self.first, self.second)
        )
        return tuple(mention for mention in found if mention is not None)

    def quarrel(self) -> str:
        """Say what the rows disagree on, as the end of a sentence."""
        return " and ".join(
            f"on {header} ('{_said(first)}' and '{_said(second)}')"
            for header, first, second in self.disagreements
        )


def row_pairs(site: Site) -> Iterator[RowPair]:
    """Yield the pairs of rows, in every table, whose subjects share versions.

    Where rows count as a whole, several may speak of one version: each lists a combination.
    """
    for product, table in site.tables():
        if table.together:
            continue
        subject = product.component(table.subject)
        for first, second in _meeting_rows(table):
            yield _pair(table, subject, table.rows[first], table.rows[second])


def _meeting_rows(table: Table) -> list[tuple[int, int]]:
    """Return the numbers of rows whose subjects overlap, found in one sweep over their starts."""
    starts: list[tuple[Cut, Cut, int]] = []
    for number, row in enumerate(table.rows):
        starts += [(low, high, number) for low, high in covered(row).intervals]
    starts.sort(key=lambda item: item[0])
    running: list[tuple[Cut, int]] = []
    pairs: dict[tuple[int, int], None] = {}
    for low, high, number in starts:
        running = [(end, other) for end, other in running if low < end]
        for _, other in running:
            if other != number:
                pairs[min(number, other), max(number, other)] = None
        running.append((high, number))
    return sorted(pairs)


def _pair(table: Table, subject: Component, first: Row, second: Row) -> RowPair:
    mine, other = covered(first), covered(second)
    shared = mine.intersection(other)
    if first.is_alternative_to(second):
        meeting = Meeting.SAME
    elif shared in (mine, other):
        meeting = Meeting.EXCEPTION
    elif _is_boundary(first.subject, second.subject, subject, shared):
        meeting = Meeting.BOUNDARY
    else:
        meeting = Meeting.OVERLAP
    disagreements = tuple(
        (header.text, a, b)
        for header, a, b in zip(table.headers[1:], first.cells, second.cells, strict=True)
        if _disagree(a, b, table)
    )
    equal = all(_are_equal(a, b) for a, b in zip(first.cells, second.cells, strict=True))
    return RowPair(
        table, subject, first, second, shared, meeting, disagreements, is_repetition=equal
    )


def _said(cell: Cell) -> str:
    return cell.text if cell.mark is None else cell.mark.text


def _disagree(a: Cell, b: Cell, table: Table) -> bool:
    """Tell whether cells contradict each other; in an open table, only by what both name."""
    if a.range is None or b.range is None:
        return False
    if table.closed and a.range.inside != b.range.inside:
        return True
    worth, other = table.worth(a), table.worth(b)
    if worth is None or other is None or worth is other:
        return False
    return a.range.inside.overlaps(b.range.inside)


def _are_equal(a: Cell, b: Cell) -> bool:
    return (a.range and a.range.inside, a.mark) == (b.range and b.range.inside, b.mark)


def covered(row: Row) -> VersionSet:
    """Return the versions of the subject that a row speaks for; none where it is unreadable."""
    return VersionSet.empty() if row.subject.range is None else row.subject.range.inside


def _is_boundary(first: Cell, second: Cell, subject: Component, shared: VersionSet) -> bool:
    return (
        _mention(first, subject, shared) is not None
        and _mention(second, subject, shared) is not None
    )


def _mention(cell: Cell, subject: Component, shared: VersionSet) -> VersionMention | None:
    """Return the version written in a cell that names exactly the shared versions."""
    for part in cell.notation.parts:
        for mention in part.versions:
            extent = subject.scheme.extent(mention.text)
            if shared.intervals == ((extent.start, extent.end),):
                return mention
    return None


def _mention_place(cell: Cell, subject: Component, shared: VersionSet) -> Place:
    mention = _mention(cell, subject, shared)
    return cell.place if mention is None else cell.place_of(mention.start, mention.end)
