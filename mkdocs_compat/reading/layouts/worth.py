"""Columns of marks beside versions: whether a row works, or only whether it is still maintained."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_compat.model.site import Flaw, FlawKind
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.reading.columns import Column
from mkdocs_compat.reading.grid import Grid
from mkdocs_compat.reading.layouts.reading import Context
from mkdocs_compat.reading.plain import plain
from mkdocs_compat.reading.roles import Role, date_role, is_status
from mkdocs_compat.source import Place

# Headers that can only be about the row, and not about the life of its subject.
_SAYS_WORTH = re.compile(r"(?:compatib(?:le|ility)|works|verdict)\b\W*", re.IGNORECASE)
_OF_LIFE = re.compile(
    r"\b(?:end[- ]of[- ](?:life|support)|eo[ls]|unmaintained|retired|ended|deprecated|since)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Worth:
    """What the columns of marks of a table say of its rows.

    Attributes:
        column: The column that says what each row is worth; None where there is none.
        doubtful: The places of rows that may not work, among the rows of the table.
        flaws: What is doubtful.
    """

    column: Column | None = None
    doubtful: frozenset[int] = frozenset()
    flaws: tuple[Flaw, ...] = ()


def worth_of(grid: Grid, columns: Sequence[Column], context: Context) -> Worth:
    """Return what undeclared columns such as *Compatible* and *Supported* say.

    A column that says different things of one version of the subject is about what goes with it.
    Where each has one row, *not supported* may as well be said of that version alone: then such
    rows are not read, unless a column beside it says when lives end.

    Args:
        grid: The table.
        columns: The columns that take part, the subject's first.
        context: What is known of the page.
    """
    subject, *others = columns
    for index in _statuses(grid, context):
        cell = grid.header[index]
        text = plain(cell.raw)
        said: dict[str, set[Verdict]] = {}
        doubtful = set()
        for place, row in enumerate(grid.rows):
            mark = context.marks.read(row[index].raw)
            if mark.verdict is not None:
                said.setdefault(plain(row[subject.index].raw), set()).add(mark.verdict)
            lists = any(plain(row[column.index].raw).strip("-–— ") for column in others)
            denied = mark.verdict is Verdict.INCOMPATIBLE and not _is_of_life(mark.text, text)
            if denied and lists:
                doubtful.add(place)
        if _SAYS_WORTH.fullmatch(text) or any(len(verdicts) > 1 for verdicts in said.values()):
            return Worth(
                Column(index, text, cell.place, (), is_declared=False, cell=cell, role=Role.MARK)
            )
        if doubtful and not any(date_role(each.raw) is Role.END_OF_LIFE for each in grid.header):
            flaw = _unclear(text, len(doubtful), cell.place)
            return Worth(doubtful=frozenset(doubtful), flaws=(flaw,))
    return Worth()


def _is_of_life(mark: str, header: str) -> bool:
    """Tell whether a mark is about how long something is maintained: a status *unsupported* is."""
    is_status_of_life = mark.casefold() == "unsupported" and "status" in header.casefold()
    return is_status_of_life or _OF_LIFE.search(mark) is not None


def _statuses(grid: Grid, context: Context) -> Iterator[int]:
    """Yield the columns of marks whose headers announce whether something works."""
    for index, cell in enumerate(grid.header):
        if not is_status(cell.raw) or context.headers.declared_of(cell.raw) is not None:
            continue
        if any(context.marks.read(raw).verdict for raw in grid.texts(index)):
            yield index


def _unclear(text: str, count: int, place: Place) -> Flaw:
    rows = "the row that it denies is" if count == 1 else f"the {count} rows that it denies are"
    return Flaw(
        FlawKind.AMBIGUOUS_HEADER,
        place,
        f"the column '{text}' may say whether a row works, or only whether its version is still "
        f"maintained; {rows} not read",
        f'Say which under compat.columns: "{text}": {{as: mark}}, or "{text}": false.',
        loses=True,
    )
