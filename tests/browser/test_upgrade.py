"""<compat-upgrade> on a page made by hand, under a strict policy and without scripts."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import jinja2
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import expect

from mkdocs_compat.publishing.elements import PageContext, environment, fill
from tests.browser.pages import SCRIPT, TEMPLATES, page_html
from tests.planning.products import Author, product

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.pages import Browse

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
    assert Axe().run(page, context="compat-upgrade").response["violations"] == []


def test_it_is_printed_in_black(browse: Browse, guide: str) -> None:
    page = browse()
    page.goto(guide)
    page.emulate_media(media="print")
    label = page.locator(".compat-track__label").first
    assert label.evaluate("(one) => getComputedStyle(one).fill") == "rgb(0, 0, 0)"
