"""Versions of the subject down, a component in each column, its versions in the cells."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mkdocs_compat.model.site import Flaw, FlawKind
from mkdocs_compat.reading.columns import Column, UnreadColumn
from mkdocs_compat.reading.component_names import component_name
from mkdocs_compat.reading.drafts import DraftCell
from mkdocs_compat.reading.grid import Grid, GridCell
from mkdocs_compat.reading.layout import Layout
from mkdocs_compat.reading.layouts.bounds import joined
from mkdocs_compat.reading.layouts.demanded import demanded, either_way
from mkdocs_compat.reading.layouts.parted import Parted, parted
from mkdocs_compat.reading.layouts.reading import Context, ReadTable, Unread
from mkdocs_compat.reading.layouts.worth import Worth, worth_of
from mkdocs_compat.reading.marks import MarkReader
from mkdocs_compat.reading.plain import identifier, plain
from mkdocs_compat.reading.roles import Role, tells_of_upgrades
from mkdocs_compat.reading.version_columns import holds_versions

TAKES_PART = (Role.VERSIONS, Role.FROM, Role.TO)


def read_rows(grid: Grid, context: Context) -> ReadTable | Unread:
    """Read a table whose rows are about versions of the subject."""
    upgrade = _upgrade(grid, context)
    if upgrade is not None:
        return Unread((upgrade,))
    header = context.headers.read(grid)
    spoken = [column for column in header.columns if column.role in TAKES_PART]
    columns, misplaced = _subject_first(spoken, context.subject, grid)
    if context.subject is None and columns and _is_single_bound(columns[0], columns):
        whole = [column for column in columns if not _is_single_bound(column, columns)]
        if len(whole) != 1:
            return Unread((_bound_of_what(columns[0]),) if len(columns) > 1 else ())
        # `Minimum Kubernetes | Operator`: the bound is of what goes with the other.
        columns.sort(key=lambda column: column is not whole[0])
    if not _takes_part(columns, grid, context):
        # What is refused is said where it may be the reason why the table is not read.
        return Unread(tuple(header.refused) if len(columns) + len(header.refused) > 1 else ())
    extra = {column.role: column for column in header.columns if column.role not in TAKES_PART}
    divided = parted(columns, grid.rows, context.headers)
    joint = list(merged(divided.columns))
    if len(joint) < 2:
        return Unread(tuple(header.refused))
    worth = worth_of(grid, columns, context) if Role.MARK not in extra else Worth()
    if worth.column is not None:
        extra[Role.MARK] = worth.column
    reader = RowReader(joint, extra, divided, context.marks, header.unread)
    lowest = demanded([first for first, _ in joint[1:]], grid, context.heading)
    rows = tuple(
        _with_later(reader.with_asides(row, reader.cells(row)), joint, lowest)
        for place, row in enumerate(grid.rows)
        if place not in worth.doubtful
    )
    flaws = (*header.flaws, *header.refused, *misplaced, *divided.flaws, *worth.flaws)
    if not rows:
        return Unread(flaws)
    flaws = (*flaws, *map(either_way, lowest))
    heads, ends = [titled(first) for first, _ in joint], [last for _, last in joint if last]
    return ReadTable(heads, rows, Layout.ROWS, flaws, ends=ends)


def _with_later(
    cells: Sequence[DraftCell],
    joint: Sequence[tuple[Column, Column | None]],
    lowest: Collection[Column],
) -> tuple[DraftCell, ...]:
    """Return the cells of a row, those of some columns perhaps the lowest versions of more."""
    return tuple(
        cell._replace(or_later=True) if first in lowest else cell
        for cell, (first, _) in zip(cells, joint, strict=True)
    )


def _upgrade(grid: Grid, context: Context) -> Flaw | None:
    """Return what is wrong with a table of upgrades: it does not say what works together."""
    spoken = [cell for cell in grid.header if holds_versions(grid.texts(cell.column))]
    if any(context.headers.declared_of(cell.raw) is not None for cell in spoken):
        return None
    if not tells_of_upgrades([cell.raw for cell in spoken]):
        return None
    return Flaw(
        FlawKind.AMBIGUOUS_HEADER,
        grid.place,
        "this table seems to tell from which version to upgrade to which other one, and not what "
        "works together; it is not read",
        "Write upgrades into the front matter, under compat.upgrade; leave the table alone with "
        "'skip: true' under compat.tables; or name the components under compat.columns.",
    )


def titled(column: Column) -> Column:
    """Return a column as readers see it: both ends of a range under their component's name."""
    return column if column.role is Role.VERSIONS else replace(column, text=column.names[0][1])


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads rows of a table whose columns hold versions of a component each.

    Attributes:
        columns: The columns that take part, each with the one that gives the other end of a range.
        asides: The other columns by what they hold.
        divided: The cells of columns that several components share.
        marks: What marks mean.
        unread: Columns that hold versions and are not read.
    """

    columns: Sequence[tuple[Column, Column | None]]
    asides: Mapping[Role, Column]
    divided: Parted
    marks: MarkReader
    unread: Sequence[UnreadColumn] = ()

    def cells(self, row: Sequence[GridCell]) -> list[DraftCell]:
        """Return the cells of a row that hold versions."""
        subject, *others = self.columns
        return [
            self._cell(row, *subject),
            *(
                self._cell(row, *columns)._replace(beside=self._beside(row, columns[0]))
                for columns in others
            ),
        ]

    def with_asides(
        self, row: Sequence[GridCell], cells: Sequence[DraftCell]
    ) -> tuple[DraftCell, ...]:
        """Return cells of a row, the subject's first, with its note and what it is worth."""
        subject, *others = cells
        note = self.asides.get(Role.NOTE)
        if note is not None and (text := plain(row[note.index].raw)):
            subject = subject._replace(notes=(text,))
        status = self.asides.get(Role.MARK)
        if status is not None:
            mark = self.marks.read(row[status.index].raw)
            others = [cell._replace(mark=mark) for cell in others]
        return (subject, *others)

    def _beside(self, row: Sequence[GridCell], column: Column) -> tuple[str, ...]:
        return tuple(
            raw
            for each in self.unread
            if each.may_be_about(column.components) and (raw := row[each.index].raw).strip()
        )

    def _cell(self, row: Sequence[GridCell], first: Column, second: Column | None) -> DraftCell:
        cell = row[first.index]
        cell = self.divided.cells.get((cell.row, cell.column, first.components[0]), cell)
        if first.role is Role.VERSIONS:
            return DraftCell(cell.raw, cell, cell.exact)
        low, high = (first, second) if first.role is Role.FROM else (second, first)
        return joined(row[low.index] if low else None, row[high.index] if high else None)


def merged(columns: Sequence[Column]) -> Iterator[tuple[Column, Column | None]]:
    """Yield the columns, the two ends of a component's range together."""
    taken: set[tuple[int, tuple[str, ...]]] = set()
    for column in columns:
        if (column.index, column.components) in taken:
            continue
        other = None
        if column.role is not Role.VERSIONS:
            wanted = Role.TO if column.role is Role.FROM else Role.FROM
            other = next(
                (
                    each
                    for each in columns
                    if each.role is wanted and each.components == column.components
                ),
                None,
            )
        taken |= {(each.index, each.components) for each in (column, other) if each is not None}
        yield column, other


def _subject_first(
    columns: list[Column], wanted: str | None, grid: Grid
) -> tuple[list[Column], list[Flaw]]:
    if wanted is None:
        return columns, []
    subject = next((column for column in columns if wanted in column.components), None)
    if subject is None and columns and not identifier(component_name(columns[0].cell.raw)):
        # "Version", and of what the author says.
        return [replace(columns[0], names=((wanted, wanted),)), *columns[1:]], []
    if subject is None:
        help_ = "Correct 'subject', or say under compat.columns which header names it."
        message = f"no header of this table names the subject '{wanted}'"
        return columns, [Flaw(FlawKind.AMBIGUOUS_HEADER, grid.place, message, help_)]
    return [subject, *(column for column in columns if column is not subject)], []


def _is_single_bound(column: Column, columns: Sequence[Column]) -> bool:
    """Tell whether a column gives one end of a range whose other end no column gives."""
    if column.role is Role.VERSIONS or column.is_declared:
        return False
    return all(
        each is column or each.components != column.components or each.role is Role.VERSIONS
        for each in columns
    )


def _bound_of_what(column: Column) -> Flaw:
    return Flaw(
        FlawKind.AMBIGUOUS_HEADER,
        column.place,
        f"the first column, '{column.text}', gives one end of a range, and no other one says for "
        "which versions of what it holds",
        "Put the versions that the rows are about first, or name their component with 'subject'.",
    )


def _takes_part(columns: list[Column], grid: Grid, context: Context) -> bool:
    """A table takes part when its subject column and another one hold versions, or should."""
    if len(columns) < 2 or not grid.rows:
        return False
    bounds = [column.index for column in columns if _is_single_bound(column, columns)]
    if context.subject is None and not _begins(columns[0], bounds, grid, context):
        return False
    return all(
        any(
            column.is_declared or holds_versions(grid.texts(column.index), column.text)
            for column in some
        )
        for some in (columns[:1], columns[1:])
    )


def _begins(column: Column, bounds: Collection[int], grid: Grid, context: Context) -> bool:
    """Tell whether a column is the first, but for columns of marks, of bounds and row numbers."""
    return all(
        index in bounds
        or all(_is_aside(cell, row, context) for row, cell in enumerate(grid.texts(index), 1))
        for index in range(column.index)
    )


def _is_aside(raw: str, row: int, context: Context) -> bool:
    text = plain(raw)
    if text.rstrip(".") == str(row) or context.marks.knows(raw):
        return True
    return not any(character.isalnum() for character in text)
