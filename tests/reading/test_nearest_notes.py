"""Pages that explain a mark anew in every section."""

from __future__ import annotations

from mkdocs_compat.model.verdict import Verdict
from tests.reading.reader import FRONT_MATTER, analysis_of, cells

HEAD = "| Server | Client |\n|---|---|\n"


def notes(text: str) -> list[tuple[str, ...]]:
    """Return the notes of each row of a page, in order."""
    found = analysis_of(FRONT_MATTER + text)
    return [row.subject.notes for _, table in found.site.tables() for row in table.rows]


def test_each_section_has_its_own() -> None:
    text = (
        f"# Product\n\n## New\n\n{HEAD}| 2.0* | 2.0 |\n\n\\* By day.\n\n"
        f"## Old\n\n{HEAD}| 1.0* | 1.0 |\n\n\\* By night.\n"
    )
    assert notes(text) == [("By day.",), ("By night.",)]


def test_of_one_section_the_closest_below_counts() -> None:
    text = (
        f"# Product\n\n{HEAD}| 2.0* | 2.0 |\n\n\\* By day.\n\n"
        f"{HEAD}| 1.0* | 1.0 |\n\n\\* By night.\n"
    )
    assert notes(text) == [("By day.",), ("By night.",)]


def test_what_stands_around_the_sections_holds_for_all_of_them() -> None:
    text = (
        f"# Product\n\n## Tables\n\n\\* By day.\n\n### New\n\n{HEAD}| 2.0* | 2.0 |\n\n"
        f"### Old\n\n{HEAD}| 1.0* | 1.0 |\n\n## Prices\n\n\\* Without tax.\n"
    )
    assert notes(text) == [("By day.",), ("By day.",)]


def test_html_tables_have_the_note_that_stands_with_them() -> None:
    table = (
        "<table><tr><th>Server</th><th>Client</th></tr>"
        "<tr><td>{}<sup>1</sup></td><td>2.0</td></tr></table>"
    )
    text = (
        f"# Product\n\n## New\n\n{table.format('2.0')}\n\n<sup>1</sup> By day.\n\n"
        f"## Old\n\n{table.format('1.0')}\n\n<sup>1</sup> By night.\n"
    )
    assert notes(text) == [("By day.",), ("By night.",)]


def test_legends_too() -> None:
    matrix = "| Server \\\\ Client | 1.0 | 1.1 |\n|---|---|---|\n| {} | ✓ | + |\n"
    text = (
        f"# Product\n\n## New\n\n{matrix.format('2.0')}\n\n- `+` works\n\n"
        f"## Old\n\n{matrix.format('1.0')}\n\n- `+` not tested\n"
    )
    found = [cell.mark.verdict for cell in cells(analysis_of(FRONT_MATTER + text)) if cell.mark]
    works = Verdict.COMPATIBLE
    assert found == [works, works, works, Verdict.UNTESTED]
