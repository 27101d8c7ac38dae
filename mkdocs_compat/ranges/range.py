"""What a cell says of versions: which are in, which are out, and which it does not speak of.

A pre-release at the lower edge of a range (3.0.0-beta.1 against `3.0 ➜ latest`) is neither in nor
out (design, section 3.3). So a range is a set in Kleene's logic of three values: in, out, unstated.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from mkdocs_compat.ranges.version_set import VersionSet
from mkdocs_compat.versions.scheme import HIGHEST, LOWEST, Cut, Extent


class Membership(Enum):
    """What a range says of one version."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    PRERELEASE = "pre-release"


class Prereleases(Enum):
    """What to make of pre-releases at a lower edge."""

    UNSTATED = "unstated"
    INCLUDED = "included"
    EXCLUDED = "excluded"


class Range(NamedTuple):
    """A set of versions with edges.

    Attributes:
        inside: The versions that are in.
        edge: The versions of which nothing is said; none of them is in `inside`.
    """

    inside: VersionSet
    edge: VersionSet

    @staticmethod
    def any() -> Range:
        """Return the range that every version is in."""
        return Range(VersionSet.everything(), VersionSet.empty())

    @staticmethod
    def none() -> Range:
        """Return the range that no version is in."""
        return Range(VersionSet.empty(), VersionSet.empty())

    @staticmethod
    def of(named: Extent) -> Range:
        """Return `3.2`: the line or the release that is named."""
        return Range.between(named, named)

    @staticmethod
    def between(first: Extent, last: Extent) -> Range:
        """Return `first ➜ last`, both inside; no version is in where it runs backwards."""
        return _from(first, last.end)

    @staticmethod
    def at_least(named: Extent) -> Range:
        """Return `>= named`."""
        return _from(named, HIGHEST)

    @staticmethod
    def beyond(named: Extent) -> Range:
        """Return `> named`: what lies above all that is named."""
        return Range(VersionSet.of([(named.end, HIGHEST)]), VersionSet.empty())

    @staticmethod
    def at_most(named: Extent) -> Range:
        """Return `<= named`, all that is named inside."""
        return Range(VersionSet.of([(LOWEST, named.end)]), VersionSet.empty())

    @staticmethod
    def below(named: Extent) -> Range:
        """Return `< named`; the pre-releases of what is named are out."""
        return Range(VersionSet.of([(LOWEST, named.edge)]), VersionSet.empty())

    @staticmethod
    def union_of(ranges: Iterable[Range]) -> Range:
        """Return the range of what any of these ranges holds."""
        listed = tuple(ranges)
        if len(listed) == 1:
            return listed[0]
        inside = VersionSet.of(each for item in listed for each in item.inside.intervals)
        edge = VersionSet.of(each for item in listed for each in item.edge.intervals)
        return Range(inside, edge.difference(inside))

    @property
    def is_empty(self) -> bool:
        """Whether no version is in."""
        return self.inside.is_empty

    def membership(self, cut: Cut) -> Membership:
        """Return what the range says of the version that stands at `cut`."""
        if self.inside.contains(cut):
            return Membership.INSIDE
        if self.edge.contains(cut):
            return Membership.PRERELEASE
        return Membership.OUTSIDE

    def union(self, other: Range) -> Range:
        """Return the range of what either range holds."""
        return Range.union_of((self, other))

    def leaving_open(self, versions: VersionSet) -> Range:
        """Return this range without a word about versions that are not in it."""
        edge = VersionSet.of((*self.edge.intervals, *versions.intervals))
        return Range(self.inside, edge.difference(self.inside))

    def intersection(self, other: Range) -> Range:
        """Return the range of what both ranges hold."""
        inside = self.inside.intersection(other.inside)
        possible = self._possible().intersection(other._possible())
        return Range(inside, possible.difference(inside))

    def complement(self) -> Range:
        """Return the range of what this one excludes; what was unstated stays so."""
        return Range(self._possible().complement(), self.edge)

    def difference(self, other: Range) -> Range:
        """Return the range of what this one holds and the other excludes."""
        return self.intersection(other.complement())

    def resolve(self, policy: Prereleases) -> Range:
        """Return the range with its edges decided."""
        if policy is Prereleases.INCLUDED:
            return Range(self._possible(), VersionSet.empty())
        if policy is Prereleases.EXCLUDED:
            return Range(self.inside, VersionSet.empty())
        return self

    def _possible(self) -> VersionSet:
        return self.inside.union(self.edge)


def _from(first: Extent, end: Cut) -> Range:
    if not first.start < end:
        return Range.none()
    has_edge = first.edge < first.start
    edge = VersionSet(((first.edge, first.start),)) if has_edge else VersionSet.empty()
    return Range(VersionSet(((first.start, end),)), edge)
