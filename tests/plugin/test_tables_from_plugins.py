"""Tables that other plugins and extensions put into a page: read wherever ours stands among them.

The plugins are those that sites use. Where one is not installed these tests fail: what they say
about it would be a guess otherwise.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.plugin.sites import run_build, write_site

TABLE = """\
| Server | Client |
| --- | --- |
| 3.2 | 4.1 |
| 3.3 | 4.2 |
| 3.4 | what is this |
"""
CSV = "Server,Client\n3.2,4.1\n3.3,4.2\n3.4,what is this\n"
HTML = """\
<table><tr><th>Server</th><th>Client</th></tr>
<tr><td>3.2</td><td>4.1</td></tr>
<tr><td>3.3</td><td>4.2</td></tr>
<tr><td>3.4</td><td>what is this</td></tr></table>
"""
LOOP = """\
| Server | Client |
| --- | --- |
{% for server, client in [("3.2", "4.1"), ("3.3", "4.2"), ("3.4", "what is this")] -%}
| {{ server }} | {{ client }} |
{% endfor %}
"""

# What stands on the page, and where its last cell is said to be.
SOURCES = {
    "literal": (TABLE, "docs/page.md:10:9"),
    "html": (HTML, "docs/page.md:9:21"),
    "snippet": ('--8<-- "table.md"', "docs/parts/table.md:5:9"),
    "macro": (LOOP, "docs/page.md (table 1, row 3, column 2)"),
    "csv": (
        "{{ read_csv('docs/table.csv', dtype='str') }}",
        "docs/page.md (table 1, row 3, column 2)",
    ),
    "include": ('{% include-markdown "./parts/table.md" %}', "docs/parts/table.md:5:9"),
    "macro include": ('{% include "parts/table.md" %}', "docs/parts/table.md:5:9"),
}
OTHERS = {
    "macro": "macros",
    "macro include": "macros",
    "csv": "table-reader",
    "include": "include-markdown",
}


def site(folder: Path, name: str, plugins: list[Any]) -> Path:
    """Write a site with one page, whose table comes from somewhere."""
    body, _ = SOURCES[name]
    page = f"---\ncompat: true\n---\n# Compatibility\n\n{body}\n"
    parts = folder / "docs" / "parts"
    parts.mkdir(parents=True)
    (folder / "docs" / "table.csv").write_text(CSV, encoding="utf-8")
    return write_site(
        folder,
        {"page.md": page, "parts/table.md": TABLE},
        plugins=plugins,
        markdown_extensions=[{"pymdownx.snippets": {"base_path": [str(parts)]}}],
    )


@pytest.mark.parametrize("is_first", [True, False], ids=["ours first", "ours last"])
@pytest.mark.parametrize("name", SOURCES)
def test_are_read_and_their_cells_are_named(tmp_path: Path, name: str, is_first: bool) -> None:
    others = [OTHERS[name]] if name in OTHERS else ["search"]
    plugins = ["compat", *others] if is_first else [*others, "compat"]
    config = site(tmp_path, name, plugins)
    done = run_build(config)
    assert done.returncode == 0, done.stderr
    assert f"{SOURCES[name][1]}: error CMP101" in done.stderr
    model = json.loads((tmp_path / "site" / "compat.json").read_text(encoding="utf-8"))
    (product,) = model["products"]
    (table,) = product["tables"]
    assert len(table["rows"]) == 3
    html = (tmp_path / "site" / "page" / "index.html").read_text(encoding="utf-8")
    assert html.count("<compat-matrix") == 1
    assert html.count("<compat-checker") == 1


@pytest.mark.parametrize("name", SOURCES)
def test_every_cell_has_an_id_on_the_page(tmp_path: Path, name: str) -> None:
    others = [OTHERS[name]] if name in OTHERS else []
    run_build(site(tmp_path, name, [*others, "compat"]))
    html = (tmp_path / "site" / "page" / "index.html").read_text(encoding="utf-8")
    for row in (1, 2, 3):
        for column in (1, 2):
            assert html.count(f'id="compat-page-t1-r{row}-c{column}"') == 1
