"""Versions to move to: the nearest ones of a set, and how far away they are."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TypeAlias

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.model.component import Component
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.ranges.text import write
from mkdocs_compat.ranges.version_set import Interval, VersionSet
from mkdocs_compat.reasoning.answer import Asked
from mkdocs_compat.reasoning.lines import numbering
from mkdocs_compat.versions.scheme import HIGHEST, LOWEST, Side

# How far a move goes: the number that changes (0 for the last one), and by how much.
Length: TypeAlias = tuple[int, float]

_ARROW = "➜"


def nearest(component: Component, versions: VersionSet, at: Asked) -> Iterator[str]:
    """Yield the newest version of a set in an instance, the nearest above it, and that below.

    Args:
        component: The component of the instance.
        versions: The set.
        at: The instance.

    Returns:
        Releases where the component lists them; otherwise a line where all of it is in the set.
    """
    start, end = at.hull
    if component.releases:
        known = [each.version for each in component.releases if versions.contains(each.version.key)]
        own = [version.text for version in known if at.versions.contains(version.key)]
        above = [version.text for version in known if not version.key < end]
        below = [version.text for version in known if version.key < start]
        yield from (*own[-1:], *above[:1], *below[-1:])
        return
    inside = versions.intersection(at.versions).intervals
    text = last_of(component, inside[-1]) if inside else None
    if text:
        yield text
    higher = [(max(low, end), high) for low, high in versions.intervals if end < high]
    lower = [(low, min(high, start)) for low, high in versions.intervals if low < start]
    for interval in higher:
        text = first_of(component, interval)
        if text:
            yield text
            break
    for interval in reversed(lower):
        text = last_of(component, interval)
        if text:
            yield text
            break


def first_of(component: Component, interval: Interval) -> str | None:
    """Return the first line or release of an interval; None where none can be named."""
    lower = interval[0]
    scheme = component.scheme
    if lower == LOWEST:
        return None
    mark = scheme.landmark(lower)
    if mark.is_prerelease or not mark.numbers:
        return _inside(component, [mark.text], interval)
    numbers = [*mark.numbers, *("0",) * (scheme.full - len(mark.numbers))]
    if mark.side is Side.ABOVE:
        numbers = numbers[: scheme.full]
        numbers[-1] = str(int(numbers[-1][-4_000:]) + 1)
    epoch, separator, _ = mark.text.partition("!")
    before = f"{epoch}!" if separator else ""
    counts = range(max(1, scheme.full - 1), len(numbers) + 1)
    return _inside(component, [before + ".".join(numbers[:count]) for count in counts], interval)


def length(component: Component, was: Asked, now: Asked) -> Length:
    """Return how far it is from one instance to another."""
    numbered = numbering(component.scheme)
    low = numbered.span(was.versions.intervals[0]).low
    high = numbered.span(now.versions.intervals[0]).low
    for place, (one, other) in enumerate(zip(low, high, strict=True)):
        if one != other:
            steps = abs(one - other)
            return len(low) - place, steps if not math.isnan(steps) else math.inf
    return 0, 0


def last_of(component: Component, interval: Interval) -> str | None:
    """Return the last line or release of an interval, or the first; None where none has a name."""
    if interval[1] == HIGHEST:
        return first_of(component, interval)
    written = write(Range(VersionSet((interval,)), VersionSet.empty()), component.scheme, _ARROW)
    last = written.removeprefix("up to ").split(f" {_ARROW} ")[-1]
    return _inside(component, [last], interval) or first_of(component, interval)


def _inside(component: Component, texts: list[str], interval: Interval) -> str | None:
    """Return the first text that names versions of an interval and no others."""
    for text in texts:
        try:
            named = component.scheme.extent(text)
        except VersionSyntaxError:
            continue
        if not named.start < interval[0] and not interval[1] < named.end:
            return text
    return None
