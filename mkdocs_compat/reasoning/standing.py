"""Where each component of a set stands: fine, or what would have to change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.reasoning.answer import Asked, Move, Standing
from mkdocs_compat.reasoning.fixing import (
    WORKING,
    Change,
    double_changes,
    single_changes,
    verdict_with,
)
from mkdocs_compat.reasoning.index import Index


def standings(index: Index, asked: Sequence[Asked]) -> tuple[Standing, ...]:
    """Return where each component in question stands, in the order of the product."""
    return tuple(
        _standing(index, asked, component)
        for component in dict.fromkeys(each.component for each in asked)
    )


def _standing(index: Index, asked: Sequence[Asked], component: str) -> Standing:
    if verdict_with(index, asked, {component}) in (None, *WORKING):
        return Standing(component, "fine", ())
    others = dict.fromkeys(each.component for each in asked if each.component != component)
    for some in ((component,), others):
        alone = _cheapest(_alone(index, asked, component, some))
        if alone is not None:
            return Standing(component, "update", alone.moves)
    both = _cheapest(_with_another(index, asked, component))
    if both is None:
        return Standing(component, "none", ())
    return Standing(component, "both", _in_order(index, asked, both))


def _alone(
    index: Index, asked: Sequence[Asked], component: str, some: Iterable[str]
) -> Iterator[Change]:
    """Yield the moves of one of some components after which a component works."""
    for moving in some:
        yield from single_changes(
            index, asked, moving, lambda after: verdict_with(index, after, {component}), WORKING
        )


def _with_another(index: Index, asked: Sequence[Asked], component: str) -> Iterator[Change]:
    others = dict.fromkeys(each.component for each in asked if each.component != component)
    for other in others:
        yield from _both(index, asked, (component, other))


def _both(index: Index, asked: Sequence[Asked], pair: tuple[str, str]) -> Iterator[Change]:
    """Yield the moves of two components after which both work."""
    yield from double_changes(
        index, asked, pair, lambda after: verdict_with(index, after, set(pair)), WORKING
    )


def _cheapest(changes: Iterator[Change]) -> Change | None:
    return min(changes, key=lambda change: change.cost, default=None)


def _in_order(index: Index, asked: Sequence[Asked], change: Change) -> tuple[Move, ...]:
    """Return the moves in the order in which the set is worth more on the way."""
    components = list(dict.fromkeys(was.component for was, _ in change.moved))

    def on_the_way(first: str) -> int:
        replaced = {id(was): now for was, now in change.moved if was.component == first}
        between = [replaced.get(id(each), each) for each in asked]
        return (verdict_with(index, between, set(components)) or Verdict.UNSTATED).rank

    order = sorted(components, key=on_the_way)
    return tuple(sorted(change.moves, key=lambda move: order.index(move.component)))
