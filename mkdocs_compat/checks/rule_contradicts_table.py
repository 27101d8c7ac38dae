"""Finds cells that list versions which a rule forbids, or exclude what the rules allow.

Why: readers of these versions get the verdict "conflicting", and the page says both.

Fix: correct the cell or the rule, or say with `when` of which versions the rule speaks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.checks.rule_regions import (
    Region,
    allows,
    could_forbid,
    cut_up,
    forbids,
    regions,
    related_rule,
    relation_of,
    written,
)
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.table import Cell, Row, Table
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.ranges.version_set import Interval, VersionSet
from mkdocs_compat.reasoning.coverage import Coverage
from mkdocs_compat.reasoning.rule_relation import RuleRelation
from mkdocs_compat.reasoning.rule_words import rule_words

CHECK = Check("CMP402", "rule-contradicts-table", Severity.ERROR)

_POSITIVE = (Verdict.COMPATIBLE, Verdict.PARTIAL, Verdict.UNTESTED)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A table's subject, one of its other components, and the rules about the two."""

    product: Product
    table: Table
    subject: Component
    other: Component
    relations: tuple[RuleRelation, ...]


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for product, table in inspection.site.tables():
        if table.together:
            continue
        pairs = [_pair(product, table, other) for other in dict.fromkeys(table.components)]
        related = [pair for pair in pairs if pair.relations]
        coverage = Coverage(table.rows if related else ())
        for row in table.rows if related else ():
            covered = _speaking(coverage, row, product.component(table.subject))
            for pair in related:
                yield from _in_row(row, covered, pair)


def _pair(product: Product, table: Table, other: str) -> _Pair:
    subject = table.subject
    relations = tuple(
        relation_of(rule, product)
        for rule in product.rules
        if {rule.component, rule.other} == {subject, other} and subject != other
    )
    return _Pair(product, table, product.component(subject), product.component(other), relations)


def _in_row(row: Row, covered: VersionSet, pair: _Pair) -> Iterator[Diagnostic]:
    for cell in row.cells_of(pair.other.id):
        if cell.range is None or cell.is_blank:
            continue
        versions = (covered, cell.range.inside)
        worth = pair.table.worth(cell)
        if worth is Verdict.INCOMPATIBLE:
            yield from _excluded(pair, cell, versions)
        elif worth in _POSITIVE:
            for relation in pair.relations:
                yield from _listed(pair, relation, cell, versions, worth)


def _speaking(coverage: Coverage, row: Row, subject: Component) -> VersionSet:
    """Return the versions for which a row speaks: not those of its exceptions."""
    covered = VersionSet.empty() if row.subject.range is None else row.subject.range.inside
    cuts = [
        cut
        for start, end in covered.intervals
        for rival in coverage.overlapping(start, end)
        if rival.subject.range is not None
        for cut in rival.subject.range.inside.cuts()
    ]
    return VersionSet.of(
        piece
        for piece in cut_up(covered, cuts, subject.scheme)
        if any(each is row for each in coverage.speaking(piece[0]))
    )


def _listed(
    pair: _Pair,
    relation: RuleRelation,
    cell: Cell,
    versions: tuple[VersionSet, VersionSet],
    worth: Verdict,
) -> Iterator[Diagnostic]:
    """Yield a finding where a cell lists what one rule forbids."""
    if not could_forbid(relation.rule, pair.product, pair.subject.id, versions):
        return
    for found in regions((relation,), pair.subject, pair.other, versions):
        hit = [region for region in found if forbids(region.said[0])]
        if hit:
            words = rule_words(relation.rule, pair.product).removesuffix(".")
            yield CHECK.finding(
                cell.place,
                f"this cell lists {_names(hit, pair)} as {worth.value}, "
                f"and a rule forbids that: {words}",
                "Correct the cell or the rule, or let 'when' and 'with-when' say of which versions "
                "the rule speaks.",
                (related_rule(relation.rule),),
            )
            return


def _excluded(
    pair: _Pair, cell: Cell, versions: tuple[VersionSet, VersionSet]
) -> Iterator[Diagnostic]:
    """Yield a finding where a cell lists as incompatible what all rules about it allow."""
    for found in regions(pair.relations, pair.subject, pair.other, versions):
        hit = [region for region in found if _is_allowed(region)]
        if hit:
            rules = [
                relation.rule
                for relation, said in zip(pair.relations, hit[0].said, strict=True)
                if said
            ]
            words = rule_words(rules[0], pair.product).removesuffix(".")
            yield CHECK.finding(
                cell.place,
                f"this cell lists {_names(hit, pair)} as incompatible, "
                f"and a rule allows that: {words}",
                "Correct the cell or the rule, or let 'when' and 'with-when' say of which versions "
                "the rule speaks.",
                tuple(related_rule(rule) for rule in rules),
            )
            return


def _is_allowed(region: Region) -> bool:
    speaking = [said for said in region.said if said]
    return bool(speaking) and all(
        allows(said) and said[0] is not None and said[0].verdict in _POSITIVE for said in speaking
    )


def _names(hit: Sequence[Region], pair: _Pair) -> str:
    one: list[Interval] = [region.one for region in hit[:1]]
    return (
        f"{written((region.two for region in hit), pair.other)} with {written(one, pair.subject)}"
    )
