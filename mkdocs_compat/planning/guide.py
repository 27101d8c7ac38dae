"""What a guide to upgrading says of a product: the path from each line to the newest.

Each component is planned for by itself; which versions may run beside it say the tables and rules.
Components that must move together are planned for in `joint_guide`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from mkdocs_compat.model.component import Component
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.upgrade import Link, Stop
from mkdocs_compat.planning.hop import Hop
from mkdocs_compat.planning.known_lines import KnownLines
from mkdocs_compat.planning.node import make_node
from mkdocs_compat.planning.plan import Blocked, Plan
from mkdocs_compat.planning.planner import Planner
from mkdocs_compat.planning.request import Objective
from mkdocs_compat.reasoning.answer import Asked
from mkdocs_compat.reasoning.asking import read_asked
from mkdocs_compat.reasoning.index import Index
from mkdocs_compat.reasoning.lines import Line

# A table with more lines helps nobody, and each is planned for.
MOST_LINES = 120


@dataclass(frozen=True, slots=True)
class Path:
    """The way from one or more lines to the newest version.

    Attributes:
        component: Id of the component.
        starts: The versions to start from, from the oldest on; the same hops lead on from each.
        result: The plan from the last of them, or why there is none.
        otherwise: The versions that are reached where every question that matters is answered with
            no; None where that makes no difference.
    """

    component: str
    starts: tuple[str, ...]
    result: Plan | Blocked
    otherwise: tuple[str, ...] | None = None

    @property
    def hops(self) -> tuple[Hop, ...]:
        """The hops; where there is no plan, as far as they lead."""
        return self.result.hops

    @property
    def versions(self) -> tuple[str, ...]:
        """The versions that are reached, hop by hop."""
        return versions_of(self.result)

    def stop_at(self, hop: int) -> tuple[Stop, ...]:
        """Return the required stops that a hop arrives at; `hop` counts from 0."""
        stops = self.result.stops if isinstance(self.result, Plan) else ()
        return tuple(each.stop for each in stops if each.hop == hop)


@dataclass(frozen=True, slots=True)
class LineStart:
    """A line that is left.

    Attributes:
        name: Its name, such as `2.6`.
        numbers: Its numbers.
        version: The newest version of it that is known.
        result: The plan from there, or why there is none.
    """

    name: str
    numbers: Line
    version: str
    result: Plan | Blocked


@dataclass(frozen=True, slots=True)
class ComponentGuide:
    """The paths of one component.

    Attributes:
        component: Its id.
        newest: The version to which the paths lead.
        paths: The paths, from the oldest line on.
        versions: All versions that the paths start from or reach, in order.
        lines: The lines that are left, each with its own plan, from the oldest on.
        is_cut: Whether there are older lines than the paths start from.
    """

    component: str
    newest: str
    paths: tuple[Path, ...]
    versions: tuple[str, ...]
    lines: tuple[LineStart, ...]
    is_cut: bool = False


def make_guides(product: Product, components: Collection[str] = ()) -> tuple[ComponentGuide, ...]:
    """Return the guides of components that have more than one version, in the product's order.

    Args:
        product: The product.
        components: Ids of the components; all where none are named.
    """
    guiding = _Guiding(product)
    found = (
        guiding.guide(component)
        for component in product.components
        if not components or component.id in components
    )
    return tuple(guide for guide in found if guide is not None)


class _Guiding:
    """Plans for one component after the other."""

    def __init__(self, product: Product) -> None:
        self._lines = KnownLines(product, Index(product))
        self._planner = Planner(product)

    def guide(self, component: Component) -> ComponentGuide | None:
        """Return the guide of one component; None where it has no two versions."""
        every = self._lines.of(component)
        known = every[-MOST_LINES:]
        if len(known) < 2:
            return None
        newest = known[-1].newest
        lines: list[LineStart] = []
        answered: dict[str, tuple[str, ...] | None] = {}
        for line in reversed(known[:-1]):
            plan = self._plan(component.id, line.newest, newest)
            lines.insert(0, LineStart(line.name, line.numbers, line.newest, plan))
            answered[line.newest] = self._answered(plan, component.id, newest, answered)
        paths: list[Path] = []
        for start in lines:
            other = answered[start.version]
            otherwise = other if other != versions_of(start.result) else None
            path = Path(component.id, (start.version,), start.result, otherwise)
            if paths and _key(paths[-1]) == _key(path):
                path = replace(path, starts=(*paths.pop().starts, start.version))
            paths.append(path)
        reached = {version for path in paths for version in path.versions}
        own = {line.newest: line.node for line in known}
        for text in reached - own.keys():
            asked = read_asked(component, text)
            if isinstance(asked, Asked):
                own[text] = make_node(component, asked)
        versions = tuple(node.text for node in sorted(own.values(), key=lambda node: node.hull))
        cut = len(every) > len(known)
        return ComponentGuide(component.id, newest, tuple(paths), versions, tuple(lines), cut)

    def _plan(
        self, component: str, start: str, target: str, answers: dict[str, bool] | None = None
    ) -> Plan | Blocked:
        return self._planner.plan(
            {component: [start]}, {component: target}, answers, objective=Objective.HOPS
        )

    def _answered(
        self,
        plan: Plan | Blocked,
        component: str,
        target: str,
        known: Mapping[str, tuple[str, ...] | None],
    ) -> tuple[str, ...] | None:
        """Return the versions that are reached where all questions are answered with no.

        Args:
            plan: The plan without answers.
            component: Id of the component.
            target: Where it leads.
            known: The same from newer versions.
        """
        versions = versions_of(plan)
        if not plan.questions:
            return None if isinstance(plan, Blocked) else versions
        if isinstance(plan, Plan):
            must = any(each.hop == 0 and each.stop.question is None for each in plan.stops)
            rest = known.get(versions[0]) if must else None
            if rest is not None:
                return versions[0], *rest
        answers = {question.id: False for question in plan.questions}
        (start,) = plan.start[component]
        other = self._plan(component, start, target, answers)
        return None if isinstance(other, Blocked) else versions_of(other)


def versions_of(result: Plan | Blocked) -> tuple[str, ...]:
    """Return the versions that a single component reaches, hop by hop."""
    return tuple(hop.moves[0].now for hop in result.hops)


def _key(path: Path) -> object:
    """Return what paths share that are told as one."""
    hops = path.hops
    first = hops[0].moves[0] if hops else None
    guide: Link | None = first.guide if first else None
    blocked = isinstance(path.result, Blocked)
    return path.versions, guide and guide.text, first and first.change, blocked, path.otherwise
