"""Pages are read alike whether all of them is converted, as in a build, or only what tells."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from markdown import Markdown

from mkdocs_compat.analysis import OpenedPage, SharedData, open_page
from mkdocs_compat.command_line.converting import Converter
from mkdocs_compat.command_line.site_config import plain_config
from mkdocs_compat.markdown_extension import CompatExtension
from mkdocs_compat.reading.drafts import DraftPage
from mkdocs_compat.source import SourceText

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("docs/checks", "site_example/docs", "tests/checks")
EXTENSIONS: dict[str, dict[str, object]] = {
    name: {}
    for name in ("toc", "extra", "admonition", "legacy_attrs", "nl2br", "smarty", "wikilinks")
}
TABLE = "| Server | Client |\n| --- | --- |\n| 1.0 | 2.0 |\n| 1.1 | 2.1 |\n"

# What decides ids, and what a heading shows, stands elsewhere in each of these.
WRITTEN = [
    "## Versions\n\n## Versions\n\n" + TABLE,
    "Some *text*{#versions} and more.\n\n## Versions\n\n" + TABLE,
    "A paragraph\n{: #versions}\n\n## Versions\n\n" + TABLE,
    "- *an* item {: #versions }\n- another\n\n## Versions\n\n" + TABLE,
    "- an item\n\n    {: #versions }\n\n    more\n\n## Versions\n\n" + TABLE,
    "Text with {@id=versions} in it.\n\n## Versions\n\n" + TABLE,
    "## Versions {#own}\n\n" + TABLE.replace("2.0", "2.0 {#cell}"),
    "## Versions of `code`, *emphasis*, [a link](a.md), ![a picture](b.png) & more\n\n" + TABLE,
    "One[^a], two[^b].\n\n## Versions[^c]\n\n" + TABLE + "\n[^a]: A\n[^b]: B\n[^c]: C\n",
    "One[^b], two[^a].\n\n## Versions[^c] and[^a]\n\n" + TABLE + "\n[^a]: A\n[^c]: C\n[^b]: B\n",
    "See [home] and <b id=versions>this</b>.\n\n## Versions of [home]\n\n"
    + TABLE
    + "\n[home]: a.md\n",
    '<div markdown="1" id="versions">\n\nText\n\n' + TABLE + "\n</div>\n\n## Versions\n\n" + TABLE,
    '<div markdown="1">\n<span markdown="1">*a*</span> b {: #versions }\n</div>\n\n## Versions\n\n'
    + TABLE,
    "*[HTML]: Hypertext\n\nHTML here.\n\n## HTML versions\n\n" + TABLE,
    "[TOC]\n\n## Versions\n\n" + TABLE + "\n```\n# no heading\n```\n\n    # nor this\n",
    '!!! note "Versions"\n\n    Text\n\n    ## Versions\n\n' + TABLE,
    "Term\n: Definition {#versions}\n\n## Versions\n\n" + TABLE,
    "## Versions\n\n<table><tr><th>Server</th><th>Client</th></tr>"
    "<tr><td>1.0</td><td>2.0</td></tr></table>\n\n" + TABLE,
    "",
]


def opened(text: str, front_matter: str = "true") -> OpenedPage:
    source = SourceText("page.md", f"---\ncompat: {front_matter}\n---\n{text}")
    page = open_page(source, "page/", SharedData())
    assert page is not None
    return page


def wholly_converted(page: OpenedPage) -> DraftPage | None:
    extension = CompatExtension()
    extension.page = page
    markdown = Markdown(extensions=[*EXTENSIONS, extension])
    markdown.convert(page.source.text[page.front_matter.body :].lstrip("\n"))
    return extension.take_draft()


def converter(extensions: dict[str, dict[str, object]]) -> Converter:
    return Converter(replace(plain_config(ROOT), extensions=extensions))


def test_pages_are_read_as_in_a_build() -> None:
    reader = converter(EXTENSIONS)
    for number, text in enumerate(WRITTEN):
        page = opened(text)
        assert reader.draft(page, ROOT) == wholly_converted(page), number
    assert reader._ready is not None


def test_lists_are_read_as_in_a_build() -> None:
    text = (
        "*Text*{#v2x}\n\n## Versions\n\n- v2.x: Kubernetes 1.20+\n- v3.x: Kubernetes 1.22+ {#own}\n"
    )
    page = opened(text, "{lists: {versions: {subject: chart}}}")
    draft = converter(EXTENSIONS).draft(page, ROOT)
    assert draft is not None
    assert draft.tables
    assert draft == wholly_converted(page)


@pytest.mark.parametrize("folder", FOLDERS)
def test_so_are_the_pages_of_this_project(folder: str) -> None:
    reader = converter(EXTENSIONS)
    pages = [path.read_text(encoding="utf-8") for path in (ROOT / folder).rglob("*.md")]
    own = [open_page(SourceText("page.md", text), "page/", SharedData()) for text in pages]
    for page in filter(None, own):
        assert reader.draft(page, ROOT) == wholly_converted(page)


def test_processors_of_others_get_all_that_they_get_in_a_build() -> None:
    reader = converter({**EXTENSIONS, "pymdownx.tilde": {}})
    page = opened("## Versions\n\n" + TABLE)
    assert reader.draft(page, ROOT) == wholly_converted(page)
    assert reader._ready is None
