"""Plans by plain enumeration: every state, every hop, no estimates, no code of the package.

Versions are three numbers, as in the slow evaluator, which gives the verdicts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import TypeAlias

from tests.reasoning.slow_evaluator import Numbers, RuleFacts, SlowEvaluator

# For each component the versions in service, in their order.
State: TypeAlias = tuple[tuple[Numbers, ...], ...]
# Components that move, by their place, and where to.
Hop: TypeAlias = tuple[tuple[int, Numbers], ...]
# The largest lockstep, locksteps, and then what is wanted least of: downtime and hops, say.
Cost: TypeAlias = tuple[int, ...]

_COUNTED = {"major": 1, "minor": 2, "patch": 3}
_LEVELS = ("major", "minor", "patch")
_END = 99


@dataclass(frozen=True)
class UpgradeFacts:
    """What is said of upgrades: stops as lines with the line that they guard, or None."""

    stops: tuple[tuple[str, str, str | None], ...] = ()
    max_hops: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    rolling: tuple[str, ...] = ()
    downgrades: Mapping[str, bool | str] = field(default_factory=dict)
    finals: tuple[tuple[str, str], ...] = ()


def numbers(text: str) -> Numbers:
    return tuple(int(each) for each in text.split("."))


class SlowPlanner:
    """Finds plans by trying everything."""

    def __init__(
        self,
        slow: SlowEvaluator,
        upgrade: UpgradeFacts,
        candidates: Mapping[str, Sequence[str]],
        start: Mapping[str, Sequence[str]],
        target: Mapping[str, str],
    ) -> None:
        self._slow = slow
        self._upgrade = upgrade
        self._ids = [id_ for id_ in slow.facts.releases if id_ in start]
        self._candidates = {id_: sorted(map(numbers, candidates[id_])) for id_ in self._ids}
        self.start: State = tuple(
            tuple(sorted({numbers(text) for text in start[id_]})) for id_ in self._ids
        )
        self._goal = {id_: numbers(text) for id_, text in target.items()}
        self.target: State = tuple(
            (self._goal[id_],) if id_ in self._goal else self.start[at]
            for at, id_ in enumerate(self._ids)
        )
        self._allowed: dict[State, bool] = {}

    def allows(self, state: State) -> bool:
        if state not in self._allowed:
            instances = [
                (id_, frozenset({version}))
                for id_, fleet in zip(self._ids, state, strict=True)
                for version in fleet
            ]
            verdict = self._slow.verdict(instances)
            self._allowed[state] = verdict in (None, "compatible", "partial")
        return self._allowed[state]

    def best(self, objective: str = "downtime") -> Cost | None:
        """Return what the best plan costs; None where there is none."""
        for most in range(1, len(self._ids) + 1):
            found = self._best(most, objective)
            if found is not None:
                return (most if found[0] else 0, *found)
        return None

    def _best(self, most: int, objective: str) -> Cost | None:
        """Return the cost of the best plan with so many moving at once, its locksteps first."""
        costs = {self.start: (0,) * (4 if objective == "jumps" else 3)}
        changed = [self.start]
        while changed:
            again: list[State] = []
            for state in changed:
                for after, step in self._steps(state, most, objective):
                    total = tuple(a + b for a, b in zip(costs[state], step, strict=True))
                    if after not in costs or total < costs[after]:
                        costs[after] = total
                        again.append(after)
            changed = again
        return costs.get(self.target)

    def _steps(self, state: State, most: int, objective: str) -> Iterator[tuple[State, Cost]]:
        for count in range(1, most + 1):
            for places in combinations(range(len(self._ids)), count):
                for goals in product(*(self._candidates[self._ids[at]] for at in places)):
                    hop = tuple(zip(places, goals, strict=True))
                    after = self.after(state, hop)
                    if after is None or not self.allows(after):
                        continue
                    downtime = count if count > 1 else int(not self.is_rolling(state, hop))
                    jumps = sum(self._passed(state, at, goal) ** 2 for at, goal in hop)
                    keys = {
                        "downtime": (downtime, 1),
                        "hops": (1, downtime),
                        "jumps": (jumps, downtime, 1),
                    }
                    yield after, (int(count > 1), *keys[objective])

    def _passed(self, state: State, at: int, goal: Numbers) -> int:
        """Return how many candidates a hop passes, from the least advanced instance on."""
        id_ = self._ids[at]
        places = [self._candidates[id_].index(each) for each in (*state[at], goal)]
        return max(
            abs(place - places[-1]) for place in places[:-1] if self._is_left(at, place, goal)
        )

    def _is_left(self, at: int, place: int, goal: Numbers) -> bool:
        """Tell whether an instance is not beyond a goal already."""
        id_ = self._ids[at]
        was = self._candidates[id_][place]
        return was < goal if self._goal[id_] > min(self.start[at]) else was > goal

    def after(self, state: State, hop: Hop) -> State | None:
        """Return the state after a hop; None where a component may not make it by itself."""
        fleets = list(state)
        for at, goal in hop:
            id_ = self._ids[at]
            if id_ not in self._goal:
                return None
            is_up = self._goal[id_] > min(state[at])
            moving = [v for v in state[at] if (v < goal if is_up else v > goal)]
            beyond = goal > self._goal[id_] if is_up else goal < self._goal[id_]
            if beyond or not moving or not all(self._may(id_, v, goal) for v in moving):
                return None
            fleets[at] = tuple(sorted({goal, *(v for v in state[at] if v not in moving)}))
        return tuple(fleets)

    def is_rolling(self, state: State, hop: Hop) -> bool:
        """Tell whether the versions before and after may run side by side."""
        ((at, goal),) = hop
        if self._ids[at] not in self._upgrade.rolling:
            return False
        beside = list(state)
        beside[at] = tuple(sorted({*state[at], goal}))
        return self.allows(tuple(beside))

    def _may(self, id_: str, was: Numbers, now: Numbers) -> bool:
        if was < now and any(self._skips(stop, was, now) for stop in self._upgrade.stops
                             if stop[0] == id_):  # fmt: skip
            return False
        if id_ in self._upgrade.max_hops:
            most, level = self._upgrade.max_hops[id_]
            count = _COUNTED[level]
            low, high = min(was, now)[:count], max(was, now)[:count]
            steps = self._slow._steps(RuleFacts(id_, id_), low, high)
            if steps is None or steps > most:
                return False
        return was < now or self._may_go_back(id_, was, now)

    @staticmethod
    def _skips(stop: tuple[str, str, str | None], was: Numbers, now: Numbers) -> bool:
        _, at, before = stop
        line = numbers(at)
        end = numbers(before) if before else (*line, *(_END,) * (3 - len(line)))
        return was < line and (now >= end if before else now > end)

    def _may_go_back(self, id_: str, was: Numbers, now: Numbers) -> bool:
        most = self._upgrade.downgrades.get(id_, True)
        if most is False:
            return False
        if isinstance(most, str):
            level = next(n for n in range(3) if was[n] != now[n])
            if level < _LEVELS.index(most):
                return False
        return not any(
            now < numbers(at) <= was for other, at in self._upgrade.finals if other == id_
        )
