"""What the subject needs, whichever of its versions runs: no column says of which a row speaks.

Such are the tables of requirements and of what was tested, each row one more that works.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.model.site import Flaw, FlawKind
from mkdocs_compat.reading.columns import Column
from mkdocs_compat.reading.drafts import DraftCell
from mkdocs_compat.reading.grid import Grid
from mkdocs_compat.reading.layout import Layout
from mkdocs_compat.reading.layouts.parted import parted
from mkdocs_compat.reading.layouts.reading import Context, ReadTable, Unread
from mkdocs_compat.reading.layouts.rows import TAKES_PART, RowReader, merged, titled
from mkdocs_compat.reading.plain import plain, slug
from mkdocs_compat.reading.roles import Role, is_status
from mkdocs_compat.reading.version_columns import holds_versions

_ALL = "*"
# No column of the table.
_NOWHERE = -1


def read_requirements(grid: Grid, context: Context) -> ReadTable | Unread:
    """Read a table whose rows are about all versions of the subject."""
    header = context.headers.read(grid)
    name = context.subject or context.headers.page_name
    subject = (context.subject or slug(name) or "subject", name)
    columns = [
        column
        for column in header.columns
        if column.role in TAKES_PART
        and subject[0] not in column.components
        and (column.is_declared or holds_versions(grid.texts(column.index)))
    ]
    if not columns:
        return Unread((_nothing(grid), *header.refused))
    first = grid.header[0]
    whose = Column(_NOWHERE, name, first.place, (subject,), is_declared=True, cell=first)
    asides = {column.role: column for column in header.columns if column.role not in TAKES_PART}
    status = next(_statuses(grid, context), None)
    if status is not None:
        asides.setdefault(Role.MARK, status)
    divided = parted(columns, grid.rows, context.headers)
    joint = list(merged(divided.columns))
    reader = RowReader(joint, asides, divided, context.marks)
    rows = tuple(
        # The subject's cell is the row's first, so that reasons lead there.
        reader.with_asides(row, [DraftCell(_ALL, row[0], exact=False), *reader.cells(row)])
        for row in grid.rows
    )
    flaws = (*header.flaws, *header.refused, *divided.flaws)
    heads = [whose, *(titled(column) for column, _ in joint)]
    ends = [last for _, last in joint if last is not None]
    # What was tested excludes nothing, and what is below a minimum does not work.
    are_bounds = all(column.role is not Role.VERSIONS for column, _ in joint)
    return ReadTable(heads, rows, Layout.REQUIREMENTS, flaws, closed=are_bounds, ends=ends)


def _statuses(grid: Grid, context: Context) -> Iterator[Column]:
    """Yield the columns that say what rows are worth."""
    for index, cell in enumerate(grid.header):
        texts = grid.texts(index)
        if is_status(cell.raw) and any(context.marks.read(raw).verdict for raw in texts):
            text = plain(cell.raw)
            yield Column(index, text, cell.place, (), is_declared=False, cell=cell, role=Role.MARK)


def _nothing(grid: Grid) -> Flaw:
    message = "this table is to be read as requirements, but no column of it holds versions"
    help_ = "Say under compat.columns what they name, or take 'layout' out."
    return Flaw(FlawKind.AMBIGUOUS_HEADER, grid.place, message, help_)
