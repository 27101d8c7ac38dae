"""Releases that go by names, in rows, headers and cells."""

from __future__ import annotations

import pytest

from mkdocs_compat.diagnostics import Severity
from mkdocs_compat.model.verdict import Verdict
from tests.reading.reader import findings
from tests.reading.test_layouts import page, tables, verdict

COMPONENTS = (
    "components: {robot: {name: Robot, scheme: named, releases: [Ada, Babbage, Current]}, "
    "world: {scheme: named, releases: [Mars, Venus, New Earth]}}"
)
SAID = f"compat: {{{COMPONENTS}}}"

MATRIX = """
|  | **World Mars (LTS)** | World Venus | world New Earth |
| --- | --- | --- | --- |
| **Robot Current** | ❌ | ⚡ | ✅ |
| *Robot Babbage (LTS)* | ✅ | ✅ | ❌ |
| Ada |  | ✅ | ❌ |
"""
LEGEND = "* ⚡ - Possible, but with caution."


@pytest.mark.parametrize(
    ("robot", "world", "expected"),
    [
        ("Current", "Mars", Verdict.INCOMPATIBLE),
        ("Current", "Venus", Verdict.PARTIAL),
        ("current", "new earth", Verdict.COMPATIBLE),
        ("Babbage", "New Earth", Verdict.INCOMPATIBLE),
        ("Ada", "Mars", Verdict.UNSTATED),
    ],
)
def test_a_matrix_of_names(robot: str, world: str, expected: Verdict) -> None:
    text = page(MATRIX, f"compat: {{blank: unstated, {COMPONENTS}}}", LEGEND)
    assert verdict(text, robot=robot, world=world) is expected
    (table,) = tables(text)
    assert (table.layout, table.subject, set(table.components)) == ("matrix", "robot", {"world"})


def test_names_that_nobody_declares_are_no_releases() -> None:
    assert not tables(page(MATRIX, "compat: true", LEGEND))


def test_a_list_of_pairs() -> None:
    table = """
    | Robot version | World version | Branch |
    | --- | --- | --- |
    | Ada | Mars | ada |
    | Babbage | Mars | babbage |
    | Babbage | Venus | babbage |
    | Current | Venus | main |
    | Current | New Earth | main |
    """.replace("\n    ", "\n")
    text = page(table, SAID)
    assert verdict(text, robot="Babbage", world="Mars") is Verdict.COMPATIBLE
    assert verdict(text, robot="Babbage", world="Venus") is Verdict.COMPATIBLE
    assert verdict(text, robot="Babbage", world="New Earth") is Verdict.INCOMPATIBLE
    assert verdict(text, robot="Ada", world="Venus") is Verdict.INCOMPATIBLE
    # Two subjects have two rows each: that is how the table is meant.
    assert {(each.code, each.severity) for each in findings(text)} == {("CMP201", Severity.INFO)}
