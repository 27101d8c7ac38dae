"""Which versions of a component go with all that is asked about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from mkdocs_compat.model.component import Component
from mkdocs_compat.model.verdict import Verdict, worst
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.ranges.text import write
from mkdocs_compat.ranges.version_set import Interval, VersionSet
from mkdocs_compat.reasoning.answer import Asked, Open
from mkdocs_compat.reasoning.groups import Combinations
from mkdocs_compat.reasoning.index import Index
from mkdocs_compat.reasoning.link import Link, cell_cuts, rule_cuts
from mkdocs_compat.reasoning.pairs import verdict_along
from mkdocs_compat.reasoning.pieces import cuts_of
from mkdocs_compat.reasoning.released import released
from mkdocs_compat.versions.scheme import HIGHEST, LOWEST, Cut

ARROW = "➜"
_SHOWN = (Verdict.COMPATIBLE, Verdict.PARTIAL, Verdict.UNTESTED)


def allowed(
    index: Index, component: str, others: Sequence[Asked]
) -> dict[Verdict, VersionSet] | None:
    """Return the versions of a component by what they are worth beside some instances.

    Args:
        index: The product.
        component: Id of the component.
        others: The instances; those of the same component share its fleet.

    Returns:
        Only verdicts that something states in favour of versions: compatible, partial, untested.
        None where nothing relates the component to any of the instances.
    """
    around = _Surroundings(index, component, others)
    if not (around.linked or around.grouped):
        return None
    bounds = [LOWEST, *sorted(around.cuts() - {LOWEST, HIGHEST}), HIGHEST]
    found: dict[Verdict, list[Interval]] = {verdict: [] for verdict in _SHOWN}
    for piece in pairwise(bounds):
        verdict = around.verdict(piece)
        if verdict in found:
            found[verdict].append(piece)
    scheme = index.components[component].scheme
    return {verdict: released(own, scheme) for verdict, own in found.items()}


def answer_open(index: Index, component: str, others: Sequence[Asked]) -> Open | None:
    """Return the versions of a component that go with instances of others, written out.

    None where nothing relates the component to any of them.
    """
    found = allowed(index, component, others)
    if found is None:
        return None
    scheme = index.components[component].scheme
    usual = None if _is_in_tables(index, component, others) else scheme.full
    parts = tuple(
        (verdict, write(Range(versions, VersionSet.empty()), scheme, ARROW, usual))
        for verdict, versions in found.items()
        if not versions.is_empty
    )
    every = VersionSet.of(
        interval for versions in found.values() for interval in versions.intervals
    )
    oldest, newest = _ends(index.components[component], every, usual)
    return Open(component, parts, oldest, newest)


class _Surroundings:
    """The instances that a component stands beside."""

    def __init__(self, index: Index, component: str, others: Sequence[Asked]) -> None:
        self._component = component
        self.linked: list[tuple[Link, Asked]] = [
            (link.from_(component), other)
            for other in others
            if (link := index.link(component, other.component)) is not None
        ]
        apart = [other for other in others if other.component != component]
        self.grouped: list[tuple[Combinations, tuple[Asked, ...]]] = [
            (combination, members)
            for combination in index.combinations
            if component in combination.components
            for members in combination.fleets(apart)
            if combination.speaks_of(len(members) + 1)
        ]

    def cuts(self) -> set[Cut]:
        """Return the cuts at which the verdict can become one of those shown, or cease to be."""
        found = {cut for link, other in self.linked for cut in _cuts(link, other)}
        for combination, members in self.grouped:
            found.update(combination.cuts_along(self._component, members))
        return found

    def verdict(self, piece: Interval) -> Verdict:
        """Return the worst verdict of versions with all instances, or one that is not shown."""
        found = []
        for verdict in self._verdicts(piece):
            if verdict not in _SHOWN:
                return verdict
            found.append(verdict)
        return worst(found)

    def _verdicts(self, piece: Interval) -> Iterator[Verdict]:
        for link, other in self.linked:
            yield verdict_along(link, piece, other)
        for combination, members in self.grouped:
            yield combination.verdict_along(self._component, piece, members)


def _cuts(link: Link, other: Asked) -> Iterator[Cut]:
    """Yield cuts along the link's first component, without looking at rows that say nothing.

    A row about the first component matters where it lists the other; beside such rows stand
    those that overlap them, which may say otherwise.
    """
    for table in link.tables:
        if table.subject != link.a:
            for interval in other.versions.intervals:
                for row in table.coverage.overlapping(*interval):
                    yield from cell_cuts(row, table.other)
            continue
        for interval in other.versions.intervals:
            for row in table.listing.overlapping(*interval):
                yield from cuts_of(row.subject.range)
                for span in row.subject.range.inside.intervals if row.subject.range else ():
                    for beside in table.coverage.overlapping(*span):
                        yield from cuts_of(beside.subject.range)
    yield from rule_cuts(link, other)


def _is_in_tables(index: Index, component: str, others: Sequence[Asked]) -> bool:
    """Tell whether a table relates a component to one of some instances."""
    around = _Surroundings(index, component, others)
    return bool(around.grouped) or any(link.tables for link, _ in around.linked)


def _ends(
    component: Component, versions: VersionSet, usual: int | None
) -> tuple[str | None, str | None]:
    """Return the oldest and the newest of some versions: releases, where they are known."""
    if versions.is_empty:
        return None, None
    if component.releases:
        inside = [
            release.version.text
            for release in component.releases
            if versions.contains(release.version.key)
        ]
        return (inside[0], inside[-1]) if inside else (None, None)
    first, last = versions.intervals[0], versions.intervals[-1]
    texts = (
        write(Range(VersionSet((each,)), VersionSet.empty()), component.scheme, ARROW, usual)
        for each in (first, last)
    )
    oldest, newest = (text.split(f" {ARROW} ") for text in texts)
    return (
        None if first[0] == LOWEST else _single(oldest[0]),
        None if last[1] == HIGHEST else _single(newest[-1].removeprefix("up to ")),
    )


def _single(text: str) -> str | None:
    """Return a text that names one version or line; None for one that does not."""
    return None if " " in text else text
