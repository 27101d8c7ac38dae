"""The lines of a component that somebody names or lists: where upgrades may start."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.rule import Scope
from mkdocs_compat.model.site import Product
from mkdocs_compat.planning.candidates import make_tracks
from mkdocs_compat.planning.node import Node, make_node
from mkdocs_compat.planning.request import Request
from mkdocs_compat.ranges.version_set import Interval, VersionSet
from mkdocs_compat.reasoning.answer import Asked
from mkdocs_compat.reasoning.asking import read_asked
from mkdocs_compat.reasoning.index import Index
from mkdocs_compat.reasoning.lines import Line
from mkdocs_compat.reasoning.moving import first_of, last_of
from mkdocs_compat.versions.named import Named
from mkdocs_compat.versions.scheme import HIGHEST, LOWEST

# How many numbers a line has at most, as rules look at them.
_NUMBERS = 3
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class KnownLine:
    """A line of a component.

    Attributes:
        name: What it is called, such as `2.6`.
        numbers: Its numbers, by which lines of several components are the same.
        node: The newest version of it that is known.
    """

    name: str
    numbers: Line
    node: Node

    @property
    def newest(self) -> str:
        """The newest version of it that is known, as it is written."""
        return self.node.text


class KnownLines:
    """Finds the lines of a product's components."""

    def __init__(self, product: Product, index: Index) -> None:
        """Look into a product that has been indexed."""
        self._product = product
        self._index = index

    def of(self, component: Component) -> list[KnownLine]:
        """Return the lines that are known, from the oldest on; none where there are no two."""
        ends = self._ends(component)
        if ends is None:
            return []
        oldest, newest = ends
        stops = [each for each in self._product.upgrade.stops if each.component == component.id]
        request = Request({component.id: (oldest.asked,)}, {component.id: newest.asked})
        (track,) = make_tracks(self._index, request, stops)
        count = min(component.scheme.full - 1, _NUMBERS)
        last: dict[Line, Node] = {node.span.low[: count + 1]: node for node in track.nodes}
        if not component.releases:
            for node in self._starts(component):
                last.setdefault(node.span.low[: count + 1], node)
        last = dict(sorted(last.items()))
        # Plans also know the lines just beside what is named; to start there makes no sense.
        named = tuple(self._named(component))
        return [
            KnownLine(_name(component, node, count), line, node)
            for line, node in last.items()
            if component.releases
            or node.hull in (oldest.hull, newest.hull)
            or any(each.contains(node.low) for each in named)
        ]

    def _starts(self, component: Component) -> Iterator[Node]:
        """Yield the versions that guides start from."""
        for guide in self._product.upgrade.guides:
            if guide.component == component.id and _is_version(component, guide.start.text):
                asked = read_asked(component, guide.start.text)
                if isinstance(asked, Asked):
                    yield make_node(component, asked)

    def _ends(self, component: Component) -> tuple[Node, Node] | None:
        """Return the oldest and the newest version that is known."""
        found: list[Node] = []
        for text in self._texts(component):
            asked = read_asked(component, text)
            if isinstance(asked, Asked):
                found.append(make_node(component, asked))
        found.sort(key=lambda node: node.hull)
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


def _name(component: Component, node: Node, count: int) -> str:
    """Return a version cut behind so many of its numbers, as its author writes them."""
    if isinstance(component.scheme, Named):
        return node.text
    numbers = list(_NUMBER.finditer(node.text))
    epoch = 1 if "!" in node.text else 0
    return (
        node.text[: numbers[count + epoch - 1].end()] if len(numbers) > count + epoch else node.text
    )
