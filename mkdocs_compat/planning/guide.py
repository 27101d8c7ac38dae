"""What a guide to upgrading says of a product: the path from each line to the newest.

Each component is planned for by itself; which versions may run beside it say the tables and rules.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cmp_to_key
from itertools import pairwise

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.rule import Scope
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.upgrade import Link, Stop
from mkdocs_compat.planning.candidates import make_tracks
from mkdocs_compat.planning.hop import Hop
from mkdocs_compat.planning.node import Node, make_node
from mkdocs_compat.planning.plan import Blocked, Plan
from mkdocs_compat.planning.planner import Planner
from mkdocs_compat.planning.request import Objective, Request
from mkdocs_compat.ranges.version_set import Interval, VersionSet
from mkdocs_compat.reasoning.answer import Asked
from mkdocs_compat.reasoning.asking import read_asked
from mkdocs_compat.reasoning.index import Index
from mkdocs_compat.reasoning.lines import Line
from mkdocs_compat.reasoning.moving import first_of, last_of
from mkdocs_compat.versions.scheme import HIGHEST, LOWEST

# A table with more lines helps nobody, and each is planned for.
MOST_LINES = 120

# How many numbers a line has at most, as rules look at them.
_NUMBERS = 3


@dataclass(frozen=True, slots=True)
class Path:
    """The way from one or more lines to the newest version.

    Attributes:
        component: Id of the component.
        starts: The versions to start from, from the oldest on; the same hops lead on from each.
        result: The plan from the last of them, or why there is none.
    """

    component: str
    starts: tuple[str, ...]
    result: Plan | Blocked

    @property
    def hops(self) -> tuple[Hop, ...]:
        """The hops; where there is no plan, as far as they lead."""
        return self.result.hops

    @property
    def versions(self) -> tuple[str, ...]:
        """The versions that are reached, hop by hop."""
        return tuple(hop.moves[0].now for hop in self.hops)

    def stop_at(self, hop: int) -> tuple[Stop, ...]:
        """Return the required stops that a hop arrives at; `hop` counts from 0."""
        stops = self.result.stops if isinstance(self.result, Plan) else ()
        return tuple(each.stop for each in stops if each.hop == hop)


@dataclass(frozen=True, slots=True)
class ComponentGuide:
    """The paths of one component.

    Attributes:
        component: Its id.
        newest: The version to which the paths lead.
        paths: The paths, from the oldest line on.
        versions: All versions that the paths start from or reach, in order.
        is_cut: Whether there are older lines than the paths start from.
    """

    component: str
    newest: str
    paths: tuple[Path, ...]
    versions: tuple[str, ...]
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
        self._product = product
        self._index = Index(product)
        self._planner = Planner(product)

    def guide(self, component: Component) -> ComponentGuide | None:
        """Return the guide of one component; None where it has no two versions."""
        every = self._lines(component)
        nodes = every[-MOST_LINES:]
        if len(nodes) < 2:
            return None
        newest = nodes[-1].text
        paths: list[Path] = []
        for node in nodes[:-1]:
            plan = self._planner.plan(
                {component.id: [node.text]}, {component.id: newest}, objective=Objective.HOPS
            )
            path = Path(component.id, (node.text,), plan)
            if paths and _key(paths[-1]) == _key(path):
                path = Path(component.id, (*paths.pop().starts, node.text), plan)
            paths.append(path)
        reached = {version for path in paths for version in path.versions}
        own = {node.text: node for node in nodes}
        for text in reached - own.keys():
            asked = read_asked(component, text)
            if isinstance(asked, Asked):
                own[text] = make_node(component, asked)
        order = cmp_to_key(_compare)
        versions = tuple(node.text for node in sorted(own.values(), key=order))
        cut = len(every) > len(nodes)
        return ComponentGuide(component.id, newest, tuple(paths), versions, cut)

    def _lines(self, component: Component) -> list[Node]:
        """Return the newest version of each line that is known, from the oldest line on."""
        ends = self._ends(component)
        if ends is None:
            return []
        oldest, newest = ends
        stops = [each for each in self._product.upgrade.stops if each.component == component.id]
        request = Request({component.id: (oldest.asked,)}, {component.id: newest.asked})
        (track,) = make_tracks(self._index, request, stops)
        count = min(component.scheme.full - 1, _NUMBERS) + 1
        last: dict[Line, Node] = {node.span.low[:count]: node for node in track.nodes}
        if component.releases:
            return list(last.values())
        # Plans also know the lines just beside what is named; to start there makes no sense.
        named = tuple(self._named(component))
        return [
            node
            for node in last.values()
            if node.hull in (oldest.hull, newest.hull)
            or any(each.contains(node.low) for each in named)
        ]

    def _ends(self, component: Component) -> tuple[Node, Node] | None:
        """Return the oldest and the newest version that is known."""
        found: list[Node] = []
        for text in self._texts(component):
            asked = read_asked(component, text)
            if isinstance(asked, Asked):
                found.append(make_node(component, asked))
        found.sort(key=cmp_to_key(_compare))
        if len(found) < 2 or not found[-1].is_above(found[0]):
            return None
        return found[0], found[-1]

    def _texts(self, component: Component) -> Iterator[str]:
        """Yield versions of which the oldest and the newest are the ends of all paths."""
        finished = [each for each in component.releases if not each.version.prerelease]
        if finished:
            yield finished[0].version.text
            yield finished[-1].version.text
            return
        for scope in self._said(component):
            if _is_version(component, scope.text):
                yield scope.text
            else:
                for interval in scope.range.inside.intervals:
                    yield from _ends_of(component, interval)
        cuts = self._index.boundaries(component.id)
        named = tuple(self._named(component))
        for interval in pairwise((LOWEST, *cuts, HIGHEST)):
            # Above a range that ends there is a boundary, but nobody says that versions are there.
            if not any(each.contains(interval[0]) for each in named):
                continue
            yield from _ends_of(component, interval)

    def _said(self, component: Component) -> Iterator[Scope]:
        """Yield the versions that stops and guides name."""
        for stop in self._product.upgrade.stops:
            if stop.component == component.id:
                yield from (scope for scope in (stop.at, stop.before) if scope)
        for guide in self._product.upgrade.guides:
            if guide.component == component.id:
                yield guide.start

    def _named(self, component: Component) -> Iterator[VersionSet]:
        """Yield the versions that cells, the scopes of rules and stops name."""
        for table in self._product.tables:
            for row in table.rows:
                for cell in (row.subject, *row.cells):
                    if component.id in cell.components and cell.range is not None:
                        yield cell.range.inside
        yield from (scope.range.inside for scope in self._said(component))
        for rule in self._product.rules:
            for id_, scope in ((rule.component, rule.when), (rule.other, rule.other_when)):
                if id_ == component.id and scope is not None:
                    yield scope.range.inside


def _is_version(component: Component, text: str) -> bool:
    """Tell whether a text is a version or a line, and no range."""
    try:
        component.scheme.extent(text)
    except VersionSyntaxError:
        return False
    return True


def _ends_of(component: Component, interval: Interval) -> Iterator[str]:
    """Yield the first and the last line of an interval, as far as they have a name."""
    ends = first_of(component, interval), last_of(component, interval)
    yield from (text for text in ends if text and _is_version(component, text))


def _key(path: Path) -> object:
    """Return what paths share that are told as one."""
    hops = path.hops
    first = hops[0].moves[0] if hops else None
    guide: Link | None = first.guide if first else None
    blocked = isinstance(path.result, Blocked)
    return path.versions, guide and guide.text, first and first.change, blocked


def _compare(a: Node, b: Node) -> int:
    for one, other in ((a.low, b.low), (a.high, b.high)):
        if one != other:
            return -1 if one < other else 1
    return 0
