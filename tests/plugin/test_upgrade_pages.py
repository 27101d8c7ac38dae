"""Pages about upgrades from single lines: where they are, what they say, and what they leave."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.plugin.sites import BuiltPage, build, pages_of, run_build, write_site

HOME = "---\ntitle: Home\n---\n# Home\n"
TABLE = """\
---
compat:
  product: shop
---
# Versions

| Server    | Agent |
| --------- | ----- |
| 1.0       | 1.x   |
| 1.1 ➜ 2.0 | 2.x   |
| 2.1 ➜ 3.0 | 3.x   |
"""
UPGRADING = """\
---
compat:
  product: shop
  components:
    server: {name: Server, scheme: semver, releases: [1.0.0, 1.0.4, 1.1.0, 2.0.0, 2.1.0, 3.0.0]}
  upgrade:
    component: server
    stops: [{at: "2.0", reason: The database moved., guide: index.md}]
    changes: {major: {name: Major, rollback: Restore a backup.}}
    breaking: [{at: "2.1", text: The API is {new}.}]
    finalize: [{at: "3.0", note: The format is rewritten.}]
---
# Upgrading

<compat-upgrade></compat-upgrade>
""".replace("{new}", "{{ new }}").replace(
    "text: The API is {{ new }}.", 'text: "The {{ API }} is new."'
)
PAGES = {"index.md": HOME, "versions.md": TABLE, "upgrading.md": UPGRADING}
LINES = ["1.0", "1.1", "2.0", "2.1"]
TOGETHER = """\
---
compat:
  components:
    server: {name: Server, scheme: semver, releases: &all [1.0.0, 2.0.0, 3.0.0]}
    agent: {name: Agent, scheme: semver, releases: *all}
  rules: [{component: agent, with: server, same: major}]
  upgrade: {order: [server, agent]}
---
# Upgrading

<compat-upgrade></compat-upgrade>
"""


def plugin(**options: Any) -> list[Any]:
    return ["search", {"compat": {"upgrade_pages": options or True}}]


def text_of(path: Path) -> str:
    (main,) = BuiltPage(path.parents[0], path).elements("body")
    return " ".join(main.get_text(" ").split())


def test_each_line_has_its_page(tmp_path: Path) -> None:
    site = build(write_site(tmp_path, PAGES, plugins=plugin()), strict=True)
    for line in LINES:
        assert (site / "upgrading" / f"from-{line}" / "index.html").is_file()
    assert not (site / "upgrading" / "from-3.0").exists()
    text = text_of(site / "upgrading" / "from-1.0" / "index.html")
    for words in (
        "Upgrade from 1.0",
        "1.0.4",
        "From an older release of 1.0, go to the newest of it first.",
        "1. Server 1.0.4 to 2.0.0",
        "Required stop at 2.0: The database moved.",
        "2. Server 2.0.0 to 3.0.0",
        "The {{ API }} is new.",
        "Restore a backup.",
        "There is no way back from 3.0: The format is rewritten.",
        "Upgrade from 1.1 →",
    ):
        assert words in text
    assert text.count("The {{ API }} is new.") == 1


@pytest.mark.parametrize("directories", [True, False])
def test_every_link_of_the_pages_leads_somewhere(tmp_path: Path, *, directories: bool) -> None:
    config = write_site(tmp_path, PAGES, plugins=plugin(), use_directory_urls=directories)
    site = build(config, strict=True)
    links = [
        (page, str(link["href"]))
        for page in pages_of(site)
        for place in (*page.elements("compat-upgrade"), *page.elements("compat-matrix"))
        for link in place.find_all("a")
    ]
    links += [
        (page, str(link["href"]))
        for page in pages_of(site)
        for place in page.elements("div") + page.elements("nav")
        if "compat-way" in (place.get("class") or [])
        for link in place.find_all("a")
    ]
    assert any("from-1.0" in href for _, href in links)
    for page, href in links:
        target, fragment = page.target(href)
        assert target.is_file(), (page.path, href)
        assert not fragment or BuiltPage(site, target).has_id(fragment), href


def test_rows_and_the_guide_lead_to_them(tmp_path: Path) -> None:
    site = build(write_site(tmp_path, PAGES, plugins=plugin()), strict=True)
    versions = BuiltPage(site, site / "versions" / "index.html")
    (matrix,) = versions.elements("compat-matrix")
    assert [link["href"] for link in matrix.find_all("a")] == [
        f"../upgrading/from-{line}/" for line in LINES
    ]
    guide = BuiltPage(site, site / "upgrading" / "index.html")
    (element,) = guide.elements("compat-upgrade")
    assert {link["href"] for link in element.select("th a")} == {f"from-{line}/" for line in LINES}


@pytest.mark.parametrize("nav", [None, ["index.md", {"More": ["upgrading.md", "versions.md"]}]])
def test_they_stand_behind_the_guide_in_the_navigation(tmp_path: Path, nav: list[Any]) -> None:
    config = write_site(tmp_path, PAGES, plugins=plugin(), **({"nav": nav} if nav else {}))
    site = build(config, strict=True)
    page = BuiltPage(site, site / "upgrading" / "from-1.1" / "index.html")
    assert page.path.read_text("utf-8").count("From each version") == 1
    rel = {str(link["rel"][0]): link["href"] for link in page.elements("a") if link.get("rel")}
    assert rel["next"] == "../from-2.0/"
    assert rel["prev"] == "../from-1.0/"
    home = (site / "index.html").read_text("utf-8")
    assert [home.count(f'href="upgrading/from-{line}/"') for line in LINES] == [1] * len(LINES)


def test_their_section_can_be_named_and_left_out(tmp_path: Path) -> None:
    named = build(write_site(tmp_path / "a", PAGES, plugins=plugin(nav="Ways")))
    assert "Ways" in (named / "index.html").read_text("utf-8")
    hidden = build(write_site(tmp_path / "b", PAGES, plugins=plugin(nav=False)))
    assert "from-1.0" not in (hidden / "index.html").read_text("utf-8")
    assert (hidden / "upgrading" / "from-1.0" / "index.html").is_file()


def test_title_and_path_can_be_chosen(tmp_path: Path) -> None:
    options = {"title": "Leave {component} {version}", "path": "leave/{component}/{version}.md"}
    site = build(write_site(tmp_path, PAGES, plugins=plugin(**options)), strict=True)
    assert "Leave Server 1.0" in text_of(site / "leave" / "server" / "1.0" / "index.html")


def test_search_and_site_map_have_them_and_nobody_can_edit_them(tmp_path: Path) -> None:
    config = write_site(
        tmp_path,
        PAGES,
        plugins=plugin(),
        repo_url="https://example.org/repo/",
        edit_uri="edit/main/docs/",
    )
    site = build(config, strict=True)
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    found = {doc["location"]: doc["text"] for doc in index["docs"]}
    assert "Restore a backup." in found["upgrading/from-1.0/"]
    assert "/upgrading/from-1.0/<" in (site / "sitemap.xml").read_text("utf-8")
    assert "edit/main" in (site / "upgrading" / "index.html").read_text("utf-8")
    page = (site / "upgrading" / "from-1.0" / "index.html").read_text("utf-8")
    assert "edit/main" not in page


def test_a_page_of_the_authors_own_is_left_alone(tmp_path: Path) -> None:
    own = {"upgrading/from-1.1.md": "# My own words\n"}
    run = run_build(write_site(tmp_path, PAGES | own, plugins=plugin()))
    assert "upgrading/from-1.1.md is a page of the site's own" in run.stderr
    page = tmp_path / "site" / "upgrading" / "from-1.1" / "index.html"
    assert "My own words" in page.read_text("utf-8")
    assert "Upgrade from 1.1 →" in text_of(page.parents[1] / "from-1.0" / "index.html")


def test_without_the_option_nothing_is_added(tmp_path: Path) -> None:
    site = build(write_site(tmp_path, PAGES))
    assert list(site.rglob("from-*")) == []
    assert "compat-guides" not in (site / "versions" / "index.html").read_text("utf-8")


def test_components_that_move_together_share_their_pages(tmp_path: Path) -> None:
    site = build(write_site(tmp_path, {"index.md": TOGETHER}, plugins=plugin()), strict=True)
    text = text_of(site / "from-1.0" / "index.html")
    assert "1. Server 1.0.0 to 3.0.0 and Agent 1.0.0 to 3.0.0" in text
    assert "In lockstep" in text


@pytest.mark.parametrize(
    ("options", "count"),
    [({"products": ["other"]}, 0), ({"components": ["server"]}, 4), ({"components": ["x"]}, 0)],
)
def test_only_some(tmp_path: Path, options: dict[str, Any], count: int) -> None:
    site = build(write_site(tmp_path, PAGES, plugins=plugin(**options)))
    assert len(list(site.rglob("from-*"))) == count


def test_ids_of_nothing_are_told(tmp_path: Path) -> None:
    options = {"products": ["shop", "shpo"], "components": ["serve"]}
    run = run_build(write_site(tmp_path, PAGES, plugins=plugin(**options)))
    assert "upgrade_pages: the site has no product 'shpo'" in run.stderr
    assert "upgrade_pages: the site has no component 'serve'" in run.stderr
    assert "so there are no pages" in run.stderr


@pytest.mark.parametrize("wrong", [1, "yes", {"nav": 3}, ["server"]])
def test_options_are_checked(tmp_path: Path, wrong: Any) -> None:
    plugins = [{"compat": {"upgrade_pages": wrong}}]
    run = run_build(write_site(tmp_path, PAGES, plugins=plugins))
    assert run.returncode == 1
    assert "upgrade_pages" in run.stderr


@pytest.mark.parametrize("theme", ["readthedocs", "material"])
def test_other_themes(tmp_path: Path, theme: str) -> None:
    run = run_build(write_site(tmp_path, PAGES, plugins=plugin(), theme=theme), "--strict")
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "site" / "upgrading" / "from-1.0" / "index.html").is_file()


def test_properdocs(tmp_path: Path) -> None:
    config = write_site(tmp_path, PAGES, plugins=plugin(), theme="mkdocs")
    run = run_build(config, "--strict", program="properdocs")
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "site" / "upgrading" / "from-1.0" / "index.html").is_file()


def test_words_of_the_author_are_words(tmp_path: Path) -> None:
    evil = "</title><img src=x onerror=alert(1)> `x` *b* [y](z) {{ w }}"
    text = UPGRADING.replace("name: Server", f"name: '{evil}'")
    text = text.replace(
        "The database moved.", '"a\\n```\\n# no heading\\n<script>alert(2)</script>"'
    )
    config = write_site(
        tmp_path,
        {"upgrading.md": text, "index.md": HOME},
        plugins=plugin(),
        theme="material",
        markdown_extensions=["pymdownx.superfences", "md_in_html", "attr_list"],
    )
    site = build(config)
    path = site / "upgrading" / "from-1.0" / "index.html"
    page = BuiltPage(site, path)
    assert page.elements("img") == []
    assert [each for each in page.elements("script") if "alert" in each.get_text()] == []
    titles = [" ".join(each.get_text().split()) for each in page.elements("h2")]
    assert titles == [f"1. {evil} 1.0.4 to 2.0.0", f"2. {evil} 2.0.0 to 3.0.0"]
    assert "a ``` # no heading <script>alert(2)</script>" in text_of(path)


def test_a_line_from_which_nothing_leads_on_says_why(tmp_path: Path) -> None:
    text = UPGRADING.replace("stops:", "max-hop: 0 minor\n    stops:")
    site = build(write_site(tmp_path, {"upgrading.md": text, "index.md": HOME}, plugins=plugin()))
    said = text_of(site / "upgrading" / "from-1.1" / "index.html")
    assert "No way leads to the newest version." in said
    assert "It goes at most 0 minor versions at once." in said


def test_without_a_guide_they_stand_below_the_first_page(tmp_path: Path) -> None:
    text = UPGRADING.replace("<compat-upgrade></compat-upgrade>", "")
    site = build(write_site(tmp_path, {**PAGES, "upgrading.md": text}, plugins=plugin()))
    assert (site / "upgrading" / "from-1.0" / "index.html").is_file()


def test_two_products_have_their_own(tmp_path: Path) -> None:
    other = UPGRADING.replace("product: shop", "product: other").replace("3.0.0]", "4.0.0]")
    other = other.replace('"3.0"', '"4.0"')
    together = {
        "index.md": HOME,
        "a.md": UPGRADING.replace("<compat-upgrade></compat-upgrade>", ""),
        "b.md": other.replace(
            "<compat-upgrade>",
            '<compat-upgrade product="shop"></compat-upgrade>\n\n<compat-upgrade>',
        ),
    }
    site = build(write_site(tmp_path, together, plugins=plugin()))
    assert "3.0.0" in text_of(site / "b" / "from-1.0" / "index.html")
    assert "4.0.0" in text_of(site / "b" / "other-from-1.0" / "index.html")
