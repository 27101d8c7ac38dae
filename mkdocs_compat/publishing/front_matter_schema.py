"""The JSON Schema of the front matter and of shared data files, made from the form that reads them.

Editors use it. It says what can be said of single values: that a component is not described twice,
or that a range can be read, only `mkdocs-compat check` finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from mkdocs_compat.reading.forms import (
    Flag,
    FlagOr,
    Form,
    ListOf,
    MapOf,
    OneOf,
    OpenRecord,
    Record,
    Text,
    TextOr,
    Whole,
)
from mkdocs_compat.reading.schema import FRONT_MATTER, SHARED_DATA

Schema: TypeAlias = dict[str, object]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"

# YAML takes these for numbers or truth values; the reader takes their spelling.
_NUMBERS = ("1", "10", "2019", "3.2")

# Numbers between such limits are listed, for in quotation marks they are good too.
_FEW = 50

# What YAML 1.1 takes for true or false; to YAML 1.2 most of them are text.
_FLAG_WORDS = r"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$"


def front_matter_schema() -> Schema:
    """Return the schema of a page's front matter, of which only `compat` is described."""
    return {
        "$schema": _DRAFT,
        "title": "Front matter of a page with mkdocs-compat",
        "type": "object",
        "properties": {"compat": _schema(FRONT_MATTER)},
    }


def shared_data_schema() -> Schema:
    """Return the schema of a shared data file."""
    return {
        "$schema": _DRAFT,
        "title": "Definitions that pages with mkdocs-compat share",
        **_schema(SHARED_DATA),
    }


def _schema(form: Form) -> Schema:
    match form:
        case Text():
            return _text(form)
        case Flag():
            return {"description": form.what, **_flag()}
        case Whole():
            return _whole(form)
        case ListOf():
            return _list(form)
        case FlagOr():
            return {"anyOf": [_flag(), _schema(form.other)]}
        case OneOf():
            return _any_of(form.what, map(_schema, _kinds(form)))
        case _:
            return _mapping(form)


def _mapping(form: MapOf | Record | OpenRecord | TextOr) -> Schema:
    match form:
        case TextOr():
            return _any_of(form.what, (_schema(form.text), _schema(form.other)))
        case MapOf():
            return _map(form)
        case Record():
            return _record(form)
        case OpenRecord():
            open_ = {"additionalProperties": _schema(form.others)}
            return {**_record(Record(form.what, form.fields, form.required)), **open_}


def _text(form: Text) -> Schema:
    """Return the schema of a text: numbers and truth values are texts too where they may stand."""
    if form.choices:
        flags = [each == "true" for each in form.choices if each in ("true", "false")]
        return {"description": form.what, "enum": [*form.choices, *flags]}
    if form.pattern:
        text: Schema = {"type": "string", "pattern": rf"^\s*(?:{form.pattern})\s*$"}
        numbers: list[Schema] = [{"type": "number"}] if _takes_numbers(form.pattern) else []
        return _any_of(form.what, (text, *numbers))
    return {"description": form.what, "type": ["string", "number", "boolean"], "pattern": r"\S"}


def _takes_numbers(pattern: str) -> bool:
    return any(re.fullmatch(pattern, number) for number in _NUMBERS)


def _flag() -> Schema:
    return {"type": ["boolean", "string"], "pattern": _FLAG_WORDS}


def _whole(form: Whole) -> Schema:
    number: Schema = {"type": "integer", "minimum": form.lowest, "maximum": form.highest}
    if form.highest - form.lowest > _FEW:
        return {"description": form.what, **number}
    words = [str(each) for each in range(form.lowest, form.highest + 1)]
    return _any_of(form.what, (number, {"enum": words}))


def _list(form: ListOf) -> Schema:
    items: Schema = {
        "description": form.what,
        "type": "array",
        "minItems": 1,
        "items": _schema(form.item),
    }
    return _any_of(form.what, (items, _schema(_alone(form.item)))) if form.or_one else items


def _alone(item: Form) -> Form:
    """Return what an item may be that stands alone, which is never a list or a mapping."""
    return item.text if isinstance(item, OneOf) and item.text is not None else item


def _kinds(form: OneOf) -> Iterator[Form]:
    for kind in (form.flag, form.text, form.sequence, form.mapping):
        if kind is not None:
            yield kind


def _map(form: MapOf) -> Schema:
    found: Schema = {
        "description": form.what,
        "type": "object",
        "additionalProperties": _schema(form.value),
    }
    return {**found, "propertyNames": {"enum": list(form.words)}} if form.words else found


def _record(form: Record) -> Schema:
    found: Schema = {
        "description": form.what,
        "type": "object",
        "properties": {key: _schema(each) for key, each in form.fields.items()},
        "additionalProperties": False,
    }
    return {**found, "required": list(form.required)} if form.required else found


def _any_of(what: str, schemas: Iterable[Schema]) -> Schema:
    return {"description": what, "anyOf": list(schemas)}
