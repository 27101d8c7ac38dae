"""The versions that each component may have on its way from where it is to where it is wanted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.rule import Rule, Scope
from mkdocs_compat.model.upgrade import MaxHop, Stop
from mkdocs_compat.planning.named import named_ranges
from mkdocs_compat.planning.node import Node, known_within, make_node
from mkdocs_compat.planning.request import Request
from mkdocs_compat.ranges.version_set import Interval
from mkdocs_compat.reasoning.answer import Asked
from mkdocs_compat.reasoning.asking import read_asked
from mkdocs_compat.reasoning.index import Index
from mkdocs_compat.reasoning.lines import Line
from mkdocs_compat.reasoning.moving import first_of, last_of
from mkdocs_compat.versions.named import Named
from mkdocs_compat.versions.scheme import Level

# Where no releases are known, lines are numbered through; calendar years must not make millions.
_MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class Track:
    """The candidates of one component in the order of its move, from its least advanced instance.

    A component at position `p` runs candidate `p` and those of its first instances that are
    farther already.

    Attributes:
        component: The component.
        nodes: The candidates; the last is the target.
        starts: Positions of the versions in service at the start.
        last: Position of the target; 0 where the component stays as it is.
        is_up: Whether the move leads up.
        is_straight: Whether no other versions than the target come into question, because some
            instances must go up and others down.
    """

    component: Component
    nodes: tuple[Node, ...]
    starts: tuple[int, ...]
    last: int
    is_up: bool
    is_straight: bool = False

    def fleet(self, position: int) -> tuple[int, ...]:
        """Return the candidates in service once the component is at a position."""
        return (position, *(start for start in self.starts if start > position))


def make_tracks(
    index: Index, request: Request, stops: Sequence[Stop], max_hops: Sequence[MaxHop] = ()
) -> tuple[Track, ...]:
    """Return the tracks of all components in question, in the product's order.

    Args:
        index: The product.
        request: What is wanted.
        stops: The stops that the author names.
        max_hops: The largest hops.
    """
    limited = {each.component for each in max_hops}
    drafts = [
        _Draft(
            index,
            index.components[id_],
            request,
            [stop for stop in stops if stop.component == id_],
            is_limited=id_ in limited,
        )
        for id_ in request.starts
    ]
    ends = {draft.component.id: draft.ends() for draft in drafts}
    for draft in drafts:
        draft.align(ends)
    for _ in drafts:
        # What one component offers, another one may need whose releases nobody lists.
        lines = {draft.component.id: draft.lines() for draft in drafts}
        grown = [draft.mirror(lines) for draft in drafts]
        if not any(grown):
            break
    return tuple(draft.track() for draft in drafts)


class _Draft:
    """A track in the making."""

    def __init__(
        self,
        index: Index,
        component: Component,
        request: Request,
        stops: Sequence[Stop],
        *,
        is_limited: bool,
    ) -> None:
        self.component = component
        self._is_limited = is_limited
        self._index = index
        starts, target = request.starts[component.id], request.targets.get(component.id)
        nodes = [make_node(component, each) for each in starts]
        self._starts = list({node.hull: node for node in nodes}.values())
        self._found: dict[Interval, Node] = {}
        self._is_moving = target is not None and not all(
            each.versions.is_subset(target.versions) for each in starts
        )
        self._target = self._starts[0]
        self._is_up = self._is_straight = False
        if target is None or not self._is_moving:
            return
        self._target = make_node(component, _newest(component, target) or target)
        away = [node for node in self._starts if node.hull != self._target.hull]
        ups = [self._target.is_above(node) for node in away]
        downs = [self._target.is_below(node) for node in away]
        self._is_up = all(ups)
        self._is_straight = not (all(ups) or all(downs))
        if self._is_straight:
            return
        self._take(self._named(stops))
        if component.releases:
            self._take(self._releases())
        else:
            self._take((*self._lines(), *self._bounds()))

    def track(self) -> Track:
        """Return the finished track."""
        places = tuple(range(len(self._starts)))
        if not self._is_moving:
            return Track(self.component, tuple(self._starts), places, 0, is_up=True)
        if self._is_straight:
            every = (*self._starts, self._target)
            return Track(self.component, every, places, len(places), is_up=True, is_straight=True)
        own = {node.hull: node for node in (*self._starts, self._target)}
        found = (self._found | own).values()
        nodes = tuple(sorted(found, key=lambda node: node.hull, reverse=not self._is_up))
        at = {node.hull: place for place, node in enumerate(nodes)}
        starts = tuple(sorted(at[node.hull] for node in self._starts))
        return Track(self.component, nodes, starts, len(nodes) - 1, self._is_up)

    def ends(self) -> list[str]:
        """Return the versions at the start, and the one that is wanted."""
        return [node.text for node in (*self._starts, self._target)]

    def align(self, ends: Mapping[str, list[str]]) -> None:
        """Take the releases at which components stand or are wanted that rules count against.

        Who may not be newer than a server at 0.9.3 cannot go to 0.9.4, the newest of that line.
        """
        known = {release.version.text for release in self.component.releases}
        if not known or not self._is_moving or self._is_straight:
            return
        for other, texts in ends.items():
            if other != self.component.id and any(map(_counts, self._rules(other))):
                self._take(text for text in texts if text in known)

    def lines(self) -> list[Line]:
        """Return the lines of all candidates so far."""
        if isinstance(self.component.scheme, Named):
            return []
        nodes = (*self._found.values(), *self._starts, self._target)
        count = _counted(self.component)
        return [node.span.low[: count + 1] for node in nodes]

    def mirror(self, lines: dict[str, list[Line]]) -> bool:
        """Take over the lines of components that rules count against; tell if any was new."""
        component = self.component
        is_open = self._is_moving and not self._is_straight and not component.releases
        if not is_open or isinstance(component.scheme, Named):
            return False
        before = len(self._found)
        count = _counted(component)
        for other, found in lines.items():
            if other != component.id and any(map(_counts, self._rules(other))):
                self._take(
                    text
                    for line in sorted(set(found))
                    if len(line) == count + 1
                    for text in self._texts(line)
                )
        return len(self._found) > before

    def _take(self, texts: Iterable[str]) -> None:
        for text in texts:
            asked = read_asked(self.component, text)
            if isinstance(asked, Asked):
                node = make_node(self.component, asked)
                if self._is_between(node):
                    self._found.setdefault(node.hull, node)

    def _is_between(self, node: Node) -> bool:
        if self._is_up:
            behind = any(node.is_above(start) for start in self._starts)
            return behind and self._target.is_above(node)
        behind = any(node.is_below(start) for start in self._starts)
        return behind and self._target.is_below(node)

    def _named(self, stops: Sequence[Stop]) -> Iterator[str]:
        """Yield the versions that stops name."""
        for stop in stops:
            for scope in (stop.at, stop.before):
                text = _named_by(self.component, scope) if scope else None
                if text:
                    yield text
            newest = self._newest_before(stop)
            if newest:
                yield newest

    def _newest_before(self, stop: Stop) -> str | None:
        """Return the newest release that passes a stop and does not reach its end."""
        before = stop.before
        if before is None or before.range.is_empty or stop.at.range.is_empty:
            return None
        low, high = stop.at.range.inside.intervals[0][0], before.range.inside.intervals[0][0]
        for release in reversed(self.component.releases):
            version = release.version
            if not version.prerelease and not version.key < low and version.key < high:
                return version.text
        return None

    def _releases(self) -> Iterator[str]:
        """Yield the newest release of each line, and of each part of it that cells tell apart."""
        cuts = self._index.boundaries(self.component.id)
        newest: dict[tuple[Line, int], str] = {}
        for release in self.component.releases:
            version = release.version
            if version.prerelease:
                continue
            node = make_node(self.component, _exact(self.component, version.text))
            line = node.span.low[: _counted(self.component) + 1]
            newest[line, bisect_right(cuts, version.key)] = version.text
        yield from newest.values()

    def _lines(self) -> Iterator[str]:
        """Yield the lines between by their numbers, where only their last number differs.

        Nobody says that there are such lines, so they are made only where something counts them.
        """
        count = _counted(self.component)
        if count < 1 or isinstance(self.component.scheme, Named):
            return
        if not self._is_limited and not any(map(_counts, self._rules())):
            return
        spans = [node.span for node in (*self._starts, self._target)]
        first = min(span.low[: count + 1] for span in spans)
        last = max(span.low[: count + 1] for span in spans)
        if first[:-1] != last[:-1]:
            return
        for number in range(int(first[-1]), min(int(last[-1]), int(first[-1]) + _MOST_LINES) + 1):
            yield from self._texts((*first[:-1], number))

    def _texts(self, line: Line) -> Iterator[str]:
        """Yield a line, and its first release where rules look at releases."""
        epoch, *numbers = line
        text = (f"{int(epoch)}!" if epoch else "") + ".".join(str(int(each)) for each in numbers)
        yield text
        if any(map(_counts_patches, self._rules())):
            yield text + ".0" * (self.component.scheme.full - len(numbers))

    def _bounds(self) -> Iterator[str]:
        """Yield the first and the last line of each stretch that cells and scopes tell apart.

        Only of those that they name: between two rows there may be no version at all.
        """
        named = named_ranges(self._index, self.component.id)
        nodes = (*self._starts, self._target)
        low, high = min(node.high for node in nodes), max(node.low for node in nodes)
        cuts = self._index.boundaries(self.component.id)
        inner = cuts[bisect_left(cuts, low) : bisect_right(cuts, high)]
        for interval in pairwise([low, *inner, high]):
            if not interval[0] < interval[1]:
                continue
            if not any(each.contains(interval[0]) for each in named):
                continue
            first = first_of(self.component, interval) if interval[0] in inner else None
            last = last_of(self.component, interval) if interval[1] in inner else None
            yield from (text for text in (first, last) if text)

    def _rules(self, other: str | None = None) -> Iterator[Rule]:
        """Yield the rules that bind the component, or that others are measured against."""
        for link in self._index.links_of(self.component.id):
            if other is None or link.b == other:
                yield from (bound.relation.rule for bound in link.rules)


def binding_stops(
    stops: Iterable[Stop], answers: Mapping[str, bool], lifted: Iterable[Stop]
) -> tuple[Stop, ...]:
    """Return the stops that count, given answers to the questions on which they depend."""
    waived = tuple(lifted)
    return tuple(
        stop
        for stop in stops
        if stop not in waived and (stop.question is None or answers.get(stop.question, True))
    )


def _counted(component: Component) -> int:
    """Return how many numbers a line has: all but the last, as far as rules look."""
    return min(component.scheme.full - 1, 3)


def _counts(rule: Rule) -> bool:
    distances = (rule.behind, rule.ahead, rule.apart)
    return any(each is not None for each in (rule.same, rule.not_newer, rule.not_older, *distances))


def _counts_patches(rule: Rule) -> bool:
    distances = (rule.behind, rule.ahead, rule.apart)
    levels = [rule.same, rule.not_newer, rule.not_older]
    levels += [each.level for each in distances if each is not None]
    return Level.PATCH in levels


def _exact(component: Component, text: str) -> Asked:
    asked = read_asked(component, text)
    if not isinstance(asked, Asked):
        raise VersionSyntaxError(component.scheme.name, text, "a release")
    return asked


def _newest(component: Component, asked: Asked) -> Asked | None:
    """Return the newest release that is known of a line; None where none is."""
    known = [component.releases[place].version for place in known_within(component, asked)]
    finished = [version for version in known if not version.prerelease] or known
    return _exact(component, finished[-1].text) if finished else None


def _named_by(component: Component, scope: Scope) -> str | None:
    """Return the version that a stop names."""
    if scope.range.is_empty:
        return None
    asked = read_asked(component, scope.text)
    if not isinstance(asked, Asked):
        return last_of(component, scope.range.inside.intervals[-1])
    newest = _newest(component, asked)
    if newest is not None:
        return newest.text
    try:
        component.scheme.extent(scope.text)
    except VersionSyntaxError:
        return last_of(component, scope.range.inside.intervals[-1])
    return scope.text
