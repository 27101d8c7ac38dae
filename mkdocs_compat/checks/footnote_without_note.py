"""Finds footnote marks in cells that nothing on the page explains.

Why: the mark says that the cell holds only with a limit, and the reader never learns which.

Fix: write a footnote, or begin a paragraph or heading with the same mark; or take the mark out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_compat.checks.cells import cells
from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Severity

CHECK = Check("CMP107", "footnote-without-note", Severity.WARNING)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for _, cell in cells(inspection.site):
        for mark in cell.notation.marks:
            if mark.text in cell.unexplained:
                written = cell.raw[mark.start : mark.end]
                yield CHECK.finding(
                    cell.place_of(mark.start, mark.end),
                    f"nothing on the page explains the mark '{written}' of '{cell.text}'",
                    f"{_how_to_explain(written)}, or take the mark out.",
                )
        if cell.mark is not None:
            found = {mark.text for mark in cell.notation.marks}
            # Behind marks such as ✓ they have no places of their own.
            for text in dict.fromkeys(each for each in cell.unexplained if each not in found):
                written = _written(text)
                yield CHECK.finding(
                    cell.place,
                    f"nothing on the page explains the mark '{written}' of '{cell.mark.text}'",
                    f"{_how_to_explain(written)}, or take the mark out.",
                )


def _written(text: str) -> str:
    """Return a mark as authors write it."""
    if text.startswith("^"):
        return f"[{text}]"
    return f"<sup>{text}</sup>" if text.isalnum() else text


def _how_to_explain(mark: str) -> str:
    if mark.startswith("[^"):
        return f"Write the footnote, '{mark}: ...'"
    # A plain star at the beginning of a line would make a list.
    beginning = re.sub(r"(?<!\\)\*", r"\\*", mark)
    return f"Begin a paragraph below the table with '{beginning}' and say what it means"
