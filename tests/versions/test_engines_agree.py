"""Both engines make the same of 25,000 pairs for each scheme: the same keys as text."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.versions import get_scheme
from mkdocs_compat.versions.scheme import Cut, Extent, Scheme, Version
from tests.versions.vectors import SCHEMES
from tests.versions.version_texts import RELEASES, seeded_pairs

FIXED_SEED = 1
ENGINE = Path(__file__).with_name("engine_cases.mjs")


def _parse(scheme: Scheme, text: str) -> Version | None:
    try:
        return scheme.parse(text)
    except VersionSyntaxError:
        return None


def _extent(scheme: Scheme, text: str, *, exact: bool) -> Extent | None:
    try:
        return scheme.extent(text, exact=exact)
    except VersionSyntaxError:
        return None


def _describe(version: Version | None) -> list[Any] | None:
    if version is None:
        return None
    numbers, labels = list(version.numbers), list(version.prerelease)
    return [version.text, numbers, labels, version.build, str(version.key)]


def _describe_extent(scheme: Scheme, extent: Extent | None) -> list[Any] | None:
    if extent is None:
        return None
    landmarks = [scheme.landmark(cut) for cut in _cuts(extent)]
    return [
        extent.text,
        list(extent.numbers),
        extent.is_line,
        [str(cut) for cut in _cuts(extent)],
        [[mark.side.value, mark.text, [*mark.numbers], mark.is_prerelease] for mark in landmarks],
    ]


def _cuts(extent: Extent) -> tuple[Cut, Cut, Cut]:
    return extent.edge, extent.start, extent.end


def _order(a: Cut, b: Cut) -> int:
    return (a > b) - (a < b)


def _describe_order(scheme: Scheme, a: str, b: str) -> list[Any]:
    one, other = _parse(scheme, a), _parse(scheme, b)
    order = [scheme.compare(one, other), scheme.level(one, other).value] if one and other else None
    return [_describe(one), _describe(other), order]


def _describe_extents(scheme: Scheme, a: str, b: str) -> list[Any]:
    extents = [_extent(scheme, text, exact=False) for text in (a, b)]
    cuts = [cut for extent in extents if extent for cut in _cuts(extent)]
    return [
        _describe_extent(scheme, extents[0]),
        _describe_extent(scheme, _extent(scheme, b, exact=True)),
        [[_order(cut, other) for other in cuts] for cut in cuts],
    ]


@pytest.mark.parametrize("name", SCHEMES)
def test_engines_agree(name: str) -> None:
    pairs = seeded_pairs(name, FIXED_SEED)
    written = pairs[::10]
    releases = RELEASES if name == "named" else ()
    case = {"name": name, "releases": releases, "pairs": pairs, "written": written}
    ran = subprocess.run(
        ["node", ENGINE], input=json.dumps(case), capture_output=True, encoding="utf-8", check=True
    )
    answers = json.loads(ran.stdout)
    scheme = get_scheme(name, releases=releases)
    for (a, b), answer in zip(pairs, answers["orders"], strict=True):
        assert _describe_order(scheme, a, b) == answer, f"{a!r} and {b!r}"
    for (a, b), answer in zip(written, answers["extents"], strict=True):
        assert _describe_extents(scheme, a, b) == answer, f"{a!r} and {b!r}"
