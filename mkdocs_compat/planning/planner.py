"""Upgrade plans for one product. This is what the outside calls."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mkdocs_compat.model.site import Product
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.planning.blocked import farthest, permissions
from mkdocs_compat.planning.candidates import make_tracks
from mkdocs_compat.planning.evidence import Evidence
from mkdocs_compat.planning.explain import Explainer, texts_of
from mkdocs_compat.planning.hop import Hop, InService
from mkdocs_compat.planning.moves import Moves
from mkdocs_compat.planning.passing import Passing
from mkdocs_compat.planning.permission import Permission, allow
from mkdocs_compat.planning.plan import Blocked, Plan
from mkdocs_compat.planning.repairing import is_astray, is_refused, straight, weight
from mkdocs_compat.planning.request import Objective, PlanRequestError, Request
from mkdocs_compat.planning.search import Found, Problem, Way, reach, search
from mkdocs_compat.planning.states import States
from mkdocs_compat.planning.verdicts import Verdicts
from mkdocs_compat.reasoning.answer import Asked, Group, Pair
from mkdocs_compat.reasoning.answer import Problem as Unreadable
from mkdocs_compat.reasoning.asking import read_asked
from mkdocs_compat.reasoning.compatibility import Compatibility
from mkdocs_compat.reasoning.index import Index


@dataclass(frozen=True, slots=True)
class _Solved:
    """A request, what was found, and what explains it."""

    request: Request
    explainer: Explainer
    found: Found


class Planner:
    """A product made ready for plans.

    Attributes:
        product: The product.
    """

    def __init__(self, product: Product, no_downtime: Collection[str] = ()) -> None:
        """Index the tables and rules of `product`.

        Args:
            product: The product.
            no_downtime: Ids of components that may only move while they go on working.
        """
        self._no_downtime = frozenset(no_downtime)
        self.product = product
        self._index = Index(product)
        self._compatibility = Compatibility(product)
        self._verdicts = Verdicts(self._index)
        self._evidence = Evidence(self._compatibility, self._index)

    def plan(
        self,
        start: Mapping[str, Sequence[str]],
        target: Mapping[str, str],
        answers: Mapping[str, bool] | None = None,
        objective: Objective = Objective.DOWNTIME,
        accept: Collection[Verdict | Permission] = (),
    ) -> Plan | Blocked:
        """Return the best plan, or why there is none.

        Args:
            start: The versions in service by component id, several of one where they run side by
                side.
            target: The version wanted by component id; components without one stay as they are.
            answers: Answers to the product's questions by their ids; no answer counts as yes.
            objective: What the plan shall have least of.
            accept: Verdicts that are good enough, besides compatible and partial; and permissions,
                such as those of which another answer says that they would open a way.

        Raises:
            PlanRequestError: A text is no version, a component is not the product's, or one with
                a target has no start.
        """
        request = self._read(start, target)
        request = replace(
            request,
            answers=dict(answers or {}),
            objective=objective,
            accepted=frozenset(each for each in accept if isinstance(each, Verdict)),
            no_downtime=self._no_downtime,
        )
        allowed = [each for each in accept if isinstance(each, Permission)]
        request = allow(self._index, request, allowed)
        explainer = self._explainer(request)
        states = explainer.problem.states
        if states.is_allowed(states.start):
            solved = _Solved(request, explainer, search(explainer.problem))
            if solved.found.way is not None:
                return self._planned(request, solved, solved.found.way)
            return self._blocked(request, solved, solved)
        return self._outside(request, explainer)

    def _outside(self, request: Request, explainer: Explainer) -> Plan | Blocked:
        """Plan from a start that is not allowed: by way of the one with the best plan."""
        visited = 0
        nearest: _Solved | None = None
        ways: list[tuple[tuple[float, ...], _Solved, Way]] = []
        for number, repaired in enumerate(self._repaired(request, explainer)):
            other = self._explainer(repaired)
            found = search(other.problem)
            visited += found.visited
            solved = _Solved(repaired, other, found)
            nearest = nearest or solved
            if found.way is not None:
                bad = (check(request, repaired, explainer) for check in (is_astray, is_refused))
                cost = weight(request, repaired, found.way.cost)
                ways.append(((*bad, *cost, number), solved, found.way))
        if not ways or nearest is None:
            unsolved = _Solved(request, explainer, Found(None, visited, {}))
            return self._blocked(request, unsolved, nearest)
        _, best, way = min(ways, key=lambda each: each[0])
        best = replace(best, found=replace(best.found, visited=visited))
        is_nearest = best.request is nearest.request
        return self._planned(
            request, best, way, None if is_nearest else texts_of(nearest.request.starts)
        )

    def _repaired(self, request: Request, explainer: Explainer) -> Iterator[Request]:
        """Yield the request from starts that are allowed: the nearest first, then along the way."""
        seen: list[InService] = []
        for repaired in (*self._fixed(request), *straight(request, explainer)):
            states = self._explainer(repaired).problem.states
            texts = texts_of(repaired.starts)
            if texts not in seen and states.is_allowed(states.start):
                seen.append(texts)
                yield repaired

    def _fixed(self, request: Request) -> Iterator[Request]:
        """Yield the request from the starts to which fixes lead, the nearest first."""
        for fix in self._compatibility.fixes(texts_of(request.starts)):
            starts = {id_: list(instances) for id_, instances in request.starts.items()}
            for move in fix.moves:
                component = self._index.components[move.component]
                asked = read_asked(component, move.now, move.instance)
                if isinstance(asked, Asked):
                    starts[move.component][move.instance] = asked
            yield replace(request, starts={id_: tuple(own) for id_, own in starts.items()})

    def _planned(
        self, request: Request, solved: _Solved, way: Way, nearest: InService | None = None
    ) -> Plan:
        explainer = solved.explainer
        passing = Passing(self.product.upgrade, explainer.binding())
        is_repaired = solved.request is not request
        repairs = (explainer.repair(request.starts, passing),) if is_repaired else ()
        start = texts_of(request.starts)
        states = explainer.problem.states
        return Plan(
            start=start,
            target=explainer.in_service(states.target),
            objective=request.objective,
            hops=(*repairs, *explainer.hops(way, passing)),
            stops=explainer.stops(way, len(repairs)),
            questions=explainer.questions(),
            cost=way.cost,
            outside=self._against(request) if is_repaired else (),
            nearest=nearest,
            visited=solved.found.visited,
        )

    def _blocked(self, request: Request, unsolved: _Solved, nearest: _Solved | None) -> Blocked:
        """Say why there is no plan.

        Args:
            request: What was wanted.
            unsolved: The same, with its search.
            nearest: The request from the nearest start that is allowed; None where none is known.
        """
        explainer = (nearest or unsolved).explainer
        problem = explainer.problem
        passing = Passing(self.product.upgrade, explainer.binding())
        start = texts_of(request.starts)
        hops: tuple[Hop, ...] = ()
        state, visited = problem.states.start, unsolved.found.visited
        if nearest is not None:
            reached = reach(problem)
            visited += reached.visited
            state = farthest(problem, reached)
            is_repaired = nearest.request is not request
            hops = (
                *((explainer.repair(request.starts, passing),) if is_repaired else ()),
                *explainer.hops(reached.reached[state], passing),
            )
        target = problem.states.target
        instances = [
            node.asked
            for i, position in enumerate(target)
            for node in problem.states.nodes(i, position)
        ]
        return Blocked(
            start=start,
            target=explainer.in_service(target),
            objective=request.objective,
            hops=hops,
            farthest=explainer.in_service(state),
            obstacles=tuple(explainer.obstacles(state)),
            permissions=permissions(explainer, self._is_solved),
            questions=explainer.questions(),
            outside=self._against(request),
            wanted=self._evidence.against(instances, request.accepted),
            visited=visited,
        )

    def _is_solved(self, request: Request) -> bool:
        problem = self._explainer(request).problem
        if not problem.states.is_allowed(problem.states.start):
            return False
        return search(problem).way is not None

    def _against(self, request: Request) -> tuple[Pair | Group, ...]:
        every = [asked for instances in request.starts.values() for asked in instances]
        return self._evidence.against(every, request.accepted)

    def _explainer(self, request: Request) -> Explainer:
        upgrade = self.product.upgrade
        stops = upgrade.stops
        tracks = make_tracks(self._index, request, stops, upgrade.max_hops)
        states = States(self._verdicts, tracks, request.accepted)
        problem = Problem(
            states,
            [Moves(track, upgrade, request) for track in tracks],
            request.objective,
        )
        return Explainer(self._index, upgrade, request, problem, self._evidence)

    def _read(self, start: Mapping[str, Sequence[str]], target: Mapping[str, str]) -> Request:
        problems: list[Unreadable] = []
        starts: dict[str, tuple[Asked, ...]] = {}
        targets: dict[str, Asked] = {}
        for id_ in dict.fromkeys((*start, *target)):
            if id_ not in self._index.components:
                problems.append(Unreadable(id_, "", "the product has no such component"))
            elif not start.get(id_):
                problems.append(Unreadable(id_, "", "say from which version"))
        for id_, component in self._index.components.items():
            read = [
                read_asked(component, text, number)
                for number, text in enumerate(start.get(id_, ()))
            ]
            problems += (each for each in read if isinstance(each, Unreadable))
            if read:
                starts[id_] = tuple(each for each in read if isinstance(each, Asked))
            if id_ in target:
                wanted = read_asked(component, target[id_])
                if isinstance(wanted, Asked):
                    targets[id_] = wanted
                else:
                    problems.append(wanted)
        if problems:
            raise PlanRequestError(tuple(problems))
        return Request(starts, targets)
