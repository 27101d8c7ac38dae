"""Among safe forms Maven's order is a total order; outside it is not, and the test says so."""

from __future__ import annotations

from functools import cmp_to_key
from itertools import product

import pytest

from mkdocs_compat.versions import compare, get_scheme
from mkdocs_compat.versions.maven import is_safe, tokenize
from mkdocs_compat.versions.pairwise import PairwiseCut, compare_tokens
from mkdocs_compat.versions.scheme import HIGHEST, LOWEST, Side

PARTS = ("0", "1", "2", "alpha", "rc", "sp", "foo", "final", "a")


def _texts() -> set[str]:
    texts = set(PARTS)
    for _ in range(2):
        texts |= {a + sep + b for a, sep, b in product(texts, (".", "-", ""), PARTS)}
    return texts


def test_safe_forms_have_a_total_order() -> None:
    safe = {tokenize(text) for text in _texts() if is_safe(text)}
    ordered = sorted(safe, key=cmp_to_key(compare_tokens))
    assert len(ordered) > 200
    for place, lower in enumerate(ordered):
        assert all(compare_tokens(lower, higher) == -1 for higher in ordered[place + 1 :])


@pytest.mark.parametrize(
    "circle",
    [
        ("1", "1.redhat-00001", "1a1"),
        ("7.1.3", "7.1.3.redhat-00001", "7.1.3.Beta1"),
        ("3.5.0", "3.5.0.pre", "3.5.0.Beta-1"),
        ("1", "1-sp", "1-0.alpha"),
        ("0", "foo", "0-alpha"),
    ],
)
def test_circles_have_an_unsafe_form(circle: tuple[str, str, str]) -> None:
    maven = get_scheme("maven")
    a, b, c = circle
    assert [compare(maven, a, b), compare(maven, b, c), compare(maven, c, a)] == [-1, -1, -1]
    assert not all(is_safe(text) for text in circle)


@pytest.mark.parametrize(
    "text",
    [
        "3.5.0",
        "5.0.0.RELEASE",
        "2.0.0.Final",
        "1.0-SNAPSHOT",
        "1.0.0.RC1",
        "1.0-alpha-2",
        "1.0a1",
        "31.1-jre",
        "1.0-20190126.230843-1",
        "1.0.Final-redhat-1",
        "2.0.0.SP1-redhat-1",
    ],
)
def test_usual_forms_are_safe(text: str) -> None:
    assert is_safe(text)


def test_cuts_are_ordered_and_have_a_text() -> None:
    maven = get_scheme("maven")
    line, exact = maven.extent("3.2"), maven.extent("3.2", exact=True)
    points = [maven.parse(text).key for text in ("3.1", "3.2-alpha", "3.2.7", "3.3-alpha", "3.3")]
    ordered = [LOWEST, points[0], line.edge, points[1], line.start, exact.end, points[2]]
    ordered += [line.end, points[3], points[4], HIGHEST]
    for place, lower in enumerate(ordered):
        assert all(lower < higher and higher > lower for higher in ordered[place + 1 :])
        assert all(lower != higher for higher in ordered[place + 1 :])
    assert [str(cut) for cut in (line.edge, line.start, line.end, exact.end)] == [
        "!3.2", ".3.2", "!3.3", "+3.2",
    ]  # fmt: skip
    same = maven.parse("3.2.0.Final").key
    assert same == line.start
    assert hash(same) == hash(line.start)
    assert isinstance(same, PairwiseCut)
    assert same.side is Side.BELOW
