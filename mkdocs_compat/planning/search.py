"""The best way from one state to another: A* over all states, complete and exact.

What a way costs is compared key by key. With the default objective: how many components the
largest lockstep moves, locksteps, downtime, hops; then, hop by hop, how many candidates are left
(so that intermediate versions are the latest), the author's order, and the product's order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush
from itertools import combinations
from math import ceil, inf
from typing import TypeAlias

from mkdocs_compat.planning.moves import Moves
from mkdocs_compat.planning.request import Objective
from mkdocs_compat.planning.states import State, States

# The keys that are numbers: locksteps, then those of the objective.
Numbers: TypeAlias = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a way costs.

    Attributes:
        largest: How many components the largest lockstep moves; 0 where there is none.
        locksteps: How many locksteps there are.
        downtime: Hops with downtime; a lockstep counts once for each component.
        hops: How many hops there are.
        jumps: Sum of the squares of how many candidates each hop passes.
    """

    largest: int
    locksteps: int
    downtime: int
    hops: int
    jumps: int

    def key(self, objective: Objective) -> tuple[int, ...]:
        """Return the numbers in the order in which an objective compares them."""
        rest = {
            Objective.DOWNTIME: (self.downtime, self.hops),
            Objective.HOPS: (self.hops, self.downtime),
            Objective.JUMPS: (self.jumps, self.downtime, self.hops),
        }
        return (self.largest, self.locksteps, *rest[objective])


@dataclass(frozen=True, slots=True)
class Edge:
    """A hop of one component: where to, and whether it goes on working."""

    to: int
    is_rolling: bool


@dataclass(frozen=True, slots=True)
class Leg:
    """One hop of a way.

    Attributes:
        moved: The components that move, by their place among the tracks.
        before: The state before.
        after: The state after.
        is_rolling: Whether it goes without downtime.
    """

    moved: tuple[int, ...]
    before: State
    after: State
    is_rolling: bool


@dataclass(frozen=True, slots=True)
class Way:
    """Legs one after the other, and what they cost."""

    legs: tuple[Leg, ...]
    cost: Cost


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found.

    Attributes:
        way: The best way; None where there is none.
        visited: How many states were looked at.
        reached: The best way to each state that was reached, where there is no way to the target.
    """

    way: Way | None
    visited: int
    reached: dict[State, Way]


# Hop by hop: candidates left, places in the author's order, and what tells all hops apart.
_Ties: TypeAlias = tuple[
    tuple[int, ...], tuple[tuple[int, ...], ...], tuple[tuple[tuple[int, int], ...], ...]
]
_Key: TypeAlias = tuple[Numbers, _Ties]


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
        self._edges: dict[tuple[int, int], tuple[Edge, ...]] = {}

    def edges(self, component: int, position: int) -> tuple[Edge, ...]:
        """Return the hops that a component may make by itself, others left aside."""
        key = component, position
        if key not in self._edges:
            self._edges[key] = tuple(self._find_edges(component, position))
        return self._edges[key]

    def _find_edges(self, component: int, position: int) -> Iterator[Edge]:
        for to in self.moves[component].successors(position):
            fleet = self.moves[component].track.fleet(to)
            if not self.states.is_fleet(component, fleet):
                continue
            is_rolling = self.moves[component].can_roll and self.states.is_beside(
                component, position, to
            )
            if is_rolling or self.moves[component].can_stop:
                yield Edge(to, is_rolling)

    def numbers(self, moved: Sequence[tuple[int, int, Edge]]) -> Numbers:
        """Return what one hop costs: locksteps first, then the keys of the objective."""
        locksteps = int(len(moved) > 1)
        downtime = len(moved) if locksteps else int(not moved[0][2].is_rolling)
        jumps = sum((edge.to - position) ** 2 for _, position, edge in moved)
        return (locksteps, *self._in_order(downtime, 1, jumps))

    def _in_order(self, downtime: float, hops: float, jumps: float) -> Numbers:
        match self.objective:
            case Objective.DOWNTIME:
                return downtime, hops
            case Objective.HOPS:
                return hops, downtime
            case _:
                return jumps, downtime, hops

    def ties(self, moved: Sequence[tuple[int, int, Edge]], ties: _Ties) -> _Ties:
        """Return the keys behind the numbers, with one more hop."""
        left = sum(self.moves[i].track.last - edge.to for i, _, edge in moved)
        places = tuple(self.moves[i].place for i, _, _ in moved)
        names = tuple((i, edge.to) for i, _, edge in moved)
        return (*ties[0], left), (*ties[1], places), (*ties[2], names)

    @cached_property
    def alone(self) -> tuple[tuple[Numbers, ...], ...]:
        """For each component and position, the least that it costs to go on by itself."""
        return tuple(self._alone(i, len(self._in_order(0, 0, 0))) for i in range(len(self.moves)))

    @cached_property
    def apart(self) -> tuple[tuple[tuple[float, float, float], ...], ...]:
        """The same for each key by itself: downtime, hops, jumps."""
        return tuple(self._apart(i) for i in range(len(self.moves)))

    def _alone(self, component: int, count: int) -> tuple[Numbers, ...]:
        last = self.moves[component].track.last
        costs: list[Numbers] = [(inf,) * count] * (last + 1)
        costs[last] = (0,) * count
        for position in range(last - 1, -1, -1):
            for edge in self.edges(component, position):
                jump = (edge.to - position) ** 2
                own = self._in_order(not edge.is_rolling, 1, jump)
                costs[position] = min(costs[position], _sum(own, costs[edge.to]))
        return tuple(costs)

    def _apart(self, component: int) -> tuple[tuple[float, float, float], ...]:
        last = self.moves[component].track.last
        costs: list[tuple[float, float, float]] = [(inf, inf, inf)] * (last + 1)
        costs[last] = (0, 0, 0)
        for position in range(last - 1, -1, -1):
            for edge in self.edges(component, position):
                downtime, hops, jumps = costs[edge.to]
                mine = costs[position]
                costs[position] = (
                    min(mine[0], downtime + (not edge.is_rolling)),
                    min(mine[1], hops + 1),
                    min(mine[2], jumps + (edge.to - position) ** 2),
                )
        return tuple(costs)

    def guess(self, state: State, most: int) -> Numbers:
        """Return a lower bound of what it costs to go on from a state.

        Args:
            state: The state.
            most: How many components may move at once.
        """
        if most == 1:
            total: Numbers = (0,) * len(self.alone[0][0])
            for i, position in enumerate(state):
                total = _sum(total, self.alone[i][position])
            return (0, *total)
        found = [self.apart[i][position] for i, position in enumerate(state)]
        downtime = sum(each[0] for each in found)
        hops = [each[1] for each in found]
        least = max(*hops, ceil(sum(hops) / most)) if max(hops) < inf else inf
        return (0, *self._in_order(downtime, least, sum(each[2] for each in found)))

    def is_hopeless(self) -> bool:
        """Tell whether a component cannot get there by itself, or the target is not allowed."""
        start = self.states.start
        if any(self.alone[i][position][-1] == inf for i, position in enumerate(start)):
            return True
        return not self.states.is_allowed(self.states.target)


def search(problem: Problem) -> Found:
    """Return the best way; several components move at once only where there is no other way."""
    visited = 0
    moving = [i for i, each in enumerate(problem.moves) if each.track.last]
    stopping = [i for i in moving if problem.moves[i].can_stop]
    if problem.is_hopeless():
        return Found(None, visited, {})
    for most in (1, *range(2, len(stopping) + 1)):
        run = _Run(problem, most)
        way = run.find()
        visited += run.visited
        if way is not None:
            return Found(way, visited, {})
    return Found(None, visited, {})


def reach(problem: Problem) -> Found:
    """Return the best ways to all states that are reached without several components at once."""
    run = _Run(problem, 1, is_exhaustive=True)
    run.find()
    return Found(None, run.visited, {state: run.way(state) for state in run.closed})


class _Run:
    """A* with at most so many components at once."""

    def __init__(self, problem: Problem, most: int, *, is_exhaustive: bool = False) -> None:
        self._problem = problem
        self._states = problem.states
        self._most = most
        self._is_exhaustive = is_exhaustive
        self.visited = 0
        self.closed: dict[State, Leg | None] = {}
        self._best: dict[State, _Key] = {}
        self._guesses: dict[State, Numbers] = {}
        # What a way would cost at least, ties, whether locksteps are still to be tried from the
        # state, the state, what it has cost, and the last leg.
        self._open: list[tuple[Numbers, _Ties, bool, State, Numbers, Leg | None]] = []

    def find(self) -> Way | None:
        """Return the best way; None where there is none."""
        start, target = self._states.start, self._states.target
        zero = (0.0,) * len(self._guess(start))
        self._push(start, zero, ((), (), ()), None)
        while self._open:
            _, ties, is_lockstep, state, cost, leg = heappop(self._open)
            if is_lockstep:
                self._expand_together(state, cost, ties)
                continue
            if state in self.closed:
                continue
            self.closed[state] = leg
            self.visited += 1
            if state == target and not self._is_exhaustive:
                return self.way(state)
            self._expand(state, cost, ties)
            if self._most > 1:
                guess = self._guess(state)
                later = (cost[0] + 1, *_sum(cost[1:], guess[1:]))
                heappush(self._open, (later, ties, True, state, cost, None))
        return None

    def way(self, state: State) -> Way:
        """Return the way by which a state was reached."""
        legs: list[Leg] = []
        leg = self.closed[state]
        while leg is not None:
            legs.append(leg)
            leg = self.closed[leg.before]
        return Way(tuple(reversed(legs)), _cost(legs))

    def _expand(self, state: State, cost: Numbers, ties: _Ties) -> None:
        for i, position in enumerate(state):
            for edge in self._problem.edges(i, position):
                after = (*state[:i], edge.to, *state[i + 1 :])
                if after not in self.closed and self._states.allows(after, (i,)):
                    self._go(state, after, [(i, position, edge)], cost, ties)

    def _expand_together(self, state: State, cost: Numbers, ties: _Ties) -> None:
        movable = [
            i
            for i, position in enumerate(state)
            if self._problem.moves[i].can_stop and self._problem.edges(i, position)
        ]
        for count in range(2, self._most + 1):
            for chosen in combinations(movable, count):
                for moved in self._together(state, chosen):
                    after = list(state)
                    for i, _, edge in moved:
                        after[i] = edge.to
                    reached = tuple(after)
                    if reached not in self.closed and self._states.allows(reached, chosen):
                        self._go(state, reached, moved, cost, ties)

    def _together(
        self, state: State, chosen: Sequence[int]
    ) -> Iterator[tuple[tuple[int, int, Edge], ...]]:
        """Yield every way in which some components move at once."""
        if not chosen:
            yield ()
            return
        first, *rest = chosen
        for edge in self._problem.edges(first, state[first]):
            for others in self._together(state, rest):
                yield ((first, state[first], edge), *others)

    def _go(
        self,
        state: State,
        after: State,
        moved: Sequence[tuple[int, int, Edge]],
        cost: Numbers,
        ties: _Ties,
    ) -> None:
        is_rolling = len(moved) == 1 and moved[0][2].is_rolling
        leg = Leg(tuple(i for i, _, _ in moved), state, after, is_rolling)
        total = _sum(cost, self._problem.numbers(moved))
        self._push(after, total, self._problem.ties(moved, ties), leg)

    def _push(self, state: State, cost: Numbers, ties: _Ties, leg: Leg | None) -> None:
        guess = self._guess(state)
        if not self._is_exhaustive and guess[-1] == inf:
            return
        key = cost, ties
        if state in self._best and self._best[state] <= key:
            return
        self._best[state] = key
        bound = cost if self._is_exhaustive else _sum(cost, guess)
        heappush(self._open, (bound, ties, False, state, cost, leg))

    def _guess(self, state: State) -> Numbers:
        if state not in self._guesses:
            self._guesses[state] = self._problem.guess(state, self._most)
        return self._guesses[state]


def _cost(legs: Sequence[Leg]) -> Cost:
    together = [len(leg.moved) for leg in legs if len(leg.moved) > 1]
    downtime = sum(len(leg.moved) for leg in legs if not leg.is_rolling)
    jumps = sum((leg.after[i] - leg.before[i]) ** 2 for leg in legs for i in leg.moved)
    return Cost(max(together, default=0), len(together), downtime, len(legs), jumps)


def _sum(one: Sequence[float], other: Sequence[float]) -> Numbers:
    return tuple(map(sum, zip(one, other, strict=True)))
