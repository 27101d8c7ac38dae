"""Walks over the versions that are written in a product's tables, for the checks of versions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.table import Cell
from mkdocs_compat.ranges.notation import Notation
from mkdocs_compat.ranges.version_set import VersionSet

if TYPE_CHECKING:
    from mkdocs_compat.reasoning.lines import Line


def cells_of(product: Product, component: Component) -> Iterator[Cell]:
    """Yield the cells that speak of a component."""
    for table in product.tables:
        for cell in table.cells():
            if component.id in cell.components:
                yield cell


def stated_ranges(product: Product, component: Component) -> Iterator[VersionSet]:
    """Yield what each version of a component that is written in a cell names."""
    for cell in cells_of(product, component):
        yield from named_in(cell.notation, component)


def named_in(notation: Notation, component: Component) -> Iterator[VersionSet]:
    """Yield what each version that is written in a text names: a release or a line."""
    for part in notation.parts:
        for mention in part.versions:
            try:
                named = component.scheme.extent(mention.text)
            except VersionSyntaxError:
                continue
            yield VersionSet.of([(named.start, named.end)])


def line_text(line: Line) -> str:
    """Write the leading numbers of versions: `1.2.x`."""
    epoch, *numbers = line
    text = ".".join(str(int(number)) for number in numbers)
    return f"{int(epoch)}!{text}.x" if epoch else f"{text}.x"
