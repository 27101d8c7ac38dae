"""What the author says about a hop: its class, its guide, what comes with the versions passed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cmp_to_key
from typing import TypeVar

from mkdocs_compat.model.component import Component
from mkdocs_compat.model.rule import Scope
from mkdocs_compat.model.upgrade import (
    Change,
    Direction,
    Downgrade,
    Gate,
    Link,
    Notice,
    Stop,
    Upgrade,
)
from mkdocs_compat.planning.hop import Move, Naming
from mkdocs_compat.planning.moves import is_crossed, is_taken_back, limits_of
from mkdocs_compat.planning.node import Node, level_between
from mkdocs_compat.versions.scheme import Cut, Level

_LEVELS = tuple(Level)

_Item = TypeVar("_Item", Notice, Gate)


class Passing:
    """Tells of each hop what is passed; what an earlier hop told is not told again."""

    def __init__(self, upgrade: Upgrade, stops: Sequence[Stop]) -> None:
        """Take what the author says, and the stops that count."""
        self._upgrade = upgrade
        self._stops = tuple(stops)
        self._told: list[Notice | Gate] = []

    def move(
        self, component: Component, left: Sequence[Node], reached: Node, naming: Naming
    ) -> Move:
        """Return a move with all that belongs to it.

        Args:
            component: The component.
            left: The versions that are left, from the least advanced one on.
            reached: The version that is reached.
            naming: What that version is.
        """
        levels = [level_between(component, node, reached) for node in left]
        level = min(levels, key=_LEVELS.index)
        is_up = any(reached.is_above(node) for node in left)
        upgrade = self._upgrade
        first = left[0]
        below, above = (first, reached) if is_up else (reached, first)
        return Move(
            component=component.id,
            was=tuple(node.text for node in left),
            now=reached.text,
            naming=naming,
            is_up=is_up,
            level=level,
            change=change_of(upgrade, component, level, below, above),
            guide=self._guide(component, first, reached, is_up=is_up),
            breaking=self._passed(upgrade.breaking, component, first, reached),
            tasks=self._passed(upgrade.tasks, component, first, reached),
            waits=self._passed(upgrade.waits, component, first, reached),
            no_return=tuple(self._no_return(component, below, above, level)),
        )

    def _guide(
        self, component: Component, left: Node, reached: Node, *, is_up: bool
    ) -> Link | None:
        """Return the guide of the stop left, for the version left, or of the stop reached."""
        own = [stop for stop in self._stops if stop.component == component.id and stop.guide]
        limits = list(limits_of(own)) if is_up else []
        ways = (Direction.UP if is_up else Direction.DOWN, Direction.BOTH)
        for limit in limits:
            is_left = not left.low < limit.floor and not limit.ceiling < left.high
            if is_left and limit.ceiling < reached.high:
                return limit.stop.guide
        for guide in self._upgrade.guides:
            if guide.component != component.id or guide.direction not in ways:
                continue
            if guide.start.range.inside.contains(left.low):
                return guide.guide
        for limit in limits:
            if left.low < limit.floor and limit.floor < reached.high:
                return limit.stop.guide
        return None

    def _passed(
        self, items: Iterable[_Item], component: Component, left: Node, reached: Node
    ) -> tuple[_Item, ...]:
        """Return what comes with the versions passed and was not told yet, in their order."""
        found = [
            item
            for item in items
            if item.component == component.id
            and is_crossed(item, left, reached)
            and not any(item is each for each in self._told)
        ]
        self._told += found
        return tuple(sorted(found, key=cmp_to_key(_by_version)))

    def _no_return(
        self, component: Component, below: Node, above: Node, level: Level
    ) -> Iterator[Gate | Downgrade]:
        for gate in self._upgrade.finalizes:
            if gate.component == component.id and is_crossed(gate, below, above):
                yield gate
        for downgrade in self._upgrade.downgrades:
            if downgrade.component == component.id and not is_taken_back(downgrade, level):
                yield downgrade


def change_of(
    upgrade: Upgrade, component: Component, level: Level, below: Node, above: Node
) -> Change | None:
    """Return the first class of change that fits an upgrade, or the one that is taken back.

    Args:
        upgrade: What the author says.
        component: The component.
        level: The level of the first number that differs.
        below: The lower version.
        above: The higher one.
    """
    for change in upgrade.changes:
        is_meant = change.component == component.id and change.level is level
        if is_meant and _is_in(change.start, below) and _is_in(change.when, above):
            return change
    return None


def _is_in(scope: Scope | None, node: Node) -> bool:
    return scope is None or node.asked.versions.is_subset(scope.range.inside)


def _first(item: Notice | Gate) -> Cut:
    """Return the cut at the first version that an item names; it lies just below a release."""
    return item.at.range.inside.intervals[0][0]


def _by_version(a: Notice | Gate, b: Notice | Gate) -> int:
    one, other = _first(a), _first(b)
    if one == other:
        return 0
    return -1 if one < other else 1
