"""Versions that end in `.0`: releases, or all of a line."""

from __future__ import annotations

import pytest

from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.reasoning.compatibility import Compatibility
from mkdocs_compat.reasoning.sentence import sentence
from tests.reading.reader import analysis_of, findings
from tests.reading.test_layouts import page, verdict

FOUR = "\n".join(f"| {row}.0.1 | {row}.0 |" for row in (1, 2, 3, 4))
HEAD = "| Server | Client |\n| --- | --- |\n"


def test_two_releases_may_stand_for_lines() -> None:
    text = page(f"{HEAD}| 1.4.2 | 2.9.0 |\n| 1.5.2 | 3.0.0 |")
    assert verdict(text, server="1.4.2", client="2.9.1") is Verdict.UNSTATED
    assert verdict(text, server="1.4.2", client="2.10.0") is Verdict.INCOMPATIBLE
    assert verdict(text, server="1.5.2", client="3.4.0") is Verdict.UNSTATED


@pytest.mark.parametrize("other", ["2.9.1", "3.0.1, 3.1.0", "2.9.0"])
def test_among_others_they_are_releases(other: str) -> None:
    text = page(f"{HEAD}| 1.4.2 | 2.9.0 |\n| 1.5.2 | {other} |")
    assert verdict(text, server="1.4.2", client="2.9.7") is Verdict.INCOMPATIBLE
    assert not findings(text, "CMP116")


def test_four_lines_may_stand_for_major_versions() -> None:
    assert verdict(page(HEAD + FOUR), server="4.0.1", client="4.0.3") is Verdict.COMPATIBLE
    assert verdict(page(HEAD + FOUR), server="4.0.1", client="4.1") is Verdict.UNSTATED
    three = page(HEAD + FOUR.partition("\n")[2])
    assert verdict(three, server="4.0.1", client="4.1") is Verdict.INCOMPATIBLE


def test_what_is_declared_holds() -> None:
    lines, releases = (
        page(HEAD + FOUR, f"compat: {{zeros: {word}}}") for word in ("line", "exact")
    )
    assert verdict(lines, server="4.0.1", client="4.7.1") is Verdict.COMPATIBLE
    assert verdict(releases, server="4.0.1", client="4.7.1") is Verdict.INCOMPATIBLE


def test_a_reason_says_what_is_not_said() -> None:
    text = page(f"{HEAD}| 1.4.2 | 2.9.0 |\n| 1.5.2 | 3.0.0 |")
    (product,) = analysis_of(text).site.products
    compatibility = Compatibility(product)
    answer = compatibility.ask({"server": ["1.4.2"], "client": ["2.9.1"]})
    (pair,) = answer.pairs
    (statement,) = pair.statements
    said = sentence(statement, pair.members, product)
    assert said == (
        "Row “Server 1.4.2” lists Client 2.9.0 and leaves open whether Client 2.9.1 works too."
    )


def test_open_tables_exclude_nothing_anyway() -> None:
    text = page(f"{HEAD}| 1.4.2 | 2.9.0 |\n| 1.5.2 | 3.0.0 |", "compat: {closed: false}")
    assert not findings(text)


@pytest.mark.parametrize(
    ("cell", "inside", "outside"),
    [
        (">= 2.0.0, < 3.0.0", "2.7.1", "3.1.0"),
        ("2.0.0, 3.0.0 ➜ 3.4.0", "3.2.1", "3.5.0"),
        ("4.0.0, 5.0.0 except 5.0.3", "5.0.0", "5.0.3"),
        ("2.4.0+", "3.1.0", "2.3.9"),
    ],
)
def test_declared_lines_leave_the_rest_of_a_cell_alone(
    cell: str, inside: str, outside: str
) -> None:
    text = page(f"{HEAD}| 1.4.2 | {cell} |\n| 1.5.2 | 6.0.0 |", "compat: {zeros: line}")
    assert verdict(text, server="1.4.2", client=inside) is Verdict.COMPATIBLE
    assert verdict(text, server="1.4.2", client=outside) is Verdict.INCOMPATIBLE


def test_declared_lines_leave_marks_alone() -> None:
    head = "| Server | Client 1.0.0 | Client 2.0.0 |\n| --- | --- | --- |\n"
    text = page(f"{head}| 4.0.0 | ✓ | ✗ |\n| 5.0.0 | ✗ | ✓ |", "compat: {zeros: line}")
    assert verdict(text, server="4.0.7", client="1.0.3") is Verdict.COMPATIBLE
    assert verdict(text, server="4.0.7", client="2.0.3") is Verdict.INCOMPATIBLE


def test_declared_lines_leave_what_is_not_supported_alone() -> None:
    text = page(
        f"{HEAD}| 1.4.2 | not supported |\n| 1.5.2 | 6.0.0 |\n| 1.6.2 | any |\n| 1.7.2 | 7.0.0 |",
        "compat: {zeros: line}",
    )
    assert verdict(text, server="1.4.2", client="6.0.1") is Verdict.INCOMPATIBLE
    assert verdict(text, server="1.6.2", client="6.0.1") is Verdict.COMPATIBLE
