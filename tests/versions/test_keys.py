"""What keys promise: plain text whose order is the versions' order, with room for cuts between."""

from __future__ import annotations

import re
from functools import cmp_to_key
from itertools import pairwise
from typing import cast

import pytest

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.versions import get_scheme, keys
from mkdocs_compat.versions.numbered import NumberedScheme
from mkdocs_compat.versions.scheme import HIGHEST, LOWEST, Side
from tests.versions.version_texts import version_pairs

WHITE = re.compile(r"\s")
TOTAL = ("semver", "octopus", "pep440", "nuget", "dotted", "calver")


def _versions(name: str, count: int = 4_000) -> list[str]:
    scheme = get_scheme(name)
    texts = []
    for text in {text for pair in version_pairs(name, 4, count) for text in pair}:
        try:
            texts.append(scheme.parse(text).text)
        except VersionSyntaxError:
            continue
    return texts


@pytest.mark.parametrize("name", TOTAL)
def test_keys_are_printable_ascii_and_none_begins_another(name: str) -> None:
    scheme = cast("NumberedScheme", get_scheme(name))
    found = sorted({scheme.key(text) for text in _versions(name)})
    assert all("!" <= character < HIGHEST for key in found for character in key)
    assert not any(greater.startswith(lower) for lower, greater in pairwise(found))


@pytest.mark.parametrize("name", TOTAL)
def test_key_is_the_key_of_the_parsed_version(name: str) -> None:
    scheme = cast("NumberedScheme", get_scheme(name))
    assert all(scheme.key(text) == scheme.parse(text).key for text in _versions(name))


@pytest.mark.parametrize("name", TOTAL)
def test_cuts_stand_in_order_around_every_key(name: str) -> None:
    scheme = cast("NumberedScheme", get_scheme(name))
    # Tables may not have all that a version may: a wildcard, spaces inside.
    texts = [
        text for text in _versions(name) if ".x" not in text.lower() and not WHITE.search(text)
    ]
    following = dict(pairwise(sorted({scheme.key(text) for text in texts})))
    for text in texts:
        extent = scheme.extent(text.lstrip("vV"), exact=True)
        assert extent.edge == extent.start == scheme.key(text)
        assert LOWEST < extent.start < extent.end < HIGHEST
        if name != "pep440":  # there, local versions of the same one stand below the end
            assert extent.end < following.get(cast("str", extent.start), HIGHEST)


@pytest.mark.parametrize("name", [*TOTAL, "maven"])
def test_a_landmark_names_a_version_at_that_place(name: str) -> None:
    scheme = get_scheme(name)
    for text in _versions(name):
        version = scheme.parse(text)
        landmark = scheme.landmark(version.key)
        again = scheme.parse(landmark.text)
        assert (landmark.side, again.key) == (Side.BELOW, version.key), text
        assert landmark.is_prerelease == bool(version.prerelease), text


@pytest.mark.parametrize("name", TOTAL)
def test_the_cut_below_pre_releases_lies_below_all_of_them(name: str) -> None:
    scheme = get_scheme(name)
    by_numbers: dict[tuple[str, ...], list[str]] = {}
    for text in _versions(name):
        if "!" not in text:
            landmark = scheme.landmark(scheme.parse(text).key)
            by_numbers.setdefault(landmark.numbers, []).append(text)
    for numbers, texts in by_numbers.items():
        extent = scheme.extent(".".join(numbers))
        assert scheme.landmark(extent.edge).side is Side.BELOW_PRERELEASES
        for text in texts:
            assert extent.edge < scheme.parse(text).key, text


@pytest.mark.parametrize(
    ("digits", "key"),
    [
        ("0", "10"),
        ("9", "19"),
        ("10", "210"),
        ("1" * 9, "9" + "1" * 9),
        ("1" * 10, "A10" + "1" * 10),
        ("9" * 99, "A99" + "9" * 99),
        ("1" * 100, "B100" + "1" * 100),
    ],
)
def test_the_key_of_a_number_has_its_length_in_front(digits: str, key: str) -> None:
    assert keys.number_key(digits) == key
    assert keys.read_number(key + "!", 0) == (digits, len(key))


def test_the_keys_of_numbers_sort_as_numbers() -> None:
    numbers = [0, 1, 9, 10, 99, 2**31, 2**53, 2**53 + 1, 2**64, 10**99 - 1, 10**99, 10**1000]
    written = [keys.number_key(str(number)) for number in numbers]
    assert written == sorted(written)
    steps = [keys.increment(str(number)) for number in numbers]
    assert steps == [str(number + 1) for number in numbers]


@pytest.mark.parametrize("name", TOTAL)
def test_sorting_by_key_is_sorting_by_comparison(name: str) -> None:
    scheme = get_scheme(name)
    versions = [scheme.parse(text) for text in _versions(name, 500)]
    by_key = sorted(versions, key=lambda version: str(version.key))
    assert by_key == sorted(versions, key=cmp_to_key(scheme.compare))
