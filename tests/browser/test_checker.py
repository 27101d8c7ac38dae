"""<compat-checker> on pages made by hand, opened from the disk under a strict policy."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import authors_tables, give, render

if TYPE_CHECKING:
    from tests.browser.pages import Browse, Product, WritePage
    from tests.conftest import Serve

PARTIAL = {"Octopus Server": "2019.1", "Tentacle": "3.20"}
NOTE = "Only while the default space is enabled and nothing but it is used."


def test_a_partial_answer_has_its_limit_and_a_link_that_lands_on_the_cell(opened: Page) -> None:
    give(opened, PARTIAL)
    result = opened.locator(".compat-result")
    expect(result.locator(".compat-verdict")).to_have_text("Partial works with a limit")
    expect(result).to_contain_text(f"lists Tentacle 3.0 ➜ 3.25, with a limit: {NOTE}")
    result.get_by_role("link", name="See the cell").click()
    cell = opened.locator("#compat-t2-r1-c4")
    expect(cell).to_have_class(re.compile("compat-target"))
    expect(cell).to_be_in_viewport()
    expect(opened.get_by_label("Tentacle")).to_have_value("3.20")


def test_a_conflict_names_both_rows(opened: Page) -> None:
    give(opened, {"Octopus Server": "2018.2", "Octopus.Client": "4.30.3"})
    result = opened.locator(".compat-result")
    expect(result.locator(".compat-verdict__word")).to_have_text("Conflicting")
    expect(result).to_contain_text("Row “Octopus Server 3.5 ➜ 2018.2” lists")
    expect(result).to_contain_text("Row “Octopus Server 2018.2 ➜ 2018.12” lists")
    expect(result.get_by_role("link", name="See the cell")).to_have_count(2)


def test_every_pair_of_a_larger_question_has_its_verdict_the_worst_first(opened: Page) -> None:
    give(opened, {"Octopus Server": "3.4", "Octopus.Client": "3.3", "Tentacle": "2.9"})
    expect(opened.locator(".compat-pair__head")).to_have_text(
        [
            "Octopus Server 3.4 with Tentacle 2.9 incompatible",
            "Octopus Server 3.4 with Octopus.Client 3.3 compatible",
        ]
    )
    expect(opened.locator(".compat-verdict__word")).to_have_text("Incompatible")


def test_a_line_with_several_answers_shows_which_versions_have_which(opened: Page) -> None:
    give(opened, {"Octopus Server": "3.4", "Octopus.Client": "4.30"})
    expect(opened.locator(".compat-verdict__meaning")).to_have_text("for some of these versions")
    expect(opened.locator(".compat-split li").first).to_have_text(
        "Octopus.Client 4.30 ➜ 4.30.3: compatible"
    )


def test_a_split_beside_what_never_works_is_not_all_there_is(opened: Page) -> None:
    give(opened, {"Octopus Server": "3.4", "Octopus.Client": "4.30", "Tentacle": "2.9"})
    expect(opened.locator(".compat-verdict")).to_have_text(
        "Incompatible these versions do not work together"
    )
    expect(opened.locator(".compat-split")).to_have_count(1)


def test_what_works_is_folded_where_something_else_does_not(opened: Page) -> None:
    give(opened, {"Octopus Server": "3.4", "Octopus.Client": "3.3", "Tentacle": "2.9"})
    works = opened.get_by_text("Octopus Server 3.4 with Octopus.Client 3.3")
    expect(opened.locator(".compat-pairs").first).to_contain_text("Tentacle 2.9")
    expect(works).to_be_hidden()
    opened.get_by_text("1 other is compatible").click()
    expect(works).to_be_visible()


def test_while_there_is_no_answer_the_checker_says_what_it_needs(opened: Page) -> None:
    result = opened.locator(".compat-hint")
    expect(result).to_have_text(
        "Give a version to see what works with it, or several to see whether they work together."
    )
    give(opened, {"Tentacle": "3.20"})
    expect(result).to_have_text("Now give a version of Octopus Server.")
    give(opened, {"Calamari": "3.5"})
    expect(result).to_have_text("No table relates Calamari and Tentacle.")


def test_a_text_that_is_no_version_is_told_beside_its_field(opened: Page) -> None:
    give(opened, {"Octopus Server": "2019.1", "Tentacle": "2019.1x"})
    field = opened.get_by_label("Tentacle")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(
        re.compile("“2019.1x” is not a semver version: expected ")
    )
    expect(opened.locator(".compat-result")).to_contain_text("version of Tentacle cannot be read")
    field.fill("3.20")
    expect(field).not_to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description("")


def test_the_versions_that_the_tables_name_can_be_chosen(opened: Page) -> None:
    field = opened.get_by_label("Tentacle")
    field.focus()
    choices = opened.locator(f"datalist#{field.get_attribute('list')} option")
    assert [choice.get_attribute("value") for choice in choices.all()] == [
        "4.0",
        "3.25",
        "3.2",
        "3.0",
    ]


def test_the_question_stands_in_the_address_and_comes_back_from_it(
    browse: Browse, write_page: WritePage, octopus: Product, serve: Serve
) -> None:
    page = browse()
    base = serve(write_page(octopus).parent, "/docs/")
    page.goto(f"{base}index.html?other=1")
    give(page, PARTIAL)
    expect(page).to_have_url(f"{base}index.html?other=1&octopus-server=2019.1&tentacle=3.20")
    page.reload()
    expect(page.get_by_label("Tentacle")).to_have_value("3.20")
    expect(page.locator(".compat-verdict__word")).to_have_text("Partial")
    page.get_by_role("link", name="See the cell").click()
    expect(page.locator("#compat-t2-r1-c4")).to_have_class(re.compile("compat-target"))
    page.go_back()
    expect(page.get_by_label("Tentacle")).to_have_value("3.20")
    expect(page.locator(".compat-target")).to_have_count(0)


def test_clearing_empties_all_and_the_address(
    browse: Browse, write_page: WritePage, octopus: Product, serve: Serve
) -> None:
    page = browse()
    base = serve(write_page(octopus).parent)
    page.goto(f"{base}index.html?octopus-server=2019.1&tentacle=3.20")
    page.get_by_role("button", name="Clear").click()
    expect(page.get_by_label("Octopus Server")).to_be_focused()
    expect(page.get_by_label("Tentacle")).to_have_value("")
    expect(page.locator(".compat-verdict")).to_have_count(0)
    expect(page.locator(".compat-mark")).to_have_count(0)
    expect(page).to_have_url(f"{base}index.html")


def test_what_stands_in_an_address_is_only_text(
    page: Page, write_page: WritePage, octopus: Product
) -> None:
    evil = "<img src=x onerror=window.harm=1><script>window.harm=1</script>"
    page.goto(
        f"{write_page(octopus).as_uri()}?tentacle={evil}&octopus-server={'9' * 5000}#%E0%A4%A"
    )
    field = page.get_by_label("Tentacle")
    expect(field).to_have_value(evil)
    expect(field).to_have_accessible_description(re.compile("is not a semver version"))
    assert len(page.get_by_label("Octopus Server").input_value()) == 200
    assert page.evaluate("window.harm") is None
    assert page.locator("compat-checker :is(script, img)").count() == 0


def test_what_authors_write_is_only_text(
    page: Page, write_page: WritePage, octopus: Product
) -> None:
    evil = "</compat-checker><img src=x onerror=window.harm=1><script>window.harm=1</script>\"'"
    octopus["components"][0]["name"] = evil
    for table in octopus["tables"]:
        table["title"] = table["note"] = evil
        for row in table["rows"]:
            for cell in [row["subject"], *row["cells"]]:
                cell["text"] += evil
                cell["notes"] = [evil]
    body = render("checker", octopus) + authors_tables(octopus) + render("matrix", octopus)
    page.goto(f"{write_page(octopus, body=body).as_uri()}?octopus-server=2019.1&tentacle=3.20")
    expect(page.locator(".compat-reason")).to_contain_text(evil)
    assert page.evaluate("window.harm") is None
    assert page.locator("main :is(script, img)").count() == 0


def test_it_may_be_moved_and_is_built_once(opened: Page) -> None:
    give(opened, PARTIAL)
    opened.evaluate(
        """() => {
            const checker = document.querySelector("compat-checker");
            document.querySelector("main").append(checker);
            document.querySelector("h1").after(checker);
        }"""
    )
    expect(opened.locator("form")).to_have_count(1)
    expect(opened.get_by_label("Tentacle")).to_have_value("3.20")
    give(opened, {"Tentacle": "4.0"})
    expect(opened.locator(".compat-verdict__word")).to_have_text("Compatible")


def test_when_it_is_gone_it_listens_no_more(opened: Page) -> None:
    give(opened, PARTIAL)
    expect(opened.locator(".compat-mark")).not_to_have_count(0)
    answered = opened.evaluate(
        """() => {
            const checker = document.querySelector("compat-checker");
            checker.remove();
            let answered = 0;
            checker.addEventListener("compat-checked", () => answered++);
            window.dispatchEvent(new PopStateEvent("popstate"));
            document.dispatchEvent(new CustomEvent("mkdocs-compat:data"));
            return answered;
        }"""
    )
    assert answered == 0


def test_several_on_a_page_have_ids_of_their_own(
    page: Page, write_page: WritePage, octopus: Product
) -> None:
    page.goto(write_page(octopus, body=render("checker", octopus) * 2).as_uri())
    expect(page.locator("form")).to_have_count(2)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((element) => element.id)")
    assert len(ids) == len(set(ids)) > 0


def test_another_instance_is_added_named_and_removed(opened: Page) -> None:
    give(opened, {"Octopus Server": "3.4", "Tentacle": "3.4"})
    expect(opened.locator(".compat-verdict__word")).to_have_text("Compatible")
    opened.get_by_role("button", name="Add another Tentacle").click()
    second = opened.get_by_label("Tentacle, instance 2", exact=True)
    expect(second).to_be_focused()
    expect(opened.get_by_label("Tentacle, instance 1", exact=True)).to_have_value("3.4")
    second.fill("2.9")
    expect(opened.locator(".compat-verdict__word")).to_have_text("Incompatible")
    opened.get_by_role("button", name="Remove Tentacle, instance 2").click()
    expect(opened.locator(".compat-verdict__word")).to_have_text("Compatible")
    expect(opened.get_by_label("Tentacle", exact=True)).to_be_focused()


def test_instances_stand_in_the_address_and_come_back_from_it(
    browse: Browse, write_page: WritePage, octopus: Product, serve: Serve
) -> None:
    page = browse()
    base = serve(write_page(octopus).parent)
    page.goto(f"{base}index.html?octopus-server=3.4&tentacle=3.4,2.9&other=1")
    expect(page.get_by_label("Tentacle, instance 2")).to_have_value("2.9")
    expect(page).to_have_url(
        f"{base}index.html?other=1&octopus-server=3.4&tentacle=3.4&tentacle=2.9"
    )
    page.evaluate("history.pushState(null, '', '?octopus-server=3.4&tentacle=4.0')")
    page.go_back()
    expect(page.get_by_label("Tentacle, instance 2")).to_have_value("2.9")
    page.go_forward()
    expect(page.get_by_label("Tentacle", exact=True)).to_have_value("4.0")
    expect(page.locator(".compat-field__instance")).to_have_count(6)


def test_components_left_empty_are_answered_with_ranges(opened: Page) -> None:
    give(opened, {"Octopus Server": "3.4"})
    tentacle = opened.locator(".compat-open li").filter(has_text="Tentacle")
    expect(tentacle).to_have_text(re.compile("^Tentacle: .+ ➜ [^ ]+$"))
    give(opened, {"Tentacle": "3.4"})
    expect(tentacle).to_have_count(0)
    expect(opened.locator(".compat-open li").filter(has_text="Calamari")).to_have_count(1)


def test_only_the_verdict_is_read_out(opened: Page) -> None:
    give(opened, PARTIAL)
    said = opened.locator(".compat-hidden[role=status]")
    expect(said).to_have_text(f"Partial: works with a limit. {NOTE}")
    expect(opened.locator(".compat-limit")).to_have_text(NOTE)


def test_a_version_newer_than_the_page_knows_is_told(
    page: Page, write_page: WritePage, octopus: Product
) -> None:
    server = octopus["components"][0]
    server["releases"] = [
        {"version": version, "date": None, "end_of_life": None} for version in ("2021.1", "2021.2")
    ]
    page.goto(write_page(octopus).as_uri())
    field = page.get_by_label("Octopus Server", exact=True)
    field.focus()
    choices = page.locator(f"datalist#{field.get_attribute('list')} option")
    expect(choices.nth(0)).to_have_attribute("value", "2021.2")
    expect(choices.nth(1)).to_have_attribute("value", "2021.1")
    give(page, {"Octopus Server": "2021.3", "Tentacle": "4.0"})
    expect(page.locator(".compat-newer")).to_contain_text(
        "Newer than this page knows: Octopus Server 2021.3. The newest release here is 2021.2."
    )


def test_an_answer_is_copied_as_a_link_and_as_markdown(
    browse: Browse, write_page: WritePage, octopus: Product, serve: Serve
) -> None:
    evil = "a|b `c` [d](e)\n# f <img src=x onerror=window.harm=1> *g* \\ www.example.org"
    for table in octopus["tables"]:
        for row in table["rows"]:
            for cell in row["cells"]:
                cell["notes"] = [evil]
    page = browse(permissions=["clipboard-read", "clipboard-write"])
    base = serve(write_page(octopus).parent)
    page.goto(f"{base}index.html?octopus-server=2019.1&tentacle=3.20")
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".compat-share__said")).to_have_text("Link copied.")
    read = "navigator.clipboard.readText()"
    assert page.evaluate(read) == page.url
    page.get_by_role("button", name="Copy as Markdown").click()
    expect(page.locator(".compat-share__said")).to_have_text("Markdown copied.")
    lines = page.evaluate(read).splitlines()
    assert lines[0] == f"**Partial**: works with a limit ([checked here]({page.url}))"
    assert f"> {NOTE}" in lines
    escaped = (
        r"a\|b \`c\` \[d\](e) \# f \<img src=x onerror=window.harm=1\> \*g\* \\ www\.example.org"
    )
    assert f"    - {escaped}" in lines
    assert any(f"]({base}index.html#compat-t2-r1-c4))" in line for line in lines)


def test_without_a_clipboard_the_text_is_shown_selected(
    browse: Browse, write_page: WritePage, octopus: Product
) -> None:
    page = browse()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(f"{write_page(octopus).as_uri()}?octopus-server=2019.1&tentacle=3.20")
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".compat-share__said")).to_contain_text("The text is selected")
    expect(page.get_by_label("Text to copy")).to_be_focused()
    assert page.evaluate("String(getSelection())") == page.url


@pytest.mark.parametrize(
    "data",
    [
        "{",
        "null",
        "[]",
        '{"id": "x", "components": [{}], "tables": []}',
        '{"id": "x", "components": [{"id": "a", "name": "A", "scheme": "nonsense"}], "tables": []}',
    ],
)
def test_data_that_cannot_be_used_leaves_what_was_there(
    browse: Browse, write_page: WritePage, octopus: Product, data: str
) -> None:
    page = browse()
    page.goto(write_page(octopus, body=render("checker", octopus, data=data)).as_uri())
    checker = page.locator("compat-checker")
    expect(checker.get_by_role("link", name="Partial forwards compatibility")).to_be_visible()
    expect(checker).to_contain_text("The checker cannot run here")
    expect(page.locator("form")).to_have_count(0)


def test_its_data_may_come_by_a_script_of_its_own(
    page: Page, write_page: WritePage, octopus: Product
) -> None:
    body = render("checker", octopus, data=None, data_src="facts", script_url="facts.js")
    path = write_page(octopus, body=body)
    script = (
        f"(window.mkdocsCompat = window.mkdocsCompat || {{}})['facts'] = {json.dumps(octopus)};"
    )
    told = "document.dispatchEvent(new CustomEvent('mkdocs-compat:data'));"
    (path.parent / "facts.js").write_text(script + told, "utf-8")
    page.goto(path.as_uri())
    give(page, PARTIAL)
    expect(page.locator(".compat-verdict__word")).to_have_text("Partial")


def test_the_keyboard_reaches_everything_in_the_order_of_the_page(
    page: Page, write_page: WritePage, octopus: Product
) -> None:
    page.goto(f"{write_page(octopus).as_uri()}?octopus-server=2019.1&tentacle=3.20")
    page.get_by_role("link", name="See the cell").wait_for()
    reached: list[str] = []
    while "See\u00a0the\u00a0cell" not in reached:
        assert len(reached) < 20
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.labels?.[0]?.textContent") or "")
        reached[-1] = reached[-1] or page.evaluate("document.activeElement.title")
        reached[-1] = reached[-1] or page.evaluate("document.activeElement.textContent")
    names = ["Octopus Server", "Octopus.Client", "Octo.exe", "Calamari", "Tentacle"]
    fields = [
        text for name in [*names, "TeamCity Plugin"] for text in (f"Add another {name}", name)
    ]
    assert reached[:13] == ["Clear", *fields]
    assert reached[-1] == "See\u00a0the\u00a0cell"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    expect(page.locator("#compat-t2-r1-c4")).to_have_class(re.compile("compat-target"))


def test_the_enter_key_answers_and_does_not_leave_the_page(opened: Page) -> None:
    give(opened, PARTIAL)
    opened.keyboard.press("Enter")
    expect(opened.locator(".compat-verdict__word")).to_have_text("Partial")


def test_without_scripts_the_way_to_the_tables_is_there(
    browse: Browse, write_page: WritePage, octopus: Product
) -> None:
    page = browse(java_script_enabled=False)
    page.goto(write_page(octopus).as_uri())
    link = page.locator("compat-checker").get_by_role("link", name="Partial forwards compatibility")
    expect(link).to_have_attribute("href", "#compat-t2")
    expect(page.locator("#compat-t2-r1-c4")).to_have_text("3.0 ➜ 3.25")


def test_paper_shows_the_answer_without_the_form(opened: Page) -> None:
    opened.emulate_media(media="print")
    expect(opened.locator("compat-checker")).to_be_hidden()
    opened.emulate_media(media="screen")
    give(opened, PARTIAL)
    expect(opened.locator(".compat-verdict")).to_be_visible()
    opened.emulate_media(media="print")
    expect(opened.locator(".compat-verdict")).to_be_visible()
    expect(opened.locator("form")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 360])
def test_a_phone_needs_no_sideways_scrolling(
    browse: Browse, write_page: WritePage, octopus: Product, width: int
) -> None:
    page = browse(viewport={"width": width, "height": 640})
    page.goto(f"{write_page(octopus).as_uri()}?octopus-server=2018&octopus-client=4.30&tentacle=x")
    page.locator(".compat-verdict").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_long_list_of_answers_is_cut_short(opened: Page) -> None:
    give(opened, {"Octopus Server": "2018", "Octopus.Client": "4.30"})
    answers = opened.locator(".compat-split > li")
    expect(answers).to_have_count(6)
    expect(answers.last).to_have_text("… and 2 more. Give fuller versions for a shorter list.")
