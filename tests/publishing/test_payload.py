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
from tests.reading.upgrade_page import FULL

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


def test_all_about_upgrading_fits_it() -> None:
    path = templates_folder() / "assets" / "mkdocs-compat" / "compat.schema.json"
    validator = jsonschema.Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))
    model = json.loads(site_json(analysis_of(FULL).site))
    validator.validate(model)
    said = model["products"][0]["upgrade"]
    assert all(said.values()), "nothing is left out of the example"
    for key, value in said.items():
        assert not validator.is_valid(_with_upgrade(model, {k: said[k] for k in said if k != key}))
        if isinstance(value[0], dict):
            for part in value[0]:
                less = {k: v for k, v in value[0].items() if k != part}
                assert not validator.is_valid(_with_upgrade(model, {**said, key: [less]}))
            more = {**value[0], "more": 1}
            assert not validator.is_valid(_with_upgrade(model, {**said, key: [more]}))


def _with_upgrade(model: dict[str, Any], upgrade: dict[str, Any]) -> dict[str, Any]:
    return {**model, "products": [{**model["products"][0], "upgrade": upgrade}]}


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


def test_nothing_about_upgrading_is_null(model: dict[str, Any]) -> None:
    assert model["products"][0]["upgrade"] is None


def test_links_of_upgrades_are_made_for_the_page() -> None:
    (product,) = analysis_of(FULL.replace("page.md#", "a%20b.md#")).site.products
    said = product_data(product, lambda url: f"../../{url}")["upgrade"]
    assert isinstance(said, dict)
    text = json.dumps(said)
    assert '"url": "../../a b/#from-2-6"' in text
    assert '"url": "https://example.org/from-1.6"' in text
    assert '"text": "other.md", "url": null' in text


def test_narrowing_keeps_what_is_said_of_components() -> None:
    (product,) = analysis_of(FULL).site.products
    agent = narrowed(product, ["agent"], [])
    upgrade = agent.upgrade
    assert [component.id for component in agent.components] == ["agent"]
    assert [stop.at.text for stop in upgrade.stops] == ["1.4"]
    assert (upgrade.order, upgrade.rolling) == ((("agent",),), ("agent",))
    assert (upgrade.questions, upgrade.guides, upgrade.changes) == ((), (), ())
    assert (len(upgrade.max_hops), len(upgrade.downgrades)) == (1, 1)
    assert (upgrade.finalizes, upgrade.breaking) == ((), ())
    assert (len(upgrade.waits), len(upgrade.tasks)) == (1, 1)
    server = narrowed(product, ["server"], []).upgrade
    assert [question.id for question in server.questions] == ["registry"]
    assert narrowed(product, ["server", "agent"], []).upgrade == product.upgrade
    assert narrowed(product, [], []).upgrade == product.upgrade
