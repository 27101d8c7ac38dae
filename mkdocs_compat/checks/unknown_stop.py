"""Finds stops at which no release can be met, though the component's releases are listed.

Why: an upgrade that must pass such a stop cannot be planned; whoever is below it is stranded.

Fix: correct the version, or add it to the releases.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.checks.upgrading import is_met, releases_in
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.upgrade import Stop

CHECK = Check("CMP502", "unknown-stop", Severity.ERROR)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for product in inspection.site.products:
        components = {component.id: component for component in product.components}
        for stop in product.upgrade.stops:
            component = components.get(stop.component)
            if component is not None and component.releases:
                yield from _at(stop, component)


def _at(stop: Stop, component: Component) -> Iterator[Diagnostic]:
    oldest, newest = component.releases[0].version, component.releases[-1].version
    if not releases_in(component, stop.at):
        yield CHECK.finding(
            stop.place,
            f"no release of {component.name} is in its stop '{stop.at.text}'",
            f"Correct the version, or add it to the releases of {component.name}; they run from "
            f"{oldest.text} to {newest.text}.",
            severity=None if _is_within(stop, component) else Severity.WARNING,
        )
    elif stop.before is not None and not is_met(stop, component):
        yield CHECK.finding(
            stop.place,
            f"the stop '{stop.at.text}' of {component.name} contradicts itself: every release in "
            f"it is in '{stop.before.text}' or above, which is not reached without it",
            "Let 'before' name the first version that may not be reached without the stop.",
        )


def _is_within(stop: Stop, component: Component) -> bool:
    """Tell whether a stop lies between the oldest and the newest release.

    Of others it may be that only some releases are listed.
    """
    if stop.at.range.is_empty:
        return True
    intervals = stop.at.range.inside.intervals
    oldest, newest = component.releases[0].version, component.releases[-1].version
    return oldest.key < intervals[0][0] and intervals[-1][1] < newest.key
