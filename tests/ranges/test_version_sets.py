"""The laws of version sets, against sets of points counted out one by one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_compat.ranges.version_set import Interval, VersionSet
from mkdocs_compat.versions.scheme import HIGHEST, LOWEST

# Points at the cuts, and one between any two of them.
CUTS = (LOWEST, *"bcdefgh", HIGHEST)
POINTS = tuple(point for cut in "abcdefgh" for point in (cut, f"{cut}5"))

intervals = st.lists(st.tuples(st.sampled_from(CUTS), st.sampled_from(CUTS)), max_size=6)


def _points(listed: list[Interval]) -> set[str]:
    return {point for point in POINTS for lower, upper in listed if lower <= point < upper}


def _held(versions: VersionSet) -> set[str]:
    return {point for point in POINTS if versions.contains(point)}


@given(intervals)
def test_a_set_holds_what_its_intervals_hold(listed: list[Interval]) -> None:
    assert _held(VersionSet.of(listed)) == _points(listed)


@given(intervals)
def test_a_set_is_canonical(listed: list[Interval]) -> None:
    cuts = VersionSet.of(listed).cuts()
    assert list(cuts) == sorted(set(cuts))


@given(intervals, intervals)
def test_equal_sets_are_equal_data(one: list[Interval], other: list[Interval]) -> None:
    assert (VersionSet.of(one) == VersionSet.of(other)) == (_points(one) == _points(other))


@given(intervals, intervals)
def test_operations_are_those_of_sets(one: list[Interval], other: list[Interval]) -> None:
    a, b = VersionSet.of(one), VersionSet.of(other)
    points, others = _points(one), _points(other)
    assert _held(a.union(b)) == points | others
    assert _held(a.intersection(b)) == points & others
    assert _held(a.difference(b)) == points - others
    assert _held(a.complement()) == set(POINTS) - points
    assert a.is_subset(b) == (points <= others)
    assert a.overlaps(b) == bool(points & others)
    assert a.is_empty == (not points)


@given(intervals, intervals)
def test_results_are_canonical(one: list[Interval], other: list[Interval]) -> None:
    a, b = VersionSet.of(one), VersionSet.of(other)
    for result in (a.union(b), a.intersection(b), a.difference(b), a.complement(), a.gaps()):
        assert result == VersionSet.of(result.intervals)


@given(intervals)
def test_gaps_are_missing_between_the_first_and_the_last(listed: list[Interval]) -> None:
    versions = VersionSet.of(listed)
    held = sorted(_held(versions))
    between = {point for point in POINTS if held and held[0] < point < held[-1]}
    assert _held(versions.gaps()) == between - set(held)


@given(intervals)
def test_double_complement(listed: list[Interval]) -> None:
    versions = VersionSet.of(listed)
    assert versions.complement().complement() == versions
