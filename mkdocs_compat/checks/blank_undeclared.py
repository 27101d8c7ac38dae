"""Finds blank cells whose meaning nobody declared.

Why: a blank can mean "not supported", "not tested" or "does not apply"; readers take their pick.

Fix: say under `compat` what it means, with `blank: unstated` (or another verdict), for the page or
for one table.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Related, Severity
from mkdocs_compat.model.table import Row, Table

CHECK = Check("CMP108", "blank-undeclared", Severity.WARNING)

# More places than this are counted, not listed.
_MOST_PLACES = 10


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check: one a table, and one for each row without a subject."""
    for _, table in inspection.site.tables():
        yield from _blank_subjects(table)
        if table.blank is not None:
            continue
        blanks = [
            (row, header.text, cell)
            for row in table.rows
            for header, cell in zip(table.headers[1:], row.cells, strict=True)
            if cell.is_blank
        ]
        if not blanks:
            continue
        row, header, cell = blanks[0]
        others = len(blanks) - 1
        more = f", and so {'is 1 other' if others == 1 else f'are {others} others'}"
        yield CHECK.finding(
            cell.place,
            f"the {header} cell of {_row_name(table, row)} is blank{more if others else ''}, "
            "and nothing says what that means",
            "Say in the front matter, under 'compat', what it stands for: 'blank: unstated', or "
            "another verdict.",
            tuple(
                Related(cell.place, f"the {header} cell of {_row_name(table, row)}")
                for row, header, cell in blanks[1:_MOST_PLACES]
            ),
        )


def _blank_subjects(table: Table) -> Iterator[Diagnostic]:
    for row in table.rows:
        if row.subject.notation.blank:
            yield CHECK.finding(
                row.subject.place,
                f"this row names no version of {table.headers[0].text}, so it says nothing",
                "Write the versions that the row is about into its first cell.",
            )


def _row_name(table: Table, row: Row) -> str:
    return f"{table.headers[0].text} {row.subject.text}".strip()
