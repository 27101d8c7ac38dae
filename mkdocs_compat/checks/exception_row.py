"""Points out rows whose versions lie wholly inside another row's: they are exceptions to it.

Why: for its versions the narrower row speaks alone. That is often meant (`3.5.1` beside `3.5`), and
sometimes a slip, so it is said and not held against the table.

Fix: nothing, if it is meant; else make the rows cover different versions.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.checks.row_pairs import Meeting, RowPair, covered
from mkdocs_compat.diagnostics import Diagnostic, Related, Severity
from mkdocs_compat.model.table import Row

CHECK = Check("CMP205", "exception-row", Severity.INFO)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for pair in inspection.row_pairs:
        if pair.meeting is Meeting.EXCEPTION:
            narrow, wide = _narrow_and_wide(pair)
            yield CHECK.finding(
                narrow.subject.place,
                f"the row '{narrow.subject.text}' is an exception to the row "
                f"'{wide.subject.text}': it alone speaks for {pair.name}",
                "Nothing is to be done if that is meant.",
                (Related(wide.subject.place, f"the wider row, '{wide.subject.text}'"),),
            )


def _narrow_and_wide(pair: RowPair) -> tuple[Row, Row]:
    rows = (pair.first, pair.second)
    return rows if covered(pair.first) == pair.shared else (rows[1], rows[0])
