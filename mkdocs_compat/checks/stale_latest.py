"""Finds tables that say `latest` and are older than the newest release.

Why: `latest` has no upper bound, so the table answers for releases that nobody had seen when it was
written.

Fix: see whether the table still holds and change `as-of`, or write the newest release of that day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.fixing.mending import bound
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.release import Release
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.table import Cell, Table

CHECK = Check("CMP303", "stale-latest", Severity.WARNING)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for product, table in inspection.site.tables():
        if table.as_of is not None:
            yield from _in_table(product, table, table.as_of)


def _in_table(product: Product, table: Table, day: str) -> Iterator[Diagnostic]:
    cells: dict[tuple[str, ...], list[Cell]] = {}
    for cell in table.cells():
        if cell.reaches_latest:
            cells.setdefault(cell.components, []).append(cell)
    for ids, own in cells.items():
        components = [product.component(id_) for id_ in ids]
        stale = [each for each in components if _is_later(_newest(each), day)]
        for component in stale[:1]:
            yield _finding(component, own, day, is_alone=len(ids) == 1)


def _finding(component: Component, cells: list[Cell], day: str, *, is_alone: bool) -> Diagnostic:
    newest = component.releases[-1]
    known = _newest_of(component, day)
    finding = CHECK.finding(
        cells[0].place,
        f"'latest' of {component.name} is as of {day}, and {newest.version.text} came out on "
        f"{newest.date}",
        "See whether the table holds for it and change 'as-of'; or write "
        + (f"'{known}' for 'latest'." if known else "the last version that it holds for."),
    )
    if known is None or not is_alone:
        return finding
    return replace(finding, fixes=bound(component, cells, known))


def _newest(component: Component) -> Release | None:
    return component.releases[-1] if component.releases else None


def _newest_of(component: Component, day: str) -> str | None:
    """Return the newest release of a day; None where one without a date could be newer."""
    for release in reversed(component.releases):
        if release.date is None:
            return None
        if not _is_later(release, day):
            return release.version.text
    return None


def _is_later(release: Release | None, day: str) -> bool:
    """Tell whether a release came out after a day, as far as both dates say."""
    if release is None or release.date is None:
        return False
    shared = min(len(release.date), len(day))
    return release.date[:shared] > day[:shared]
