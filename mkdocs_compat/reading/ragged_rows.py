"""Finds rows with more or fewer cells than the header of their table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_compat.model.site import Flaw, FlawKind
from mkdocs_compat.reading.pipe_tables import SourceCell
from mkdocs_compat.reading.placing import PlacedTable
from mkdocs_compat.reading.plain import plain

# So many of the cells that get lost are named.
_MOST_NAMED = 8


def ragged_rows(placed: PlacedTable) -> Iterator[Flaw]:
    """Yield a flaw for each row that has not as many cells as the header."""
    if placed.source is None:
        return
    source = placed.file
    is_html = bool(placed.seen.markup)
    width = len(placed.seen.header)
    for row in placed.source.rows:
        if len(row) == width or not row:
            continue
        if len(row) > width and not any(plain(cell.text) for cell in row[width:]):
            continue
        help_ = "Give the row as many cells as the header"
        help_ += "." if is_html else "; write a pipe inside a cell as \\|."
        message = f"this row has {_count(row)} and its header {width}: "
        first, last = row[0], row[-1]
        if len(row) > width:
            first = row[width]
            lost = ", ".join(f"'{plain(cell.text)}'" for cell in row[width : width + _MOST_NAMED])
            lost += " and more" if len(row) > width + _MOST_NAMED else ""
            message += f"{lost} is not read" if is_html else f"the page does not show {lost}"
        elif is_html or "|" in source.line(source.position(first.offset)[0]):
            message += "the rest is blank"
        else:
            message = "the page shows this line as a row of the table above it"
            help_ = "Put a blank line between the table and the text below it."
        place = source.place(first.offset, last.offset + len(last.text))
        yield Flaw(FlawKind.RAGGED_ROW, place, message, help_, loses=len(row) > width)


def _count(row: Sequence[SourceCell]) -> str:
    return f"{len(row)} cell{'' if len(row) == 1 else 's'}"
