"""Which upgrades take longer in a new model than in an old one, or are no longer possible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from mkdocs_compat.model.site import Product
from mkdocs_compat.planning.guide import make_guides
from mkdocs_compat.planning.joint_guide import make_joint_guides
from mkdocs_compat.planning.known_lines import KnownLines
from mkdocs_compat.planning.plan import Blocked, Plan
from mkdocs_compat.planning.planner import Planner
from mkdocs_compat.planning.request import Objective, PlanRequestError
from mkdocs_compat.reasoning.index import Index


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
    newest = _Newest(new)
    for route in _routes(old, new):
        if not set(route.start) <= known:
            continue
        target: Mapping[str, str] = route.target
        after = _plan(planner, route, target)
        kind = None if after is None else _kind(route.result, after)
        if kind is not PlanChangeKind.IMPOSSIBLE and isinstance(route.result, Plan):
            further = newest.of(route.target)
            beyond = None if further == route.target else _plan(planner, route, further)
            if isinstance(beyond, Blocked):
                kind, after, target = PlanChangeKind.IMPOSSIBLE, beyond, further
        if after is not None and kind is not None:
            yield PlanChange(kind, route.start, target, route.result, after)


class _Newest:
    """The newest versions that a model knows."""

    def __init__(self, product: Product) -> None:
        self._product = product
        self._lines = KnownLines(product, Index(product))
        self._found: dict[str, str | None] = {}

    def of(self, target: Mapping[str, str]) -> Mapping[str, str]:
        """Return the newest versions of some components, or what they were where none is known."""
        return {id_: self._newest(id_) or text for id_, text in target.items()}

    def _newest(self, id_: str) -> str | None:
        if id_ not in self._found:
            lines = self._lines.of(self._product.component(id_))
            self._found[id_] = lines[-1].newest if lines else None
        return self._found[id_]


def _routes(old: Product, new: Product) -> Iterator[_Route]:
    """Yield what the guides of a product tell: of sets where components move together."""
    joint = make_joint_guides(old)
    joined = {id_ for guide in joint for id_ in guide.components}
    for joint_guide in joint:
        for path in joint_guide.paths:
            yield _Route(path.start, joint_guide.newest, path.result, Objective.DOWNTIME)
    alone = [
        each.id
        for each in old.components
        if each.id not in joined and _may_change(each.id, old, new)
    ]
    for guide in make_guides(old, alone) if alone else ():
        for line in guide.lines:
            start, target = {guide.component: line.version}, {guide.component: guide.newest}
            yield _Route(start, target, line.result, Objective.HOPS)


def _may_change(component: str, old: Product, new: Product) -> bool:
    """Tell whether the upgrade of a component by itself can be anything but the same single hop."""
    rolls = [component in product.upgrade.rolling for product in (old, new)]
    return rolls[0] != rolls[1] or any(_is_bound(component, each) for each in (old, new))


def _is_bound(component: str, product: Product) -> bool:
    """Tell whether anything keeps a component from going anywhere in one hop."""
    upgrade = product.upgrade
    return (
        any(stop.component == component for stop in upgrade.stops)
        or any(largest.component == component for largest in upgrade.max_hops)
        or any(rule.component == rule.other == component for rule in product.rules)
    )


def _plan(planner: Planner, route: _Route, target: Mapping[str, str]) -> Plan | Blocked | None:
    """Plan an upgrade by the new model; None where it cannot read the versions."""
    start = {id_: [text] for id_, text in route.start.items()}
    try:
        return planner.plan(start, target, objective=route.objective)
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
