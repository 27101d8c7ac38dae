"""The model that leaves the house fits its published schema and says where everything stands."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from markdown import Markdown

from mkdocs_compat.analysis import Analysis, SharedData, analyze, open_page
from mkdocs_compat.markdown_extension import CompatExtension
from mkdocs_compat.publishing.payload import narrowed, product_data, site_json
from mkdocs_compat.resources import templates_folder
from mkdocs_compat.source import SourceText

PAGE = """---
title: Compatibility
compat:
  product: suite
  blank: untested
  tables:
    older-clients: {verdict: partial, note: Default space only.}
---
# What works with what

| Server | Client | Agent |
| ------ | ------ | ----- |
| 3.5 ➜ 2018.2 | 3.3 ➜ **4.30.3** | 1.0, 1.2 |
| 2019.1* ➜ latest | 6.0.0 ➜ latest | |

\\* Beta.

## Older clients

<table>
<tr><th>Server<th>Client</tr>
<tr><td>2019.1 ➜ latest<td>5.0 or
later</tr>
</table>
"""


def analysis_of(text: str) -> Analysis:
    extension = CompatExtension()
    extension.page = open_page(SourceText("docs/a b.md", text), "a b/", SharedData())
    assert extension.page is not None
    markdown = Markdown(extensions=["tables", "toc", extension])
    markdown.convert(text[extension.page.front_matter.body :])
    assert extension.draft is not None
    return analyze([extension.draft], SharedData())


@pytest.fixture(scope="module")
def model() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(site_json(analysis_of(PAGE).site))
    return found


def cells(model: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        cell
        for product in model["products"]
        for table in product["tables"]
        for row in table["rows"]
        for cell in (row["subject"], *row["cells"])
    ]


def test_it_fits_its_schema(model: dict[str, Any]) -> None:
    path = templates_folder() / "assets" / "mkdocs-compat" / "compat.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(model)


def test_the_schema_refuses_what_is_missing_and_what_is_too_much(model: dict[str, Any]) -> None:
    path = templates_folder() / "assets" / "mkdocs-compat" / "compat.schema.json"
    validator = jsonschema.Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))
    for key in ("products", "format", "version"):
        assert not validator.is_valid({k: v for k, v in model.items() if k != key})
    assert not validator.is_valid({**model, "more": 1})
    assert not validator.is_valid({**model, "version": 1})


def test_every_cell_stands_where_it_says(model: dict[str, Any]) -> None:
    lines = PAGE.splitlines()
    raw = []
    for cell in cells(model):
        assert cell["path"] == "docs/a b.md"
        if cell["line"] == cell["end_line"]:
            raw.append(lines[cell["line"] - 1][cell["column"] - 1 : cell["end_column"] - 1])
    assert raw == [
        *("3.5 ➜ 2018.2", "3.3 ➜ **4.30.3**", "1.0, 1.2"),
        *("2019.1* ➜ latest", "6.0.0 ➜ latest", ""),
        "2019.1 ➜ latest",
    ]


def test_what_the_cells_say(model: dict[str, Any]) -> None:
    (product,) = model["products"]
    assert product["id"] == "suite"
    names = [component["name"] for component in product["components"]]
    assert names == ["Server", "Client", "Agent"]
    first, second = product["tables"]
    assert (first["verdict"], first["note"], first["blank"]) == ("compatible", None, "untested")
    assert (second["verdict"], second["note"]) == ("partial", "Default space only.")
    assert first["url"] == "a b/#compat-a-b-t1"
    texts = [cell["text"] for cell in cells(model)]
    assert texts[:4] == ["3.5 ➜ 2018.2", "3.3 ➜ 4.30.3", "1.0, 1.2", "2019.1* ➜ latest"]
    beta = cells(model)[3]
    assert (beta["notes"], beta["latest"], beta["blank"]) == (["Beta."], True, False)
    assert cells(model)[5]["blank"]
    assert cells(model)[5]["range"] is None
    assert len({cell["anchor"] for cell in cells(model)}) == len(cells(model))


def test_narrowing_keeps_whole_rows_of_what_is_asked_for() -> None:
    (product,) = analysis_of(PAGE).site.products
    agent = product_data(narrowed(product, ["server", "agent"], []), str)
    tables = agent["tables"]
    assert isinstance(tables, list)
    (table,) = tables
    assert isinstance(table, dict)
    assert table["components"] == ["agent"]
    assert len(narrowed(product, [], ["older-clients"]).tables) == 1
    assert narrowed(product, ["client", "agent"], []).tables == ()
