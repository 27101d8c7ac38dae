"""Parts of a published file that rules, tables and upgrades share, read back into the model's."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_compat.model.rule import Distance, Scope
from mkdocs_compat.publishing.json_value import JsonValue
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.ranges.version_set import Interval, VersionSet
from mkdocs_compat.source import Place
from mkdocs_compat.versions.maven import Maven, tokenize
from mkdocs_compat.versions.pairwise import PairwiseCut
from mkdocs_compat.versions.scheme import HIGHEST, LOWEST, Cut, Level, Scheme, Side

_LEVELS = {level.value: level for level in (Level.MAJOR, Level.MINOR, Level.PATCH)}
_MOST_STEPS = 1000

# How the points of Maven's order are written, by their first character.
_SIDES = {"!": Side.BELOW_PRERELEASES, ".": Side.BELOW, "+": Side.ABOVE}


def load_component_id(value: JsonValue, schemes: Mapping[str, Scheme]) -> str:
    """Return the id of a component that the product has."""
    id_ = value.text()
    if id_ not in schemes:
        raise value.error(f"no component of the product has the id {id_!r}")
    return id_


def load_place(value: JsonValue) -> Place:
    """Return the place that the keys of an object give."""
    return Place(
        value["path"].text(),
        value["line"].whole(),
        value["column"].whole(),
        value["end_line"].whole(),
        value["end_column"].whole(),
        value.get("part").text_or_none() or "",
    )


def load_range(value: JsonValue, scheme: Scheme) -> Range:
    """Return a range of the versions of a scheme."""
    return Range(_set(value["inside"], scheme), _set(value["edge"], scheme))


def load_scope(value: JsonValue, scheme: Scheme) -> Scope:
    """Return what an author wrote and the versions that it names."""
    return Scope(value["text"].text(), load_range(value["range"], scheme))


def load_scope_or_none(value: JsonValue, scheme: Scheme) -> Scope | None:
    """Return the same; None where there is nothing."""
    return None if value.is_none else load_scope(value, scheme)


def load_level(value: JsonValue) -> Level:
    """Return a level."""
    return _LEVELS[value.one_of(_LEVELS)]


def load_level_or_none(value: JsonValue) -> Level | None:
    """Return a level; None where there is nothing."""
    return None if value.is_none else load_level(value)


def load_distance(value: JsonValue) -> Distance:
    """Return a number of steps at a level."""
    count = value["count"]
    if not 0 <= count.whole() <= _MOST_STEPS:
        raise count.error(f"expected a number of steps from 0 to {_MOST_STEPS}")
    return Distance(count.whole(), load_level(value["level"]))


def load_distance_or_none(value: JsonValue) -> Distance | None:
    """Return the same; None where there is nothing."""
    return None if value.is_none else load_distance(value)


def _set(value: JsonValue, scheme: Scheme) -> VersionSet:
    return VersionSet.of(_interval(each, scheme) for each in value.items())


def _interval(value: JsonValue, scheme: Scheme) -> Interval:
    ends = value.items()
    if len(ends) != 2:
        raise value.error("expected two ends")
    return _cut(ends[0], scheme), _cut(ends[1], scheme)


def _cut(value: JsonValue, scheme: Scheme) -> Cut:
    text = value.text()
    if text in (LOWEST, HIGHEST):
        return text
    try:
        cut = _pairwise(text) if isinstance(scheme, Maven) else text
        scheme.landmark(cut)
    except (ValueError, LookupError) as error:
        raise value.error(f"{text!r} is no point on the order of {scheme.name}") from error
    return cut


def _pairwise(text: str) -> PairwiseCut:
    side = _SIDES[text[:1]]
    return PairwiseCut(side, text[1:], tokenize(text[1:]))
