"""Finds rules that compare versions of two components with different schemes.

Why: a rule compares numbers. Numbers that mean different things are compared all the same, and
names of two kinds cannot be compared at all.

Fix: give both components the scheme that their versions share.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.rule import Rule
from mkdocs_compat.versions.named import Named

CHECK = Check("CMP407", "mixed-schemes", Severity.WARNING)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for product in inspection.site.products:
        for rule in product.rules:
            one, two = product.component(rule.component), product.component(rule.other)
            if rule.levels and not _is_alike(one, two):
                yield _finding(rule, one, two)


def _is_alike(one: Component, two: Component) -> bool:
    if isinstance(one.scheme, Named) and isinstance(two.scheme, Named):
        return one.scheme.releases == two.scheme.releases
    return one.scheme.name == two.scheme.name


def _finding(rule: Rule, one: Component, two: Component) -> Diagnostic:
    kinds = " and ".join(_kind(component) for component in (one, two))
    if isinstance(one.scheme, Named) and isinstance(two.scheme, Named):
        return CHECK.finding(
            rule.place,
            f"this rule compares {one.name} with {two.name}, whose names come from two lists",
            "Give both components the same releases in the same order.",
        )
    return CHECK.finding(
        rule.place,
        f"this rule compares versions of different schemes: {kinds}",
        f"Give both components one scheme: 'scheme: {_better(one, two)}'.",
    )


def _kind(component: Component) -> str:
    return f"{component.name} has '{component.scheme.name}'" + (
        ", inferred from its versions" if component.inferred else ""
    )


def _better(one: Component, two: Component) -> str:
    """Return the scheme to suggest: one that the author chose, before one that was inferred."""
    return (two if one.inferred and not two.inferred else one).scheme.name
