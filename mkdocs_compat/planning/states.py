"""Whether a state is allowed: every pair of versions in service, and every row that counts whole.

The verdict of a pair is looked for once; afterwards a state of n components costs n² look-ups.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, product
from typing import TypeAlias

from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.planning.candidates import Track
from mkdocs_compat.planning.node import Node
from mkdocs_compat.planning.verdicts import Verdicts

# The position of each component on its track.
State: TypeAlias = tuple[int, ...]

GOOD = frozenset({Verdict.COMPATIBLE, Verdict.PARTIAL})


class States:
    """The states of some tracks.

    Attributes:
        tracks: The tracks.
    """

    def __init__(
        self,
        verdicts: Verdicts,
        tracks: Sequence[Track],
        accepted: frozenset[Verdict] = frozenset(),
    ) -> None:
        """Judge by `verdicts`; those in `accepted` are good enough, besides good ones."""
        self.tracks = tuple(tracks)
        self._verdicts = verdicts
        self._good = {None, *GOOD, *accepted}
        index = verdicts.index
        ids = [track.component.id for track in self.tracks]
        # Components that something relates; of all others nothing needs to be asked.
        self._related: list[list[int]] = [
            [j for j, b in enumerate(ids) if j != i and index.link(a, b) is not None]
            for i, a in enumerate(ids)
        ]
        self._own = [index.link(id_, id_) is not None for id_ in ids]
        self._fleets = [
            [track.fleet(position) for position in range(len(track.nodes))] for track in self.tracks
        ]
        places = {id_: at for at, id_ in enumerate(ids)}
        # By the number of the table: which components it speaks of.
        self._groups: dict[int, tuple[int, ...]] = {}
        for number, combination in enumerate(index.combinations):
            members = tuple(places[id_] for id_ in combination.components if id_ in places)
            if len(members) > 1 and combination.speaks_of(len(members)):
                self._groups[number] = members
        self._fits: dict[tuple[int, int, int, int], bool] = {}
        self._grouped: dict[tuple[int, tuple[int, ...]], bool] = {}

    @property
    def start(self) -> State:
        """The state at the start."""
        return (0,) * len(self.tracks)

    @property
    def target(self) -> State:
        """The state that is wanted."""
        return tuple(track.last for track in self.tracks)

    def nodes(self, component: int, position: int) -> tuple[Node, ...]:
        """Return the versions of a component in service at a position."""
        track = self.tracks[component]
        return tuple(track.nodes[place] for place in track.fleet(position))

    def is_allowed(self, state: State) -> bool:
        """Tell whether a state is allowed."""
        return self.allows(state, range(len(state)))

    def allows(self, state: State, moved: Iterable[int]) -> bool:
        """Tell whether a state is allowed that differs from an allowed one in some components."""
        for i in moved:
            position = state[i]
            if self._own[i] and not self.is_fleet(i, self._fleets[i][position]):
                return False
            for j in self._related[i]:
                key = (i, position, j, state[j]) if i < j else (j, state[j], i, position)
                if not self.fits(*key):
                    return False
        return not self._groups or self._are_groups(state)

    def is_related(self, i: int, j: int) -> bool:
        """Tell whether something relates two components."""
        return j in self._related[i]

    def fits(self, i: int, p: int, j: int, q: int) -> bool:
        """Tell whether two components go together at two positions; the first comes first."""
        key = i, p, j, q
        found = self._fits.get(key)
        if found is None:
            ours, theirs = self._fleets[i][p], self._fleets[j][q]
            found = all(self._pair(i, a, j, b) for a in ours for b in theirs)
            self._fits[key] = found
        return found

    def is_beside(self, component: int, position: int, to: int) -> bool:
        """Tell whether a component may run the versions of two positions side by side.

        What they are worth beside the other components follows from the states before and after.
        """
        if not self._own[component]:
            return True
        places = self._fleets[component][position]
        return self.is_fleet(component, places) and all(
            self._is_beside(component, place, to) for place in places
        )

    def is_fleet(self, component: int, places: tuple[int, ...]) -> bool:
        """Tell whether versions of one component may run side by side."""
        if len(places) < 2:
            return True
        return all(self._is_beside(component, a, b) for a, b in combinations(places, 2))

    def _is_beside(self, component: int, a: int, b: int) -> bool:
        if a == b:
            return True
        key = component, min(a, b), component, max(a, b)
        found = self._fits.get(key)
        if found is None:
            found = self._fits[key] = self._pair(*key)
        return found

    def _pair(self, i: int, a: int, j: int, b: int) -> bool:
        one, other = self.tracks[i].nodes[a].asked, self.tracks[j].nodes[b].asked
        return self._verdicts.pair(one, other) in self._good

    def _are_groups(self, state: State) -> bool:
        return all(
            self._is_group(number, tuple(state[i] for i in members))
            for number, members in self._groups.items()
        )

    def _is_group(self, number: int, positions: tuple[int, ...]) -> bool:
        key = number, positions
        if key not in self._grouped:
            fleets = [
                [node.asked for node in self.nodes(i, position)]
                for i, position in zip(self._groups[number], positions, strict=True)
            ]
            self._grouped[key] = all(
                self._verdicts.group(number, each) in self._good for each in product(*fleets)
            )
        return self._grouped[key]
