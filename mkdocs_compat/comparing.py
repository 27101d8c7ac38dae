"""What changed between two models: answers, components, rules, and upgrades."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum

from mkdocs_compat.model.site import Product
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.planning.changed_plans import PlanChange, changed_plans
from mkdocs_compat.reasoning.changing import Change, Changes, has_releases, is_worse
from mkdocs_compat.reasoning.changing_groups import changed_combinations
from mkdocs_compat.reasoning.index import Index
from mkdocs_compat.reasoning.rule_words import rule_words
from mkdocs_compat.source import Place


class Turn(Enum):
    """Which way an answer changed."""

    WORSE = "worse"
    BETTER = "better"
    STATED = "now stated"
    UNSTATED = "no longer stated"


@dataclass(frozen=True, slots=True)
class ProductComparison:
    """What changed about one product.

    Attributes:
        old: The product as it was.
        new: As it is.
        added: Ids of new components.
        removed: Ids of components that are gone.
        incomparable: Ids of components whose versions are ordered by another scheme now.
        changes: The answers that changed, the worse ones first.
        edges: Those of which only pre-releases at an edge of what is stated are concerned.
        new_rules: The rules that were added, in words.
        old_rules: Those that are gone.
        plans: The upgrades that changed.
    """

    old: Product
    new: Product
    added: tuple[str, ...]
    removed: tuple[str, ...]
    incomparable: tuple[str, ...]
    changes: tuple[Change, ...]
    edges: tuple[Change, ...]
    new_rules: tuple[str, ...]
    old_rules: tuple[str, ...]
    plans: tuple[PlanChange, ...]

    @property
    def has_changes(self) -> bool:
        """Whether anything changed."""
        return bool(
            self.added or self.removed or self.incomparable or self.changes or self.edges
            or self.new_rules or self.old_rules or self.plans
        )  # fmt: skip

    @property
    def has_regressions(self) -> bool:
        """Whether anything got worse: an answer, an upgrade, or a component that is gone."""
        return (
            bool(self.removed)
            or any(turn(change) is Turn.WORSE for change in self.changes)
            or any(plan.kind.is_worse for plan in self.plans)
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between two sets of products.

    Attributes:
        products: Those that both have.
        added: Names of new products.
        removed: Names of those that are gone.
    """

    products: tuple[ProductComparison, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def has_changes(self) -> bool:
        """Whether anything changed."""
        return bool(self.added or self.removed) or any(each.has_changes for each in self.products)

    @property
    def has_regressions(self) -> bool:
        """Whether anything got worse."""
        return bool(self.removed) or any(each.has_regressions for each in self.products)


def compare(old: Sequence[Product], new: Sequence[Product]) -> Comparison:
    """Compare the products of two models; they are the same where their ids are.

    A single product is compared with a single one, whatever their ids.
    """
    if len(old) == len(new) == 1:
        return Comparison((compare_products(old[0], new[0]),), (), ())
    before, after = ({each.id: each for each in products} for products in (old, new))
    return Comparison(
        tuple(compare_products(before[id_], each) for id_, each in after.items() if id_ in before),
        tuple(each.name for id_, each in after.items() if id_ not in before),
        tuple(each.name for id_, each in before.items() if id_ not in after),
    )


def compare_products(old: Product, new: Product) -> ProductComparison:
    """Compare one product with what it was."""
    old_index, new_index = Index(old), Index(new)
    found = Changes(old_index, new_index)
    changes: list[Change] = []
    edges: list[Change] = []
    for change in (*found.of_pairs(), *changed_combinations(old_index, new_index)):
        (changes if has_releases(change, new_index) else edges).append(change)
    was, now = list(_words(old)), list(_words(new))
    order = list(Turn)
    changes.sort(key=lambda change: order.index(turn(change)))
    is_same = not (changes or edges or was != now) and _on_plans(old) == _on_plans(new)
    return ProductComparison(
        old=old,
        new=new,
        added=tuple(id_ for id_ in new_index.components if id_ not in old_index.components),
        removed=tuple(id_ for id_ in old_index.components if id_ not in new_index.components),
        incomparable=found.incomparable,
        changes=tuple(changes),
        edges=tuple(edges),
        new_rules=tuple(each for each in now if each not in was),
        old_rules=tuple(each for each in was if each not in now),
        plans=() if is_same else tuple(changed_plans(old, new)),
    )


def turn(change: Change) -> Turn:
    """Return which way an answer changed."""
    if is_worse(change.before, change.after):
        return Turn.WORSE
    if set(change.before) == {Verdict.UNSTATED}:
        return Turn.STATED
    if set(change.after) == {Verdict.UNSTATED}:
        return Turn.UNSTATED
    return Turn.BETTER


def _words(product: Product) -> Iterator[str]:
    for rule in product.rules:
        yield rule_words(rule, product)


def _on_plans(product: Product) -> object:
    """Return what plans depend on besides answers and rules, to see whether planning is needed."""
    components = [
        (each.id, each.scheme, [release.version.text for release in each.releases])
        for each in product.components
    ]
    return components, _without_places(product.upgrade)


def _without_places(value: object) -> object:
    """Return data without where it stands in files."""
    if isinstance(value, Place):
        return None
    if isinstance(value, tuple):
        return tuple(map(_without_places, value))
    if is_dataclass(value) and not isinstance(value, type):
        return type(value), [_without_places(getattr(value, each.name)) for each in fields(value)]
    return value
