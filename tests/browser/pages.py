"""Pages made by hand around the elements' templates, as the plugin would leave them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Protocol

import jinja2
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped] # has none
from markupsafe import Markup
from playwright.sync_api import Page

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
SCRIPT = "compat.js"

Product = dict[str, Any]


class Browse(Protocol):
    """Returns a fresh browser page; options are those of Playwright's `new_context`."""

    def __call__(self, **options: Any) -> Page: ...


class WritePage(Protocol):
    """Writes `index.html` around elements made from a product, and returns its path."""

    def __call__(self, product: Product, *, body: str | None = None) -> Path: ...


def render(element: str, product: Product, **variables: Any) -> str:
    """Render an element's template as the plugin does."""
    loader = jinja2.FileSystemLoader(TEMPLATES)
    environment = jinja2.Environment(
        loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    given = {
        "product": product,
        "tables": product["tables"],
        "rules": product["rules"],
        "printed": frozenset(),
        "data": json.dumps(product, ensure_ascii=False),
        "data_src": None,
        "script_url": None,
        "attributes": {},
    }
    return environment.get_template(f"mkdocs_compat/{element}.html").render(given | variables)


# Pages opened from the disk have no origin that a policy could name but `file:`.
_PAGE = jinja2.Environment(autoescape=True).from_string("""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Compatibility</title>
<meta http-equiv="Content-Security-Policy"
  content="default-src 'self' file:; object-src 'none'">
<link rel="stylesheet" href="compat.css">
<script defer src="compat.js"></script>
<main>
<h1>Compatibility</h1>
{{ body }}
</main>
""")

_AUTHORS_TABLE = jinja2.Environment(autoescape=True).from_string("""
<h2>{{ table.title }}</h2>
<compat-matrix data-compat-table="{{ table.id }}"><table id="compat-{{ table.id }}">
<thead><tr>{% for header in table.headers %}<th>{{ header.text }}</th>{% endfor %}</tr></thead>
<tbody>{% for row in table.rows %}<tr>
<td id="{{ row.subject.anchor }}">{{ row.subject.text }}</td>
{% for cell in row.cells %}<td id="{{ cell.anchor }}">{{ cell.text }}</td>{% endfor %}
</tr>{% endfor %}</tbody>
</table></compat-matrix>
""")


def authors_tables(product: Product) -> str:
    """Return the author's own tables, in the elements that wrap them."""
    return "".join(_AUTHORS_TABLE.render(table=table) for table in product["tables"])


def rule(component: str, other: str, words: str, **more: Any) -> dict[str, Any]:
    """Return a rule as pages are given it; without relations it forbids the two."""
    number = more.pop("id", "rule-1")
    relations = dict.fromkeys(
        ["name", "when", "other_when", "same", "not_newer", "not_older", "behind", "ahead", "apart"]
    )
    return {
        "id": number,
        "component": component,
        "other": other,
        **relations,
        "verdict": "incompatible",
        "note": None,
        "words": words,
        "page": "docs/compatibility.md",
        "title": "Compatibility",
        "url": f"#compat-rule-{number}",
        "anchor": f"compat-rule-{number}",
        "path": "docs/compatibility.md",
        "line": 1,
        "column": 1,
        "end_line": 1,
        "end_column": 2,
        **more,
    }


def page_html(body: str) -> str:
    """Return a whole page that loads the script and the styles from beside it."""
    return _PAGE.render(body=Markup(body))


def violations(
    page: Page, elements: str = "compat-checker, compat-matrix, compat-rules"
) -> list[str]:
    """Return what axe finds in some elements."""
    found = Axe().run(page, context=elements).response
    assert found["passes"], "axe has looked at nothing"
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found["violations"]]


def give(page: Page, versions: dict[str, str]) -> None:
    """Type versions into the checker's fields."""
    for component, version in versions.items():
        page.get_by_label(component, exact=True).fill(version)
