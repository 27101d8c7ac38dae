"""All that relates two components, and where what it says can change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from mkdocs_compat.model.table import Row
from mkdocs_compat.ranges.version_set import Interval
from mkdocs_compat.reasoning.answer import Asked
from mkdocs_compat.reasoning.pieces import cuts_of
from mkdocs_compat.reasoning.rule_relation import RuleRelation
from mkdocs_compat.reasoning.statement import Relation
from mkdocs_compat.versions.scheme import Cut

_Versions = TypeVar("_Versions")


@dataclass(frozen=True, slots=True)
class BoundRule:
    """A rule and which of two components it binds.

    Attributes:
        relation: The rule.
        binds_a: Whether it binds the first; otherwise the second.
    """

    relation: RuleRelation
    binds_a: bool

    def sides(self, a: _Versions, b: _Versions) -> tuple[_Versions, _Versions]:
        """Return what belongs to the component bound, and what to the other."""
        return (a, b) if self.binds_a else (b, a)


@dataclass(frozen=True, slots=True)
class Link:
    """All that relates two components.

    Attributes:
        a: Id of the first.
        b: Id of the second; the same in a fleet.
        tables: The tables, either way round.
        rules: The rules, in a fleet each both ways round.
    """

    a: str
    b: str
    tables: tuple[Relation, ...] = ()
    rules: tuple[BoundRule, ...] = ()

    def from_(self, component: str) -> Link:
        """Return the link with a component of the two as the first."""
        if component == self.a:
            return self
        turned = tuple(BoundRule(each.relation, not each.binds_a) for each in self.rules)
        return Link(self.b, self.a, self.tables, turned)


def cuts_along_a(link: Link, b: Asked, hull: Interval) -> Iterator[Cut]:
    """Yield the cuts at which the answer can change along the first component.

    Args:
        link: What relates the components.
        b: The instance of the second.
        hull: The stretch of the first's order that is of interest.
    """
    for table in link.tables:
        if table.subject == link.a:
            for row in table.coverage.overlapping(*hull):
                yield from cuts_of(row.subject.range)
        else:
            for interval in b.versions.intervals:
                for row in table.coverage.overlapping(*interval):
                    yield from cell_cuts(row, table.other)
    yield from rule_cuts(link, b)


def rule_cuts(link: Link, b: Asked) -> Iterator[Cut]:
    """Yield the cuts at which the word of a rule can change along the first component."""
    for rule in link.rules:
        for interval in b.versions.intervals:
            yield from rule.relation.cuts(interval, along_component=rule.binds_a)


def cell_cuts(row: Row, component: str) -> tuple[Cut, ...]:
    """Return the cuts of a row's cells for a component."""
    own = (cell for cell in row.cells if component in cell.components)
    return tuple(cut for cell in own for cut in cuts_of(cell.range))


def cuts_along_b(link: Link, piece: Interval, hull: Interval) -> Iterator[Cut]:
    """Yield the cuts at which the answer can change along the second, the first at a piece."""
    for table in link.tables:
        if table.subject == link.a:
            for row in table.coverage.speaking(piece[0]):
                yield from cell_cuts(row, table.other)
        else:
            for row in table.coverage.overlapping(*hull):
                yield from cuts_of(row.subject.range)
    for rule in link.rules:
        yield from rule.relation.cuts(piece, along_component=not rule.binds_a)
