"""Finds and reads what a page's front matter, or a shared data file, says about compatibility.

MkDocs swallows mistakes in the YAML and hands on a shortened text; so the text that the author
edits is read here once more, with the places of everything. Front matter is found as MkDocs finds
it: between a first line of three dashes and the next line of three dashes or dots.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import yaml

from mkdocs_compat.diagnostics import Related, Severity
from mkdocs_compat.model.site import Flaw, FlawKind, Ignore
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.reading.plain import folded
from mkdocs_compat.reading.roles import Role
from mkdocs_compat.reading.schema import FRONT_MATTER, SHARED_DATA
from mkdocs_compat.reading.settings import (
    AskedSettings,
    CellSettings,
    Columns,
    ColumnSettings,
    ComponentSettings,
    ExampleSettings,
    ListSettings,
    ReadingSettings,
    ReleaseSettings,
    RuleSettings,
    Settings,
    TableSettings,
)
from mkdocs_compat.reading.upgrade_settings import upgrade_settings
from mkdocs_compat.reading.yaml_form import QUOTES_HELP, Entry, FormReader
from mkdocs_compat.reading.yaml_nodes import compose
from mkdocs_compat.source import Place, SourceText

# Larger front matter is refused unread: YAML takes seconds for a megabyte.
MOST_CHARACTERS = 200_000

_FIRST_LINE = re.compile(r"-{3}[ \t]*\r?\n")
_LAST_LINE = re.compile(r"^(?:-{3}|\.{3})[ \t]*\r?$", re.MULTILINE)
# The key, also inside the braces of a mapping on one line, or by mistake in a list.
_TAKES_PART = re.compile(r"""^(?:-[ \t]+|\{(?:.*[\s,{])?)?((["']?)compat\2[ \t]*:)""", re.MULTILINE)

_SYNTAX_HELP = "Mend the YAML at this place; until then nothing of it is read."
# `{registry: Do you use it?}` is another common slip: the mark is a sign of YAML's own there.
_QUESTION_HELP = "Put a text with a question mark into quotation marks where it stands in braces."
# `when: >=4` is a common slip: YAML takes the character for the start of a folded text.
_OPENS_WITH_ANGLE = re.compile(r"(?:^|[\s:,\[{])>[ \t]*[0-9]*\S?$")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a file says, and what could not be read of it.

    Attributes:
        settings: What it says; the defaults where it could not be read.
        flaws: The mistakes in it.
        body: Offset in the file at which the Markdown begins.
        title: The page's `title`; empty where the front matter gives none.
    """

    settings: Settings
    flaws: tuple[Flaw, ...]
    body: int
    title: str = ""


def may_take_part(text: str) -> bool:
    """Tell whether a page has front matter that could name us, without reading it."""
    return text.startswith("---") and "compat" in text


def read_front_matter(source: SourceText) -> FrontMatter | None:
    """Return what a page says under `compat:`; None for a page that takes no part."""
    first = _FIRST_LINE.match(source.text)
    if first is None:
        return None
    last = _LAST_LINE.search(source.text, first.end())
    start, end = first.end(), last.start() if last else len(source.text)
    key = _TAKES_PART.search(source.text, start, end)
    if key is None:
        return None
    body = last.end() if last else 0
    here = source.place(*key.span(1))
    if last is None:
        flaw = _flaw(here, "the front matter has no end", "Close it with a line of three dashes.")
        return FrontMatter(Settings(here), (flaw,), body)
    if end - start > MOST_CHARACTERS:
        return FrontMatter(Settings(here), (_too_large(here, end - start),), body)
    node, flaws = _compose(source, start, end)
    if isinstance(node, yaml.SequenceNode):
        help_ = "Take the dash before the key out."
        flaws = (_flaw(here, "the front matter is a list, expected a mapping", help_),)
    if flaws:
        return FrontMatter(Settings(here), flaws, body)
    return _read_keys(source, node, start, body, here)


def _read_keys(
    source: SourceText, front_matter: yaml.Node | None, start: int, body: int, here: Place
) -> FrontMatter | None:
    reader = FormReader(source, start, "compat")
    found = list(_top_level(front_matter, "compat"))
    value = reader.read(found[0][1], FRONT_MATTER) if found else False
    if value is False:
        return None
    settings = _settings(value if isinstance(value, dict) else {}, here)
    flaws = (
        *(_second(reader.place(key), here) for key, _ in found[1:]),
        *reader.flaws,
        *_shared_spellings(settings),
    )
    title = next((node for _, node in _top_level(front_matter, "title")), None)
    title_text = str(title.value) if isinstance(title, yaml.ScalarNode) else ""
    return FrontMatter(settings, flaws, body, title_text)


def read_shared_data(source: SourceText) -> FrontMatter:
    """Return what a shared data file says: definitions that stand under `compat:` on pages."""
    top = source.whole_line(1)
    if len(source.text) > MOST_CHARACTERS:
        return FrontMatter(Settings(top), (_too_large(top, len(source.text)),), 0)
    node, flaws = _compose(source, 0, len(source.text))
    if flaws or node is None:
        return FrontMatter(Settings(top), flaws, 0)
    reader = FormReader(source, 0, "")
    settings = _settings(reader.read(node, SHARED_DATA) or {}, top)
    return FrontMatter(settings, (*reader.flaws, *_shared_spellings(settings)), 0)


def _compose(source: SourceText, start: int, end: int) -> tuple[yaml.Node | None, tuple[Flaw, ...]]:
    """Parse YAML into nodes with places; nothing is constructed."""
    try:
        return compose(source.text[start:end]), ()
    except yaml.MarkedYAMLError as error:
        return None, (_broken_off(source, start, error),)
    except yaml.reader.ReaderError as error:
        offset = start + error.position
        character = ord(source.text[offset])
        message = f"the YAML holds a character that it may not hold: U+{character:04X}"
        return None, (_flaw(source.place(offset, offset + 1), message, "Take it out."),)
    except RecursionError:
        place = source.place(start, start + 1)
        return None, (_flaw(place, "the YAML is nested too deeply", "Write it flatter."),)


def _broken_off(source: SourceText, start: int, error: yaml.MarkedYAMLError) -> Flaw:
    mark, began = error.problem_mark or error.context_mark, error.context_mark
    offset = start + (mark.index if mark else 0)
    message = f"the YAML breaks off here: {error.problem or error.context}"
    said = source.text[source.line_starts[source.position(offset)[0] - 1] : offset + 1]
    help_ = QUOTES_HELP if _OPENS_WITH_ANGLE.search(said) else _SYNTAX_HELP
    if source.text[offset : offset + 1] == "?":
        help_ = _QUESTION_HELP
    flaw = _flaw(source.place(offset, offset + 1), message, help_)
    if began is None or began is mark:
        return flaw
    origin = source.place(start + began.index, start + began.index + 1)
    return replace(flaw, related=(Related(origin, f"{error.context} that begins here"),))


def _top_level(node: yaml.Node | None, name: str) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """Yield the nodes of a top-level key, wherever it stands, and of its value."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value == name:
                yield key, value


def _second(place: Place, first: Place) -> Flaw:
    return _flaw(
        place,
        f"the front matter names 'compat' twice, first on line {first.line}",
        "Make one of the two.",
    )


def _shared_spellings(settings: Settings) -> Iterator[Flaw]:
    """Yield the components that headers could not tell from an earlier one."""
    known: dict[str, ComponentSettings] = {}
    for component in settings.components:
        for spelling in (component.id, component.name, *component.aliases):
            other = known.setdefault(folded(spelling), component) if spelling else component
            if other is not component:
                yield _flaw(
                    component.place,
                    f"the components '{other.id}' and '{component.id}' are both called "
                    f"'{spelling}', so headers cannot name one of them",
                    "Give each a name of its own, or make one component of the two.",
                )
                break


def _settings(values: Mapping[str, Any], here: Place) -> Settings:
    return Settings(
        place=here,
        product=values.get("product"),
        subject=values.get("subject"),
        scheme=values.get("scheme"),
        components=tuple(_component(*item) for item in values.get("components", {}).items()),
        columns=_columns(values.get("columns", {})),
        blank=_verdict(values.get("blank")),
        as_of=values.get("as-of"),
        tables={id_: _table(id_, entry) for id_, entry in values.get("tables", {}).items()},
        lists={id_: _list(id_, entry) for id_, entry in values.get("lists", {}).items()},
        ignores=tuple(
            _ignore(entry) for key in ("ignore", "severity") for entry in values.get(key, ())
        ),
        rules=tuple(_rule(entry) for entry in values.get("rules", ())),
        upgrades=upgrade_settings(values["upgrade"]) if "upgrade" in values else (),
        examples=tuple(_example(entry) for entry in values.get("examples", ())),
        prose_examples=values.get("prose-examples", False),
        reading=_reading(values),
    )


def _component(id_: str, entry: Entry) -> ComponentSettings:
    said = entry.value
    return ComponentSettings(
        id=id_,
        name=said.get("name"),
        aliases=tuple(alias.value for alias in said.get("aliases", ())),
        scheme=said.get("scheme"),
        full=said.get("full"),
        place=entry.place,
        releases=tuple(_release(each) for each in said.get("releases", ())),
    )


def _release(entry: Entry) -> ReleaseSettings:
    said = entry.value
    return ReleaseSettings(said["version"], said.get("date"), said.get("end-of-life"), entry.place)


def _rule(entry: Entry) -> RuleSettings:
    said = {key: text.value for key, text in entry.value.items()}
    places = {key: text.place for key, text in entry.value.items()}
    component, other = said.pop("component"), said.pop("with")
    return RuleSettings(component, other, said, places, entry.place)


def _example(entry: Entry) -> ExampleSettings:
    said = dict(entry.value)
    expect = Verdict(said.pop("expect"))
    asked = tuple(
        AskedSettings(id_, tuple((text.value, text.place) for text in texts.value), texts.place)
        for id_, texts in said.items()
    )
    return ExampleSettings(asked, expect, entry.place)


def _table(id_: str, entry: Entry) -> TableSettings:
    said = entry.value
    return TableSettings(
        id=id_,
        place=entry.place,
        verdict=_verdict(said.get("verdict")),
        note=said.get("note"),
        blank=_verdict(said.get("blank")),
        as_of=said.get("as-of"),
        subject=said.get("subject"),
        columns=_columns(said.get("columns", {})),
        skip=said.get("skip", False),
        together=said.get("together", False),
        reading=_reading(said),
    )


def _list(id_: str, entry: Entry) -> ListSettings:
    said = entry.value
    return ListSettings(
        id=id_,
        place=entry.place,
        subject=said["subject"],
        verdict=_verdict(said.get("verdict")),
        note=said.get("note"),
        closed=said.get("closed"),
        as_of=said.get("as-of"),
    )


def _ignore(entry: Entry) -> Ignore:
    said = entry.value
    severity = Severity(said["as"]) if "as" in said else None
    table, cell = said.get("table"), said.get("cell")
    return Ignore(said["check"], said["reason"], table, cell, entry.place, severity)


def _columns(said: Mapping[str, Entry]) -> Columns:
    """Return what is said of headers; `true` says no more than nothing does."""
    return {
        header: _column(entry.value.value, entry.place)
        for header, entry in said.items()
        if entry.value.value is not True
    }


def _column(said: Any, place: Place) -> ColumnSettings:
    """Return what is said of one header: a flag, an id, a list of ids, or a mapping."""
    role = Role.VERSIONS
    if isinstance(said, dict):
        role = Role(said.get("as", Role.VERSIONS.value))
        said = said.get("component", ())
    if isinstance(said, str):
        return ColumnSettings((said,), place, role)
    return ColumnSettings(tuple(each.value for each in said or ()), place, role)


def _reading(said: Mapping[str, Any]) -> ReadingSettings:
    return ReadingSettings(
        layout=said.get("layout"),
        across=said.get("across"),
        marks={mark: Verdict(entry.value) for mark, entry in said.get("marks", {}).items()},
        cells={
            text: CellSettings(entry.value, entry.place)
            for text, entry in said.get("cells", {}).items()
        },
        zeros=said.get("zeros"),
        closed=said.get("closed"),
        repeats=said.get("repeats"),
    )


def _verdict(word: str | None) -> Verdict | None:
    return None if word is None else Verdict(word)


def _too_large(place: Place, size: int) -> Flaw:
    return _flaw(
        place,
        f"this is {size:,} characters of YAML, more than the {MOST_CHARACTERS:,} that are read",
        "Move what is not about compatibility elsewhere, or split the file.",
    )


def _flaw(place: Place, message: str, help_: str) -> Flaw:
    return Flaw(FlawKind.INVALID_FRONT_MATTER, place, message, help_)
