"""What a published file says about upgrading, read back into the model."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from mkdocs_compat.model.upgrade import (
    NO_UPGRADE,
    Audience,
    Change,
    Direction,
    Downgrade,
    Gate,
    Guide,
    Link,
    MaxHop,
    Notice,
    Question,
    Stop,
    Upgrade,
)
from mkdocs_compat.publishing.json_value import JsonValue
from mkdocs_compat.publishing.loading_parts import (
    load_component_id,
    load_distance,
    load_level,
    load_place,
    load_scope,
    load_scope_or_none,
)
from mkdocs_compat.versions.scheme import Scheme

_AUDIENCES = tuple(audience.value for audience in Audience)
_DIRECTIONS = tuple(direction.value for direction in Direction)


def load_upgrade(value: JsonValue, schemes: Mapping[str, Scheme]) -> Upgrade:
    """Return what is said about upgrading.

    Args:
        value: The object; nothing where nothing is said.
        schemes: The schemes of the product's components by id.
    """
    if value.is_none:
        return NO_UPGRADE
    questions = tuple(_question(each) for each in value.get("questions").items())
    asked = {question.id for question in questions}

    def components(listed: JsonValue) -> tuple[str, ...]:
        return tuple(load_component_id(each, schemes) for each in listed.items())

    return Upgrade(
        stops=tuple(_stop(each, schemes, asked) for each in value.get("stops").items()),
        questions=questions,
        guides=tuple(_guide(each, schemes) for each in value.get("guides").items()),
        changes=tuple(_change(each, schemes) for each in value.get("changes").items()),
        order=tuple(map(components, value.get("order").items())),
        max_hops=tuple(_max_hop(each, schemes) for each in value.get("max_hops").items()),
        rolling=components(value.get("rolling")),
        finalizes=tuple(_gate(each, schemes) for each in value.get("finalizes").items()),
        waits=tuple(_gate(each, schemes) for each in value.get("waits").items()),
        downgrades=tuple(_downgrade(each, schemes) for each in value.get("downgrades").items()),
        breaking=tuple(_notice(each, schemes) for each in value.get("breaking").items()),
        tasks=tuple(_notice(each, schemes) for each in value.get("tasks").items()),
    )


def _stop(value: JsonValue, schemes: Mapping[str, Scheme], asked: Collection[str]) -> Stop:
    component = load_component_id(value["component"], schemes)
    question = value["question"].text_or_none()
    if question is not None and question not in asked:
        raise value["question"].error(f"no question of the product has the id {question!r}")
    return Stop(
        component,
        load_scope(value["at"], schemes[component]),
        load_scope_or_none(value["before"], schemes[component]),
        question,
        _link_or_none(value["guide"]),
        value["reason"].text_or_none(),
        load_place(value),
    )


def _question(value: JsonValue) -> Question:
    return Question(value["id"].text(), value["text"].text(), load_place(value))


def _guide(value: JsonValue, schemes: Mapping[str, Scheme]) -> Guide:
    component = load_component_id(value["component"], schemes)
    start = load_scope(value["start"], schemes[component])
    direction = Direction(value["direction"].one_of(_DIRECTIONS))
    return Guide(component, start, _link(value["guide"]), load_place(value), direction)


def _change(value: JsonValue, schemes: Mapping[str, Scheme]) -> Change:
    component = load_component_id(value["component"], schemes)
    return Change(
        component,
        load_level(value["level"]),
        load_scope_or_none(value["start"], schemes[component]),
        load_scope_or_none(value["when"], schemes[component]),
        value["name"].text_or_none(),
        value["risk"].text_or_none(),
        value["rollback"].text_or_none(),
        load_place(value),
    )


def _max_hop(value: JsonValue, schemes: Mapping[str, Scheme]) -> MaxHop:
    component = load_component_id(value["component"], schemes)
    return MaxHop(component, load_distance(value["distance"]), load_place(value))


def _gate(value: JsonValue, schemes: Mapping[str, Scheme]) -> Gate:
    component = load_component_id(value["component"], schemes)
    at = load_scope(value["at"], schemes[component])
    return Gate(component, at, value["note"].text_or_none(), load_place(value))


def _downgrade(value: JsonValue, schemes: Mapping[str, Scheme]) -> Downgrade:
    component = load_component_id(value["component"], schemes)
    most = value["most"]
    return Downgrade(
        component,
        most.truth() if most.is_truth else load_level(most),
        load_place(value),
    )


def _notice(value: JsonValue, schemes: Mapping[str, Scheme]) -> Notice:
    component = load_component_id(value["component"], schemes)
    audience = value["audience"]
    return Notice(
        component,
        load_scope(value["at"], schemes[component]),
        None if audience.is_none else Audience(audience.one_of(_AUDIENCES)),
        value["text"].text(),
        _link_or_none(value["link"]),
        load_place(value),
    )


def _link(value: JsonValue) -> Link:
    return Link(value["text"].text(), value["url"].text_or_none(), load_place(value))


def _link_or_none(value: JsonValue) -> Link | None:
    return None if value.is_none else _link(value)
