"""Ways turned into hops that say what they do, what allows them, and what else must be known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_compat.model.upgrade import Question, Stop, Upgrade
from mkdocs_compat.planning.candidates import binding_stops
from mkdocs_compat.planning.evidence import Evidence
from mkdocs_compat.planning.hop import Hop, InService, Mode, Move, Naming, Obstacle, StopPassed
from mkdocs_compat.planning.moves import Moves, Refusal, RefusalKind, limits_of
from mkdocs_compat.planning.named import is_spelled
from mkdocs_compat.planning.node import Node, make_node
from mkdocs_compat.planning.passing import Passing
from mkdocs_compat.planning.problem import Problem
from mkdocs_compat.planning.request import Request
from mkdocs_compat.planning.search import Leg, Way
from mkdocs_compat.planning.states import State
from mkdocs_compat.reasoning.answer import Asked
from mkdocs_compat.reasoning.index import Index
from mkdocs_compat.reasoning.pieces import is_release


@dataclass(frozen=True, slots=True)
class Explainer:
    """Explains the ways of one request.

    Attributes:
        index: The product.
        upgrade: What its author says about upgrading.
        request: What is wanted.
        problem: The search of which the ways are.
        evidence: The answers of the product.
    """

    index: Index
    upgrade: Upgrade
    request: Request
    problem: Problem
    evidence: Evidence

    def in_service(self, state: State) -> InService:
        """Return the versions in service in a state."""
        return {
            moves.track.component.id: tuple(node.text for node in self._nodes(i, state[i]))
            for i, moves in enumerate(self.problem.moves)
        }

    def hops(self, way: Way, passing: Passing) -> tuple[Hop, ...]:
        """Return the hops of a way.

        Args:
            way: The way.
            passing: Tells what each hop passes; what it told of earlier hops is not told again.
        """
        optional = self._optional(way)
        return tuple(
            self._hop(leg, passing, is_optional=number in optional)
            for number, leg in enumerate(way.legs)
        )

    def stops(self, way: Way, before: int) -> tuple[StopPassed, ...]:
        """Return the required stops that a way passes.

        Args:
            way: The way.
            before: How many hops of the plan come before it.
        """
        found: list[StopPassed] = []
        stops = self.binding()
        for number, leg in enumerate(way.legs):
            for i in leg.moved:
                track = self.problem.moves[i].track
                left, reached, last = (
                    track.nodes[place] for place in (leg.before[i], leg.after[i], track.last)
                )
                own = [stop for stop in stops if stop.component == track.component.id]
                for limit in limits_of(own) if track.is_up else ():
                    is_met = left.low < limit.floor and not reached.low < limit.floor
                    if is_met and limit.ceiling < last.high:
                        found.append(StopPassed(limit.stop, number + before, reached.text))
        return tuple(found)

    def binding(self) -> tuple[Stop, ...]:
        """Return the stops that count."""
        lifted = self.request.lifted.stops
        return binding_stops(self.upgrade.stops, self.request.answers, lifted)

    def questions(self) -> tuple[Question, ...]:
        """Return the questions on which stops depend that lie between the start and the target."""
        asked = {stop.question for stop in self.crossed() if stop.question is not None}
        return tuple(question for question in self.upgrade.questions if question.id in asked)

    def crossed(self) -> Iterator[Stop]:
        """Yield the stops between the start and the target, whether they count or not."""
        for moves in self.problem.moves:
            track = moves.track
            if not track.last or not track.is_up:
                continue
            own = [stop for stop in self.upgrade.stops if stop.component == track.component.id]
            first, last = track.nodes[0], track.nodes[track.last]
            for limit in limits_of(own):
                if first.low < limit.floor and limit.ceiling < last.high:
                    yield limit.stop

    def repair(self, starts: Mapping[str, tuple[Asked, ...]], passing: Passing) -> Hop:
        """Return the hop that leads from versions that are not allowed to the request's start."""
        moves: list[Move] = []
        against: list[Obstacle] = []
        for own, left, reached in self._repaired(starts):
            component = own.track.component
            given = [each.text for each in starts[component.id]]
            naming = self._naming(component.id, reached, given)
            moves.append(passing.move(component, left, reached, naming))
            found = (each for node in left for each in own.between(node, reached))
            refusals = tuple(dict.fromkeys(found))
            if refusals:
                was = tuple(node.text for node in left)
                against.append(Obstacle(component.id, was, reached.text, refusals, ()))
        every = {
            (id_, asked.text): asked
            for id_, instances in self.request.starts.items()
            for asked in instances
        }
        before, after = texts_of(starts), texts_of(self.request.starts)
        because = self.evidence.of(list(every.values()))
        otherwise = tuple(against)
        mode = Mode.REPAIR
        return Hop(tuple(moves), mode, before, None, after, because, otherwise, is_optional=False)

    def _repaired(
        self, starts: Mapping[str, tuple[Asked, ...]]
    ) -> Iterator[tuple[Moves, list[Node], Node]]:
        """Yield the versions that a repair leaves and the one that it reaches, by component."""
        for own in self.problem.moves:
            component = own.track.component
            pairs = zip(starts[component.id], self.request.starts[component.id], strict=True)
            goals: dict[str, tuple[Asked, dict[str, Asked]]] = {}
            for was, now in pairs:
                if was.text != now.text:
                    goals.setdefault(now.text, (now, {}))[1][was.text] = was
            for now, left in goals.values():
                nodes = [make_node(component, was) for was in left.values()]
                yield own, nodes, make_node(component, now)

    def obstacles(self, state: State) -> Iterator[Obstacle]:
        """Yield what forbids the next hops of each component that is not where it is wanted."""
        for i, moves in enumerate(self.problem.moves):
            track = moves.track
            found = [
                obstacle
                for to in range(state[i] + 1, track.last + 1)
                if (obstacle := self.obstacle(state, i, to)) is not None
            ]
            # The nearest version, and the target.
            yield from found[:1]
            if len(found) > 1:
                yield found[-1]

    def obstacle(self, state: State, component: int, to: int) -> Obstacle | None:
        """Return why a component cannot go somewhere by itself; None where it can."""
        moves = self.problem.moves[component]
        after = (*state[:component], to, *state[component + 1 :])
        refusals = list(moves.refusals(state[component], to))
        because = self.evidence.against(self._instances(after), self.request.accepted)
        if not refusals and not because:
            edges = self.problem.edges(component, state[component])
            if any(edge.to == to for edge in edges):
                return None
            refusals.append(Refusal(RefusalKind.DOWNTIME))
            beside = self._beside(state, component, to)
            because = self.evidence.against(beside, self.request.accepted)
        was = tuple(node.text for node in self._left(component, state[component], to))
        now = moves.track.nodes[to].text
        return Obstacle(moves.track.component.id, was, now, tuple(refusals), because)

    def _hop(self, leg: Leg, passing: Passing, *, is_optional: bool) -> Hop:
        moves = tuple(
            passing.move(
                self.problem.moves[i].track.component,
                self._left(i, leg.before[i], leg.after[i]),
                self.problem.moves[i].track.nodes[leg.after[i]],
                self._reached(i, leg.after[i]),
            )
            for i in leg.moved
        )
        before, after = self.in_service(leg.before), self.in_service(leg.after)
        if leg.is_rolling:
            mode, beside = Mode.ROLLING, dict(before)
            for move in moves:
                every = (*before[move.component], move.now)
                beside[move.component] = tuple(dict.fromkeys(every))
            shown = self._instances(leg.before, (leg.moved[0], leg.after[leg.moved[0]]))
        else:
            mode = Mode.LOCKSTEP if len(moves) > 1 else self._unrolled(leg)
            beside = None
            shown = self._instances(leg.after)
        because = self.evidence.of(shown)
        otherwise = tuple(self._otherwise(leg))
        return Hop(moves, mode, before, beside, after, because, otherwise, is_optional)

    def _otherwise(self, leg: Leg) -> Iterator[Obstacle]:
        if leg.is_rolling:
            return
        if len(leg.moved) > 1:
            for i in leg.moved:
                obstacle = self.obstacle(leg.before, i, leg.after[i])
                if obstacle is not None:
                    yield obstacle
            return
        (i,) = leg.moved
        if self._unrolled(leg) is Mode.DOWNTIME:
            track = self.problem.moves[i].track
            beside = self._beside(leg.before, i, leg.after[i])
            because = self.evidence.against(beside, self.request.accepted)
            was = tuple(node.text for node in self._left(i, leg.before[i], leg.after[i]))
            now = track.nodes[leg.after[i]].text
            yield Obstacle(track.component.id, was, now, (), because)

    def _unrolled(self, leg: Leg) -> Mode:
        """Return how one component goes that does not roll."""
        (i,) = leg.moved
        is_beside = self.problem.states.is_beside(i, leg.before[i], leg.after[i])
        return Mode.IN_ONE_GO if is_beside else Mode.DOWNTIME

    def _optional(self, way: Way) -> set[int]:
        """Return the numbers of the legs without which no state would be any worse."""
        moving = {i for leg in way.legs for i in leg.moved}
        if len(moving) < 2:
            return set()
        return {
            number
            for number, leg in enumerate(way.legs)
            if len(leg.moved) == 1 and self._is_optional(way.legs[number + 1 :], leg)
        }

    def _is_optional(self, later: Sequence[Leg], leg: Leg) -> bool:
        (i,) = leg.moved
        if any(i in each.moved and len(each.moved) > 1 for each in later):
            return False
        stay = leg.before[i]
        states = [each.after for each in (leg, *later)]
        without = [(*state[:i], stay, *state[i + 1 :]) for state in states]
        if not all(map(self.problem.states.is_allowed, without)):
            return False
        return not any(map(self._is_worse, without, states))

    def _is_worse(self, state: State, other: State) -> bool:
        """Tell whether the verdict of a state is worse than that of another one."""
        rank = self._rank(state)
        return rank > 0 and rank > self._rank(other)

    def _rank(self, state: State) -> int:
        """Return how bad the verdict of a state is."""
        verdict = self.index.verdict(self._instances(state))
        return 0 if verdict is None else verdict.rank

    def _reached(self, component: int, position: int) -> Naming:
        """Return what the version at a position is."""
        track = self.problem.moves[component].track
        given = [track.nodes[place].text for place in (*track.starts, track.last)]
        return self._naming(track.component.id, track.nodes[position], given)

    def _naming(self, component: str, node: Node, given: Sequence[str]) -> Naming:
        """Return what a version is; the reader names those that are given."""
        if self.index.components[component].releases or node.text in given:
            return Naming.RELEASE
        if not is_release(node.asked):
            return Naming.LINE
        stops = self.upgrade.stops
        is_said = is_spelled(self.index, stops, component, node.text)
        return Naming.RELEASE if is_said else Naming.COUNTED

    def _nodes(self, component: int, position: int) -> tuple[Node, ...]:
        return self.problem.states.nodes(component, position)

    def _left(self, component: int, position: int, to: int) -> list[Node]:
        """Return the versions that a hop leaves."""
        track = self.problem.moves[component].track
        places = [at for at in track.fleet(position) if track.is_straight or at < to]
        nodes = [track.nodes[place] for place in places]
        return [node for node in nodes if node.hull != track.nodes[to].hull]

    def _instances(self, state: State, beside: tuple[int, int] | None = None) -> list[Asked]:
        """Return the versions in service, with one more beside them where it is given."""
        found: list[Asked] = []
        for i, position in enumerate(state):
            found += (node.asked for node in self._nodes(i, position))
            if beside is not None and beside[0] == i:
                track = self.problem.moves[i].track
                if beside[1] not in track.fleet(position):
                    found.append(track.nodes[beside[1]].asked)
        return found

    def _beside(self, state: State, component: int, to: int) -> list[Asked]:
        """Return the versions of one component that would run side by side."""
        every = self._instances(state, (component, to))
        id_ = self.problem.moves[component].track.component.id
        return [asked for asked in every if asked.component == id_]


def texts_of(starts: Mapping[str, tuple[Asked, ...]]) -> InService:
    """Return versions as they are written."""
    return {id_: tuple(each.text for each in instances) for id_, instances in starts.items()}
