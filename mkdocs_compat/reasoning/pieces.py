"""Versions in question, cut into pieces within which no range begins or ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.ranges.version_set import Interval
from mkdocs_compat.reasoning.answer import Asked
from mkdocs_compat.versions.keys import ABOVE, increment
from mkdocs_compat.versions.scheme import HIGHEST, LOWEST, Cut, Scheme, Side

_EPOCH = re.compile(r"[0-9]+!")


def pieces(asked: Asked, cuts: Iterable[Cut]) -> Iterator[Interval]:
    """Cut the versions in question into pieces, in order.

    A line is asked about for its releases, so pieces without one are left out: those between a
    release and where the next cell begins. A single release is one piece; its cuts are not even
    looked for, which is most of the work.
    """
    if is_release(asked):
        yield from asked.versions.intervals
        return
    wanted = set(cuts)
    for start, end in asked.versions.intervals:
        inner = sorted(cut for cut in wanted if start < cut < end)
        for lower, upper in zip([start, *inner], [*inner, end], strict=True):
            if lower == start or has_release(lower, upper, asked.scheme):
                yield lower, upper


def is_release(asked: Asked) -> bool:
    """Tell whether a version is a single release, so that nothing can begin or end within it."""
    (low, high), *more = asked.versions.intervals
    if more or low == LOWEST or high == HIGHEST:
        return False
    if isinstance(low, str):
        return high == low + ABOVE
    below, above = asked.scheme.landmark(low), asked.scheme.landmark(high)
    return above.side is Side.ABOVE and below.side is Side.BELOW and below.text == above.text


def has_release(lower: Cut, upper: Cut, scheme: Scheme) -> bool:
    """Tell whether a release with no more numbers than a full version lies between two cuts."""
    if lower == LOWEST:
        return True
    mark = scheme.landmark(lower)
    if len(mark.numbers) < scheme.full:
        return True
    *leading, last = mark.numbers[: scheme.full]
    is_above = mark.side is Side.ABOVE and not mark.is_prerelease
    if is_above or len(mark.numbers) > scheme.full:
        last = increment(last)
    try:
        return scheme.extent(release_text(mark.text, [*leading, last]), exact=True).start < upper
    except VersionSyntaxError:
        return True


def release_text(text: str, numbers: Sequence[str]) -> str:
    """Write a release with some numbers, in the epoch of a text (Python's versions)."""
    epoch = _EPOCH.match(text)
    return (epoch[0] if epoch else "") + ".".join(numbers)


def cuts_of(range_: Range | None) -> tuple[Cut, ...]:
    """Return every cut of a range."""
    return () if range_ is None else (*range_.inside.cuts(), *range_.edge.cuts())
