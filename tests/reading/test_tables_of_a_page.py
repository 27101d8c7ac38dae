"""Several tables on a page: their ids, titles, settings, and those that other files bring."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_compat.model.verdict import Verdict
from tests.reading.reader import FRONT_MATTER, USUAL, analysis_of, draft, findings, rows, tables

TABLE = "| Server | Client |\n|---|---|\n| 1.0 | 1.0 |\n| 2.0 | 2.0 |\n"


def page(*headings: str, front_matter: str = "compat: true") -> str:
    sections = "".join(f"\n{heading}\n\n{TABLE}" for heading in headings)
    return f"---\n{front_matter}\n---\n\n# Product\n{sections}"


class TestIdsAndTitles:
    def test_are_those_of_the_heading_above(self) -> None:
        text = page("## Full support", "### Partly: *limits*", "## Größe & more")
        found = tables(analysis_of(text))
        assert [table.id for table in found] == ["full-support", "partly-limits", "groe-more"]
        assert [table.title for table in found] == [
            "Full support",
            "Partly: limits",
            "Größe & more",
        ]

    def test_are_those_of_the_page_without_heading(self) -> None:
        (table,) = tables(analysis_of(f"---\ntitle: Some page\ncompat: true\n---\n\n{TABLE}"))
        assert (table.id, table.title) == ("some-page", "Some page")

    def test_without_any_title_are_those_of_the_file(self) -> None:
        found, _ = draft(FRONT_MATTER + TABLE, path="docs/what-works_with-what.md")
        assert found is not None
        assert found.tables[0].title == "What works with what"

    def test_equal_headings_get_numbers(self) -> None:
        found = tables(analysis_of(page("## Support", "## Support")))
        assert [table.id for table in found] == ["support", "support_1"]

    def test_tables_under_one_heading_get_numbers(self) -> None:
        found = tables(analysis_of(page("## Support", "Text.", "Text.")))
        assert [table.id for table in found] == ["support", "support-2", "support-3"]

    def test_ids_that_authors_give_headings(self) -> None:
        found = tables(analysis_of(page("## Support {: #mine }", "## More { #yours .big }")))
        assert [table.id for table in found] == ["mine", "yours"]

    def test_anchors_differ(self) -> None:
        found = tables(analysis_of(page("## Support", "## Support", "Text.")))
        anchors = [cell.anchor for table in found for cell in table.cells()]
        anchors += [table.anchor for table in found]
        assert len(anchors) == len(set(anchors)) == 3 * (4 + 1)

    def test_anchors_are_on_the_page(self) -> None:
        text = page("## Support", "## More")
        _, html = draft(text)
        for table in tables(analysis_of(text)):
            assert html.count(f'id="{table.anchor}"') == 1
            for cell in table.cells():
                assert html.count(f'<td id="{cell.anchor}">{cell.raw}</td>') == 1


class TestSettings:
    def test_each_table_has_its_own(self) -> None:
        front_matter = """\
compat:
  blank: unstated
  tables:
    more: {verdict: partial, note: By day only., blank: incompatible}
    tests: {verdict: untested}"""
        text = page("## Support", "## More", "## Tests", front_matter=front_matter)
        found = tables(analysis_of(text))
        assert [(table.verdict, table.note, table.blank) for table in found] == [
            (Verdict.COMPATIBLE, None, Verdict.UNSTATED),
            (Verdict.PARTIAL, "By day only.", Verdict.INCOMPATIBLE),
            (Verdict.UNTESTED, None, Verdict.UNSTATED),
        ]

    def test_by_the_id_that_the_author_gave(self) -> None:
        front_matter = "compat:\n  tables: {mine: {verdict: untested}}"
        (table,) = tables(analysis_of(page("## Support {: #mine }", front_matter=front_matter)))
        assert table.verdict is Verdict.UNTESTED

    def test_hold_for_all_tables_under_the_heading(self) -> None:
        front_matter = "compat:\n  tables: {support: {verdict: untested}}"
        found = tables(analysis_of(page("## Support", "Text.", front_matter=front_matter)))
        assert [table.verdict for table in found] == [Verdict.UNTESTED] * 2

    def test_skip(self) -> None:
        front_matter = "compat:\n  tables: {support: {skip: true}}"
        text = page("## Support", "## More", front_matter=front_matter)
        assert [table.id for table in tables(analysis_of(text))] == ["more"]
        assert findings(text) == ()

    def test_of_a_table_that_is_not_read(self) -> None:
        text = page("## Support", front_matter="compat:\n  tables: {support: {verdict: partial}}")
        text = text.replace("| 1.0 |", "| one |").replace("| 2.0 |", "| two |")
        (finding,) = findings(text)
        assert (finding.code, finding.place.line) == ("CMP109", 3)
        assert "the table there is not read" in finding.message


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("Text.\n", "it has no table"),
        ("| A | B |\n|---|---|\n| x | y |\n", "no table on it holds versions"),
        ("| A | B |\n|---|---|\n| x | 1.0 |\n", "none of its tables has versions in its first"),
        ("| Server |\n|---|\n| 1.0 |\n", "none of its tables has versions in its first"),
    ],
)
def test_nothing_to_read(body: str, reason: str) -> None:
    (finding,) = findings(FRONT_MATTER + body)
    assert finding.code == "CMP111"
    assert reason in finding.message
    assert (finding.place.line, finding.place.column) == (2, 1)


def test_tables_without_versions_stand_unharmed_beside_others() -> None:
    other = "| Word | Meaning |\n|---|---|\n| old | before 2.0 |\n"
    text = FRONT_MATTER + other + "\n" + TABLE
    (table,) = tables(analysis_of(text))
    assert rows(table) == [["1.0", "1.0"], ["2.0", "2.0"]]
    assert findings(text) == ()


class TestTablesFromOtherFiles:
    """What is in no file that is known to be the page's is named by page and table."""

    @pytest.fixture
    def snippets(self, tmp_path: Path) -> dict[str, dict[str, object]]:
        table = "| Server | Client |\n|---|---|\n| 1.0 | 1.0 |\n| 1.x.5 | |\n"
        (tmp_path / "table.md").write_text(table, encoding="utf-8")
        return {"pymdownx.snippets": {"base_path": [str(tmp_path)]}}

    def test_are_read(self, snippets: dict[str, dict[str, object]]) -> None:
        text = f'{FRONT_MATTER}# Product\n\n{TABLE}\n--8<-- "table.md"\n'
        analysis = analysis_of(text, extensions=(*USUAL, "pymdownx.snippets"), configs=snippets)
        own, other = tables(analysis)
        assert own.place.line == 7
        assert rows(other) == [["1.0", "1.0"], ["1.x.5", ""]]
        assert str(other.place) == "docs/page.md (table 2)"
        places = [str(finding.place) for finding in analysis.diagnostics]
        assert places == [
            "docs/page.md (table 2, row 2, column 1)",
            "docs/page.md (table 2, row 2, column 2)",
        ]
