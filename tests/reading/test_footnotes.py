"""Footnote marks in cells, and what on the page explains them."""

from __future__ import annotations

import pytest

from mkdocs_compat.model.table import Cell
from tests.reading.reader import (
    FRONT_MATTER,
    USUAL,
    analysis_of,
    cells,
    findings,
    marked,
    the_table,
)


def page(mark: str, note: str) -> str:
    rows = f"| 1.0{mark} | 2.0 |\n| 1.1 | 2.1 |\n"
    return f"{FRONT_MATTER}# Product\n\n| Server | Client |\n|---|---|\n{rows}\n{note}\n"


def first_cell(text: str, extensions: tuple[str, ...] = USUAL) -> Cell:
    return next(cells(analysis_of(text, extensions=extensions)))


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("*", "\\* By day only."),
        ("*", "&ast; By day only."),
        ("*", "&#42; By day only."),
        ("\\*", "\\* By day only."),
        ("&ast;", "\\*By day only."),
        ("*", "*By day only."),
        ("*", "\\*: By day only."),
        ("*", "_\\* By day only._"),
        ("*", "<small>* By day only.</small>"),
        ("*", "<p>* By day only.</p>"),
        ("*", "<div>\n<p>Text.</p>\n<p>* By day only.</p>\n</div>"),
        ("*", "## * By day only."),
        ("*", "## &ast; By day only.\n\nText."),
        ("*", "- \\* By day only."),
        ("*", "Text.\n\n\\* By day\nonly.\n\nText."),
        ("**", "\\*\\* By day only."),
        ("†", "† By day only."),
        ("‡", "‡ By day only."),
        ("§", "§ By day only."),
        ("¹", "¹ By day only."),
        ("¹", "<sup>1</sup> By day only."),
        ("<sup>1</sup>", "¹ By day only."),
        ("<sup>1</sup>", "<sup>1</sup> By day only."),
        ("<sup>a</sup>", "<sup>a</sup> By day only."),
        ("<sup>*</sup>", "\\* By day only."),
        ("<sup>(1)</sup>", "(1) By day only."),
        ("*1", "\\*1 By day only."),
        ("*1", "*1: By day only."),
        ("[1]", "[1] By day only."),
        ("[1]", "- [1] By day only."),
        ("[1]", "**[1]** By day only."),
        ("(1)", "(1) By day only."),
        (" (*)", "(*) By day only."),
        (" (*)", "\\* By day only."),
        ("[^1]", "[^1]: By day only."),
        ("[^spaces]", "[^spaces]: By **day** only."),
        ("[^1]", "[^1]:\n    By day\n\n    only."),
        ("[^1]", "[^1]: By [day](https://example.org) only."),
        ("*", "\\* By day only.\n† Another one."),
        ("*", "† Another one.<br>\n\\* By day only."),
        ("*", "† Another one.  \n\\* By day only."),
    ],
)
def test_explained(mark: str, note: str) -> None:
    text = page(mark, note)
    cell = first_cell(text)
    assert cell.notes == ("By day only.",)
    assert cell.unexplained == ()
    # Some of the notes stand beside another one, whose mark nothing carries.
    assert [each.code for each in findings(text)] == ["CMP117"] * note.count("†") * (mark != "†")


@pytest.mark.parametrize("label", ["1", "spaces"])
def test_footnotes_where_their_extension_is_off(label: str) -> None:
    text = page(f"[^{label}]", f"[^{label}]: By day only.")
    assert first_cell(text, ("tables",)).notes == ("By day only.",)


def test_a_sentence_that_names_its_mark() -> None:
    text = page(" (*)", "Versions that work by day are marked with (*).")
    assert first_cell(text).notes == ("Versions that work by day are marked with (*).",)


def test_a_remark_in_parentheses_is_a_note() -> None:
    assert first_cell(page(" (by day)", "")).notes == ("by day",)


def test_note_above_the_table() -> None:
    text = page("*", "").replace("# Product\n", "# Product\n\n\\* By day only.\n")
    assert first_cell(text).notes == ("By day only.",)


def test_first_note_of_a_mark_counts() -> None:
    assert first_cell(page("*", "\\* First.\n\n\\* Second.")).notes == ("First.",)


def test_a_bullet_further_in_is_no_note() -> None:
    """Two spaces make no list in a list, so that the bullet stands in the text."""
    text = page("*", "- Use this call\n  with care:\n  * Change the address.\n")
    assert first_cell(text).notes == ()


@pytest.mark.parametrize(
    ("above", "expected"),
    [("**Changes:**", ()), ("Notes:", ("By day.",)), ("Prices.", ("By day.",))],
)
def test_a_bullet_below_what_announces_a_list_is_no_note(
    above: str, expected: tuple[str, ...]
) -> None:
    assert first_cell(page("*", f"{above}\n* By day.")).notes == expected


def test_notes_without_comments_and_signs() -> None:
    note = "<small>\n<sup>1</sup> = By day.\n<!-- <br /><sup>2</sup> = By night. -->\n</small>"
    assert first_cell(page("<sup>1</sup>", note)).notes == ("By day.",)


@pytest.mark.parametrize("mark", ["*2", "<sup>2</sup>", "²"])
@pytest.mark.parametrize("gap", ["", "\n"])
def test_items_of_a_numbered_list_below(mark: str, gap: str) -> None:
    text = page(mark, f"Caveats:\n\n1. By day.\n{gap}2. By night.\n")
    assert first_cell(text).notes == ("By night.",)
    assert findings(text) == ()


@pytest.mark.parametrize(
    "note",
    [
        "## Installation\n\n1. Download it.\n2. Start it.",
        "1. Download it.",
        "- By day.\n- By night.",
        "1. Download it.\n2. Start it.\n\n<sup>2</sup> By night.",
    ],
)
def test_numbered_lists_that_explain_nothing(note: str) -> None:
    assert "Start it." not in first_cell(page("<sup>2</sup>", note)).notes


def test_numbers_above_the_table_explain_nothing() -> None:
    text = page("<sup>1</sup>", "").replace("# Product\n", "# Product\n\n1. Download it.\n")
    assert first_cell(text).notes == ()


def test_several_marks() -> None:
    text = page("*†", "\\* First.\n\n† Second.")
    assert first_cell(text).notes == ("First.", "Second.")


@pytest.mark.parametrize(
    ("mark", "note", "help_"),
    [
        ("*", "", "'\\*'"),
        ("*", "* By day only, which is a list.", "'\\*'"),
        ("*", "*By day only, which is emphasis.*", "'\\*'"),
        ("*", "Text with a * in it.", "'\\*'"),
        ("*", "Text without a blank line:\n* By day,\n* or by night.", "'\\*'"),
        ("*", "\\*\\* Another mark.", "'\\*'"),
        ("*", "```\n* code\n```", "'\\*'"),
        ("*", "<pre>\n* code\n</pre>", "'\\*'"),
        ("\\*", "", "'\\*'"),
        ("†", "‡ Another mark.", "'†'"),
        ("[^1]", "[^2]: Another one.", "'[^1]: ...'"),
    ],
)
def test_unexplained(mark: str, note: str, help_: str) -> None:
    text, start, end = marked(page(f"«{mark}»", note))
    (finding,) = findings(text, "CMP107")
    assert f"the mark '{mark}'" in finding.message
    assert help_ in finding.help
    assert (finding.place.line, finding.place.column) == start
    assert (finding.place.end_line, finding.place.end_column) == end


@pytest.mark.parametrize("mark", ["*", "\\*", "†", "<sup>1</sup>", "[^1]", "¹"])
def test_a_mark_changes_no_version(mark: str) -> None:
    """It is never a wildcard, and never read as a digit."""
    marked_cell, plain_cell = first_cell(page(mark, "")), first_cell(page("", ""))
    assert marked_cell.range == plain_cell.range


@pytest.mark.parametrize(
    ("mark", "shown"),
    [
        ("<sup>1</sup>", "1.0¹"),
        ("<sup>a</sup>", "1.0(a)"),
        ("[^1]", "1.0"),
        ("&ast;", "1.0*"),
        ("\\*", "1.0*"),
    ],
)
def test_text_of_a_cell_with_a_mark_is_no_other_version(mark: str, shown: str) -> None:
    assert first_cell(page(mark, "")).text == shown


TABLES = {
    "rows": "| Server | Client |\n|---|---|\n| 1.0 | 2.0{mark} |\n| 1.1 | 2.1 |",
    "marks": "| Server \\\\ Client | 4.0 | 4.1 |\n|---|---|---|\n| 4.0 | ✓{mark} | ✗ |",
    "words": "| Server \\\\ Client | 4.0 | 4.1 |\n|---|---|---|\n| 4.0 | OK{mark} | ✗ |",
}


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("*", "\\* By day."),
        ("*", "*: By day."),
        ("*", "## \\* By day.\n\nText."),
        ("*", "Legend:\n\n- \\* By day.\n- † Another one."),
        ("\\*", "\\* By day."),
        ("\\*\\*", "\\*\\* By day."),
        ("**", "\\*\\* By day."),
        ("†", "† By day."),
        ("‡", "- ‡ By day."),
        ("§", "§ By day."),
        ("<sup>1</sup>", "<sup>1</sup> By day."),
        ("<sup>1</sup>", "¹ By day."),
        ("<sup>a</sup>", "<sup>a</sup> By day."),
        ("<sup>*</sup>", "\\* By day."),
        ("<sup>(1)</sup>", "(1) By day."),
        ("¹", "¹ By day."),
        ("[^1]", "[^1]: By day."),
        ("[^spaces]", "[^spaces]: By day."),
        ("*1", "\\*1 By day."),
        (" (1)", "(1) By day."),
        ("(1)", "- (1) By day."),
        ("[1]", "[1] By day."),
        ("[1]", "- [1] By day."),
        (" (*)", "(*) By day."),
        (" (*)", "\\* By day."),
    ],
)
class TestEveryFormInEveryLayout:
    def test_explained(self, table: str, mark: str, note: str) -> None:
        text = f"{FRONT_MATTER}# Server\n\n{table.format(mark=mark)}\n\n{note}\n"
        cell = the_table(text).rows[0].cells[0]
        assert "By day." in cell.notes
        assert cell.unexplained == ()
        # One of the notes stands beside another one, whose mark nothing carries.
        assert len(findings(text)) == len(findings(text, "CMP117")) == ("Another one" in note)

    def test_unexplained(self, table: str, mark: str, note: str) -> None:
        text = f"{FRONT_MATTER}# Server\n\n{table.format(mark=mark)}\n"
        assert note not in text
        (finding,) = findings(text)
        # Behind a version, a number in brackets could be anything.
        is_doubtful = "1" in mark.strip(" ")[:2] and mark.strip()[0] in "([" and "2.0" in table
        assert finding.code == ("CMP101" if is_doubtful else "CMP107")


def test_marks_of_versions_stay_where_a_column_says_what_they_are_worth() -> None:
    table = "| Server | Client | Status |\n|---|---|---|\n| 1.0 | 2.0* | partial |"
    front_matter = "---\ncompat: {columns: {Status: {as: mark}}}\n---\n\n"
    text = f"{front_matter}# Server\n\n{table}\n\n\\* By day.\n"
    assert list(cells(analysis_of(text)))[1].notes == ("By day.",)
