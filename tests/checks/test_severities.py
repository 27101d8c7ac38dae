"""How severe findings are, where a page or a site says it."""

from __future__ import annotations

import pytest

from mkdocs_compat.checks.severities import read_severities
from mkdocs_compat.diagnostics import Severity
from mkdocs_compat.errors import ConfigurationError
from tests.checks.test_accepting import TWO_TABLES
from tests.reading.reader import analysis_of


def found(front_matter: str) -> list[tuple[str, str, str]]:
    page = f"---\ncompat:\n{front_matter}\n---\n{TWO_TABLES}"
    diagnostics = analysis_of(page).diagnostics
    return [(each.code, each.message.split("'")[1], each.severity.value) for each in diagnostics]


def test_a_page_says_how_severe_they_are() -> None:
    said = "  severity:\n    - {check: unknown-token, as: info, table: first, reason: Not yet.}"
    assert found(said) == [
        ("CMP101", "soon", "info"),
        ("CMP101", "later", "info"),
        ("CMP101", "soon", "error"),
    ]


def test_the_first_entry_that_fits_counts_and_accepting_comes_first() -> None:
    said = (
        "  severity:\n    - {check: CMP101, as: warning, cell: soon, reason: Soon.}\n"
        "    - {check: CMP101, as: info, reason: Not yet.}\n"
        "  ignore:\n    - {check: CMP101, cell: later, reason: It has to be.}"
    )
    assert found(said) == [("CMP101", "soon", "warning"), ("CMP101", "soon", "warning")]


def test_an_entry_that_fits_nothing_is_found() -> None:
    page = "---\ncompat: {severity: [{check: gap, as: error, reason: All.}]}\n---\n\n# None\n"
    found = [each for each in analysis_of(page).diagnostics if each.code == "CMP112"]
    assert [each.help for each in found] == ["Take this entry out of compat.severity."]
    assert "the page weighs findings of 'gap', but there is none" in found[0].message


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{check: gap, reason: All.}", "'as'"),
        ("{check: gap, as: error}", "'reason'"),
        ("{check: gap, as: fatal, reason: All.}", "'fatal'"),
    ],
)
def test_mistakes(entry: str, message: str) -> None:
    page = f"---\ncompat: {{severity: [{entry}]}}\n---\n{TWO_TABLES}"
    flaws = [each for each in analysis_of(page).diagnostics if each.code == "CMP109"]
    assert [message in each.message for each in flaws] == [True]


def test_a_site_names_checks_by_code_or_name() -> None:
    assert read_severities({"gap": "error", "CMP101": "info"}) == {
        "gap": Severity.ERROR,
        "CMP101": Severity.INFO,
    }
    assert read_severities(None) == {}


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (["gap"], "expected a mapping such as {gap: warning}"),
        ({"gab": "error"}, "there is no check 'gab'; did you mean 'gap'?"),
        ({101: "error"}, "there is no check '101'"),
        ({"gap": "fatal"}, "'gap' is to be 'fatal', expected error, warning, info"),
        ({"gap": ["error"]}, "'gap' is to be '['error']', expected error, warning, info"),
    ],
)
def test_mistakes_in_a_configuration(said: object, message: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        read_severities(said)
    assert message in str(raised.value)
