"""Sets of versions as intervals between cuts: canonical, so that equal sets are equal data."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from mkdocs_compat.versions.scheme import HIGHEST, LOWEST, Cut

# From the lower cut up to the upper one. A version stands at its key, so it lies inside when its
# key is not below the lower cut and is below the upper one.
Interval: TypeAlias = tuple[Cut, Cut]


class VersionSet(NamedTuple):
    """A set of versions of one scheme.

    Build one with `of`, `empty` or `everything`.

    Attributes:
        intervals: Sorted, none empty, none touching the next: the only way to write this set.
    """

    intervals: tuple[Interval, ...]

    @staticmethod
    def empty() -> VersionSet:
        """Return the set without versions."""
        return _EMPTY

    @staticmethod
    def everything() -> VersionSet:
        """Return the set of all versions."""
        return _EVERYTHING

    @staticmethod
    def of(intervals: Iterable[Interval]) -> VersionSet:
        """Return the union of intervals in any order; an interval that runs backwards is empty."""
        merged: list[Interval] = []
        for lower, upper in sorted(
            (each for each in intervals if each[0] < each[1]), key=lambda each: each[0]
        ):
            if merged and not merged[-1][1] < lower:
                last_lower, last_upper = merged[-1]
                merged[-1] = (last_lower, max(last_upper, upper))
            else:
                merged.append((lower, upper))
        return VersionSet(tuple(merged))

    @property
    def is_empty(self) -> bool:
        """Whether no version can be in the set."""
        return not self.intervals

    def contains(self, cut: Cut) -> bool:
        """Tell whether the version that stands at `cut` is in the set."""
        index = bisect_right(self.intervals, cut, key=lambda each: each[0])
        return index > 0 and cut < self.intervals[index - 1][1]

    def union(self, other: VersionSet) -> VersionSet:
        """Return the versions that are in either set."""
        if not (self.intervals and other.intervals):
            return self if self.intervals else other
        return VersionSet.of((*self.intervals, *other.intervals))

    def intersection(self, other: VersionSet) -> VersionSet:
        """Return the versions that are in both sets."""
        return VersionSet(tuple(self._shared(other)))

    def complement(self) -> VersionSet:
        """Return the versions that are not in the set."""
        edges = (LOWEST, *self.cuts(), HIGHEST)
        gaps = zip(edges[::2], edges[1::2], strict=True)
        return VersionSet(tuple((lower, upper) for lower, upper in gaps if lower < upper))

    def difference(self, other: VersionSet) -> VersionSet:
        """Return the versions that are in this set and not in the other."""
        return self.intersection(other.complement()) if other.intervals else self

    def overlaps(self, other: VersionSet) -> bool:
        """Tell whether the sets share a version."""
        return next(self._shared(other), None) is not None

    def is_subset(self, other: VersionSet) -> bool:
        """Tell whether every version of this set is in the other."""
        return self.difference(other).is_empty

    def gaps(self) -> VersionSet:
        """Return the versions that are missing between the lowest and the highest interval."""
        between = ((first[1], second[0]) for first, second in pairwise(self.intervals))
        return VersionSet(tuple(between))

    def cuts(self) -> tuple[Cut, ...]:
        """Return the cuts at which intervals begin and end, in order."""
        return tuple(cut for interval in self.intervals for cut in interval)

    def _shared(self, other: VersionSet) -> Iterator[Interval]:
        """Yield the intervals of the intersection, in one walk over both."""
        mine, its = iter(self.intervals), iter(other.intervals)
        a, b = next(mine, None), next(its, None)
        while a is not None and b is not None:
            lower, upper = max(a[0], b[0]), min(a[1], b[1])
            if lower < upper:
                yield lower, upper
            if a[1] < b[1]:
                a = next(mine, None)
            else:
                b = next(its, None)


_EMPTY = VersionSet(())
_EVERYTHING = VersionSet(((LOWEST, HIGHEST),))
