"""What rules say of stretches of versions: of the cells of tables, and of the scopes of rules.

Versions are cut where a rule's word can change. Of each piece, all of it is looked at first, and
where a rule does not say the same of all, its first and its last line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import isinf

from mkdocs_compat.diagnostics import Related
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.rule import COUNTED, Rule
from mkdocs_compat.model.site import Product
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.ranges.text import write
from mkdocs_compat.ranges.version_set import Interval, VersionSet
from mkdocs_compat.reasoning.lines import Line, numbering
from mkdocs_compat.reasoning.pieces import has_release
from mkdocs_compat.reasoning.rule_relation import Finding, RuleRelation, RuleStatement
from mkdocs_compat.versions.scheme import LOWEST, Cut, Scheme, Side

# How many pieces are looked at for one question: the pages of a site are read at each build.
_MOST_PIECES = 400


@dataclass(frozen=True, slots=True)
class Region:
    """Versions of two components, and what rules say of them.

    Attributes:
        one: Versions of the one component.
        two: Versions of the other.
        said: What each rule may say of them, rule by rule; nothing where it does not apply.
    """

    one: Interval
    two: Interval
    said: tuple[tuple[RuleStatement | None, ...], ...]


def relation_of(rule: Rule, product: Product) -> RuleRelation:
    """Return a rule made ready for questions."""
    return RuleRelation(rule, product.component(rule.component), product.component(rule.other))


def related_rule(rule: Rule) -> Related:
    """Point to a rule from a finding that it brings about."""
    return Related(rule.place, f"the rule '{rule.name}'" if rule.name else "the rule")


def could_forbid(
    rule: Rule, product: Product, one: str, versions: tuple[VersionSet, VersionSet]
) -> bool:
    """Tell, without cutting anything, whether a rule could forbid some of these versions.

    Args:
        rule: The rule.
        product: The product whose components it names.
        one: Id of the component whose versions come first.
        versions: Versions of that component and of the other.
    """
    # Its relations alone, for its scopes hold for parts of the versions only. What cannot be
    # counted from end to end can be for some versions between.
    relation = relation_of(replace(rule, when=None, other_when=None), product)
    first, second = versions if rule.component == one else versions[::-1]
    return any(
        each is not None and each.finding is not Finding.ALLOWED
        for mine in first.intervals
        for its in second.intervals
        for each in relation.statements(mine, its)
    )


def regions(
    relations: Sequence[RuleRelation],
    one: Component,
    two: Component,
    versions: tuple[VersionSet, VersionSet],
) -> Iterator[tuple[Region, ...]]:
    """Yield the regions into which rules cut versions of two components.

    Args:
        relations: The rules, which relate these two components.
        one: The component whose versions are cut first.
        two: The other.
        versions: Versions of each.

    Yields:
        For each stretch of the first component's versions, the regions that it makes with the
        second's: once for the stretch, and once each for its first and its last line.
    """
    first, second = versions
    cuts = [
        cut
        for relation in relations
        for interval in second.intervals
        for cut in relation.cuts(interval, along_component=_is_bound(relation, one))
    ]
    count = max((_finest(relation.rule) for relation in relations), default=1)
    left = _MOST_PIECES
    for piece in cut_up(first, cuts, one.scheme):
        for sample in _samples(piece, count, one):
            found = tuple(_along(relations, sample, one, two, second))
            left -= len(found)
            yield found
        if left < 0:
            return


def cut_up(versions: VersionSet, cuts: Iterable[Cut], scheme: Scheme) -> Iterator[Interval]:
    """Cut versions into pieces, without those that hold no release."""
    wanted = sorted(set(cuts))
    for start, end in versions.intervals:
        inner = [cut for cut in wanted if start < cut < end]
        for lower, upper in zip([start, *inner], [*inner, end], strict=True):
            if lower == start or has_release(lower, upper, scheme):
                yield lower, upper


def forbids(said: tuple[RuleStatement | None, ...]) -> bool:
    """Tell whether a rule forbids all versions of a region."""
    return bool(said) and all(
        each is not None and each.finding is Finding.FORBIDDEN for each in said
    )


def may_forbid(said: tuple[RuleStatement | None, ...]) -> bool:
    """Tell whether a rule forbids some versions of a region."""
    return any(each is not None and each.finding is Finding.FORBIDDEN for each in said)


def allows(said: tuple[RuleStatement | None, ...]) -> bool:
    """Tell whether a rule allows all versions of a region."""
    return bool(said) and all(each is not None and each.finding is Finding.ALLOWED for each in said)


def written(intervals: Iterable[Interval], component: Component) -> str:
    """Write versions in the author's notation, with the component's name."""
    of_releases = (
        _without_edge(each, component.scheme) for each in VersionSet.of(intervals).intervals
    )
    versions = Range(VersionSet.of(of_releases), VersionSet.empty())
    text = write(versions, component.scheme)
    return component.name if text == "any" else f"{component.name} {text}"


def _without_edge(interval: Interval, scheme: Scheme) -> Interval:
    """Let an interval begin with a release, and not with the pre-releases before it."""
    lower, upper = interval
    if lower == LOWEST:
        return interval
    mark = scheme.landmark(lower)
    if mark.side is not Side.BELOW_PRERELEASES:
        return interval
    start = scheme.extent(mark.text).start
    return (start, upper) if start < upper else interval


def _along(
    relations: Sequence[RuleRelation],
    sample: Interval,
    one: Component,
    two: Component,
    second: VersionSet,
) -> Iterator[Region]:
    cuts = [
        cut
        for relation in relations
        for cut in relation.cuts(sample, along_component=not _is_bound(relation, one))
    ]
    for piece in cut_up(second, cuts, two.scheme):
        said = tuple(
            relation.statements(sample, piece)
            if _is_bound(relation, one)
            else relation.statements(piece, sample)
            for relation in relations
        )
        yield Region(sample, piece, said)


def _is_bound(relation: RuleRelation, one: Component) -> bool:
    """Tell whether a component is the one that the rule binds."""
    return relation.rule.component == one.id


def _samples(piece: Interval, count: int, component: Component) -> Iterator[Interval]:
    """Yield a piece, then its first and last line of so many numbers."""
    yield piece
    numbered = numbering(component.scheme)
    span = numbered.span(piece)
    for line in dict.fromkeys((span.low, span.high)):
        numbers = _finite(line, count)
        whole = numbered.interval(numbers) if numbers else None
        shared = VersionSet.of([whole] if whole else []).intersection(VersionSet.of([piece]))
        if not shared.is_empty and shared.intervals[0] != piece:
            yield shared.intervals[0]


def _finite(line: Line, count: int) -> Line:
    """Return the numbers of a line that say which it is, at most so many."""
    numbers = line[: count + 1]
    return numbers[: next((at for at, each in enumerate(numbers) if isinf(each)), len(numbers))]


def _finest(rule: Rule) -> int:
    return max((COUNTED[level] for level in rule.levels), default=1)
