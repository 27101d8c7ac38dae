"""Pages away from a table, and tables too large for an attribute, as the plugin builds them."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import violations

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.pages import Browse
    from tests.conftest import Serve

TABLE = """---
compat: {product: small}
---
# Where the table is

| Server | Client |
| --- | --- |
| 1.0[^limits] | 1.0 ➜ 1.4 |
| 2.0 | 2.0 |

[^limits]: Not on Sundays.
"""

ELSEWHERE = """---
compat: {product: small}
---
# Elsewhere

<compat-checker></compat-checker>

<compat-matrix></compat-matrix>
"""

# Tens of kilobytes are more than an attribute is given.
LARGE = """---
compat: {product: large}
---
# Large

| Server | Client |
| --- | --- |
""" + "".join(f"| 1.{number} | 1.0 ➜ 1.{number} |\n" for number in range(300))

# No table: the checker stands below the title, and the rules behind it.
RULES = """---
compat:
  product: ruled
  components:
    server: {name: Server, scheme: semver, releases: ["1.0.0", "1.1.0", "1.2.0"]}
    agent: {name: Agent, scheme: semver, releases: ["1.0.0", "1.1.0", "1.2.0"]}
  rules:
    - {name: skew, component: agent, with: server, not-newer: patch, behind: 1 minor}
---
Before the title.

# Rules

Behind the title.
"""

CONFIGURATION = """
site_name: Small
site_url: {url}
theme: {{name: material, font: false, features: [navigation.instant]}}
plugins: [search, compat]
markdown_extensions: [footnotes]
"""


@pytest.fixture
def base(tmp_path: Path, serve: Serve) -> str:
    """The address of a small site in Material, which navigates instantly and runs scripts anew."""
    base = serve(tmp_path / "site", "/some/docs/")
    docs = tmp_path / "docs"
    docs.mkdir()
    for name, text in (
        ("index", "# Home\n"),
        ("table", TABLE),
        ("elsewhere", ELSEWHERE),
        ("rules", RULES),
    ):
        (docs / f"{name}.md").write_text(text, encoding="utf-8")
    (docs / "large.md").write_text(LARGE, encoding="utf-8")
    configuration = tmp_path / "mkdocs.yml"
    configuration.write_text(CONFIGURATION.format(url=base), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file"]
    subprocess.run([*command, str(configuration)], check=True, capture_output=True)
    return base


def test_a_checker_elsewhere_leads_to_the_page_of_the_table(browse: Browse, base: str) -> None:
    page = browse()
    page.goto(f"{base}elsewhere/?server=1.0&client=1.3")
    expect(page.locator(".compat-verdict__word")).to_have_text("Compatible")
    expect(page.locator(".compat-reason__note")).to_have_text("Not on Sundays.")
    assert violations(page) == []
    page.locator(".compat-reason__link").click()
    expect(page).to_have_title("Where the table is - Small")
    expect(page.locator(".compat-target")).to_have_text("1.0 ➜ 1.4")
    expect(page.locator(".compat-target")).to_be_in_viewport()


def test_a_copy_of_the_table_is_complete_and_marked(browse: Browse, base: str) -> None:
    page = browse()
    page.goto(f"{base}elsewhere/?server=1.0&client=1.3")
    expect(page.get_by_role("table").get_by_role("row")).to_have_count(3)
    expect(page.locator(".compat-cell--listed")).to_contain_text("1.0 ➜ 1.4")
    expect(page.get_by_role("rowheader").first).to_have_text(re.compile(r"^1\.0\s*1$"))
    page.get_by_role("rowheader").first.get_by_role("link", name="1").click()
    expect(page.locator(".compat-notes li:target")).to_have_text("Not on Sundays.")


def test_facts_too_large_for_an_attribute_arrive_all_the_same(browse: Browse, base: str) -> None:
    page = browse()
    page.goto(f"{base}large/?server=1.200&client=1.7")
    assert page.locator("compat-checker").get_attribute("data-compat-src")
    expect(page.locator(".compat-verdict__word")).to_have_text("Compatible")
    expect(page.locator(".compat-row")).to_have_count(1)


def test_they_arrive_by_instant_navigation_too(browse: Browse, base: str) -> None:
    page = browse()
    page.goto(base)
    page.evaluate("window.unloaded = false")
    sidebar = page.locator(".md-sidebar--primary")
    for _ in range(2):
        sidebar.get_by_role("link", name="Large").click()
        give(page, "1.200", "1.201")
        expect(page.locator(".compat-verdict__word")).to_have_text("Incompatible")
        sidebar.get_by_role("link", name="Home").click()
        expect(page.locator("compat-checker")).to_have_count(0)
    assert page.evaluate("window.unloaded") is False, "the whole page was loaded anew"


def give(page: Page, server: str, client: str) -> None:
    page.get_by_label("Server").fill(server)
    page.get_by_label("Client").fill(client)


def test_a_page_of_rules_has_its_checker_and_reasons_lead_to_the_rule(
    browse: Browse, base: str
) -> None:
    page = browse()
    page.goto(f"{base}rules/")
    order = page.locator("article > :is(p, h1, compat-checker, compat-rules)")
    names = order.evaluate_all("(elements) => elements.map(({ localName }) => localName)")
    assert names == ["p", "h1", "compat-checker", "compat-rules", "p"]
    page.get_by_label("Agent", exact=True).fill("1.0.0")
    page.get_by_label("Server", exact=True).fill("1.2.0")
    expect(page.locator(".compat-verdict__word")).to_have_text("Incompatible")
    page.get_by_role("link", name="See the rule").click()
    expect(page.locator("#compat-rule-skew")).to_have_class(re.compile("compat-target"))
    page.get_by_role("button", name="Add another Server").click()
    page.get_by_label("Server, instance 2").fill("1.1.0")
    expect(page.locator(".compat-pair")).to_have_count(2)
    page.locator(".compat-fix").first.click()
    expect(page.locator(".compat-verdict__word")).to_have_text("Compatible")
    assert violations(page) == []


def test_a_page_of_rules_says_them_without_scripts(browse: Browse, base: str) -> None:
    page = browse(java_script_enabled=False)
    page.goto(f"{base}rules/")
    expect(page.locator("#compat-rule-skew")).to_contain_text("Server")
