"""Ranges written for a list of releases: as short as it allows, and the same releases inside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.ranges.notation import read
from mkdocs_compat.ranges.range import Membership, Range
from mkdocs_compat.ranges.simplify import simplify
from mkdocs_compat.versions import get_scheme
from mkdocs_compat.versions.scheme import Scheme
from tests.ranges.kleene import POINTS, SCHEME, Model, atoms

RELEASES = (
    "2019.1.0", "3.0.0", "3.0.0-beta.1", "3.0.1", "3.2.0", "3.3.0", "3.3.4", "4.0.0", "4.30.3",
    "4.30.4", "2018.1.0", "2018.2.0", "2018.2.5",
)  # fmt: skip
NAMES = ("Angel", "Finchley.M1", "Finchley", "Finchley.SR1", "Hoxton", "Hoxton.SR1", "2020.0")


@pytest.mark.parametrize(
    ("written", "simple"),
    [
        ("3.0.0 ➜ 3.1.5", "3.0"),
        ("3.3 ➜ 4.30.3", "3.3 ➜ 4.30.3"),
        ("3.3.4 ➜ 4.29", "3.3.4 ➜ 4.0"),
        ("3.2, 3.3", "3.2 ➜ 3.3"),
        ("3.1 ➜ 3.9", "3.2 ➜ 3.3"),
        ("3.0, 3.3.4", "3.0, 3.3.4"),
        ("2018.2 ➜ 2018.12", "2018.2"),
        ("3.0 ➜ latest", "3 ➜ latest"),
        ("4.0.1 ➜ latest", "4.30 ➜ latest"),
        (">=3.0.0-beta.1 <=3.0", "3.0.0-beta.1 ➜ 3.0.1"),
        ("below 3.3", "up to 3.2"),
        ("3.0 ➜ 9999", "3 ➜ 2019"),
        ("any except 3.2.0", "up to 3.0, 3.3 ➜ latest"),
        ("any", "any"),
        ("9.9", "none"),
    ],
)
def test_the_shortest_words_for_the_same_releases(written: str, simple: str) -> None:
    scheme = get_scheme("octopus")
    assert simplify(_range(written, scheme), RELEASES, scheme) == simple


@pytest.mark.parametrize(
    ("written", "simple"),
    [
        ("Hoxton", "Hoxton"),
        ("=Hoxton", "=Hoxton"),
        ("Angel ➜ Hoxton", "Angel ➜ Hoxton.SR1"),
        ("=Finchley, Finchley.SR1", "=Finchley, =Finchley.SR1"),
        ("Hoxton ➜ latest", "Hoxton ➜ latest"),
    ],
)
def test_names(written: str, simple: str) -> None:
    scheme = get_scheme("named", releases=NAMES)
    assert simplify(_range(written, scheme), NAMES, scheme) == simple


releases = st.sampled_from(POINTS).map(
    lambda point: ".".join(map(str, point[:3])) + (f"-{point[3]}" if point[3] else "")
)


@given(st.lists(atoms, min_size=1, max_size=4), st.lists(releases))
def test_the_same_releases_are_inside(listed: list[Model], known: list[str]) -> None:
    range_ = Range.union_of(model[0] for model in listed)
    text = simplify(range_, known, SCHEME)
    again = Range.none() if text == "none" else _range(text, SCHEME)
    assert _members(again, known) == _members(range_, known)


def test_a_release_must_be_a_version() -> None:
    with pytest.raises(VersionSyntaxError):
        simplify(Range.any(), ["latest"], SCHEME)


def _range(text: str, scheme: Scheme) -> Range:
    range_ = read(text, scheme).range
    assert range_ is not None, text
    return range_


def _members(range_: Range, known: list[str]) -> list[str]:
    keys = {release: SCHEME.parse(release).key for release in known}
    return [text for text, key in keys.items() if range_.membership(key) is Membership.INSIDE]
