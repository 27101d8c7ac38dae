"""Which upgrades take longer in a new model than in an old one, or are no longer possible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from mkdocs_compat.model.site import Product
from mkdocs_compat.planning.guide import make_guides
from mkdocs_compat.planning.joint_guide import make_joint_guides
from mkdocs_compat.planning.plan import Blocked, Plan
from mkdocs_compat.planning.planner import Planner
from mkdocs_compat.planning.request import Objective, PlanRequestError


class PlanChangeKind(Enum):
    """What became of an upgrade."""

    IMPOSSIBLE = "impossible"
    LONGER = "longer"
    SHORTER = "shorter"
    POSSIBLE = "possible"

    @property
    def is_worse(self) -> bool:
        """Whether that is worse than before."""
        return self in (PlanChangeKind.IMPOSSIBLE, PlanChangeKind.LONGER)


@dataclass(frozen=True, slots=True)
class PlanChange:
    """An upgrade of which the plan changed.

    Attributes:
        kind: What became of it.
        start: The versions to start from by component id.
        target: The versions to reach.
        before: The plan as it was, or why there was none.
        after: The plan as it is.
    """

    kind: PlanChangeKind
    start: Mapping[str, str]
    target: Mapping[str, str]
    before: Plan | Blocked
    after: Plan | Blocked


@dataclass(frozen=True, slots=True)
class _Route:
    """An upgrade that a guide tells of."""

    start: Mapping[str, str]
    target: Mapping[str, str]
    result: Plan | Blocked
    objective: Objective


def changed_plans(old: Product, new: Product) -> Iterator[PlanChange]:
    """Yield what changed of the upgrades from each line that the old model's guides tell of.

    Both models are asked for the way to the version that was the newest in the old one, for the way
    to a newer one is a way of its own; of that only what has become impossible is told.
    """
    planner = Planner(new)
    known = {each.id for each in new.components}
    impossible: set[frozenset[tuple[str, str]]] = set()
    before = [each for each in _routes(old) if set(each.start) <= known]
    for route in before:
        after = _plan(planner, route)
        kind = None if after is None else _kind(route.result, after)
        if after is not None and kind is not None:
            if kind is PlanChangeKind.IMPOSSIBLE:
                impossible.add(frozenset(route.start.items()))
            yield PlanChange(kind, route.start, route.target, route.result, after)
    earlier = {frozenset(each.start.items()): each for each in before}
    for route in _routes(new):
        start = frozenset(route.start.items())
        was = earlier.get(start)
        if was is None or start in impossible or was.target == route.target:
            continue
        if isinstance(was.result, Plan) and isinstance(route.result, Blocked):
            kind = PlanChangeKind.IMPOSSIBLE
            yield PlanChange(kind, route.start, route.target, was.result, route.result)


def _routes(product: Product) -> Iterator[_Route]:
    """Yield all that the guides of a product tell: of sets where components move together."""
    joint = make_joint_guides(product)
    joined = {id_ for guide in joint for id_ in guide.components}
    for joint_guide in joint:
        for path in joint_guide.paths:
            yield _Route(path.start, joint_guide.newest, path.result, Objective.DOWNTIME)
    for guide in make_guides(product):
        if guide.component not in joined:
            for line in guide.lines:
                start, target = {guide.component: line.version}, {guide.component: guide.newest}
                yield _Route(start, target, line.result, Objective.HOPS)


def _plan(planner: Planner, route: _Route) -> Plan | Blocked | None:
    """Plan an upgrade by the new model; None where it cannot read the versions."""
    start = {id_: [text] for id_, text in route.start.items()}
    try:
        return planner.plan(start, route.target, objective=route.objective)
    except PlanRequestError:
        return None


def _kind(before: Plan | Blocked, after: Plan | Blocked) -> PlanChangeKind | None:
    if isinstance(after, Blocked):
        return PlanChangeKind.IMPOSSIBLE if isinstance(before, Plan) else None
    if isinstance(before, Blocked):
        return PlanChangeKind.POSSIBLE
    was, now = _length(before), _length(after)
    if was == now:
        return None
    return PlanChangeKind.LONGER if was < now else PlanChangeKind.SHORTER


def _length(plan: Plan) -> tuple[int, int]:
    """Return how much downtime a plan has, and how many hops."""
    return plan.cost.downtime, len(plan.hops)
