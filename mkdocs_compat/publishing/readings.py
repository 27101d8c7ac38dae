"""The debug view of a page: under each of its tables, what was recognised in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from mkdocs_compat.model.site import Product
from mkdocs_compat.model.table import Table
from mkdocs_compat.publishing.reports.reading import table_facts, table_words
from mkdocs_compat.reading.element_tags import TAG_INSIDE, attributes_of

_MATRIX = re.compile(
    rf"<compat-matrix\b({TAG_INSIDE})>(.*?)</compat-matrix\s*>", re.DOTALL | re.IGNORECASE
)


def with_readings(html: str, product: Product, url: str) -> str:
    """Return a page's HTML with what was recognised under each table that was read.

    Args:
        html: The page, its elements complete.
        product: The product that the page describes.
        url: The page's address, as tables have it.
    """
    own = [table for table in product.tables if table.url == url]

    def explained(matrix: re.Match[str]) -> str:
        id_ = attributes_of(matrix[1]).get("data-compat-table", "")
        first = next((table for table in own if table.id == id_), None)
        if first is None:
            return matrix[0]
        # One table of the page may be several, one for each component that its rows name.
        tables = [table for table in own if table.anchor == first.anchor]
        return matrix[0] + "".join(_details(product, tables))

    return _MATRIX.sub(explained, html)


def _details(product: Product, tables: list[Table]) -> Iterator[str]:
    yield '<details class="compat-reading" data-search-exclude>'
    what = "list" if tables[0].layout == "list" else "table"
    yield f"<summary>How this {what} was read</summary>"
    for table in tables:
        facts = [("table", f"{table.id}, {table_words(table)}"), *table_facts(product, table)]
        yield "<ul>"
        yield from (f"<li><b>{escape(name)}:</b> {escape(text)}</li>" for name, text in facts)
        yield "</ul>"
    yield "</details>"
