"""Finds rules that have the same name.

Why: answers and messages call a rule by its name, and nobody can tell which of the two is meant.

Fix: give each rule a name of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Related, Severity
from mkdocs_compat.model.rule import Rule

CHECK = Check("CMP405", "repeated-rule-name", Severity.WARNING)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for product in inspection.site.products:
        named: dict[str, Rule] = {}
        for rule in product.rules:
            name = " ".join((rule.name or "").split()).casefold()
            first = named.setdefault(name, rule) if name else rule
            if first is not rule:
                yield CHECK.finding(
                    rule.place,
                    f"two rules have the name '{rule.name}'",
                    "Give each rule a name of its own.",
                    (Related(first.place, "the first rule of this name"),),
                )
