"""Reads one published page as a site's page, and tells what became of its main table."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from mkdocs_compat.analysis import Analysis
from mkdocs_compat.command_line.site_config import SiteConfig
from mkdocs_compat.command_line.site_pages import analyze_page
from mkdocs_compat.diagnostics import Severity
from mkdocs_compat.model.table import Cell, Table
from mkdocs_compat.ranges.notation import mentions
from mkdocs_compat.reading.dates import read_date
from mkdocs_compat.reading.html_tables import HtmlTable, html_tables
from mkdocs_compat.reading.pipe_tables import SourceTable, pipe_tables
from mkdocs_compat.reading.plain import plain
from mkdocs_compat.source import SourceText

__all__ = ["Fate", "PageReading", "read_corpus_page"]

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
# Cells of more words tell a story.
_SENTENCE = 12
EXTENSIONS = ("tables", "toc", "footnotes", "attr_list", "md_in_html", "admonition")


class Fate(Enum):
    """What became of a page's main table."""

    READ = "read"
    PARTLY = "partly read"
    REFUSED = "not read"
    TOLD = "said in rules or a list instead"
    NONE = "no table"


@dataclass(frozen=True, slots=True)
class PageReading:
    """What was read of a page.

    Attributes:
        name: The file's name.
        fate: What became of its main table.
        line: The line at which the main table begins in the page that was read; 0 for none.
        cells: How many cells of it that are not blank name versions or carry a mark.
        unread: How many of them were not understood.
        findings: How often each check found something, with its severity.
        analysis: All of it.
    """

    name: str
    fate: Fate
    line: int
    cells: int
    unread: int
    findings: dict[tuple[str, Severity], int]
    analysis: Analysis


def read_corpus_page(path: Path, front_matter: str) -> PageReading:
    """Read a page as if its author had put `front_matter` on top of it.

    Args:
        path: The file; its own front matter is left out.
        front_matter: Lines of YAML, without the lines of dashes.
    """
    text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    text = f"---\n{front_matter.strip()}\n---\n" + _FRONT_MATTER.sub("", text)
    root = path.parent
    config = SiteConfig(
        root=root,
        docs=root,
        excluded="",
        directory_urls=True,
        extensions={name: {} for name in EXTENSIONS},
        data=(),
        texts={path.name: text},
    )
    analysis = analyze_page(path, config)
    source = SourceText(path.name, text)
    line = _main_table(source)
    found = Counter((each.code, each.severity) for each in analysis.diagnostics)
    tables = [table for _, table in analysis.site.tables() if line and _is_at(table, line)]
    cells, unread = _counts(tables)
    if not cells and _says_it_otherwise(analysis):
        fate = Fate.TOLD
    elif not line:
        fate = Fate.NONE
    elif not cells:
        fate = Fate.REFUSED
    else:
        fate = Fate.PARTLY if unread else Fate.READ
    return PageReading(path.name, fate, line, cells, unread, dict(found), analysis)


def _is_at(table: Table, line: int) -> bool:
    return table.place.line == line or bool(table.place.part)


def _says_it_otherwise(analysis: Analysis) -> bool:
    """Tell whether the front matter states rules, or a list is read where there is no table."""
    is_list = any(table.layout == "list" for _, table in analysis.site.tables())
    return is_list or any(product.rules for product in analysis.site.products)


def _counts(tables: list[Table]) -> tuple[int, int]:
    cells = [cell for table in tables for cell in table.cells() if not cell.is_blank]
    return len(cells), sum(_is_unread(cell) for cell in cells)


def _is_unread(cell: Cell) -> bool:
    """Tell whether a cell was not understood; `main` and `nightly` are, and name no release."""
    if cell.mark is not None:
        return cell.mark.verdict is None
    return cell.range is None and not cell.notation.moving


def _main_table(source: SourceText) -> int:
    """Return the line of the first table that relates versions of two things.

    Where none does, of the one that names the most versions; 0 where none has any.
    """
    tables: list[SourceTable | HtmlTable] = [
        *pipe_tables(source, 0),
        *html_tables(source.text),
    ]
    tables.sort(key=lambda table: table.header[0].offset)
    counts = [(sum(_versions(table)), -table.header[0].offset, table) for table in tables]
    relating = [table for table in tables if _relates(table)]
    most = max(counts, default=None, key=lambda count: count[:2])
    main = relating[0] if relating else most[2] if most and most[0] > 1 else None
    return source.position(main.header[0].offset)[0] if main else 0


def _relates(table: SourceTable | HtmlTable) -> bool:
    """Tell whether two columns hold versions, or one does and headers are versions."""
    rows = len(table.rows)
    full = [count for count in _versions(table) if rows and 2 * count >= rows]
    across = sum(bool(mentions(cell.text)) for cell in table.header[1:])
    return len(full) > 1 or (len(full) == 1 and across > 1)


def _versions(table: SourceTable | HtmlTable) -> list[int]:
    """Return how many cells of each column name versions, and not in the middle of a sentence."""
    width = len(table.header)
    return [
        sum(_names_versions(row[at].text) for row in table.rows if at < len(row))
        for at in range(width)
    ]


def _names_versions(raw: str) -> bool:
    """Tell whether a cell is about versions: no day, and no sentence that names one."""
    text = plain(raw)
    return (
        bool(mentions(raw))
        and ("." in text or read_date(text) is None)
        and len(text.split()) <= _SENTENCE
    )
