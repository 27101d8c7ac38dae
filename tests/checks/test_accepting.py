"""Accepted findings: on a page, in one table, at one cell, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.reader import USUAL, analysis_of

TWO_TABLES = """
# First

| Server | Client |
| ------ | ------ |
| 3.0    | 3.0    |
| 3.1    | 3.1    |
| 3.4    | 3.4    |
| 3.2    | soon   |
| 3.3    | later  |

# Second

| Server | Client |
| ------ | ------ |
| 4.0    | 4.0    |
| 4.1    | 4.1    |
| 4.2    | soon   |
"""


QUOTE = "'"


def left(entry: str, body: str = TWO_TABLES) -> list[str]:
    """Return what is found where an entry accepts something, by its code and its words."""
    page = f"---\ncompat:\n  ignore:\n    - {{{entry}, reason: It has to be.}}\n---\n{body}"
    return told(page)


def told(page: str, extensions: tuple[str, ...] = USUAL, folder: Path | None = None) -> list[str]:
    configs = {"pymdownx.snippets": {"base_path": [str(folder)]}} if folder else {}
    found = analysis_of(page, extensions=extensions, configs=configs).diagnostics
    return [f"{item.code} {item.message.split(QUOTE)[1]}" for item in found]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("check: CMP101", []),
        ("check: unknown-token", []),
        ("check: CMP101, table: first", ["CMP101 soon"]),
        ("check: CMP101, table: second", ["CMP101 soon", "CMP101 later"]),
        ("check: CMP101, cell: soon", ["CMP101 later"]),
        ("check: CMP101, cell: soon, table: second", ["CMP101 soon", "CMP101 later"]),
        ("check: CMP101, cell: later, table: first", ["CMP101 soon", "CMP101 soon"]),
    ],
)
def test_entries_accept_what_they_name(entry: str, expected: list[str]) -> None:
    assert left(entry) == expected


@pytest.mark.parametrize(
    "entry",
    ["check: CMP102", "check: CMP101, table: third", "check: CMP101, cell: later, table: second"],
)
def test_entries_that_name_nothing_are_found(entry: str) -> None:
    codes = [each.split()[0] for each in left(entry)]
    assert codes == ["CMP112", "CMP101", "CMP101", "CMP101"]


def test_tables_from_elsewhere_are_told_apart(tmp_path: Path) -> None:
    first, second = TWO_TABLES.split("# Second")
    (tmp_path / "first.md").write_text(first, encoding="utf-8")
    (tmp_path / "second.md").write_text(f"# Second{second}", encoding="utf-8")
    page = (
        "---\ncompat:\n  ignore:\n    - {check: CMP101, table: second, reason: It has to be.}\n"
        '---\n\n--8<-- "first.md"\n\n--8<-- "second.md"\n'
    )
    found = told(page, (*USUAL, "pymdownx.snippets"), tmp_path)
    assert found == ["CMP101 soon", "CMP101 later"]
