"""The form of what front matter says about upgrading."""

from __future__ import annotations

from dataclasses import replace

from mkdocs_compat.model.rule import LEVELS
from mkdocs_compat.model.upgrade import Audience, Direction
from mkdocs_compat.reading.forms import Flag, ListOf, MapOf, OneOf, Record, Text, TextOr
from mkdocs_compat.reading.terms import COMPONENT_ID, DISTANCE, LEVEL, RANGE

_VERSION = Text("a version or a line, such as '2.6'", placed=True)
_TEXT = Text("a text", placed=True)
_LINK = Text("a page of the site, such as upgrading.md, or an address on the web", placed=True)
_AUDIENCE = Text("an audience", tuple(audience.value for audience in Audience), placed=True)
_DIRECTION = Text(
    "the way that a guide leads", tuple(direction.value for direction in Direction), placed=True
)
_COMPONENTS = ListOf(
    "a component's id or a list of them", Text("a component's id", placed=True), or_one=True
)
# Within the list, a list of components that have no order among themselves.
_STEP = "a component's id, or a list of those that go in any order"
_ORDER = ListOf(
    _COMPONENTS.what,
    OneOf(
        _STEP,
        text=Text("a component's id", placed=True),
        sequence=ListOf(_STEP, Text("a component's id", placed=True)),
    ),
    or_one=True,
)

STOP = Record(
    "a mapping such as {at: 2.6, before: 3.0, guide: upgrading.md}",
    {
        "at": _VERSION,
        "before": _VERSION,
        "component": COMPONENT_ID,
        "when": Text("the id of a question", placed=True),
        "guide": _LINK,
        "reason": _TEXT,
    },
    required=("at",),
    whole=True,
)

GUIDE = Record(
    "a mapping such as {from: 1.6, guide: upgrading.md}",
    {"from": RANGE, "guide": _LINK, "direction": _DIRECTION, "component": COMPONENT_ID},
    required=("from", "guide"),
    whole=True,
)

_CLASS = Record(
    "a mapping such as {name: Patch, rollback: ...}",
    {"name": _TEXT, "risk": _TEXT, "rollback": _TEXT},
    whole=True,
)

CHANGE = replace(
    _CLASS,
    what="a mapping such as {level: minor, name: Feature release, rollback: ...}",
    fields={
        "level": LEVEL,
        "from": RANGE,
        "when": RANGE,
        "component": COMPONENT_ID,
        **_CLASS.fields,
    },
    required=("level",),
)

GATE = Record(
    "a mapping such as {at: 5.0, note: ...}",
    {"at": _VERSION, "component": COMPONENT_ID, "note": _TEXT},
    required=("at",),
    whole=True,
)

NOTICE = Record(
    "a mapping such as {at: 2019.1, text: ...}",
    {
        "at": _VERSION,
        "text": _TEXT,
        "component": COMPONENT_ID,
        "for": _AUDIENCE,
        "link": _LINK,
    },
    required=("at", "text"),
    whole=True,
)

_TAKEN_BACK = Text("true, false or a level", ("true", "false", *LEVELS), placed=True)
_DOWNGRADE = OneOf(_TAKEN_BACK.what, flag=Flag(_TAKEN_BACK.what), text=_TAKEN_BACK)
_MAX_HOP = "a distance such as '1 minor', or one for each component: {server: 1 minor}"
_DOWNGRADES = "true, false, a level, or one of these for each component: {server: minor}"
_CHANGES = "a mapping such as {patch: {rollback: ...}}, or a list of classes of change"

UPGRADE = Record(
    "a mapping such as {stops: ...}",
    {
        "component": COMPONENT_ID,
        "stops": ListOf("a list of stops", TextOr("at", _VERSION, STOP)),
        "questions": MapOf("a mapping from ids to questions", _TEXT),
        "guides": ListOf("a list of guides", GUIDE),
        "changes": OneOf(
            _CHANGES,
            sequence=ListOf(_CHANGES, CHANGE),
            mapping=MapOf(_CHANGES, _CLASS, LEVELS),
        ),
        "order": _ORDER,
        "max-hop": OneOf(_MAX_HOP, text=DISTANCE, mapping=MapOf(_MAX_HOP, DISTANCE)),
        "rolling": _COMPONENTS,
        "finalize": ListOf("a list of versions without a way back", GATE),
        "wait": ListOf("a list of versions to wait at", GATE),
        "downgrade": replace(_DOWNGRADE, what=_DOWNGRADES, mapping=MapOf(_DOWNGRADES, _DOWNGRADE)),
        "breaking": ListOf("a list of breaking changes", NOTICE),
        "tasks": ListOf("a list of tasks", NOTICE),
    },
)

# One mapping, or several: one for each component.
UPGRADES = OneOf(
    "a mapping such as {stops: ...}, or a list of them",
    sequence=ListOf("a list of mappings such as {stops: ...}", UPGRADE),
    mapping=UPGRADE,
)
