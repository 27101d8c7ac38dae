"""What changed between two models is what a slow evaluator finds by asking about every release."""

from __future__ import annotations

import time
from itertools import product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.reasoning.changing import Change, Changes, has_releases, is_worse
from mkdocs_compat.reasoning.index import Index
from mkdocs_compat.versions import get_scheme
from tests.reasoning.made_up import IDS, build, some_facts
from tests.reasoning.slow_evaluator import EVERY, Facts, Numbers, SlowEvaluator, TableFacts

SEMVER = get_scheme("semver")
KEYS = {each: SEMVER.parse(".".join(map(str, each))).key for each in EVERY}
# A slow evaluator is asked about these pairs.
SOME = tuple(each for each in EVERY if max(each) < 3 or each[1:] == (0, 0))
ALL = tuple(".".join(map(str, each)) for each in EVERY)


def listing_all(given_: Facts) -> Facts:
    """Return the same facts about components that list every release of the small world."""
    return Facts(dict.fromkeys(given_.releases, ALL), given_.tables, given_.rules)


def by_pair(changes: list[Change]) -> dict[tuple[str, Numbers, str, Numbers], list[Change]]:
    """Return the changes by the versions that they speak of, in the order of the components."""
    found: dict[tuple[str, Numbers, str, Numbers], list[Change]] = {}
    for change in changes:
        one, other = sorted(change.members, key=lambda some: IDS.index(some.component))
        mine, its = ([v for v in SOME if s.versions.contains(KEYS[v])] for s in (one, other))
        for versions in product(mine, its):
            is_fleet = one.component == other.component
            x, y = sorted(versions) if is_fleet else versions
            own = found.setdefault((one.component, x, other.component, y), [])
            if change not in own:
                own.append(change)
    return found


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(one=some_facts(released=True), other=some_facts(released=True), mix=st.integers(0, 3))
def test_the_slow_evaluator_finds_the_same(one: Facts, other: Facts, mix: int) -> None:
    if mix == 1:
        other = Facts(one.releases, one.tables[:-1], one.rules)
    elif mix == 2:
        other = Facts(one.releases, (*one.tables, *other.tables[:1]), one.rules)
    elif mix == 3:
        other = Facts(one.releases, one.tables, other.rules)
    one, other = listing_all(one), listing_all(other)
    old, new = SlowEvaluator(one), SlowEvaluator(other)
    changes = by_pair(list(Changes(Index(build(one)), Index(build(other))).of_pairs()))
    for number, a in enumerate(IDS):
        for b in IDS[number:]:
            for x, y in product(SOME, SOME):
                if a == b and y < x:
                    continue
                before, after = (
                    each.pair((a, frozenset([x])), (b, frozenset([y]))) or "unstated"
                    for each in (old, new)
                )
                found = changes.get((a, x, b, y), [])
                if before == after:
                    assert not [each for each in found if len(each.before + each.after) == 2]
                    continue
                assert len(found) == 1, (a, x, b, y, before, after, found)
                assert Verdict(before) in found[0].before
                assert Verdict(after) in found[0].after


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(one=some_facts(released=False))
def test_nothing_changes_without_a_change(one: Facts) -> None:
    assert not list(Changes(Index(build(one)), Index(build(one))).of_pairs())


def test_worse() -> None:
    good, bad, none = (Verdict.COMPATIBLE,), (Verdict.INCOMPATIBLE,), (Verdict.UNSTATED,)
    assert is_worse(good, bad)
    assert is_worse(good, none)
    assert is_worse((*good,), (Verdict.PARTIAL,))
    assert is_worse(none, (Verdict.CONFLICTING,))
    assert is_worse((*bad, *good), bad)
    assert not is_worse(none, bad)
    assert not is_worse(bad, none)
    assert not is_worse(bad, (*bad, *good))


def test_a_thousand_rows_are_compared_in_seconds() -> None:
    rows = tuple((f"{n}.0 ➜ {n}.4", f"{n + 1}.0 ➜ {n + 2}.4") for n in range(1000))
    nothing = dict.fromkeys(IDS, ())
    before = Facts(nothing, (TableFacts(("host", "plugin"), rows),), ())
    shifted = tuple((subject, f"{n + 1}.1 ➜ {n + 2}.4") for n, (subject, _) in enumerate(rows))
    for after_rows, expected in (
        ((*rows[:500], ("500.0 ➜ 500.4", "7.0"), *rows[501:]), 2),
        (shifted, 1000),
    ):
        after = Facts(nothing, (TableFacts(("host", "plugin"), after_rows),), ())
        old, new = Index(build(before)), Index(build(after))
        start = time.perf_counter()
        found = list(Changes(old, new).of_pairs())
        assert time.perf_counter() - start < 10
        assert sum(has_releases(each, new) for each in found) == expected
