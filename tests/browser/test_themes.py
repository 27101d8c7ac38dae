"""The built example in every theme: over HTTP under a sub-path, and opened from the disk."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.pages import violations

if TYPE_CHECKING:
    from tests.browser.pages import Browse
    from tests.conftest import BuildExample, Serve

EXAMPLE = Path(__file__).resolve().parents[2] / "site_example"
THEMES = ["material", "mkdocs", "readthedocs"]
CORRECTED = "octopus/compatibility"
PUBLISHED = "octopus/compatibility-as-published"
NOTE = "Only while the default space is enabled, and only for work in that space."


class Site:
    """A built example, reached in one way."""

    def __init__(self, base: str, *, directory_urls: bool) -> None:
        self._base = base
        self._end = "/" if directory_urls else ".html"

    def url(self, path: str, rest: str = "") -> str:
        return self._base + path + self._end + rest


@pytest.fixture(params=["http", "file"])
def transport(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def site(theme: str, transport: str, example_site: BuildExample, serve: Serve) -> Site:
    if transport == "http":
        folder = example_site(theme)
        return Site(serve(folder, "/some/docs/"), directory_urls=True)
    folder = example_site(theme, directory_urls=False)
    return Site(f"{folder.as_uri()}/", directory_urls=False)


@pytest.fixture
def served(theme: str, example_site: BuildExample, serve: Serve) -> Site:
    return Site(serve(example_site(theme), "/some/docs/"), directory_urls=True)


def give(page: Page, versions: dict[str, str]) -> None:
    for component, version in versions.items():
        page.get_by_label(component, exact=True).fill(version)


def follow(page: Page) -> None:
    """Follow the link to the deciding cell; it must be shown and stand in sight."""
    link = page.locator(".compat-reason__link").first
    anchor = (link.get_attribute("href") or "").partition("#")[2]
    link.click()
    target = page.locator(".compat-target")
    expect(target).to_have_id(anchor)
    expect(target).to_be_in_viewport()
    # Nothing lies over the cell: what is seen in its middle is the cell or something in it.
    middle = """(cell) => {
        const { x, y, width, height } = cell.getBoundingClientRect();
        return cell.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    }"""
    page.wait_for_function(f"({middle})(document.querySelector('.compat-target'))")


def test_a_partial_answer_has_its_note_and_leads_to_its_cell(browse: Browse, site: Site) -> None:
    page = browse()
    page.goto(site.url(CORRECTED))
    give(page, {"Octopus Server": "2019.1", "Tentacle": "3.20"})
    result = page.locator(".compat-result")
    expect(result.locator(".compat-verdict__word")).to_have_text("Partial")
    expect(result).to_contain_text(NOTE)
    follow(page)
    expect(page.locator(".compat-target")).to_contain_text("3.0 ➜ 3.25")
    expect(page.get_by_label("Tentacle")).to_have_value("3.20")


def test_a_conflict_names_both_rows(browse: Browse, site: Site) -> None:
    page = browse()
    page.goto(site.url(PUBLISHED))
    give(page, {"Octopus Server": "2018.2", "Octopus.Client": "4.30.3"})
    expect(page.locator(".compat-verdict__word")).to_have_text("Conflicting")
    first, second = page.locator(".compat-reason").all()
    expect(first).to_contain_text("Row “Octopus Server 3.5 ➜ 2018.2” lists Octopus.Client 3.3 ➜")
    expect(second).to_contain_text("Row “Octopus Server 2018.2 ➜ 2018.12” lists Octopus.Client 4")
    expect(second).to_contain_text(", not 4.30.3.")
    expect(page.locator(".compat-row")).to_have_count(2)
    follow(page)


@pytest.mark.parametrize("transport", ["http"], indirect=True)
@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(
    browse: Browse, site: Site, mode: Literal["light", "dark"], width: int
) -> None:
    page = browse(color_scheme=mode, viewport={"width": width, "height": 900})
    query = "?octopus-server=2018.2&octopus-client=4.30.3&tentacle=2&calamari=3.6&teamcity-plugin=x"
    for path in (CORRECTED, PUBLISHED):
        page.goto(site.url(path, query))
        expect(page.locator(".compat-verdict")).to_be_visible()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("theme", ["material", "mkdocs"], indirect=True)
def test_dark_mode_reaches_the_elements(browse: Browse, served: Site) -> None:
    colours = []
    for mode in ("light", "dark"):
        page = browse(color_scheme=mode)
        page.goto(served.url(CORRECTED, "?octopus-server=2019.1&tentacle=3.20"))
        word = page.locator(".compat-verdict__word")
        colours.append(word.evaluate("(element) => getComputedStyle(element).color"))
    assert colours == ["rgb(133, 80, 0)", "rgb(242, 179, 92)"]


def test_without_scripts_the_tables_and_the_way_to_them_are_there(
    browse: Browse, served: Site
) -> None:
    page = browse(java_script_enabled=False)
    page.goto(served.url(CORRECTED))
    expect(page.locator("compat-checker")).to_contain_text("work together")
    link = page.locator("compat-checker").get_by_role("link", name="Partial forwards compatibility")
    link.click()
    expect(page.get_by_role("cell", name="3.0 ➜ 3.25")).to_be_in_viewport()


def test_a_strict_policy_lets_the_elements_work(browse: Browse, served: Site) -> None:
    page = browse()
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if "compat.js" in said.text else None)

    def answer(route: Route) -> None:
        response = route.fetch()
        policy = {"content-security-policy": "default-src 'self'"}
        route.fulfill(response=response, headers={**response.headers, **policy})

    page.route(re.compile(r"/$|\?"), answer)
    page.goto(served.url(CORRECTED, "?octopus-server=2019.1&tentacle=3.20"))
    expect(page.locator(".compat-verdict__word")).to_have_text("Partial")
    expect(page.locator(".compat-verdict")).to_have_css("display", "flex")
    assert refused == []


@pytest.fixture
def instant(tmp_path: Path, serve: Serve) -> Site:
    """The example in Material, which navigates instantly only at the site's own address."""
    base = serve(tmp_path / "site", "/some/docs/")
    shutil.copytree(EXAMPLE / "data", tmp_path / "data")
    configuration = tmp_path / "mkdocs.yml"
    configuration.write_text(
        f"INHERIT: {EXAMPLE / 'mkdocs.yml'}\ndocs_dir: {EXAMPLE / 'docs'}\nsite_url: {base}\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file"]
    subprocess.run([*command, str(configuration)], check=True, capture_output=True)
    return Site(base, directory_urls=True)


def test_instant_navigation_brings_a_working_page(browse: Browse, instant: Site) -> None:
    page = browse()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    # Material goes from page to page without loading once it has read the site map.
    page.goto(instant.url("octopus/versioning"), wait_until="networkidle")
    page.evaluate("window.unloaded = false")
    sidebar = page.locator(".md-sidebar--primary")
    for _ in range(2):
        sidebar.get_by_role("link", name="Compatibility, as published").click()
        give(page, {"Octopus Server": "2018.2", "Octopus.Client": "4.30.3"})
        expect(page.locator(".compat-verdict__word")).to_have_text("Conflicting")
        expect(page.locator(".compat-row")).to_have_count(2)
        follow(page)
        sidebar.get_by_role("link", name="Versioning").click()
        expect(page.locator("compat-checker")).to_have_count(0)
    assert page.evaluate("window.unloaded") is False, "the whole page was loaded anew"
    assert errors == []


def test_instant_navigation_to_a_cell_shows_it(browse: Browse, instant: Site) -> None:
    page = browse()
    page.goto(instant.url(CORRECTED, "?octopus-server=2019.1&tentacle=3.20"))
    anchor = page.locator(".compat-reason__link").get_attribute("href")
    page.goto(instant.url("octopus/versioning"), wait_until="networkidle")
    # A link as an author would write it, on a page that Material goes from without loading.
    page.evaluate(
        """(anchor) => {
            const link = document.createElement("a");
            link.href = `../compatibility/${anchor}`;
            link.textContent = "to the cell";
            document.querySelector(".md-content article").prepend(link);
        }""",
        anchor,
    )
    page.evaluate("window.unloaded = false")
    page.get_by_role("link", name="to the cell").click()
    target = page.locator(".compat-target")
    expect(target).to_have_text("3.0 ➜ 3.25")
    expect(target).to_be_in_viewport()
    assert page.evaluate("window.unloaded") is False, "the whole page was loaded anew"


def test_instant_navigation_brings_a_working_planner(browse: Browse, instant: Site) -> None:
    page = browse()
    page.goto(instant.url("octopus/versioning"), wait_until="networkidle")
    page.evaluate("window.unloaded = false")
    sidebar = page.locator(".md-sidebar--primary")
    for _ in range(2):
        sidebar.get_by_role("link", name="Upgrades and downgrades").click()
        page.get_by_label("SPIRE Server, you run").fill("0.8.1")
        page.get_by_label("SPIRE Server, you want").fill("0.9.3")
        expect(page.locator(".compat-hop")).to_have_count(1)
        sidebar.get_by_role("link", name="Versioning").click()
        expect(page.locator("compat-upgrade")).to_have_count(0)
        assert "from.server" not in page.url
        page.go_back()
        expect(page.get_by_label("SPIRE Server, you run")).to_have_value("0.8.1")
        expect(page.locator(".compat-hop")).to_have_count(1)
        sidebar.get_by_role("link", name="Versioning").click()
    assert page.evaluate("window.unloaded") is False, "the whole page was loaded anew"
