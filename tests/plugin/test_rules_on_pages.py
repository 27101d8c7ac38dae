"""Where the rules in words stand on a page, and what their elements hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.plugin.sites import BuiltPage, build, write_site

if TYPE_CHECKING:
    from pathlib import Path

FRONT = """---
compat:
  components:
    server: {name: Server, scheme: semver}
    agent: {name: Agent, scheme: semver}
    tool: {name: Tool, scheme: semver}
  rules:
    - {name: skew, component: agent, with: server, not-newer: patch}
    - {component: tool, with: server, same: major}
---
"""
TABLE = "\n| Server | Agent |\n| --- | --- |\n| 1.0 | 1.0 |\n"


def page_of(folder: Path, text: str, *, checker: bool = True) -> BuiltPage:
    plugins = [{"compat": {"checker": checker}}]
    site = build(write_site(folder, {"index.md": text}, plugins=plugins))
    return BuiltPage(site, site / "index.html")


def ids(page: BuiltPage) -> list[str]:
    items = [item for element in page.elements("compat-rules") for item in element.find_all("li")]
    return [str(item.get("id", "")) for item in items]


ALL = ["compat-rule-skew", "compat-rule-rule-2"]


@pytest.mark.parametrize("table", ["", TABLE])
def test_the_rules_stand_behind_the_checker(tmp_path: Path, table: str) -> None:
    page = page_of(tmp_path, f"{FRONT}# Title\n\nText.\n{table}")
    (checker,) = page.elements("compat-checker")
    (rules,) = page.elements("compat-rules")
    assert checker.find_next_sibling() == rules
    before = checker.find_previous_sibling()
    assert before is not None
    assert before.name == ("p" if table else "h1")
    assert ids(page) == ALL


def test_a_page_without_a_title_begins_with_its_checker(tmp_path: Path) -> None:
    page = page_of(tmp_path, f"{FRONT}Text.\n\n## Part\n")
    (checker,) = page.elements("compat-checker")
    assert checker.find_previous_sibling() is None


def test_an_author_may_place_the_rules_and_narrow_them(tmp_path: Path) -> None:
    page = page_of(
        tmp_path,
        f'{FRONT}# Title\n\n<compat-rules components="agent server"></compat-rules>\n\nText.\n\n'
        "<compat-rules></compat-rules>\n",
    )
    assert len(page.elements("compat-checker")) == 1
    assert ids(page) == ["compat-rule-skew", "", "compat-rule-rule-2"]


def test_two_checkers_have_their_rules_once(tmp_path: Path) -> None:
    page = page_of(tmp_path, FRONT + "# Title\n\n" + "<compat-checker></compat-checker>\n\n" * 2)
    assert len(page.elements("compat-checker")) == 2
    assert ids(page) == ALL


def test_without_a_checker_the_rules_are_still_there_to_link_to(tmp_path: Path) -> None:
    page = page_of(tmp_path, f"{FRONT}# Title\n{TABLE}", checker=False)
    assert page.elements("compat-checker") == []
    assert ids(page) == ALL


def test_what_rules_say_is_only_text(tmp_path: Path) -> None:
    evil = "<img src=x onerror=alert(1)>"
    page = page_of(tmp_path, FRONT.replace("name: Server", f'name: "{evil}"') + "# Title\n")
    (rules,) = page.elements("compat-rules")
    assert evil in rules.get_text()
    assert rules.find("img") is None
