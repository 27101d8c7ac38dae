"""A version that a component may have on its way, and where it stands on the order."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from mkdocs_compat.model.component import Component
from mkdocs_compat.model.release import Release
from mkdocs_compat.ranges.version_set import Interval
from mkdocs_compat.reasoning.answer import Asked
from mkdocs_compat.reasoning.lines import Span, numbering
from mkdocs_compat.versions.named import Named
from mkdocs_compat.versions.numbered import level_at
from mkdocs_compat.versions.scheme import Cut, Level

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
    known = known_within(component, asked)
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
    """Return the level of the first number at which two versions differ."""
    if isinstance(component.scheme, Named):
        lines = zip(a.span.low[1:], b.span.high[1:], strict=True)
        return next((level for level, (x, y) in zip(_LEVELS, lines, strict=True) if x != y), _SAME)
    one, other = (component.scheme.extent(_bare(each.text)) for each in (a, b))
    if one.text.partition("!")[0] != other.text.partition("!")[0] and "!" in one.text + other.text:
        return Level.MAJOR
    level = level_at(one.numbers, other.numbers, "0")
    return Level.PRERELEASE if level is _SAME and a.low != b.low else level


_SAME = Level.NONE


def _key(release: Release) -> Cut:
    return release.version.key


def _bare(text: str) -> str:
    return text.removeprefix("=").strip()
