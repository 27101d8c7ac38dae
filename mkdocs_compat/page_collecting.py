"""The first step of the extension: collects what a page shows, as its author wrote it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.footnotes import NBSP_PLACEHOLDER
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from mkdocs_compat.analysis import OpenedPage
from mkdocs_compat.reading.element_tags import element_tags
from mkdocs_compat.reading.html_tables import HtmlTable, html_tables
from mkdocs_compat.reading.limits import LONGEST_NOTE
from mkdocs_compat.reading.plain import plain
from mkdocs_compat.reading.seen import SeenList, SeenNote, SeenTable, Spot

ELEMENTS = ("compat-checker", "compat-matrix", "compat-rules", "compat-upgrade")

_CODE = re.compile("<(?:pre|code|script|style)", re.IGNORECASE)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(slots=True)
class FoundTable:
    """A table of the page and what is needed to mark it: its element, or its block of HTML."""

    seen: SeenTable
    heading: Element | None
    element: Element | None = None
    block: int = -1
    html: HtmlTable | None = None


@dataclass(slots=True)
class FoundList:
    """A list of the page and what is needed to mark it."""

    seen: SeenList
    heading: Element
    element: Element


class TableCollector(Treeprocessor):
    """Collects the tables, lists, notes and elements of one page after the other.

    Attributes:
        tables: The tables of the last page.
        lists: Its first list under each heading, where any list of it is read.
        notes: What may explain marks.
        elements: The opening tags of elements of ours.
        inline_tables: Paragraphs that begin with an HTML table.
        title: Its title.
    """

    def __init__(self, md: Markdown, page: Callable[[], OpenedPage | None]) -> None:
        """Collect for the page that `page` returns; None leaves the page alone."""
        super().__init__(md)
        self._page = page
        self._forget()

    def _forget(self) -> None:
        self.tables: list[FoundTable] = []
        self.lists: list[FoundList] = []
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
        """Collect what a page shows, before the inline patterns turn its cells into elements."""
        self._forget()
        page = self._page()
        if page is None:
            return
        reads_lists = bool(page.settings.lists)
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
        self.lists.append(FoundList(seen, heading, element))

    def _tree_table(self, table: Element) -> None:
        rows = [tuple(_raw(cell).strip() for cell in row) for row in table.iter("tr")]
        if not rows or not rows[0]:
            return
        body = tuple(filled(row, len(rows[0])) for row in rows[1:])
        seen = SeenTable(rows[0], body, self._heading_text, "", spot=self._spot())
        self.tables.append(FoundTable(seen, self._heading, table))

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
            self.tables.append(FoundTable(seen, self._heading, block=number, html=table))


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
        rows=tuple(filled([cell.text for cell in row], width) for row in table.rows),
        heading=heading,
        heading_id="",
        markup=markup,
        ids=tuple(filled([cell.id for cell in row], width) for row in table.rows),
        is_cut=table.is_cut,
        spans=spans,
        above=tuple(tuple(cell.text for cell in row) for row in table.above),
        spot=spot,
    )


def filled(texts: Sequence[str], width: int) -> tuple[str, ...]:
    """Return as many texts as a row has cells in the header."""
    return (*texts[:width], *[""] * (width - len(texts)))
