"""Which tables of a page are read, whatever they stand in, and where each of their cells is."""

from __future__ import annotations

import pytest

from tests.reading.reader import (
    FRONT_MATTER,
    analysis_of,
    cells,
    findings,
    marked,
    rows,
    tables,
    text_at,
    the_table,
)

TABLE = """\
| Server | Client       |
| ------ | ------------ |
| 1.0    | 1.0          |
| 2.0    | 2.0 ➜ 2.9 |
"""
ROWS = [["1.0", "1.0"], ["2.0", "2.0 ➜ 2.9"]]


def indented(text: str, by: str = "    ") -> str:
    return "".join(f"{by}{line}\n" for line in text.splitlines())


def assert_in_its_place(text: str) -> None:
    """Every cell's place holds just what was read from it."""
    analysis = analysis_of(text)
    found = list(cells(analysis))
    assert found
    for cell in found:
        assert text_at(text, cell.place) == cell.raw
    for table in tables(analysis):
        for header in table.headers:
            assert text_at(text, header.place).strip("*`") == header.text


@pytest.mark.parametrize(
    "body",
    [
        TABLE,
        "Server | Client\n--- | ---\n1.0 | 1.0\n2.0 | 2.0 ➜ 2.9\n",
        "| Server | Client\n|---|---\n| 1.0 | 1.0\n| 2.0 | 2.0 ➜ 2.9\n",
        "Server | Client |\n---|---|\n1.0 | 1.0 |\n2.0 | 2.0 ➜ 2.9 |\n",
        "|Server|Client|\n|:-:|--:|\n|1.0|1.0|\n|2.0|2.0 ➜ 2.9|\n",
        "|\tServer\t|\tClient\t|\n|---|---|\n|\t1.0\t|\t1.0\t|\n| 2.0 | 2.0 ➜ 2.9 |\n",
        "| Server | Client |\n| | |\n| 1.0 | 1.0 |\n| 2.0 | 2.0 ➜ 2.9 |\n",
        "  | Server | Client |\n  |---|---|\n  | 1.0 | 1.0 |\n  | 2.0 | 2.0 ➜ 2.9 |\n",
        f"# Heading\n{TABLE}",
        f"Heading\n=======\n{TABLE}",
        f"<!-- A remark. -->\n{TABLE}",
        f"!!! note\n\n{indented(TABLE)}",
        f"!!! note\n{indented(TABLE)}",
        f"- item\n\n{indented(TABLE)}",
        f"1. one\n\n    - two\n\n{indented(indented(TABLE))}",
        "- | Server | Client |\n  |---|---|\n  | 1.0 | 1.0 |\n  | 2.0 | 2.0 ➜ 2.9 |\n",
        indented(TABLE, "> "),
        indented(TABLE, ">"),
        indented(TABLE, "> > "),
        f"- item\n\n{indented(indented(TABLE, '> '))}",
        f"<div markdown>\n\n{TABLE}\n</div>\n",
        f"```\n{TABLE.replace('1.0', '9.0')}```\n\n{TABLE}",
        f"~~~~ text\n{TABLE.replace('1.0', '9.0')}\n```\n~~~~\n\n{TABLE}",
        f"<!--\n{TABLE.replace('1.0', '9.0')}-->\n\n{TABLE}",
        f"```not a fence``` but code\n\n{TABLE}",
        f"```\nnever closed\n\n{TABLE}",
        f"<!-- never closed\n\n{TABLE}",
    ],
)
def test_tables_wherever_they_stand(body: str) -> None:
    text = FRONT_MATTER + body
    assert rows(the_table(text)) == ROWS
    assert findings(text) == ()
    assert_in_its_place(text)


def test_line_endings_of_windows() -> None:
    text = (FRONT_MATTER + TABLE).replace("\n", "\r\n")
    assert rows(the_table(text)) == ROWS
    assert_in_its_place(text)


def test_no_break_spaces_belong_to_the_cell() -> None:
    text = FRONT_MATTER + "| Server | Client |\n|---|---|\n|\u00a01.0\u00a0| 2.0\u00a0➜ 3.0 |\n"
    table = the_table(text)
    assert [cell.range is not None for cell in table.cells()] == [True, True]
    assert findings(text) == ()
    assert_in_its_place(text)


def test_comparisons_at_the_beginning_of_a_row_are_no_quotes() -> None:
    text = FRONT_MATTER + "Server | Client\n---|---\n>= 1.0 | 1.0\n> 2.0 | 2.0\n"
    assert rows(the_table(text)) == [[">= 1.0", "1.0"], ["> 2.0", "2.0"]]
    assert_in_its_place(text)
    quoted = FRONT_MATTER + "> Server | Client\n> ---|---\n> >= 1.0 | 1.0\n>>= 2.0 | 2.0\n"
    assert rows(the_table(quoted)) == [[">= 1.0", "1.0"], [">= 2.0", "2.0"]]
    assert_in_its_place(quoted)


def test_wide_characters_count_as_one_column() -> None:
    text = FRONT_MATTER + "| 服务器 🚀 | Client |\n|---|---|\n| 版本 1.0 | 1.0 |\n| 2.0 | é 3 |\n"
    assert_in_its_place(text)


def test_pipes_in_cells() -> None:
    text = (
        FRONT_MATTER
        + "| Server | Client |\n|---|---|\n"
        + "| 1.0 | `3.0 | 3.1` |\n| 1.1 | 3.0 \\| 3.1 |\n| 1.2 | ``3.0 ` | 3.1`` |\n"
    )
    assert rows(the_table(text)) == [
        ["1.0", "`3.0 | 3.1`"],
        ["1.1", "3.0 \\| 3.1"],
        ["1.2", "``3.0 ` | 3.1``"],
    ]
    assert_in_its_place(text)


@pytest.mark.parametrize(
    "html", ["<!-- made by a script -->", "<!-- one --><!-- two -->", "<hr>", "<div>Text</div>"]
)
def test_html_of_its_own_ends_a_table_and_hinders_none(html: str) -> None:
    text = f"{FRONT_MATTER}{html}\n| Server | Client |\n|---|---|\n| 1.0 | 3.0 |\n{html}\n\nText.\n"
    assert rows(the_table(text)) == [["1.0", "3.0"]]
    assert findings(text) == ()


def test_text_too_close_below_is_no_row() -> None:
    text = f"{FRONT_MATTER}| Server | Client |\n|---|---|\n| 1.0 | 3.0 |\nNote: 1.0 is old.\n"
    assert rows(the_table(text)) == [["1.0", "3.0"]]
    assert [finding.code for finding in findings(text)] == ["CMP106"]


def test_header_without_body() -> None:
    (finding,) = findings(FRONT_MATTER + "| Server | Client |\n|---|---|\n")
    assert finding.code == "CMP111"
    assert "no table on it holds versions" in finding.message


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("Text.\n«| Server | Client |»\n|---|---|\n| 1 | 1 |\n", "no blank line above it"),
        ("«| Server | Client |»\n| --- |\n| 1 | 1 |\n", "2 cells and the line of dashes below it"),
        ("«| Server | Client |»\n|---|---|---|\n| 1 | 1 |\n", "below it has 3"),
        ("«| Server | Client |»\n| 1.0 | 1.0 |\n", "no line of dashes below its header"),
        ("«Server | Client»\n:-- | -- : | --\n", ""),
    ],
)
def test_what_looks_like_a_table_and_is_none(body: str, reason: str) -> None:
    text, start, end = marked(FRONT_MATTER + body)
    found = findings(text, "CMP110")
    if not reason:
        assert found == ()
        return
    (finding,) = found
    assert reason in finding.message
    assert (finding.place.line, finding.place.column) == start
    assert (finding.place.end_line, finding.place.end_column) == end


@pytest.mark.parametrize(
    "body",
    [
        "A | B\n---\n\nA heading with a pipe in it.\n",
        f"Text:\n\n{indented('Text' + chr(10) + TABLE)}",
        "A line | with a pipe\nand another | one\n",
        "`| a | b |`\n`| c | d |`\n",
    ],
)
def test_what_does_not_look_like_a_table(body: str) -> None:
    assert findings(FRONT_MATTER + body, "CMP110") == ()


def test_tables_in_indented_code_are_left_alone() -> None:
    (finding,) = findings(FRONT_MATTER + "Text:\n\n" + indented(TABLE))
    assert finding.code == "CMP111"
    assert "it has no table" in finding.message


class TestRaggedRows:
    HEAD = "| Server | Client |\n|---|---|\n"

    def test_too_many_cells_are_lost_to_the_reader(self) -> None:
        text, start, end = marked(FRONT_MATTER + self.HEAD + "| 1.0 | 1.0 | «2.0 | 3.0» |\n")
        (finding,) = findings(text)
        assert (finding.code, finding.severity.value) == ("CMP106", "error")
        assert "4 cells and its header 2" in finding.message
        assert "does not show '2.0', '3.0'" in finding.message
        assert (finding.place.line, finding.place.column) == start
        assert (finding.place.end_line, finding.place.end_column) == end

    def test_too_few_cells_are_blank(self) -> None:
        text, start, end = marked(FRONT_MATTER + self.HEAD + "| 1.0 | 1.0 |\n| «2.0» |\n")
        (finding,) = findings(text, "CMP106")
        assert finding.severity.value == "warning"
        assert "1 cell and its header 2: the rest is blank" in finding.message
        assert (finding.place.line, finding.place.column) == start
        assert (finding.place.end_line, finding.place.end_column) == end

    def test_text_below_a_table_becomes_a_row(self) -> None:
        text, start, _ = marked(FRONT_MATTER + self.HEAD + "| 1.0 | 1.0 |\n«So much» for that.\n")
        (finding,) = findings(text, "CMP106")
        assert "row of the table above" in finding.message
        assert "blank line" in finding.help
        assert (finding.place.line, finding.place.column) == start

    def test_a_blank_line_ends_the_table(self) -> None:
        assert findings(FRONT_MATTER + self.HEAD + "| 1.0 | 1.0 |\n\nSo much for that.\n") == ()

    def test_a_row_that_is_too_long_is_read_as_far_as_it_is_shown(self) -> None:
        table = the_table(FRONT_MATTER + self.HEAD + "| 1.0 | 1.0 | 2.0 |\n")
        assert rows(table) == [["1.0", "1.0"]]


def test_equal_tables_are_placed_in_their_order() -> None:
    text = f"{FRONT_MATTER}{TABLE}\nAnd again:\n\n{TABLE}\n> quoted\n\n{indented(TABLE, '> ')}"
    found = tables(analysis_of(text))
    assert [table.place.line for table in found] == [5, 12, 19]
    assert_in_its_place(text)


def test_of_equal_tables_the_one_that_is_shown_is_meant() -> None:
    text = f"{FRONT_MATTER}Text.\n{TABLE}\nText.\n\n{TABLE}"
    table = the_table(text)
    assert table.place.line == 13
    (finding,) = findings(text)
    assert (finding.code, finding.place.line) == ("CMP110", 6)
