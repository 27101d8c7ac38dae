"""Ranges written as shortly as a component's list of releases allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from mkdocs_compat.ranges.range import Membership, Range
from mkdocs_compat.versions.scheme import HIGHEST, LOWEST, Scheme, Version


def simplify(range_: Range, releases: Iterable[str], scheme: Scheme, arrow: str = "➜") -> str:
    """Write a range as shortly as possible so that the same releases are inside.

    With the releases 3.0.0, 3.0.1 and 3.2.0, `3.0.0 ➜ 3.1.5` is just `3.0`. Nothing is said
    beyond the list that the range does not say: only one without an upper bound is written with
    `latest`, only one without a lower bound with `up to`.

    Args:
        range_: The range.
        releases: The releases, in any order.
        scheme: The scheme of both.
        arrow: What to write between the ends of a range.

    Raises:
        VersionSyntaxError: A release is no version of the scheme.
    """
    known = {version.key: version for version in map(scheme.parse, releases)}
    listed = [known[key] for key in sorted(known)]
    runs = _runs([range_.membership(version.key) is Membership.INSIDE for version in listed])
    cuts = range_.inside.cuts()
    writer = _Writer(scheme, listed, arrow)
    texts = [
        writer.write(
            first,
            last,
            has_start=first > 0 or LOWEST not in cuts[:1],
            has_end=last < len(listed) - 1 or HIGHEST not in cuts[-1:],
        )
        for first, last in runs
    ]
    return ", ".join(texts) or "none"


def _runs(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last place of each stretch of True."""
    for is_inside, places in groupby(range(len(flags)), key=flags.__getitem__):
        if is_inside:
            stretch = list(places)
            yield stretch[0], stretch[-1]


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes stretches of a sorted list of releases."""

    scheme: Scheme
    listed: Sequence[Version]
    arrow: str

    def write(self, first: int, last: int, *, has_start: bool, has_end: bool) -> str:
        """Write the releases from one place to another, both in."""
        starts = self._starts(first) if has_start else [""]
        ends = self._ends(last, self._texts(last)) if has_end else ["latest"]
        if not (starts and ends):
            # Where a name is a line and a release, the release alone begins and ends no range.
            return ", ".join(f"={release.text}" for release in self.listed[first : last + 1])
        if not has_start:
            return f"up to {ends[0]}" if has_end else "any"
        alone = self._ends(last, starts) if has_end else []
        # `3.3 ➜ 3` would be right and look wrong.
        shown = [text for text in ends if not starts[0].startswith(f"{text}.")]
        return (alone or [f"{starts[0]} {self.arrow} {shown[0]}"])[0]

    def _starts(self, place: int) -> list[str]:
        """Return texts, the shortest first, that begin at a release and not at an earlier one."""
        release = self.listed[place].key
        before = self.listed[place - 1].key if place else LOWEST
        texts = self._texts(place)
        return [text for text in texts if before < self.scheme.extent(text).start <= release]

    def _ends(self, place: int, texts: Sequence[str]) -> list[str]:
        """Return those of some texts that end at a release and not at a later one."""
        release = self.listed[place].key
        after = self.listed[place + 1].key if place + 1 < len(self.listed) else HIGHEST
        return [text for text in texts if release < self.scheme.extent(text).end <= after]

    def _texts(self, place: int) -> list[str]:
        """Return the lines that a release belongs to, from the widest on, and the release."""
        mark = self.scheme.landmark(self.listed[place].key)
        numbers = mark.numbers if mark.text == ".".join(mark.numbers) else ()
        return [".".join(numbers[:count]) for count in range(1, len(numbers))] + [mark.text]
