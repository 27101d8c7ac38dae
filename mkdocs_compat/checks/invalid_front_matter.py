"""Finds front matter, or a shared data file, that does not fit its form.

Why: MkDocs drops YAML that it cannot read without a word; then the page quietly loses its checker.

Fix: Correct the key or value named; the message knows the nearest right one.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.model.site import FlawKind

CHECK = Check("CMP109", "invalid-front-matter", Severity.ERROR)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    return CHECK.flaws(inspection.site, FlawKind.INVALID_FRONT_MATTER)
