"""Finds text in a version cell that is neither a version nor a known word or sign.

Why: what is merely swallowed could mean anything; a reader's answer must not rest on a guess.

Fix: write one of the readings named, or move prose into a footnote or into another column.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.checks.cells import problems
from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.ranges.notation import ProblemKind

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
