"""What works with nothing any more once some versions of a component are gone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.ranges.asked import read_versions
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.ranges.text import write
from mkdocs_compat.ranges.version_set import Interval, VersionSet
from mkdocs_compat.reasoning.answer import Asked, Lost
from mkdocs_compat.reasoning.index import Index
from mkdocs_compat.reasoning.opening import allowed
from mkdocs_compat.reasoning.released import released
from mkdocs_compat.versions.scheme import HIGHEST, LOWEST


def lost_without(index: Index, component: str, text: str) -> tuple[Lost, ...]:
    """Return the versions of other components that only work with versions that go.

    The versions that stay are the component's releases, where it lists them; otherwise the
    stretches between the cuts that tables and rules make. Versions that are untested do not count
    as working.

    Raises:
        KeyError: The product has no such component.
        VersionSyntaxError: The text names no versions of it.
    """
    gone = read_versions(text, index.components[component].scheme)
    lost = []
    for link in index.links_of(component):
        other = link.b
        if other == component:
            continue
        before = _working(index, other, _pieces(index, component, gone, stays=False))
        after = _working(index, other, _pieces(index, component, gone, stays=True))
        scheme = index.components[other].scheme
        missing = released(before.difference(after).intervals, scheme)
        if not missing.is_empty:
            lost.append(Lost(other, write(Range(missing, VersionSet.empty()), scheme)))
    order = list(index.components)
    return tuple(sorted(lost, key=lambda each: order.index(each.component)))


def _pieces(index: Index, component: str, gone: VersionSet, *, stays: bool) -> Iterator[Asked]:
    """Yield the versions of a component that stay, or those that go, piece by piece."""
    of = index.components[component]
    for release in of.releases:
        key = release.version.key
        if gone.contains(key) is not stays:
            end = of.scheme.extent(release.version.text, exact=True).end
            yield Asked(component, release.version.text, VersionSet(((key, end),)), of.scheme)
    if of.releases:
        return
    bounds = sorted({LOWEST, *index.boundaries(component), *gone.cuts(), HIGHEST})
    for piece in pairwise(bounds):
        if gone.contains(piece[0]) is not stays:
            yield Asked(component, "", VersionSet((piece,)), of.scheme)


def _working(index: Index, other: str, pieces: Iterator[Asked]) -> VersionSet:
    intervals: list[Interval] = []
    for piece in pieces:
        found = allowed(index, other, [piece]) or {}
        for verdict in (Verdict.COMPATIBLE, Verdict.PARTIAL):
            intervals += found.get(verdict, VersionSet.empty()).intervals
    return VersionSet.of(intervals)
