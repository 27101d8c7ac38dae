"""Finds stops that no upgrade needs: nothing lies below them, or another stop binds all they bind.

Why: a stop that binds nobody is a slip in its versions, or one more thing to keep up to date.

Fix: correct its versions, or take it out.

A stop above which nothing has been released yet is not reported: it is for what is to come.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.checks.mentions import stated_ranges
from mkdocs_compat.checks.upgrading import is_met, releases_in
from mkdocs_compat.diagnostics import Diagnostic, Related, Severity
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.upgrade import Stop
from mkdocs_compat.planning.moves import limits_of
from mkdocs_compat.versions.scheme import Cut

CHECK = Check("CMP503", "unneeded-stop", Severity.INFO)


@dataclass(frozen=True, slots=True)
class _Bound:
    """A stop, and the shortest hop that it refuses: from the last below to the first beyond."""

    stop: Stop
    floor: Cut
    ceiling: Cut
    below: Cut | None
    beyond: Cut | None

    def refuses(self, other: _Bound) -> bool:
        """Tell whether the shortest hop that another stop refuses is refused by this one.

        All its longer ones are refused by it then, too.
        """
        if other.below is None or other.beyond is None:
            return False
        return other.below < self.floor and not other.beyond < self.ceiling


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for product in inspection.site.products:
        for component in product.components:
            if component.releases:
                bounds = [
                    _bound(stop, component)
                    for stop in product.upgrade.stops
                    if stop.component == component.id
                    and is_met(stop, component)
                    and releases_in(component, stop.at)
                ]
                yield from _among(product, component, bounds)


def _among(product: Product, component: Component, bounds: list[_Bound]) -> Iterator[Diagnostic]:
    for number, bound in enumerate(bounds):
        said = f"no upgrade needs the stop '{bound.stop.at.text}' of {component.name}"
        other = _instead(number, bounds)
        if bound.below is None and not _is_named_below(product, component, bound):
            yield CHECK.finding(
                bound.stop.place,
                f"{said}: no release lies below it",
                "Correct its versions, list the older releases, or take it out.",
            )
        elif other is not None:
            yield CHECK.finding(
                bound.stop.place,
                f"{said}: the stop '{other.at.text}' binds wherever it does",
                "Correct the versions of one of the two, or take this one out.",
                (Related(other.place, "the other stop"),),
            )


def _instead(number: int, bounds: list[_Bound]) -> Stop | None:
    """Return a stop that refuses all that another one refuses; of two alike, the first."""
    bound = bounds[number]
    for at, other in enumerate(bounds):
        if at == number or other.stop.question not in (None, bound.stop.question):
            continue
        # A stop that depends on a question cannot stand in for one that does not.
        is_alike = bound.refuses(other) and bound.stop.question in (None, other.stop.question)
        if other.refuses(bound) and (at < number or not is_alike):
            return other.stop
    return None


def _is_named_below(product: Product, component: Component, bound: _Bound) -> bool:
    """Tell whether a table or a guide speaks of versions below a stop."""
    starts = [
        guide.start.range.inside
        for guide in product.upgrade.guides
        if guide.component == component.id
    ]
    every = (*starts, *stated_ranges(product, component))
    return any(low < bound.floor for each in every for low, _ in each.intervals)


def _bound(stop: Stop, component: Component) -> _Bound:
    (limit,) = limits_of((stop,))
    keys = [release.version.key for release in component.releases]
    below = [key for key in keys if key < limit.floor]
    beyond = [key for key in keys if not key < limit.ceiling]
    return _Bound(
        stop,
        limit.floor,
        limit.ceiling,
        max(below, default=None),
        min(beyond, default=None),
    )
