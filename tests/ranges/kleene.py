"""A slow, independent reading of ranges: versions as tuples of numbers, and no cuts at all.

What a range says of a version is a truth value of Kleene's logic: 1 inside, 0 outside, and a half
where nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

from hypothesis import strategies as st

from mkdocs_compat.ranges.range import Range
from mkdocs_compat.versions import get_scheme
from mkdocs_compat.versions.scheme import Extent

SCHEME = get_scheme("semver")
INSIDE, UNSTATED, OUTSIDE = 1.0, 0.5, 0.0

# Of three numbers; behind them "" for a release, else the pre-release.
Point = tuple[int, int, int, str]
Says = Callable[[Point], float]

_LABELS = ("alpha", "beta", "")
POINTS: tuple[Point, ...] = tuple(product(range(3), range(3), range(3), _LABELS))


@dataclass(frozen=True)
class Named:
    """A version as written: one to three numbers, with three perhaps a pre-release."""

    numbers: tuple[int, ...]
    label: str = ""

    @property
    def text(self) -> str:
        written = ".".join(map(str, self.numbers))
        return f"{written}-{self.label}" if self.label else written

    @property
    def extent(self) -> Extent:
        return SCHEME.extent(self.text)

    def starts_before(self, point: Point) -> float:
        """Tell whether a point lies at or above the first version that is named."""
        numbers, label = point[:3], point[3]
        first = (*self.numbers, 0, 0)[:3]
        if numbers != first:
            return float(numbers > first)
        if self.label:
            return float(not label or label >= self.label)
        return UNSTATED if label else INSIDE

    def reaches(self, point: Point) -> bool:
        """Tell whether a point lies at or below the last version that is named."""
        numbers, label = point[: len(self.numbers)], point[3]
        if numbers != self.numbers or not self.label:
            return numbers <= self.numbers
        return label != "" and label <= self.label

    def is_above(self, point: Point) -> bool:
        """Tell whether a point lies below all that is named, pre-releases and all."""
        numbers, label = point[: len(self.numbers)], point[3]
        if numbers != self.numbers:
            return numbers < self.numbers
        return self.label != "" and label != "" and label < self.label


named = st.one_of(
    st.builds(Named, st.lists(st.integers(0, 2), min_size=1, max_size=3).map(tuple)),
    st.builds(Named, st.tuples(*[st.integers(0, 2)] * 3), st.sampled_from(_LABELS[:2])),
)

# A range, what it says, and a notation for it.
Model = tuple[Range, Says, str]


def _between(first: Named, last: Named) -> Model:
    is_backwards = not any(
        first.starts_before(point) == INSIDE and last.reaches(point) for point in POINTS
    )

    def says(point: Point) -> float:
        return min(first.starts_before(point), last.reaches(point)) * (not is_backwards)

    return Range.between(first.extent, last.extent), says, f"{first.text} ➜ {last.text}"


atoms = st.one_of(
    st.just((Range.any(), lambda _: INSIDE, "any")),
    named.map(lambda it: (Range.of(it.extent), _between(it, it)[1], it.text)),
    named.map(lambda it: (Range.at_least(it.extent), it.starts_before, f">={it.text}")),
    named.map(lambda it: (Range.at_most(it.extent), it.reaches, f"<={it.text}")),
    named.map(lambda it: (Range.below(it.extent), it.is_above, f"<{it.text}")),
    named.map(lambda it: (Range.beyond(it.extent), lambda at: not it.reaches(at), f">{it.text}")),
    st.builds(_between, named, named),
)


def said(range_: Range) -> dict[Point, float]:
    """Return what a range says of every point."""
    words = {"inside": INSIDE, "pre-release": UNSTATED, "outside": OUTSIDE}
    return {
        point: words[range_.membership(SCHEME.parse(_write(point)).key).value] for point in POINTS
    }


def _write(point: Point) -> str:
    major, minor, patch, label = point
    return f"{major}.{minor}.{patch}-{label}" if label else f"{major}.{minor}.{patch}"
