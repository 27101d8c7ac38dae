"""Finds headers that name a component which another column of the table names already.

Why: Only one of the two columns can be meant, so the second is not read.

Fix: Give each component one column, or set the header to `false` under `compat.columns`.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.model.site import FlawKind

CHECK = Check("CMP105", "duplicate-header", Severity.WARNING)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    return CHECK.flaws(inspection.site, FlawKind.DUPLICATE_HEADER)
