"""The planner of <compat-upgrade>, on pages made by hand and opened under a strict policy."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

import jinja2
import pytest
from playwright.sync_api import Page, expect

from mkdocs_compat.planning.planner import Planner
from mkdocs_compat.publishing.elements import PageContext, environment, fill
from mkdocs_compat.publishing.reports.plan_markdown import write_plan_markdown
from mkdocs_compat.publishing.reports.planned import Planned
from tests.browser.pages import SCRIPT, TEMPLATES, page_html, violations
from tests.browser.test_accessibility import DARK
from tests.planning.products import Author, product
from tests.publishing.test_plan_reports import HOSTILE, octopus, ravendb, spire

if TYPE_CHECKING:
    from mkdocs_compat.model.site import Product
    from tests.browser.pages import Browse
    from tests.conftest import Serve

PLANNER = "<compat-upgrade></compat-upgrade>"
BOTH = "from.server=0.8.1&from.agent=0.8.1&to.server=0.12.1&to.agent=0.12.1"
SHORT = "from.server=0.8.1&from.agent=0.8.1&to.server=0.9.3&to.agent=0.9.3"
# The target is allowed, and the agents may not go on from 0.8 by themselves.
HELD = "from.server=0.8.1&from.agent=0.8.1&to.server=0.12.1"


class PlanPage(Protocol):
    """Writes a page with the planner of a product, and returns its path."""

    def __call__(self, said: Product, body: str = PLANNER) -> Path: ...


@pytest.fixture
def plan_page(tmp_path: Path) -> PlanPage:
    for asset in (SCRIPT, "compat.css"):
        shutil.copy(TEMPLATES / "assets" / "mkdocs-compat" / asset, tmp_path)

    def write(said: Product, body: str = PLANNER) -> Path:
        context = PageContext(said, {said.id: said}, lambda url: url, {})
        templates = environment(jinja2.FileSystemLoader(TEMPLATES))
        path = tmp_path / "index.html"
        path.write_text(page_html(fill(body, context, templates).html), "utf-8")
        return path

    return write


def give(page: Page, component: str, run: str, want: str | None = None) -> None:
    page.get_by_label(f"{component}, you run", exact=True).fill(run)
    if want is not None:
        page.get_by_label(f"{component}, you want", exact=True).fill(want)


def heads(page: Page) -> list[str]:
    """Return what moves in each hop."""
    return page.locator(".compat-hop > label strong").all_inner_texts()


def test_a_plan_is_made_from_what_runs_to_what_is_wanted(page: Page, plan_page: PlanPage) -> None:
    page.goto(plan_page(spire()).as_uri())
    expect(page.locator(".compat-result")).to_contain_text("Say which versions you run")
    give(page, "Server", "0.8.1", "0.10.1")
    give(page, "Agent", "0.8.1", "0.10.1")
    expect(page.locator(".compat-verdict")).to_have_text("Plan 4 hops, each rolling.")
    assert heads(page) == [
        "Server 0.8.1 to 0.9.3",
        "Agent 0.8.1 to 0.9.3",
        "Server 0.9.3 to 0.10.1",
        "Agent 0.9.3 to 0.10.1",
    ]
    first = page.locator(".compat-hop").first
    expect(first).to_contain_text("check that no Server 0.8.1 runs any more")
    reason = first.locator(".compat-reason").first
    expect(reason).to_be_hidden()
    first.get_by_text("Side by side meanwhile: Server 0.8.1 and 0.9.3; Agent 0.8.1").click()
    expect(reason).to_contain_text("must be at most one minor version apart")
    link = reason.get_by_role("link", name="See the rule")
    anchor = (link.get_attribute("href") or "").partition("#")[2]
    expect(page.locator(f'[id="{anchor}"]')).to_have_count(1)
    # The guide that needs no script is still there.
    expect(page.locator(".compat-upgrade__title").first).to_be_visible()


def test_several_versions_may_run_at_the_start(page: Page, plan_page: PlanPage) -> None:
    page.goto(plan_page(spire()).as_uri())
    give(page, "Server", "0.8.1", "0.9.3")
    page.get_by_role("button", name="Add another Server").click()
    page.get_by_label("Server, instance 2").fill("0.9.3")
    expect(page.locator(".compat-plan__title")).to_have_text("Server 0.8.1 and 0.9.3 to 0.9.3")


def test_all_stands_in_the_address_and_comes_back_from_it(
    browse: Browse, plan_page: PlanPage, serve: Serve
) -> None:
    page = browse()
    base = serve(plan_page(octopus()).parent, "/docs/")
    page.goto(f"{base}index.html?other=1")
    give(page, "Server", "1.6", "4.0.0")
    page.get_by_role("radio", name="no", exact=True).check()
    page.get_by_label("The way with the").select_option("fewest hops")
    page.get_by_text("Conditions").click()
    page.get_by_label("what is not tested").check()
    address = (
        f"{base}index.html?other=1&from.server=1.6&to.server=4.0.0"
        "&answer.npm=no&plan.objective=hops&plan.accept=untested"
    )
    expect(page).to_have_url(address)
    expect(page.locator(".compat-verdict")).to_contain_text("1 hop")
    page.reload()
    expect(page.locator(".compat-verdict")).to_contain_text("1 hop")
    expect(page.get_by_label("Server, you run")).to_have_value("1.6")
    expect(page.get_by_role("radio", name="no", exact=True)).to_be_checked()
    expect(page.get_by_label("what is not tested")).to_be_checked()
    expect(page).to_have_url(address)
    page.goto(f"{base}index.html?from.server=3.4.0&to.server=4.0.0")
    expect(page.locator(".compat-plan__title")).to_have_text("Server 3.4.0 to 4.0.0")
    page.go_back()
    expect(page.get_by_label("Server, you run")).to_have_value("1.6")


def test_the_way_back_within_a_page_restores_what_was_planned(
    page: Page, plan_page: PlanPage
) -> None:
    page.goto(f"{plan_page(spire()).as_uri()}?{SHORT}")
    expect(page.locator(".compat-hop")).to_have_count(2)
    page.evaluate("history.pushState(null, '', location.pathname)")
    page.evaluate("history.pushState(null, '', '#elsewhere')")
    page.go_back()
    expect(page.get_by_label("Server, you run")).to_have_value("")
    expect(page.locator(".compat-hop")).to_have_count(0)
    page.go_back()
    expect(page.get_by_label("Server, you run")).to_have_value("0.8.1")
    expect(page.locator(".compat-hop")).to_have_count(2)


def test_several_planners_on_a_page_do_not_mix(page: Page, plan_page: PlanPage) -> None:
    page.goto(f"{plan_page(spire(), PLANNER + PLANNER).as_uri()}?{SHORT}&2.from.server=0.12.1")
    first, second = page.locator(".compat-planner").all()
    expect(first.locator(".compat-hop")).to_have_count(2)
    expect(second.get_by_label("Server, you run")).to_have_value("0.12.1")
    second.get_by_label("Server, you want").fill("0.11.3")
    expect(second.locator(".compat-hop")).to_have_count(1)
    assert page.url.endswith(f"?{SHORT}&2.from.server=0.12.1&2.to.server=0.11.3")
    expect(first.locator(".compat-hop")).to_have_count(2)


def test_the_author_may_offer_some_components_only(page: Page, plan_page: PlanPage) -> None:
    page.goto(plan_page(spire(), '<compat-upgrade component="agent"></compat-upgrade>').as_uri())
    expect(page.get_by_label("Agent, you want")).to_have_value("0.12.1")
    expect(page.get_by_label("Server, you run")).to_have_count(0)


def test_the_newest_release_of_a_single_component_is_proposed(
    page: Page, plan_page: PlanPage
) -> None:
    page.goto(plan_page(octopus()).as_uri())
    expect(page.get_by_label("Server, you want")).to_have_value("4.0.0")
    give(page, "Server", "3.4.0")
    expect(page.locator(".compat-plan__title")).to_have_text("Server 3.4.0 to 4.0.0")
    page.get_by_role("button", name="Clear").click()
    expect(page.get_by_label("Server, you run")).to_be_focused()
    expect(page.get_by_label("Server, you want")).to_have_value("4.0.0")
    expect(page.locator(".compat-hop")).to_have_count(0)


def test_the_newest_of_all_that_runs_can_be_taken(page: Page, plan_page: PlanPage) -> None:
    page.goto(plan_page(spire()).as_uri())
    newest = page.get_by_role("button", name="Take the newest")
    expect(newest).to_be_hidden()
    give(page, "Server", "0.11.3")
    expect(page.locator(".compat-result")).to_contain_text("Now say which versions you want")
    newest.click()
    expect(page.get_by_label("Server, you want")).to_have_value("0.12.1")
    expect(page.get_by_label("Agent, you want")).to_have_value("")
    expect(page.locator(".compat-hop")).to_have_count(1)


def test_a_question_is_asked_only_where_the_way_crosses_it(page: Page, plan_page: PlanPage) -> None:
    page.goto(plan_page(octopus()).as_uri())
    question = page.get_by_role("group", name="Do you use the registry?")
    give(page, "Server", "3.4.0")
    expect(page.locator(".compat-hop")).to_have_count(1)
    expect(question).to_have_count(0)
    give(page, "Server", "1.6.0")
    expect(question.get_by_role("radio", name="not sure")).to_be_checked()
    expect(page.locator(".compat-hop")).to_have_count(2)
    expect(page.locator('[data-note="stop"]')).to_contain_text("Required stop at 2.6, before 3.0")
    question.get_by_role("radio", name="no", exact=True).check()
    expect(page.locator(".compat-hop")).to_have_count(1)
    expect(question.get_by_role("radio", name="no", exact=True)).to_be_focused()
    question.get_by_role("radio", name="yes").check()
    expect(page.locator(".compat-hop")).to_have_count(2)


def test_what_an_author_says_stands_with_its_hop(page: Page, plan_page: PlanPage) -> None:
    page.goto(f"{plan_page(octopus()).as_uri()}?from.server=1.6.0")
    last = page.locator(".compat-hop").last
    expect(last).to_contain_text("New era (the first number changes)")
    expect(last).to_contain_text("Risk: Data may be lost.")
    expect(last).to_contain_text("3.0, for operators: No more XP.")
    expect(last).to_contain_text("Way back: Restore the backup.")
    expect(last).to_contain_text("Point of no return: There is no way back from 4.0")
    expect(
        last.get_by_role("checkbox", name="3.1, for operators: Rotate the keys.")
    ).to_be_visible()
    wait = last.get_by_role("checkbox", name="Before going on from 3.0: Wait for migrations.")
    expect(wait).to_be_visible()
    guide = page.locator(".compat-hop").first.get_by_role("link", name="Guide")
    expect(guide).to_have_attribute("href", "https://example.org/up(1)")


def test_progress_is_kept_over_a_reload_and_never_in_the_address(
    page: Page, plan_page: PlanPage
) -> None:
    address = f"{plan_page(spire()).as_uri()}?{SHORT}"
    page.goto(address)
    count = page.locator(".compat-checklist__head")
    again = page.get_by_role("button", name="Start again")
    expect(count).to_contain_text("0 of 2 hops done")
    expect(again).to_be_hidden()
    page.get_by_role("checkbox", name="1. Server 0.8.1 to 0.9.3").check()
    page.get_by_role("checkbox", name="Before the next hop, check that no Server").check()
    expect(count).to_contain_text("1 of 2 hops done")
    assert page.url == address
    page.reload()
    expect(count).to_contain_text("1 of 2 hops done")
    expect(page.get_by_role("checkbox", name="Before the next hop")).to_be_checked()
    # Another plan has its own.
    give(page, "Agent", "0.8.1", "")
    expect(count).to_contain_text("0 of 1 hop done")
    give(page, "Agent", "0.8.1", "0.9.3")
    expect(count).to_contain_text("1 of 2 hops done")
    again.click()
    expect(count).to_contain_text("0 of 2 hops done")
    expect(page.get_by_role("checkbox", name="1. Server")).to_be_focused()
    page.reload()
    expect(count).to_contain_text("0 of 2 hops done")


def test_where_nothing_can_be_kept_progress_lasts_as_long_as_the_page(
    page: Page, plan_page: PlanPage
) -> None:
    refused = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})"
    page.add_init_script(refused)
    page.goto(f"{plan_page(spire()).as_uri()}?{SHORT}")
    page.get_by_role("checkbox", name="1. Server 0.8.1 to 0.9.3").check()
    give(page, "Agent", "0.8.1", "")
    expect(page.locator(".compat-checklist__head")).to_contain_text("0 of 1 hop done")
    give(page, "Agent", "0.8.1", "0.9.3")
    expect(page.locator(".compat-checklist__head")).to_contain_text("1 of 2 hops done")


def test_a_plan_is_saved_as_the_command_line_writes_it(page: Page, plan_page: PlanPage) -> None:
    made = spire()
    page.goto(f"{plan_page(made).as_uri()}?{BOTH}")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save Markdown").click()
    assert saved.value.suggested_filename.endswith("-upgrade-plan.md")
    text = saved.value.path().read_text("utf-8")
    start = {"server": ["0.8.1"], "agent": ["0.8.1"]}
    plan = Planner(made).plan(start, {"server": "0.12.1", "agent": "0.12.1"})
    expected = write_plan_markdown(Planned(made, plan))
    assert re.sub(r" \(\[planned here\]\(file:[^)]*\)\)", "", text) == f"{expected}\n"
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save JSON").click()
    assert saved.value.suggested_filename.endswith("-upgrade-plan.json")
    data = json.loads(saved.value.path().read_text("utf-8"))
    assert data["found"] is True
    assert [hop["to"] for hop in data["hops"]][:2] == [{"server": "0.9.3"}, {"agent": "0.9.3"}]
    # An address of the page is good everywhere.
    assert data["hops"][0]["because"][0]["reasons"][0]["url"].startswith("file:")


def test_a_plan_is_copied(browse: Browse, plan_page: PlanPage, serve: Serve) -> None:
    page = browse(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{serve(plan_page(spire()).parent)}index.html?{SHORT}")
    page.get_by_role("button", name="Copy as Markdown").click()
    expect(page.get_by_text("Markdown copied.")).to_be_visible()
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("## Plan: Server 0.8.1 to 0.9.3, Agent 0.8.1 to 0.9.3\n")
    assert "- [ ] **1. Server 0.8.1 to 0.9.3, rolling**" in text
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_text("Link copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_on_paper_there_is_only_the_plan_with_empty_boxes(page: Page, plan_page: PlanPage) -> None:
    page.add_init_script("window.print = () => {}")
    page.goto(f"{plan_page(spire()).as_uri()}?{SHORT}")
    box = page.get_by_role("checkbox", name="1. Server 0.8.1 to 0.9.3")
    box.check()
    reason = page.locator(".compat-hop .compat-reason").first
    page.get_by_role("button", name="Print").click()
    page.emulate_media(media="print")
    expect(reason).to_be_visible()
    expect(page.locator(".compat-plan__title")).to_be_visible()
    for unprinted in ("h1", ".compat-upgrade__title", ".compat-checker__form", ".compat-share"):
        expect(page.locator(unprinted).first).to_be_hidden()
    assert box.evaluate("(one) => getComputedStyle(one).appearance") == "none"
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(reason).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    expect(box).to_be_checked()


def test_on_paper_the_answers_stand_as_text(page: Page, plan_page: PlanPage) -> None:
    page.goto(f"{plan_page(octopus()).as_uri()}?from.server=1.6.0&answer.npm=yes")
    answered = page.get_by_text("Do you use the registry? (npm: yes)")
    expect(page.locator(".compat-hop").first).to_be_visible()
    expect(answered).to_be_hidden()
    page.emulate_media(media="print")
    expect(answered).to_be_visible()


def test_where_there_is_no_plan_it_says_how_far_it_goes_and_opens_a_way(
    page: Page, plan_page: PlanPage
) -> None:
    page.goto(f"{plan_page(spire()).as_uri()}?{HELD}")
    result = page.locator(".compat-result")
    expect(result.locator(".compat-verdict__word")).to_have_text("No plan")
    expect(result.locator(".compat-verdict__meaning")).to_have_text(
        "The farthest that is allowed, 1 hop from the start: Server 0.9.3; Agent 0.8.1."
    )
    expect(result).to_contain_text("What forbids the next moves from there:")
    expect(result).to_contain_text("Server 0.9.3 to 0.10.1:")
    expect(result).to_contain_text(
        "Agent 0.8.1 is more than one minor version behind Server 0.10.1."
    )
    result.get_by_role("button", name="Move Agent too: to 0.11.3").click()
    expect(page.get_by_label("Agent, you want")).to_have_value("0.11.3")
    expect(page.get_by_label("Agent, you want")).to_be_focused()
    expect(result.locator(".compat-verdict__word")).to_have_text("Plan")


def test_downtime_that_was_ruled_out_can_be_accepted(page: Page, plan_page: PlanPage) -> None:
    lockstep = "from.server=3.5&from.client=3.5&to.server=5.3&to.client=5.3"
    page.goto(f"{plan_page(ravendb()).as_uri()}?{lockstep}&plan.no-downtime=server")
    expect(page.get_by_role("checkbox", name="Server", exact=True)).to_be_checked()
    page.get_by_role("button", name="Accept downtime of Server").click()
    expect(page.locator(".compat-verdict")).to_have_text("Plan 1 hop, in lockstep.")
    expect(page.locator(".compat-result")).to_be_focused()
    expect(page.get_by_role("checkbox", name="Server", exact=True)).not_to_be_checked()
    assert page.url.endswith(lockstep)
    why = page.get_by_text("In lockstep, with downtime")
    expect(why).to_be_visible()
    why.click()
    expect(page.locator(".compat-hop")).to_contain_text("do not have the same major version")


def test_what_is_said_can_be_gone_against(page: Page, plan_page: PlanPage) -> None:
    releases = {"server": {"scheme": "semver", "name": "Server", "releases": ["1.0.0", "4.0.0"]}}
    by = Author(product(releases, []))
    page.goto(plan_page(by.says(downgrades=(by.downgrade("server", most=False),))).as_uri())
    give(page, "Server", "4.0.0", "1.0.0")
    words = "take Server back although it is said that it is not"
    page.get_by_role("button", name=words).click()
    expect(page.locator(".compat-hop")).to_have_count(1)
    assert page.url.endswith("&plan.allow=downgrade%3Dserver")
    page.reload()
    allowed = page.get_by_label(words)
    expect(allowed).to_be_checked()
    allowed.uncheck()
    expect(page.locator(".compat-verdict__word")).to_have_text("No plan")
    assert page.url.endswith("?from.server=4.0.0&to.server=1.0.0")


def test_a_start_outside_of_the_rules_is_led_back_in(page: Page, plan_page: PlanPage) -> None:
    page.goto(plan_page(spire()).as_uri())
    give(page, "Server", "0.9.3", "0.9.3")
    give(page, "Agent", "0.7.4", "0.9.3")
    titles = page.locator(".compat-section__title")
    expect(titles.first).to_contain_text("The start is outside of what is allowed")
    expect(titles.nth(1)).to_contain_text("The nearest that is allowed: Server 0.9.3; Agent 0.8.1")
    expect(page.locator(".compat-hop").first).to_contain_text("back to what is allowed")


def test_a_text_that_is_no_version_is_told_beside_its_field(
    page: Page, plan_page: PlanPage
) -> None:
    page.goto(plan_page(spire()).as_uri())
    give(page, "Server", "0.8.x.y", "0.9.3")
    give(page, "Agent", "", "0.9.3")
    run = page.get_by_label("Server, you run")
    expect(run).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Server, you want")).not_to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Agent, you run")).to_have_accessible_description(
        "Say from which version."
    )
    expect(page.locator(".compat-result")).to_have_text(
        "There is no plan while a version cannot be read."
    )


def test_what_others_wrote_is_only_text(page: Page, plan_page: PlanPage) -> None:
    evil = "<img src=x onerror=window.harm=1>"
    path = plan_page(octopus(f"{HOSTILE}{evil}"))
    page.goto(f"{path.as_uri()}?from.server=1.6.0&answer.npm={evil}&plan.objective={evil}")
    expect(page.locator(".compat-hop")).to_have_count(2)
    expect(page.locator(".compat-planner img")).to_have_count(0)
    page.goto(f"{path.as_uri()}?from.server={evil}&to.server={'9' * 5000}&plan.accept=all")
    expect(page.locator(".compat-result")).to_contain_text("cannot be read")
    assert page.evaluate("window.harm") is None


def test_it_can_be_used_without_a_mouse(page: Page, plan_page: PlanPage) -> None:
    page.goto(plan_page(spire()).as_uri())
    page.get_by_label("Server, you run").focus()
    page.keyboard.type("0.8.1")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Server, you want")).to_be_focused()
    page.keyboard.type("0.9.3")
    page.keyboard.press("Enter")
    first = page.get_by_role("checkbox", name="1. Server 0.8.1 to 0.9.3")
    expect(first).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Plan: Server")).to_have_text(
        "Plan: Server 0.8.1 to 0.9.3. 1 hop, rolling."
    )
    for _ in range(20):
        page.keyboard.press("Tab")
        if first.evaluate("(one) => one === document.activeElement"):
            break
    page.keyboard.press("Space")
    expect(first).to_be_checked()
    expect(page.locator(".compat-checklist__head")).to_contain_text("1 of 1 hop done")


def test_plans_are_made_beside_the_page_where_it_is_served(
    browse: Browse, plan_page: PlanPage, serve: Serve
) -> None:
    page = browse()
    with page.expect_worker() as worker:
        page.goto(f"{serve(plan_page(spire()).parent)}index.html?{BOTH}")
    assert worker.value.url.endswith(SCRIPT)
    expect(page.locator(".compat-hop")).to_have_count(8)


def test_a_worker_that_cannot_be_loaded_is_done_without(
    browse: Browse, plan_page: PlanPage, serve: Serve
) -> None:
    page = browse()
    page.add_init_script("""
        window.Worker = class {
            postMessage() { setTimeout(() => this.onerror({ preventDefault() {} })); }
            terminate() {}
        };
    """)
    page.goto(f"{serve(plan_page(spire()).parent)}index.html?{BOTH}")
    expect(page.locator(".compat-hop")).to_have_count(8)


def test_a_search_that_takes_too_long_is_given_up(
    browse: Browse, plan_page: PlanPage, serve: Serve
) -> None:
    page = browse()
    page.clock.install()
    page.add_init_script("""
        window.Worker = class {
            postMessage() {}
            terminate() { window.terminated = true; }
        };
    """)
    page.goto(f"{serve(plan_page(spire()).parent)}index.html?{BOTH}")
    page.clock.run_for(1000)
    expect(page.locator(".compat-planner__working")).to_have_text("Working…")
    page.clock.run_for(20_000)
    expect(page.locator(".compat-result")).to_contain_text("No plan was found within 20 seconds.")
    expect(page.locator(".compat-planner__working")).to_be_hidden()
    assert page.evaluate("window.terminated")


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("asked", [BOTH, HELD])
def test_it_fits_and_axe_finds_nothing(
    browse: Browse, plan_page: PlanPage, mode: Literal["light", "dark"], width: int, asked: str
) -> None:
    page = browse(color_scheme=mode, viewport={"width": width, "height": 900})
    page.goto(f"{plan_page(spire()).as_uri()}?{asked}&plan.accept=untested")
    expect(page.locator(".compat-hop").first).to_be_visible()
    page.locator(".compat-planner details").evaluate_all(
        "(all) => all.forEach((e) => e.open = true)"
    )
    if mode == "dark":
        page.evaluate(DARK)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page, "compat-upgrade") == []
