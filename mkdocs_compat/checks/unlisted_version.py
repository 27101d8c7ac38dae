"""Finds versions in tables that the component's list of releases does not have.

Why: either the cell has a slip, or the list of releases is out of date; answers about steps between
versions come from that list.

Fix: correct the version, or add it to the releases.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.checks.mentions import cells_of
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.table import Cell
from mkdocs_compat.ranges.notation import Part, VersionMention
from mkdocs_compat.versions.named import Named
from mkdocs_compat.versions.scheme import Extent

CHECK = Check("CMP301", "unlisted-version", Severity.WARNING)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for product in inspection.site.products:
        for component in product.components:
            # Names that are not in the list are no versions at all, and another check says so.
            if component.releases and not isinstance(component.scheme, Named):
                for cell in cells_of(product, component):
                    yield from _in_cell(component, cell)


def _in_cell(component: Component, cell: Cell) -> Iterator[Diagnostic]:
    for part in cell.notation.parts:
        for mention in part.versions:
            named = _named(component, mention)
            if named is None or _is_bound(part, named) or _is_listed(component, named):
                continue
            what = (
                f"no release of {component.name} is in the line"
                if named.is_line
                else (f"{component.name} has no release")
            )
            yield CHECK.finding(
                cell.place_of(mention.start, mention.end),
                f"{what} '{mention.text}'",
                f"Correct the version, or add it to the releases of {component.name}; they run "
                f"from {component.releases[0].version.text} "
                f"to {component.releases[-1].version.text}.",
            )


def _named(component: Component, mention: VersionMention) -> Extent | None:
    try:
        return component.scheme.extent(mention.text)
    except VersionSyntaxError:
        return None


def _is_bound(part: Part, named: Extent) -> bool:
    """Tell whether a version is only where a range ends: it is out itself, as in `<5.0`."""
    return not part.range.inside.contains(named.start)


def _is_listed(component: Component, named: Extent) -> bool:
    return any(
        not release.version.key < named.start and release.version.key < named.end
        for release in component.releases
    )
