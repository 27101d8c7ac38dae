"""Finds tables that list partial compatibility and do not say what the limit is.

Why: "works, but" without the "but" is of no use to anybody.

Fix: give the table a `note` in the front matter.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.model.verdict import Verdict

CHECK = Check("CMP207", "partial-without-note", Severity.WARNING)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for _, table in inspection.site.tables():
        if table.verdict is Verdict.PARTIAL and not table.note:
            yield CHECK.finding(
                table.place,
                f"the table '{table.title}' lists what works with a limit and does not say which",
                "Say the limit in the front matter, under 'compat': "
                f"'tables: {{{table.id}: {{note: ...}}}}'.",
            )
