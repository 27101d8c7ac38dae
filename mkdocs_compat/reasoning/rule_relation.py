"""What one rule says of the versions of its two components.

Versions in question may be many, so that a relation can hold for some of them and fail for others.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import product
from typing import TypeAlias

from mkdocs_compat.model.component import Component
from mkdocs_compat.model.rule import COUNTED, Distance, Rule, Scope
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.ranges.range import Membership
from mkdocs_compat.ranges.version_set import Interval
from mkdocs_compat.reasoning.lines import Line, Numbering, Span, Train, numbering
from mkdocs_compat.versions.named import Named
from mkdocs_compat.versions.scheme import Cut, Level

# What may become of a relation: some of these bits. Plain numbers, for this is where the time goes.
_Outcomes: TypeAlias = int
_HOLDS, _FAILS, _UNCOUNTED = 1, 2, 4


class Finding(Enum):
    """What a rule finds of two versions."""

    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"
    UNCOUNTED = "uncounted"


@dataclass(frozen=True, slots=True)
class RuleStatement:
    """What a rule says of two versions.

    Attributes:
        rule: The rule.
        finding: What it finds.
        verdict: What it says; None where the distance cannot be counted.
        failing: The relations that are not met, in the author's words, such as `not-newer`.
    """

    rule: Rule
    finding: Finding
    verdict: Verdict | None
    failing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Relation:
    """One relation of a rule: its name, how many numbers it compares, and how far it reaches."""

    name: str
    count: int
    most: int
    train: Train


class RuleRelation:
    """A rule made ready for questions.

    Attributes:
        rule: The rule.
    """

    def __init__(self, rule: Rule, component: Component, other: Component) -> None:
        """Take a rule with the components that it names."""
        self.rule = rule
        self._component = numbering(component.scheme)
        self._other = numbering(other.scheme)
        self._relations = tuple(_relations(rule, component, other))
        self._is_comparable = _is_comparable(component, other)
        self._said: dict[tuple[_Outcomes, ...], tuple[RuleStatement | None, ...]] = {}

    def applies(self, component: Cut, other: Cut) -> bool:
        """Tell whether the rule speaks of the versions at two positions."""
        return _covers(self.rule.when, component) and _covers(self.rule.other_when, other)

    def statements(self, component: Interval, other: Interval) -> tuple[RuleStatement | None, ...]:
        """Return all that the rule may say of versions within two intervals.

        Args:
            component: Versions of the component for which `when` says the same.
            other: Versions of the other, likewise.

        Returns:
            From the worst on; None stands for silence. One item where the rule says the same of
            all versions, none where it does not apply.
        """
        if not self.applies(component[0], other[0]):
            return ()
        return self._say(self._component.span(component), self._other.span(other))

    def witnesses(self, component: Interval, other: Interval) -> Iterator[tuple[Line, Line]]:
        """Yield some pairs of lines within two intervals."""
        x, y = self._component.span(component), self._other.span(other)
        lines = sorted({line for line in (x.low, x.high, y.low, y.high) if max(line) < math.inf})
        for one, two in product(lines, lines):
            if x.low <= one <= x.high and y.low <= two <= y.high:
                yield one, two

    def statements_of(self, component: Line, other: Line) -> tuple[RuleStatement | None, ...]:
        """Return what the rule says of two lines, where it applies."""
        return self._say(Span(component, component), Span(other, other))

    def cuts(self, fixed: Interval, *, along_component: bool) -> Iterator[Cut]:
        """Yield the cuts at which the rule's word can change along one side.

        Args:
            fixed: Versions of the other side.
            along_component: Whether the side is the rule's component.
        """
        mine, its = (
            (self._component, self._other) if along_component else (self._other, self._component)
        )
        scope = self.rule.when if along_component else self.rule.other_when
        if scope is not None:
            yield from (*scope.range.inside.cuts(), *scope.range.edge.cuts())
        span = its.span(fixed)
        for relation in self._relations:
            near = span.at(relation.count)
            for line in {near.low, near.high}:
                yield from _line_cuts(relation, line, mine)

    def _say(self, x: Span, y: Span) -> tuple[RuleStatement | None, ...]:
        """Return what the rule says, from the worst on."""
        outcomes = tuple(
            _outcomes(each, x.at(each.count), y.at(each.count))
            if self._is_comparable
            else _UNCOUNTED
            for each in self._relations
        )
        # The same few outcomes come up again and again.
        if outcomes not in self._said:
            self._said[outcomes] = tuple(self._statements(outcomes))
        return self._said[outcomes]

    def _statements(self, outcomes: tuple[_Outcomes, ...]) -> Iterator[RuleStatement | None]:
        failing, uncounted = (
            tuple(
                relation.name
                for relation, each in zip(self._relations, outcomes, strict=True)
                if each & outcome
            )
            for outcome in (_FAILS, _UNCOUNTED)
        )
        holds = all(each & _HOLDS for each in outcomes)
        must_fail = _FAILS in outcomes
        is_forbidding = self.rule.verdict is Verdict.INCOMPATIBLE
        if is_forbidding and holds:
            yield RuleStatement(self.rule, Finding.FORBIDDEN, Verdict.INCOMPATIBLE, ())
        if failing and not is_forbidding:
            yield RuleStatement(self.rule, Finding.FORBIDDEN, Verdict.INCOMPATIBLE, failing)
        if uncounted and not must_fail:
            yield RuleStatement(self.rule, Finding.UNCOUNTED, None, uncounted)
        if is_forbidding and failing:
            yield None
        if holds and not is_forbidding:
            yield RuleStatement(self.rule, Finding.ALLOWED, self.rule.verdict, ())


def _covers(scope: Scope | None, position: Cut) -> bool:
    return scope is None or scope.range.membership(position) is Membership.INSIDE


def _is_comparable(component: Component, other: Component) -> bool:
    """Names are numbered by their list, so those of two lists have nothing in common."""
    one, two = component.scheme, other.scheme
    if isinstance(one, Named) and isinstance(two, Named):
        return one.releases == two.releases
    return not isinstance(one, Named) and not isinstance(two, Named)


def _relations(rule: Rule, component: Component, other: Component) -> Iterator[_Relation]:
    levels = (("same", rule.same), ("not-newer", rule.not_newer), ("not-older", rule.not_older))
    for name, level in levels:
        if level is not None:
            yield _Relation(name, COUNTED[level], 0, Train(()))
    distances = (("behind", rule.behind), ("ahead", rule.ahead), ("apart", rule.apart))
    for name, distance in distances:
        if distance is not None:
            yield _distance(name, distance, component, other)


def _distance(name: str, distance: Distance, *components: Component) -> _Relation:
    count = COUNTED[distance.level]
    return _Relation(name, count, distance.count, Train(_lines(components, distance.level)))


def _lines(components: tuple[Component, ...], level: Level) -> Iterator[Line]:
    for component in components:
        numbered: Numbering = numbering(component.scheme)
        for release in component.releases:
            key = release.version.key
            named = component.scheme.extent(release.version.text, exact=True)
            yield numbered.span((key, named.end)).low[: COUNTED[level] + 1]


def _outcomes(relation: _Relation, x: Span, y: Span) -> _Outcomes:
    match relation.name:
        case "same":
            is_one = x.low == x.high == y.low == y.high
            return _possible(
                holds=x.low <= y.high and y.low <= x.high,
                fails=not is_one,
            )
        case "not-newer":
            return _possible(holds=x.low <= y.high, fails=x.high > y.low)
        case "not-older":
            return _possible(holds=y.low <= x.high, fails=y.high > x.low)
        case "behind":
            return _lag(relation, x, y)
        case "ahead":
            return _lag(relation, y, x)
        case _:
            return _within(_lag(relation, x, y), _lag(relation, y, x))


def _possible(*, holds: bool, fails: bool) -> _Outcomes:
    return (_HOLDS if holds else 0) | (_FAILS if fails else 0)


def _within(one: _Outcomes, other: _Outcomes) -> _Outcomes:
    """Join what is found either way; the way that does not lead upward always holds."""
    return (one | other) & ~_HOLDS | one & other & _HOLDS


def _lag(relation: _Relation, x: Span, y: Span) -> _Outcomes:
    """Return what may become of "x lags behind y by so many steps at most"."""
    steps, most = relation.train.steps, relation.most
    if x.low >= y.high:
        return _HOLDS
    farthest, nearest = steps(x.low, y.high), steps(x.high, y.low)
    found = _UNCOUNTED
    if nearest is not None:
        found = _HOLDS if nearest <= most else _FAILS
    if farthest is not None:
        return found | _FAILS if farthest > most else found
    return found | _UNCOUNTED | (_FAILS if _is_far_within(relation, x, y) else 0)


def _is_far_within(relation: _Relation, x: Span, y: Span) -> bool:
    """Tell whether too many steps lie between some of the lines between which they are counted."""
    for prefix in {line[:-1] for line in (x.low, x.high, y.low, y.high)}:
        low, high = max(x.low, (*prefix, 0)), min(y.high, (*prefix, math.inf))
        if low <= x.high and y.low <= high:
            steps = relation.train.steps(low, high)
            if steps is not None and steps > relation.most:
                return True
    return False


def _line_cuts(relation: _Relation, line: Line, numbered: Numbering) -> Iterator[Cut]:
    if max(line) == math.inf:
        # A line without end: what counts is where all that begins like it ends.
        alike = line[: line.index(math.inf)]
        yield from (numbered.interval(alike) or ()) if alike else ()
        return
    lines = {line}
    if relation.name in ("behind", "ahead", "apart"):
        lines = relation.train.around(line, relation.most)
        ends = {line, *relation.train.lines[:1], *relation.train.lines[-1:]}
        # Across these, numbers alone do not count.
        lines |= {end[:-1] for end in ends if len(end) > 2}
    for each in lines:
        yield from numbered.interval(each) or ()
