"""Finds releases of a table's subject for which no row and no rule speaks.

Why: who runs such a release gets the answer "unstated", though it is known to exist.

Fix: add a row, or let a neighbouring one cover it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.release import Release
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.table import Table
from mkdocs_compat.ranges.version_set import VersionSet

CHECK = Check("CMP208", "unanswered-release", Severity.WARNING)

# More releases than these are counted and not named.
_MOST = 5


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for product in inspection.site.products:
        tables: dict[str, list[Table]] = {}
        for table in product.tables:
            tables.setdefault(table.subject, []).append(table)
        for id_, about in tables.items():
            yield from _about(product, product.component(id_), about)


def _about(product: Product, subject: Component, tables: Sequence[Table]) -> Iterator[Diagnostic]:
    answered = VersionSet.of(
        interval for covered in _answered(product, subject) for interval in covered.intervals
    )
    missing = [each for each in subject.releases if not answered.contains(each.version.key)]
    if missing:
        yield CHECK.finding(
            tables[0].place,
            f"no row covers {subject.name} {_listed(missing)}",
            "Add a row for it, or widen the row that comes before it."
            if len(missing) == 1
            else "Add rows for them, or widen the rows that come before them.",
        )


def _answered(product: Product, component: Component) -> Iterator[VersionSet]:
    """Yield the versions of which rows and rules speak."""
    for table in product.tables:
        for row in table.rows:
            for cell in (row.subject, *row.cells):
                if component.id in cell.components and cell.range is not None:
                    yield cell.range.inside
    for rule in product.rules:
        if not rule.is_within_fleet:
            for id_, scope in ((rule.component, rule.when), (rule.other, rule.other_when)):
                if id_ == component.id:
                    yield VersionSet.everything() if scope is None else scope.range.inside


def _listed(missing: Sequence[Release]) -> str:
    texts = [release.version.text for release in missing]
    if len(texts) > _MOST:
        return f"{', '.join(texts[:_MOST])} and {len(texts) - _MOST} more of its releases"
    *leading, last = texts
    return f"{', '.join(leading)} and {last}" if leading else last
