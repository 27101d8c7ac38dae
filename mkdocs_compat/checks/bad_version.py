"""Finds versions that do not fit their component's scheme.

Why: a version outside the scheme has no place in its order, so nothing can be said about it.

Fix: correct the version, or say the right scheme under `compat.components`.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.checks.cells import problems
from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.ranges.notation import ProblemKind

CHECK = Check("CMP102", "bad-version", Severity.ERROR)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for component, cell, problem in problems(inspection.site, ProblemKind.BAD_VERSION):
        origin = "inferred from its other versions" if component.inferred else "as declared"
        yield CHECK.finding(
            cell.place_of(problem.start, problem.end),
            f"'{problem.text}' is no version of {component.name}, whose scheme is "
            f"{component.scheme.name} ({origin}): expected {problem.expected}",
            f"Correct the version, or name another scheme for '{component.id}' "
            "under compat.components.",
        )
