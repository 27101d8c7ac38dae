"""Finds guides and links that lead nowhere, and stops without a guide where others have one.

Why: the plan sends its reader to a page that is not there, or leaves them alone at a stop.

Fix: correct the link, or write the guide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.upgrade import Link, Stop, Upgrade

CHECK = Check("CMP504", "missing-guide", Severity.WARNING)

# A single guide is no custom that other stops would have to keep.
_SEVERAL = 2


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for product in inspection.site.products:
        for what, link in _links(product.upgrade):
            if link.url is None:
                yield CHECK.finding(
                    link.place,
                    f"the {what} '{link.text}' leads to no page of the site",
                    "Name a Markdown page, relative to the file that names it, or a whole address "
                    "such as 'https://example.org/guide'.",
                )
        yield from _stops(product)


def _links(upgrade: Upgrade) -> Iterator[tuple[str, Link]]:
    for stop in upgrade.stops:
        if stop.guide is not None:
            yield "guide", stop.guide
    for guide in upgrade.guides:
        yield "guide", guide.guide
    for notice in (*upgrade.breaking, *upgrade.tasks):
        if notice.link is not None:
            yield "link", notice.link


def _stops(product: Product) -> Iterator[Diagnostic]:
    names = {component.id: component.name for component in product.components}
    stops = product.upgrade.stops
    guided = Counter(stop.component for stop in stops if stop.guide is not None)
    for stop in stops:
        if guided[stop.component] >= _SEVERAL and not _has_guide(stop, product.upgrade):
            name = names.get(stop.component, stop.component)
            yield CHECK.finding(
                stop.place,
                f"the stop '{stop.at.text}' of {name} has no guide, and other stops have one",
                "Add 'guide:' to it, or to 'guides' one that starts from it.",
                severity=Severity.INFO,
            )


def _has_guide(stop: Stop, upgrade: Upgrade) -> bool:
    """Tell whether a plan that leaves a stop would name a guide."""
    return stop.guide is not None or any(
        guide.component == stop.component
        and guide.start.range.inside.overlaps(stop.at.range.inside)
        for guide in upgrade.guides
    )
