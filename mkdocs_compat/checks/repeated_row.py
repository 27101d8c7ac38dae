"""Finds rows that cover the same versions as another row and say nothing else.

Why: a copy does no harm until only one of the two is edited.

Fix: take one of them out.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.checks.row_pairs import Meeting
from mkdocs_compat.diagnostics import Diagnostic, Severity

CHECK = Check("CMP204", "repeated-row", Severity.INFO)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for pair in inspection.row_pairs:
        if pair.meeting is Meeting.SAME and pair.is_repetition:
            yield CHECK.finding(
                pair.second.subject.place,
                f"this row says what the row '{pair.first.subject.text}' above says already",
                "Take one of the two rows out.",
                pair.related(),
            )
