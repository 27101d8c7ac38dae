"""Finds rows of one table that cover the same versions and list different ones beside them.

Why: the table contradicts itself; readers of those versions get the verdict "conflicting".

Where both rows have the very same subject, its author may have meant two combinations, and it is a
warning.

Fix: make the rows cover different versions, or list the same. A row that lies wholly inside another
one is no mistake: it is an exception to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.checks.row_pairs import Meeting
from mkdocs_compat.diagnostics import Diagnostic, Severity

CHECK = Check("CMP201", "conflicting-rows", Severity.ERROR)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for pair in inspection.row_pairs:
        if pair.disagreements and pair.meeting in (Meeting.SAME, Meeting.OVERLAP):
            help_ = f"Let only one of the two rows cover {pair.name}, or let both list the same."
            # Rows with the very same subject are mostly meant as alternatives.
            is_alternative = pair.meeting is Meeting.SAME
            if is_alternative:
                help_ = (
                    "If each row is a combination of its own, say 'together: true' for the table; "
                    "else write into one row what works."
                )
            if pair.first.subject.anchor == pair.second.subject.anchor:
                _, one, other = pair.disagreements[0]
                help_ = f"Write what works with it into one cell: '{one.text}, {other.text}'."
            yield CHECK.finding(
                pair.place,
                f"this row and the row '{pair.first.subject.text}' both cover {pair.name}, "
                f"and they disagree {pair.quarrel()}",
                help_,
                pair.related(),
                Severity.WARNING if is_alternative else None,
            )
