"""Cells whose meaning the author says in the front matter."""

from __future__ import annotations

from mkdocs_compat.model.verdict import Verdict
from tests.reading.reader import analysis_of, findings
from tests.reading.test_layouts import page, tables, verdict

TABLE = """
| Server | Client |
| --- | --- |
| **Legacy** | 19x |
| 3.5* | current |
"""


def said(cells: str) -> str:
    return page(TABLE, f"compat: {{cells: {cells}}}")


ALL = said('{legacy: 1.x, "19x": 19.x, current: ">= 20", "3.5*": 3.5.1}')


def test_cells_are_read_as_what_is_said() -> None:
    assert not findings(ALL)
    assert verdict(ALL, server="1.4.2", client="19.2.0") is Verdict.COMPATIBLE
    assert verdict(ALL, server="1.4.2", client="20.0.0") is Verdict.INCOMPATIBLE
    assert verdict(ALL, server="3.5.1", client="21.0.0") is Verdict.COMPATIBLE
    assert verdict(ALL, server="3.5.2", client="21.0.0") is Verdict.UNSTATED


def test_the_whole_text_counts() -> None:
    # `3.5` is another cell than `3.5*`.
    text = said('{legacy: 1.x, "19x": 19.x, current: ">= 20", "3.5": 9.9}')
    found, star = analysis_of(text).diagnostics
    assert (found.code, star.code) == ("CMP109", "CMP107")
    assert "speaks of the cell '3.5', but no table of this page has it" in found.message


def test_a_cell_can_be_said_to_be_blank() -> None:
    text = page(TABLE, 'compat: {blank: unstated, cells: {legacy: 1.x, "19x": "-", current: 20.x}}')
    (table,) = tables(text)
    assert [cell.is_blank for row in table.rows for cell in row.cells] == [True, False]
    assert verdict(text, server="1.0.0", client="1.0.0") is Verdict.UNSTATED


def test_headers_of_a_matrix_too() -> None:
    text = page(
        "| Server \\\\ Client | stable | 4.1 |\n| --- | --- | --- |\n| 4.0 | ✓ | ✗ |",
        "compat: {cells: {stable: 4.0}}",
    )
    assert verdict(text, server="4.0.1", client="4.0.9") is Verdict.COMPATIBLE
    assert verdict(text, server="4.0.1", client="4.1.0") is Verdict.INCOMPATIBLE


def test_of_one_table_only() -> None:
    text = page(
        f"## First\n\n{TABLE.replace('19x', '1.9')}\n\n## Second\n\n{TABLE}",
        'compat: {tables: {second: {cells: {"19x": 19.x, legacy: 1.x}}}}',
    )
    first, second = tables(text)
    assert first.rows[0].subject.range is None
    assert second.rows[0].subject.range is not None
    assert second.rows[0].cells[0].text == "19.x"
