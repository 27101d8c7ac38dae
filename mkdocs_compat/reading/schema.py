"""The form of the front matter, as data."""

from __future__ import annotations

from dataclasses import replace

from mkdocs_compat.diagnostics import Severity
from mkdocs_compat.model.table import ZEROS
from mkdocs_compat.model.verdict import STATED_VERDICTS, Verdict
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
from mkdocs_compat.reading.layout import LAYOUTS
from mkdocs_compat.reading.roles import ROLES
from mkdocs_compat.reading.terms import COMPONENT_ID, DISTANCE, LEVEL, RANGE
from mkdocs_compat.reading.upgrade_form import UPGRADES
from mkdocs_compat.versions import SCHEME_NAMES

_VERDICT = Text("a verdict", STATED_VERDICTS)
_SCHEME = Text("a version scheme", SCHEME_NAMES)
_COMPONENTS = ListOf("a component's id or a list of them", Text("a component's id"), or_one=True)
_COLUMNS = MapOf(
    "a mapping from headers to components",
    OneOf(
        "a component's id, a list of them, or a mapping such as {component: server, as: from}",
        flag=Flag("whether the column takes part"),
        text=Text("a component's id"),
        sequence=ListOf("a list of ids", Text("a component's id")),
        mapping=Record(
            "a mapping such as {component: server, as: from}",
            {"component": _COMPONENTS, "as": Text("what the cells are", ROLES)},
        ),
    ),
)
_READING: dict[str, Form] = {
    "layout": Text("how a table is laid out", LAYOUTS),
    "across": Text("the id of the component whose versions are the headers"),
    "marks": MapOf("a mapping from marks to verdicts", _VERDICT),
    "cells": MapOf("a mapping from texts of cells to the versions meant", Text("versions")),
    "zeros": Text("what versions that end in .0 stand for", ZEROS),
    "closed": Flag("whether what a row does not list is incompatible"),
    "repeats": Flag("whether a blank cell stands for what is above it"),
}

# A year, a month or a day; every month has as many days as it can have.
_DATE = Text(
    "a date such as 2019-01-21",
    pattern=(
        r"[0-9]{4}(?:-(?:(?:0[13578]|1[02])(?:-(?:0[1-9]|[12][0-9]|3[01]))?"
        r"|(?:0[469]|11)(?:-(?:0[1-9]|[12][0-9]|30))?|02(?:-(?:0[1-9]|[12][0-9]))?))?"
    ),
)
_RELEASE = TextOr(
    "version",
    Text("a version"),
    Record(
        "a version, or a mapping such as {version: 4.1.0, date: 2019-01-21}",
        {"version": Text("a version"), "date": _DATE, "end-of-life": _DATE},
        required=("version",),
    ),
)

RULE = Record(
    "a mapping such as {component: client, with: server, same: major}",
    {
        "name": Text("a name", placed=True),
        "component": COMPONENT_ID,
        "with": COMPONENT_ID,
        "when": RANGE,
        "with-when": RANGE,
        "same": LEVEL,
        "not-newer": LEVEL,
        "not-older": LEVEL,
        "behind": DISTANCE,
        "ahead": DISTANCE,
        "apart": DISTANCE,
        "verdict": replace(_VERDICT, placed=True),
        "note": Text("a note", placed=True),
    },
    required=("component", "with"),
    whole=True,
)

EXAMPLE = OpenRecord(
    "a mapping such as {client: 4.5, server: 4.0, expect: incompatible}",
    {"expect": Text("a verdict", tuple(verdict.value for verdict in Verdict))},
    ListOf("a version or a list of them", Text("a version"), or_one=True),
    required=("expect",),
)

COMPONENT = Record(
    "a mapping that describes a component, such as {name: Octopus Server}",
    {
        "name": Text("a name"),
        "aliases": ListOf("a list of names", Text("a name"), or_one=True),
        "scheme": _SCHEME,
        "full": Whole("how many numbers name a release", 1, 8),
        "releases": ListOf("a list of versions", _RELEASE),
    },
)

TABLE = Record(
    "a mapping that describes a table, such as {verdict: partial, note: ...}",
    {
        "verdict": _VERDICT,
        "note": Text("a note"),
        "blank": _VERDICT,
        "as-of": _DATE,
        "subject": Text("a component's id"),
        "columns": _COLUMNS,
        "skip": Flag("whether to leave the table alone"),
        "together": Flag("whether only the listed combinations count, each row as a whole"),
        **_READING,
    },
)

LIST = Record(
    "a component's id, or a mapping that describes a list, such as {subject: server}",
    {
        "subject": Text("a component's id"),
        "verdict": _VERDICT,
        "note": Text("a note"),
        "as-of": _DATE,
        "closed": _READING["closed"],
    },
    required=("subject",),
)

IGNORE = Record(
    "a mapping that names a check and the reason, such as {check: ..., reason: ...}",
    {
        "check": Text("the code or name of a check"),
        "reason": Text("why the finding is accepted"),
        "table": Text("the id of a heading"),
        "cell": Text("the text of a cell"),
    },
    required=("check", "reason"),
)

SEVERITY = Record(
    "a mapping that names a check, such as {check: ..., as: error, reason: ...}",
    {
        "check": IGNORE.fields["check"],
        "as": Text("a severity", tuple(severity.value for severity in Severity)),
        "reason": Text("why the finding weighs so much"),
        "table": IGNORE.fields["table"],
        "cell": IGNORE.fields["cell"],
    },
    required=("check", "as", "reason"),
)

DEFINITIONS = Record(
    "a mapping",
    {
        "product": Text("the id of a product"),
        "subject": Text("a component's id"),
        "scheme": _SCHEME,
        "components": MapOf("a mapping from ids to components", COMPONENT),
        "columns": _COLUMNS,
        "blank": _VERDICT,
        "as-of": _DATE,
        **_READING,
        "rules": ListOf("a list of rules", RULE),
        "upgrade": UPGRADES,
        "examples": ListOf("a list of examples", EXAMPLE),
        "prose-examples": Flag("whether the examples in the page's lists are proven"),
        "tables": MapOf("a mapping from heading ids to tables", TABLE),
        "lists": MapOf(
            "a mapping from heading ids to lists",
            TextOr("subject", Text("a component's id"), LIST),
        ),
        "ignore": ListOf("a list of accepted findings", IGNORE),
        "severity": ListOf("a list of findings that weigh otherwise", SEVERITY),
    },
)

# What stands under `compat:` in a page's front matter.
FRONT_MATTER = FlagOr(replace(DEFINITIONS, what="true, or a mapping such as {blank: unstated}"))

# What stands in a shared data file: nothing that is about one page.
SHARED_DATA = replace(
    DEFINITIONS,
    what="a mapping such as {components: ...}",
    fields={
        key: form
        for key, form in DEFINITIONS.fields.items()
        if key not in ("tables", "lists", "ignore", "severity", "examples", "prose-examples")
    },
)
