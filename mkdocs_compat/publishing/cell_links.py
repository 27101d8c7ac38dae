"""Links from the rows of compatibility tables to the pages about upgrades from their versions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from mkdocs_compat.model.site import Product
from mkdocs_compat.publishing.line_pages import LineLinks
from mkdocs_compat.publishing.payload import Link
from mkdocs_compat.reading.element_tags import TAG_INSIDE, attributes_of

# Of a row that names more lines, the first and the last are linked.
_MOST = 3

_MATRIX = re.compile(
    rf"<compat-matrix\b({TAG_INSIDE})>.*?</compat-matrix\s*>", re.DOTALL | re.IGNORECASE
)
_CELL = re.compile(
    rf"<t[dh]\b({TAG_INSIDE})>.*?(?=</t[dh]\b|<t[dh]\b|</tr\b)", re.DOTALL | re.IGNORECASE
)


def with_cell_links(html: str, products: Iterable[Product], lines: LineLinks, link: Link) -> str:
    """Return a page's HTML with links behind the versions that its tables are about.

    Args:
        html: The page, its elements complete.
        products: The products of the site.
        lines: Where the pages of lines are.
        link: Makes an address on the page from one relative to the site's root.
    """
    if lines.is_empty:
        return html
    tables = {
        table.id: {
            row.subject.anchor: found
            for row in table.rows
            if (found := lines.of_cell(product, row.subject))
        }
        for product in products
        for table in product.tables
    }

    def linked(matrix: re.Match[str]) -> str:
        cells = tables.get(attributes_of(matrix[1]).get("data-compat-table", ""), {})
        return _CELL.sub(lambda cell: _with_links(cell, cells, link), matrix[0])

    return _MATRIX.sub(linked, html)


def _with_links(cell: re.Match[str], cells: Mapping[str, list[tuple[str, str]]], link: Link) -> str:
    attributes = attributes_of(cell[1])
    anchor = attributes.get("data-compat-cell") or attributes.get("id", "")
    found = cells.get(anchor, [])
    links = [Markup('<a href="{}">{}</a>').format(link(url), line) for line, url in found]
    if not links:
        return cell[0]
    told = f"{links[0]} … {links[-1]}" if len(links) > _MOST else ", ".join(links)
    return f'{cell[0]}<span class="compat-guides">Upgrade from {told}</span>'
