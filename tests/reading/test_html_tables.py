"""Tables that authors write in HTML: cells, spans, places and ids."""

from __future__ import annotations

import re

import pytest

from tests.reading.reader import (
    FRONT_MATTER,
    analysis_of,
    cells,
    draft,
    findings,
    marked,
    rows,
    tables,
    text_at,
    the_table,
)

HEAD = "<tr><th>Server</th><th>Client</th></tr>\n"


def page(body: str) -> str:
    return f"{FRONT_MATTER}<table>\n{HEAD}{body}</table>\n"


def assert_in_its_place(text: str) -> None:
    """Every cell is where its place says, and its element has the id that links lead to."""
    _, html = draft(text)
    ids = re.findall(r"(?i:\sid)=[\"']?([\w-]+)", html)
    assert len(ids) == len(set(ids)), "two elements have one id"
    for cell in cells(analysis_of(text)):
        assert text_at(text, cell.place) == cell.raw
        element = rf"<t[dh]\b[^<]*?id=[\"']?{cell.anchor}\b[^<]*?>\s*{re.escape(cell.raw)}"
        assert re.search(element, html, re.IGNORECASE)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<tr><td>1.0</td><td>2.0</td></tr>\n", [["1.0", "2.0"]]),
        ("<tr>\n  <td> 1.0 </td>\n  <td>\n2.0\n</td>\n</tr>\n", [["1.0", "2.0"]]),
        ("<TR><TD>1.0</TD><TD>2.0</TD></TR>\n", [["1.0", "2.0"]]),
        ("<tr><td>1.0<td>2.0\n<tr><td>3.0<td>4.0\n", [["1.0", "2.0"], ["3.0", "4.0"]]),
        ("<tr><th>1.0</th><td><b>2.0</b></td></tr>\n", [["1.0", "<b>2.0</b>"]]),
        ("<tr><td title='a > b'>1.0</td><td data-x=\">\">2.0</td></tr>\n", [["1.0", "2.0"]]),
        ("<tr><td>1.0</td><td>2.0</td></tr>\n<tr></tr>\n", [["1.0", "2.0"]]),
        (
            "<!-- <tr><td>9</td><td>9</td></tr> -->\n<tr><td>1.0</td><td>2.0</td></tr>\n",
            [["1.0", "2.0"]],
        ),
        (
            "<tr><td rowspan=2>1.0</td><td>2.0</td></tr>\n<tr><td>2.1</td></tr>\n",
            [["1.0", "2.0"], ["1.0", "2.1"]],
        ),
        (
            "<tr><td>1.0<td rowspan='2'>2.0</tr>\n<tr><td>1.1</tr>\n<tr><td>1.2<td>3.0</tr>\n",
            [["1.0", "2.0"], ["1.1", "2.0"], ["1.2", "3.0"]],
        ),
        ("<tr><td colspan=2>1.0</td></tr>\n", [["1.0", "1.0"]]),
        ("<tr><td colspan=999999999>1.0</td></tr>\n", [["1.0", "1.0"]]),
        ("<tr><td rowspan=0>1.0</td><td colspan=x>2.0</td></tr>\n", [["1.0", "2.0"]]),
    ],
)
def test_rows(body: str, expected: list[list[str]]) -> None:
    text = page(body)
    assert rows(the_table(text)) == expected
    assert_in_its_place(text)


@pytest.mark.parametrize(
    "head",
    [
        (
            "<thead><tr><th rowspan=2>Server</th><th colspan=2>Clients</th></tr>"
            "<tr><th>Java</th><th>Go</th></tr></thead>"
        ),
        (
            "<caption>Versions 1.0 and 2.0</caption>"
            "<thead><tr><th>Server</th><th>Java</th><th>Go</th></tr></thead>"
        ),
        "<tr><td>Server</td><td>Java</td><td>Go</td></tr>",
    ],
)
def test_heads(head: str) -> None:
    body = "<tbody><tr><td>1.0</td><td>2.0</td><td>3.0</td></tr></tbody>"
    text = f"{FRONT_MATTER}<table>\n{head}\n{body}\n</table>\n"
    table = the_table(text)
    assert (table.subject, table.components) == ("server", ("java", "go"))
    assert rows(table) == [["1.0", "2.0", "3.0"]]
    assert_in_its_place(text)


def test_table_that_is_never_closed() -> None:
    text = f"{FRONT_MATTER}<table>\n{HEAD}<tr><td>1.0<td>2.0</td>\n"
    assert rows(the_table(text)) == [["1.0", "2.0"]]
    assert_in_its_place(text)


def test_two_tables_in_one_block() -> None:
    one = f"<table>\n{HEAD}<tr><td>1.0</td><td>2.0</td></tr></table>\n"
    text = f"{FRONT_MATTER}<div>\n{one}<p>between</p>\n{one.replace('2.0', '3.0')}</div>\n"
    first, second = tables(analysis_of(text))
    assert (rows(first), rows(second)) == ([["1.0", "2.0"]], [["1.0", "3.0"]])
    assert_in_its_place(text)


def test_equal_tables_are_placed_in_their_order() -> None:
    one = f"<table>\n{HEAD}<tr><td>1.0</td><td>2.0</td></tr>\n</table>\n"
    text = f"{FRONT_MATTER}{one}\nText.\n\n{one}"
    assert [table.place.line for table in tables(analysis_of(text))] == [6, 13]


def test_letters_that_grow_in_lower_case_move_nothing() -> None:
    row = "<tr><td>1.0</td><td>2.0</td></tr>"
    text = f"{FRONT_MATTER}<div>{'İ' * 30}\n<table>\n{HEAD}{row}</table>\n</div>\n"
    assert_in_its_place(text)
    _, html = draft(text)
    assert re.search(r"</table>\s*</compat-matrix>\s*</div>", html)


def test_ids_of_the_author_are_kept() -> None:
    text = (
        f"{FRONT_MATTER}<table id='mine' class=x>\n{HEAD}"
        "<tr><td id=first>1.0</td><td class='y' ID=\"second\">2.0</td></tr></table>\n"
    )
    assert [cell.anchor for cell in cells(analysis_of(text))] == ["first", "second"]
    assert_in_its_place(text)
    _, html = draft(text)
    assert "<table id='mine' class=x>" in html


def test_a_cell_in_two_places_has_one_id() -> None:
    text = page("<tr><td rowspan=2>1.0</td><td>2.0</td></tr>\n<tr><td>2.1</td></tr>\n")
    first, _, again, _ = cells(analysis_of(text))
    assert first.anchor == again.anchor


def test_rows_that_share_a_cell_and_disagree() -> None:
    text = page("<tr><td rowspan=2>1.0</td><td>2.0</td></tr>\n<tr><td>2.1</td></tr>\n")
    (finding,) = findings(text)
    assert finding.code == "CMP201"
    assert "'2.0, 2.1'" in finding.help


class TestRaggedRows:
    def test_more_cells(self) -> None:
        text, start, end = marked(page("<tr><td>1.0</td><td>2.0</td><td>«3.0»</td></tr>\n"))
        (finding,) = findings(text)
        assert (finding.code, finding.severity.value) == ("CMP106", "error")
        assert "'3.0' is not read" in finding.message
        assert (finding.place.line, finding.place.column) == start
        assert (finding.place.end_line, finding.place.end_column) == end

    def test_fewer_cells(self) -> None:
        text, start, _ = marked(page("<tr><td>«1.0»</td></tr>\n<tr><td>2</td><td>2</td></tr>\n"))
        (finding,) = findings(text, "CMP106")
        assert finding.severity.value == "warning"
        assert (finding.place.line, finding.place.column) == start


@pytest.mark.parametrize("prefix", ["- item\n\n    ", "> "])
def test_html_in_lists_and_quotes_is_said_not_to_be_read(prefix: str) -> None:
    one = f"<table>\n{HEAD}<tr><td>1.0</td><td>2.0</td></tr>\n</table>\n"
    before, _, by = prefix.rpartition("\n")
    body = "".join(f"{by}{line}\n" for line in one.splitlines())
    text = f"{FRONT_MATTER}{before}\n{body}"
    (finding,) = findings(text)
    assert finding.code == "CMP110"
    assert "inside a list or a quote" in finding.message
    assert text_at(text, finding.place) == "<table>"


def test_markup_in_cells_reaches_the_page_as_it_was() -> None:
    cell = "<a href='https://example.org/?a=1&amp;b=2'>1.0</a>"
    _, html = draft(page(f"<tr><td>{cell}</td><td>2.0</td></tr>\n"))
    assert cell in html


def test_tables_without_versions_are_left_alone() -> None:
    one = "<table>\n<tr><th>A</th><th>B</th></tr>\n<tr><td>x</td><td>y</td></tr>\n</table>\n"
    _, html = draft(FRONT_MATTER + one)
    assert one.strip() in html


@pytest.mark.parametrize(
    "head",
    [
        (
            "<thead><tr><th rowspan=2>Server</th><th colspan=2>Client</th></tr>"
            "<tr><th>min</th><th>max</th></tr></thead>"
        ),
        (
            "<tr><th rowspan=2>Server</th><th colspan=2>Client</th></tr>"
            "<tr><th>Minimum</th><th>Maximum</th></tr>"
        ),
        (
            "<thead><tr><th colspan=3>Compatibility</th></tr>"
            "<tr><th rowspan=2>Server</th><th colspan=2>Client versions</th></tr>"
            "<tr><th>from</th><th>to</th></tr></thead>"
        ),
    ],
)
def test_headers_over_the_ends_of_a_range(head: str) -> None:
    body = "<tr><th scope=row>1.0</th><td>2.0</td><td>2.4</td></tr>"
    text = f"{FRONT_MATTER}<table>\n{head}\n{body}\n</table>\n"
    table = the_table(text)
    assert rows(table) == [["1.0", "2.0 ➜ 2.4"]]
    assert table.components == ("client",)
    _, html = draft(text)
    row = table.rows[0]
    assert f'<th id="{row.subject.anchor}" scope=row>1.0' in html
    assert f'<td id="{row.cells[0].anchor}">2.0' in html
    assert findings(text) == ()


def test_headers_over_versions() -> None:
    head = (
        "<thead><tr><th rowspan=2>Server</th><th colspan=2>Client</th></tr>"
        "<tr><th>2.0</th><th>2.1</th></tr></thead>"
    )
    body = "<tr><td>1.0</td><td>✓</td><td>✗</td></tr>"
    text = f"{FRONT_MATTER}<table>\n{head}\n{body}\n</table>\n"
    table = the_table(text)
    assert (table.layout, set(table.components)) == ("matrix", {"client"})
    _, html = draft(text)
    assert f'<td id="{table.rows[0].cells[1].anchor}">✗' in html


WRAPPED = "| Server | Client |\n| --- | --- |\n| 1.0 | 2.0 |\n"


@pytest.mark.parametrize("tag", ["details", "div"])
def test_a_table_in_html_that_the_page_does_not_show_is_told(tag: str) -> None:
    text = f"---\ncompat: true\n---\n\n# Old\n\n<{tag}>\n\n{WRAPPED}\n</{tag}>\n"
    (finding,) = findings(text, "CMP110")
    assert f"it stands in <{tag}>" in finding.message
    assert f"<{tag} markdown>" in finding.help


@pytest.mark.parametrize(
    "body",
    [
        f"<details>\n<summary>Old</summary>\n</details>\n\n{WRAPPED}",
        f"<!--\n<details>\n\n{WRAPPED}\n</details>\n-->\n\n{WRAPPED}",
        "<details>\n\n| Option | Value |\n| --- | --- |\n| a | b |\n\n</details>\n\n" + WRAPPED,
    ],
)
def test_other_tables_around_html_are_not(body: str) -> None:
    assert findings(f"---\ncompat: true\n---\n\n# Old\n\n{body}", "CMP110") == ()
