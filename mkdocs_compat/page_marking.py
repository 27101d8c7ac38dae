"""The second step of the extension: ids for cells, and elements of ours around what is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import chain
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from mkdocs_compat.page_collecting import filled
from mkdocs_compat.reading.html_tables import HtmlTable

if TYPE_CHECKING:
    from mkdocs_compat.reading.drafts import DraftTable


def mark_tree(
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


def mark_list(
    element: Element,
    tables: Sequence[DraftTable],
    parents: dict[Element, Element],
    *,
    checker: bool,
) -> None:
    """Give a list and its items their ids, to the same end as `mark_tree`."""
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


def place_below_title(root: Element, name: str) -> None:
    """Put an element of ours behind the page's title, or before everything where it has none."""
    children = list(root)
    titles = (place for place, child in enumerate(children, 1) if child.tag == "h1")
    root.insert(next(titles, 0), Element(name))


def html_marks(
    html: HtmlTable, tables: Sequence[DraftTable], *, checker: bool
) -> Iterator[tuple[int, str]]:
    """Yield what to insert where into a block of HTML, to the same end as `mark_tree`."""
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


def ids_of(table: Element, width: int) -> tuple[tuple[str, ...], ...]:
    """Return the ids that the author gave cells, with `attr_list` for instance."""
    rows = list(table.iter("tr"))[1:]
    return tuple(filled([cell.get("id", "") for cell in row], width) for row in rows)
