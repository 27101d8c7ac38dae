"""Columns whose ranges all run from the newest version down to the oldest: `1.36.x - 1.33.x`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from mkdocs_compat.model.component import Component
from mkdocs_compat.model.table import Cell, Row, Table
from mkdocs_compat.ranges.notation import Notation, ProblemKind, read
from mkdocs_compat.versions.scheme import Scheme

# Two versions and what stands between them, as long as everything else of a cell.
_VERSION = r"v?[0-9]+(?:\.[0-9xX*]+)*"
_RANGE = re.compile(
    rf"(?P<high>{_VERSION})(?P<to>\s*[^\s\w.]{{1,3}}\s*|\s+to\s+)(?P<low>{_VERSION})"
)
# So many make a habit, and so few a slip.
_HABIT = 2
_ENDS = 2


def with_descending_ranges(table: Table, components: Mapping[str, Component]) -> Table:
    """Return a table in which ranges that run backwards are read, where all of a column do.

    A single one among others is a slip, and stays reported.

    Args:
        table: The table.
        components: The components by id.
    """
    columns = range(-1, len(table.headers) - 1)
    turned = {at: found for at in columns if (found := _turned(table, at, components))}
    if not turned:
        return table
    return replace(
        table,
        rows=tuple(
            Row(
                _again(row.subject, turned.get(-1, {})),
                tuple(_again(cell, turned.get(at, {})) for at, cell in enumerate(row.cells)),
            )
            for row in table.rows
        ),
    )


def _again(cell: Cell, turned: Mapping[str, Notation]) -> Cell:
    notation = turned.get(cell.raw)
    return cell if notation is None else cell._replace(notation=notation)


def _turned(table: Table, at: int, components: Mapping[str, Component]) -> dict[str, Notation]:
    """Return the ranges of a column by their text, if all of them run backwards."""
    cells = [row.subject if at < 0 else row.cells[at] for row in table.rows]
    found: dict[str, Notation] = {}
    for cell in cells:
        scheme = components[cell.components[0]].scheme
        if any(each.kind is ProblemKind.REVERSED_RANGE for each in cell.notation.problems):
            notation = _read_downwards(cell.raw, scheme)
            if notation is None:
                return {}
            found[cell.raw] = notation
        elif any(len(part.versions) > 1 for part in cell.notation.parts):
            return {}
    return found if len(found) >= _HABIT else {}


def _read_downwards(raw: str, scheme: Scheme) -> Notation | None:
    """Return a range read with its ends exchanged; None where that makes none."""
    match = _RANGE.fullmatch(raw)
    if match is None:
        return None
    notation = read(f"{match['low']}{match['to']}{match['high']}", scheme)
    is_read = not notation.problems and len(notation.parts) == 1
    return notation if is_read and len(notation.parts[0].versions) == _ENDS else None
