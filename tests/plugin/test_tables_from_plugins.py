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


SECTIONS = f"""\
<!--one-->

{TABLE.replace("what is this", "what is that")}
<!--end-->

<!--two-->

{TABLE}
<!--end-->

{TABLE.replace("what is this", "what else")}
"""
LINKED = TABLE.replace("| 3.3 | 4.2 |", "| [3.3](../other.md) | 4.2 |")


@pytest.mark.parametrize(
    ("body", "plugin", "place"),
    [
        ('--8<-- "parts/sections.md:11:17"', "search", "docs/parts/sections.md:17:9"),
        ("--8<--\nparts/sections.md:10:\n--8<--", "search", "docs/parts/sections.md:17:9"),
        ('--8<-- "shared.md"', "search", "includes/shared.md:5:9"),
        (
            '{% include-markdown "parts/sections.md" start="<!--two-->" end="<!--end-->" %}',
            "include-markdown",
            "docs/parts/sections.md:17:9",
        ),
        ('{% include "parts/*s.md" %}', "include-markdown", "docs/parts/sections.md:17:9"),
        (
            '{% include-markdown "../includes/shared.md" heading-offset=1 %}',
            "include-markdown",
            "includes/shared.md:5:9",
        ),
        (
            '{% include-markdown "parts/linked.md" %}',
            "include-markdown",
            "docs/parts/linked.md:5:9",
        ),
        ('{% include-markdown "parts/nested.md" %}', "include-markdown", "includes/shared.md:5:9"),
        (
            '{% include "parts/tab" ~ "le.md" %}',
            "macros",
            "docs/page.md (table 1, row 3, column 2)",
        ),
    ],
)
def test_cells_of_included_files_are_named(
    tmp_path: Path, body: str, plugin: str, place: str
) -> None:
    parts = {
        "sections": SECTIONS,
        "linked": LINKED,
        "nested": '--8<-- "shared.md"\n',
        "table": TABLE,
    }
    (tmp_path / "includes").mkdir()
    (tmp_path / "includes" / "shared.md").write_text(TABLE, encoding="utf-8")
    pages = {f"parts/{name}.md": text for name, text in parts.items()}
    pages |= {"page.md": f"---\ncompat: true\n---\n# Compatibility\n\n{body}\n", "other.md": ""}
    config = write_site(
        tmp_path,
        pages,
        plugins=[plugin, "compat"],
        markdown_extensions=[{"pymdownx.snippets": {"base_path": ["docs", "includes"]}}],
    )
    done = run_build(config)
    assert done.returncode == 0, done.stderr
    assert f"{place}: error CMP101 unknown-token: 'what is this'" in done.stderr
    if place.endswith(":9"):
        line = place.split(":")[1]
        assert f"    {line} | | 3.4 | what is this |\n" in done.stderr
        assert f"    {' ' * len(line)} |         ^^^^^^^^^^^^\n" in done.stderr
        assert "    shown on: docs/page.md\n" in done.stderr
