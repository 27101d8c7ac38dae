"""Cells written anew: the same, but for what is to change."""

from __future__ import annotations

import pytest

from mkdocs_compat.fixing.rewriting import swapped, tidied, usual_arrow, without_repetition
from mkdocs_compat.ranges.notation import read
from mkdocs_compat.versions import get_scheme
from mkdocs_compat.versions.scheme import Scheme
from tests.ranges.cell_texts import cell_texts

SEMVER = get_scheme("semver")

ARROWS = ("➜", "->", "–", "-", "…", "..")


def swap(raw: str, scheme: Scheme = SEMVER) -> list[str | None]:
    return [swapped(raw, problem, scheme) for problem in read(raw, scheme).problems]


@pytest.mark.parametrize(
    ("raw", "mended"),
    [
        ("4.30 ➜ 3.3", "3.3 ➜ 4.30"),
        ("v4.30->v3.3", "v3.3->v4.30"),
        ("4.30.x – 3.3", "3.3 – 4.30.x"),
        ("from 4.30 to 3.3", "from 3.3 to 4.30"),
        ("1.0, 4.30 ➜ 3.3†", "1.0, 3.3 ➜ 4.30†"),
        ("`4.30` ➜ **3.3**[^1]", "`3.3` ➜ **4.30**[^1]"),
        ("Client 4.30 ➜ 3.3", "Client 3.3 ➜ 4.30"),
        ("4.30&nbsp;&rarr;&nbsp;3.3", "3.3&nbsp;&rarr;&nbsp;4.30"),
        ("[2.0,1.0]", "[1.0,2.0]"),
        ("3.3.0-rc.1 ➜ 3.3.0-beta.2", "3.3.0-beta.2 ➜ 3.3.0-rc.1"),
    ],
)
def test_reversed_ranges_are_swapped(raw: str, mended: str) -> None:
    assert swap(raw) == [mended]


@pytest.mark.parametrize("raw", [">=5 <3", "[2.0,1.0)", "(2.0,1.0]", "4.0 ➜", "soon", "4.20-4.12"])
def test_what_is_not_clear_is_left(raw: str) -> None:
    assert set(swap(raw)) <= {None}


def test_each_of_two_is_swapped_by_itself() -> None:
    raw = "2 ➜ 1, 4 ➜ 3"
    assert swap(raw) == ["1 ➜ 2, 4 ➜ 3", "2 ➜ 1, 3 ➜ 4"]


@pytest.mark.parametrize(
    ("raw", "tidy"),
    [
        ("3.3->4.30", "3.3 ➜ 4.30"),
        ("3.3   –  4.30", "3.3 ➜ 4.30"),
        ("3.3 &rarr; latest", "3.3 ➜ latest"),
        ("1.0,  3.3..4.30*", "1.0, 3.3 ➜ 4.30*"),
        ("4.12-4.20", "4.12 ➜ 4.20"),
    ],
)
def test_ranges_are_written_alike(raw: str, tidy: str) -> None:
    assert tidied(raw, SEMVER, "➜") == tidy
    assert tidied(tidy, SEMVER, "➜") is None


@pytest.mark.parametrize(
    "raw",
    [
        "3.3 ➜ 4.30",
        "3.3 to 4.30",
        "1.0.0-rc.1",
        "up to 4.0",
        "4.30 ➜ 3.3",
        "-",
        "",
        ">= 3.2",
        "a  b",
    ],
)
def test_what_is_no_range_of_signs_is_left(raw: str) -> None:
    assert tidied(raw, SEMVER, "➜") is None


def test_the_usual_arrow() -> None:
    texts = ["1 -> 2", "1 ➜ 2", "3 ➜ 4, 5 ➜ 6", "1 to 2"]
    assert usual_arrow((text, SEMVER) for text in texts) == "➜"
    assert usual_arrow((text, SEMVER) for text in texts[:2]) == "->"
    assert usual_arrow((text, SEMVER) for text in texts[3:]) is None


def test_a_range_from_a_version_to_itself_is_that_version() -> None:
    assert without_repetition("2018.12 ➜ 2018.12*", SEMVER) == "2018.12*"
    assert without_repetition("2018.1 ➜ 2018.12", SEMVER) == "2018.1 ➜ 2018.12"


@pytest.mark.parametrize("name", ["semver", "octopus", "pep440", "maven"])
def test_tidy_cells_say_what_they_said(name: str) -> None:
    scheme, count = get_scheme(name), 0
    for number, raw in enumerate(cell_texts(name, 7, 600)):
        arrow = ARROWS[number % len(ARROWS)]
        tidy = tidied(raw, scheme, arrow)
        if tidy is None:
            continue
        count += 1
        before, after = read(raw, scheme), read(tidy, scheme)
        assert after.range == before.range is not None
        assert [mark.text for mark in after.marks] == [mark.text for mark in before.marks]
        assert tidied(tidy, scheme, arrow) is None, (raw, tidy)
    assert count > 20


@pytest.mark.parametrize("name", ["semver", "octopus", "pep440", "maven"])
def test_swapped_cells_have_one_problem_less(name: str) -> None:
    scheme, count = get_scheme(name), 0
    for raw in cell_texts(name, 8, 600):
        before = read(raw, scheme)
        for problem in before.problems:
            mended = swapped(raw, problem, scheme)
            if mended is not None:
                count += 1
                assert len(read(mended, scheme).problems) == len(before.problems) - 1
                assert sorted(mended) == sorted(raw)
    assert count > 1
