"""Combinations that changed are what a slow evaluator finds, where a row of either lists them."""

from __future__ import annotations

from itertools import product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.reasoning.changing_groups import changed_combinations
from mkdocs_compat.reasoning.index import Index
from mkdocs_compat.versions import get_scheme
from tests.reasoning.made_up import IDS, build
from tests.reasoning.slow_evaluator import (
    EVERY,
    Facts,
    Numbers,
    SlowEvaluator,
    TableFacts,
    named,
)

SEMVER = get_scheme("semver")
KEYS = {each: SEMVER.parse(".".join(map(str, each))).key for each in EVERY}
SOME = tuple(each for each in EVERY if max(each) < 3 and each[2] == 0)
NOTHING: dict[str, tuple[str, ...]] = dict.fromkeys(IDS, ())

CELLS = st.sampled_from(
    ["1.0", "1.1", "1", "2", "1 ➜ 2", "2 ➜ latest", "1.1 ➜ 2.1", "<2", "1, 3", "0.1"]
)
TABLES = st.builds(
    TableFacts,
    st.just(IDS),
    st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=4).map(tuple),
    st.sampled_from(["compatible", "partial", "incompatible"]),
    st.just("unstated"),
    st.just(value=True),
)


def is_listed(table: TableFacts, versions: tuple[Numbers, ...]) -> bool:
    """Tell whether a row lists a combination."""
    return any(
        all(version in named(cell) for version, cell in zip(versions, row, strict=True))
        for row in table.rows
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(one=TABLES, other=TABLES)
def test_the_slow_evaluator_finds_the_same(one: TableFacts, other: TableFacts) -> None:
    before, after = Facts(NOTHING, (one,), ()), Facts(NOTHING, (other,), ())
    old, new = SlowEvaluator(before), SlowEvaluator(after)
    changes = list(changed_combinations(Index(build(before)), Index(build(after))))
    for versions in product(SOME, repeat=3):
        instances = [(id_, frozenset([each])) for id_, each in zip(IDS, versions, strict=True)]
        was, now = (each.verdict(instances) or "unstated" for each in (old, new))
        at = dict(zip(IDS, versions, strict=True))
        found = [
            change
            for change in changes
            if all(some.versions.contains(KEYS[at[some.component]]) for some in change.members)
        ]
        if was == now:
            assert not found
        elif is_listed(one, versions) or is_listed(other, versions):
            assert [(each.before, each.after) for each in found] == [
                ((Verdict(was),), (Verdict(now),))
            ]
        else:
            assert not found
