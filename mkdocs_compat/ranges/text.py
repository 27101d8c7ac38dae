"""Ranges written back in the notation that an author would use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.ranges.version_set import Interval
from mkdocs_compat.versions.keys import strip_zeros
from mkdocs_compat.versions.scheme import HIGHEST, LOWEST, Cut, Landmark, Scheme, Side

# What lies below a release and above its pre-releases has no notation.
_WITH_PRERELEASES = " with its pre-releases"


def write(range_: Range, scheme: Scheme, arrow: str = "➜", usual: int | None = None) -> str:
    """Write a range so that reading it again gives the same versions inside.

    Its edges are not written, for they follow from where it begins. The pre-releases of a
    release without the release itself have no notation: `below 3.2.0 with its pre-releases`.

    Args:
        range_: The range.
        scheme: The scheme that its cuts were made by.
        arrow: What to write between the ends of a range.
        usual: How many numbers a version is written with at least; one less than a full version
            has unless given.

    Returns:
        `any`, `none`, or items such as `3.2`, `3.3 ➜ 4.30.3`, `3.0 ➜ latest`, `below 2.6`, with
        `, ` between them; behind them `except 5.2.0` for single versions that are missing.
    """
    if range_.is_empty:
        return "none"
    writer = _Writer(scheme, arrow, max(1, scheme.full - 1) if usual is None else usual)
    items, missing = writer.split(range_.inside.intervals)
    texts = [writer.item(item) for item in items]
    if items[0][0] == LOWEST and len(texts) > 1 and texts[1].startswith(">"):
        # With a comma the two would be read as bounds of one item.
        texts[:2] = [" or ".join(texts[:2])]
    text = ", ".join(texts)
    return f"{text} except {', '.join(missing)}" if missing else text


@dataclass(frozen=True, slots=True)
class _Writer:
    scheme: Scheme
    arrow: str
    usual: int

    def split(self, intervals: Sequence[Interval]) -> tuple[list[Interval], list[str]]:
        """Join the intervals between which a single release is missing; return those releases."""
        items, missing = [intervals[0]], []
        for (_, gap), interval in pairwise(intervals):
            release = self._release_between(gap, interval[0])
            if release:
                missing.append(release)
                items[-1] = (items[-1][0], interval[1])
            else:
                items.append(interval)
        return items, missing

    def item(self, interval: Interval) -> str:
        """Write one interval."""
        lower, upper = interval
        if lower == LOWEST:
            return self._from_the_beginning(upper)
        low = self.scheme.landmark(lower)
        if upper == HIGHEST:
            if low.side is not Side.BELOW:
                return self._above(low)
            return f"{_short(low, self.usual)} {self.arrow} latest"
        high = self.scheme.landmark(upper)
        line = self._line_before(high)
        last = line or high.text
        if self._is_named(last, interval):
            return last
        if low.side is Side.BELOW and low.text == high.text:
            # A name that is a line and a release.
            return f"={last}"
        is_arrow = low.side is Side.BELOW and (line is not None or high.side is Side.ABOVE)
        count = self.usual if line is None else line.count(".") + 1
        first = _short(low, count)
        if is_arrow:
            # `3.3 ➜ 3` would be right and look wrong.
            is_odd = first.startswith(f"{line}.")
            return f"{first} {self.arrow} {last}{'.x' if is_odd else ''}"
        return f"{self._above(low)} {self._up_to(high)}"

    def _from_the_beginning(self, upper: Cut) -> str:
        if upper == HIGHEST:
            return "any"
        high = self.scheme.landmark(upper)
        if high.side is Side.ABOVE:
            return f"up to {high.text}"
        return f"below {self._stop(high)}"

    def _above(self, low: Landmark) -> str:
        if low.side is Side.BELOW:
            return f">={_short(low, self.usual)}"
        if low.side is Side.ABOVE:
            return f">{low.text}"
        line = self._line_before(low)
        return f">{line}" if line else f">={low.text}{_WITH_PRERELEASES}"

    def _up_to(self, high: Landmark) -> str:
        return f"<={high.text}" if high.side is Side.ABOVE else f"<{self._stop(high)}"

    def _stop(self, high: Landmark) -> str:
        """Return what is just out where an interval ends below `high`."""
        if high.side is Side.BELOW_PRERELEASES:
            return _short(high, self.usual)
        named = self.scheme.extent(high.text)
        return high.text if named.edge == named.start else high.text + _WITH_PRERELEASES

    def _line_before(self, mark: Landmark) -> str | None:
        """Return the line that ends below the pre-releases of a release."""
        if mark.side is not Side.BELOW_PRERELEASES:
            return None
        shortest = _short(mark, 1)
        # An epoch of Python's versions stands before a "!".
        last = shortest.replace("!", ".").rpartition(".")[2]
        if shortest.count(".") + 1 >= self.scheme.full or not last.strip("0"):
            return None
        return shortest.removesuffix(last) + _decrement(last)

    def _is_named(self, text: str, interval: Interval) -> bool:
        """Tell whether a version or line is all of an interval."""
        try:
            named = self.scheme.extent(text)
        except VersionSyntaxError:
            return False
        return (named.start, named.end) == interval

    def _release_between(self, lower: Cut, upper: Cut) -> str | None:
        """Return the release that alone lies between two cuts."""
        high = self.scheme.landmark(upper)
        if high.side is not Side.ABOVE:
            return None
        named, exact = (self.scheme.extent(high.text, exact=exact) for exact in (False, True))
        if (named.edge, named.end) == (lower, upper):
            return high.text
        return f"={high.text}" if (exact.start, exact.end) == (lower, upper) else None


def _short(mark: Landmark, count: int) -> str:
    """Write a release with as few numbers as say it, but at least `count`; others as they are."""
    numbers = list(mark.numbers)
    written = ".".join(numbers)
    if not written or not mark.text.endswith(written):
        return mark.text
    while len(numbers) > count and numbers[-1] == "0":
        numbers.pop()
    return mark.text[: len(mark.text) - len(written)] + ".".join(numbers)


def _decrement(digits: str) -> str:
    """Subtract one from a number written in digits; int() refuses very long ones."""
    head = digits.rstrip("0")
    zeros = len(digits) - len(head)
    return strip_zeros(head[:-1] + chr(ord(head[-1]) - 1) + "9" * zeros)
