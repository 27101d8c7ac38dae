"""Finds pages with `compat:` that hold no table of versions.

Why: The author expects a checker there and would get none.

Fix: Write the table, name its subject, or take `compat:` out.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.model.site import FlawKind

CHECK = Check("CMP111", "nothing-to-read", Severity.WARNING)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    return CHECK.flaws(inspection.site, FlawKind.NOTHING_TO_READ)
