"""Pages that nobody would write by hand, or only to do harm: read right, or refused in words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from markdown import Markdown

from mkdocs_compat import markdown_extension, page_collecting
from mkdocs_compat.markdown_extension import CompatExtension
from mkdocs_compat.ranges.notation import mentions
from mkdocs_compat.reading import limits
from mkdocs_compat.reading.columns import header_parts
from mkdocs_compat.reading.footnotes import explained_marks
from mkdocs_compat.reading.html_tables import html_tables
from mkdocs_compat.reading.limits import LONGEST_CELL, LONGEST_NOTE, MOST_CELLS
from mkdocs_compat.reading.marks import MarkReader, read_legend
from mkdocs_compat.reading.named_versions import named_versions
from mkdocs_compat.reading.plain import plain
from mkdocs_compat.reading.seen import SeenNote
from tests.reading.reader import FRONT_MATTER, analysis_of, draft, findings, tables

HEAD = "| Server | Client |\n| --- | --- |\n"


def page(table: str) -> str:
    return f"{FRONT_MATTER}# Compatibility\n\n{table}\n"


def html_page(rows: str) -> str:
    return page(f"<table><tr><th>Server</th><th>Client</th></tr>{rows}</table>")


def check_site(folder: Path, *, extensions: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command on a folder of pages as its user would."""
    (folder / "mkdocs.yml").write_text(f"site_name: Test\n{extensions}", encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "mkdocs_compat.command_line", "check"],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


class TestLargeTables:
    def test_a_thousand_rows_are_read_to_the_last(self) -> None:
        rows = "".join(f"| {n // 100}.{n % 100} | {n // 100}.{n % 100} |\n" for n in range(1000))
        (table,) = tables(analysis_of(page(HEAD + rows)))
        assert len(table.rows) == 1000
        assert table.rows[-1].subject.raw == "9.99"

    def test_five_hundred_columns_are_read(self) -> None:
        names = "".join(f" Part{n}a |" for n in range(500))
        cells = "".join(f" 1.{n} |" for n in range(500))
        text = page(f"| Server |{names}\n|{' --- |' * 501}\n| 3.0 |{cells}\n| 4.0 |{cells}\n")
        (table,) = tables(analysis_of(text))
        assert len(table.components) == 500
        assert table.rows[1].cells[499].raw == "1.499"

    def test_too_many_cells_are_refused_at_the_header(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(limits, "MOST_CELLS", 2000)
        (finding,) = findings(page(HEAD + "| 1.0 | 1.0 |\n" * 1001))
        assert "2,002 cells in 1,001 rows, more than the 2,000" in finding.message
        assert finding.place.line == 7

    def test_a_long_cell_is_refused(self) -> None:
        (finding,) = findings(page(f"{HEAD}| 1.0 | {'1.0, ' * LONGEST_CELL}|\n"))
        assert "49,999 characters" in finding.message

    def test_what_is_too_large_may_be_left_alone(self) -> None:
        text = page(
            f"## Big\n\n{HEAD}| 1.0 | {'1.0, ' * LONGEST_CELL}|\n\n## Other\n\n{HEAD}| 1.0 | 2.0 |"
        )
        text = text.replace("compat: true", "compat: {tables: {big: {skip: true}}}")
        analysis = analysis_of(text)
        assert not analysis.diagnostics
        assert [table.id for table in tables(analysis)] == ["other"]

    def test_equal_tables_get_places_of_their_own(self) -> None:
        one = f"{HEAD}| 1.0 | 2.0 |\n\ntext\n\n"
        found = tables(analysis_of(page(one * 300)))
        assert [table.place.line for table in found] == list(range(7, 7 + 6 * 300, 6))

    def test_ragged_rows_are_told_and_none_goes_astray(self) -> None:
        rows = "".join("|" + f" {n}.0 |" * (n % 5 + 1) + "\n" for n in range(50))
        analysis = analysis_of(page(HEAD + rows))
        (table,) = tables(analysis)
        assert len(table.rows) == 50
        ragged = [each for each in analysis.diagnostics if each.code == "CMP106"]
        assert len(ragged) == 40


class TestSpans:
    def test_a_huge_span_costs_nothing(self) -> None:
        text = html_page('<tr><td rowspan="99999999">1.0</td><td colspan="99999999">2.0</td></tr>')
        (finding,) = findings(text, "CMP106")
        assert "1001 cells" in finding.message
        assert len(finding.message) < 300

    def test_many_spans_that_cover_each_other_are_refused(self) -> None:
        text = html_page('<tr><td rowspan="999" colspan="1000">1.0</td></tr>' * 100)
        (finding,) = findings(text)
        assert "places" in finding.message

    def test_no_more_places_are_laid_out_than_are_read(self) -> None:
        row = '<tr><td rowspan="999" colspan="1000">1.0</td></tr>'
        (table,) = html_tables(f"<table>{row * 1000}</table>")
        assert table.is_cut
        assert sum(map(len, table.rows)) <= 2 * MOST_CELLS


class TestBrokenMarkup:
    def test_unclosed_html_is_read_as_browsers_show_it(self) -> None:
        text = page("<table><tr><th>Server<th>Client<tr><td>1.0<td>2.0<tr><td>2.0<td>3.0")
        (table,) = tables(analysis_of(text))
        assert [cell.raw for cell in table.cells()] == ["1.0", "2.0", "2.0", "3.0"]

    def test_thousands_of_tables_that_never_close(self) -> None:
        (finding,) = findings(page("<table><tr><td>" * 900))
        assert finding.code == "CMP111"

    def test_deep_nesting_of_html(self) -> None:
        inner = html_page("<tr><td>1.0</td><td>2.0</td></tr>").partition("\n\n")[2]
        inner = inner[inner.index("<table") :].strip()
        text = page(f"{'<div>' * 2000}{inner}{'</div>' * 2000}")
        assert len(tables(analysis_of(text))) == 1

    def test_a_script_in_a_cell_is_no_version(self) -> None:
        text = page(f"{HEAD}| 1.0 | <script>alert(1)</script>2.0 |\n| 2.0 | 3.0 |\n| 3.0 | 4.0 |\n")
        analysis = analysis_of(text)
        assert [finding.code for finding in analysis.diagnostics] == ["CMP101"]

    def test_a_script_in_a_cell_never_reaches_the_data(self) -> None:
        _, html = draft(page(f"{HEAD}| 1.0 | 2.0 |\n| <script>x</script> | 2.0 |\n"))
        assert 'id="<script' not in html


class TestFrontMatter:
    def test_a_bomb_of_aliases(self) -> None:
        levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 12))
        rule = "l0: &l0 {component: a, with: b, when: '1', needs: '2'}\n"
        text = f"---\n{rule}{levels}compat:\n  rules: *l11\n---\n# Title\n"
        assert {finding.code for finding in findings(text)} == {"CMP109"}

    def test_a_bomb_that_fits_the_form_stops_at_a_number_of_values(self) -> None:
        ids = "[" + ", ".join(f"c{n}" for n in range(100)) + "]"
        columns = "\n".join(f"    h{n}: *ids" for n in range(400))
        text = f"---\nids: &ids {ids}\ncompat:\n  columns:\n{columns}\n---\n# Title\n"
        messages = [finding.message for finding in findings(text, "CMP109")]
        assert any("more than 20,000 values" in message for message in messages)

    def test_an_anchor_that_holds_itself(self) -> None:
        text = "---\ncompat: &a\n  columns: *a\n---\n# Title\n"
        assert {finding.code for finding in findings(text)} <= {"CMP109", "CMP111"}

    def test_anchors_that_are_meant(self) -> None:
        text = (
            "---\ncommon: &common {scheme: semver}\ncompat:\n  components:\n"
            f"    server: *common\n    client: *common\n---\n# Title\n\n{HEAD}| 1.0 | 2.0 |\n"
        )
        analysis = analysis_of(text)
        assert not analysis.diagnostics
        (product,) = analysis.site.products
        assert {part.scheme.name for part in product.components} == {"semver"}

    def test_deep_nesting(self) -> None:
        text = f"---\ncompat: {'[' * 3000}{']' * 3000}\n---\n# Title\n"
        (finding,) = findings(text)
        assert "nested too deeply" in finding.message


class TestFiles:
    def test_a_file_that_is_not_utf_8_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "docs").mkdir()
        (tmp_path / "docs" / "page.md").write_bytes(b"---\ncompat: true\n---\n# Caf\xe9\n")
        run = check_site(tmp_path)
        assert run.returncode == 2
        assert "page.md is not UTF-8 text" in run.stderr
        assert "Traceback" not in run.stderr

    def test_a_link_to_a_page_outside_is_read_as_the_build_reads_it(self, tmp_path: Path) -> None:
        (tmp_path / "docs").mkdir()
        outside = tmp_path / "outside.md"
        outside.write_text(page(f"{HEAD}| 1.0 | what? |\n| 1.0 | 2.0 |"), encoding="utf-8")
        (tmp_path / "docs" / "page.md").symlink_to(outside)
        run = check_site(tmp_path)
        assert "docs/page.md:" in run.stdout
        assert "Traceback" not in run.stderr

    def test_a_folder_that_links_to_itself_comes_to_an_end(self, tmp_path: Path) -> None:
        (tmp_path / "docs" / "deep").mkdir(parents=True)
        (tmp_path / "docs" / "deep" / "again").symlink_to(tmp_path / "docs")
        text = page(f"{HEAD}| 1.0 | 2.0 |")
        (tmp_path / "docs" / "page.md").write_text(text, encoding="utf-8")
        run = check_site(tmp_path)
        assert "Traceback" not in run.stderr
        assert run.returncode == 0

    def test_a_link_to_nowhere_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "docs").mkdir()
        (tmp_path / "docs" / "page.md").symlink_to(tmp_path / "nowhere.md")
        run = check_site(tmp_path)
        assert run.returncode == 2
        assert "page.md cannot be read" in run.stderr


# Texts on which a careless pattern tries every way to divide them. Where one does, a test here
# takes minutes instead of milliseconds.
UNITS = ("*", "`", " ", "-", ":", "'", '"', "=", "_", "[", "(", "(1) ", "1.", "<", "&", "\\*", "a*")


@pytest.mark.parametrize("unit", UNITS)
class TestPatterns:
    @pytest.fixture
    def text(self, unit: str) -> str:
        return "1.0 " + unit * (LONGEST_CELL // len(unit) - 4) + "\x00"

    def test_of_cells(self, text: str) -> None:
        plain(text)
        mentions(text)
        named_versions(text)
        header_parts(text)

    def test_of_marks(self, text: str) -> None:
        assert MarkReader({}, {}).read(text).verdict is None

    def test_of_notes(self, text: str) -> None:
        notes = [SeenNote(text[4:LONGEST_NOTE]), SeenNote(text)]
        read_legend(notes)
        explained_marks(notes)


def test_a_long_paragraph_explains_nothing() -> None:
    text = page(f"{HEAD}| 1.0* | 2.0 |\n\n\\* {'much text ' * LONGEST_NOTE}")
    assert [finding.code for finding in findings(text)] == ["CMP107"]


def test_pages_that_take_no_part_are_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither their tables nor their headings and paragraphs cost anything."""

    def fail(*_: object) -> None:
        raise AssertionError("a page that takes no part was looked at")

    monkeypatch.setattr(markdown_extension, "read_page", fail)
    for name in ("html_tables", "element_tags", "plain"):
        monkeypatch.setattr(page_collecting, name, fail)
    text = f"# Title\n\n{HEAD}| 1.0 | 2.0 |\n\n<table><tr><td>1</td></tr></table>\n"
    markdown = Markdown(extensions=["tables", CompatExtension()])
    assert markdown.convert(text) == Markdown(extensions=["tables"]).convert(text)
