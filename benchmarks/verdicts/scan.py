"""The peer: answers by reading every row of a table. It only says yes or no, without reasons."""

from __future__ import annotations

from model import SCHEME, SUBJECT, Question

from mkdocs_compat.model.table import Table


def scan(table: Table, question: Question) -> bool:
    """Tell whether each version asked about stands in a row with the subject's."""
    subject = SCHEME.extent(question[SUBJECT][0]).start
    return all(
        any(
            row.subject.range is not None
            and row.subject.range.inside.contains(subject)
            and (cell := row.cell_of(component)) is not None
            and cell.range is not None
            and cell.range.inside.contains(SCHEME.extent(texts[0]).start)
            for row in table.rows
        )
        for component, texts in question.items()
        if component != SUBJECT
    )
