"""`compat.json` read back into the model: for those who ask about a site that they do not build."""

from __future__ import annotations

import json

from mkdocs_compat.errors import CompatError, ConfigurationError, VersionSyntaxError
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.release import Release
from mkdocs_compat.model.rule import Rule
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.table import Cell, Header, Mark, Row, Table
from mkdocs_compat.model.verdict import STATED_VERDICTS, Verdict
from mkdocs_compat.publishing.json_value import JsonValue
from mkdocs_compat.publishing.loading_parts import (
    load_component_id,
    load_distance_or_none,
    load_level_or_none,
    load_place,
    load_range,
    load_scope_or_none,
)
from mkdocs_compat.publishing.upgrade_loading import load_upgrade
from mkdocs_compat.ranges.notation import Notation, read
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.source import Place
from mkdocs_compat.versions.registry import get_scheme
from mkdocs_compat.versions.scheme import Scheme

FORMAT = "mkdocs-compat"
# Version 1 has no releases, no rules, and no tables whose rows count as a whole. Early files of
# version 2 have no upgrades; none of version 2 has marks and open tables.
UNDERSTOOD = (1, 2, 3)


def load_products(text: str, name: str) -> tuple[Product, ...]:
    """Return the products of a published file.

    What the file does not hold stays empty: examples, marks, and places without a line.

    Args:
        text: Its text.
        name: How messages name it.

    Raises:
        ConfigurationError: It is no such file, is of another version, or has not its form.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ConfigurationError(f"{name} is not readable JSON: {error}") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise ConfigurationError(
            f"{name} is no file of mkdocs-compat: expected 'format': '{FORMAT}' at its top"
        )
    file = JsonValue(name, "", data)
    version = file["version"].whole()
    if version not in UNDERSTOOD:
        raise ConfigurationError(
            f"{name} has the form of version {version}; this mkdocs-compat reads {_understood()}, "
            "a newer one may read it"
        )
    return tuple(_product(each) for each in file["products"].items())


def _understood() -> str:
    *first, last = map(str, UNDERSTOOD)
    return f"{', '.join(first)} and {last}"


def _product(value: JsonValue) -> Product:
    components = tuple(_component(each) for each in value["components"].items())
    schemes: dict[str, Scheme] = {}
    for component, each in zip(components, value["components"].items(), strict=True):
        if component.id in schemes:
            raise each["id"].error(f"{component.id!r} is the id of two components")
        schemes[component.id] = component.scheme
    return Product(
        value["id"].text(),
        value["name"].text(),
        components,
        tuple(_table(each, schemes) for each in value["tables"].items()),
        tuple(_rule(each, schemes) for each in value.get("rules").items()),
        upgrade=load_upgrade(value.get("upgrade"), schemes),
    )


def _component(value: JsonValue) -> Component:
    releases = value.get("releases").items()
    names = [each["version"].text() for each in releases]
    try:
        scheme = get_scheme(
            value["scheme"].text(), full=value["full"].whole(), releases=tuple(names)
        )
    except CompatError as error:
        raise value["scheme"].error(str(error)) from error
    return Component(
        value["id"].text(),
        value["name"].text(),
        value["aliases"].texts(),
        scheme,
        value["inferred"].truth(),
        tuple(_release(each, scheme) for each in releases),
    )


def _release(value: JsonValue, scheme: Scheme) -> Release:
    version = value["version"]
    try:
        parsed = scheme.parse(version.text())
    except VersionSyntaxError as error:
        raise version.error(str(error)) from error
    date, end = value.get("date").text_or_none(), value.get("end_of_life").text_or_none()
    return Release(parsed, date, end, Place(value.name))


def _table(value: JsonValue, schemes: dict[str, Scheme]) -> Table:
    url, _, anchor = value["url"].text().partition("#")
    headers = tuple(_header(each, value, schemes) for each in value["headers"].items())
    if not headers or len(headers[0].components) != 1:
        raise value["headers"].error("expected a first column of one component")
    place = Place(value["page"].text())
    rows = tuple(_row(each, headers, schemes) for each in value["rows"].items())
    return Table(
        value["id"].text(),
        place.path,
        url,
        anchor,
        value["title"].text(),
        headers,
        _verdict(value["verdict"]),
        value["note"].text_or_none(),
        _verdict(value["blank"]),
        rows,
        rows[0].subject.place if rows else place,
        together=value.get("together").truth(),
        closed=value.get("closed").is_none or value["closed"].truth(),
    )


def _header(value: JsonValue, table: JsonValue, schemes: dict[str, Scheme]) -> Header:
    components = tuple(load_component_id(each, schemes) for each in value["components"].items())
    return Header(value["text"].text(), Place(table["page"].text()), components)


def _verdict(value: JsonValue) -> Verdict:
    return Verdict(value.one_of(STATED_VERDICTS))


def _row(value: JsonValue, headers: tuple[Header, ...], schemes: dict[str, Scheme]) -> Row:
    cells = value["cells"].items()
    if len(cells) != len(headers) - 1:
        raise value["cells"].error(f"expected {len(headers) - 1} cells, found {len(cells)}")
    return Row(
        _cell(value["subject"], schemes),
        tuple(_cell(each, schemes) for each in cells),
    )


def _cell(value: JsonValue, schemes: dict[str, Scheme]) -> Cell:
    components = tuple(load_component_id(each, schemes) for each in value["components"].items())
    if not components:
        raise value["components"].error("expected at least one component")
    text = value["text"].text()
    scheme = schemes[components[0]]
    range_ = None if value["range"].is_none else load_range(value["range"], scheme)
    mark = value.get("mark")
    return Cell(
        components,
        text,
        text,
        _notation(text, scheme, range_, is_blank=value["blank"].truth()),
        load_place(value),
        exact=False,
        anchor=value["anchor"].text(),
        notes=value["notes"].texts(),
        mark=None if mark.is_none else _mark(mark),
    )


def _mark(value: JsonValue) -> Mark:
    verdict = value["verdict"]
    return Mark(value["text"].text(), None if verdict.is_none else _verdict(verdict))


def _notation(text: str, scheme: Scheme, range_: Range | None, *, is_blank: bool) -> Notation:
    """Read a cell's text once more for its parts; what it names is what was published."""
    return read(text, scheme)._replace(range=range_, blank=is_blank)


def _rule(value: JsonValue, schemes: dict[str, Scheme]) -> Rule:
    component, other = (
        load_component_id(value["component"], schemes),
        load_component_id(value["other"], schemes),
    )
    return Rule(
        id=value["id"].text(),
        name=value["name"].text_or_none(),
        component=component,
        other=other,
        when=load_scope_or_none(value["when"], schemes[component]),
        other_when=load_scope_or_none(value["other_when"], schemes[other]),
        same=load_level_or_none(value["same"]),
        not_newer=load_level_or_none(value["not_newer"]),
        not_older=load_level_or_none(value["not_older"]),
        behind=load_distance_or_none(value["behind"]),
        ahead=load_distance_or_none(value["ahead"]),
        apart=load_distance_or_none(value["apart"]),
        verdict=_verdict(value["verdict"]),
        note=value["note"].text_or_none(),
        page=value["page"].text(),
        url=value["url"].text().partition("#")[0],
        title=value["title"].text(),
        place=load_place(value),
    )
