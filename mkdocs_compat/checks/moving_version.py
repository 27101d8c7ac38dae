"""Points out cells that name no release but something that moves: `main`, `nightly`, `TBD`.

Why: what such a name stands for changes from day to day, so its row or cell answers nothing. That
is often meant, so it is said and not held against the table.

Fix: nothing, if it is meant; else write the versions, or `3.2 ➜ latest` where all from 3.2 on work.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.checks.cells import cells
from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Severity

CHECK = Check("CMP115", "moving-version", Severity.INFO)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check, one a cell."""
    for component, cell in cells(inspection.site):
        moving = cell.notation.moving
        if not moving or cell.notation.problems:
            continue
        names = " and ".join(f"'{each.text}'" for each in moving)
        stand = "stands" if len(moving) == 1 else "stand"
        what = "this cell answers nothing" if cell.range is None else "only its versions answer"
        yield CHECK.finding(
            cell.place_of(moving[0].start, moving[-1].end),
            f"{names} under {component.name} {stand} for no release: {what}",
            "Nothing is to be done if that is meant; a range without an end is written "
            "'3.2 ➜ latest'.",
        )
