"""Settles what the versions of a table stand for that end in `.0`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from mkdocs_compat.model.component import Component
from mkdocs_compat.model.table import EXACT_ZEROS, LINE_ZEROS, Cell, Header, Row, Table
from mkdocs_compat.ranges.notation import Notation
from mkdocs_compat.ranges.notation.zeros import are_doubtful, with_doubts, with_lines
from mkdocs_compat.versions.scheme import Scheme


def with_zeros_settled(table: Table, components: Mapping[str, Component]) -> Table:
    """Return a table whose cells say as much as their author does of versions that end in `.0`.

    Without a word from the author they are those releases. But where a column has no others by
    themselves, they may be written for all of their lines, and the table does not exclude these.

    Args:
        table: The table.
        components: The components by id.
    """
    if table.zeros == EXACT_ZEROS:
        return table
    if table.zeros == LINE_ZEROS:
        return _read_again(table, range(-1, len(table.headers) - 1), with_lines, components)
    if not table.closed or table.together or any(header.cell for header in table.headers):
        return table
    doubtful = [
        at
        for at in range(len(table.headers) - 1)
        if are_doubtful(row.cells[at].notation for row in table.rows)
    ]
    return _read_again(table, doubtful, with_doubts, components) if doubtful else table


def _read_again(
    table: Table,
    columns: range | list[int],
    read: Callable[[Notation, Scheme], Notation],
    components: Mapping[str, Component],
) -> Table:
    """Return a table with some columns read again; the subject's column is -1."""

    def again(cell: Cell, at: int) -> Cell:
        if at not in columns or cell.range is None:
            return cell
        return cell._replace(notation=read(cell.notation, components[cell.components[0]].scheme))

    def head(header: Header, at: int) -> Header:
        return header if header.cell is None else replace(header, cell=again(header.cell, at))

    headers = tuple(head(header, at) for at, header in enumerate(table.headers, -1))

    def below(cell: Cell, at: int) -> Cell:
        # Marks are about the versions that their header names.
        across = headers[at + 1].cell
        if across is None or cell.mark is None:
            return again(cell, at)
        return cell._replace(notation=cell.notation._replace(range=across.range))

    return replace(
        table,
        headers=headers,
        rows=tuple(
            Row(again(row.subject, -1), tuple(below(cell, at) for at, cell in enumerate(row.cells)))
            for row in table.rows
        ),
    )
