"""What axe finds on pages made by hand, for every verdict, in light and in dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.pages import violations

if TYPE_CHECKING:
    from tests.browser.pages import Browse, Product, WritePage

# What Bootstrap's and Material's dark modes say, without the themes.
DARK = """() => {
    const { dataset, style } = document.documentElement;
    dataset.bsTheme = "dark";
    for (const [name, value] of [
        ["--bs-body-color", "#dee2e6"],
        ["--bs-body-bg", "#212529"],
        ["--bs-link-color", "#6ea8fe"],
        ["background", "#212529"],
        ["color", "#dee2e6"],
    ]) style.setProperty(name, value);
}"""

QUESTIONS = {
    "unstated": "?octopus-server=3.2&teamcity-plugin=3.3",
    "conflicting": "?octopus-server=2018.2&octopus-client=4.30.3",
    "incompatible": "?octopus-server=3.4&octopus-client=5.0",
    "compatible": "?octopus-server=3.4&octopus-client=4.0&tentacle=3.4",
    "partial": "?octopus-server=2019.1&tentacle=3.20#compat-t2-r1-c4",
    "untested": "?octopus-server=2019.1&tentacle=3.20",
    "problem": "?octopus-server=2019.1&tentacle=3.20.x.y",
}


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_axe_finds_nothing(
    browse: Browse, write_page: WritePage, octopus: Product, question: str, mode: str
) -> None:
    page = browse()
    if question == "untested":
        octopus["tables"][1]["verdict"] = "untested"
    page.goto(write_page(octopus).as_uri() + QUESTIONS[question])
    expect(page.locator(".compat-verdict, .compat-field__problem:not(:empty)")).to_be_visible()
    if mode == "dark":
        page.evaluate(DARK)
    assert violations(page) == []
