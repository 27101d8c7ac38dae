"""What all schemes share whose versions begin with numbers and have a total order."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import Any, ClassVar, cast

from mkdocs_compat.errors import ConfigurationError, VersionSyntaxError
from mkdocs_compat.versions import keys
from mkdocs_compat.versions.scheme import Cut, Extent, Landmark, Level, Scheme, Side, Version

# No text of more characters is a version; the browser's engine has the same limit. The reference
# implementations have none, but nobody writes such a thing, and someone may paste a whole file.
MAX_LENGTH = 100_000

# The white space that schemes trim; anything beyond ASCII is refused.
SPACE = " \t\n\v\f\r"

_WRITTEN = re.compile(r"[vV]?([0-9]+(?:\.[0-9]+)*)(.*)", re.DOTALL)
# Versions to some grammars, but not to anyone who writes a table: a wildcard, spaces inside.
_NEVER_WRITTEN = re.compile(r"\A(?:\.[xX])+\Z|[\t-\r ]")
_WRONG_IN_SUFFIX = re.compile(r"[^0-9A-Za-z._+-]|[._+-](?![0-9A-Za-z])")
# Texts up to this length are tried for plain numbers first.
_SHORT = 40
_small_number_key = keys.SMALL_NUMBERS.get
_ZERO = keys.number_key("0")
_LEVELS = (Level.MAJOR, Level.MINOR, Level.PATCH)


# What `Version(...)` does, without the call in between: half the time of reading plain numbers.
_make = tuple.__new__


def _without_zeros(written: list[str]) -> list[str]:
    """Drop the keys of trailing zeros, except the first; keys of a fixed count get them back."""
    count = len(written)
    while count > 1 and written[count - 1] == _ZERO:
        count -= 1
    return written[:count]


def level_at(one: Sequence[str], other: Sequence[str], missing: str) -> Level:
    """Return the level of the first place at which two sequences differ."""
    for place, (part, counterpart) in enumerate(zip_longest(one, other, fillvalue=missing)):
        if part != counterpart:
            return _LEVELS[place] if place < len(_LEVELS) else Level.BUILD
    return Level.NONE


def level_between(a: Version, b: Version) -> Level:
    """Return the coarsest place at which two versions with numbers differ."""
    level = level_at(a.numbers, b.numbers, "0")
    if level is not Level.NONE:
        return level
    if a.prerelease != b.prerelease:
        return Level.PRERELEASE
    return Level.NONE if a.build == b.build else Level.BUILD


def split_written(text: str) -> tuple[str, str] | None:
    """Split a version as tables have it into its numbers and the rest; a leading `v` is left out.

    None where it does not begin with numbers, for a wildcard, and where it has spaces inside.
    """
    found = _WRITTEN.fullmatch(text.strip(SPACE)) if len(text) <= MAX_LENGTH else None
    if found is None or _NEVER_WRITTEN.search(found[2]):
        return None
    return found[1], found[2]


def is_wrong_suffix(suffix: str) -> bool:
    """Tell whether a suffix holds odd characters, or a separator with nothing behind it."""
    return _WRONG_IN_SUFFIX.search(suffix) is not None


class NumberedScheme(Scheme):
    """A scheme whose versions begin with numbers and are ordered by their keys.

    Attributes:
        expected: What a version looks like, as the end of an error message.
        most: The most numbers that a version may have, and the count in its key; None for any
            count, of which trailing zeros count for nothing.
        fewest: The fewest numbers that `parse` takes; lines are padded up to it.
        release_mark: What follows the numbers in the key of a plain release.
    """

    expected: ClassVar[str]
    most: ClassVar[int | None] = None
    fewest: ClassVar[int] = 1
    release_mark: ClassVar[str] = keys.RELEASE

    def __init__(self, full: int = 3) -> None:
        if full < 1 or (self.most is not None and full > self.most):
            raise ConfigurationError(
                f"a full {self.name} version cannot have {full} numbers: "
                f"expected {f'1 to {self.most}' if self.most else '1 or more'}"
            )
        self.full = full
        # For plain numbers: the counts there may be, and what follows so many in a key.
        most = self.most or _SHORT
        self._counts = range(self.fewest, most + 1)
        zeros = [_ZERO * ((self.most or 0) - count) for count in range(most + 1)]
        self._endings = [padding + self.release_mark for padding in zeros]

    @abstractmethod
    def read(self, text: str) -> Version:
        """Parse a version of any form.

        Raises:
            VersionSyntaxError: As `parse`.
        """

    def parse(self, text: str) -> Version:
        # Most versions are a few small numbers, and no grammar is needed to read them.
        if len(text) < _SHORT:
            parts = text.split(".")
            written: list[Any] = [*map(_small_number_key, parts)]
            if None not in written and len(parts) in self._counts:
                if written[-1] == _ZERO:
                    written = _without_zeros(written)
                key = "".join(written) + self._endings[len(written)]
                return _make(Version, (self.name, text, tuple(parts), (), "", key))
        elif len(text) > MAX_LENGTH:
            raise self.refusal(text)
        return self.read(text)

    def key(self, text: str) -> str:
        """Return the key of a version, which is what to sort texts by.

        Raises:
            VersionSyntaxError: As `parse`.
        """
        key: Any = self.parse(text).key
        return str(key)

    def stem(self, numbers: Iterable[str]) -> str:
        """Return the part of a key that these leading numbers make."""
        return self._join([*map(keys.number_key, numbers)])

    def read_numbers(self, text: str) -> tuple[tuple[str, ...], str]:
        """Read numbers between dots: without their leading zeros, and their part of the key."""
        numbers = text.split(".")
        written: list[Any] = [*map(_small_number_key, numbers)]
        if None in written:
            numbers = [*map(keys.strip_zeros, numbers)]
            written = [*map(keys.number_key, numbers)]
        return tuple(numbers), self._join(written)

    def _join(self, written: list[str]) -> str:
        if self.most:
            return "".join(written) + _ZERO * (self.most - len(written))
        return "".join(_without_zeros(written) if written[-1] == _ZERO else written)

    def compare(self, a: Version, b: Version) -> int:
        # Keys are text in all of these schemes; a cast would cost as much as the comparison.
        one: Any = a.key
        other: Any = b.key
        order: int = (one > other) - (one < other)
        return order

    def extent(self, text: str, *, exact: bool = False) -> Extent:
        if len(text) < _SHORT:
            return _remembered_extent(self, text, exact=exact)
        return self._extent(text, exact=exact)

    def _extent(self, text: str, *, exact: bool) -> Extent:
        parts = text.split(".")
        if not exact and len(parts) <= self.full:
            named = self._plain_extent(text, parts)
            if named is not None:
                return named
        written = text.strip(SPACE)
        version, count, plain = self._read_written(text)
        numbers = version.numbers[:count]
        key = cast("str", version.key)
        stem = self.stem(version.numbers)
        below = stem + keys.BELOW_PRERELEASES
        if plain and not exact and count < self.full:
            after = self.stem((*numbers[:-1], keys.increment(numbers[-1])))
            end = after + keys.BELOW_PRERELEASES
            return Extent(written, numbers, is_line=True, edge=below, start=key, end=end)
        edge = below if key == stem + self.release_mark and not exact else key
        end = self.above(key)
        return Extent(written, numbers, is_line=False, edge=edge, start=key, end=end)

    def _plain_extent(self, text: str, parts: list[str]) -> Extent | None:
        """Return what a few small numbers name, as `_extent` would; None where they are none."""
        written: list[Any] = [*map(_small_number_key, parts)]
        if None in written:
            return None
        padding = [_ZERO] * (self.fewest - len(parts))
        stem = self._join([*written, *padding])
        below, start = stem + keys.BELOW_PRERELEASES, stem + self.release_mark
        if len(parts) == self.full:
            end = self.above(start)
            return Extent(text, tuple(parts), is_line=False, edge=below, start=start, end=end)
        following = keys.number_key(keys.increment(parts[-1]))
        end = self._join([*written[:-1], following]) + keys.BELOW_PRERELEASES
        return Extent(text, tuple(parts), is_line=True, edge=below, start=start, end=end)

    def tidy(self, text: str) -> str:
        """Rewrite what has another form in tables and in versions alike, such as a date."""
        return text

    def above(self, key: str) -> str:
        """Return the point above a version and all that counts as the same release."""
        return key + keys.ABOVE

    def landmark(self, cut: Cut) -> Landmark:
        point = cast("str", cut)
        numbers, at = keys.read_numbers(point)
        numbers = self._canonical(numbers)
        text = ".".join(numbers)
        if point[at] == keys.BELOW_PRERELEASES:
            return Landmark(Side.BELOW_PRERELEASES, text, numbers, is_prerelease=False)
        side = Side.ABOVE if point.endswith(keys.ABOVE) else Side.BELOW
        suffix, is_prerelease = self.write_tail(point, at)
        return Landmark(side, text + suffix, numbers, is_prerelease)

    def write_tail(self, cut: str, at: int) -> tuple[str, bool]:
        """Write what follows the numbers of a key, and tell whether it is a pre-release."""
        if cut[at] == keys.RELEASE:
            return "", False
        labels = keys.read_labels(cut, at + 1)
        # No scheme has an empty label at a dot.
        return "-" + ("-" if "" in labels else ".").join(labels), True

    def level(self, a: Version, b: Version) -> Level:
        return level_between(a, b)

    def refusal(self, text: str) -> VersionSyntaxError:
        """Return the error for a text that is no version of this scheme."""
        return VersionSyntaxError(self.name, text, self.expected)

    def _canonical(self, numbers: tuple[str, ...]) -> tuple[str, ...]:
        """Write numbers as many as a full version has, and more only where they say something."""
        count = len(numbers)
        while count > self.full and numbers[count - 1] == "0":
            count -= 1
        return numbers[:count] + ("0",) * (self.full - count)

    def _read_written(self, text: str) -> tuple[Version, int, bool]:
        """Parse a version as tables have it; say how many numbers it has and if that is all."""
        found = split_written(self.tidy(text))
        if found is None:
            raise self.refusal(text)
        numbers, rest = found
        count = numbers.count(".") + 1
        try:
            version = self.parse(numbers + ".0" * (self.fewest - count) + rest)
        except VersionSyntaxError:
            raise self.refusal(text) from None
        return version, count, not rest


# What a cell names is asked for again by every check. Versions are short, so memory stays bounded.
_remembered_extent = lru_cache(maxsize=8192)(NumberedScheme._extent)  # noqa: SLF001 - it is here
