"""Points out pages that say `latest` and not of which day they are.

Why: nobody can tell which version was the latest when the table was written, so nobody can tell
for which versions it still holds.

Fix: say `as-of`, or list the releases.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.table import Cell, Table

CHECK = Check("CMP302", "undated-latest", Severity.INFO)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check: one for a page."""
    for product in inspection.site.products:
        pages: dict[str, list[Cell]] = {}
        for table in product.tables:
            if table.as_of is None:
                pages.setdefault(table.page, []).extend(_undated(product, table))
        for cells in pages.values():
            if cells:
                yield _finding(cells)


def _undated(product: Product, table: Table) -> Iterator[Cell]:
    """Yield the cells that say `latest` of a component whose newest release nobody tells."""
    for cell in table.cells():
        if cell.reaches_latest and not all(
            product.component(id_).releases for id_ in cell.components
        ):
            yield cell


def _finding(cells: list[Cell]) -> Diagnostic:
    others = len(cells) - 1
    also = f" ({others} more cell{'s' if others > 1 else ''} of this page alike)" if others else ""
    return CHECK.finding(
        cells[0].place,
        f"'{cells[0].text}' has no upper bound, and nothing says as of which day it holds{also}",
        "Say in the front matter when the table was right, as in 'as-of: 2026-11'; or list the "
        "'releases' of the component.",
    )
