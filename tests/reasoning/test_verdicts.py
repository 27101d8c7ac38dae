"""The verdicts that both engines must give, each decided by the design and not by the code."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from markdown import Markdown

from mkdocs_compat.analysis import SharedData, analyze, open_page
from mkdocs_compat.markdown_extension import CompatExtension
from mkdocs_compat.reasoning.compatibility import Compatibility
from mkdocs_compat.source import SourceText

VECTORS = Path(__file__).parents[1] / "vectors"
LINES = (VECTORS / "verdicts.jsonl").read_text(encoding="utf-8").splitlines()


def page_of(facts: dict[str, Any]) -> str:
    """Write the facts of a product as a page: its tables, and what front matter says of them."""
    components = {
        id_: {"name": name, "scheme": scheme} for id_, (name, scheme) in facts["components"].items()
    }
    columns: dict[str, list[str]] = {}
    tables: dict[str, dict[str, str]] = {}
    body = []
    for number, table in enumerate(facts["tables"]):
        headers = [
            " and ".join(facts["components"][id_][0] for id_ in ids) for ids in table["columns"]
        ]
        columns |= dict(zip(headers, table["columns"], strict=True))
        said = {key: table[key] for key in ("verdict", "note", "blank") if key in table}
        if said:
            tables[f"table-{number}"] = said
        rows = [headers, ["---"] * len(headers), *table["rows"]]
        body += [f"## Table {number}", "", *("| " + " | ".join(row) + " |" for row in rows), ""]
    front = {"compat": {"components": components, "columns": columns, "tables": tables}}
    return "\n".join(["---", json.dumps(front), "---", *body])


@cache
def product(name: str) -> Compatibility:
    facts = json.loads((VECTORS / "products" / f"{name}.json").read_text(encoding="utf-8"))
    extension = CompatExtension()
    text = page_of(facts).replace('{"compat":', "compat:", 1).replace("}}\n---", "}\n---", 1)
    extension.page = open_page(SourceText("docs/page.md", text), "page/", SharedData())
    assert extension.page is not None
    markdown = Markdown(extensions=["tables", "toc", extension])
    markdown.convert(text[extension.page.front_matter.body :])
    assert extension.draft is not None
    analysis = analyze([extension.draft], SharedData())
    assert not [finding for finding in analysis.diagnostics if finding.code in ("CMP101", "CMP109")]
    return Compatibility(analysis.site.products[0])


@pytest.mark.parametrize("line", LINES, ids=lambda line: json.loads(line)["why"])
def test_verdict(line: str) -> None:
    case = json.loads(line)
    answer = product(case["product"]).ask(case["question"])
    assert not answer.problems
    assert (answer.verdict.value if answer.verdict else None) == case["verdict"]
    for expected in case.get("pairs", ()):
        (pair,) = (
            pair
            for pair in answer.pairs
            if (pair.a.component, pair.b.component) == (expected["a"], expected["b"])
        )
        assert pair.verdict.value == expected["verdict"]
