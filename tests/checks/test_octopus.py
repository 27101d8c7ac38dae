"""Octopus Deploy's table: what it contradicts itself in as published, and nothing once corrected.

The findings are design facts about the published page; lines and columns were counted by hand.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_compat.diagnostics import Diagnostic
from tests.reading.reader import analysis_of, findings, tables, text_at

PAGES = Path(__file__).parent / "octopus"
PUBLISHED = (PAGES / "published.md").read_text(encoding="utf-8")
CORRECTED = (PAGES / "corrected.md").read_text(encoding="utf-8")

EXPECTED = [
    ("CMP104", "warning", 12, 23, "Octopus.Client Octo.exe"),
    ("CMP210", "warning", 14, 49, "3.0 ➜ latest"),
    ("CMP302", "info", 14, 49, "3.0 ➜ latest"),
    ("CMP108", "warning", 14, 82, ""),
    ("CMP202", "error", 18, 3, "2018.2"),
    ("CMP209", "info", 18, 22, "4.30.7 ➜ 4.47.0"),
    ("CMP209", "info", 19, 23, "5.0.0 ➜ 5.2.7"),
    ("CMP209", "info", 20, 22, "6.0.0 ➜ latest"),
    ("CMP104", "warning", 26, 23, "Octopus.Client Octo.exe"),
    ("CMP206", "warning", 28, 47, "3.5 ➜ 4.12.0"),
    ("CMP206", "warning", 28, 75, "3.3 ➜ latest"),
]


@pytest.fixture(scope="module")
def found() -> tuple[Diagnostic, ...]:
    return findings(PUBLISHED)


def the(found: tuple[Diagnostic, ...], code: str) -> Diagnostic:
    (finding,) = (finding for finding in found if finding.code == code)
    return finding


def test_published_table(found: tuple[Diagnostic, ...]) -> None:
    assert [
        (
            finding.code,
            finding.severity.value,
            finding.place.line,
            finding.place.column,
            text_at(PUBLISHED, finding.place),
        )
        for finding in found
    ] == EXPECTED


def test_shared_boundary_names_the_clients(found: tuple[Diagnostic, ...]) -> None:
    finding = the(found, "CMP202")
    assert finding.message == (
        "Octopus Server 2018.2 stands both in this row and at the end of the row '3.5 ➜ 2018.2', "
        "and they disagree on Octopus.Client Octo.exe ('3.3 ➜ 4.30.3' and '4.30.7 ➜ 4.47.0')"
    )
    assert finding.help == "Let only one of the two rows cover Octopus Server 2018.2."
    assert [
        (related.place.line, text_at(PUBLISHED, related.place)) for related in finding.related
    ] == [(17, "2018.2"), (17, "3.3 ➜ 4.30.3")]


def test_blank_cell_is_the_plugin_of_server_3_2(found: tuple[Diagnostic, ...]) -> None:
    assert the(found, "CMP108").message.startswith(
        "the TeamCity Plugin cell of Octopus Server 3.2 is blank"
    )


def test_partial_versions_that_are_compatible_elsewhere(found: tuple[Diagnostic, ...]) -> None:
    calamari, plugin = (finding for finding in found if finding.code == "CMP206")
    assert calamari.message.startswith("Calamari 3.5 ➜ 4.12.0 is listed as partial here")
    assert plugin.message.startswith("TeamCity Plugin 5.0 ➜ latest is listed as partial here")
    for finding in (calamari, plugin):
        assert [related.place.line for related in finding.related] == [19, 20]


def test_gaps_in_the_clients(found: tuple[Diagnostic, ...]) -> None:
    gaps = [finding for finding in found if finding.code == "CMP209"]
    assert [finding.message.partition(":")[0] for finding in gaps] == [
        "no row lists Octopus.Client above 4.30.3 and below 4.30.7",
        "no row lists Octopus.Client above 4.47.0 and below 5.0.0",
        "no row lists Octopus.Client above 5.2.7 and below 6.0.0",
    ]
    assert [finding.related[0].place.line for finding in gaps] == [17, 18, 19]


def test_cells_of_row_3_2_look_swapped(found: tuple[Diagnostic, ...]) -> None:
    finding = the(found, "CMP210")
    assert finding.message.startswith(
        "the Calamari and Tentacle cells of the row '3.2' look swapped"
    )
    (related,) = finding.related
    assert (related.place.line, text_at(PUBLISHED, related.place)) == (14, "3.2")


def test_latest_without_a_date_is_one_finding(found: tuple[Diagnostic, ...]) -> None:
    assert "20 more cells of this page" in the(found, "CMP302").message


def test_the_upgrade_page_claims_semantic_versioning() -> None:
    claim = "We use Semantic Versioning to tell you what changed between two versions.\n"
    (finding,) = findings(f"{PUBLISHED}\n## Versions\n\n{claim}", "CMP308")
    assert "the first number of Octopus Server 2018.2 is a year" in finding.message
    assert finding.place.line == len(PUBLISHED.splitlines()) + 4
    assert not findings(f"{CORRECTED}\n## Versions\n\nSince 2018 the year comes first.\n", "CMP308")


def test_marks_are_explained_by_the_heading() -> None:
    marked = [cell for cell in tables(analysis_of(PUBLISHED))[0].cells() if "*" in cell.raw]
    assert [cell.notes for cell in marked] == [("Partial forwards compatibility",)] * 2


def test_compat_true_alone_reads_both_tables() -> None:
    front_matter, body = PUBLISHED.split("---\n", 2)[1:]
    assert front_matter
    alone = f"---\ncompat: true\n---\n{body}"
    first, second = tables(analysis_of(alone))
    assert (len(first.rows), len(second.rows)) == (7, 1)
    assert first.components == second.components
    schemes = {item.scheme.name for item in analysis_of(alone).site.products[0].components}
    assert schemes == {"semver"}


def test_corrected_table() -> None:
    assert findings(CORRECTED) == ()
