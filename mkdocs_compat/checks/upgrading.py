"""What the checks of upgrades share: the stops of a component, and what they bind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from mkdocs_compat.model.component import Component
from mkdocs_compat.model.release import Release
from mkdocs_compat.model.rule import COUNTED, Scope
from mkdocs_compat.model.upgrade import MaxHop, Stop
from mkdocs_compat.planning.moves import limits_of
from mkdocs_compat.reasoning.lines import Line, Train, numbering

# How many numbers a line has at most, as rules look at them.
_NUMBERS = 3


def releases_in(component: Component, scope: Scope) -> tuple[Release, ...]:
    """Return the releases that a text names."""
    inside = scope.range.inside
    return tuple(each for each in component.releases if inside.contains(each.version.key))


def is_met(stop: Stop, component: Component) -> bool:
    """Tell whether a stop has a release at which an upgrade from below may arrive."""
    for limit in limits_of((stop,)):
        return any(
            not each.version.key < limit.floor and each.version.key < limit.ceiling
            for each in component.releases
        )
    return False


def lines_of(component: Component) -> Mapping[Line, Release]:
    """Return the newest finished release of each line, from the oldest line on."""
    count = min(component.scheme.full - 1, _NUMBERS) + 1
    numbered = numbering(component.scheme)
    newest: dict[Line, Release] = {}
    for release in component.releases:
        version = release.version
        if not version.prerelease:
            end = component.scheme.extent(version.text, exact=True).end
            newest[numbered.span((version.key, end)).low[:count]] = release
    return newest


def too_far(most: MaxHop, component: Component) -> Iterator[tuple[Release, Release, int]]:
    """Yield neighbouring finished releases that are farther apart than a hop may go, and how far.

    Every longer hop from below to above them goes too far as well.
    """
    count = COUNTED[most.distance.level] + 1
    numbered = numbering(component.scheme)
    lines = []
    for release in component.releases:
        end = component.scheme.extent(release.version.text, exact=True).end
        lines.append(numbered.span((release.version.key, end)).low[:count])
    train = Train(lines)
    finished = [
        (release, line)
        for release, line in zip(component.releases, lines, strict=True)
        if not release.version.prerelease
    ]
    for (low, before), (high, after) in pairwise(finished):
        steps = train.steps(before, after)
        if steps is not None and steps > most.distance.count:
            yield low, high, int(steps)
