"""Finds Maven versions that Maven compares in circles.

Why: `3.5.0` comes before `3.5.0.pre`, that before `3.5.0.Beta-1`, and that before `3.5.0`. Nothing
can be sorted by such an order, so an answer near such a version can be wrong.

Fix: bound the range by a version in a safe form; where the project is free to choose, write the
qualifier behind a hyphen.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.checks.mentions import cells_of
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.site import Product
from mkdocs_compat.source import Place
from mkdocs_compat.versions.maven import Maven, is_safe

CHECK = Check("CMP304", "unsafe-maven-version", Severity.WARNING)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check: one for a version."""
    for product in inspection.site.products:
        for component in product.components:
            if isinstance(component.scheme, Maven):
                said: set[str] = set()
                for text, place in _written(product, component):
                    if text not in said and not is_safe(text):
                        said.add(text)
                        yield _finding(component, text, place)


def _written(product: Product, component: Component) -> Iterator[tuple[str, Place]]:
    for cell in cells_of(product, component):
        for part in cell.notation.parts:
            for mention in part.versions:
                yield mention.text, cell.place_of(mention.start, mention.end)
    for release in component.releases:
        yield release.version.text, release.place


def _finding(component: Component, text: str, place: Place) -> Diagnostic:
    return CHECK.finding(
        place,
        f"Maven's order of '{text}' of {component.name} among other versions goes in circles",
        "Bound the range by a version in a safe form, such as '1.2.3', '1.2.3.Final' or "
        "'1.2.3-rc-1'; or give the component another scheme.",
    )
