"""Finds rules about the same versions that cannot both hold, and rules that nothing can meet.

Why: every combination of these versions is refused. Where that is meant, `verdict: incompatible`
says it in words that a reader understands; where it is not, one of the rules is wrong.

Fix: correct one of the rules, or let `when` and `with-when` keep them apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.checks.rule_regions import may_forbid, regions, relation_of, written
from mkdocs_compat.diagnostics import Diagnostic, Related, Severity
from mkdocs_compat.model.rule import Rule
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.ranges.version_set import VersionSet
from mkdocs_compat.reasoning.rule_words import rule_words

CHECK = Check("CMP403", "clashing-rules", Severity.ERROR)

_Versions = tuple[VersionSet, VersionSet]


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for product in inspection.site.products:
        pairs: dict[frozenset[str], list[Rule]] = {}
        for rule in product.rules:
            if not any(each.is_empty for each in _scope(rule)):
                pairs.setdefault(frozenset((rule.component, rule.other)), []).append(rule)
        for rules in pairs.values():
            yield from _among(product, rules)


def _among(product: Product, rules: Sequence[Rule]) -> Iterator[Diagnostic]:
    possible = []
    for rule in rules:
        if rule.verdict is Verdict.INCOMPATIBLE or _can_hold(product, (rule,), _scope(rule)):
            possible.append(rule)
        else:
            yield _unmeetable(product, rule)
    for first, second in combinations(possible, 2):
        shared = _shared(first, second)
        if not any(each.is_empty for each in shared):
            # Where both still allow something elsewhere, they only add up.
            empty = [each for each in (second, first) if _is_all_of(each, shared, first)]
            if empty and not _can_hold(product, (first, second), shared):
                other = first if empty[0] is second else second
                yield _clash(product, empty[0], other)


def _is_all_of(rule: Rule, versions: _Versions, as_in: Rule) -> bool:
    """Tell whether a rule that allows anything speaks of nothing but these versions."""
    scope = _oriented(_scope(rule), rule, as_in)
    return rule.verdict is not Verdict.INCOMPATIBLE and scope == versions


def _can_hold(product: Product, rules: Sequence[Rule], versions: _Versions) -> bool:
    """Tell whether there are versions of which no rule forbids any."""
    one, two = product.component(rules[0].component), product.component(rules[0].other)
    relations = [relation_of(rule, product) for rule in rules]
    return any(
        not any(may_forbid(said) for said in region.said)
        for found in regions(relations, one, two, versions)
        for region in found
    )


def _scope(rule: Rule) -> _Versions:
    """Return the versions of which a rule speaks, those of its component first."""
    everything = VersionSet.everything()
    one = everything if rule.when is None else rule.when.range.inside
    two = everything if rule.other_when is None else rule.other_when.range.inside
    return one, two


def _oriented(scope: _Versions, rule: Rule, as_in: Rule) -> _Versions:
    """Return a rule's scope in the order in which another rule names the components."""
    return scope if rule.component == as_in.component else (scope[1], scope[0])


def _shared(first: Rule, second: Rule) -> _Versions:
    mine, its = _scope(first), _oriented(_scope(second), second, first)
    return mine[0].intersection(its[0]), mine[1].intersection(its[1])


def _unmeetable(product: Product, rule: Rule) -> Diagnostic:
    words = rule_words(rule, product).removesuffix(".")
    return CHECK.finding(
        rule.place,
        f"no versions can meet this rule: {words}",
        "Correct its ranges; or write 'verdict: incompatible' in place of the relations, if these "
        "versions never work together.",
        severity=Severity.WARNING,
    )


def _clash(product: Product, rule: Rule, other: Rule) -> Diagnostic:
    one, two = product.component(rule.component), product.component(rule.other)
    mine = _scope(rule)
    versions = f"{written(mine[0].intervals, one)} with {written(mine[1].intervals, two)}"
    words = rule_words(other, product).removesuffix(".")
    return CHECK.finding(
        rule.place,
        f"another rule forbids whatever this one allows of {versions}. "
        f"This one: {rule_words(rule, product)} The other one: {words}",
        "Correct one of the two, or let 'when' and 'with-when' keep them apart.",
        (Related(other.place, f"the rule '{other.name}'" if other.name else "the other rule"),),
    )
