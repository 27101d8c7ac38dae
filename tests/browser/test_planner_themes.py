"""The planner on the built example, in every theme: what its sources tell, seen by a reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import violations

if TYPE_CHECKING:
    from tests.browser.pages import Browse
    from tests.conftest import BuildExample, Serve

THEMES = ["material", "mkdocs", "readthedocs"]
# What the example's products are asked, and how the hops go.
SPIRE = "spire/upgrading/?from.server=0.8.1&from.agent=0.8.1&to.server=0.12.1&to.agent=0.12.1"
LOCKSTEP = "ravendb/upgrading/?from.server=3.5&from.client=3.5&to.server=5.3&to.client=5.3"
ONE_BY_ONE = "ravendb/upgrading/?from.server=4.1&from.client=4.1&to.server=5.3&to.client=5.3"
OCTOPUS = "octopus/upgrading/?from.octopus-server=1.6&to.octopus-server=2018.12"
OUTSIDE = "spire/upgrading/?from.server=0.9.3&from.agent=0.7.0&to.server=0.9.3&to.agent=0.9.3"


@pytest.fixture(params=THEMES)
def base(request: pytest.FixtureRequest, example_site: BuildExample, serve: Serve) -> str:
    return serve(example_site(request.param), "/some/docs/")


@pytest.fixture
def material(example_site: BuildExample, serve: Serve) -> str:
    return serve(example_site("material"), "/some/docs/")


def hops(page: Page) -> list[str]:
    expect(page.locator(".compat-hop").first).to_be_visible()
    return page.locator(".compat-hop > label strong").all_inner_texts()


def test_spire_alternates_in_every_theme(browse: Browse, base: str) -> None:
    page = browse()
    page.goto(base + SPIRE)
    moved = [hop.split()[1] for hop in hops(page)]
    assert moved == ["Server", "Agent"] * 4
    expect(page.locator('.compat-hop[data-mode="rolling"]')).to_have_count(8)
    page.locator(".compat-hop summary").first.click()
    page.locator(".compat-reason").first.get_by_role("link").click()
    expect(page.locator(".compat-target, li:target").first).to_be_in_viewport()


def test_a_step_can_be_ticked_off_in_every_theme(browse: Browse, base: str) -> None:
    page = browse(viewport={"width": 360, "height": 800})
    page.goto(base + SPIRE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("checkbox", name="1. SPIRE Server").click()
    expect(page.locator(".compat-checklist__head")).to_contain_text("1 of 8 hops done")


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_axe_finds_nothing_in_any_theme(
    browse: Browse, base: str, mode: Literal["light", "dark"]
) -> None:
    page = browse(color_scheme=mode)
    page.goto(base + LOCKSTEP)
    hops(page)
    page.locator(".compat-planner details").evaluate_all(
        "(all) => all.forEach((each) => { each.open = true; })"
    )
    assert violations(page, ".compat-planner") == []


def test_ravendb_moves_in_lockstep_only_where_it_must(browse: Browse, material: str) -> None:
    page = browse()
    page.goto(material + LOCKSTEP)
    assert len(hops(page)) == 1
    expect(page.locator(".compat-hop")).to_have_attribute("data-mode", "lockstep")
    page.goto(material + ONE_BY_ONE)
    assert [hop.split()[1] for hop in hops(page)] == ["Server", "Client"] * 2
    expect(page.locator(".compat-hop").last).to_contain_text("Optional")


def test_octopus_stops_at_2_6_with_a_guide_for_each_leg(browse: Browse, material: str) -> None:
    page = browse()
    page.goto(material + OCTOPUS)
    assert len(hops(page)) == 2
    expect(page.locator('[data-note="stop"]')).to_contain_text("Required stop at 2.6")
    guides = page.locator('[data-note="guide"] a')
    assert [str(each.get_attribute("href"))[-3:] for each in guides.all()] == ["1.6", "2.6"]


def test_spire_is_led_back_in(browse: Browse, material: str) -> None:
    page = browse()
    page.goto(material + OUTSIDE)
    assert hops(page)[0].startswith("SPIRE Agent 0.7.0 to 0.8")
    expect(page.locator(".compat-result")).to_contain_text("The start is outside")
