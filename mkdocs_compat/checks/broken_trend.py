"""Finds rows that break the trend of their neighbours, and cells that look swapped.

Why: newer releases mostly need newer versions and drop old ones. A single row that runs against
that is often a slip: two cells in the wrong columns, a bound that was not changed with the others.

Fix: exchange the cells, or correct the one; nothing, if it is meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import NamedTuple, TypeAlias

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.checks.row_pairs import covered
from mkdocs_compat.diagnostics import Diagnostic, Related, Severity
from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.table import Cell, Header, Row, Table
from mkdocs_compat.versions.maven import Maven
from mkdocs_compat.versions.scheme import Cut, Scheme

CHECK = Check("CMP210", "broken-trend", Severity.WARNING)

# Fewer rows are no trend.
_FEWEST_ROWS = 4
# Where more columns run against a trend, there is none.
_MOST_COLUMNS = 8


class _Reach(NamedTuple):
    """From where to where a cell reaches.

    `4.8.3` does not end below `4.8`, which is a line, nor does `4.8` begin below `4.8.3`. So both
    ends are stretches: all that the version which is written there names.
    """

    low: Cut
    low_end: Cut
    high_start: Cut
    high: Cut

    def begins_below(self, other: _Reach) -> bool:
        return self.low < other.low and not other.low < self.low_end

    def ends_below(self, other: _Reach) -> bool:
        return not other.high_start < self.high and self.high < other.high


# By the number of the row.
_Reaches: TypeAlias = Mapping[int, _Reach]


@dataclass(frozen=True, slots=True)
class _Column:
    place: int
    header: Header
    reach: _Reaches


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for product, table in inspection.site.tables():
        if not table.together and all(header.cell is None for header in table.headers):
            yield from _in_table(product, table)


def _in_table(product: Product, table: Table) -> Iterator[Diagnostic]:
    rows = _ascending(table)
    broken = [column for column in _columns(product, table, rows) if _breaks(column.reach)]
    if len(broken) > _MOST_COLUMNS:
        return
    swapped = list(_swapped(product, broken))
    if len(swapped) == 1:
        one, two, number = swapped[0]
        yield _swap(rows[number], one, two)
        broken = [column for column in broken if column not in (one, two)]
    for column in broken:
        yield from _alone(rows, column)


def _ascending(table: Table) -> list[Row]:
    """Return the rows from the oldest subject on, without exceptions and alternatives."""
    rows = [(covered(row).intervals, row) for row in table.rows]
    counts = Counter(intervals for intervals, _ in rows)
    rows = [(intervals, row) for intervals, row in rows if counts[intervals] == 1]
    sortable = [(each[0][0], each[-1][1], row) for each, row in rows if each]
    sortable.sort(key=lambda item: item[1], reverse=True)
    sortable.sort(key=lambda item: item[0])
    kept: list[Row] = []
    reached = None
    for _, high, row in sortable:
        if reached is None or reached < high:
            reached = high
            kept.append(row)
    return kept


def _columns(product: Product, table: Table, rows: Sequence[Row]) -> Iterator[_Column]:
    for place, header in enumerate(table.headers[1:]):
        scheme = product.component(header.components[0]).scheme
        # Maven's order goes in circles.
        if isinstance(scheme, Maven):
            continue
        reach = {
            number: found
            for number, row in enumerate(rows)
            if (found := _reach(row.cells[place], scheme)) is not None
        }
        if len(reach) >= _FEWEST_ROWS:
            yield _Column(place, header, reach)


def _reach(cell: Cell, scheme: Scheme) -> _Reach | None:
    intervals = cell.range.inside.intervals if cell.range is not None else ()
    if not intervals:
        return None
    low, high = intervals[0][0], intervals[-1][1]
    low_end, high_start = low, high
    for part in cell.notation.parts:
        for mention in part.versions:
            try:
                named = scheme.extent(mention.text)
            except VersionSyntaxError:
                continue
            low_end = named.end if named.start == low else low_end
            high_start = named.start if named.end == high else high_start
    return _Reach(low, low_end, high_start, high)


def _breaks(reach: _Reaches) -> list[tuple[int, int]]:
    """Return the neighbouring rows of which the newer begins or ends below the older."""
    return [
        (one, two)
        for one, two in pairwise(sorted(reach))
        if reach[two].begins_below(reach[one]) or reach[two].ends_below(reach[one])
    ]


def _swapped(product: Product, broken: Sequence[_Column]) -> Iterator[tuple[_Column, _Column, int]]:
    """Yield each row and two columns whose exchanged cells would restore both trends."""
    for one, two in combinations(broken, 2):
        names = {
            product.component(column.header.components[0]).scheme.name for column in (one, two)
        }
        if len(names) > 1:
            continue
        for number in _breaks(one.reach)[0]:
            if number not in one.reach or number not in two.reach:
                continue
            first = {**one.reach, number: two.reach[number]}
            second = {**two.reach, number: one.reach[number]}
            if not _breaks(first) and not _breaks(second):
                yield one, two, number


def _swap(row: Row, one: _Column, two: _Column) -> Diagnostic:
    first, second = row.cells[one.place], row.cells[two.place]
    return CHECK.finding(
        first.place,
        f"the {one.header.text} and {two.header.text} cells of the row '{row.subject.text}' look "
        f"swapped: '{first.text}' and '{second.text}' run against their columns, and exchanged "
        "they would not",
        "Exchange the two cells.",
        (Related(second.place, f"the {two.header.text} cell"),),
    )


def _alone(rows: Sequence[Row], column: _Column) -> Iterator[Diagnostic]:
    """Yield the row without which the column would have a trend, if there is one.

    Where it may be either of two neighbours, it is the newer, if that lists less.
    """
    candidates = [
        number
        for number in dict.fromkeys(number for pair in _breaks(column.reach)[:2] for number in pair)
        if not _breaks({at: each for at, each in column.reach.items() if at != number})
    ]
    one, two = _breaks(column.reach)[0]
    is_shorter = column.reach[two].ends_below(column.reach[one])
    if len(candidates) != 1 and not (is_shorter and set(candidates) == {one, two}):
        return
    number = candidates[0] if len(candidates) == 1 else two
    neighbour = two if number == one else one
    older, newer = sorted((number, neighbour))
    is_begin = column.reach[newer].begins_below(column.reach[older])
    cell, other = (rows[at].cells[column.place] for at in (number, neighbour))
    is_newer = number == newer
    what = "begins" if is_begin else "ends"
    yield CHECK.finding(
        cell.place,
        f"the {column.header.text} cell of the row '{rows[number].subject.text}' breaks the trend: "
        f"'{cell.text}' {what} {'below' if is_newer else 'above'} '{other.text}' of the "
        f"{'older' if is_newer else 'newer'} row '{rows[neighbour].subject.text}'",
        "Correct the cell; nothing is to be done if it is meant.",
        (Related(other.place, f"the cell of the row '{rows[neighbour].subject.text}'"),),
        Severity.INFO,
    )
