"""Answers on products that Hypothesis makes up, against an evaluator that tries everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, product

from hypothesis import HealthCheck, given, settings

from mkdocs_compat.ranges.notation import read
from mkdocs_compat.reasoning.answer import Asked, Move, Split
from mkdocs_compat.reasoning.compatibility import Compatibility
from mkdocs_compat.versions import get_scheme
from tests.reasoning.made_up import IDS, Case, build, cases
from tests.reasoning.slow_evaluator import (
    CLASHING,
    EVERY,
    HIGHEST,
    WORKING,
    Instance,
    Numbers,
    SlowEvaluator,
)

Question = Mapping[str, Sequence[str]]

SCHEME = get_scheme("semver")
THOROUGH = settings(
    deadline=None,
    max_examples=150,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@THOROUGH
@given(cases())
def test_verdicts(case: Case) -> None:
    slow = SlowEvaluator(case.facts)
    answer = Compatibility(build(case.facts)).ask(case.question)
    instances = slow.question(case.question)
    assert not answer.problems
    assert (answer.verdict and answer.verdict.value) == slow.verdict(instances)
    expected = [
        slow.pair(a, b) for a, b in combinations(instances, 2) if slow.is_related(a[0], b[0])
    ]
    assert sorted(pair.verdict.value for pair in answer.pairs) == sorted(map(str, expected))
    for pair in answer.pairs:
        a, b = released(pair.a), released(pair.b)
        assert pair.verdict.value == slow.pair(a, b)
        assert len(pair.split) != 1
        for part in pair.split:
            check_split(part, slow, a, b)


def check_split(part: Split, slow: SlowEvaluator, a: Instance, b: Instance) -> None:
    """Every two releases of a part have its verdict; of one that says `some`, some have."""
    mine = (a[0], a[1] if part.a is None else a[1] & written(part.a))
    its = (b[0], b[1] if part.b is None else b[1] & written(part.b))
    found = {
        slow.pair((mine[0], frozenset({x})), (its[0], frozenset({y})))
        for x in mine[1]
        for y in its[1]
    }
    # A part may lie above what the slow evaluator knows, with what decides it.
    is_beyond = part.some and any(reaches_beyond(text) for text in (part.a, part.b) if text)
    assert not found or is_beyond or part.verdict.value in found
    assert part.some or len(found) <= 1


@THOROUGH
@given(cases())
def test_smallest_clash(case: Case) -> None:
    slow = SlowEvaluator(case.facts)
    clash = Compatibility(build(case.facts)).ask(case.question).clash
    instances = slow.question(case.question)
    # What counts as a whole may be unstated where a part of it is in no row: then nothing clashes.
    sizes = range(1, len(instances) + 1) if slow.verdict(instances) in CLASHING else ()
    smallest = next(
        (
            size
            for size in sizes
            for some in combinations(instances, size)
            if slow.verdict(some) in CLASHING
        ),
        0,
    )
    assert len(clash) == smallest
    if clash:
        members = [released(each) for each in clash]
        assert all(members.count(each) <= instances.count(each) for each in members)
        assert slow.verdict(members) in CLASHING
        for left_out in range(len(members)):
            rest = members[:left_out] + members[left_out + 1 :]
            assert slow.verdict(rest) not in CLASHING


@THOROUGH
@given(cases())
def test_open_components(case: Case) -> None:
    slow = SlowEvaluator(case.facts)
    compatibility = Compatibility(build(case.facts))
    instances = slow.question(case.question)
    for component in IDS:
        if component in case.question:
            continue
        answer = compatibility.open(case.question, component)
        parts = answer.parts if answer else ()
        # A line ends for the slow evaluator where it stops counting. What is at most two steps, the
        # largest distance of a rule, below that end is near it for him alone, so it is left out.
        counted = [version for version in EVERY if max(version) < HIGHEST - 2]
        found = {verdict.value: written(text) & set(counted) for verdict, text in parts}
        expected: dict[str, set[Numbers]] = {}
        for version in counted:
            together = [*instances, (component, frozenset({version}))]
            verdict_then = slow.verdict_of(together, len(instances))
            if verdict_then in (*WORKING, "untested"):
                expected.setdefault(str(verdict_then), set()).add(version)
        assert {verdict: own for verdict, own in found.items() if own} == expected


@THOROUGH
@given(cases())
def test_fixes_help(case: Case) -> None:
    slow = SlowEvaluator(case.facts)
    compatibility = Compatibility(build(case.facts))
    verdict = slow.verdict(slow.question(case.question))
    fixes = compatibility.fixes(case.question)
    assert len(fixes) <= 3
    assert not fixes or verdict != "compatible"
    for fix in fixes:
        fixed = slow.verdict(slow.question(moved(case.question, fix.moves)))
        assert fixed == fix.verdict.value
        assert fixed in WORKING
        assert fixed != verdict


@THOROUGH
@given(cases(released=True, exact=True))
def test_fixes_are_found(case: Case) -> None:
    slow = SlowEvaluator(case.facts)
    verdict = slow.verdict(slow.question(case.question))
    fixes = Compatibility(build(case.facts)).fixes(case.question)
    if verdict in (None, *WORKING):
        return
    if can_be_fixed(slow, case, 1):
        assert fixes
        assert len(fixes[0].moves) == 1
    elif not fixes:
        assert not can_be_fixed(slow, case, 2)


@THOROUGH
@given(cases(released=True, exact=True))
def test_standings(case: Case) -> None:
    slow = SlowEvaluator(case.facts)
    instances = slow.question(case.question)
    for standing in Compatibility(build(case.facts)).standings(case.question):
        component = standing.component
        if standing.kind == "fine":
            assert not standing.moves
            assert works(slow, component, instances)
            continue
        assert not works(slow, component, instances)
        after = slow.question(moved(case.question, standing.moves))
        touched = {move.component for move in standing.moves}
        match standing.kind:
            case "update":
                assert len(touched) == 1
                assert works(slow, component, after)
            case "both":
                assert len(touched) == 2
                assert works(slow, component, after)
            case _:
                assert standing.kind == "none"
                assert not standing.moves


def works(slow: SlowEvaluator, component: str, instances: Sequence[Instance]) -> bool:
    """Tell whether every instance of a component works with all that it is related to."""
    mine = (at for at, each in enumerate(instances) if each[0] == component)
    return all(slow.verdict_of(instances, at) in (None, *WORKING) for at in mine)


def can_be_fixed(slow: SlowEvaluator, case: Case, changes: int) -> bool:
    """Tell whether other releases of so many instances make the question work."""
    return any(
        slow.verdict(changed) in WORKING for changed in changed_questions(slow, case, changes)
    )


def changed_questions(slow: SlowEvaluator, case: Case, changes: int) -> Iterator[list[Instance]]:
    instances = slow.question(case.question)
    for places in combinations(range(len(instances)), changes):
        listed = [case.facts.releases[instances[at][0]] for at in places]
        for texts in product(*listed):
            changed = list(instances)
            for at, text in zip(places, texts, strict=True):
                changed[at] = (instances[at][0], written(text))
            yield changed


def moved(question: Question, moves: Iterable[Move]) -> dict[str, list[str]]:
    """Return a question with some instances moved."""
    texts = {id_: list(fleet) for id_, fleet in question.items()}
    for move in moves:
        assert texts[move.component][move.instance] == move.was
        texts[move.component][move.instance] = move.now
    return texts


def released(asked: Asked) -> Instance:
    return asked.component, written(asked.text)


def reaches_beyond(text: str) -> bool:
    """Tell whether a text of ours names releases that the slow evaluator does not know."""
    beyond = (each for each in product(range(HIGHEST + 2), repeat=3) if HIGHEST + 1 in each)
    range_ = read(text.replace(" with its pre-releases", ""), SCHEME).range
    return range_ is not None and any(
        range_.inside.contains(SCHEME.parse(".".join(map(str, each))).key) for each in beyond
    )


@cache
def written(text: str) -> frozenset[Numbers]:
    """Return the releases that a text of ours names."""
    range_ = read(text.replace(" with its pre-releases", ""), SCHEME).range
    assert range_ is not None, text
    keys = {each: SCHEME.parse(".".join(map(str, each))).key for each in EVERY}
    return frozenset(each for each, key in keys.items() if range_.inside.contains(key))
