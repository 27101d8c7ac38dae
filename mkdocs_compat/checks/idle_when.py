"""Finds rules whose `when` or `with-when` holds no version that there is.

Why: such a rule never applies, so what it was written to forbid is allowed.

Fix: correct the range, or list the releases that it speaks of.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.checks.mentions import stated_ranges
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.rule import Rule, Scope
from mkdocs_compat.model.site import Product

CHECK = Check("CMP404", "idle-when", Severity.WARNING)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for product in inspection.site.products:
        for rule in product.rules:
            sides = (
                ("when", rule.when, rule.component),
                ("with-when", rule.other_when, rule.other),
            )
            for key, scope, id_ in sides:
                if scope is not None:
                    yield from _in_scope(product, rule, key, scope, product.component(id_))


def _in_scope(
    product: Product, rule: Rule, key: str, scope: Scope, component: Component
) -> Iterator[Diagnostic]:
    said = f"'{key}: {scope.text}'"
    if scope.range.is_empty:
        yield CHECK.finding(
            rule.place,
            f"{said} holds no version of {component.name} at all, so the rule never applies",
            "Correct the range.",
        )
    elif component.releases and not _has_any(product, scope, component):
        oldest, newest = component.releases[0], component.releases[-1]
        yield CHECK.finding(
            rule.place,
            f"no known version of {component.name} is in {said}, so the rule never applies",
            "Correct the range, or add what is missing to the releases; they run from "
            f"{oldest.version.text} to {newest.version.text}.",
        )


def _has_any(product: Product, scope: Scope, component: Component) -> bool:
    inside = scope.range.inside
    return any(inside.contains(release.version.key) for release in component.releases) or any(
        inside.overlaps(stated) for stated in stated_ranges(product, component)
    )
