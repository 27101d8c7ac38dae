"""The nearest fixes in <compat-checker>, and what happens to a click while the reader types."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import Locator, Page, expect

from tests.browser.pages import give

if TYPE_CHECKING:
    from tests.browser.pages import Browse, Product, WritePage


def test_the_nearest_fix_is_a_button_that_applies_it(opened: Page) -> None:
    give(opened, {"Octopus Server": "3.4", "Tentacle": "2.9"})
    expect(opened.locator(".compat-verdict__word")).to_have_text("Incompatible")
    fix = opened.locator(".compat-fix").first
    expect(fix).to_have_text(re.compile("^(Update|Downgrade) (Tentacle|Octopus Server) .*\\s→\\s"))
    expect(opened.locator(".compat-standings li")).to_have_text(
        [
            "Octopus Server: fine if something else is changed: update Tentacle 2.9 → 3.0.",
            "Tentacle: fine if updated 2.9 → 3.0.",
        ]
    )
    fix.click()
    expect(opened.locator(".compat-verdict__word")).to_have_text("Compatible")
    expect(opened.locator(".compat-fix")).to_have_count(0)
    assert opened.evaluate("document.activeElement.localName") == "input"


def type_and_press(page: Page, target: Locator) -> None:
    """Type one more digit and press the mouse on a target before an answer can come."""
    field = page.get_by_label("Tentacle", exact=True)
    box = target.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    field.focus()
    field.press("End")
    page.keyboard.type("1")
    page.mouse.down()


def test_a_fix_clicked_while_typing_is_applied_to_what_was_typed(opened: Page) -> None:
    give(opened, {"Octopus Server": "3.4", "Tentacle": "2.9"})
    fix = opened.locator(".compat-fix").filter(has_text="Tentacle").first
    expect(fix).to_have_text(re.compile("Tentacle 2.9"))
    expect(opened.locator(".compat-standings li")).to_have_count(2)
    type_and_press(opened, fix)
    # However long the button is held, it stays where it is.
    opened.wait_for_timeout(400)
    expect(fix).to_have_text(re.compile("Tentacle 2.9\\s"))
    opened.mouse.up()
    expect(opened.locator(".compat-verdict__word")).to_have_text("Compatible")
    expect(opened.get_by_label("Tentacle", exact=True)).not_to_have_value(re.compile("^2"))


def test_a_finger_reaches_a_fix_while_typing(
    browse: Browse, write_page: WritePage, octopus: Product
) -> None:
    page = browse(has_touch=True)
    page.goto(write_page(octopus).as_uri())
    give(page, {"Octopus Server": "3.4", "Tentacle": "2.9"})
    fix = page.locator(".compat-fix").filter(has_text="Tentacle").first
    box = fix.bounding_box()
    assert box
    page.get_by_label("Tentacle", exact=True).press("End")
    page.keyboard.type("1")
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator(".compat-verdict__word")).to_have_text("Compatible")


def test_a_pointer_that_leaves_while_typing_holds_nothing_up(opened: Page) -> None:
    give(opened, {"Octopus Server": "3.4", "Tentacle": "2.9"})
    type_and_press(opened, opened.locator(".compat-fix").first)
    opened.mouse.move(1, 1)
    opened.mouse.up()
    expect(opened.locator(".compat-pair__head")).to_have_text(
        "Octopus Server 3.4 with Tentacle 2.91"
    )


def test_the_fix_that_the_keyboard_reaches_while_typing_keeps_the_focus(opened: Page) -> None:
    give(opened, {"Octopus Server": "3.4", "TeamCity Plugin": "1"})
    expect(opened.locator(".compat-fix").first).to_have_text(re.compile("TeamCity"))
    opened.get_by_label("TeamCity Plugin", exact=True).press("End")
    opened.keyboard.type(".1")
    opened.keyboard.press("Tab")
    fix = opened.locator(".compat-fix").filter(has_text="TeamCity Plugin 1.1").first
    expect(fix).to_be_focused()
    opened.keyboard.press("Enter")
    expect(opened.locator(".compat-verdict__word")).to_have_text("Compatible")


def test_the_keyboard_does_not_pass_by_an_answer_that_is_about_to_come(opened: Page) -> None:
    give(opened, {"Octopus Server": "3.4"})
    expect(opened.locator(".compat-open li").first).to_be_visible()
    opened.get_by_label("TeamCity Plugin", exact=True).focus()
    opened.keyboard.type("1.1")
    opened.keyboard.press("Tab")
    expect(opened.locator(".compat-fix").first).to_be_focused()
    opened.keyboard.press("Enter")
    expect(opened.locator(".compat-verdict__word")).to_have_text("Compatible")
