"""Finds neighbouring rows of which one ends with the very line with which the other begins.

Why: `3.5 ➜ 2018.2` and `2018.2 ➜ 2018.12` both answer for 2018.2. Where they list different
versions, the page contradicts itself for that line (an error); where they agree, one is too many.

Fix: let one row end just before the line, or the other begin just after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.checks.row_pairs import Meeting
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.fixing.mending import part_rows

CHECK = Check("CMP202", "shared-boundary", Severity.ERROR)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for pair in inspection.row_pairs:
        if pair.meeting is not Meeting.BOUNDARY:
            continue
        end = f"and they disagree {pair.quarrel()}" if pair.disagreements else "and they agree"
        finding = CHECK.finding(
            pair.place,
            f"{pair.name} stands both in this row and at the end of the row "
            f"'{pair.first.subject.text}', {end}",
            f"Let only one of the two rows cover {pair.name}.",
            pair.related(),
            severity=None if pair.disagreements else Severity.WARNING,
        )
        fixes = part_rows(pair.subject, pair.first, pair.second, pair.shared, pair.mentions())
        yield replace(finding, fixes=fixes)
