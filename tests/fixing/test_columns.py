"""Pipes stay where they were, as far as there is room."""

from __future__ import annotations

import pytest

from mkdocs_compat.diagnostics import Edit
from mkdocs_compat.fixing.applying import apply
from mkdocs_compat.fixing.columns import width
from mkdocs_compat.source import SourceText


def replaced(text: str, old: str, new: str) -> str:
    source = SourceText("docs/a.md", text)
    start = text.index(old)
    return apply(source, [Edit(source.place(start, start + len(old)), old, new)])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # Wider, and there is room; wider, and there is none; narrower.
        ("| abc    | x |", "| abcdef | x |"),
        ("| abc | x |", "| abcdef | x |"),
        ("| abcdefgh | x |", "| abcdef   | x |"),
        ("|abc     |x|", "|abcdef  |x|"),
    ],
)
def test_a_cell_keeps_its_width(before: str, after: str) -> None:
    old = before.split("|")[1].strip()
    head = f"|{'h':{len(before.split('|')[1])}}| y |\n| --- | --- |\n"
    assert replaced(head + before, old, "abcdef") == head + after


@pytest.mark.parametrize(
    ("dashes", "before", "after"),
    [
        ("------:", "|    abc |", "| abcdef |"),
        ("------:", "| abcdefg |", "|  abcdef |"),
        (":-----:", "|    abc    |", "|   abcdef  |"),
        (":------", "| abc    |", "| abcdef |"),
    ],
)
def test_the_side_that_gives_way_follows_the_alignment(
    dashes: str, before: str, after: str
) -> None:
    head = f"|{'h':^{len(before) - 2}}| y |\n| {dashes} | --- |\n"
    old = before.strip("| ")
    assert replaced(f"{head}{before} 1 |\n", old, "abcdef") == f"{head}{after} 1 |\n"


def test_wide_characters_count_twice() -> None:
    assert width("版本 3") == 6
    assert width("e\u0301") == 1
    head = "| 服务器 | y |\n| ------ | - |\n"
    assert replaced(f"{head}| 版本3  | 1 |\n", "版本3", "3") == f"{head}| 3      | 1 |\n"
    assert replaced(f"{head}| 3      | 1 |\n", "3", "版本3") == f"{head}| 版本3  | 1 |\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # No pipe of the column stands below another one; tabs; the last cell without a pipe.
        ("| h | y |\n| - | - |\n| abc    | x |", "| h | y |\n| - | - |\n| abcdef    | x |"),
        ("|h\t| y |\n|-|-|\n|abc\t| x |", "|h\t| y |\n|-|-|\n|abcdef\t| x |"),
        ("h | y\n- | -\nx | abc  \nz | 1", "h | y\n- | -\nx | abcdef  \nz | 1"),
        ("text abc    text", "text abcdef    text"),
    ],
)
def test_elsewhere_nothing_but_the_text_changes(before: str, after: str) -> None:
    assert replaced(before, "abc", "abcdef") == after


def test_an_edit_of_what_is_not_there_is_refused() -> None:
    source = SourceText("docs/a.md", "abc")
    with pytest.raises(ValueError, match="does not hold"):
        apply(source, [Edit(source.place(0, 3), "abd", "x")])


def test_edits_that_overlap_are_refused() -> None:
    source = SourceText("docs/a.md", "abc")
    edits = [Edit(source.place(0, 2), "ab", "x"), Edit(source.place(1, 3), "bc", "x")]
    with pytest.raises(ValueError, match="overlap"):
        apply(source, edits)
