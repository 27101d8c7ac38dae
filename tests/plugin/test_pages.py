"""What the plugin does to the pages of a site, and what it leaves alone."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import Tag

from tests.plugin.sites import (
    CORRECTED,
    PUBLISHED,
    BuiltPage,
    build,
    load,
    pages_of,
    write_site,
)

TABLE = "| Server | Client |\n|---|---|\n| 1.0 | 1.0 |\n| 2.0 | 2.0 |\n"
SMALL = f"---\ncompat: true\n---\n\n# Product\n\n{TABLE}"

# A home page without a table, and tables at several depths, one of them with a space in its name.
SITE = {
    "index.md": f"# Home\n\nText with a table that is not ours.\n\n{TABLE}",
    "server/compatibility.md": CORRECTED,
    "server/deep/er/more table.md": (
        "---\ncompat: {product: deep}\n---\n\n# More\n\n"
        '<compat-matrix product="" table="compatibility"></compat-matrix>\n\n' + TABLE
    ),
    "narrowed.md": (
        "---\ncompat: {product: other}\n---\n\n# Narrowed\n\n"
        '<compat-checker components="server client"></compat-checker>\n\n'
        "| Server | Client | Agent |\n|---|---|---|\n| 1.0 | 1.0 | 3.0 |\n"
    ),
}


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """MkDocs' own loggers stay as they were, whatever a build does to them."""
    logger = logging.getLogger("mkdocs")
    handlers, level = list(logger.handlers), logger.level
    yield
    logger.handlers[:] = handlers
    logger.setLevel(level)


@pytest.fixture(
    scope="module",
    params=[(theme, urls) for theme in ("mkdocs", "readthedocs", "material") for urls in (1, 0)],
    ids=lambda choice: f"{choice[0]}-{'folders' if choice[1] else 'files'}",
)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    theme, directory_urls = request.param
    folder = tmp_path_factory.mktemp(f"{theme}-{directory_urls}")
    return build(write_site(folder, SITE, theme=theme, use_directory_urls=bool(directory_urls)))


def page_named(site: Path, name: str) -> BuiltPage:
    (page,) = (page for page in pages_of(site) if name in page.path.relative_to(site).as_posix())
    return page


class TestInEveryTheme:
    def test_assets_are_found_from_every_page(self, site: Path) -> None:
        pages = [page for page in pages_of(site) if page.path.name != "404.html"]
        assert len(pages) in (4, 5), "a theme has a page of its own for search"
        for page in pages:
            (style,) = [tag["href"] for tag in page.elements("link") if "mkdocs-compat" in str(tag)]
            (script,) = [
                tag for tag in page.elements("script") if "compat.js" in str(tag.get("src"))
            ]
            assert script.has_attr("defer")
            for link in (style, script["src"]):
                file, _ = page.target(str(link))
                assert file.is_file()

    def test_our_styles_come_before_those_of_the_site(self, site: Path) -> None:
        text = page_named(site, "narrowed").path.read_text("utf-8")
        assert text.count("compat.css") == 1

    def test_every_link_of_every_checker_leads_to_its_cell(self, site: Path) -> None:
        checked = 0
        for page in pages_of(site):
            for product in page.products():
                for table in product["tables"]:
                    file, fragment = page.target(table["url"])
                    target = BuiltPage(site, file)
                    assert target.has_id(fragment)
                    for row in table["rows"]:
                        for cell in (row["subject"], *row["cells"]):
                            assert target.has_id(cell["anchor"])
                            checked += 1
        assert checked > 40

    def test_links_without_javascript_lead_somewhere(self, site: Path) -> None:
        links = 0
        for page in pages_of(site):
            for element in [*page.elements("compat-checker"), *page.elements("compat-matrix")]:
                for link in element.find_all("a"):
                    assert isinstance(link, Tag)
                    file, fragment = page.target(str(link["href"]))
                    assert BuiltPage(site, file).has_id(fragment)
                    links += 1
        assert links >= 3

    def test_a_checker_stands_above_the_first_table(self, site: Path) -> None:
        page = page_named(site, "server/compatibility")
        (checker,) = page.elements("compat-checker")
        first, _ = page.elements("compat-matrix")
        assert (
            checker.find_next("compat-matrix") is first
            or checker.find_next("compat-matrix") == first
        )

    def test_a_page_that_places_its_checker_gets_no_other(self, site: Path) -> None:
        ((product,),) = (page_named(site, "narrowed").products(),)
        assert [component["id"] for component in product["components"]] == ["server", "client"]
        (table,) = product["tables"]
        assert [len(row["cells"]) for row in table["rows"]] == [1]

    def test_a_table_of_another_product_can_be_shown(self, site: Path) -> None:
        page = page_named(site, "server/deep")
        copy, own = page.elements("compat-matrix")
        assert "Octopus Server" in copy.get_text()
        assert "Client" in own.get_text()
        assert copy.find(id=True) is None or "note" in str(copy.find(id=True))

    def test_a_page_that_takes_no_part_has_no_element(self, site: Path) -> None:
        page = BuiltPage(site, site / "index.html")
        assert "<compat-" not in page.path.read_text("utf-8")


def test_pages_that_take_no_part_are_as_without_the_plugin(tmp_path: Path) -> None:
    pages = {
        "index.md": f"# Home\n\n{TABLE}\n<compat-other>x</compat-other>\n\n* \\* Text.\n",
        "false.md": f"---\ncompat: false\n---\n\n# False\n\n{TABLE}",
        "html.md": "# HTML\n\n<table>\n<tr><td>1.0</td><td>2.0</td></tr>\n</table>\n",
        "other.md": f"---\ntitle: Other\n---\n\n{TABLE}",
    }
    with_plugin = build(write_site(tmp_path / "with", pages))
    without = build(write_site(tmp_path / "without", pages, plugins=["search"]))
    tags = re.compile(
        rb' *<link href="[^"]*assets/mkdocs-compat/compat.css" rel="stylesheet" ?/?>\n'
        rb'| *<script src="[^"]*assets/mkdocs-compat/compat.js" defer></script>\n'
    )
    compared = 0
    for path in sorted(without.rglob("*")):
        if path.is_dir() or path.suffix in (".gz", ".xml"):
            continue
        ours = (with_plugin / path.relative_to(without)).read_bytes()
        if path.suffix == ".html":
            ours, removed = tags.subn(b"", ours)
            assert removed == 2
            compared += 1
            # The page says at which second it was built.
            ours = re.sub(rb"Build Date UTC : .*", b"", ours)
            theirs = re.sub(rb"Build Date UTC : .*", b"", path.read_bytes())
            assert ours == theirs, path.name
        else:
            assert ours == path.read_bytes(), path.name
    assert compared == 5
    assert not (with_plugin / "compat.json").exists()


def test_configuring_twice_changes_nothing(tmp_path: Path) -> None:
    """Plugins that build a site once for each language call the event again."""
    (tmp_path / "compat.yml").write_text("blank: unstated\n", encoding="utf-8")
    options: list[dict[str, Any]] = [{"compat": {"data": "compat.yml"}}]
    config = load(write_site(tmp_path, {"index.md": SMALL}, plugins=options))
    once = config.plugins.on_config(config)
    assert once is not None
    lists = ("extra_css", "extra_javascript", "markdown_extensions", "watch")
    before = {name: list(getattr(once, name)) for name in lists} | {"dirs": list(once.theme.dirs)}
    twice = once.plugins.on_config(once)
    assert twice is not None
    after = {name: list(getattr(twice, name)) for name in lists} | {"dirs": list(twice.theme.dirs)}
    assert before == after


def test_templates_of_the_site_win(tmp_path: Path) -> None:
    override = tmp_path / "overrides" / "mkdocs_compat" / "checker.html"
    override.parent.mkdir(parents=True)
    override.write_text("<p class=ours>{{ product.components[0].name }}</p>", encoding="utf-8")
    theme = {"name": "mkdocs", "custom_dir": "overrides"}
    site = build(write_site(tmp_path, {"index.md": SMALL}, theme=theme))
    page = BuiltPage(site, site / "index.html")
    assert page.elements("compat-checker") == []
    assert "<p class=ours>Server</p>" in page.path.read_text("utf-8")


def test_no_checker_where_none_is_wanted(tmp_path: Path) -> None:
    config = write_site(tmp_path, {"index.md": SMALL}, plugins=[{"compat": {"checker": False}}])
    page = BuiltPage(site := build(config), site / "index.html")
    assert page.elements("compat-checker") == []
    assert len(page.elements("compat-matrix")) == 1


class TestDataFile:
    DATA = "components:\n  server: {name: Main server, aliases: [Server]}\nblank: unstated\n"

    def site(self, folder: Path, data: str, *, alone: bool = True) -> Path:
        (folder / "compat.yml").write_text(data, encoding="utf-8")
        page = SMALL.replace("| 2.0 | 2.0 |", "| 2.0 | |")
        files = "compat.yml" if alone else ["compat.yml"]
        return write_site(folder, {"index.md": page}, plugins=[{"compat": {"data": files}}])

    @pytest.mark.parametrize("alone", [True, False])
    def test_is_read(self, tmp_path: Path, alone: bool) -> None:
        config = self.site(tmp_path, self.DATA, alone=alone)
        site = build(config)
        ((product,),) = (BuiltPage(site, site / "index.html").products(),)
        assert product["components"][0]["name"] == "Main server"

    def test_is_watched(self, tmp_path: Path) -> None:
        config = load(self.site(tmp_path, self.DATA))
        after = config.plugins.on_config(config)
        assert after is not None
        assert str(tmp_path / "compat.yml") in after.watch

    def test_mistakes_are_found_in_it(
        self, tmp_path: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        build(self.site(tmp_path, self.DATA + "nonsense: 1\n"))
        messages = [record.getMessage() for record in caplog.records]
        assert any(message.startswith("compat.yml:4:1: error CMP109 ") for message in messages)


def test_a_file_of_the_site_is_left_alone(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    site = build(write_site(tmp_path, {"index.md": SMALL, "compat.json": '{"mine": true}'}))
    assert json.loads((site / "compat.json").read_text("utf-8")) == {"mine": True}
    assert any(
        record.levelname == "WARNING" and "compat.json" in record.getMessage()
        for record in caplog.records
    )


EVIL = "<script>alert(1)</script>"
EVIL_PAGE = f"""\
---
title: "{EVIL}"
compat:
  product: "{EVIL}"
  components:
    server: {{name: "{EVIL} Server"}}
  columns: {{Server: server}}
  tables:
    evil: {{verdict: partial, note: "{EVIL}'\\""}}
---

# {EVIL} '"&

<compat-checker></compat-checker>

<compat-matrix></compat-matrix>

## {EVIL} {{: #evil }}

| Server | `{EVIL}` | &lt;img src=x onerror=alert(1)&gt; |
|---|---|---|
| 1.0* | 1.0 `{EVIL}` | 1.0 |
| 2.0 | 2.0 | 1.0'"> |

\\* {EVIL} and `{EVIL}`.
"""


@pytest.fixture(scope="module")
def evil_page(tmp_path_factory: pytest.TempPathFactory) -> BuiltPage:
    site = build(write_site(tmp_path_factory.mktemp("evil"), {"index.md": EVIL_PAGE}))
    return BuiltPage(site, site / "index.html")


def test_a_copy_of_a_table_of_marks_shows_the_marks(tmp_path: Path) -> None:
    table = "| Server \\\\ Client | 4.0 | 4.1 |\n|---|---|---|\n| 4.0 | ✓ | ✗ |\n"
    pages = {
        "index.md": f"---\ncompat: true\n---\n\n# Matrix\n\n{table}",
        "other.md": "---\ncompat: true\n---\n\n# Other\n\n<compat-matrix></compat-matrix>\n",
    }
    site = build(write_site(tmp_path, pages))
    (copy,) = BuiltPage(site, site / "other" / "index.html").elements("compat-matrix")
    assert [cell.get_text(strip=True) for cell in copy.find_all("td")] == ["✓", "✗"]
    assert [cell.get_text(strip=True) for cell in copy.find_all("th")][1:3] == ["4.0", "4.1"]


class TestNothingIsExecuted:
    """What authors write is shown as text inside our elements, never as markup."""

    def test_the_checker_holds_no_script(self, evil_page: BuiltPage) -> None:
        (checker,) = evil_page.elements("compat-checker")
        assert checker.find_all(["script", "img"]) == []
        assert set(checker.attrs) == {"class", "data-compat"}

    def test_the_copy_of_the_table_holds_no_script(self, evil_page: BuiltPage) -> None:
        copy = evil_page.elements("compat-matrix")[0]
        assert copy.find_all(["script", "img"]) == []
        assert len(copy.find_all("td")) == 4

    def test_the_data_is_whole(self, evil_page: BuiltPage) -> None:
        ((product,),) = (evil_page.products(),)
        (table,) = product["tables"]
        assert table["note"] == f"{EVIL}'\""
        assert product["id"] == EVIL

    def test_compat_json_is_whole(self, evil_page: BuiltPage) -> None:
        data = json.loads((evil_page.site / "compat.json").read_text("utf-8"))
        assert data["products"][0]["id"] == EVIL


def test_every_page_of_a_bad_site_is_built(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    bad = {
        "list": "[a, b]",
        "number": "42",
        "unknown": "{nonsense: 1}",
        "twice": "{components: {a: {}, a: {}}}",
        "broken": "[",
        "big": "[" + "a, " * 70_000 + "]",
        "deep": "[" * 500 + "]" * 500,
    }
    pages = {f"{name}.md": f"---\ncompat: {value}\n---\n\n{TABLE}" for name, value in bad.items()}
    pages |= {
        "index.md": SMALL,
        "nothing.md": "---\ncompat: true\n---\n\nText.\n",
        "html.md": f"---\ncompat: true\n---\n\n{TABLE.replace('2.0', '<b><script></b>')}",
    }
    site = build(write_site(tmp_path, pages))
    assert len(list(pages_of(site))) == len(pages) + 1
    messages = [record.getMessage() for record in caplog.records]
    for name in (*bad, "nothing", "html"):
        assert any(message.startswith(f"docs/{name}.md:") for message in messages), name


def test_published_table_is_built_with_its_contradictions(tmp_path: Path) -> None:
    site = build(write_site(tmp_path, {"index.md": PUBLISHED}))
    ((product,),) = (BuiltPage(site, site / "index.html").products(),)
    assert [table["verdict"] for table in product["tables"]] == ["compatible", "partial"]
