"""What one component may do by itself: stops, the largest hop, and the way back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from mkdocs_compat.model.component import Component
from mkdocs_compat.model.rule import COUNTED
from mkdocs_compat.model.upgrade import Downgrade, Gate, MaxHop, Notice, Stop, Upgrade
from mkdocs_compat.planning.candidates import Track, binding_stops
from mkdocs_compat.planning.node import Node, level_between
from mkdocs_compat.planning.request import Request
from mkdocs_compat.reasoning.lines import Train, numbering
from mkdocs_compat.versions.scheme import HIGHEST, Cut, Level

_LEVELS = tuple(Level)


class RefusalKind(Enum):
    """Why a component may not make a hop, whatever the others run."""

    STOP = "stop"
    MAX_HOP = "max-hop"
    UNCOUNTED = "uncounted"
    DOWNGRADE = "downgrade"
    FINAL = "final"
    DIRECTION = "direction"
    DOWNTIME = "downtime"


@dataclass(frozen=True, slots=True)
class Refusal:
    """What forbids a hop of one component.

    Attributes:
        kind: Why it is forbidden.
        said: What the author says that forbids it; None for a direction or a downtime.
    """

    kind: RefusalKind
    said: Stop | MaxHop | Downgrade | Gate | None = None


@dataclass(frozen=True, slots=True)
class _Limit:
    """A stop as cuts: from below `floor` nothing may go beyond `ceiling`."""

    floor: Cut
    ceiling: Cut
    stop: Stop


class Moves:
    """The hops that one component may make.

    Attributes:
        track: Its track.
        limits: The stops that bind it, as cuts, in their author's order.
        can_roll: Whether its instances can be replaced one at a time.
        can_stop: Whether it may be down.
        place: Its place in the author's order, which is turned for a component that goes down.
    """

    def __init__(self, track: Track, upgrade: Upgrade, request: Request) -> None:
        """Take what the author says, as far as the request does not lift it."""
        component = track.component
        id_ = component.id
        lifted = request.lifted
        self.track = track
        self.can_roll = id_ in upgrade.rolling
        self.can_stop = id_ not in request.no_downtime
        self.place = _place(track, upgrade.order)
        own = [stop for stop in upgrade.stops if stop.component == id_]
        stops = binding_stops(own, request.answers, lifted.stops)
        self.limits = tuple(limits_of(stops))
        self._most = tuple(
            (each, Train(_train(component, each.distance.level)))
            for each in upgrade.max_hops
            if each.component == id_ and id_ not in lifted.max_hops
        )
        is_free = id_ in lifted.downgrades
        self._downgrades = tuple(
            each for each in upgrade.downgrades if each.component == id_ and not is_free
        )
        self._finals = tuple(
            each
            for each in upgrade.finalizes
            if each.component == id_ and not is_free and not each.at.range.is_empty
        )

    def is_permitted(self, position: int, to: int) -> bool:
        """Tell whether a hop is permitted by itself."""
        return next(self.refusals(position, to), None) is None

    def refusals(self, position: int, to: int) -> Iterator[Refusal]:
        """Yield what forbids a hop by itself, each thing once."""
        track = self.track
        seen: list[Refusal] = []
        if track.is_straight and to != track.last:
            yield Refusal(RefusalKind.DIRECTION)
            return
        after = track.nodes[to]
        for place in track.fleet(position):
            if track.is_straight or place < to:
                for refusal in self.between(track.nodes[place], after):
                    if refusal not in seen:
                        seen.append(refusal)
                        yield refusal

    def successors(self, position: int) -> Iterator[int]:
        """Yield the positions to which a hop is permitted, the nearest first."""
        track = self.track
        if position == track.last:
            return
        if track.is_straight:
            if self.is_permitted(position, track.last):
                yield track.last
            return
        before = track.nodes[position]
        end = self._end(before) if track.is_up else HIGHEST
        # Where nothing is said of jumps and the way back, and no instance is ahead, stops are all.
        is_free = not self._most and (track.is_up or not (self._downgrades or self._finals))
        is_plain = is_free and track.fleet(position) == (position,)
        for to in range(position + 1, track.last + 1):
            after = track.nodes[to]
            # Whatever begins beyond a stop ends beyond it, and so does all that follows. Likewise
            # for what begins too many steps away.
            if (track.is_up and not after.low < end) or self._is_too_far(before, after):
                return
            if is_plain:
                is_permitted = after.is_above(before) if track.is_up else after.is_below(before)
                is_permitted = is_permitted and not end < after.high
            else:
                is_permitted = self.is_permitted(position, to)
            if is_permitted:
                yield to

    def _is_too_far(self, before: Node, after: Node) -> bool:
        """Tell whether even the nearest version of a node is farther away than a hop may go."""
        low, high = (before, after) if self.track.is_up else (after, before)
        for most, train in self._most:
            count = COUNTED[most.distance.level] + 1
            steps = train.steps(low.span.low[:count], high.span.low[:count])
            if steps is not None and steps > most.distance.count:
                return True
        return False

    def _end(self, before: Node) -> Cut:
        """Return the cut at which the first stop ahead ends all hops."""
        binding = [limit.ceiling for limit in self.limits if before.low < limit.floor]
        return min(binding, default=HIGHEST)

    def between(self, before: Node, after: Node) -> Iterator[Refusal]:
        """Yield what forbids to go from one version to another by itself."""
        if before.hull == after.hull:
            return
        is_up = after.is_above(before)
        if not is_up and not after.is_below(before):
            yield Refusal(RefusalKind.DIRECTION)
            return
        if is_up:
            for limit in self.limits:
                if before.low < limit.floor and limit.ceiling < after.high:
                    yield Refusal(RefusalKind.STOP, limit.stop)
        else:
            yield from self._down(before, after)
        low, high = (before, after) if is_up else (after, before)
        for most, train in self._most:
            count = COUNTED[most.distance.level] + 1
            steps = train.steps(low.span.low[:count], high.span.high[:count])
            if steps is None:
                yield Refusal(RefusalKind.UNCOUNTED, most)
            elif steps > most.distance.count:
                yield Refusal(RefusalKind.MAX_HOP, most)

    def _down(self, before: Node, after: Node) -> Iterator[Refusal]:
        for downgrade in self._downgrades:
            if not is_taken_back(downgrade, level_between(self.track.component, before, after)):
                yield Refusal(RefusalKind.DOWNGRADE, downgrade)
        for gate in self._finals:
            if is_crossed(gate, after, before):
                yield Refusal(RefusalKind.FINAL, gate)


def limits_of(stops: Sequence[Stop]) -> Iterator[_Limit]:
    """Yield stops as cuts; a stop that names no versions binds nothing."""
    for stop in stops:
        if stop.at.range.is_empty:
            continue
        intervals = stop.at.range.inside.intervals
        ceiling = intervals[-1][1]
        if stop.before is not None and not stop.before.range.is_empty:
            ceiling = stop.before.range.inside.intervals[0][0]
        yield _Limit(intervals[0][0], ceiling, stop)


def is_taken_back(downgrade: Downgrade, level: Level) -> bool:
    """Tell whether a change of some level may be taken back."""
    if isinstance(downgrade.most, bool):
        return downgrade.most
    return _LEVELS.index(level) >= _LEVELS.index(downgrade.most)


def is_crossed(item: Gate | Notice, below: Node, above: Node) -> bool:
    """Tell whether a gate, or what comes with a release, lies between two versions."""
    if item.at.range.is_empty:
        return False
    cut = item.at.range.inside.intervals[0][0]
    return below.low < cut < above.high


def _place(track: Track, order: Sequence[Sequence[str]]) -> int:
    id_ = track.component.id
    place = next((place for place, step in enumerate(order) if id_ in step), None)
    if place is None:
        return len(order)
    return place if track.is_up else len(order) - 1 - place


def _train(component: Component, level: Level) -> Iterator[tuple[float, ...]]:
    numbered = numbering(component.scheme)
    for release in component.releases:
        end = component.scheme.extent(release.version.text, exact=True).end
        yield numbered.span((release.version.key, end)).low[: COUNTED[level] + 1]
