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
    UNLISTED = "unlisted"
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
    statements = _of_alternatives(_statements(relation, rows, other))
    speaking = tuple(statement for statement in statements if statement.verdict is not None)
    excluding = tuple(each for each in speaking if each.verdict is Verdict.INCOMPATIBLE)
    listing = tuple(each for each in speaking if each.verdict is not Verdict.INCOMPATIBLE)
    if listing and excluding:
        return TableAnswer(Verdict.CONFLICTING, lists=True, statements=speaking)
    if excluding:
        listed = tuple(each for each in excluding if each.ground is Ground.LISTED)
        return TableAnswer(Verdict.INCOMPATIBLE, bool(listed), listed or excluding)
    if not listing:
        if not rows:
            statements = (Statement(relation.table, None, None, Ground.UNCOVERED, None),)
        return TableAnswer(None, lists=False, statements=statements)
    verdict = best(statement.verdict for statement in listing if statement.verdict is not None)
    deciding = tuple(statement for statement in listing if statement.verdict is verdict)
    return TableAnswer(verdict, lists=True, statements=deciding)


def _statements(relation: Relation, rows: Sequence[Row], other: Cut) -> tuple[Statement, ...]:
    found: list[Statement] = []
    for row in rows:
        cells = row.cells_of(relation.other)
        said = [(cell, *_says(relation.table, cell, other)) for cell in cells]
        found += (
            Statement(relation.table, row, cell, ground, verdict)
            for cell, ground, verdict in _telling(said)
        )
    return tuple(found)


def _of_alternatives(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Leave out what rows only exclude where an alternative to them allows it.

    Rows of one subject are alternatives, as in a list of pairs.
    """
    listing = [each for each in statements if each.verdict not in (None, Verdict.INCOMPATIBLE)]
    if not listing or len(listing) == len(statements):
        return statements
    return tuple(
        each
        for each in statements
        if each.ground is not Ground.EXCLUDED
        or not any(_are_alternatives(each.row, other.row) for other in listing)
    )


def _are_alternatives(one: Row | None, other: Row | None) -> bool:
    return one is not None and other is not None and one.is_alternative_to(other)


def _telling(
    said: list[tuple[Cell, Ground, Verdict | None]],
) -> list[tuple[Cell, Ground, Verdict | None]]:
    """Return what counts of what the cells of a row say about one version.

    Cells that name other versions say nothing beside one that names this one, nor does a cell
    beside one that names less (`1.x` beside `1.20`).
    """
    if len(said) < 2:
        return said
    naming = [each for each in said if each[1] not in _NAMING_OTHERS]
    if not naming:
        return said[:1]
    return [one for one in naming if not any(_is_narrower(each[0], one[0]) for each in naming)]


_NAMING_OTHERS = (Ground.EXCLUDED, Ground.UNLISTED)


def _is_narrower(cell: Cell, than: Cell) -> bool:
    if cell.range is None or than.range is None or cell.range.inside == than.range.inside:
        return False
    return cell.range.inside.is_subset(than.range.inside)


def _says(table: Table, cell: Cell, position: Cut) -> tuple[Ground, Verdict | None]:
    if cell.range is None:
        return _blank(table) if cell.is_blank else (Ground.UNREAD, None)
    match cell.range.membership(position):
        case Membership.INSIDE if cell.is_blank:
            return _blank(table)
        case Membership.INSIDE:
            worth = table.worth(cell)
            return (Ground.UNREAD if worth is None else Ground.LISTED), worth
        case Membership.PRERELEASE:
            return Ground.PRERELEASE, None
        case _ if table.verdict is Verdict.INCOMPATIBLE:
            # A table of what does not work says nothing about the rest.
            return Ground.EXCLUDED, None
        case _:
            return (
                (Ground.EXCLUDED, Verdict.INCOMPATIBLE) if table.closed else (Ground.UNLISTED, None)
            )


def _blank(table: Table) -> tuple[Ground, Verdict | None]:
    return Ground.BLANK, None if table.blank is Verdict.UNSTATED else table.blank
