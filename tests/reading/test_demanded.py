"""Versions under *Required Java*: the lowest ones that work, or the only ones."""

from __future__ import annotations

import pytest

from mkdocs_compat.model.verdict import Verdict
from tests.reading.reader import findings
from tests.reading.test_layouts import page, verdict


def table(header: str, cells: str = "17|21") -> str:
    rows = "\n".join(f"| {at}.0 | {cell} |" for at, cell in enumerate(cells.split("|"), 1))
    return f"| Server | {header} |\n| --- | --- |\n{rows}"


@pytest.mark.parametrize(
    "header", ["Required Java", "Requires Java", "Java requirement", "Java needed"]
)
def test_what_is_above_them_is_left_open(header: str) -> None:
    text = page(table(header))
    (finding,) = findings(text)
    assert finding.code == "CMP104"
    assert "the lowest ones that work, or the only ones" in finding.message
    java = {"Java needed": "java_needed"}.get(header, "java")
    assert verdict(text, server="1.0", **{java: "17.0.2"}) is Verdict.COMPATIBLE
    assert verdict(text, server="1.0", **{java: "21"}) is Verdict.UNSTATED
    assert verdict(text, server="1.0", **{java: "11"}) is Verdict.INCOMPATIBLE


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Java", "17|21"),
        ("Required Java", "11, 17|21"),
        ("Required Java", "17|21+"),
        ("Required Java", "17.x|21.x"),
    ],
)
def test_elsewhere_they_are_the_only_ones(header: str, cells: str) -> None:
    text = page(table(header, cells))
    assert not findings(text, "CMP104")
    assert verdict(text, server="1.0", java="19") is Verdict.INCOMPATIBLE


@pytest.mark.parametrize(
    ("said", "expected"), [("from", Verdict.COMPATIBLE), ("versions", Verdict.INCOMPATIBLE)]
)
def test_the_author_can_say_which(said: str, expected: Verdict) -> None:
    front_matter = f"compat: {{columns: {{Required Java: {{component: java, as: {said}}}}}}}"
    text = page(table("Required Java"), front_matter)
    assert not findings(text)
    assert verdict(text, server="1.0", java="21") is expected


def test_so_they_are_below_a_heading_of_requirements() -> None:
    text = page(table("Java")).replace("# Server", "# Server\n\n## Installation requirements")
    assert verdict(text, server="1.0", java="21") is Verdict.UNSTATED
    assert verdict(text, server="1.0", java="11") is Verdict.INCOMPATIBLE


def test_who_says_it_of_one_column_means_nothing_more_with_the_others() -> None:
    text = page(
        "## Requirements\n\n| Server | Java | Client |\n| --- | --- | --- |\n| 1.0 | 17 | 2.0+ |\n"
        "| 1.1 | 21 | 2.1+ |"
    )
    assert verdict(text, server="1.0", java="21") is Verdict.INCOMPATIBLE
