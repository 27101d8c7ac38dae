"""Finds ranges whose first version is higher than their last.

Why: such a range holds no version at all, which nobody means.

Fix: swap the two, or correct the one that is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mkdocs_compat.checks.cells import problems
from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.fixing.mending import swap
from mkdocs_compat.ranges.notation import ProblemKind

CHECK = Check("CMP103", "reversed-range", Severity.ERROR)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for component, cell, problem in problems(inspection.site, ProblemKind.REVERSED_RANGE):
        finding = CHECK.finding(
            cell.place_of(problem.start, problem.end),
            f"the range '{problem.text}' of {component.name} runs backwards: "
            f"expected {problem.expected}",
            "Swap the two versions, or correct the one that is wrong.",
        )
        yield replace(finding, fixes=swap(component, cell, problem))
