"""Texts that nobody writes: refused or ordered right, and nothing escapes but the known error."""

from __future__ import annotations

import pytest

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.versions import compare, get_scheme, infer_scheme
from mkdocs_compat.versions.numbered import MAX_LENGTH
from tests.versions.vectors import SCHEMES

LONG = MAX_LENGTH
HOSTILE = {
    "digits": "9" * LONG,
    "zeros": "0" * LONG,
    "numbers": "1." * (LONG // 2) + "1",
    "numbers and a bad end": "1." * (LONG // 2) + "!",
    "labels": "1.0.0-" + "a." * (LONG // 2 - 3),
    "labels and a bad end": "1.0.0-" + "a." * (LONG // 2 - 4) + "!",
    "hyphens": "1.0.0" + "-" * (LONG - 5),
    "lists": "1" + "-1" * (LONG // 2 - 1),
    "nothing but lists": "-" * LONG,
    "letters and digits in turn": "1" + "a1" * (LONG // 2 - 1),
    "spaces inside": "1" + " " * (LONG - 2) + "1",
    "spaces around": " " * (LONG // 2 - 2) + "1.0" + " " * (LONG // 2 - 2),
    "separators of a local version": "1.0+" + "a." * (LONG // 2 - 4) + "!",
    "post-releases": "1.0" + ".post1" * (LONG // 6 - 1),
    "epochs": "1!" * (LONG // 2),
    "a megabyte of digits": "1" * 2**20,
    "a megabyte of dots": "1." * 2**19,
    "other digits": "١.٢.٣",
    "other letters": "1.0.0-poſt",
    "nul": "1.0.0\0",
    "line feed": "1.0.0\n",
    "line feeds": "\n" * LONG,
    "lone surrogate": "1.0.0-\ud800",
    "empty": "",
}


@pytest.mark.parametrize("name", SCHEMES)
@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_text_is_refused_or_read(name: str, kind: str) -> None:
    scheme = get_scheme(name, releases=("Angel", "Hoxton"))
    text = HOSTILE[kind]
    try:
        version = scheme.parse(text)
    except VersionSyntaxError:
        pass
    else:
        assert scheme.compare(version, version) == 0
        assert scheme.landmark(version.key).text
    try:
        extent = scheme.extent(text)
    except VersionSyntaxError:
        return
    assert extent.edge <= extent.start < extent.end


@pytest.mark.parametrize("kind", HOSTILE)
def test_inference_takes_hostile_texts(kind: str) -> None:
    assert infer_scheme([HOSTILE[kind]]) in SCHEMES


@pytest.mark.parametrize("name", [name for name in SCHEMES if name != "named"])
def test_nothing_longer_than_the_limit_is_a_version(name: str) -> None:
    scheme = get_scheme(name)
    with pytest.raises(VersionSyntaxError) as caught:
        scheme.parse("1.0.0" + " " * MAX_LENGTH)
    assert len(str(caught.value)) < 300
    with pytest.raises(VersionSyntaxError):
        scheme.extent("1.0.0" + " " * MAX_LENGTH)


@pytest.mark.parametrize(
    ("name", "lower", "higher"),
    [
        ("semver", "1.0." + "9" * 10_000, "1.0.1" + "0" * 10_000),
        ("semver", "1.0.0-a" + ".1" * 10_000, "1.0.0-a" + ".1" * 9_999 + ".2"),
        ("semver", "1.0.0-18446744073709551615", "1.0.0-18446744073709551616"),
        ("octopus", "1.0" + "-a" * 10_000, "1.0" + "-a" * 10_000 + "-a"),
        ("octopus", "1.0-" + "0" * 10_000 + "1", "1.0-2"),
        ("maven", "1" + ".1" * 10_000, "1" + ".1" * 9_999 + ".2"),
        ("maven", "1" + "-1" * 10_000, "1" + "-1" * 9_999 + "-2"),
        ("maven", "1" + "-1" * 10_000 + "-alpha", "1" + "-1" * 10_000),
        ("maven", "1.9007199254740992", "1.9007199254740993"),
        ("maven", "1.18446744073709551615", "1.18446744073709551616"),
        ("pep440", "1." + "9" * 10_000, "1.1" + "0" * 10_000),
        ("pep440", "1" + ".1" * 10_000, "1" + ".1" * 9_999 + ".2"),
        ("pep440", "1+" + "a." * 9_999 + "a", "1+" + "a." * 9_999 + "b"),
        ("nuget", "1.0-" + "a." * 9_999 + "1", "1.0-" + "a." * 9_999 + "2"),
        ("dotted", "1" + ".0" * 10_000, "1" + ".0" * 9_999 + ".1"),
        ("calver", "2024." + "9" * 10_000, "2024.1" + "0" * 10_000),
    ],
)
def test_great_versions_are_ordered(name: str, lower: str, higher: str) -> None:
    scheme = get_scheme(name)
    orders = [compare(scheme, lower, higher), compare(scheme, higher, lower)]
    assert orders == [-1, 1]
