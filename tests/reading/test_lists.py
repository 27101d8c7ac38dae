"""Lists instead of tables, which the front matter declares."""

from __future__ import annotations

import pytest

from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.reasoning.compatibility import Compatibility
from tests.reading.reader import (
    FRONT_MATTER,
    analysis_of,
    cells,
    draft,
    findings,
    rows,
    tables,
    text_at,
    the_table,
)


def page(items: str, said: str = "operator") -> str:
    front_matter = f"---\ncompat:\n  lists:\n    requirements: {said}\n---\n\n"
    return f"{front_matter}# Operator\n\n## Requirements\n\nText.\n\n{items}\n"


def verdict(text: str, **asked: str) -> Verdict:
    (product,) = analysis_of(text).site.products
    found = Compatibility(product).ask({id_: [version] for id_, version in asked.items()}).verdict
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("- v2.x: Kubernetes 1.20+", [["v2.x", "1.20+"]]),
        ("* 2.0 – Kubernetes 1.20", [["2.0", "1.20"]]),
        ("1. 2.0 - Kubernetes 1.20", [["2.0", "1.20"]]),
        ("- 2.0 → Kubernetes 1.20 → 1.24", [["2.0", "1.20 → 1.24"]]),
        ("- 2.0 – 2.4: Kubernetes 1.20", [["2.0 – 2.4", "1.20"]]),
        ("- 2.0 requires Kubernetes 1.20+", [["2.0", "1.20+"]]),
        ("- 2.0: requires Kubernetes >= 1.20.", [["2.0", ">= 1.20"]]),
        ("- 2.0 requires: Kubernetes >= 1.20", [["2.0", ">= 1.20"]]),
        ("- 2.0 also works with Kubernetes 1.20", [["2.0", "1.20"]]),
        ("- **2.x** is intended to support Kubernetes 1.20.", [["2.x", "1.20"]]),
        ("- 2.0 is designed for Kubernetes 1.20", [["2.0", "1.20"]]),
        ("- 2.0 is compatible with Kubernetes 1.20", [["2.0", "1.20"]]),
        ("- Operator 2.0 supports Kubernetes 1.20", [["2.0", "1.20"]]),
        ("- Version 2.0 supports Kubernetes 1.20", [["2.0", "1.20"]]),
        ("- **2.0**: Kubernetes `1.20`", [["2.0", "1.20"]]),
        ("- **2.0:** Kubernetes **1.20** and newer", [["2.0", "**1.20** and newer"]]),
        ("- 2.0: [Kubernetes](https://k.io/a,b:1.2) 1.20", [["2.0", "1.20"]]),
        ("- 2.0: Kubernetes 1.20, 1.21 and 1.22", [["2.0", "1.20, 1.21 and 1.22"]]),
        ("- 2.0:\n    - Kubernetes: 1.20", [["2.0", "1.20"]]),
        ("- 2.0\n\n    - Kubernetes 1.20", [["2.0", "1.20"]]),
        ("- 2.0: Kubernetes\n  1.20", [["2.0", "1.20"]]),
        ("- 2.0: Kubernetes 1.20\n\n- 2.1: Kubernetes 1.21", [["2.0", "1.20"], ["2.1", "1.21"]]),
        ("> - 2.0: Kubernetes 1.20", [["2.0", "1.20"]]),
    ],
)
def test_items(item: str, expected: list[list[str]]) -> None:
    text = page(item)
    table = the_table(text)
    assert rows(table) == expected
    assert (table.id, table.layout) == ("requirements", "list")
    assert (table.subject, table.components) == ("operator", ("kubernetes",))
    for cell in cells(analysis_of(text)):
        assert text_at(text, cell.place) == cell.raw
    assert findings(text) == ()


@pytest.mark.parametrize(
    "item",
    [
        "2.0 does not support Kubernetes 1.20",
        "2.0: not Kubernetes 1.20",
        "2.0: drops Kubernetes 1.20",
        "2.0: Dropped Kubernetes 1.20",
        "2.0: Kubernetes 1.20, tested daily",
        "2.0: Kubernetes",
        "2.0: 1.20",
        "2.0",
        "Text.",
        "Text: Kubernetes 1.20",
        "Agent 2.0: Kubernetes 1.20",
        "2.0 with Helm 3: Kubernetes 1.20",
        "2.0: Helm 3 or Kubernetes 1.20",
        "2.0: Kubernetes 1.20, Kubernetes 1.21",
        "2.0: Operator 1.20",
        "2.0 requires Kubernetes 1.20",
        "2.0: Kubernetes 1.20\n\n        code",
    ],
)
def test_what_is_not_understood_is_reported_and_not_answered(item: str) -> None:
    text = page(f"- 1.0: Kubernetes 1.10\n- {item}")
    (finding,) = findings(text)
    assert finding.code == "CMP101"
    assert "is not understood, so nothing is answered from it" in finding.message
    assert rows(the_table(text)) == [["1.0", "1.10"]]
    if "code" not in item:
        assert (finding.place.line, finding.place.column) == (14, 3)


def test_a_mistake_in_versions_is_reported_where_it_stands() -> None:
    text = page("- 2.0: Kubernetes 1.20 twentyish")
    (finding,) = findings(text)
    assert finding.code == "CMP101"
    assert text_at(text, finding.place).startswith("twentyish")
    assert verdict(text, operator="2.0", kubernetes="1.20") is Verdict.UNSTATED


def test_several_components() -> None:
    text = page("- 2.0: Kubernetes 1.20+, Helm 3.x and newer\n- 1.0: Kubernetes 1.10")
    assert [table.components for table in tables(analysis_of(text))] == [("kubernetes",), ("helm",)]
    assert verdict(text, operator="2.0", helm="4.1") is Verdict.COMPATIBLE
    assert verdict(text, operator="2.0", helm="2.1") is Verdict.INCOMPATIBLE
    assert verdict(text, operator="1.0", kubernetes="1.11") is Verdict.INCOMPATIBLE
    assert verdict(text, operator="1.0", helm="2.1") is Verdict.UNSTATED


def test_items_have_ids_and_the_checker_stands_above() -> None:
    text = page("- 2.0: Kubernetes 1.20\n- 1.0: Kubernetes 1.10\n{: #own }")
    _, html = draft(text)
    assert "<compat-checker></compat-checker><compat-matrix" in html
    first, second = the_table(text).rows
    assert f'<li id="{first.subject.anchor}">2.0' in html
    assert second.cells[0].anchor == "own"
    assert '<li id="own">' in html


def test_keys_of_a_table_hold() -> None:
    text = page("- 2.0: Kubernetes 1.20", "{subject: operator, verdict: partial, note: Slow.}")
    assert verdict(text, operator="2.0", kubernetes="1.20") is Verdict.PARTIAL
    text = page("- 2.0: Kubernetes 1.20", "{subject: operator, closed: false}")
    assert verdict(text, operator="2.0", kubernetes="1.21") is Verdict.UNSTATED


def test_rows_that_disagree_are_a_conflict() -> None:
    text = page("- 2.0: Kubernetes 1.20\n- 2.0: Kubernetes 1.21")
    assert [each.code for each in findings(text)] == ["CMP201"]


def test_footnotes() -> None:
    text = page("- 2.0: Kubernetes 1.20*\n- 1.0: Kubernetes 1.10†\n\n\\* By day.")
    assert the_table(text).rows[0].cells[0].notes == ("By day.",)
    assert [each.code for each in findings(text)] == ["CMP107"]


def test_only_the_first_list_under_its_heading_counts() -> None:
    text = page("- 2.0: Kubernetes 1.20\n\nText.\n\n- 1.0: Kubernetes 1.10")
    assert rows(the_table(text)) == [["2.0", "1.20"]]


def test_a_copy_of_the_list_in_code_is_not_its_place() -> None:
    text = page("```\n- 2.0: Kubernetes 1.20\n```\n\n- 2.0: Kubernetes 1.20")
    assert the_table(text).rows[0].subject.place.line == 17


def test_a_list_inside_other_blocks() -> None:
    text = page('<div markdown="1">\n- 2.0: Kubernetes 1.20\n</div>')
    assert rows(the_table(text)) == [["2.0", "1.20"]]


def test_a_heading_without_a_list() -> None:
    (finding,) = findings(page("Text."))
    assert finding.code == "CMP109"
    assert "no list stands under such a heading" in finding.message


def test_pages_that_declare_none_are_left_alone() -> None:
    text = f"{FRONT_MATTER}# Operator\n\n## Requirements\n\n- 2.0: Kubernetes 1.20\n"
    _, html = draft(text)
    assert "<li>2.0" in html
    assert tables(analysis_of(text)) == []
