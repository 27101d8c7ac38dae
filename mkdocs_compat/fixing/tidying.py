"""The ranges of a table written alike: one arrow, one space on each of its sides."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.diagnostics import Applicability, Fix
from mkdocs_compat.fixing.mending import edit
from mkdocs_compat.fixing.rewriting import tidied, usual_arrow
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.table import Cell, Table
from mkdocs_compat.versions.scheme import Scheme


def tidy(product: Product, table: Table) -> Iterator[Fix]:
    """Yield a fix for each cell of a table whose ranges are not written as most of them are."""
    cells = [(cell, product.component(cell.components[0]).scheme) for cell in _own(table)]
    arrow = usual_arrow((cell.raw, scheme) for cell, scheme in cells) or "➜"
    for cell, scheme in cells:
        fix = _fix(cell, scheme, arrow)
        if fix is not None:
            yield fix


def _own(table: Table) -> Iterator[Cell]:
    """Yield the cells whose text is in the author's file, and is of versions."""
    for cell in table.cells():
        if cell.exact and cell.mark is None:
            yield cell


def _fix(cell: Cell, scheme: Scheme, arrow: str) -> Fix | None:
    rewritten = tidied(cell.raw, scheme, arrow)
    if rewritten is None:
        return None
    return Fix(
        f"write '{rewritten}' for '{cell.raw}'",
        (edit(cell, rewritten),),
        Applicability.CERTAIN,
    )
