"""The Python-Markdown extension: hands a page's tables on, and marks their cells.

It works in two steps. The first stands before the inline patterns, where a cell still holds what
the author wrote; the second behind the table of contents, when headings have their ids.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from mkdocs_compat.analysis import OpenedPage, read_page
from mkdocs_compat.page_collecting import ELEMENTS, FoundList, FoundTable, TableCollector
from mkdocs_compat.page_marking import (
    html_marks,
    ids_of,
    mark_list,
    mark_tree,
    place_below_title,
)
from mkdocs_compat.reading.html_tables import with_insertions
from mkdocs_compat.reading.seen import SeenPage

if TYPE_CHECKING:
    from mkdocs_compat.reading.drafts import DraftPage

# Inline patterns run at 20 and most of what builds tables before 50; `toc` runs at 5.
_BEFORE_INLINE = 25
_AFTER_TOC = 4


class CompatExtension(Extension):
    """Reads the tables of one page after the other.

    Attributes:
        page: The opened page that the next conversion is of; None leaves the page alone.
        draft: What the last conversion read.
        place_checker: Whether to put a checker above the first table of a page without one; below
            the page's title where it has only rules.
    """

    def __init__(self, **kwargs: Any) -> None:
        """Begin without a page."""
        super().__init__(**kwargs)
        self.page: OpenedPage | None = None
        self.draft: DraftPage | None = None
        self.place_checker = True

    def take_draft(self) -> DraftPage | None:
        """Return what the last conversion read, and forget its page; None where there was none."""
        page, draft = self.page, self.draft
        self.page = self.draft = None
        if page is not None and draft is None:
            # Markdown does not begin on a page without text.
            return read_page(page, SeenPage(title="", tables=(), notes=()))
        return draft

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the two steps, and the elements as block-level."""
        md.block_level_elements += [
            name for name in ELEMENTS if name not in md.block_level_elements
        ]
        collector = TableCollector(md, lambda: self.page)
        md.treeprocessors.register(collector, "compat-collect", _BEFORE_INLINE)
        md.treeprocessors.register(_TableMarker(md, self, collector), "compat-mark", _AFTER_TOC)


class _TableMarker(Treeprocessor):
    """The second step: has the page read, gives cells their ids, and places the elements."""

    def __init__(self, md: Markdown, extension: CompatExtension, collector: TableCollector) -> None:
        super().__init__(md)
        self._extension = extension
        self._collector = collector

    def run(self, root: Element) -> None:
        page = self._extension.page
        self._extension.draft = None
        if page is None:
            return
        found = self._collector.tables
        for item in found:
            if item.heading is not None:
                item.seen = replace(item.seen, heading_id=item.heading.get("id", ""))
            if item.element is not None:
                item.seen = replace(item.seen, ids=ids_of(item.element, len(item.seen.header)))
        lists = self._lists()
        seen = SeenPage(
            title=self._collector.title,
            tables=tuple(item.seen for item in found),
            notes=tuple(self._collector.notes),
            elements=tuple(self._collector.elements),
            inline_tables=tuple(self._collector.inline_tables),
            lists=tuple(item.seen for item in lists),
        )
        draft = self._extension.draft = read_page(page, seen)
        has_checker = any(tag.startswith("<compat-checker") for tag in seen.elements)
        wants_checker = self._extension.place_checker and not has_checker
        self._mark(root, draft, [*found, *lists], wants_checker=wants_checker)
        if page.front_matter.settings.rules and not has_checker:
            self._place_rules(root, draft, wants_checker=wants_checker)

    def _mark(
        self,
        root: Element,
        draft: DraftPage,
        found: Sequence[FoundTable | FoundList],
        *,
        wants_checker: bool,
    ) -> None:
        """Mark the tables and lists that are read; the first one gets the checker."""
        parents = {child: parent for parent in root.iter() for child in parent}
        insertions: dict[int, list[tuple[int, str]]] = {}
        for position, (number, group) in enumerate(groupby(draft.tables, lambda each: each.number)):
            checker, item, tables = wants_checker and position == 0, found[number], list(group)
            if isinstance(item, FoundList):
                mark_list(item.element, tables, parents, checker=checker)
            elif item.element is not None:
                mark_tree(item.element, tables, parents, checker=checker)
            elif item.html is not None:
                texts = insertions.setdefault(item.block, [])
                texts += html_marks(item.html, tables, checker=checker)
        blocks = self.md.htmlStash.rawHtmlBlocks
        for block, texts in insertions.items():
            blocks[block] = with_insertions(str(blocks[block]), texts)

    def _lists(self) -> list[FoundList]:
        """Return the lists that are declared, with the ids that elements have by now."""
        page = self._extension.page
        said = page.settings.lists if page is not None else {}
        kept = []
        for item in self._collector.lists:
            heading_id = item.heading.get("id", "")
            ids = tuple(each.get("id", "") for each in item.element.findall("li"))
            item.seen = replace(item.seen, heading_id=heading_id, ids=ids)
            if heading_id in said:
                kept.append(item)
        return kept

    def _place_rules(self, root: Element, draft: DraftPage, *, wants_checker: bool) -> None:
        """Give the page's own rules a place: answers on other pages lead to them as well."""
        has_rules = any(tag.startswith("<compat-rules") for tag in self._collector.elements)
        if wants_checker and not draft.tables:
            place_below_title(root, "compat-checker")
        elif not wants_checker and not has_rules:
            place_below_title(root, "compat-rules")
