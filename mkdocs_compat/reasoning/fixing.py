"""The nearest changes that make a set of versions work."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TypeAlias

from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.ranges.version_set import VersionSet
from mkdocs_compat.reasoning.answer import Asked, Fix, Move
from mkdocs_compat.reasoning.asking import read_asked
from mkdocs_compat.reasoning.index import Index
from mkdocs_compat.reasoning.link import rule_cuts
from mkdocs_compat.reasoning.moving import Length, first_of, last_of, length, nearest
from mkdocs_compat.reasoning.opening import allowed
from mkdocs_compat.versions.scheme import HIGHEST, LOWEST, Cut

WORKING = frozenset({Verdict.COMPATIBLE, Verdict.PARTIAL})

_MOST_FIXES = 3
# How many versions above, and below, are tried for the first of two components that must move.
_MOST_TRIED = 8
# How many cuts are looked at for them.
_MOST_CUTS = 4 * _MOST_TRIED

# Fewest components, fewest instances, the shortest moves (the longest of them first), upward
# moves first; then the better verdict, then the order of the components.
Cost: TypeAlias = tuple[int, int, tuple[Length, ...], int, int, tuple[int, ...]]
Judge: TypeAlias = Callable[[Sequence[Asked]], Verdict | None]


@dataclass(frozen=True, slots=True)
class Change:
    """Instances at other versions.

    Attributes:
        moved: The instances that move: as they are, and as they will be.
        after: All instances, as they will be.
        verdict: What is achieved.
        cost: What it costs.
    """

    moved: tuple[tuple[Asked, Asked], ...]
    after: tuple[Asked, ...]
    verdict: Verdict
    cost: Cost

    @property
    def way(self) -> Hashable:
        """What moves, and whether up or down: of changes of one way only the cheapest is shown."""
        return frozenset(
            (was.component, was.instance, now.hull[0] < was.hull[0]) for was, now in self.moved
        )

    @property
    def moves(self) -> tuple[Move, ...]:
        """The moves, in the order of `moved`."""
        return tuple(
            Move(was.component, was.instance, was.text, now.text) for was, now in self.moved
        )


def fixes(index: Index, asked: Sequence[Asked]) -> tuple[Fix, ...]:
    """Return the cheapest changes that make a set work, at most three.

    A change moves one component: an instance, or the whole fleet to one version. Where no such
    change helps, two components move. A set that works in part is only made compatible.
    """
    now = index.verdict(asked)
    if now is None or now is Verdict.COMPATIBLE:
        return ()
    goal = frozenset({Verdict.COMPATIBLE}) if now is Verdict.PARTIAL else WORKING
    components = list(dict.fromkeys(each.component for each in asked))
    found = [
        change
        for component in components
        for change in single_changes(index, asked, component, index.verdict, goal)
    ]
    if not found:
        found = [
            change
            for component in _failing(index, asked, goal)
            for other in components
            if other != component
            for change in double_changes(index, asked, (component, other), index.verdict, goal)
        ]
    best: dict[Hashable, Change] = {}
    for change in sorted(found, key=lambda each: each.cost):
        best.setdefault(change.way, change)
    return tuple(Fix(change.moves, change.verdict) for change in list(best.values())[:_MOST_FIXES])


def single_changes(
    index: Index, asked: Sequence[Asked], component: str, judge: Judge, goal: frozenset[Verdict]
) -> Iterator[Change]:
    """Yield the nearest moves of one component after which the set is what is wanted.

    Args:
        index: The product.
        asked: All instances.
        component: Id of the component to move.
        judge: Says what a set is worth.
        goal: The verdicts that are wanted.
    """
    fleet = [each for each in asked if each.component == component]
    units = [[each] for each in fleet]
    if len(fleet) > 1:
        units.append(fleet)
    for unit in units:
        others = [each for each in asked if all(each is not one for one in unit)]
        if judge(others) not in (None, *goal):
            continue
        found = allowed(index, component, others)
        texts: dict[str, None] = {}
        if found is None:
            # A whole fleet beside nothing that it is related to: only it itself forbids anything.
            texts |= dict.fromkeys(_candidates(index, unit[0], unit) if len(unit) > 1 else ())
            found = {}
        wanted = VersionSet.of(
            interval
            for verdict in goal
            for interval in found.get(verdict, VersionSet.empty()).intervals
        )
        for versions in (wanted, found.get(Verdict.COMPATIBLE, VersionSet.empty())):
            for at in unit:
                texts |= dict.fromkeys(nearest(index.components[component], versions, at))
        for text in texts:
            change = _helping(index, asked, [(unit, text)], judge, goal)
            if change is not None:
                yield change


def double_changes(
    index: Index,
    asked: Sequence[Asked],
    components: tuple[str, str],
    judge: Judge,
    goal: frozenset[Verdict],
) -> Iterator[Change]:
    """Yield moves of two components after which the set is what is wanted; of the first, all."""
    first, second = components
    fleet = [each for each in asked if each.component == first]
    rest = [each for each in asked if each.component != first]
    if judge([each for each in rest if each.component != second]) not in (None, *goal):
        return
    for text in _candidates(index, fleet[0], rest):
        moved = _moved(index, fleet, text)
        if not moved:
            continue
        for change in single_changes(index, [*rest, *moved], second, judge, goal):
            unit = [was for was, _ in change.moved]
            targets = [(fleet, text), (unit, change.moved[0][1].text)]
            both = _helping(index, asked, targets, judge, goal)
            if both is not None:
                yield both


def _helping(
    index: Index,
    asked: Sequence[Asked],
    targets: Sequence[tuple[Sequence[Asked], str]],
    judge: Judge,
    goal: frozenset[Verdict],
) -> Change | None:
    """Return the change that moves instances, if it helps; lines are narrowed only where needed."""
    moved: list[tuple[Asked, Asked]] = []
    for unit, text in targets:
        moved += zip(unit, _moved(index, unit, text), strict=False)
    moved = [(was, now) for was, now in moved if was.versions != now.versions]
    away = [(was, now) for was, now in moved if not now.versions.difference(was.versions).is_empty]
    for chosen in (away, moved) if len(away) < len(moved) else (moved,):
        change = _change(index, asked, chosen, judge)
        if change is not None and change.verdict in goal:
            return change
    return None


def _change(
    index: Index, asked: Sequence[Asked], moved: Sequence[tuple[Asked, Asked]], judge: Judge
) -> Change | None:
    if not moved:
        return None
    replaced = {id(was): now for was, now in moved}
    after = tuple(replaced.get(id(each), each) for each in asked)
    verdict = judge(after)
    if verdict is None:
        return None
    order = list(index.components)
    lengths = [length(index.components[was.component], was, now) for was, now in moved]
    cost = (
        len({was.component for was, _ in moved}),
        len(moved),
        tuple(sorted(lengths, reverse=True)),
        sum(now.hull[0] < was.hull[0] for was, now in moved),
        verdict.rank,
        tuple(order.index(was.component) for was, _ in moved),
    )
    return Change(tuple(moved), after, verdict, cost)


def _moved(index: Index, unit: Sequence[Asked], text: str) -> list[Asked]:
    found = [read_asked(index.components[each.component], text, each.instance) for each in unit]
    return [each for each in found if isinstance(each, Asked)]


def _candidates(index: Index, at: Asked, others: Sequence[Asked]) -> list[str]:
    """Return versions to try for a component, those nearest to an instance first."""
    component = index.components[at.component]
    start, end = at.hull
    if component.releases:
        above = [each.version.text for each in component.releases if not each.version.key < end]
        below = [each.version.text for each in component.releases if each.version.key < start]
        return [*above[:_MOST_TRIED], *below[: -_MOST_TRIED - 1 : -1]]
    cuts: set[Cut] = set()
    for other in others:
        link = index.link(at.component, other.component)
        if link is not None:
            cuts.update(rule_cuts(link.from_(at.component), other))
    # Only so many of a long table's cuts are looked at.
    known = index.boundaries(at.component)
    first, last = bisect_left(known, start), bisect_right(known, end)
    near = {*known[max(0, first - _MOST_CUTS) : first], *known[last : last + _MOST_CUTS]}
    bounds = sorted((near | cuts) - {LOWEST, HIGHEST})
    higher = [cut for cut in bounds if end < cut]
    lower = [cut for cut in reversed(bounds) if cut < start]
    ups = _between(end, higher, HIGHEST, lambda low, high: first_of(component, (low, high)))
    downs = _between(start, lower, LOWEST, lambda high, low: last_of(component, (low, high)))
    return [*ups, *downs]


def _between(
    start: Cut, cuts: Sequence[Cut], end: Cut, name: Callable[[Cut, Cut], str | None]
) -> Iterator[str]:
    """Yield what the first intervals between cuts are called, of those that can be named."""
    last = () if len(cuts) >= _MOST_CUTS or start == end else (end,)
    named = (name(one, next_) for one, next_ in pairwise((start, *cuts[:_MOST_CUTS], *last)))
    return islice(filter(None, named), _MOST_TRIED)


def _failing(index: Index, asked: Sequence[Asked], goal: frozenset[Verdict]) -> list[str]:
    """Return the components without which the verdict would be another one."""
    components = dict.fromkeys(each.component for each in asked)
    return [each for each in components if verdict_with(index, asked, {each}) not in (None, *goal)]


def verdict_with(index: Index, asked: Sequence[Asked], components: set[str]) -> Verdict | None:
    """Return the worst verdict among the pairs and groups that some components are part of."""
    found = index.verdicts(asked, components)
    return max(found, key=lambda verdict: verdict.rank, default=None)
