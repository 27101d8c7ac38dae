"""Reads pages as a site's build does, for the tests, and finds places without the code's help."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from markdown import Markdown

from mkdocs_compat.analysis import Analysis, SharedData, analyze, open_page
from mkdocs_compat.diagnostics import Diagnostic
from mkdocs_compat.markdown_extension import CompatExtension
from mkdocs_compat.model.table import Cell, Table
from mkdocs_compat.reading.drafts import DraftPage
from mkdocs_compat.source import Place, SourceText

PATH = "docs/page.md"

# What MkDocs loads without being asked, and what its users mostly ask for.
USUAL = ("toc", "tables", "fenced_code", "footnotes", "attr_list", "admonition", "md_in_html")

FRONT_MATTER = "---\ncompat: true\n---\n\n"


def draft(
    text: str,
    *,
    extensions: tuple[str, ...] = USUAL,
    configs: Mapping[str, dict[str, Any]] | None = None,
    path: str = PATH,
    shared: SharedData | None = None,
) -> tuple[DraftPage | None, str]:
    """Draft a page and return it with its HTML; None where it takes no part."""
    page = open_page(SourceText(path, text), "page/", shared or SharedData())
    if page is None:
        return None, ""
    extension = CompatExtension()
    extension.page = page
    markdown = Markdown(extensions=[*extensions, extension], extension_configs=dict(configs or {}))
    html = markdown.convert(text[page.front_matter.body :].lstrip("\n"))
    return extension.draft, html


def analysis_of(
    text: str,
    *,
    extensions: tuple[str, ...] = USUAL,
    configs: Mapping[str, dict[str, Any]] | None = None,
    shared: SharedData | None = None,
) -> Analysis:
    """Read and check a site of one page."""
    page, _ = draft(text, extensions=extensions, configs=configs, shared=shared)
    assert page is not None, "the page does not take part"
    return analyze([page], shared or SharedData())


def findings(text: str, code: str = "") -> tuple[Diagnostic, ...]:
    """Return what is found on a page, of one check only where its code is given."""
    return tuple(item for item in analysis_of(text).diagnostics if item.code.startswith(code))


def tables(analysis: Analysis) -> list[Table]:
    return [table for _, table in analysis.site.tables()]


def the_table(text: str) -> Table:
    """Return the only table that is read of a page."""
    (table,) = tables(analysis_of(text))
    return table


def rows(table: Table) -> list[list[str]]:
    """Return the author's text of every cell that takes part, row by row."""
    return [[cell.raw for cell in (row.subject, *row.cells)] for row in table.rows]


def cells(analysis: Analysis) -> Iterator[Cell]:
    for table in tables(analysis):
        yield from table.cells()


def text_at(text: str, place: Place) -> str:
    """Return what stands at a place, by plain counting of lines and columns."""
    assert not place.part, "the place is not in the file"
    lines = re.split(r"\r\n|\r|\n", text)[place.line - 1 : place.end_line]
    lines[-1] = lines[-1][: place.end_column - 1]
    lines[0] = lines[0][place.column - 1 :]
    return "\n".join(lines)


def marked(text: str) -> tuple[str, tuple[int, int], tuple[int, int]]:
    """Return a text without its marks « and », and the lines and columns where they stood."""
    before, _, rest = text.partition("«")
    inside, _, after = rest.partition("»")

    def position(upto: str) -> tuple[int, int]:
        return upto.count("\n") + 1, len(upto) - (upto.rfind("\n") + 1) + 1

    return before + inside + after, position(before), position(before + inside)
