"""Rules against stretches of versions, compared with trying every version of a grid."""

from __future__ import annotations

import random
from itertools import product as combinations
from typing import Any

import pytest

from mkdocs_compat.checks.rule_regions import (
    could_forbid,
    forbids,
    regions,
    relation_of,
    written,
)
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.rule import COUNTED, Distance, Rule, Scope
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.ranges.notation import read
from mkdocs_compat.ranges.version_set import Interval, VersionSet
from mkdocs_compat.reasoning.rule_relation import Finding
from mkdocs_compat.source import Place
from mkdocs_compat.versions.registry import get_scheme
from mkdocs_compat.versions.scheme import Level

SEMVER = get_scheme("semver")
ONE = Component("one", "One", (), SEMVER, inferred=False)
TWO = Component("two", "Two", (), SEMVER, inferred=False)
PRODUCT = Product("", "", (ONE, TWO), ())
Triple = tuple[int, int, int]

GRID: tuple[Triple, ...] = tuple(combinations(range(5), range(6), range(4)))
LEVELS = (None, None, *COUNTED)
LINES = [f"{major}.{minor}" for major in (1, 2, 3) for minor in (0, 1, 2)]
SCOPES = (None, None, "<2.1", ">=2", "1.1 ➜ 2.0", "2.0, 3.1", "<=1.2.1")


def inside(text: str) -> VersionSet:
    range_ = read(text, SEMVER).range
    assert range_ is not None
    return range_.inside


def scope(text: str | None) -> Scope | None:
    if text is None:
        return None
    range_ = read(text, SEMVER).range
    assert range_ is not None
    return Scope(text, range_)


def some_rule(chance: random.Random) -> Rule:
    def level() -> Level | None:
        return chance.choice(LEVELS)

    def distance() -> Distance | None:
        found = level()
        return None if found is None else Distance(chance.randrange(3), found)

    said: dict[str, Any] = {name: level() for name in ("same", "not_newer", "not_older")}
    said |= {name: distance() for name in ("behind", "ahead", "apart")}
    for name in chance.sample(sorted(said), 4):
        said[name] = None
    component, other = chance.sample(("one", "two"), 2)
    return Rule(
        id="rule-1",
        name=None,
        component=component,
        other=other,
        when=scope(chance.choice(SCOPES)),
        other_when=scope(chance.choice(SCOPES)),
        verdict=chance.choice((Verdict.COMPATIBLE, Verdict.PARTIAL, Verdict.INCOMPATIBLE)),
        note=None,
        page="page.md",
        url="page/",
        title="Page",
        place=Place("page.md"),
        **said,
    )


def some_range(chance: random.Random) -> str:
    low, high = sorted(chance.sample(LINES, 2))
    return chance.choice((low, f"{low} ➜ {high}", f"{low}, {high}", f"{low}.1 ➜ {high}"))


KEYS: dict[Triple, Any] = {
    version: SEMVER.parse(".".join(map(str, version))).key for version in GRID
}


def lag(count: int, most: int, low: Triple, high: Triple) -> bool | None:
    a, b = low[:count], high[:count]
    if a >= b:
        return True
    return b[-1] - a[-1] <= most if a[:-1] == b[:-1] else None


def holds(rule: Rule, x: Triple, y: Triple) -> list[bool | None]:
    found: list[bool | None] = []
    if rule.same:
        found.append(x[: COUNTED[rule.same]] == y[: COUNTED[rule.same]])
    if rule.not_newer:
        found.append(x[: COUNTED[rule.not_newer]] <= y[: COUNTED[rule.not_newer]])
    if rule.not_older:
        found.append(x[: COUNTED[rule.not_older]] >= y[: COUNTED[rule.not_older]])
    if rule.behind:
        found.append(lag(COUNTED[rule.behind.level], rule.behind.count, x, y))
    if rule.ahead:
        found.append(lag(COUNTED[rule.ahead.level], rule.ahead.count, y, x))
    if rule.apart:
        found.append(lag(COUNTED[rule.apart.level], rule.apart.count, x, y))
        found.append(lag(COUNTED[rule.apart.level], rule.apart.count, y, x))
    return found


def is_forbidden(rule: Rule, one: Triple, two: Triple) -> bool:
    x, y = (one, two) if rule.component == "one" else (two, one)
    for limit, version in ((rule.when, x), (rule.other_when, y)):
        if limit is not None and not limit.range.inside.contains(KEYS[version]):
            return False
    found = holds(rule, x, y)
    return all(found) if rule.verdict is Verdict.INCOMPATIBLE else False in found


def within(versions: VersionSet) -> list[Triple]:
    return [each for each in GRID if versions.contains(KEYS[each])]


def versions_in(interval: Interval) -> list[Triple]:
    return within(VersionSet.of([interval]))


@pytest.mark.parametrize("seed", range(400))
def test_what_is_forbidden_is_found_and_nothing_else(seed: int) -> None:
    chance = random.Random(seed)
    rule = some_rule(chance)
    versions = inside(some_range(chance)), inside(some_range(chance))
    found = [
        region
        for each in regions((relation_of(rule, PRODUCT),), ONE, TWO, versions)
        for region in each
    ]
    forbidden = [
        (one, two)
        for one, two in combinations(*(within(each) for each in versions))
        if is_forbidden(rule, one, two)
    ]
    hits = [region for region in found if forbids(region.said[0])]
    assert bool(hits) == bool(forbidden)
    assert could_forbid(rule, PRODUCT, "one", versions) or not forbidden
    for region in hits:
        for one, two in combinations(versions_in(region.one), versions_in(region.two)):
            assert is_forbidden(rule, one, two)
    for region in found:
        # What cannot be counted from end to end can be for some versions between.
        if all(each and each.finding is Finding.ALLOWED for each in region.said[0]):
            for one, two in combinations(versions_in(region.one), versions_in(region.two)):
                assert not is_forbidden(rule, one, two)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3.1 ➜ 3.5", "One 3.1 ➜ 3.5"),
        (">3.0 <3.6", "One 3.1 ➜ 3.5"),
        ("any", "One"),
        ("4.1.7", "One 4.1.7"),
        ("<4.2", "One below 4.2"),
    ],
)
def test_versions_are_named_by_their_releases(text: str, words: str) -> None:
    assert written(inside(text).intervals, ONE) == words
