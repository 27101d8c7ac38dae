"""Finds stated orders of components that the rules forbid, while the other order is allowed.

Why: who upgrades in the order that the page states runs versions side by side that its rules
refuse.

Fix: turn the order round, or correct the rule.

Two components of the order are looked at where rules compare their numbers: both stand at the same
line and go to the next one that both have. A component whose releases nobody lists is taken to have
those of the other. Of components in one inner list nothing is asked: they are in no order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from itertools import product as product_of

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.checks.upgrading import lines_of
from mkdocs_compat.diagnostics import Diagnostic, Related, Severity
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.rule import Rule
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.planning.states import GOOD
from mkdocs_compat.reasoning.answer import Pair
from mkdocs_compat.reasoning.compatibility import Compatibility
from mkdocs_compat.reasoning.lines import Line
from mkdocs_compat.reasoning.rule_relation import RuleStatement
from mkdocs_compat.reasoning.sentence import sentence
from mkdocs_compat.source import Place
from mkdocs_compat.versions.named import Named

CHECK = Check("CMP505", "forbidden-order", Severity.ERROR)

_REFUSED = frozenset({Verdict.INCOMPATIBLE, Verdict.CONFLICTING})


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for product in inspection.site.products:
        place = product.upgrade.order_place
        if place is None:
            continue
        components = {component.id: component for component in product.components}
        steps = [
            [components[id_] for id_ in step if id_ in components] for step in product.upgrade.order
        ]
        for first, then in _pairs(steps):
            if any(_compares(rule, first, then) for rule in product.rules):
                compatibility = inspection.compatibility(product)
                yield from _in_order(product, compatibility, first, then, place)


def _pairs(steps: Sequence[Sequence[Component]]) -> Iterator[tuple[Component, Component]]:
    """Yield the pairs of components of which one goes before the other."""
    for earlier, later in combinations(steps, 2):
        yield from product_of(earlier, later)


def _in_order(
    product: Product,
    compatibility: Compatibility,
    first: Component,
    then: Component,
    place: Place,
) -> Iterator[Diagnostic]:
    mine, its = _lines(first, then)
    refused: list[tuple[str, str, str, Pair]] = []
    for low, high in pairwise(sorted(mine.keys() & its.keys())):

        def ask(a: str, b: str) -> tuple[Pair, ...]:
            return compatibility.ask({first.id: [a], then.id: [b]}).pairs

        after = [pair for pair in ask(mine[high], its[low]) if pair.verdict in _REFUSED]
        around = (
            *ask(mine[low], its[low]),
            *ask(mine[low], its[high]),
            *ask(mine[high], its[high]),
        )
        if after and all(pair.verdict in GOOD for pair in around):
            refused.append((mine[low], its[low], mine[high], after[0]))
    if refused:
        yield _finding(product, first, then, refused, place)


def _finding(
    product: Product,
    first: Component,
    then: Component,
    refused: list[tuple[str, str, str, Pair]],
    place: Place,
) -> Diagnostic:
    mine, its, now, pair = refused[0]
    count = len(refused) - 1
    more = f" (and at {count} more hop{'' if count == 1 else 's'})" if count else ""
    statement = pair.statements[0]
    words = sentence(statement, pair.members, product, is_split=bool(pair.split))
    related = (
        (Related(statement.rule.place, "the rule"),) if isinstance(statement, RuleStatement) else ()
    )
    return CHECK.finding(
        place,
        f"the order has {first.name} go before {then.name}, which is forbidden at the hop of "
        f"{first.name} from {mine} to {now} while {then.name} is at {its}{more}; {then.name} "
        f"first is allowed: {words.removesuffix('.')}",
        f"Name {then.name} before {first.name}, or correct the rule.",
        related,
    )


def _compares(rule: Rule, one: Component, other: Component) -> bool:
    return bool(rule.levels) and {rule.component, rule.other} == {one.id, other.id}


def _lines(one: Component, other: Component) -> tuple[Mapping[Line, str], Mapping[Line, str]]:
    """Return the newest releases of the lines of two components; one may lend its own."""
    if isinstance(one.scheme, Named) or isinstance(other.scheme, Named):
        return {}, {}
    mine, its = (
        {line: release.version.text for line, release in lines_of(each).items()}
        for each in (one, other)
    )
    return mine or its, its or mine
