"""Parts of the plain data that rules, tables and upgrades share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from mkdocs_compat.model.rule import Distance, Scope
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.ranges.version_set import VersionSet
from mkdocs_compat.source import Place
from mkdocs_compat.versions.scheme import Level

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | None"

# Turns an address relative to the site's root into the one to write.
Link: TypeAlias = Callable[[str], str]


def scope_data(scope: Scope | None) -> Json:
    """Return what the author wrote and the versions that it names."""
    return None if scope is None else {"text": scope.text, "range": range_data(scope.range)}


def level_data(level: Level | None) -> Json:
    """Return a level's name."""
    return None if level is None else level.value


def distance_data(distance: Distance | None) -> Json:
    """Return a number of steps and their level."""
    return None if distance is None else {"count": distance.count, "level": distance.level.value}


def place_data(place: Place) -> dict[str, Json]:
    """Return a place as the keys that stand beside those of what is there."""
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }


def range_data(range_: Range) -> Json:
    """Return a range as lists of intervals."""
    return {"inside": _set(range_.inside), "edge": _set(range_.edge)}


def _set(versions: VersionSet) -> Json:
    return [[str(low), str(high)] for low, high in versions.intervals]
