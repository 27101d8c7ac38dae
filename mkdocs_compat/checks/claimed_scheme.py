"""Points out pages that claim Semantic Versioning for versions that begin with a year.

Why: readers take 2019.1 after 2018.12 for a change that breaks everything, and one from 2018.2 to
2018.3 for one that breaks nothing. A year says when a release came out.

Fix: say from which release on the first number is a year, and what a new year means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.checks.mentions import cells_of
from mkdocs_compat.diagnostics import Diagnostic, Related, Severity
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.site import Page, Product
from mkdocs_compat.source import Place

CHECK = Check("CMP308", "claimed-scheme", Severity.INFO)

_FRONT_MATTER = re.compile(
    r"\A-{3}[ \t]*\r?\n.*?^(?:-{3}|\.{3})[ \t]*\r?$", re.DOTALL | re.MULTILINE
)
_CLAIM = re.compile(
    r"\b(?:use[sd]?|using|follow(?:s|ed|ing)?|adher(?:e|es|ing) to|according to|based on"
    r"|compl(?:y|ies) with)\b[^.|\n]{0,60}?(?P<name>\b(?:semantic[ ]versioning|semver)\b)",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|never|no longer)\b|n't\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\.[0-9]")


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check, at most one a page."""
    for page in inspection.site.pages:
        claim = _claim(page)
        if claim is None:
            continue
        product = next(each for each in inspection.site.products if each.id == page.product)
        for component in product.components:
            year = _year(product, component) if _concerns(page, product, component) else None
            if year is None:
                continue
            text, place = year
            yield CHECK.finding(
                claim,
                "the page claims Semantic Versioning, but the first number of "
                f"{component.name} {text} is a year, which does not say whether anything breaks",
                "Say from which release on the first number is a year, and what a new year means.",
                (Related(place, f"'{text}' stands here"),),
            )
            break


def _claim(page: Page) -> Place | None:
    """Return where a page claims it, outside of its front matter."""
    text = page.source.text
    if not any(name in text.casefold() for name in ("semver", "semantic versioning")):
        # Most pages do not even name it.
        return None
    front_matter = _FRONT_MATTER.match(text)
    for found in _CLAIM.finditer(text, front_matter.end() if front_matter else 0):
        line = page.source.line(page.source.position(found.start())[0])
        if not _DENIED.search(line):
            return page.source.place(*found.span("name"))
    return None


def _concerns(page: Page, product: Product, component: Component) -> bool:
    """Tell whether a page is about upgrades of a component, or has a table of its versions."""
    upgrade, path = product.upgrade, page.source.path
    stated = [(each.component, each.place.path) for each in upgrade.stops]
    stated += [(each.component, each.place.path) for each in upgrade.guides]
    stated += [(each.component, each.place.path) for each in upgrade.changes]
    if (component.id, path) in stated:
        return True
    return any(table.page == path and table.subject == component.id for table in product.tables)


def _year(product: Product, component: Component) -> tuple[str, Place] | None:
    """Return a version of a component that begins with a year, and where it stands."""
    for cell in cells_of(product, component):
        for part in cell.notation.parts:
            for mention in part.versions:
                if _YEAR.match(mention.text):
                    return mention.text, cell.place_of(mention.start, mention.end)
    for release in component.releases:
        if _YEAR.match(release.version.text):
            return release.version.text, release.place
    return None
