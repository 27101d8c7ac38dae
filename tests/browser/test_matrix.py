"""<compat-matrix> around an author's table and as a copy on another page, made by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import authors_tables, render

if TYPE_CHECKING:
    from tests.browser.pages import Browse, Product, WritePage


def marked(page: Page) -> dict[str, str]:
    """Return what is said of each marked cell, by the cell's id."""
    cells = page.locator("td:has(> .compat-mark)").all()
    return {
        str(cell.get_attribute("id")): cell.get_by_role("img").get_attribute("aria-label") or ""
        for cell in cells
    }


def test_rows_and_cells_that_match_the_question_are_marked(
    page: Page, write_page: WritePage, octopus: Product
) -> None:
    page.goto(f"{write_page(octopus).as_uri()}?octopus-server=2018.2&octopus-client=4.30.3")
    expect(page.locator(".compat-row")).to_have_count(2)
    assert marked(page) == {
        "compat-t1-r4-c1": "your version",
        "compat-t1-r5-c1": "your version",
        "compat-t1-r4-c2": "lists your version",
        "compat-t1-r5-c2": "does not list your version",
    }
    page.get_by_label("Octopus Server").fill("3.4")
    expect(page.locator(".compat-row")).to_have_count(1)
    page.get_by_label("Octopus.Client").fill("4.30")
    expect(page.locator("#compat-t1-r3-c2 .compat-mark")).to_have_accessible_name(
        "lists a part of your versions"
    )


def test_a_component_alone_marks_the_cells_that_list_it(
    page: Page, write_page: WritePage, octopus: Product
) -> None:
    page.goto(f"{write_page(octopus).as_uri()}?tentacle=3.20")
    expect(page.locator(".compat-mark")).to_have_count(5)
    assert set(marked(page).values()) == {"lists your version"}
    expect(page.locator(".compat-row")).to_have_count(0)


def test_a_checker_of_other_tables_leaves_it_alone(
    page: Page, write_page: WritePage, octopus: Product
) -> None:
    tables = authors_tables(octopus)
    for table in octopus["tables"]:
        table["id"] += "-elsewhere"
    body = render("checker", octopus) + tables
    page.goto(f"{write_page(octopus, body=body).as_uri()}?octopus-server=2018.2")
    expect(page.get_by_role("status")).to_contain_text("Now give a version of")
    assert marked(page) == {}


def test_the_cell_that_the_address_names_is_shown_and_follows_it(
    page: Page, write_page: WritePage, octopus: Product
) -> None:
    page.goto(f"{write_page(octopus).as_uri()}#compat-t1-r6-c4")
    target = page.locator(".compat-target")
    expect(target).to_have_id("compat-t1-r6-c4")
    expect(target).to_be_in_viewport()
    page.evaluate("location.hash = 'compat-t1-r2-c3'")
    expect(target).to_have_id("compat-t1-r2-c3")
    page.go_back()
    expect(target).to_have_id("compat-t1-r6-c4")


def test_attention_is_drawn_without_motion_where_motion_is_unwanted(
    browse: Browse, write_page: WritePage, octopus: Product
) -> None:
    uri = f"{write_page(octopus).as_uri()}#compat-t1-r6-c4"
    for wish, animation in (("reduce", "none"), ("no-preference", "compat-found")):
        page = browse(reduced_motion=wish)
        page.goto(uri)
        target = page.locator(".compat-target")
        expect(target).to_have_css("animation-name", animation)
        expect(target).to_have_css("outline-style", "solid")


def test_a_copy_on_another_page_takes_no_ids_and_is_marked_all_the_same(
    page: Page, write_page: WritePage, octopus: Product
) -> None:
    for table in octopus["tables"]:
        table["url"] = "elsewhere.html" + table["url"]
    body = render("checker", octopus) + render("matrix", octopus)
    page.goto(f"{write_page(octopus, body=body).as_uri()}?octopus-server=2019.1&tentacle=3.20")
    copies = page.get_by_role("table")
    expect(copies).to_have_count(2)
    expect(copies.first.get_by_role("row")).to_have_count(8)
    expect(page.locator("[data-compat-cell=compat-t2-r1-c4] .compat-mark")).to_have_accessible_name(
        "lists your version"
    )
    assert page.locator("#compat-t2-r1-c4").count() == 0
    link = page.get_by_role("link", name="See the cell in “Partial forwards compatibility”")
    expect(link).to_have_attribute("href", "elsewhere.html#compat-t2-r1-c4")


def test_a_footnote_of_a_copy_is_within_reach(
    page: Page, write_page: WritePage, octopus: Product
) -> None:
    page.goto(write_page(octopus, body=render("matrix", octopus)).as_uri())
    cell = page.get_by_role("rowheader", name=re.compile("^2019.1"))
    cell.get_by_role("link", name="1", exact=True).click()
    note = page.locator("li:target")
    expect(note).to_have_text(
        "Older versions may work if only the default space is used; see below."
    )


@pytest.mark.parametrize(("width", "is_reachable"), [(320, True), (1200, False)])
def test_a_table_wider_than_its_place_scrolls_with_the_keyboard(
    browse: Browse, write_page: WritePage, octopus: Product, width: int, *, is_reachable: bool
) -> None:
    page = browse(viewport={"width": width, "height": 640})
    page.goto(write_page(octopus).as_uri())
    box = page.locator("compat-matrix").first
    if not is_reachable:
        expect(box).not_to_have_attribute("tabindex", re.compile(""))
    else:
        expect(box).to_have_attribute("tabindex", "0")
        box.press("ArrowRight")
        page.wait_for_function("document.querySelector('compat-matrix').scrollLeft > 0")


def test_what_a_theme_wraps_around_a_table_later_scrolls_with_the_keyboard(
    browse: Browse, write_page: WritePage, octopus: Product
) -> None:
    page = browse(viewport={"width": 320, "height": 640})
    page.goto(write_page(octopus).as_uri())
    box = page.locator("compat-matrix").first
    expect(box).to_have_attribute("tabindex", "0")
    page.evaluate(
        """() => {
            const wrapper = document.createElement("div");
            const table = document.querySelector("compat-matrix > table");
            table.before(wrapper);
            wrapper.append(table);
            wrapper.style.overflowX = "auto";
        }"""
    )
    wrapper = box.locator("> div")
    expect(wrapper).to_have_attribute("tabindex", "0")
    expect(box).not_to_have_attribute("tabindex", re.compile(""))
    # A cell that shrinks changes neither the wrapper's size nor the element's.
    page.evaluate("document.querySelector('compat-matrix table').style.fontSize = '1px'")
    expect(wrapper).not_to_have_attribute("tabindex", re.compile(""))


def test_when_it_is_gone_it_listens_no_more(
    page: Page, write_page: WritePage, octopus: Product
) -> None:
    page.goto(write_page(octopus).as_uri())
    page.evaluate("window.gone = document.querySelector('compat-matrix'); window.gone.remove()")
    page.get_by_label("Octopus Server").fill("3.4")
    expect(page.get_by_role("status")).to_contain_text("Now give a version of")
    page.evaluate("location.hash = 'compat-t1-r2-c3'")
    assert page.evaluate("window.gone.querySelectorAll('.compat-mark').length") == 0
    assert page.evaluate("window.gone.querySelectorAll('.compat-target').length") == 0
