"""Points out columns whose versions all end in `.0`: they may stand for lines.

Why: many authors write 2.9.0 and mean every 2.9.x. Taken for that release alone, the cell would
exclude 2.9.1; taken for the line, it would vouch for versions that nobody tried. So what else the
line has is answered "unstated".

Fix: write 2.9.x or `=2.9.0`, or say `zeros: line` or `zeros: exact` in the front matter.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.model.table import Cell, Table
from mkdocs_compat.ranges.notation.zeros import are_doubtful, first_doubtful

CHECK = Check("CMP116", "trailing-zero", Severity.INFO)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check, one a column."""
    for product, table in inspection.site.tables():
        for header, column in _columns(table):
            doubtful = [cell for cell in column if first_doubtful(cell.notation)]
            part = first_doubtful(doubtful[0].notation) if doubtful else None
            if part is None or not are_doubtful(cell.notation for cell in column):
                continue
            name = product.component(header).name
            others = f" and {len(doubtful) - 1} other cells" if len(doubtful) > 1 else ""
            line = part.versions[0].text.removesuffix(".0")
            yield CHECK.finding(
                doubtful[0].place_of(part.start, part.end),
                f"nothing says whether '{part.text}' under {name}{others} stand for that release "
                "or for all of its line",
                f"Write '{line}.x' or '={part.versions[0].text}', or say 'zeros: line' or "
                "'zeros: exact' in the front matter.",
            )


def _columns(table: Table) -> Iterator[tuple[str, list[Cell]]]:
    """Yield the columns in which it matters, by the component's id."""
    is_marked = any(header.cell for header in table.headers)
    if table.zeros is not None or table.together or not table.closed or is_marked:
        return
    for at, header in enumerate(table.headers[1:]):
        yield header.components[0], [row.cells[at] for row in table.rows]
