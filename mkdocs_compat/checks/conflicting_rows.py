"""Finds rows of one table that cover the same versions and list different ones beside them.

Why: the table contradicts itself; readers of those versions get the verdict "conflicting".

Where both rows have the very same subject, each is read as an alternative. That is a remark where
several subjects of the table have several rows, and a warning where only one has: it may be a slip.

Fix: make the rows cover different versions, or list the same. A row that lies wholly inside another
one is no mistake: it is an exception to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.checks.row_pairs import Meeting, RowPair
from mkdocs_compat.diagnostics import Diagnostic, Severity

CHECK = Check("CMP201", "conflicting-rows", Severity.ERROR)

_ALTERNATIVES = (
    "What any of them lists counts as working. If only whole rows work, say 'together: true' for "
    "the table"
)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    repeated = _repeated_subjects(inspection)
    told: set[tuple[str, str]] = set()
    for pair in inspection.row_pairs:
        if not pair.disagreements or pair.meeting not in (Meeting.SAME, Meeting.OVERLAP):
            continue
        table = pair.table.page, pair.table.id
        if pair.meeting is Meeting.SAME and len(repeated[table]) > 1:
            # A table of alternatives has many of them.
            if table not in told:
                told.add(table)
                yield _alternatives(pair, len(repeated[table]))
            continue
        help_ = f"Let only one of the two rows cover {pair.name}, or let both list the same."
        severity = None
        if pair.meeting is Meeting.SAME:
            severity = Severity.WARNING
            help_ = f"{_ALTERNATIVES}; if one of the two is a slip, correct it."
        if pair.first.subject.anchor == pair.second.subject.anchor:
            _, one, other = pair.disagreements[0]
            help_ = f"Write what works with it into one cell: '{one.text}, {other.text}'."
        yield CHECK.finding(
            pair.place,
            f"this row and the row '{pair.first.subject.text}' both cover {pair.name}, "
            f"and they disagree {pair.quarrel()}",
            help_,
            pair.related(),
            severity,
        )


def _alternatives(pair: RowPair, count: int) -> Diagnostic:
    """Return the remark that a table has several rows for many subjects."""
    return CHECK.finding(
        pair.place,
        f"{count} subjects of this table have several rows that disagree, {pair.name} among them; "
        "they are read as alternatives",
        f"{_ALTERNATIVES}.",
        pair.related(),
        Severity.INFO,
    )


def _repeated_subjects(inspection: Inspection) -> dict[tuple[str, str], set[str]]:
    """Return the subjects that several rows have and that they disagree on, by table."""
    found: dict[tuple[str, str], set[str]] = {}
    for pair in inspection.row_pairs:
        if pair.meeting is Meeting.SAME and pair.disagreements:
            found.setdefault((pair.table.page, pair.table.id), set()).add(pair.name)
    return found
