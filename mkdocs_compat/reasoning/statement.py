"""What one table says about one version of its subject and one of another component."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from mkdocs_compat.model.table import Cell, Row, Table
from mkdocs_compat.model.verdict import Verdict, best
from mkdocs_compat.ranges.range import Membership
from mkdocs_compat.reasoning.coverage import Coverage
from mkdocs_compat.versions.scheme import Cut


class Ground(Enum):
    """How a table comes to what it says, or why it says nothing."""

    LISTED = "listed"
    EXCLUDED = "excluded"
    PARTLY = "partly"
    BLANK = "blank"
    PRERELEASE = "pre-release"
    UNREAD = "unread"
    UNCOVERED = "uncovered"


@dataclass(frozen=True, slots=True)
class Statement:
    """One fact with its place.

    Attributes:
        table: Where it stands.
        row: The row; None when no row covers the subject's version.
        cell: The cell; None without a row.
        ground: How it is meant.
        verdict: What it says; None when the row does not speak.
    """

    table: Table
    row: Row | None
    cell: Cell | None
    ground: Ground
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Relation:
    """A table as it relates its subject to one other component.

    Attributes:
        table: The table.
        coverage: Its rows by the versions of the subject.
        listing: Its rows by the versions of the other component that their cells list.
        subject: Id of the subject.
        other: Id of the other component.
    """

    table: Table
    coverage: Coverage
    listing: Coverage
    subject: str
    other: str


@dataclass(frozen=True, slots=True)
class TableAnswer:
    """What a table says as a whole.

    Attributes:
        verdict: None when it is silent.
        lists: Whether the verdict stands in a cell, and not only follows from one.
        statements: Those that decided.
    """

    verdict: Verdict | None
    lists: bool
    statements: tuple[Statement, ...]


def table_answer(relation: Relation, subject: Cut, other: Cut) -> TableAnswer:
    """Return what a table says of the versions at two positions (design, section 4)."""
    rows = relation.coverage.speaking(subject)
    statements = _statements(relation, rows, other)
    speaking = tuple(statement for statement in statements if statement.verdict is not None)
    excluding = tuple(statement for statement in speaking if _excludes(statement))
    listing = tuple(statement for statement in speaking if not _excludes(statement))
    if listing and excluding:
        return TableAnswer(Verdict.CONFLICTING, lists=True, statements=speaking)
    if excluding:
        return TableAnswer(Verdict.INCOMPATIBLE, lists=False, statements=excluding)
    if not listing:
        if not rows:
            statements = (Statement(relation.table, None, None, Ground.UNCOVERED, None),)
        return TableAnswer(None, lists=False, statements=statements)
    verdict = best(statement.verdict for statement in listing if statement.verdict is not None)
    deciding = tuple(statement for statement in listing if statement.verdict is verdict)
    return TableAnswer(verdict, lists=True, statements=deciding)


def _statements(relation: Relation, rows: Sequence[Row], other: Cut) -> tuple[Statement, ...]:
    found = []
    for row in rows:
        cell = row.cell_of(relation.other)
        if cell is not None:
            ground, verdict = _says(relation.table, cell, other)
            found.append(Statement(relation.table, row, cell, ground, verdict))
    return tuple(found)


def _says(table: Table, cell: Cell, position: Cut) -> tuple[Ground, Verdict | None]:
    if cell.notation.blank:
        silent = table.blank in (None, Verdict.UNSTATED)
        return Ground.BLANK, None if silent else table.blank
    if cell.range is None:
        return Ground.UNREAD, None
    match cell.range.membership(position):
        case Membership.INSIDE:
            return Ground.LISTED, table.verdict
        case Membership.PRERELEASE:
            return Ground.PRERELEASE, None
        case _:
            # A table of what does not work says nothing about the rest.
            is_open = table.verdict is Verdict.INCOMPATIBLE
            return Ground.EXCLUDED, None if is_open else Verdict.INCOMPATIBLE


def _excludes(statement: Statement) -> bool:
    return statement.ground is Ground.EXCLUDED or (
        statement.ground is Ground.BLANK and statement.verdict is Verdict.INCOMPATIBLE
    )
