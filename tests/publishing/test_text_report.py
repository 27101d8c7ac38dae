"""Findings as text: whole blocks, as their readers see them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mkdocs_compat.diagnostics import Applicability, Diagnostic, Edit, Fix, Related, Severity
from mkdocs_compat.publishing.reports.text import write_finding, write_findings, write_summary
from mkdocs_compat.source import Place, SourceText

PAGE = SourceText(
    "docs/a.md",
    "# Page\n\n| A | B |\n| - | - |\n| 1 | 2 |\n| 1 | 3 |\n\n\n\n| 4 | 5 |\n",
)
OTHER = SourceText("docs/b.md", "One.\nTwo.\n")
SOURCES = {source.path: source for source in (PAGE, OTHER)}


def place(line: int, column: int, length: int, path: str = "docs/a.md") -> Place:
    return Place(path, line, column, line, column + length)


FOUND = Diagnostic(
    "CMP201", "some-check", Severity.ERROR, "it is wrong", place(6, 3, 1), "Mend it."
)


def block(finding: Diagnostic) -> str:
    return write_finding(finding, SOURCES)


def test_related_lines_are_quoted_in_their_order() -> None:
    finding = replace(
        FOUND,
        related=(
            Related(place(10, 3, 1), "below"),
            Related(place(5, 7, 1), "its other cell"),
            Related(place(5, 3, 1), "the other row"),
            Related(place(6, 7, 1), "beside"),
        ),
    )
    assert block(finding) == (
        "docs/a.md:6:3: error CMP201 some-check: it is wrong\n"
        "     5 | | 1 | 2 |\n"
        "       |       - its other cell\n"
        "       |   - the other row\n"
        "     6 | | 1 | 3 |\n"
        "       |   ^\n"
        "       |       - beside\n"
        "    ...\n"
        "    10 | | 4 | 5 |\n"
        "       |   - below\n"
        "    help: Mend it."
    )


def test_related_lines_of_other_files_name_them() -> None:
    finding = replace(
        FOUND,
        related=(
            Related(place(2, 1, 3, "docs/b.md"), "see here"),
            Related(place(9, 1, 0), "a blank line"),
            Related(Place("docs/a.md", part="table 1"), "made by a macro"),
            Related(place(1, 1, 1, "docs/gone.md"), "not read"),
        ),
    )
    assert block(finding) == (
        "docs/a.md:6:3: error CMP201 some-check: it is wrong\n"
        "    6 | | 1 | 3 |\n"
        "      |   ^\n"
        "    docs/b.md:2:1:\n"
        "    2 | Two.\n"
        "      | --- see here\n"
        "    docs/a.md:9:1: a blank line\n"
        "    docs/a.md (table 1): made by a macro\n"
        "    docs/gone.md:1:1: not read\n"
        "    help: Mend it."
    )


def test_of_many_places_some_are_quoted_and_some_named() -> None:
    many = tuple(Related(place(5, 3, 1), f"place {number}") for number in range(40))
    lines = block(replace(FOUND, related=many)).splitlines()
    assert sum("- place" in line for line in lines) == 6
    (also,) = [line for line in lines if line.startswith("    also: ")]
    assert also.count("docs/a.md:5:3") == 12
    assert also.endswith(" and 22 more")


def test_fixes_say_what_to_write() -> None:
    edit = Edit(place(6, 3, 1), "1", "2")
    finding = replace(
        FOUND,
        fixes=(
            Fix("swap the two", (edit,), Applicability.CERTAIN),
            Fix("write '2' for '1'", (edit,), Applicability.CHOICE),
        ),
    )
    assert block(finding).endswith(
        "    help: Mend it.\n"
        "    fix: swap the two: '2' (mkdocs-compat fix does this)\n"
        "    or: write '2' for '1'"
    )


def test_a_long_line_is_cut_around_the_span() -> None:
    source = SourceText("docs/a.md", f"{'x' * 500}HERE{'y' * 500}")
    finding = replace(FOUND, place=Place("docs/a.md", 1, 501, 1, 505))
    _, quoted, underline, _ = write_finding(finding, {"docs/a.md": source}).splitlines()
    assert len(quoted) < 180
    assert quoted.startswith("    1 | …x")
    assert quoted.endswith("y…")
    assert quoted.index("HERE") == underline.index("^^^^")


def test_a_long_line_is_quoted_again_for_what_is_far_off() -> None:
    source = SourceText("docs/a.md", f"HERE{'x' * 500}THERE{'y' * 500}")
    finding = replace(
        FOUND,
        place=Place("docs/a.md", 1, 1, 1, 5),
        related=(Related(Place("docs/a.md", 1, 505, 1, 510), "and there"),),
    )
    text = write_finding(finding, {"docs/a.md": source})
    _, here, under_here, there, under_there, _ = text.splitlines()
    assert here.index("HERE") == under_here.index("^^^^")
    assert there.index("THERE") == under_there.index("----- and there")
    assert there.startswith("    1 | …")


@pytest.mark.parametrize(
    "text", ["漢字 HERE", "e\u0301e\u0301 HERE", "\tHERE", "\u200bHERE", "\x1b[1mHERE"]
)
def test_the_underline_stands_below_the_span(text: str) -> None:
    source = SourceText("docs/a.md", text)
    start = text.index("HERE")
    finding = replace(FOUND, place=Place("docs/a.md", 1, start + 1, 1, start + 5))
    _, quoted, underline, _ = write_finding(finding, {"docs/a.md": source}).splitlines()
    before = quoted[: quoted.index("HERE")]
    wide, none = sum(each in "漢字" for each in before), before.count("\u0301")
    assert underline.index("^^^^") == len(before) + wide - none
    assert quoted.isprintable()


def test_nothing_of_a_page_moves_the_cursor() -> None:
    evil = "so\x1b[2Jon\r\u202e\u2028"
    finding = replace(
        FOUND,
        message=evil,
        help=evil,
        place=Place(f"docs/{evil}.md", 1, 1, 1, 2),
        related=(Related(Place(evil, part=evil), evil),),
        fixes=(Fix(evil, (Edit(place(1, 1, 1), evil, evil),), Applicability.CERTAIN),),
    )
    assert all(line.isprintable() for line in block(finding).split("\n"))


def test_a_report_has_blank_lines_between_and_counts_at_its_end() -> None:
    remark = replace(FOUND, severity=Severity.INFO)
    text = write_findings([FOUND, remark], SOURCES, accepted=3)
    assert text == (
        f"{block(FOUND)}\n\n{block(remark)}\n\n1 error, 1 remark. The baseline accepts 3 more."
    )
    assert write_findings([], SOURCES) == write_summary([]) == "No findings."
