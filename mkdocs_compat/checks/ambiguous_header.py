"""Finds headers that name no component, seem to name several, or give one end of a range only.

Why: Whoever reads the table has to guess what its column is about.

Fix: Write the name, or say under `compat.columns` which components a header names.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.model.site import FlawKind

CHECK = Check("CMP104", "ambiguous-header", Severity.WARNING)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    return CHECK.flaws(inspection.site, FlawKind.AMBIGUOUS_HEADER)
