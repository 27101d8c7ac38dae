"""What a page shows, as the Markdown extension sees it: tables, headings and notes, in order.

Plain data: whoever walks a page (a Python-Markdown tree today) fills it in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands on a page.

    Attributes:
        number: Its number among all that is seen of the page.
        sections: The numbers of the headings that it stands under, the highest one first.
    """

    number: int = 0
    sections: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SeenTable:
    """A table as the page will show it, with the author's raw cell texts.

    Attributes:
        header: The cells of the header row.
        rows: The cells of the other rows, as many in each as in the header.
        heading: Plain text of the heading above it; empty where there is none.
        heading_id: That heading's id; empty where there is none.
        markup: The raw HTML of a table that the author wrote in HTML; empty for a pipe table.
        ids: The ids that the author gave the cells of `rows`; empty where there are none.
        is_cut: Whether there is more of it, which nobody looked at.
        spans: Row and column of each further place that a cell covers, with those of its first.
        above: The cells of the rows of headers above `header`, in HTML; a cell that spans stands in
            every place that it covers.
        spot: Where it stands.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    heading: str
    heading_id: str
    markup: str = ""
    ids: tuple[tuple[str, ...], ...] = ()
    is_cut: bool = False
    spans: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    above: tuple[tuple[str, ...], ...] = ()
    spot: Spot = Spot()


@dataclass(frozen=True, slots=True)
class SeenList:
    """The first list under a heading.

    Attributes:
        items: The raw texts of each item: its own, and those of the items and paragraphs in it.
        heading: Plain text of the heading above it.
        heading_id: That heading's id.
        ids: The ids that the author gave the items; empty where there are none.
        spot: Where it stands.
    """

    items: tuple[tuple[str, ...], ...]
    heading: str
    heading_id: str
    ids: tuple[str, ...] = ()
    spot: Spot = Spot()


@dataclass(frozen=True, slots=True)
class SeenNote:
    """A heading, paragraph or list item that may explain a footnote mark.

    Attributes:
        text: Its raw text.
        footnote: The label of a `[^label]` footnote that it is the text of; else empty.
        number: The number of an item of a numbered list; else 0.
        spot: Where it stands.
    """

    text: str
    footnote: str = ""
    number: int = 0
    spot: Spot = Spot()


@dataclass(frozen=True, slots=True)
class SeenPage:
    """Everything on a page that reading cares for, in the order of the page.

    Attributes:
        title: Text of its first heading of the first level.
        tables: Its tables.
        notes: What may explain footnote marks.
        elements: The opening tags of the elements of ours that the author wrote.
        inline_tables: Paragraphs that begin with an HTML table: in lists and quotes Python-Markdown
            does not set HTML apart from text, so its cells cannot be read.
        lists: Its lists, on pages that declare any.
    """

    title: str
    tables: tuple[SeenTable, ...]
    notes: tuple[SeenNote, ...]
    elements: tuple[str, ...] = ()
    inline_tables: tuple[str, ...] = ()
    lists: tuple[SeenList, ...] = ()
