"""Finds largest hops by which a component cannot get from one of its versions to the next.

Why: no plan passes there. Either the next release is farther away than one hop may go, or how far
it is cannot be counted, because nobody says which versions lie between.

Fix: allow larger hops, or list the releases.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import isinf

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.checks.mentions import line_text, stated_ranges
from mkdocs_compat.checks.upgrading import too_far
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.rule import COUNTED
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.upgrade import MaxHop
from mkdocs_compat.ranges.version_set import VersionSet
from mkdocs_compat.reasoning.lines import Line, numbering
from mkdocs_compat.versions.named import Named
from mkdocs_compat.versions.scheme import HIGHEST, LOWEST

CHECK = Check("CMP506", "impassable-max-hop", Severity.WARNING)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for product in inspection.site.products:
        components = {component.id: component for component in product.components}
        for most in product.upgrade.max_hops:
            component = components.get(most.component)
            if component is None:
                continue
            if component.releases:
                yield from _listed(most, component)
            elif not isinstance(component.scheme, Named):
                yield from _unlisted(product, most, component)


def _listed(most: MaxHop, component: Component) -> Iterator[Diagnostic]:
    for low, high, steps in too_far(most, component):
        level = most.distance.level.value
        yield CHECK.finding(
            most.place,
            f"no upgrade gets past {component.name} {low.version.text}: to {high.version.text}, "
            f"the next release, it is {steps} {level} version{'' if steps == 1 else 's'}, "
            f"and 'max-hop' allows {most.distance.count}",
            "Allow a larger hop, or list the release that lies between.",
            severity=Severity.ERROR,
        )
        return


def _unlisted(product: Product, most: MaxHop, component: Component) -> Iterator[Diagnostic]:
    count = COUNTED[most.distance.level] - 1
    if not count:
        return
    for low, high in pairwise(sorted(set(_leading(product, component, count)))):
        yield CHECK.finding(
            most.place,
            f"'max-hop: {most.distance.count} {most.distance.level.value}' of {component.name} "
            f"cannot be counted from {line_text(low)} to {line_text(high)}, so no upgrade gets "
            "past: nothing says which versions lie between",
            f"List the releases, under 'components.{component.id}.releases'.",
        )
        return


def _leading(product: Product, component: Component, count: int) -> Iterator[Line]:
    """Yield the leading numbers of the versions that stops, guides and tables name."""
    numbered = numbering(component.scheme)
    for named in _named(product, component):
        for low, high in named.intervals:
            span = numbered.span((low, high))
            ends = ((span.low, low == LOWEST), (span.high, high == HIGHEST))
            for line, is_open in ends:
                leading = line[: count + 1]
                if not is_open and not any(map(isinf, leading)):
                    yield leading


def _named(product: Product, component: Component) -> Iterator[VersionSet]:
    for stop in product.upgrade.stops:
        if stop.component == component.id:
            yield stop.at.range.inside
            if stop.before is not None:
                yield stop.before.range.inside
    for guide in product.upgrade.guides:
        if guide.component == component.id:
            yield guide.start.range.inside
    yield from stated_ranges(product, component)
