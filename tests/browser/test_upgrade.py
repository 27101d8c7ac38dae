"""<compat-upgrade> on a page made by hand, under a strict policy and without scripts."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import jinja2
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped] # has none
from playwright.sync_api import expect

from mkdocs_compat.publishing.elements import PageContext, environment, fill
from tests.browser.pages import SCRIPT, TEMPLATES, page_html, violations
from tests.planning.products import Author, product

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.pages import Browse
    from tests.conftest import BuildExample

RELEASES = [f"{major}.{minor}.0" for major in (1, 2, 3) for minor in range(6)]


@pytest.fixture
def guide(tmp_path: Path) -> str:
    """Address of a page with a guide of two required stops, one of them conditional."""
    by = Author(product({"server": {"scheme": "semver", "releases": RELEASES}}, []))
    said = by.says(
        stops=(by.stop("server", "1.4"), by.stop("server", "2.3", question="npm")),
        questions=(by.question("npm"),),
        changes=(by.change("server", "major", "Restore a backup."),),
    )
    context = PageContext(said, {said.id: said}, lambda url: url, {})
    templates = environment(jinja2.FileSystemLoader(TEMPLATES))
    for asset in (SCRIPT, "compat.css"):
        shutil.copy(TEMPLATES / "assets" / "mkdocs-compat" / asset, tmp_path)
    path = tmp_path / "index.html"
    path.write_text(
        page_html(fill("<compat-upgrade></compat-upgrade>", context, templates).html), "utf-8"
    )
    return path.as_uri()


def test_the_guide_works_under_a_strict_policy(page: Page, guide: str) -> None:
    page.goto(guide)
    picture = page.get_by_role("img", name="The way of server to 3.5.0")
    expect(picture).to_be_visible()
    stop = picture.locator(".compat-track__stop").first
    assert stop.evaluate("(one) => getComputedStyle(one).fill") == "rgb(133, 80, 0)"
    expect(page.get_by_role("row").nth(1)).to_contain_text("1.4.0, required stop")


def test_it_needs_no_script(browse: Browse, guide: str) -> None:
    page = browse(java_script_enabled=False)
    page.goto(guide)
    expect(page.locator("svg")).to_be_visible()
    expect(page.get_by_role("table").first).to_contain_text("only if so: npm?")


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_it_fits_and_axe_finds_nothing(
    browse: Browse, guide: str, mode: Literal["light", "dark"], width: int
) -> None:
    page = browse(color_scheme=mode, viewport={"width": width, "height": 900})
    page.goto(guide)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page, "compat-upgrade") == []


def test_it_is_printed_in_black(browse: Browse, guide: str) -> None:
    page = browse()
    page.goto(guide)
    page.emulate_media(media="print")
    label = page.locator(".compat-track__label").first
    assert label.evaluate("(one) => getComputedStyle(one).fill") == "rgb(0, 0, 0)"


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
@pytest.mark.parametrize(("mode", "width"), [("light", 1280), ("dark", 390)])
def test_pages_of_lines_fit_in_every_theme(
    browse: Browse,
    example_site: BuildExample,
    theme: str,
    mode: Literal["light", "dark"],
    width: int,
) -> None:
    site = example_site(theme, directory_urls=False)
    page = browse(color_scheme=mode, viewport={"width": width, "height": 900})
    page.goto((site / "ravendb" / "upgrading" / "from-3.5.html").as_uri())
    expect(page.get_by_role("heading", name="Upgrade from 3.5")).to_be_visible()
    for number, summary in enumerate(page.locator(".compat-way summary").all()):
        summary.click()
        expect(page.locator(".compat-way details").nth(number)).to_have_attribute("open", "")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page, context=".compat-way").response["violations"]
    nodes = [node["html"] for each in found for node in each["nodes"]]
    # The colours of links are the theme's own, here as in the author's words.
    assert [html for html in nodes if not html.startswith("<a ")] == []


def test_a_row_of_a_table_leads_to_the_page_of_its_line(
    browse: Browse, example_site: BuildExample
) -> None:
    site = example_site("material", directory_urls=False)
    page = browse(java_script_enabled=False)
    page.goto((site / "octopus" / "compatibility.html").as_uri())
    page.get_by_role("row").get_by_role("link", name="2018.12", exact=True).click()
    expect(page.get_by_role("heading", name="Upgrade from 2018.12")).to_be_visible()
    page.get_by_role("link", name="All paths").click()
    expect(page).to_have_title(re.compile("^Upgrading"))
