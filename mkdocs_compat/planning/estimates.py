"""What it costs at least to go on from a state.

Each component alone gives one bound. Where several components depend on each other that is not
enough: all states might be looked at before it turns out that two must move at once. Two related
components, all others left aside, give a bound that knows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import ceil, inf
from typing import TypeAlias

from mkdocs_compat.planning.problem import Edge, Numbers, Problem, add
from mkdocs_compat.planning.states import State

# Two components with more positions than these together are left aside.
_MOST_POSITIONS = 40_000

# By the positions of two components.
_Costs: TypeAlias = Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class _Couple:
    """Two related components, by their places: locksteps and downtime that they need."""

    one: int
    other: int
    locksteps: _Costs
    downtime: _Costs


class Couples:
    """Bounds by two components at a time."""

    def __init__(self, problem: Problem) -> None:
        """Look at all pairs of related components."""
        self._problem = problem
        self._couples = tuple(
            _Couple(
                i,
                j,
                _least(problem, i, j, lambda _: 0, 1),
                _least(problem, i, j, lambda edge: not edge.is_rolling, 2),
            )
            for i, j in combinations(range(len(problem.moves)), 2)
            if problem.states.is_related(i, j) and _is_small(problem, i, j)
        )

    def locksteps(self, state: State) -> float:
        """Return how many locksteps are needed at least; infinity where there is no way."""
        return max(
            (each.locksteps[state[each.one]][state[each.other]] for each in self._couples),
            default=0,
        )

    def downtime(self, state: State, alone: Sequence[float]) -> float:
        """Return how much downtime is needed at least.

        Args:
            state: From where.
            alone: How much each component needs by itself.
        """
        more = (
            each.downtime[state[each.one]][state[each.other]] - alone[each.one] - alone[each.other]
            for each in self._couples
        )
        return sum(alone) + max(more, default=0)


class Estimates:
    """Lower bounds for one search; never more than a hop costs do they fall by that hop."""

    def __init__(self, problem: Problem, most: int, couples: Couples | None) -> None:
        """Take what is known.

        Args:
            problem: The search.
            most: How many components may move at once.
            couples: Bounds by two components; None where they are not worth the work.
        """
        self._problem = problem
        self._most = most
        self._couples = couples
        self._none: Numbers = (inf, *problem.in_order(inf, inf, inf))
        self._known: dict[State, Numbers] = {}

    def of(self, state: State) -> Numbers:
        """Return a lower bound of what it costs to go on from a state."""
        if state not in self._known:
            self._known[state] = self._find(state)
        return self._known[state]

    def _find(self, state: State) -> Numbers:
        problem, couples = self._problem, self._couples
        locksteps = couples.locksteps(state) if couples else 0
        if locksteps == inf or (self._most == 1 and locksteps):
            return self._none
        alone = problem.in_order(0, 0, 0)
        if self._most == 1:
            for i, position in enumerate(state):
                alone = add(alone, problem.alone[i][position])
            if couples is None or alone[-1] == inf:
                return (0, *alone)
        apart = [problem.apart[i][position] for i, position in enumerate(state)]
        downtimes, hops, jumps = zip(*apart, strict=True)
        if max(hops) == inf:
            return self._none
        downtime = couples.downtime(state, downtimes) if couples else sum(downtimes)
        least = max(*hops, ceil(sum(hops) / self._most))
        return (locksteps, *max(alone, problem.in_order(downtime, least, sum(jumps))))


def _is_small(problem: Problem, i: int, j: int) -> bool:
    one, other = (problem.moves[each].track.last for each in (i, j))
    return one + other > 0 and (one + 1) * (other + 1) <= _MOST_POSITIONS


def _least(
    problem: Problem, i: int, j: int, single: Callable[[Edge], float], both: float
) -> _Costs:
    """Return what two components need at least, from any of their positions.

    Args:
        problem: The search.
        i: The place of the first.
        j: The place of the second.
        single: What a hop of one of them costs.
        both: What it costs that they move at once.
    """
    last_i, last_j = (problem.moves[each].track.last for each in (i, j))
    can_stop = problem.moves[i].can_stop and problem.moves[j].can_stop
    costs = [[inf] * (last_j + 1) for _ in range(last_i + 1)]
    # The same after the second has moved, which costs nothing here.
    moved = [[inf] * (last_j + 1) for _ in range(last_i + 1)]
    for p in range(last_i, -1, -1):
        ways_i = [(edge.to, single(edge)) for edge in problem.edges(i, p)]
        for q in range(last_j, -1, -1):
            edges_j = problem.edges(j, q)
            moved[p][q] = min((costs[p][edge.to] for edge in edges_j), default=inf)
            if not problem.states.fits(i, p, j, q):
                continue
            if (p, q) == (last_i, last_j):
                costs[p][q] = 0
                continue
            found = [costs[p][edge.to] + single(edge) for edge in edges_j]
            found += [costs[to][q] + cost for to, cost in ways_i]
            if can_stop:
                found += [moved[to][q] + both for to, _ in ways_i]
            costs[p][q] = min(found, default=inf)
    return costs
