"""Versions as rules count them: lines of numbers, and the steps between them.

A rule compares the leading numbers of two versions: at the level `minor` the first two. What shares
them is a line. A pre-release counts as the version that it precedes.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.ranges.version_set import Interval
from mkdocs_compat.versions.named import Named
from mkdocs_compat.versions.scheme import HIGHEST, LOWEST, Landmark, Scheme, Side

# An epoch (0 outside Python's versions), then numbers; infinity stands for any number.
Line: TypeAlias = tuple[float, ...]

# How many numbers rules look at: major, minor, patch.
_NUMBERS = 3
_LOWEST_LINE: Line = (0,) * (_NUMBERS + 1)
_HIGHEST_LINE: Line = (math.inf,) * (_NUMBERS + 1)

_REMEMBERED = 2_048

# Python reads and writes no longer numbers in one go.
_MOST_DIGITS = 4_000


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last line that an interval of versions reaches into."""

    low: Line
    high: Line

    def at(self, count: int) -> Span:
        """Return the span of lines of `count` numbers."""
        return Span(self.low[: count + 1], self.high[: count + 1])


class Numbering:
    """How the versions of one scheme fall into lines.

    Attributes:
        scheme: The scheme.
        span: Returns the lines of an interval's first and last release.
        interval: Returns all versions of a line; None where no version can be written so.
    """

    def __init__(self, scheme: Scheme) -> None:
        """Count the versions of `scheme`."""
        self.scheme = scheme
        # The same few intervals and lines come up again and again in one question.
        self.span = lru_cache(_REMEMBERED)(self._span)
        self.interval = lru_cache(_REMEMBERED)(self._interval)

    def _span(self, interval: Interval) -> Span:
        """Return the lines of an interval's first and last release."""
        lower, upper = interval
        low = _LOWEST_LINE if lower == LOWEST else self._first(self.scheme.landmark(lower))
        high = _HIGHEST_LINE if upper == HIGHEST else self._last(self.scheme.landmark(upper))
        # An interval of pre-releases alone ends below the release that they count as.
        return Span(low, max(low, high))

    def _interval(self, line: Line) -> Interval | None:
        """Return all versions of a line; None where no version can be written so."""
        epoch, *numbers = line
        if not numbers or any(math.isinf(number) or number < 0 for number in line):
            return None
        text = ".".join(_digits(int(number)) for number in numbers)
        try:
            named = self.scheme.extent(f"{_digits(int(epoch))}!{text}" if epoch else text)
        except VersionSyntaxError:
            return None
        return named.edge, named.end

    def _first(self, mark: Landmark) -> Line:
        if mark.side is not Side.ABOVE or mark.is_prerelease:
            return _line(mark)
        # The first release behind this one.
        full = self.scheme.full
        numbers = [*mark.numbers[:full], *("0",) * (full - len(mark.numbers))]
        numbers[-1] = _digits(_number(numbers[-1]) + 1)
        return _line(mark, numbers)

    def _last(self, mark: Landmark) -> Line:
        line = _line(mark)
        return line if mark.side is Side.ABOVE or mark.is_prerelease else _before(line)


class NamedNumbering(Numbering):
    """Names fall into lines by what they begin with, and the list of releases numbers them."""

    def __init__(self, scheme: Named) -> None:
        """Count the names of `scheme`."""
        super().__init__(scheme)
        self._lines = tuple((0, *groups) for groups in scheme.groups())
        self._keys = tuple(scheme.parse(name).key for name in scheme.releases)

    def _span(self, interval: Interval) -> Span:
        lower, upper = interval
        first = bisect_left(self._keys, lower)
        last = bisect_left(self._keys, upper) - 1
        if not 0 <= first <= last < len(self._lines):
            return Span(_LOWEST_LINE, _HIGHEST_LINE)
        return Span(self._lines[first], self._lines[last])

    def _interval(self, line: Line) -> Interval | None:
        places = [at for at, each in enumerate(self._lines) if each[: len(line)] == line]
        if not places:
            return None
        last = self.scheme.extent(self._name(places[-1]), exact=True)
        return self._keys[places[0]], last.end

    def _name(self, place: int) -> str:
        return self.scheme.landmark(self._keys[place]).text


@lru_cache(maxsize=256)
def numbering(scheme: Scheme) -> Numbering:
    """Return how the versions of a scheme fall into lines."""
    return NamedNumbering(scheme) if isinstance(scheme, Named) else Numbering(scheme)


class Train:
    """The lines that have releases, in order, at one level: neighbours are one step apart."""

    def __init__(self, lines: Iterable[Line]) -> None:
        """Take lines in any order; all have the same length."""
        self.lines: tuple[Line, ...] = tuple(sorted(set(lines)))

    def steps(self, low: Line, high: Line) -> float | None:
        """Return how many steps `high` lies above `low`, 0 where it does not.

        On the train each line counts, and so does `high` itself where it is not on the train.
        Beyond its ends, and without a train, the numbers count where those before the last are
        the same. None where nothing says how many steps it is.
        """
        if low >= high:
            return 0
        if not self.lines or low > self.lines[-1] or high < self.lines[0]:
            return _difference(low, high)
        oldest, newest = self.lines[0], self.lines[-1]
        outside: float = 0
        for from_, to in ((low, oldest), (newest, high)):
            beyond = _difference(from_, to) if from_ < to else 0
            if beyond is None:
                return None
            outside += beyond
        low, high = max(low, oldest), min(high, newest)
        place = bisect_right(self.lines, high)
        is_listed = self.lines[place - 1] == high
        return outside + place - bisect_right(self.lines, low) + (0 if is_listed else 1)

    def around(self, line: Line, count: int) -> set[Line]:
        """Return lines at which the number of steps from `line` passes `count`, either way."""
        found = {line, _moved(line, count), _moved(line, -count)}
        if not self.lines:
            return found
        oldest, newest = self.lines[0], self.lines[-1]
        place = bisect_left(self.lines, line)
        for at in (place - count, place + count):
            found.update(self.lines[max(0, at - 1) : max(0, at + 2)])
        above = self.steps(line, newest)
        below = self.steps(oldest, line)
        if above is not None:
            found |= {newest, _moved(newest, count - int(above))}
        if below is not None:
            found |= {oldest, _moved(oldest, int(below) - count)}
        return found


def _moved(line: Line, steps: int) -> Line:
    return (*line[:-1], max(0, line[-1] + steps))


def _difference(low: Line, high: Line) -> float | None:
    return high[-1] - low[-1] if low[:-1] == high[:-1] else None


def _line(mark: Landmark, numbers: Iterable[str] | None = None) -> Line:
    epoch, separator, _ = mark.text.partition("!")
    counted = [_number(digits) for digits in (mark.numbers if numbers is None else numbers)]
    counted += [0] * _NUMBERS
    is_epoch = separator and epoch.isdigit()
    return (_number(epoch) if is_epoch else 0, *counted[:_NUMBERS])


def _before(line: Line) -> Line:
    """Return the last line below the first version of `line`."""
    last = max((at for at, number in enumerate(line) if number), default=-1)
    if last < 0:
        return line
    return (*line[:last], line[last] - 1, *(math.inf,) * (len(line) - last - 1))


def _number(digits: str) -> int:
    value = 0
    for start in range(0, len(digits), _MOST_DIGITS):
        part = digits[start : start + _MOST_DIGITS]
        value = value * 10 ** len(part) + int(part)
    return value


def _digits(number: int) -> str:
    head, tail = divmod(number, 10**_MOST_DIGITS)
    return _digits(head) + str(tail).zfill(_MOST_DIGITS) if head else str(tail)
