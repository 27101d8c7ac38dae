"""The Python-Markdown extension: hands a page's tables on, and marks their cells.

It works in two steps. The first stands before the inline patterns, where a cell still holds what
the author wrote; the second behind the table of contents, when headings have their ids.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import chain, groupby
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import NBSP_PLACEHOLDER
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from mkdocs_compat.analysis import OpenedPage, read_page
from mkdocs_compat.reading.element_tags import element_tags
from mkdocs_compat.reading.html_tables import HtmlTable, html_tables, with_insertions
from mkdocs_compat.reading.limits import LONGEST_NOTE
from mkdocs_compat.reading.plain import plain
from mkdocs_compat.reading.seen import SeenList, SeenNote, SeenPage, SeenTable, Spot

if TYPE_CHECKING:
    from mkdocs_compat.reading.drafts import DraftPage, DraftTable

ELEMENTS = ("compat-checker", "compat-matrix", "compat-rules", "compat-upgrade")

# Inline patterns run at 20 and most of what builds tables before 50; `toc` runs at 5.
_BEFORE_INLINE = 25
_AFTER_TOC = 4

_CODE = re.compile("<(?:pre|code|script|style)", re.IGNORECASE)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(slots=True)
class _FoundTable:
    """A table of the page and what is needed to mark it: its element, or its block of HTML."""

    seen: SeenTable
    heading: Element | None
    element: Element | None = None
    block: int = -1
    html: HtmlTable | None = None


@dataclass(slots=True)
class _FoundList:
    """A list of the page and what is needed to mark it."""

    seen: SeenList
    heading: Element
    element: Element


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
        collector = _TableCollector(md, self)
        md.treeprocessors.register(collector, "compat-collect", _BEFORE_INLINE)
        md.treeprocessors.register(_TableMarker(md, self, collector), "compat-mark", _AFTER_TOC)


class _TableCollector(Treeprocessor):
    """The first step: collects what the page shows, as its author wrote it."""

    def __init__(self, md: Markdown, extension: CompatExtension) -> None:
        super().__init__(md)
        self._extension = extension
        self._forget()

    def _forget(self) -> None:
        self.tables: list[_FoundTable] = []
        self.lists: list[_FoundList] = []
        self.notes: list[SeenNote] = []
        self.elements: list[str] = []
        self.inline_tables: list[str] = []
        self.title = ""
        self._heading: Element | None = None
        self._heading_text = ""
        self._seen = 0
        # The numbers of items of numbered lists, by the element that has their text.
        self._numbers: dict[Element, int] = {}
        # Level and number of each heading that what follows stands under.
        self._sections: list[tuple[str, int]] = []

    def run(self, root: Element) -> None:
        self._forget()
        if self._extension.page is None:
            return
        reads_lists = bool(self._extension.page.settings.lists)
        for element in root.iter():
            text = (element.text or "").strip()
            if element.tag in ("ul", "ol") and reads_lists:
                self._list(element)
            if element.tag == "ol":
                self._number(element)
            elif element.tag in _HEADINGS:
                self._begin_section(element, text)
            elif element.tag == "table":
                self._tree_table(element)
            elif element.tag in ELEMENTS:
                self.elements.append(f"<{element.tag}>")
            elif block := HTML_PLACEHOLDER_RE.fullmatch(text):
                self._html_block(int(block.group(1)))
            elif element.tag in ("p", "li"):
                self._text(element, text)

    def _begin_section(self, heading: Element, text: str) -> None:
        self._heading, self._heading_text = heading, plain(_raw(heading)[:LONGEST_NOTE])
        if heading.tag == "h1" and not self.title:
            self.title = self._heading_text
        self._seen += 1
        around = [section for section in self._sections if section[0] < heading.tag]
        self._sections = [*around, (heading.tag, self._seen)]
        self._note(text)

    def _spot(self) -> Spot:
        """Return the place of what is seen next."""
        self._seen += 1
        return Spot(self._seen, tuple(number for _, number in self._sections))

    def _note(self, text: str, number: int = 0) -> None:
        """Keep what may explain a footnote mark; what is very long does not."""
        if len(text) <= LONGEST_NOTE:
            self.notes.append(SeenNote(text, number=number, spot=self._spot()))

    def _number(self, element: Element) -> None:
        """Remember the numbers of a list's items."""
        start, items = element.get("start", "1"), element.findall("li")
        is_footnotes = any(item.get("id", "").startswith("fn:") for item in items)
        if is_footnotes or not start.isdecimal() or len(start) > 4:
            return
        for number, item in enumerate(items, int(start)):
            paragraph = item.find("p")
            has_text = bool((item.text or "").strip())
            self._numbers[item if has_text or paragraph is None else paragraph] = number

    def _list(self, element: Element) -> None:
        """Keep the first list under a heading."""
        heading = self._heading
        if heading is None or any(each.heading is heading for each in self.lists):
            return
        items = tuple(tuple(_item_texts(item)) for item in element.findall("li"))
        seen = SeenList(items, self._heading_text, "", spot=self._spot())
        self.lists.append(_FoundList(seen, heading, element))

    def _tree_table(self, table: Element) -> None:
        rows = [tuple(_raw(cell).strip() for cell in row) for row in table.iter("tr")]
        if not rows or not rows[0]:
            return
        body = tuple(_filled(row, len(rows[0])) for row in rows[1:])
        seen = SeenTable(rows[0], body, self._heading_text, "", spot=self._spot())
        self.tables.append(_FoundTable(seen, self._heading, table))

    def _text(self, element: Element, text: str) -> None:
        """Keep a paragraph or list item, which may explain a mark."""
        if text[:6].lower() == "<table":
            self.inline_tables.append(text)
            return
        if element.tag == "p":
            self._note(_raw(element).strip(), self._numbers.get(element, 0))
            return
        id_ = element.get("id", "")
        if id_.startswith("fn:"):
            label = id_.removeprefix("fn:")
            self.notes.append(SeenNote(_footnote(element), footnote=label, spot=self._spot()))
        elif text:
            self._note(text, self._numbers.get(element, 0))

    def _html_block(self, number: int) -> None:
        markup = self.md.htmlStash.rawHtmlBlocks[number]
        if not isinstance(markup, str):
            return
        self.elements += element_tags(markup)
        if not _CODE.search(markup):
            self._note(markup)
        for table in html_tables(markup):
            seen = _html_table(table, self._heading_text, markup, self._spot())
            self.tables.append(_FoundTable(seen, self._heading, block=number, html=table))


class _TableMarker(Treeprocessor):
    """The second step: has the page read, gives cells their ids, and places the elements."""

    def __init__(
        self, md: Markdown, extension: CompatExtension, collector: _TableCollector
    ) -> None:
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
                item.seen = replace(item.seen, ids=_ids(item.element, len(item.seen.header)))
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
        found: Sequence[_FoundTable | _FoundList],
        *,
        wants_checker: bool,
    ) -> None:
        """Mark the tables and lists that are read; the first one gets the checker."""
        parents = {child: parent for parent in root.iter() for child in parent}
        insertions: dict[int, list[tuple[int, str]]] = {}
        for position, (number, group) in enumerate(groupby(draft.tables, lambda each: each.number)):
            checker, item, tables = wants_checker and position == 0, found[number], list(group)
            if isinstance(item, _FoundList):
                _mark_list(item.element, tables, parents, checker=checker)
            elif item.element is not None:
                _mark_tree(item.element, tables, parents, checker=checker)
            elif item.html is not None:
                texts = insertions.setdefault(item.block, [])
                texts += _html_marks(item.html, tables, checker=checker)
        blocks = self.md.htmlStash.rawHtmlBlocks
        for block, texts in insertions.items():
            blocks[block] = with_insertions(str(blocks[block]), texts)

    def _lists(self) -> list[_FoundList]:
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
            _place_below_title(root, "compat-checker")
        elif not wants_checker and not has_rules:
            _place_below_title(root, "compat-rules")


def _item_texts(item: Element) -> Iterator[str]:
    """Yield the texts of a list item, those of the items and paragraphs in it behind its own."""
    for element in item.iter():
        if element.tag in ("li", "p") and (text := (element.text or "").strip()):
            yield text
        elif element.tag not in ("li", "p", "ul", "ol"):
            # Tables, code and quotes say more than such an item may.
            yield f"<{element.tag}>"


def _raw(element: Element) -> str:
    return "".join(element.itertext())


def _footnote(item: Element) -> str:
    """Return a footnote's text without the link back."""
    parts = []
    for paragraph in item.iter("p"):
        links = [
            link for link in paragraph.iter("a") if "footnote-backref" in link.get("class", "")
        ]
        back = "".join(_raw(link) for link in links)
        parts.append(_raw(paragraph).removesuffix(back).removesuffix(NBSP_PLACEHOLDER))
    return " ".join(" ".join(parts).split())


def _ids(table: Element, width: int) -> tuple[tuple[str, ...], ...]:
    """Return the ids that the author gave cells, with `attr_list` for instance."""
    rows = list(table.iter("tr"))[1:]
    return tuple(_filled([cell.get("id", "") for cell in row], width) for row in rows)


def _html_table(table: HtmlTable, heading: str, markup: str, spot: Spot) -> SeenTable:
    width = len(table.header)
    first_places: dict[int, tuple[int, int]] = {}
    spans = {}
    for index, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            first = first_places.setdefault(cell.name_end, (index, column))
            if first != (index, column):
                spans[index, column] = first
    return SeenTable(
        header=tuple(cell.text for cell in table.header),
        rows=tuple(_filled([cell.text for cell in row], width) for row in table.rows),
        heading=heading,
        heading_id="",
        markup=markup,
        ids=tuple(_filled([cell.id for cell in row], width) for row in table.rows),
        is_cut=table.is_cut,
        spans=spans,
        above=tuple(tuple(cell.text for cell in row) for row in table.above),
        spot=spot,
    )


def _filled(texts: Sequence[str], width: int) -> tuple[str, ...]:
    """Return as many texts as a row has cells in the header."""
    return (*texts[:width], *[""] * (width - len(texts)))


def _mark_tree(
    element: Element,
    tables: Sequence[DraftTable],
    parents: dict[Element, Element],
    *,
    checker: bool,
) -> None:
    """Give a table and its cells their ids and wrap it into an element of ours.

    It may make several tables of the model, one for each component that its rows name.
    """
    rows = [list(row) for row in element.iter("tr")]
    for cell in chain.from_iterable(table.shown() for table in tables):
        own = rows[cell.row + 1]
        if cell.column < len(own):
            own[cell.column].set("id", cell.anchor)
    _wrap(element, tables, parents, checker=checker)


def _mark_list(
    element: Element,
    tables: Sequence[DraftTable],
    parents: dict[Element, Element],
    *,
    checker: bool,
) -> None:
    """Give a list and its items their ids, to the same end as `_mark_tree`."""
    items = element.findall("li")
    for cell in chain.from_iterable(table.shown() for table in tables):
        items[cell.row].set("id", cell.anchor)
    _wrap(element, tables, parents, checker=checker)


def _wrap(
    element: Element,
    tables: Sequence[DraftTable],
    parents: dict[Element, Element],
    *,
    checker: bool,
) -> None:
    """Put an element of ours around a table or list, below a checker where it has none."""
    element.set("id", tables[0].anchor)
    parent = parents[element]
    place = list(parent).index(element)
    wrapper = Element("compat-matrix", {"data-compat-table": tables[0].id})
    wrapper.tail, element.tail = element.tail, None
    parent.remove(element)
    wrapper.append(element)
    parent.insert(place, wrapper)
    if checker:
        parent.insert(place, Element("compat-checker"))


def _place_below_title(root: Element, name: str) -> None:
    """Put an element of ours behind the page's title, or before everything where it has none."""
    children = list(root)
    titles = (place for place, child in enumerate(children, 1) if child.tag == "h1")
    root.insert(next(titles, 0), Element(name))


def _html_marks(
    html: HtmlTable, tables: Sequence[DraftTable], *, checker: bool
) -> Iterator[tuple[int, str]]:
    """Yield what to insert where into a block of HTML, to the same end as `_mark_tree`."""
    opening = f'<compat-matrix data-compat-table="{escape(tables[0].id)}">'
    before = "<compat-checker></compat-checker>" if checker else ""
    yield html.offset, before + opening
    yield html.end, "</compat-matrix>"
    if not html.id:
        yield html.name_end, f' id="{tables[0].anchor}"'
    marked = set()
    for cell in chain.from_iterable(table.shown() for table in tables):
        row = html.header if cell.row < 0 else html.rows[cell.row]
        own = row[cell.column] if cell.column < len(row) else None
        if own is not None and not own.id and own.name_end not in marked:
            marked.add(own.name_end)
            yield own.name_end, f' id="{cell.anchor}"'
