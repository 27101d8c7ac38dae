"""Finds text in a cell, or an item of a list, that is neither versions nor a known sign or mark.

Why: what is merely swallowed could mean anything; a reader's answer must not rest on a guess.

Fix: write one of the readings named, or move prose into a footnote or into another column.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.checks.cells import problems
from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Related, Severity
from mkdocs_compat.model.site import FlawKind
from mkdocs_compat.model.table import Cell, Table
from mkdocs_compat.ranges.notation import ProblemKind

# More cells with one mark than these are not shown.
_MOST = 3

CHECK = Check("CMP101", "unknown-token", Severity.ERROR)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check, one a cell."""
    reported: set[str] = set()
    for component, cell, problem in problems(inspection.site, ProblemKind.UNKNOWN_TOKEN):
        # Behind the first thing that is not understood, the rest of a cell rarely makes sense.
        if cell.anchor in reported:
            continue
        reported.add(cell.anchor)
        readings = " or ".join(f"'{reading}'" for reading in problem.readings)
        yield CHECK.finding(
            cell.place_of(problem.start, problem.end),
            f"'{problem.text}' under {component.name} is not understood: "
            f"expected {problem.expected}",
            f"It could mean {readings}; write the one that is meant."
            if readings
            else "Write versions here, such as '3.2', '3.3 ➜ 4.1' or '5.0 ➜ latest'; "
            "what is no version belongs in a footnote.",
        )
    yield from CHECK.flaws(inspection.site, FlawKind.UNREAD_ITEM)
    for _, table in inspection.site.tables():
        yield from _unknown_marks(table)


def _unknown_marks(table: Table) -> Iterator[Diagnostic]:
    """Yield a finding for each mark of a table that means nothing known."""
    cells: dict[str, list[Cell]] = {}
    for cell in table.cells():
        if cell.mark is not None and cell.mark.text and cell.mark.verdict is None:
            cells.setdefault(cell.mark.text, []).append(cell)
    for text, (first, *others) in cells.items():
        more = f", here and in {len(others)} other cells," if len(others) > 1 else ""
        more = ", here and in another cell," if len(others) == 1 else more
        yield CHECK.finding(
            first.place,
            f"the mark '{text}'{more} has no meaning that is known, so its cells say nothing",
            f"Say it in the front matter, such as 'marks: {{\"{text}\": partial}}', or explain it "
            "on the page in a paragraph that begins with the mark.",
            tuple(Related(cell.place, f"'{text}' stands here too") for cell in others[:_MOST]),
        )
