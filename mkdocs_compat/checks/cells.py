"""Walks over the cells of a site, for the checks that look at one cell at a time."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.model.component import Component
from mkdocs_compat.model.site import Site
from mkdocs_compat.model.table import Cell
from mkdocs_compat.ranges.notation import Problem, ProblemKind


def cells(site: Site) -> Iterator[tuple[Component, Cell]]:
    """Yield every cell with the first component that it speaks of."""
    for product, table in site.tables():
        for cell in table.cells():
            yield product.component(cell.components[0]), cell


def problems(site: Site, kind: ProblemKind) -> Iterator[tuple[Component, Cell, Problem]]:
    """Yield what could not be read in cells, of one kind."""
    for component, cell in cells(site):
        for problem in cell.notation.problems:
            if problem.kind is kind:
                yield component, cell, problem
