"""Rows are divided into cells as Python-Markdown divides them, whatever stands in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor

from mkdocs_compat.reading.pipe_tables import SourceTable, pipe_tables
from mkdocs_compat.source import SourceText

PIECES = ["|", "||", "`", "``", "```", "\\", "\\\\", "\\|", "\\`", " ", "  ", "\t", "\u00a0", "a"]
PIECES += ["1.0", ">", "> ", ">=1", "*", "-", ":", "é", "=", "~", "➜"]

ROW = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join)
HEADER = st.lists(st.sampled_from([*PIECES[:14], "A"]), min_size=1, max_size=12).map("".join)
DELIMITER = st.sampled_from(
    ["|---|", "---|---", "|---|---|", "| :-: | --: |", "|-|-|-|", "---|", "|---|---", "- | | -"]
)


class Recorder(Treeprocessor):
    """Keeps the cells of every table before Markdown looks into them."""

    tables: list[list[list[str]]]

    def run(self, root: Element) -> None:
        self.tables = [
            [[cell.text or "" for cell in row] for row in table.iter("tr")]
            for table in root.iter("table")
        ]


def shown(text: str) -> list[list[list[str]]]:
    """Return the tables of a page as Python-Markdown alone reads them."""
    markdown = Markdown(extensions=[TableExtension()])
    recorder = Recorder(markdown)
    markdown.treeprocessors.register(recorder, "recorder", 25)
    markdown.convert(text)
    return recorder.tables


def written(table: SourceTable) -> list[list[str]]:
    """Return our cells in the form in which the page shows them."""
    width = len(table.header)
    body = [[cell.text for cell in row] for row in table.rows] or [[]]
    filled = [(row + [""] * width)[:width] for row in body]
    return [[cell.text for cell in table.header], *filled]


def spaced(grid: Sequence[Sequence[str]]) -> list[list[str]]:
    """Markdown turns tabs into spaces, so their number says nothing."""
    return [[re.sub(r"[ \t]+", " ", cell).strip(" ") for cell in row] for row in grid]


def is_plain(row: str) -> bool:
    """Tell whether a row is no blank line, and no fence that our scan has to respect."""
    return bool(row.strip(" \t")) and not row.strip("> \t").startswith(("```", "~~~"))


@settings(max_examples=400, deadline=None)
@given(st.booleans(), st.lists(ROW.filter(is_plain), min_size=1, max_size=4))
@example(framed=True, body=["| `a | b` | c |"])
@example(framed=True, body=["| a \\| b | c |", "|a|b|c|d|e|", "|a|", "a | b"])
@example(framed=False, body=["| a | b", ">= 1.0 | 2.0 |"])
@example(framed=True, body=["| ``a ` | b`` | \\`` | ` |"])
@example(framed=True, body=["| a | b | \\\\|", "| a | b | \\|"])
def test_rows(framed: bool, body: list[str]) -> None:
    head = "| A | B | C |\n|---|---|---|\n" if framed else "A | B | C\n---|---|---\n"
    text = head + "".join(f"{row}\n" for row in body)
    (table,) = pipe_tables(SourceText("page.md", text))
    (expected,) = shown(text)
    assert not table.obstacle
    assert spaced(written(table)) == spaced(expected)


@settings(max_examples=400, deadline=None)
@given(HEADER.filter(is_plain).filter(lambda row: row[0] not in " \t"), DELIMITER)
@example("A | B", "---|---")
@example("A | B", "| --- | --- |")
@example("| A | B |", "--- | ---")
@example("A `|` B", "---|---")
@example("A | B | C", "- | | -")
def test_headers(header: str, delimiter: str) -> None:
    text = f"{header}\n{delimiter}\n| 1.0 | 1.0 |\n"
    expected = shown(text)
    # A column alone is of no use to us.
    assume(not expected or len(expected[0][0]) > 1)
    found = [table for table in pipe_tables(SourceText("page.md", text)) if not table.obstacle]
    assert [spaced(written(table)) for table in found if len(table.header) > 1] == [
        spaced(table) for table in expected
    ]


@settings(max_examples=200, deadline=None)
@given(st.lists(ROW.filter(is_plain), min_size=1, max_size=4))
def test_every_cell_stands_where_its_offset_says(body: list[str]) -> None:
    text = "| A | B | C |\n|---|---|---|\n" + "".join(f"{row}\n" for row in body)
    (table,) = pipe_tables(SourceText("page.md", text))
    for row in table.rows:
        for cell in row:
            assert text[cell.offset : cell.offset + len(cell.text)] == cell.text
