"""A search made ready: the hops that components may make, and what they cost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import TypeAlias

from mkdocs_compat.planning.moves import Moves
from mkdocs_compat.planning.request import Objective
from mkdocs_compat.planning.states import States

# The keys that are numbers: locksteps, then those of the objective.
Numbers: TypeAlias = tuple[float, ...]

# Hop by hop: candidates left, places in the author's order, and what tells all hops apart.
Ties: TypeAlias = tuple[
    tuple[int, ...], tuple[tuple[int, ...], ...], tuple[tuple[tuple[int, int], ...], ...]
]


@dataclass(frozen=True, slots=True)
class Edge:
    """A hop of one component: where to, and whether it goes on working."""

    to: int
    is_rolling: bool


class Problem:
    """A search made ready.

    Attributes:
        states: The states.
        moves: What each component may do by itself.
        objective: What to have least of.
    """

    def __init__(self, states: States, moves: Sequence[Moves], objective: Objective) -> None:
        """Take the rules of the game; there are moves for each track of the states."""
        self.states = states
        self.moves = tuple(moves)
        self.objective = objective
        self._successors: dict[tuple[int, int], tuple[int, ...]] = {}
        self._edges: dict[tuple[int, int, int], Edge | None] = {}
        self._every: dict[tuple[int, int], tuple[Edge, ...]] = {}

    def edges(self, component: int, position: int) -> tuple[Edge, ...]:
        """Return the hops that a component may make by itself, others left aside."""
        key = component, position
        if key not in self._every:
            found = (self._edge(component, position, to) for to in self._tos(component, position))
            self._every[key] = tuple(edge for edge in found if edge is not None)
        return self._every[key]

    def _tos(self, component: int, position: int) -> tuple[int, ...]:
        key = component, position
        if key not in self._successors:
            self._successors[key] = tuple(self.moves[component].successors(position))
        return self._successors[key]

    def _edge(self, component: int, position: int, to: int) -> Edge | None:
        """Return the hop to a position; None where versions would not go side by side."""
        key = component, position, to
        if key not in self._edges:
            self._edges[key] = self._find_edge(component, position, to)
        return self._edges[key]

    def _find_edge(self, component: int, position: int, to: int) -> Edge | None:
        moves = self.moves[component]
        if not self.states.is_fleet(component, moves.track.fleet(to)):
            return None
        is_rolling = moves.can_roll and self.states.is_beside(component, position, to)
        return Edge(to, is_rolling) if is_rolling or moves.can_stop else None

    def numbers(self, moved: Sequence[tuple[int, int, Edge]]) -> Numbers:
        """Return what one hop costs: locksteps first, then the keys of the objective."""
        locksteps = int(len(moved) > 1)
        downtime = len(moved) if locksteps else int(not moved[0][2].is_rolling)
        jumps = sum((edge.to - position) ** 2 for _, position, edge in moved)
        return (locksteps, *self.in_order(downtime, 1, jumps))

    def in_order(self, downtime: float, hops: float, jumps: float) -> Numbers:
        """Return the keys of the objective, in the order in which it compares them."""
        match self.objective:
            case Objective.DOWNTIME:
                return downtime, hops
            case Objective.HOPS:
                return hops, downtime
            case _:
                return jumps, downtime, hops

    def ties(self, moved: Sequence[tuple[int, int, Edge]], ties: Ties) -> Ties:
        """Return the keys behind the numbers, with one more hop."""
        left = sum(self.moves[i].track.last - edge.to for i, _, edge in moved)
        places = tuple(self.moves[i].place for i, _, _ in moved)
        names = tuple((i, edge.to) for i, _, edge in moved)
        return (*ties[0], left), (*ties[1], places), (*ties[2], names)

    @cached_property
    def alone(self) -> tuple[tuple[Numbers, ...], ...]:
        """For each component and position, the least that it costs to go on by itself."""
        is_near = self.objective is Objective.JUMPS
        return tuple(
            self._least(i, self.in_order, min, is_nearest_first=is_near)
            for i in range(len(self.moves))
        )

    @cached_property
    def apart(self) -> tuple[tuple[Numbers, ...], ...]:
        """The same for each key by itself: downtime, hops, jumps."""

        def each(downtime: float, hops: float, jumps: float) -> Numbers:
            return downtime, hops, jumps

        return tuple(self._least(i, each, _least_of_each) for i in range(len(self.moves)))

    def _least(
        self,
        component: int,
        keys: Callable[[float, float, float], Numbers],
        choose: Callable[[Numbers, Numbers], Numbers],
        *,
        is_nearest_first: bool = False,
    ) -> tuple[Numbers, ...]:
        """Return the least cost from each position; hops that cannot lessen it are not looked at.

        Args:
            component: The component.
            keys: Puts downtime, hops and jumps in order.
            choose: Returns the least of two costs.
            is_nearest_first: Whether longer hops cost more, whatever follows.
        """
        moves = self.moves[component]
        last = moves.track.last
        costs: list[Numbers] = [keys(inf, inf, inf)] * (last + 1)
        costs[last] = keys(0, 0, 0)
        one = keys(not moves.can_roll, 1, 1)
        two = add(one, one)
        for position in range(last - 1, -1, -1):
            # What goes there at once need not be listed.
            if not is_nearest_first and moves.is_permitted(position, last):
                edge = self._edge(component, position, last)
                if edge is not None:
                    costs[position] = keys(not edge.is_rolling, 1, (last - position) ** 2)
            if choose(costs[position], two) == costs[position]:
                continue
            tos = self._tos(component, position)
            for to in tos if is_nearest_first else reversed(tos):
                found = costs[position]
                jump = (to - position) ** 2
                own = keys(not moves.can_roll, 1, jump)
                # So much it costs by way of any of those that follow.
                if choose(found, own if is_nearest_first else two) == found:
                    break
                through = add(own, costs[to])
                if choose(found, through) == found:
                    continue
                edge = self._edge(component, position, to)
                if edge is not None:
                    through = add(keys(not edge.is_rolling, 1, jump), costs[to])
                    costs[position] = choose(found, through)
        return tuple(costs)

    def is_hopeless(self) -> bool:
        """Tell whether a component cannot get there by itself, or the target is not allowed."""
        start = self.states.start
        if any(self.alone[i][position][-1] == inf for i, position in enumerate(start)):
            return True
        return not self.states.is_allowed(self.states.target)


def add(one: Sequence[float], other: Sequence[float]) -> Numbers:
    """Return the sum of two costs, key by key."""
    return tuple(a + b for a, b in zip(one, other, strict=True))


def _least_of_each(one: Numbers, other: Numbers) -> Numbers:
    return tuple(map(min, one, other))
