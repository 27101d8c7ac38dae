"""A component, its versions and what they are worth in each row: one pair of versions a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_compat.model.site import Flaw, FlawKind
from mkdocs_compat.reading.columns import Column
from mkdocs_compat.reading.drafts import DraftCell
from mkdocs_compat.reading.grid import Grid, GridCell
from mkdocs_compat.reading.layout import Layout
from mkdocs_compat.reading.layouts.bounds import joined
from mkdocs_compat.reading.layouts.reading import Context, ReadTable, Unread
from mkdocs_compat.reading.marks import MarkReader
from mkdocs_compat.reading.plain import plain, slug
from mkdocs_compat.reading.roles import Role, bound_role, is_note, is_status, names_components
from mkdocs_compat.reading.version_columns import holds_versions, reads_as_versions

# All versions of the subject, where the table does not say of which it speaks.
_ALL = "*"


@dataclass(frozen=True, slots=True)
class _Parts:
    """The columns of a long table by what they hold; None where there is none."""

    component: int
    subject: int | None
    versions: int | None
    low: int | None
    high: int | None
    status: int | None
    note: int | None


def is_long(grid: Grid, marks: MarkReader) -> bool:
    """Tell whether a column names components, and columns beside it their ranges and worth."""
    found = [index for index, cell in enumerate(grid.header) if names_components(cell.raw)]
    if len(found) != 1 or holds_versions(grid.texts(found[0])):
        return False
    status = [index for index, cell in enumerate(grid.header) if is_status(plain(cell.raw))]
    # Else they tell of something else, such as how long it is maintained.
    has_worth = any(marks.read(raw).verdict for index in status for raw in grid.texts(index))
    return has_worth and any(
        reads_as_versions(cell.raw, grid.texts(index)) for index, cell in enumerate(grid.header)
    )


def read_long(grid: Grid, context: Context) -> list[ReadTable] | Unread:
    """Read a table of pairs: one table for each component that its rows name."""
    parts = _parts(grid, context)
    if isinstance(parts, Flaw):
        return Unread((parts,))
    by_component: dict[str, list[tuple[str, Sequence[GridCell]]]] = {}
    for row in grid.rows:
        id_, name = context.headers.identified(row[parts.component].raw)
        if id_:
            by_component.setdefault(id_, []).append((name, row))
    subject = _subject(grid, parts, context)
    tables = []
    for id_, rows in by_component.items():
        if id_ == subject[0]:
            continue
        at = next(i for i in (parts.versions, parts.low, parts.high) if i is not None)
        columns = [
            _column(grid.header[parts.subject or 0], (subject,)),
            _column(grid.header[at], ((id_, rows[0][0]),)),
        ]
        cells = tuple((_subject_cell(row, parts), _cell(row, parts, context)) for _, row in rows)
        tables.append(ReadTable(columns, cells, Layout.LONG, closed=False))
    return tables or Unread()


def _column(cell: GridCell, names: tuple[tuple[str, str], ...]) -> Column:
    return Column(cell.column, plain(cell.raw), cell.place, names, is_declared=True, cell=cell)


def _parts(grid: Grid, context: Context) -> _Parts | Flaw:
    """Find what each column holds: what the author says, else what the headers announce."""
    found: dict[Role, int] = {}
    subject: int | None = None
    for index, cell in enumerate(grid.header):
        said = context.headers.declared_of(cell.raw)
        role = said.role if said is not None else _role(grid, index)
        if said is not None and role is Role.VERSIONS and said.components:
            subject = index
        elif role is not None:
            found.setdefault(role, index)
    if subject is None and context.subject is not None:
        subject = next(
            (
                index
                for index, cell in enumerate(grid.header)
                if context.headers.identified(cell.raw)[0] == context.subject
            ),
            None,
        )
    if subject is not None and found.get(Role.VERSIONS) == subject:
        del found[Role.VERSIONS]
        for index in range(len(grid.header)):
            if index != subject and _role(grid, index) is Role.VERSIONS:
                found.setdefault(Role.VERSIONS, index)
    if Role.COMPONENT not in found or not found.keys() & {Role.VERSIONS, Role.FROM, Role.TO}:
        missing = "names of components" if Role.COMPONENT not in found else "their versions"
        return Flaw(
            FlawKind.AMBIGUOUS_HEADER,
            grid.place,
            f"this table is to be read row by row, but no column of it is known to hold {missing}",
            'Say under compat.columns what they hold, such as {"Library": {as: component}, '
            '"From": {as: from}}.',
        )
    return _Parts(
        found[Role.COMPONENT],
        subject,
        found.get(Role.VERSIONS),
        found.get(Role.FROM),
        found.get(Role.TO),
        found.get(Role.MARK),
        found.get(Role.NOTE),
    )


def _role(grid: Grid, index: int) -> Role | None:
    raw = grid.header[index].raw
    if names_components(raw) and not holds_versions(grid.texts(index)):
        return Role.COMPONENT
    if is_note(raw):
        return Role.NOTE
    if not reads_as_versions(raw, grid.texts(index)):
        return Role.MARK if is_status(raw) else None
    return bound_role(raw) or (Role.TO if plain(raw).casefold() == "to" else Role.VERSIONS)


def _subject(grid: Grid, parts: _Parts, context: Context) -> tuple[str, str]:
    if parts.subject is not None:
        raw = grid.header[parts.subject].raw
        said = context.headers.declared_of(raw)
        id_, name = context.headers.identified(raw)
        return (said.components[0] if said and said.components else id_), name
    name = context.headers.page_name
    return (context.subject or slug(name) or "subject"), (context.subject or name)


def _subject_cell(row: Sequence[GridCell], parts: _Parts) -> DraftCell:
    if parts.subject is not None:
        cell = row[parts.subject]
        return DraftCell(cell.raw, cell, cell.exact)
    return DraftCell(_ALL, row[parts.component], exact=False)


def _cell(row: Sequence[GridCell], parts: _Parts, context: Context) -> DraftCell:
    if parts.versions is not None:
        cell = row[parts.versions]
        found = DraftCell(cell.raw, cell, cell.exact)
    else:
        low, high = (row[i] if i is not None else None for i in (parts.low, parts.high))
        found = joined(low, high)
    if parts.status is not None:
        found = found._replace(mark=context.marks.read(row[parts.status].raw))
    if parts.note is not None and (text := plain(row[parts.note].raw)):
        found = found._replace(notes=(text,))
    return found
