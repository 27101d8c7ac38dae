"""Finds distances that cannot be counted because nobody says which versions lie between.

Why: from 1.9 to 2.0 it is one minor version if 1.9 was the last of its kind, and five if 1.13 was.
Without a list of releases the answer is "unstated".

Fix: list the releases of one of the components; from then on they are counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import isinf

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.checks.mentions import line_text, named_in, stated_ranges
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.rule import COUNTED, Distance, Rule, Scope
from mkdocs_compat.model.site import Product
from mkdocs_compat.ranges.notation import read
from mkdocs_compat.ranges.version_set import VersionSet
from mkdocs_compat.reasoning.lines import Line, numbering
from mkdocs_compat.versions.named import Named

CHECK = Check("CMP406", "uncounted-distance", Severity.WARNING)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for product in inspection.site.products:
        for rule in product.rules:
            one, two = product.component(rule.component), product.component(rule.other)
            if one.releases or two.releases or isinstance(one.scheme, Named):
                continue
            distances = (("behind", rule.behind), ("ahead", rule.ahead), ("apart", rule.apart))
            for key, distance in distances:
                if distance is not None and not _is_within(rule, distance):
                    yield from _in_distance(product, rule, key, distance)


def _is_within(rule: Rule, distance: Distance) -> bool:
    """Tell whether what cannot be counted is refused in any case, by `same`."""
    return rule.same is not None and COUNTED[rule.same] >= COUNTED[distance.level] - 1


def _in_distance(
    product: Product, rule: Rule, key: str, distance: Distance
) -> Iterator[Diagnostic]:
    one, two = product.component(rule.component), product.component(rule.other)
    count = COUNTED[distance.level] - 1
    mine = set(_leading(product, one, rule.when, count))
    its = set(_leading(product, two, rule.other_when, count))
    far = [(a, b) for a in sorted(mine) for b in sorted(its) if _matters(key, a, b)]
    if not far:
        return
    low, high = sorted(far[0])
    yield CHECK.finding(
        rule.place,
        f"'{key}: {distance.count} {distance.level.value}' cannot be counted from "
        f"{line_text(low)} to {line_text(high)}: nothing says which versions lie between",
        f"List the releases, under 'components.{rule.other}.releases'"
        + ("." if rule.is_within_fleet else f" or 'components.{rule.component}.releases'."),
    )


def _matters(key: str, mine: Line, other: Line) -> bool:
    """Tell whether a distance in the direction that is measured leads across leading numbers."""
    if key == "behind":
        return mine < other
    return mine > other if key == "ahead" else mine != other


def _leading(
    product: Product, component: Component, scope: Scope | None, count: int
) -> Iterator[Line]:
    """Yield the leading numbers of the versions that pages write, within a rule's scope."""
    if count == 0:
        return
    numbered = numbering(component.scheme)
    speaks_of = VersionSet.everything() if scope is None else scope.range.inside
    for stated in _stated(product, component):
        for interval in stated.intersection(speaks_of).intervals:
            span = numbered.span(interval)
            for line in (span.low, span.high):
                if not any(isinf(number) for number in line[: count + 1]):
                    yield line[: count + 1]


def _stated(product: Product, component: Component) -> Iterator[VersionSet]:
    """Yield what the versions in cells, examples and scopes name, one by one."""
    yield from stated_ranges(product, component)
    for example in product.examples:
        for text in example.question.get(component.id, ()):
            yield from named_in(read(text, component.scheme), component)
    for rule in product.rules:
        for id_, scope in ((rule.component, rule.when), (rule.other, rule.other_when)):
            if scope is not None and id_ == component.id:
                yield from named_in(read(scope.text, component.scheme), component)
