"""Finds notes below a table that explain a footnote mark which nothing on the page carries.

Why: the limit that the note tells belongs to some cell, and no answer tells it.

Fix: put the mark behind the version that the note is about, or take the note out.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.model.site import FlawKind

CHECK = Check("CMP117", "note-without-mark", Severity.WARNING)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    return CHECK.flaws(inspection.site, FlawKind.UNUSED_NOTE)
