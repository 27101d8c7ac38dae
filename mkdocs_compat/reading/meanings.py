"""Cells that mean something else than they say, such as a name instead of a version."""

from __future__ import annotations

from dataclasses import replace

from mkdocs_compat.reading.grid import Grid, GridCell
from mkdocs_compat.reading.plain import plain
from mkdocs_compat.reading.settings import Cells


def with_meanings(grid: Grid, said: Cells) -> Grid:
    """Return a table whose cells say what their author says that they mean.

    Args:
        grid: The table.
        said: What cells mean, by their text; capitals, space and formatting do not matter.
    """
    if not said:
        return grid
    meant = {shown(text): each.meant for text, each in said.items()}
    return replace(
        grid,
        header=tuple(_meant(cell, meant) for cell in grid.header),
        rows=tuple(tuple(_meant(cell, meant) for cell in row) for row in grid.rows),
    )


def shown(raw: str) -> str:
    """Return a cell's text in the form in which such texts are compared."""
    return plain(raw).casefold()


def _meant(cell: GridCell, meant: dict[str, str]) -> GridCell:
    text = meant.get(shown(cell.raw))
    return cell if text is None else cell._replace(raw=text, exact=False)
