r"""Finds rows with more or fewer cells than their header.

Why: Python-Markdown silently drops the cells too many and makes up blank ones for those missing.

Fix: Give the row as many cells as the header; write a pipe inside a cell as `\|`.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.model.site import FlawKind

CHECK = Check("CMP106", "ragged-row", Severity.ERROR)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    return CHECK.flaws(inspection.site, FlawKind.RAGGED_ROW, when_lossless=Severity.WARNING)
