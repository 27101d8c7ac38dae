"""The verdicts that both engines must give, each decided by the design and not by the code."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from markdown import Markdown

from mkdocs_compat.analysis import SharedData, analyze, open_page
from mkdocs_compat.markdown_extension import CompatExtension
from mkdocs_compat.model.site import Product
from mkdocs_compat.publishing.payload import product_data
from mkdocs_compat.reasoning.answer import Asked, Pair
from mkdocs_compat.reasoning.compatibility import Compatibility
from mkdocs_compat.reasoning.rule_relation import RuleStatement
from mkdocs_compat.source import SourceText

VECTORS = Path(__file__).parents[1] / "vectors"
PRODUCTS = VECTORS / "products"
LINES = (VECTORS / "verdicts.jsonl").read_text(encoding="utf-8").splitlines()
PAGES = sorted(page.stem for page in PRODUCTS.glob("*.md"))


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
    text = "\n".join(["---", json.dumps(front), "---", *body])
    return text.replace('{"compat":', "compat:", 1).replace("}}\n---", "}\n---", 1)


@cache
def product(name: str) -> Product:
    """Read a product from its page, or from a page made of its facts."""
    page = PRODUCTS / f"{name}.md"
    facts = PRODUCTS / f"{name}.json"
    if page.exists():
        text = page.read_text(encoding="utf-8")
    else:
        text = page_of(json.loads(facts.read_text(encoding="utf-8")))
    extension = CompatExtension()
    extension.page = open_page(SourceText("docs/page.md", text), "page/", SharedData())
    assert extension.page is not None
    markdown = Markdown(extensions=["tables", "toc", extension])
    markdown.convert(text[extension.page.front_matter.body :])
    assert extension.draft is not None
    analysis = analyze([extension.draft], SharedData())
    assert not [finding for finding in analysis.diagnostics if finding.code in ("CMP101", "CMP109")]
    (found,) = analysis.site.products
    return found


@cache
def compatibility(name: str) -> Compatibility:
    return Compatibility(product(name))


@pytest.mark.parametrize("name", PAGES)
def test_published_products_are_those_of_the_pages(name: str) -> None:
    """The browser's tests read `*.json`; `COMPAT_WRITE=1` writes it anew from `*.md`."""
    file = PRODUCTS / f"{name}.json"
    data = json.dumps(product_data(product(name), str), ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("COMPAT_WRITE"):
        file.write_text(data, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == data


@pytest.mark.parametrize("line", LINES, ids=lambda line: json.loads(line)["why"])
def test_verdict(line: str) -> None:
    case = json.loads(line)
    asked = compatibility(case["product"])
    answer = asked.ask(case["question"])
    assert not answer.problems
    assert (answer.verdict.value if answer.verdict else None) == case["verdict"]
    for expected in case.get("pairs", ()):
        (pair,) = (
            pair
            for pair in answer.pairs
            if (pair.a.component, pair.b.component) == (expected["a"], expected["b"])
        )
        check_pair(pair, expected)
    if "clash" in case:
        assert named(answer.clash) == sorted(case["clash"])
    if "newer" in case:
        newer = [[each.asked.component, each.asked.text, each.newest] for each in answer.newer]
        assert newer == case["newer"]
    for component, parts in case.get("open", {}).items():
        opened = asked.open(case["question"], component)
        assert opened is not None
        assert [[verdict.value, text] for verdict, text in opened.parts] == parts


def check_pair(pair: Pair, expected: dict[str, Any]) -> None:
    """Compare a pair with what a vector says of it: its verdict and what it rests on."""
    assert pair.verdict.value == expected["verdict"]
    rules = [said.rule.id for said in pair.statements if isinstance(said, RuleStatement)]
    told = [said for said in pair.statements if not isinstance(said, RuleStatement)]
    if "rules" in expected:
        assert rules == expected["rules"]
    if "cells" in expected:
        assert [said.cell.text for said in told if said.cell] == expected["cells"]
    if "note" in expected:
        assert [said.table.note for said in told] == [expected["note"]]


def named(members: Sequence[Asked]) -> list[list[str]]:
    return sorted([asked.component, asked.text] for asked in members)
