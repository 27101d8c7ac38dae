"""Finds what looks like a table in the file and is none on the page.

Why: Its rows end up as a paragraph full of pipes, and nothing in them is checked.

Fix: Put a blank line above it and a line of dashes under its header.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.model.site import FlawKind

CHECK = Check("CMP110", "unrecognised-table", Severity.WARNING)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    return CHECK.flaws(inspection.site, FlawKind.UNRECOGNISED_TABLE)
