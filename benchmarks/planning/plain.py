"""The peer: breadth-first search for the fewest hops, as anybody would write it.

It walks over whole states, asks the index for each pair once, knows neither downtime nor stops,
moves one component at a time and tells no reasons.
"""

from __future__ import annotations

from collections import deque
from itertools import combinations

from model import Case

from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.reasoning.answer import Asked
from mkdocs_compat.reasoning.asking import read_asked
from mkdocs_compat.reasoning.index import Index

_GOOD = (None, Verdict.COMPATIBLE, Verdict.PARTIAL)


class _States:
    """The states, whose pairs are judged once."""

    def __init__(self, case: Case) -> None:
        self._index = Index(case.product)
        self.tracks: list[list[Asked]] = []
        for id_ in case.start:
            component = self._index.components[id_]
            texts = [release.version.text for release in component.releases]
            found = (read_asked(component, text) for text in texts)
            self.tracks.append([each for each in found if isinstance(each, Asked)])
        self._known: dict[tuple[int, ...], bool] = {}

    def goes(self, state: tuple[int, ...]) -> bool:
        """Tell whether all versions of a state go together."""
        return all(self._fits(i, p, j, q) for (i, p), (j, q) in combinations(enumerate(state), 2))

    def _fits(self, *key: int) -> bool:
        i, p, j, q = key
        if key not in self._known:
            verdict = self._index.verdict([self.tracks[i][p], self.tracks[j][q]])
            self._known[key] = verdict in _GOOD
        return self._known[key]


def walk(case: Case) -> tuple[int | None, int]:
    """Return how many hops it takes, and how many states were looked at."""
    states = _States(case)
    start, target = (0,) * len(states.tracks), tuple(len(own) - 1 for own in states.tracks)
    hops = {start: 0}
    waiting = deque([start])
    while waiting:
        state = waiting.popleft()
        if state == target:
            return hops[state], len(hops)
        for i, position in enumerate(state):
            for to in range(position + 1, target[i] + 1):
                after = (*state[:i], to, *state[i + 1 :])
                if after not in hops and states.goes(after):
                    hops[after] = hops[state] + 1
                    waiting.append(after)
    return None, len(hops)
