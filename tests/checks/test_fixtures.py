"""Each check fires where it should, and nowhere else.

Beside this file lie two pages for each check. `<name>.failing.md` says at its end what must be
found, and where, and `<name>.passing.md` comes as near to that as is right. Nothing else may be
found on any of them.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_compat.checks import stale_baseline
from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.registry import CHECKS
from mkdocs_compat.diagnostics import Diagnostic
from tests.reading.reader import findings

PAGES = Path(__file__).parent
# A page alone has no baseline; tests/command_line/test_baseline.py has sites that do.
ON_PAGES = tuple(check for check in CHECKS if check != stale_baseline.CHECK)
EXPECTED = re.compile(
    r"^<!-- expect (CMP\d{3}) (error|warning|info) at (\d+:\d+-\d+:\d+) (.+) -->$", re.MULTILINE
)


def page_of(check: Check, kind: str) -> str:
    return (PAGES / f"{check.name}.{kind}.md").read_text(encoding="utf-8")


def at(finding: Diagnostic) -> str:
    place = finding.place
    return f"{place.line}:{place.column}-{place.end_line}:{place.end_column}"


def test_every_check_has_its_pages_and_every_page_its_check() -> None:
    expected = {f"{check.name}.{kind}.md" for check in ON_PAGES for kind in ("failing", "passing")}
    assert {path.name for path in PAGES.glob("*.md")} == expected


@pytest.mark.parametrize("check", ON_PAGES, ids=lambda check: check.name)
class TestPages:
    def test_failing(self, check: Check) -> None:
        text = page_of(check, "failing")
        expected = EXPECTED.findall(text)
        found = findings(text)
        assert [(item.code, item.severity.value, at(item)) for item in found] == [
            wanted[:3] for wanted in expected
        ]
        for finding, (*_, words) in zip(found, expected, strict=True):
            assert words in finding.message
        assert {finding.code for finding in found} == {check.code}

    def test_what_it_is_about_stays_when_lines_move(self, check: Check) -> None:
        text = page_of(check, "failing")
        front_matter, body = text.removeprefix("---\n").split("\n---\n", 1)
        moved = f"---\n# Moved.\n\n{front_matter}\n---\n\nMoved.\n\n{body}"
        about = [finding.about for finding in findings(text)]
        assert [finding.about for finding in findings(moved)] == about

    def test_passing(self, check: Check) -> None:
        assert findings(page_of(check, "passing")) == ()

    def test_messages_read_well(self, check: Check) -> None:
        """A message is a clause without its end, the help one or more whole sentences."""
        for finding in findings(page_of(check, "failing")):
            assert not finding.message.endswith(".")
            assert finding.help[0].isupper()
            assert finding.help[-1] in ".?"
            assert finding.name == check.name
