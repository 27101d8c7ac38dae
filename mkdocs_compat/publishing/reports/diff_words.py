"""The words of what changed between two models: plain lines that every report puts in its form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_compat.comparing import Comparison, ProductComparison, Turn, turn
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.site import Product
from mkdocs_compat.planning.changed_plans import PlanChange, PlanChangeKind
from mkdocs_compat.planning.plan import Blocked, Plan
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.ranges.simplify import simplify
from mkdocs_compat.ranges.text import write
from mkdocs_compat.ranges.version_set import VersionSet
from mkdocs_compat.reasoning.changing import Change, Some, Verdicts
from mkdocs_compat.reasoning.pieces import release_text
from mkdocs_compat.reasoning.released import released
from mkdocs_compat.versions.keys import increment
from mkdocs_compat.versions.named import Named
from mkdocs_compat.versions.scheme import HIGHEST, LOWEST, Cut, Extent, Scheme, Side

# Stands between the ends of a range, so that `➜` is left for what changed.
_DASH = "–"

_ODD = re.compile(r"[<>]| with | except ")

# Longer numbers are left as they are.
_MOST_DIGITS = 15

_HEADINGS = {
    Turn.WORSE: "Worse",
    Turn.BETTER: "Better",
    Turn.STATED: "Stated now, and not before",
    Turn.UNSTATED: "No longer stated",
}

_PLANS = {
    PlanChangeKind.IMPOSSIBLE: "no longer possible",
    PlanChangeKind.LONGER: "longer",
    PlanChangeKind.SHORTER: "shorter",
    PlanChangeKind.POSSIBLE: "possible now",
}


@dataclass(frozen=True, slots=True)
class ToldChange:
    """One change in words.

    Attributes:
        what: The versions or the upgrade concerned.
        before: What was the case.
        after: What is.
    """

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Section:
    """Changes of one kind.

    Attributes:
        title: What kind.
        changes: The changes that have a before and an after.
        lines: Those that have none.
    """

    title: str
    changes: tuple[ToldChange, ...] = ()
    lines: tuple[str, ...] = ()


def sections(product: ProductComparison) -> list[Section]:
    """Return all that changed about a product, the worst first."""
    found = [
        Section(
            heading, tuple(_told(each, product) for each in product.changes if turn(each) is way)
        )
        for way, heading in _HEADINGS.items()
    ]
    plans = tuple(_plan(each, product) for each in _worst_first(product.plans))
    found.insert(1, Section("Upgrades", plans))
    found += [
        Section("Components", lines=tuple(_components(product))),
        Section("Rules", lines=tuple(_rules(product))),
        Section(
            "Only pre-releases at an edge of what is stated",
            tuple(_told(each, product) for each in product.edges),
        ),
    ]
    return [each for each in found if each.changes or each.lines]


def name_of(product: Product) -> str:
    """Return what a product is called; empty where it has no name."""
    return product.name or product.id


def summary(comparison: Comparison) -> str:
    """Count what changed, in one sentence."""
    if not comparison.has_changes:
        return "No answer and no upgrade changed."
    changes = [each for product in comparison.products for each in product.changes]
    plans = [each for product in comparison.products for each in product.plans]
    counts = [
        (sum(turn(each) is Turn.WORSE for each in changes), "answer is worse", "answers are worse"),
        (sum(turn(each) is Turn.BETTER for each in changes), "is better", "are better"),
        (sum(turn(each) is Turn.STATED for each in changes), "is new", "are new"),
        (sum(turn(each) is Turn.UNSTATED for each in changes), "is gone", "are gone"),
        (
            sum(each.kind.is_worse for each in plans),
            "upgrade is longer or impossible",
            "upgrades are longer or impossible",
        ),
        (
            sum(not each.kind.is_worse for each in plans),
            "upgrade is shorter or possible now",
            "upgrades are shorter or possible now",
        ),
    ]
    said = [f"{count} {one if count == 1 else many}" for count, one, many in counts if count]
    return f"{'; '.join(said)}." if said else "No answer about a release changed, but see below."


def versions(some: Some, product: Product) -> str:
    """Return versions of a component in the author's notation, by its releases where it has any."""
    component = product.component(some.component)
    own = released(some.versions.intervals, component.scheme)
    if own.is_empty:
        return write(Range(some.versions, VersionSet.empty()), component.scheme, _DASH)
    text = write(
        Range(_rounded(own, component.scheme), VersionSet.empty()), component.scheme, _DASH
    )
    if _ODD.search(text) or isinstance(component.scheme, Named):
        # Names, and what lies between two cells, are told by the releases that they hold.
        text = _by_releases(own, component) or text
    return text.replace(f" {_DASH} ", _DASH)


def _by_releases(own: VersionSet, component: Component) -> str:
    """Return versions as the releases that they hold; empty where they hold none that is listed."""
    if not any(own.contains(release.version.key) for release in component.releases):
        return ""
    texts = [release.version.text for release in component.releases]
    return simplify(Range(own, VersionSet.empty()), texts, component.scheme, _DASH)


def _rounded(own: VersionSet, scheme: Scheme) -> VersionSet:
    """Return versions that begin and end with a release of their own: `4.30.7` for `<4.30.8`."""
    return VersionSet.of(
        (_begin(lower, scheme), _end(upper, scheme)) for lower, upper in own.intervals
    )


def _begin(lower: Cut, scheme: Scheme) -> Cut:
    if lower == LOWEST:
        return lower
    mark = scheme.landmark(lower)
    if mark.side is not Side.ABOVE or mark.is_prerelease or len(mark.numbers) != scheme.full:
        return lower
    *leading, last = mark.numbers
    return _extent(mark.text, (*leading, increment(last)), scheme).start


def _end(upper: Cut, scheme: Scheme) -> Cut:
    if upper == HIGHEST:
        return upper
    mark = scheme.landmark(upper)
    *leading, last = mark.numbers or ("0",)
    is_below = mark.side is not Side.ABOVE and not mark.is_prerelease
    if not is_below or len(mark.numbers) != scheme.full or len(last) > _MOST_DIGITS or last == "0":
        return upper
    return _extent(mark.text, (*leading, str(int(last) - 1)), scheme).end


def _extent(text: str, numbers: Sequence[str], scheme: Scheme) -> Extent:
    return scheme.extent(release_text(text, numbers), exact=True)


def verdicts(found: Verdicts) -> str:
    """Return verdicts in words; several where rules divide the versions."""
    return " or ".join(each.value for each in found)


def _told(change: Change, comparison: ProductComparison) -> ToldChange:
    names = (
        f"{comparison.new.component(each.component).name} {versions(each, comparison.new)}"
        for each in change.members
    )
    first, *others = names
    what = f"{first} with {' and '.join(others)}"
    return ToldChange(what, verdicts(change.before), verdicts(change.after))


def _worst_first(plans: tuple[PlanChange, ...]) -> list[PlanChange]:
    order = list(PlanChangeKind)
    return sorted(plans, key=lambda plan: order.index(plan.kind))


def _plan(change: PlanChange, comparison: ProductComparison) -> ToldChange:
    start, target = (_fleet(each, comparison.new) for each in (change.start, change.target))
    what = f"from {start} to {target}: {_PLANS[change.kind]}"
    return ToldChange(what, length(change.before), length(change.after))


def _fleet(state: Mapping[str, str], product: Product) -> str:
    return " and ".join(f"{product.component(id_).name} {text}" for id_, text in state.items())


def length(result: Plan | Blocked) -> str:
    """Say how long a plan is."""
    if isinstance(result, Blocked):
        return "no way"
    count, down = len(result.hops), result.cost.downtime
    hops = f"{count} {'hop' if count == 1 else 'hops'}"
    return f"{hops}, {down} with downtime" if down else hops


def _components(comparison: ProductComparison) -> Iterator[str]:
    for id_ in comparison.removed:
        yield f"gone: {comparison.old.component(id_).name}"
    for id_ in comparison.added:
        yield f"new: {comparison.new.component(id_).name}"
    for id_ in comparison.incomparable:
        old, new = comparison.old.component(id_), comparison.new.component(id_)
        yield (
            f"{new.name} is ordered as {new.scheme.name} now and was as {old.scheme.name}: "
            "its answers are not compared"
        )


def _rules(comparison: ProductComparison) -> Iterator[str]:
    for words in comparison.old_rules:
        yield f"gone: {words}"
    for words in comparison.new_rules:
        yield f"new: {words}"
