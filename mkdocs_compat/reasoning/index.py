"""A product's tables and rules, indexed by the components that they relate."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import combinations

from mkdocs_compat.model.component import Component
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.verdict import Verdict, worst
from mkdocs_compat.ranges.version_set import VersionSet
from mkdocs_compat.reasoning.answer import Asked, Group
from mkdocs_compat.reasoning.coverage import Coverage
from mkdocs_compat.reasoning.groups import Combinations, covered
from mkdocs_compat.reasoning.link import BoundRule, Link
from mkdocs_compat.reasoning.pairs import pair_verdict
from mkdocs_compat.reasoning.pieces import cuts_of
from mkdocs_compat.reasoning.rule_relation import RuleRelation
from mkdocs_compat.reasoning.statement import Relation
from mkdocs_compat.versions.scheme import HIGHEST, LOWEST, Cut

# How many verdicts of pairs are remembered: looking for a fix asks about the same pairs often.
_REMEMBERED = 4_096


class Index:
    """What relates the components of one product.

    Attributes:
        components: The components by id.
        combinations: The tables whose rows count as a whole.
    """

    def __init__(self, product: Product) -> None:
        """Index a product; rules about components that it does not have are left out."""
        self.components: dict[str, Component] = {each.id: each for each in product.components}
        self._links: dict[frozenset[str], Link] = {}
        self._boundaries: dict[str, tuple[Cut, ...]] = {}
        self._verdicts: dict[tuple[str, VersionSet, str, VersionSet], Verdict | None] = {}
        self.combinations = tuple(Combinations(table) for table in product.tables if table.together)
        for table in product.tables:
            if table.together:
                continue
            coverage = Coverage(table.rows)
            for other in dict.fromkeys(table.components):
                if other == table.subject:
                    continue
                listing = Coverage(table.rows, partial(covered, component=other, table=table))
                self._add(
                    table.subject, other, Relation(table, coverage, listing, table.subject, other)
                )
        for rule in product.rules:
            component = self.components.get(rule.component)
            other_component = self.components.get(rule.other)
            if component is not None and other_component is not None:
                self._add_rule(RuleRelation(rule, component, other_component))

    def link(self, a: str, b: str) -> Link | None:
        """Return all that relates two components, or the instances of one; None for nothing."""
        return self._links.get(frozenset((a, b)))

    def links_of(self, component: str) -> Iterator[Link]:
        """Yield the links of a component, turned so that it is the first."""
        for key, link in self._links.items():
            if component in key:
                yield link.from_(component)

    def verdict(self, asked: Sequence[Asked]) -> Verdict | None:
        """Return the worst verdict of some instances; None where nothing relates them."""
        found = self.verdicts(asked)
        return worst(found) if found else None

    def verdicts(
        self, asked: Sequence[Asked], among: Collection[str] | None = None
    ) -> list[Verdict]:
        """Return the verdicts of all pairs and groups of some instances.

        Args:
            asked: The instances.
            among: Only pairs and groups in which one of these components is; all where None.
        """
        return [*self._pair_verdicts(asked, among), *self._group_verdicts(asked, among)]

    def groups(self, asked: Sequence[Asked]) -> Iterator[Group]:
        """Yield the answers of the tables whose rows count as a whole."""
        for combination in self.combinations:
            for members in combination.groups(asked):
                yield combination.answer(members)

    def boundaries(self, component: str) -> tuple[Cut, ...]:
        """Return every cut that tables and the scopes of rules make along a component, in order."""
        # This reads all rows, so it is done once.
        if component not in self._boundaries:
            found = self._find_boundaries(component)
            self._boundaries[component] = tuple(sorted(found - {LOWEST, HIGHEST}))
        return self._boundaries[component]

    def _find_boundaries(self, component: str) -> set[Cut]:
        found: set[Cut] = set()
        for link in self.links_of(component):
            for relation in link.tables:
                rows = relation.table.rows
                for row in rows:
                    is_subject = relation.subject == component
                    for cell in (row.subject,) if is_subject else row.cells_of(component):
                        found.update(cuts_of(cell.range))
            for rule in link.rules:
                scope = rule.relation.rule.when if rule.binds_a else rule.relation.rule.other_when
                found.update(cuts_of(scope.range) if scope is not None else ())
        for combination in self.combinations:
            if component in combination.components:
                found.update(combination.boundaries(component))
        return found

    def _group_verdicts(
        self, asked: Sequence[Asked], among: Collection[str] | None
    ) -> Iterator[Verdict]:
        for group in self.groups(asked):
            if among is None or any(each.component in among for each in group.members):
                yield group.verdict

    def _pair_verdicts(
        self, asked: Sequence[Asked], among: Collection[str] | None
    ) -> Iterator[Verdict]:
        for one, two in combinations(asked, 2):
            if among is not None and one.component not in among and two.component not in among:
                continue
            verdict = self._pair_verdict(one, two)
            if verdict is not None:
                yield verdict

    def _pair_verdict(self, one: Asked, two: Asked) -> Verdict | None:
        """Return the verdict of two instances; None where nothing relates them."""
        key = one.component, one.versions, two.component, two.versions
        if key not in self._verdicts:
            link = self.link(one.component, two.component)
            found = None if link is None else pair_verdict(link.from_(one.component), one, two)
            if len(self._verdicts) >= _REMEMBERED:
                self._verdicts.clear()
            self._verdicts[key] = found
        return self._verdicts[key]

    def _add(self, a: str, b: str, relation: Relation) -> None:
        key = frozenset((a, b))
        link = self._links.get(key, Link(a, b)).from_(a)
        kept = Link(a, b, (*link.tables, relation), link.rules)
        first = self._links[key].a if key in self._links else a
        self._links[key] = kept.from_(first)

    def _add_rule(self, relation: RuleRelation) -> None:
        rule = relation.rule
        key = frozenset((rule.component, rule.other))
        link = self._links.get(key, Link(rule.component, rule.other))
        bound: Iterable[BoundRule]
        if rule.is_within_fleet:
            bound = (BoundRule(relation, binds_a=True), BoundRule(relation, binds_a=False))
        else:
            bound = (BoundRule(relation, binds_a=link.a == rule.component),)
        self._links[key] = Link(link.a, link.b, link.tables, (*link.rules, *bound))
