"""In which ways pages include files, by the options of a site's extensions and plugins."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from mkdocs_compat.included_files import IncludedFiles
from mkdocs_compat.source import SourceText
from mkdocs_compat.ways_to_include import ways_to_include

SNIPPETS = "pymdownx.snippets"
MARKDOWN = "include-markdown"


def included(
    root: Path,
    text: str,
    extensions: Mapping[str, Any] | None = None,
    plugins: Mapping[str, Any] | None = None,
    here: str | None = "docs/guide",
) -> list[str]:
    """Return what a page of a site includes, by the files' paths, and what of it."""
    docs = root / "docs"
    files = IncludedFiles(tuple(ways_to_include(docs, extensions or {}, plugins or {})), root, docs)
    found = files.of(SourceText("docs/guide/page.md", text), root / here if here else None)
    return sorted(f"{each.source.path}: {each.text.strip()}" for each in found)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("docs/a.md", "docs/b.md", "docs/guide/a.md", "more/a.md", "more/c.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"START {name} END rest\n", encoding="utf-8")
    return tmp_path


def whole(*names: str) -> list[str]:
    return [f"{name}: START {name} END rest" for name in names]


@pytest.mark.parametrize(
    ("text", "bases", "names"),
    [
        ('--8<-- "a.md"', ["docs", "more"], ["docs/a.md"]),
        ('--8<-- "a.md"', ["more", "docs"], ["more/a.md"]),
        ('--8<-- "c.md"', ["docs", "more"], ["more/c.md"]),
        ('--8<-- "c.md"', ["docs"], []),
        ('--8<-- "../more/c.md"', ["docs"], []),
        ('--8<-- "c.md"', ["more/c.md"], ["more/c.md"]),
        ('--8<-- "a.md"', ["more/c.md"], []),
        ('--8<-- "guide"', ["docs"], []),
        ('{% include "a.md" %}', ["docs"], []),
    ],
)
def test_folders_of_snippets(root: Path, text: str, bases: list[str], names: list[str]) -> None:
    options = {"base_path": [str(root / base) for base in bases]}
    assert included(root, text, {SNIPPETS: options}) == whole(*names)


def test_snippets_of_one_folder_or_of_a_path(root: Path) -> None:
    for base in (root / "more", str(root / "more")):
        assert included(root, '--8<-- "c.md"', {SNIPPETS: {"base_path": base}}) == whole(
            "more/c.md"
        )


def test_snippets_start_from_the_current_folder(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    assert included(root, '--8<-- "more/c.md"', {SNIPPETS: {}}) == whole("more/c.md")


def test_snippets_outside_of_their_folders(root: Path) -> None:
    options = {"base_path": [str(root / "docs")], "restrict_base_path": False}
    assert included(root, '--8<-- "../more/c.md"', {SNIPPETS: options}) == whole("more/c.md")


@pytest.mark.parametrize(
    ("text", "options", "found"),
    [
        ('{% include "a.md" %}', {}, whole("docs/a.md")),
        ('{% include-markdown "./a.md" %}', {}, whole("docs/guide/a.md")),
        ('{% include-markdown "../b.md" %}', {}, whole("docs/b.md")),
        ('{% include "*.md" %}', {}, whole("docs/a.md", "docs/b.md")),
        ('{% include "a.md" %}', {"start": "START"}, ["docs/a.md: docs/a.md END rest"]),
        ('{% include "a.md" end="END" %}', {"start": "START"}, ["docs/a.md: docs/a.md"]),
        ('[[ embed "a.md" ]]', {"opening_tag": "[["}, []),
        (
            '[[ embed "a.md" ]]',
            {"opening_tag": "[[", "closing_tag": "]]", "directives": {"include": "embed"}},
            whole("docs/a.md"),
        ),
    ],
)
def test_tags(root: Path, text: str, options: dict[str, Any], found: list[str]) -> None:
    assert included(root, text, plugins={MARKDOWN: options}) == found


def test_pages_that_are_in_no_file_have_no_near_ones(root: Path) -> None:
    text = '{% include "./a.md" %}{% include "b.md" %}'
    assert included(root, text, plugins={MARKDOWN: {}}, here=None) == whole("docs/b.md")


def test_jinja(root: Path) -> None:
    text = '{%- include "a.md" %}'
    assert included(root, text, plugins={"macros": {"include_dir": ""}}) == whole("docs/a.md")
    options = {"include_dir": str(root / "more"), "j2_block_start_string": ""}
    assert included(root, text, plugins={"macros": options}) == whole("more/a.md")
    assert included(root, '[% include "a.md" %]', plugins={"macros": options}) == []
    options |= {"j2_block_start_string": "[%", "j2_block_end_string": "%]"}
    assert included(root, '[% include "a.md" %]', plugins={"macros": options}) == whole("more/a.md")


def test_nothing_is_included_without_what_includes(root: Path) -> None:
    assert included(root, '--8<-- "a.md"\n{% include "a.md" %}') == []
