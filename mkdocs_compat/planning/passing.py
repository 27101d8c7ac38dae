"""What the author says about a hop: its class, its guide, what comes with the versions passed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cmp_to_key

from mkdocs_compat.model.component import Component
from mkdocs_compat.model.upgrade import (
    Change,
    Downgrade,
    Gate,
    Link,
    Notice,
    Stop,
    Upgrade,
)
from mkdocs_compat.planning.hop import Move
from mkdocs_compat.planning.moves import is_crossed, is_taken_back, limits_of
from mkdocs_compat.planning.node import Node, level_between
from mkdocs_compat.versions.scheme import Cut, Level

_LEVELS = tuple(Level)


class Passing:
    """Tells of each hop what is passed; what an earlier hop told is not told again."""

    def __init__(self, upgrade: Upgrade, stops: Sequence[Stop]) -> None:
        """Take what the author says, and the stops that count."""
        self._upgrade = upgrade
        self._stops = tuple(stops)
        self._told: list[Notice | Gate] = []

    def move(self, component: Component, left: Sequence[Node], reached: Node) -> Move:
        """Return a move with all that belongs to it.

        Args:
            component: The component.
            left: The versions that are left, from the least advanced one on.
            reached: The version that is reached.
        """
        levels = [level_between(component, node, reached) for node in left]
        level = min(levels, key=_LEVELS.index)
        is_up = any(reached.is_above(node) for node in left)
        upgrade = self._upgrade
        below = left[0]
        return Move(
            component=component.id,
            was=tuple(node.text for node in left),
            now=reached.text,
            is_up=is_up,
            level=level,
            change=change_of(upgrade, component, level, reached),
            guide=self._guide(component, below, reached),
            breaking=self._notices(upgrade.breaking, component, below, reached),
            tasks=self._notices(upgrade.tasks, component, below, reached),
            waits=self._gates(upgrade.waits, component, below, reached),
            no_return=tuple(self._no_return(component, below, reached, level)) if is_up else (),
        )

    def _guide(self, component: Component, left: Node, reached: Node) -> Link | None:
        """Return the guide of the stop left, for the version left, or of the stop reached."""
        own = [stop for stop in self._stops if stop.component == component.id and stop.guide]
        limits = list(limits_of(own)) if reached.is_above(left) else []
        for limit in limits:
            is_left = not left.low < limit.floor and not limit.ceiling < left.high
            if is_left and limit.ceiling < reached.high:
                return limit.stop.guide
        for guide in self._upgrade.guides:
            if guide.component == component.id and guide.start.range.inside.contains(left.low):
                return guide.guide
        for limit in limits:
            if left.low < limit.floor and limit.floor < reached.high:
                return limit.stop.guide
        return None

    def _notices(
        self, notices: Iterable[Notice], component: Component, left: Node, reached: Node
    ) -> tuple[Notice, ...]:
        found = [
            notice
            for notice in notices
            if notice.component == component.id and self._is_new(notice, left, reached)
        ]
        self._told += found
        return tuple(sorted(found, key=cmp_to_key(_by_version)))

    def _gates(
        self, gates: Iterable[Gate], component: Component, left: Node, reached: Node
    ) -> tuple[Gate, ...]:
        found = [
            gate
            for gate in gates
            if gate.component == component.id and self._is_new(gate, left, reached)
        ]
        self._told += found
        return tuple(sorted(found, key=cmp_to_key(_by_version)))

    def _is_new(self, item: Notice | Gate, left: Node, reached: Node) -> bool:
        is_passed = not item.at.range.is_empty and left.low < _first(item) < reached.high
        return is_passed and not any(item is each for each in self._told)

    def _no_return(
        self, component: Component, left: Node, reached: Node, level: Level
    ) -> Iterator[Gate | Downgrade]:
        for gate in self._upgrade.finalizes:
            if gate.component == component.id and is_crossed(gate, left, reached):
                yield gate
        for downgrade in self._upgrade.downgrades:
            if downgrade.component == component.id and not is_taken_back(downgrade, level):
                yield downgrade


def change_of(upgrade: Upgrade, component: Component, level: Level, reached: Node) -> Change | None:
    """Return the first class of change that fits a hop."""
    for change in upgrade.changes:
        if change.component != component.id or change.level is not level:
            continue
        if change.when is None or reached.asked.versions.is_subset(change.when.range.inside):
            return change
    return None


def _first(item: Notice | Gate) -> Cut:
    """Return the cut at the first version that an item names; it lies just below a release."""
    return item.at.range.inside.intervals[0][0]


def _by_version(a: Notice | Gate, b: Notice | Gate) -> int:
    one, other = _first(a), _first(b)
    if one == other:
        return 0
    return -1 if one < other else 1
