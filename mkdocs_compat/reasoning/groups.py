"""Tables whose rows count as a whole: only the combinations that they list work together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product

from mkdocs_compat.model.table import Cell, Row, Table
from mkdocs_compat.model.verdict import Verdict, worst
from mkdocs_compat.ranges.range import Membership
from mkdocs_compat.ranges.version_set import Interval, VersionSet
from mkdocs_compat.reasoning.answer import Asked, Group
from mkdocs_compat.reasoning.coverage import Coverage
from mkdocs_compat.reasoning.pieces import cuts_of, pieces
from mkdocs_compat.reasoning.statement import Ground, Statement
from mkdocs_compat.versions.scheme import Cut

# Rows that are named as reasons why no row lists a combination.
_MOST_REASONS = 3


class Combinations:
    """A table whose rows count as a whole, made ready for questions.

    Attributes:
        table: The table.
        components: Ids of its components, the subject's first.
    """

    def __init__(self, table: Table) -> None:
        """Index the rows of `table` by each of its components."""
        self.table = table
        self.components = tuple(dict.fromkeys((table.subject, *table.components)))
        self._coverage = {
            id_: Coverage(table.rows, partial(covered, component=id_, table=table))
            for id_ in self.components
        }

    def groups(self, asked: Sequence[Asked]) -> Iterator[tuple[Asked, ...]]:
        """Yield each way to take one instance of every component in question, if two are."""
        for members in self.fleets(asked):
            if len(members) > 1 and self.speaks_of(len(members)):
                yield members

    def speaks_of(self, count: int) -> bool:
        """Tell whether the table says something of so many of its components.

        What does not work as a whole says nothing of a part of it.
        """
        return self.table.verdict is not Verdict.INCOMPATIBLE or count == len(self.components)

    def fleets(self, asked: Sequence[Asked]) -> Iterator[tuple[Asked, ...]]:
        """Yield each way to take one instance of every component in question, if any is."""
        fleets = [
            [each for each in asked if each.component == component] for component in self.components
        ]
        named = [fleet for fleet in fleets if fleet]
        if named:
            yield from product(*named)

    def answer(self, members: Sequence[Asked]) -> Group:
        """Return the answer for one instance of each of two or more components."""
        divided = [list(pieces(each, self._cuts_within(each, members))) for each in members]
        points = [
            self._judge({m.component: p[0] for m, p in zip(members, combination, strict=True)})
            for combination in product(*divided)
        ]
        verdict = worst(found for found, _ in points)
        statements: dict[int, Statement] = {}
        for found, own in points:
            for statement in own if found is verdict else ():
                statements.setdefault(id(statement.cell or statement.table), statement)
        return Group(tuple(members), verdict, tuple(statements.values()))

    def verdict_along(self, component: str, piece: Interval, members: Sequence[Asked]) -> Verdict:
        """Return the worst verdict of versions of a component with instances of others."""
        others = [each for each in members if each.component != component]
        divided = [list(pieces(each, self._cuts_within(each, members))) for each in others]
        return worst(
            self._judge(
                {
                    component: piece[0],
                    **{m.component: p[0] for m, p in zip(others, combination, strict=True)},
                }
            )[0]
            for combination in product(*divided)
        )

    def cuts_along(self, component: str, members: Sequence[Asked]) -> Iterator[Cut]:
        """Yield the cuts of a component at which the answer can change beside the others."""
        for row in self._rows_near(component, members):
            cell = cell_of(row, component)
            if cell is not None:
                yield from cuts_of(cell.range)

    def _cuts_within(self, asked: Asked, members: Sequence[Asked]) -> Iterator[Cut]:
        """Yield the cuts within an instance at which the answer can change."""
        yield from self.cuts_along(asked.component, members)
        for interval in asked.versions.intervals:
            for row in self._coverage[asked.component].overlapping(*interval):
                cell = cell_of(row, asked.component)
                if cell is not None:
                    yield from cuts_of(cell.range)

    def boundaries(self, component: str) -> Iterator[Cut]:
        """Yield every cut that the table makes along a component."""
        for row in self.table.rows:
            cell = cell_of(row, component)
            if cell is not None:
                yield from cuts_of(cell.range)

    def _rows_near(self, component: str, members: Sequence[Asked]) -> Iterator[Row]:
        """Yield the rows that list what is asked of some other component."""
        other = next((each for each in members if each.component != component), None)
        if other is None:
            return
        for interval in other.versions.intervals:
            yield from self._coverage[other.component].overlapping(*interval)

    def _judge(self, positions: dict[str, Cut]) -> tuple[Verdict, tuple[Statement, ...]]:
        first = next(id_ for id_ in self.components if id_ in positions)
        rows = self._coverage[first].covering(positions[first])
        silent: list[Statement] = []
        for row in rows:
            statements = [self._says(row, id_, cut) for id_, cut in positions.items()]
            verdicts = [each.verdict for each in statements]
            if any(each.ground is Ground.EXCLUDED for each in statements):
                continue
            if None not in verdicts:
                return self.table.verdict, tuple(_telling(statements))
            silent += [each for each in statements if each.verdict is None]
        if silent:
            return Verdict.UNSTATED, tuple(silent[:_MOST_REASONS])
        is_closed = self.table.verdict is not Verdict.INCOMPATIBLE
        if rows and is_closed:
            return Verdict.INCOMPATIBLE, tuple(self._closest(rows, positions))
        if is_closed and first != self.table.subject and self.table.rows:
            return Verdict.INCOMPATIBLE, (
                Statement(self.table, None, None, Ground.UNCOVERED, None),
            )
        return Verdict.UNSTATED, (Statement(self.table, None, None, Ground.UNCOVERED, None),)

    def _closest(self, rows: Sequence[Row], positions: dict[str, Cut]) -> Iterator[Statement]:
        """Yield what keeps the rows that come closest from listing a combination."""
        said = [[self._says(row, id_, cut) for id_, cut in positions.items()] for row in rows]
        excluding = [[each for each in row if each.ground is Ground.EXCLUDED] for row in said]
        for statements in sorted(excluding, key=len)[:_MOST_REASONS]:
            yield statements[0]

    def _says(self, row: Row, component: str, position: Cut) -> Statement:
        cell = cell_of(row, component)
        verdict: Verdict | None = None
        if cell is None:
            ground = Ground.BLANK
        elif cell.notation.blank:
            ground = Ground.BLANK
            if self.table.blank is Verdict.INCOMPATIBLE:
                ground, verdict = Ground.EXCLUDED, Verdict.INCOMPATIBLE
            elif self.table.blank not in (None, Verdict.UNSTATED):
                verdict = self.table.blank
        elif cell.range is None:
            ground = Ground.UNREAD
        else:
            match cell.range.membership(position):
                case Membership.INSIDE:
                    ground, verdict = Ground.LISTED, self.table.verdict
                case Membership.PRERELEASE:
                    ground = Ground.PRERELEASE
                case _:
                    ground, verdict = Ground.EXCLUDED, Verdict.INCOMPATIBLE
        return Statement(self.table, row, cell, ground, verdict)


def _telling(statements: Sequence[Statement]) -> Iterator[Statement]:
    """Yield what a row says that lists a combination, each thing once.

    Any of its cells tells all of the combination, so one is enough; but each tells footnotes of its
    own, and what it means that it is blank.
    """
    listed = [each for each in statements if each.ground is Ground.LISTED]
    noted: dict[str, Statement] = {}
    for each in listed:
        for note in each.cell.notes if each.cell else ():
            noted.setdefault(note, each)
    kept = {id(each) for each in (noted.values() if noted else listed[:1])}
    for each in statements:
        if each.ground is not Ground.LISTED or id(each) in kept:
            yield each


def cell_of(row: Row, component: str) -> Cell | None:
    """Return a row's cell for a component, which may be the subject."""
    return row.subject if component in row.subject.components else row.cell_of(component)


def covered(row: Row, component: str, table: Table) -> VersionSet:
    """Return the versions of a component that a row can speak of."""
    cells = (row.subject,) if component in row.subject.components else row.cells_of(component)
    if not cells:
        return VersionSet.everything()
    return VersionSet.of(each for cell in cells for each in _covered(cell, table).intervals)


def _covered(cell: Cell, table: Table) -> VersionSet:
    if cell.range is not None:
        return cell.range.inside.union(cell.range.edge)
    is_silent = table.blank is Verdict.INCOMPATIBLE and cell.is_blank
    return VersionSet.empty() if is_silent else VersionSet.everything()
