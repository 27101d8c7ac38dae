"""Finds elements that name a product, a component or a table that there is not.

Why: the element would stand on the page and have nothing to answer.

Fix: write the id as the front matter has it; `mkdocs-compat check --verbose` lists them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.model.site import Page, PlacedElement, Product, Site
from mkdocs_compat.reading.element_tags import words_of

CHECK = Check("CMP113", "unknown-target", Severity.ERROR)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    site = inspection.site
    for page in site.pages:
        for element in page.elements:
            yield from _in_element(site, page, element)


def _in_element(site: Site, page: Page, element: PlacedElement) -> Iterator[Diagnostic]:
    products = {product.id: product for product in site.products}
    named = element.attributes.get("product", page.product)
    if named not in products:
        yield _unknown(element, "product", named, tuple(products))
        return
    product = products[named]
    for attribute, known in _known(product).items():
        for word in words_of(element.attributes, attribute):
            if word not in known:
                yield _unknown(element, attribute.removesuffix("s"), word, known)


def _known(product: Product) -> dict[str, tuple[str, ...]]:
    components = tuple(component.id for component in product.components)
    return {
        "component": components,
        "components": components,
        "table": tuple(table.id for table in product.tables),
    }


def _unknown(element: PlacedElement, what: str, word: str, known: Sequence[str]) -> Diagnostic:
    close = get_close_matches(word[:80], known, n=1, cutoff=0.6)
    listed = " or ".join(f"'{id_}'" for id_ in known if id_)
    if close:
        help_ = f"Did you mean '{close[0]}'?"
    elif listed:
        help_ = f"Name {listed}."
    else:
        help_ = f"No {what} has an id here: take the attribute out."
    return CHECK.finding(
        element.place,
        f"<{element.name}> names the {what} '{word}', but there is no such {what}",
        help_,
    )
