"""Sets of versions as readers ask about them: by their releases."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_compat.ranges.version_set import Interval, VersionSet
from mkdocs_compat.reasoning.pieces import has_release, release_text
from mkdocs_compat.versions.scheme import HIGHEST, LOWEST, Cut, Scheme, Side


def released(intervals: Iterable[Interval], scheme: Scheme) -> VersionSet:
    """Return versions as far as their releases tell them apart.

    Pre-releases that merely lie before the first release of an interval or behind the last are
    left out, and those that merely lie between two intervals are taken in.

    Args:
        intervals: The versions.
        scheme: The scheme that their cuts were made by.
    """
    found: list[Interval] = []
    for lower, upper in VersionSet.of(intervals).intervals:
        if not has_release(lower, upper, scheme):
            continue
        if found and not has_release(found[-1][1], lower, scheme):
            found[-1] = (found[-1][0], upper)
        else:
            found.append((_first_release(lower, scheme), upper))
    return VersionSet.of((lower, _end(lower, upper, scheme)) for lower, upper in found)


def _first_release(lower: Cut, scheme: Scheme) -> Cut:
    """Return the cut below a release instead of that below its pre-releases."""
    if lower == LOWEST:
        return lower
    mark = scheme.landmark(lower)
    if mark.side is not Side.BELOW_PRERELEASES:
        return lower
    return scheme.extent(mark.text, exact=True).start


def _end(lower: Cut, upper: Cut, scheme: Scheme) -> Cut:
    """Return the cut below the pre-releases of a release instead of one among or above them."""
    if upper == HIGHEST:
        return upper
    mark = scheme.landmark(upper)
    is_among = mark.side is Side.BELOW or mark.is_prerelease
    if not is_among or len(mark.numbers) != scheme.full:
        return upper
    edge = scheme.extent(release_text(mark.text, mark.numbers)).edge
    return edge if lower < edge < upper else upper
