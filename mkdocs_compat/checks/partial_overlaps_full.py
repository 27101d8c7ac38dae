"""Finds cells of a partial table that list versions which another table lists as compatible.

Why: the better verdict wins, so the limit that the partial table states is never shown for them;
a reader of the tables cannot tell which of the two is meant.

Fix: let the partial table list only what the full one does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Related, Severity
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.table import Cell, Row, Table
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.ranges.text import write
from mkdocs_compat.ranges.version_set import VersionSet

CHECK = Check("CMP206", "partial-overlaps-full", Severity.WARNING)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for product in inspection.site.products:
        tables = [table for table in product.tables if not table.together]
        for partial in tables:
            same = [
                table
                for table in tables
                if table is not partial and table.subject == partial.subject
            ]
            yield from _in_table(product, partial, same)


def _in_table(product: Product, partial: Table, full: list[Table]) -> Iterator[Diagnostic]:
    for row in partial.rows:
        for header, cell in zip(partial.headers[1:], row.cells, strict=True):
            if partial.worth(cell) is not Verdict.PARTIAL:
                continue
            rivals = [rival for table in full for rival in _rivals(row, cell, table)]
            if rivals:
                shared = reduce(VersionSet.union, (overlap for _, _, overlap in rivals))
                scheme = product.component(cell.components[0]).scheme
                versions = write(Range(shared, VersionSet.empty()), scheme)
                yield CHECK.finding(
                    cell.place,
                    f"{header.text} {versions} is listed as partial here and as compatible "
                    f"in the row '{rivals[0][0].subject.text}'; the better verdict wins",
                    "List here only what the other table does not list.",
                    tuple(
                        Related(other.place, f"row '{rival.subject.text}' lists '{other.text}'")
                        for rival, other, _ in rivals
                    ),
                )


def _rivals(row: Row, cell: Cell, full: Table) -> Iterator[tuple[Row, Cell, VersionSet]]:
    """Yield the rows and cells of a full table that list some of the same, and what they share."""
    if row.subject.range is None or cell.range is None:
        return
    for rival in full.rows:
        if rival.subject.range is None:
            continue
        if not rival.subject.range.inside.overlaps(row.subject.range.inside):
            continue
        for other in rival.cells_of(cell.components[0]):
            if other.range is None or full.worth(other) is not Verdict.COMPATIBLE:
                continue
            overlap = other.range.inside.intersection(cell.range.inside)
            if not overlap.is_empty:
                yield rival, other, overlap
