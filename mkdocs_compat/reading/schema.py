"""The form of the front matter, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from mkdocs_compat.model.verdict import STATED_VERDICTS
from mkdocs_compat.versions import SCHEME_NAMES


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of text; numbers stand for their spelling, so that 3.10 stays 3.10."""

    what: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Flag:
    """`true` or `false`."""

    what: str


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number between two others."""

    what: str
    lowest: int
    highest: int


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; with `or_one`, a single item may stand alone."""

    what: str
    item: Form
    or_one: bool = False


@dataclass(frozen=True, slots=True)
class MapOf:
    """A mapping whose keys the author chooses."""

    what: str
    value: Form


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping whose keys are known."""

    what: str
    fields: Mapping[str, Form]
    required: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FlagOr:
    """`true` or `false`, or another form in its place."""

    other: Form


Form: TypeAlias = Text | Flag | Whole | ListOf | MapOf | Record | FlagOr

_VERDICT = Text("a verdict", STATED_VERDICTS)
_SCHEME = Text("a version scheme", SCHEME_NAMES)
_COLUMNS = MapOf(
    "a mapping from headers to components",
    FlagOr(ListOf("a component's id or a list of them", Text("a component's id"), or_one=True)),
)

COMPONENT = Record(
    "a mapping that describes a component, such as {name: Octopus Server}",
    {
        "name": Text("a name"),
        "aliases": ListOf("a list of names", Text("a name"), or_one=True),
        "scheme": _SCHEME,
        "full": Whole("how many numbers name a release", 1, 8),
    },
)

TABLE = Record(
    "a mapping that describes a table, such as {verdict: partial, note: ...}",
    {
        "verdict": _VERDICT,
        "note": Text("a note"),
        "blank": _VERDICT,
        "subject": Text("a component's id"),
        "columns": _COLUMNS,
        "skip": Flag("whether to leave the table alone"),
    },
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

DEFINITIONS = Record(
    "a mapping",
    {
        "product": Text("the id of a product"),
        "subject": Text("a component's id"),
        "scheme": _SCHEME,
        "components": MapOf("a mapping from ids to components", COMPONENT),
        "columns": _COLUMNS,
        "blank": _VERDICT,
        "tables": MapOf("a mapping from heading ids to tables", TABLE),
        "ignore": ListOf("a list of accepted findings", IGNORE),
    },
)

# What stands under `compat:` in a page's front matter.
FRONT_MATTER = FlagOr(replace(DEFINITIONS, what="true, or a mapping such as {blank: unstated}"))

# What stands in a shared data file: nothing that is about one page.
SHARED_DATA = replace(
    DEFINITIONS,
    what="a mapping such as {components: ...}",
    fields={
        key: form for key, form in DEFINITIONS.fields.items() if key not in ("tables", "ignore")
    },
)
