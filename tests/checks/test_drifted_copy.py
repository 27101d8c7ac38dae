"""Tables on several pages that are copies or translations of each other, and those that are not."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from mkdocs_compat.analysis import SharedData, analyze
from mkdocs_compat.checks.translations import is_translation
from mkdocs_compat.diagnostics import Diagnostic
from tests.reading.reader import draft

FRONT_MATTER = """---
compat:
  components:
    server: {name: Server, scheme: semver, aliases: [Diener]}
    client: {name: Client, scheme: semver, aliases: [Kunde]}
---

"""
TABLE = """| Server | Client |
| --- | --- |
| 3.2 | 1.2 |
| 3.3 | 1.2 ➜ 1.4 |
| 3.4 | 1.3 ➜ 1.4 |
| 3.5 | 1.5 ➜ 1.8 |
"""
GERMAN = TABLE.replace("Server", "Diener").replace("Client", "Kunde").replace("➜", "-")


def found(pages: Mapping[str, str]) -> list[Diagnostic]:
    shared = SharedData()
    drafts = [
        draft(FRONT_MATTER + text, path=path, shared=shared)[0] for path, text in pages.items()
    ]
    analysis = analyze([page for page in drafts if page is not None], shared)
    return [finding for finding in analysis.diagnostics if finding.code == "CMP211"]


def test_copy_on_another_page_is_a_warning_that_names_both_cells() -> None:
    other = TABLE.replace("1.3 ➜ 1.4", "1.3 ➜ 1.5")
    (finding,) = found({"docs/clients.md": TABLE, "docs/servers.md": f"# Servers\n\n{other}"})
    assert finding.severity.value == "warning"
    assert finding.message == (
        "this table looks like a copy of the one of docs/clients.md, and one cell differs: "
        "'1.3 ➜ 1.5' here and '1.3 ➜ 1.4' there"
    )
    assert (finding.place.path, finding.place.line) == ("docs/servers.md", 14)
    assert [(each.place.path, each.place.line) for each in finding.related] == [
        ("docs/clients.md", 12)
    ]


@pytest.mark.parametrize(
    "other",
    [
        TABLE,
        TABLE.replace("1.2 ➜ 1.4", "1.2 - 1.4").replace("| 3.2 |", "| 3.2.x |"),
        TABLE.replace("1.2 ➜ 1.4", "1.2").replace("1.3 ➜ 1.4", "1.3").replace("1.5 ➜", "1.4 ➜"),
        TABLE.replace("| Client |", "| Plugin |").replace("1.3 ➜ 1.4", "1.3 ➜ 1.5"),
        TABLE.partition("| 3.4")[0].replace("1.2 ➜ 1.4", "1.2 ➜ 1.5"),
    ],
    ids=["equal", "other notation", "too different", "other component", "two rows"],
)
def test_near_misses(other: str) -> None:
    assert not found({"docs/clients.md": TABLE, "docs/servers.md": other})


def test_translation_says_other_versions() -> None:
    other = GERMAN.replace("1.5 - 1.8", "1.5 - 1.7")
    (finding,) = found({"docs/compat.md": TABLE, "docs/de/compat.md": other})
    assert finding.message == (
        "this page and docs/compat.md are the same in two languages, and one cell differs: "
        "'1.5 - 1.7' here and '1.5 ➜ 1.8' there"
    )
    assert finding.place.path == "docs/de/compat.md"


def test_translation_lacks_a_row() -> None:
    shorter = GERMAN.partition("| 3.5")[0]
    (finding,) = found({"docs/compat.md": TABLE, "docs/compat.de.md": shorter})
    assert finding.message == (
        "this table has 3 rows of 2 columns, and in docs/compat.md, which is the same page in "
        "another language, 4 rows of 2 columns"
    )


def test_equal_translation() -> None:
    assert not found({"docs/en/compat.md": TABLE, "docs/de/compat.md": GERMAN})


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("docs/compat.md", "docs/de/compat.md", True),
        ("docs/en/a/compat.md", "docs/pt-BR/a/compat.md", True),
        ("docs/compat.md", "docs/compat.zh-CN.md", True),
        ("docs/compat.en.md", "docs/compat.de.md", True),
        ("docs/compat.md", "docs/compat.md", False),
        ("docs/compat.md", "docs/v2/compat.md", False),
        ("docs/compat.md", "docs/de/other.md", False),
        ("docs/compat.md", "docs/qq/compat.md", False),
        ("docs/a/compat.md", "docs/b/compat.md", False),
    ],
)
def test_pages_in_two_languages(one: str, two: str, *, expected: bool) -> None:
    assert is_translation(one, two) is expected
    assert is_translation(two, one) is expected
