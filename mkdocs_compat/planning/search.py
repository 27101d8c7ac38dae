"""The best way from one state to another: A* over all states, complete and exact.

What a way costs is compared key by key. With the default objective: how many components the
largest lockstep moves, locksteps, downtime, hops; then, hop by hop, how many candidates are left
(so that intermediate versions are the latest), the author's order, and the product's order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import combinations
from math import inf

from mkdocs_compat.planning.estimates import Couples, Estimates
from mkdocs_compat.planning.problem import Edge, Numbers, Problem, Ties, add
from mkdocs_compat.planning.request import Objective
from mkdocs_compat.planning.states import State

__all__ = ["Cost", "Found", "Leg", "Problem", "Way", "reach", "search"]

# After so many states the search asks what two components at a time need.
_PATIENCE = 500


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


def search(problem: Problem) -> Found:
    """Return the best way; several components move at once only where there is no other way."""
    if problem.is_hopeless():
        return Found(None, 0, {})
    run = _Run(problem, Estimates(problem, 1, None), 1)
    way = run.find(_PATIENCE)
    visited = run.visited
    if way is not None:
        return Found(way, visited, {})
    couples = Couples(problem)
    stopping = sum(bool(each.track.last) and each.can_stop for each in problem.moves)
    for most in (*((1,) if run.is_cut else ()), *range(2, stopping + 1)):
        run = _Run(problem, Estimates(problem, most, couples), most)
        way = run.find()
        visited += run.visited
        if way is not None:
            return Found(way, visited, {})
    return Found(None, visited, {})


def reach(problem: Problem) -> Found:
    """Return the best ways to all states that are reached without several components at once."""
    run = _Run(problem, None, 1)
    run.find()
    return Found(None, run.visited, {state: run.way(state) for state in run.closed})


class _Run:
    """A* with at most so many components at once."""

    def __init__(self, problem: Problem, estimates: Estimates | None, most: int) -> None:
        self._problem = problem
        self._states = problem.states
        # Without estimates the search goes on to all states that can be reached.
        self._estimates = estimates
        self._most = most
        self.visited = 0
        self.is_cut = False
        self.closed: dict[State, Leg | None] = {}
        self._best: dict[State, tuple[Numbers, Ties]] = {}
        # What a way would cost at least, ties, whether locksteps are still to be tried from the
        # state, the state, what it has cost, and the last leg.
        self._open: list[tuple[Numbers, Ties, bool, State, Numbers, Leg | None]] = []

    def find(self, patience: float = inf) -> Way | None:
        """Return the best way; None where there is none, or after so many states."""
        start, target = self._states.start, self._states.target
        self._push(start, (0, *self._problem.in_order(0, 0, 0)), ((), (), ()), None)
        while self._open:
            _, ties, is_lockstep, state, cost, leg = heappop(self._open)
            if is_lockstep:
                self._expand_together(state, cost, ties)
                continue
            if state in self.closed:
                continue
            if self.visited >= patience:
                self.is_cut = True
                return None
            self.closed[state] = leg
            self.visited += 1
            if self._estimates is None:
                self._expand(state, cost, ties)
                continue
            if state == target:
                return self.way(state)
            self._expand(state, cost, ties)
            if self._most > 1:
                locksteps, *rest = self._estimates.of(state)
                later = add(cost, (max(1, locksteps), *rest))
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

    def _expand(self, state: State, cost: Numbers, ties: Ties) -> None:
        for i, position in enumerate(state):
            for edge in self._problem.edges(i, position):
                after = (*state[:i], edge.to, *state[i + 1 :])
                if after not in self.closed and self._states.allows(after, (i,)):
                    self._go(state, after, [(i, position, edge)], cost, ties)

    def _expand_together(self, state: State, cost: Numbers, ties: Ties) -> None:
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
        ties: Ties,
    ) -> None:
        is_rolling = len(moved) == 1 and moved[0][2].is_rolling
        leg = Leg(tuple(i for i, _, _ in moved), state, after, is_rolling)
        total = add(cost, self._problem.numbers(moved))
        self._push(after, total, self._problem.ties(moved, ties), leg)

    def _push(self, state: State, cost: Numbers, ties: Ties, leg: Leg | None) -> None:
        key = cost, ties
        if state in self._best and self._best[state] <= key:
            return
        bound = cost
        if self._estimates is not None:
            bound = add(cost, self._estimates.of(state))
            if bound[-1] == inf:
                return
        self._best[state] = key
        heappush(self._open, (bound, ties, False, state, cost, leg))


def _cost(legs: Sequence[Leg]) -> Cost:
    together = [len(leg.moved) for leg in legs if len(leg.moved) > 1]
    downtime = sum(len(leg.moved) for leg in legs if not leg.is_rolling)
    jumps = sum((leg.after[i] - leg.before[i]) ** 2 for leg in legs for i in leg.moved)
    return Cost(max(together, default=0), len(together), downtime, len(legs), jumps)
