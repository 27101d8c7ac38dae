"""Finds and reads what a page's front matter, or a shared data file, says about compatibility.

MkDocs swallows mistakes in the YAML and hands on a shortened text; so the text that the author
edits is read here once more, with the places of everything. Front matter is found as MkDocs finds
it: between a first line of three dashes and the next line of three dashes or dots.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

import yaml

from mkdocs_compat.model.site import Flaw, FlawKind, Ignore
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.reading.schema import DEFINITIONS, FRONT_MATTER
from mkdocs_compat.reading.settings import Columns, ComponentSettings, Settings, TableSettings
from mkdocs_compat.reading.yaml_form import HERE, FormReader
from mkdocs_compat.source import Place, SourceText

# Larger front matter is refused unread: YAML takes seconds for a megabyte.
MOST_CHARACTERS = 200_000

_FIRST_LINE = re.compile(r"-{3}[ \t]*\r?\n")
_LAST_LINE = re.compile(r"^(?:-{3}|\.{3})[ \t]*$", re.MULTILINE)
_TAKES_PART = re.compile(r"""^(?:compat|"compat"|'compat')[ \t]*:""", re.MULTILINE)

_SYNTAX_HELP = "Mend the YAML at this place; until then nothing of it is read."


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
    here = source.place(key.start(), key.end())
    if last is None:
        flaw = _flaw(here, "the front matter has no end", "Close it with a line of three dashes.")
        return FrontMatter(Settings(here), (flaw,), body)
    if end - start > MOST_CHARACTERS:
        return FrontMatter(Settings(here), (_too_large(here, end - start),), body)
    node, flaws = _compose(source, start, end)
    if flaws:
        return FrontMatter(Settings(here), flaws, body)
    value_node = _top_level_value(node, "compat")
    if value_node is None:
        return None
    title_node = _top_level_value(node, "title")
    title = str(title_node.value) if isinstance(title_node, yaml.ScalarNode) else ""
    reader = FormReader(source, start, "compat")
    value = reader.read(value_node, FRONT_MATTER)
    if value is False:
        return None
    values = value if isinstance(value, dict) else {}
    return FrontMatter(_settings(values, here), tuple(reader.flaws), body, title)


def read_shared_data(source: SourceText) -> FrontMatter:
    """Return what a shared data file says: the form of the front matter without `compat:`."""
    top = source.whole_line(1)
    if len(source.text) > MOST_CHARACTERS:
        return FrontMatter(Settings(top), (_too_large(top, len(source.text)),), 0)
    node, flaws = _compose(source, 0, len(source.text))
    if flaws or node is None:
        return FrontMatter(Settings(top), flaws, 0)
    reader = FormReader(source, 0, "")
    values = reader.read(node, DEFINITIONS) or {}
    return FrontMatter(_settings(values, top), tuple(reader.flaws), 0)


def _compose(source: SourceText, start: int, end: int) -> tuple[yaml.Node | None, tuple[Flaw, ...]]:
    """Parse YAML into nodes with places; nothing is constructed."""
    try:
        return yaml.compose(source.text[start:end], Loader=yaml.SafeLoader), ()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        offset = start + (mark.index if mark else 0)
        message = f"the YAML breaks off here: {error.problem or error.context}"
        return None, (_flaw(source.place(offset, offset + 1), message, _SYNTAX_HELP),)
    except yaml.reader.ReaderError as error:
        offset = start + error.position
        message = f"the YAML holds a character it may not hold: U+{ord(str(error.character)):04X}"
        return None, (_flaw(source.place(offset, offset + 1), message, _SYNTAX_HELP),)
    except RecursionError:
        place = source.place(start, start + 1)
        return None, (_flaw(place, "the YAML is nested too deeply", "Write it flatter."),)


def _top_level_value(node: yaml.Node | None, name: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    for key, value in node.value:
        if isinstance(key, yaml.ScalarNode) and key.value == name:
            return cast("yaml.Node", value)
    return None


def _settings(values: Mapping[str, Any], here: Place) -> Settings:
    return Settings(
        place=here,
        product=values.get("product"),
        subject=values.get("subject"),
        scheme=values.get("scheme"),
        components=tuple(_component(*item) for item in values.get("components", {}).items()),
        columns=_columns(values.get("columns", {})),
        blank=_verdict(values.get("blank")),
        tables={id_: _table(id_, said) for id_, said in values.get("tables", {}).items()},
        ignores=tuple(_ignore(said) for said in values.get("ignore", ())),
    )


def _component(id_: str, said: Mapping[str, Any]) -> ComponentSettings:
    return ComponentSettings(
        id=id_,
        name=said.get("name"),
        aliases=said.get("aliases", ()),
        scheme=said.get("scheme"),
        full=said.get("full"),
        place=said[HERE],
    )


def _table(id_: str, said: Mapping[str, Any]) -> TableSettings:
    return TableSettings(
        id=id_,
        place=said[HERE],
        verdict=_verdict(said.get("verdict")),
        note=said.get("note"),
        blank=_verdict(said.get("blank")),
        subject=said.get("subject"),
        columns=_columns(said.get("columns", {})),
        skip=said.get("skip", False),
    )


def _ignore(said: Mapping[str, Any]) -> Ignore:
    return Ignore(said["check"], said["reason"], said.get("table"), said.get("cell"), said[HERE])


def _columns(said: Mapping[str, Any]) -> Columns:
    return {
        header: value if isinstance(value, tuple) else ()
        for header, value in said.items()
        if value is not True
    }


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
