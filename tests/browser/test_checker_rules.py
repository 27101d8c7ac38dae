"""<compat-checker> with rules, and the words of these on the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import give, rule

if TYPE_CHECKING:
    from tests.browser.pages import Browse, Product, WritePage


FORBIDDING = "Tentacle 3.20 does not work with Calamari 3.5."


@pytest.fixture
def ruled(octopus: Product) -> Product:
    """The facts with a rule that forbids two components whatever their versions."""
    octopus["rules"] = [rule("tentacle", "calamari", FORBIDDING)]
    return octopus


def test_the_link_to_a_rule_lands_on_its_words(
    page: Page, write_page: WritePage, ruled: Product
) -> None:
    page.goto(write_page(ruled).as_uri())
    give(page, {"Tentacle": "3.20", "Calamari": "3.5", "Octopus Server": "2019.1"})
    expect(page.locator(".compat-clash")).to_contain_text("Tentacle 3.20 and Calamari 3.5")
    page.get_by_role("link", name="See the rule").click()
    words = page.locator("compat-rules li")
    expect(words).to_have_class(re.compile("compat-target"))
    expect(words).to_have_id("compat-rule-rule-1")
    expect(words).to_have_text(FORBIDDING)
    expect(words).to_be_in_viewport()


def test_rules_are_there_without_scripts(
    browse: Browse, write_page: WritePage, ruled: Product
) -> None:
    page = browse(java_script_enabled=False)
    ruled["tables"] = []
    page.goto(write_page(ruled).as_uri())
    expect(page.locator("compat-checker")).to_contain_text("follows from the rules on this page")
    expect(page.locator("#compat-rule-rule-1")).to_have_text(FORBIDDING)


def test_what_rules_say_is_only_text(page: Page, write_page: WritePage, octopus: Product) -> None:
    evil = "</compat-rules><img src=x onerror=window.harm=1><script>window.harm=1</script>\"'"
    octopus["rules"] = [
        rule("tentacle", "calamari", evil, note=evil, title=evil, name=evil, verdict="partial")
    ]
    page.goto(f"{write_page(octopus).as_uri()}?tentacle=3.20&calamari=3.5&tentacle={evil}")
    expect(page.locator("compat-rules li")).to_have_text(evil)
    expect(page.get_by_label("Tentacle, instance 2")).to_have_value(evil)
    expect(page.locator(".compat-result")).to_contain_text("<img src=x")
    assert page.evaluate("window.harm") is None
    assert page.locator("main :is(script, img)").count() == 0
