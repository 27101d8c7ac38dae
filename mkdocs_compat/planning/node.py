"""A version that a component may have on its way, and where it stands on the order."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.release import Release
from mkdocs_compat.ranges.version_set import Interval
from mkdocs_compat.reasoning.answer import Asked
from mkdocs_compat.reasoning.lines import Line, Span, numbering
from mkdocs_compat.reasoning.pieces import is_release
from mkdocs_compat.versions.named import Named
from mkdocs_compat.versions.numbered import level_at
from mkdocs_compat.versions.scheme import Cut, Extent, Level

# By how many numbers two lines agree, and the level at which they differ then.
_LEVELS = (Level.MAJOR, Level.MINOR, Level.PATCH)


@dataclass(frozen=True, slots=True)
class Node:
    """A version that a component may have: a release, or a line of which each will do.

    Attributes:
        asked: The version as it can be asked about.
        low: Point below its first release that is known.
        high: Point above its last one.
        span: The lines of these two.
    """

    asked: Asked
    low: Cut
    high: Cut
    span: Span

    @property
    def text(self) -> str:
        """The version as it is written."""
        return self.asked.text

    @property
    def hull(self) -> Interval:
        """Where the version stands; equal for versions that are the same."""
        return self.low, self.high

    def is_above(self, other: Node) -> bool:
        """Tell whether a move from the other to this one leads up, whichever release it is."""
        return other.low < self.low and not self.high < other.high

    def is_below(self, other: Node) -> bool:
        """Tell whether a move from the other to this one leads down."""
        return self.high < other.high and not other.low < self.low


def make_node(component: Component, asked: Asked) -> Node:
    """Return where a version stands; of a line, the releases count that are known."""
    low, high = asked.hull
    known = range(0) if is_release(asked) else known_within(component, asked)
    if known:
        first, last = (component.releases[place].version for place in (known[0], known[-1]))
        low = first.key
        high = min(high, component.scheme.extent(last.text, exact=True).end)
    return Node(asked, low, high, numbering(component.scheme).span((low, high)))


def known_within(component: Component, asked: Asked) -> range:
    """Return the places of the releases in the component's list that a version names."""
    first, last = (bisect_left(component.releases, cut, key=_key) for cut in asked.hull)
    return range(first, last)


def level_between(component: Component, a: Node, b: Node) -> Level:
    """Return the level of the first number at which two versions differ.

    Of ranges and of names it is the largest change between any of their versions.
    """
    one, other = (_extent(component, each) for each in (a, b))
    if one is None or other is None:
        pairs = (a.span.low, b.span.high), (a.span.high, b.span.low)
        level = min((_level_of(*pair) for pair in pairs), key=list(Level).index)
    elif _epoch(one.text) != _epoch(other.text):
        return Level.MAJOR
    else:
        level = level_at(one.numbers, other.numbers, "0")
    return Level.PRERELEASE if level is _SAME and a.low != b.low else level


def _extent(component: Component, node: Node) -> Extent | None:
    """Return what a version names by its numbers; None for a name and for a range."""
    if isinstance(component.scheme, Named):
        return None
    try:
        return component.scheme.extent(_bare(node.text))
    except VersionSyntaxError:
        return None


def _level_of(one: Line, other: Line) -> Level:
    if one[0] != other[0]:
        return Level.MAJOR
    numbers = zip(one[1:], other[1:], strict=True)
    return next((level for level, (x, y) in zip(_LEVELS, numbers, strict=True) if x != y), _SAME)


_SAME = Level.NONE


def _key(release: Release) -> Cut:
    return release.version.key


def _bare(text: str) -> str:
    return text.removeprefix("=").strip()


def _epoch(text: str) -> str:
    return "".join(text.partition("!")[:2]) if "!" in text else ""
