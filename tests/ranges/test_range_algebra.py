"""The laws of ranges in Kleene's logic, and every range against the slow reading of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_compat.ranges.notation import read
from mkdocs_compat.ranges.range import Prereleases, Range
from tests.ranges.kleene import INSIDE, OUTSIDE, POINTS, SCHEME, UNSTATED, Model, atoms, said


def _joined(parts: tuple[Model, Model]) -> Model:
    (one, says_one, _), (other, says_other, _) = parts
    return one.union(other), lambda at: max(says_one(at), says_other(at)), ""


def _shared(parts: tuple[Model, Model]) -> Model:
    (one, says_one, _), (other, says_other, _) = parts
    return one.intersection(other), lambda at: min(says_one(at), says_other(at)), ""


def _inverted(part: Model) -> Model:
    range_, says, _ = part
    return range_.complement(), lambda at: INSIDE - says(at), ""


models = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(_joined),
        st.tuples(inner, inner).map(_shared),
        inner.map(_inverted),
    ),
    max_leaves=6,
)
ranges = models.map(lambda model: model[0])


@given(models)
def test_a_range_says_what_the_slow_reading_says(model: Model) -> None:
    range_, says, _ = model
    assert said(range_) == {point: float(says(point)) for point in POINTS}


@given(atoms)
def test_a_notation_says_what_the_slow_reading_says(model: Model) -> None:
    _, says, text = model
    notation = read(text, SCHEME)
    expected = {point: float(says(point)) for point in POINTS}
    if notation.range is None:
        assert [problem.kind.value for problem in notation.problems] == ["reversed-range"]
        assert INSIDE not in expected.values()
    else:
        assert said(notation.range) == expected


@given(ranges)
def test_edges_are_not_inside(range_: Range) -> None:
    assert not range_.edge.overlaps(range_.inside)


@given(ranges, ranges)
def test_commutativity(a: Range, b: Range) -> None:
    assert a.union(b) == b.union(a)
    assert a.intersection(b) == b.intersection(a)


@given(ranges, ranges, ranges)
def test_associativity(a: Range, b: Range, c: Range) -> None:
    assert a.union(b).union(c) == a.union(b.union(c)) == Range.union_of((a, b, c))
    assert a.intersection(b).intersection(c) == a.intersection(b.intersection(c))


@given(ranges, ranges, ranges)
def test_distributivity(a: Range, b: Range, c: Range) -> None:
    assert a.intersection(b.union(c)) == a.intersection(b).union(a.intersection(c))
    assert a.union(b.intersection(c)) == a.union(b).intersection(a.union(c))


@given(ranges, ranges)
def test_absorption(a: Range, b: Range) -> None:
    assert a.union(a.intersection(b)) == a == a.intersection(a.union(b))


@given(ranges)
def test_idempotence(a: Range) -> None:
    assert a.union(a) == a == a.intersection(a)


@given(ranges)
def test_identity(a: Range) -> None:
    assert a.union(Range.none()) == a == a.intersection(Range.any())
    assert a.union(Range.any()) == Range.any()
    assert a.intersection(Range.none()) == Range.none()


@given(ranges)
def test_double_complement(a: Range) -> None:
    assert a.complement().complement() == a


@given(ranges, ranges)
def test_de_morgan(a: Range, b: Range) -> None:
    assert a.union(b).complement() == a.complement().intersection(b.complement())
    assert a.intersection(b).complement() == a.complement().union(b.complement())


@given(ranges, ranges)
def test_difference_is_what_the_other_excludes(a: Range, b: Range) -> None:
    assert a.difference(b) == a.intersection(b.complement())


@given(ranges)
def test_what_is_unstated_is_unstated_in_the_complement(a: Range) -> None:
    """Kleene's logic has no excluded middle."""
    assert a.complement().edge == a.edge
    assert a.union(a.complement()).edge == a.edge


@given(ranges)
def test_a_policy_decides_every_edge(a: Range) -> None:
    stated = said(a)
    for policy, value in ((Prereleases.INCLUDED, INSIDE), (Prereleases.EXCLUDED, OUTSIDE)):
        decided = {point: value if says == UNSTATED else says for point, says in stated.items()}
        assert said(a.resolve(policy)) == decided
    assert a.resolve(Prereleases.UNSTATED) == a
