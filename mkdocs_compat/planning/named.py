"""Which versions of a component somebody names, where nobody lists its releases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mkdocs_compat.model.rule import Scope
from mkdocs_compat.model.table import Cell, Table
from mkdocs_compat.model.upgrade import Stop
from mkdocs_compat.ranges.version_set import VersionSet
from mkdocs_compat.reasoning.index import Index

# What stands between versions: spaces, commas, arrows, comparisons.
_BETWEEN = re.compile(r"[^0-9A-Za-z_.+-]+")


def named_ranges(index: Index, component: str) -> tuple[VersionSet, ...]:
    """Return the versions that cells and the scopes of rules name."""
    cells = (cell.range.inside for cell in _cells(index, component) if cell.range is not None)
    scopes = (scope.range.inside for scope in _scopes(index, component))
    return (*cells, *scopes)


def is_spelled(index: Index, stops: Iterable[Stop], component: str, text: str) -> bool:
    """Tell whether a cell, the scope of a rule or a stop spells a version."""
    texts = [cell.text for cell in _cells(index, component)]
    texts += (scope.text for scope in _scopes(index, component))
    for stop in stops:
        if stop.component == component:
            texts += (scope.text for scope in (stop.at, stop.before) if scope is not None)
    return any(text in _BETWEEN.split(each) for each in texts)


def _cells(index: Index, component: str) -> Iterator[Cell]:
    for table in _tables(index, component):
        for row in table.rows:
            for cell in (row.subject, *row.cells):
                if component in cell.components:
                    yield cell


def _tables(index: Index, component: str) -> Iterator[Table]:
    """Yield the tables that speak of a component, each once."""
    links = [relation.table for link in index.links_of(component) for relation in link.tables]
    links += (each.table for each in index.combinations if component in each.components)
    yield from {id(table): table for table in links}.values()


def _scopes(index: Index, component: str) -> Iterator[Scope]:
    for link in index.links_of(component):
        for bound in link.rules:
            rule = bound.relation.rule
            scope = rule.when if bound.binds_a else rule.other_when
            if scope is not None:
                yield scope
