"""Tells how a table is laid out, unless its author says so, and reads it."""

from __future__ import annotations

from mkdocs_compat.reading.grid import Grid
from mkdocs_compat.reading.layout import Layout
from mkdocs_compat.reading.layouts.long import is_long, read_long
from mkdocs_compat.reading.layouts.matrix import is_matrix, read_matrix
from mkdocs_compat.reading.layouts.reading import Context, ReadTable, Unread
from mkdocs_compat.reading.layouts.releases import is_releases, read_releases
from mkdocs_compat.reading.layouts.requirements import read_requirements
from mkdocs_compat.reading.layouts.rows import read_rows
from mkdocs_compat.reading.layouts.tidy import tidied, written_out
from mkdocs_compat.reading.layouts.transposed import is_transposed, read_transposed


def read_table(
    grid: Grid, context: Context, layout: Layout | None, *, repeats: bool
) -> list[ReadTable] | Unread:
    """Return what a table of a page says, or why it takes no part.

    Args:
        grid: The table.
        context: What is known of the page.
        layout: How the author says that it is laid out; None to find out.
        repeats: Whether blank cells stand for what is above them.
    """
    as_it_stands = tidied(grid)
    grid = written_out(as_it_stands, repeats=repeats)
    match layout or recognised(grid, context):
        case Layout.MATRIX:
            found = read_matrix(grid, context)
        case Layout.TRANSPOSED:
            # The cell above is about another component there, and nothing to be repeated.
            found = read_transposed(as_it_stands, context)
        case Layout.RELEASES:
            found = read_releases(grid, context)
        case Layout.REQUIREMENTS:
            found = read_requirements(grid, context)
        case Layout.LONG:
            return read_long(grid, context)
        case _:
            found = read_rows(grid, context)
    return found if isinstance(found, Unread) else [found]


def recognised(grid: Grid, context: Context) -> Layout:
    """Return the layout that a table shows; rows about a subject where it shows no other."""
    if any(context.headers.declared_of(cell.raw) is not None for cell in grid.header):
        return Layout.ROWS
    if is_matrix(grid, context):
        return Layout.MATRIX
    if is_transposed(grid):
        return Layout.TRANSPOSED
    if is_long(grid, context.marks):
        return Layout.LONG
    return Layout.RELEASES if is_releases(grid) else Layout.ROWS
