"""Finds rows of one table that cover some of the same versions and agree about them.

Why: nothing is wrong yet, but the next edit of one of the rows makes the table contradict itself.

Fix: make the rows cover different versions.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.checks.row_pairs import Meeting
from mkdocs_compat.diagnostics import Diagnostic, Severity

CHECK = Check("CMP203", "overlapping-rows", Severity.WARNING)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for pair in inspection.row_pairs:
        if pair.meeting is Meeting.OVERLAP and not pair.disagreements:
            yield CHECK.finding(
                pair.place,
                f"this row and the row '{pair.first.subject.text}' both cover {pair.name}; "
                "they agree about it",
                f"Let only one of the two rows cover {pair.name}.",
                pair.related(),
            )
