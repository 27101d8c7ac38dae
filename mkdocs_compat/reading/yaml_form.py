"""Checks a YAML node against a form, keeping the place of everything and every mistake."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, TypeAlias

import yaml

from mkdocs_compat.model.site import Flaw, FlawKind
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
from mkdocs_compat.source import Place, SourceText

# How many nodes are looked at in one file. Aliases let a few lines stand for billions.
MOST_NODES = 20_000

_TRUE = frozenset({"true", "yes", "on"})
_FALSE = frozenset({"false", "no", "off"})

QUOTES_HELP = "Put a text that begins with '>' into quotation marks: '>=4'."

Path: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of a list, a value whose key the author chose, or a text that is read with its place.

    Attributes:
        value: What it says.
        place: Where the item, the key or the text stands.
    """

    value: Any
    place: Place


class _RefusedError(Exception):
    """This node does not fit; its flaw is noted and its value left out."""


class FormReader:
    """Reads one file's YAML.

    Attributes:
        flaws: The mistakes met so far.
    """

    def __init__(self, source: SourceText, offset: int, root: str) -> None:
        """Read YAML that begins `offset` characters into `source`; messages call the top `root`."""
        self.flaws: list[Flaw] = []
        self._source = source
        self._offset = offset
        self._root = root
        self._visited = 0

    def read(self, node: yaml.Node, form: Form, path: Path = ()) -> Any:
        """Return the node's value as the form describes it; None where it does not fit.

        Lists and mappings with keys of the author's choice hold entries.
        """
        try:
            return self._value(node, form, path)
        except _RefusedError:
            return None

    def place(self, node: yaml.Node) -> Place:
        """Return where a node stands."""
        start = self._offset + node.start_mark.index
        end = self._offset + node.end_mark.index
        text = self._source.text[start:end]
        return self._source.place(start, start + len(text.rstrip()))

    def _value(self, node: yaml.Node, form: Form, path: Path) -> Any:
        self._count(node, path)
        match form:
            case Text():
                return self._placed_text(node, form, path)
            case Flag():
                return self._flag(node, form.what, path)
            case Whole():
                return self._whole(node, form, path)
            case ListOf():
                return self._list(node, form, path)
            case FlagOr():
                if _is_flag(node):
                    return self._flag(node, "true or false", path)
                return self._value(node, form.other, path)
            case OneOf():
                return self._one_of(node, form, path)
            case _:
                return self._mapping(node, form, path)

    def _mapping(
        self, node: yaml.Node, form: MapOf | Record | OpenRecord | TextOr, path: Path
    ) -> Any:
        match form:
            case MapOf():
                return self._map(node, form, path)
            case Record():
                return self._record(node, form, path)
            case OpenRecord():
                return self._open_record(node, form, path)
            case TextOr():
                if isinstance(node, yaml.ScalarNode):
                    return {form.key: self._placed_text(node, form.text, path)}
                return self._record(node, form.other, path)

    def _count(self, node: yaml.Node, path: Path) -> None:
        self._visited += 1
        if self._visited == MOST_NODES + 1:
            self._note(
                node,
                f"{self._name(path)} holds more than {MOST_NODES:,} values",
                "Say less here; YAML aliases count each time they are used.",
            )
        if self._visited > MOST_NODES:
            raise _RefusedError

    def _one_of(self, node: yaml.Node, form: OneOf, path: Path) -> Entry:
        return Entry(self._one_value(node, form, path), self.place(node))

    def _one_value(self, node: yaml.Node, form: OneOf, path: Path) -> Any:
        if form.flag is not None and _is_flag(node):
            return self._flag(node, form.flag.what, path)
        if form.text is not None and isinstance(node, yaml.ScalarNode):
            return self._text(node, form.text, path)
        if form.sequence is not None and isinstance(node, yaml.SequenceNode):
            return self._list(node, form.sequence, path)
        if form.mapping is not None and isinstance(node, yaml.MappingNode):
            return self._mapping(node, form.mapping, path)
        raise self._refuse(node, form.what, path)

    def _placed_text(self, node: yaml.Node, form: Text, path: Path) -> str | Entry:
        text = self._text(node, form, path)
        return Entry(text, self.place(node)) if form.placed else text

    def _text(self, node: yaml.Node, form: Text, path: Path) -> str:
        expected = _alternatives(form.choices) if form.choices else form.what
        if not isinstance(node, yaml.ScalarNode) or node.tag == "tag:yaml.org,2002:null":
            raise self._refuse(node, expected, path)
        value = str(node.value).strip()
        if not value:
            # `when: >4` is a folded text, of which nothing follows.
            raise self._refuse(node, expected, path, QUOTES_HELP if node.style == ">" else "")
        if form.choices and value not in form.choices:
            raise self._refuse(node, expected, path, _nearest(value, form.choices))
        if form.pattern and not re.fullmatch(form.pattern, value):
            raise self._refuse(node, form.what, path)
        return value

    def _flag(self, node: yaml.Node, what: str, path: Path) -> bool:
        if not _is_flag(node):
            raise self._refuse(node, f"true or false ({what})", path)
        return str(node.value).lower() in _TRUE

    def _whole(self, node: yaml.Node, form: Whole, path: Path) -> int:
        expected = f"a whole number from {form.lowest} to {form.highest} ({form.what})"
        text = str(node.value) if isinstance(node, yaml.ScalarNode) else ""
        if not (text.isascii() and text.isdigit() and len(text) < 10):
            raise self._refuse(node, expected, path)
        if not form.lowest <= int(text) <= form.highest:
            raise self._refuse(node, expected, path)
        return int(text)

    def _list(self, node: yaml.Node, form: ListOf, path: Path) -> tuple[Entry, ...]:
        if isinstance(node, yaml.SequenceNode) and node.value:
            return tuple(
                Entry(value, self.place(child))
                for number, child in enumerate(node.value, start=1)
                if (value := self.read(child, form.item, (*path, str(number)))) is not None
            )
        if form.or_one and isinstance(node, yaml.ScalarNode):
            return (Entry(self._value(node, form.item, path), self.place(node)),)
        raise self._refuse(node, form.what, path)

    def _map(self, node: yaml.Node, form: MapOf, path: Path) -> dict[str, Entry]:
        values = {}
        for key, key_node, child in self._entries(node, form.what, path):
            if form.words and key not in form.words:
                self._unknown_key(key_node, key, form.words, path)
            elif (value := self.read(child, form.value, (*path, key))) is not None:
                values[key] = Entry(value, self.place(key_node))
        return values

    def _record(self, node: yaml.Node, form: Record, path: Path) -> dict[str, Any]:
        before = len(self.flaws)
        values: dict[str, Any] = {}
        missing = dict.fromkeys(form.required)
        for key, key_node, child in self._entries(node, form.what, path):
            missing.pop(key, None)
            if key not in form.fields:
                self._unknown_key(key_node, key, form.fields, path)
                continue
            value = self.read(child, form.fields[key], (*path, key))
            if value is not None:
                values[key] = value
        self._note_missing(node, form, missing, path)
        if any(key not in values for key in form.required):
            raise _RefusedError
        if form.whole and len(self.flaws) > before:
            raise _RefusedError
        return values

    def _note_missing(
        self, node: yaml.Node, form: Record | OpenRecord, keys: Iterable[str], path: Path
    ) -> None:
        for key in keys:
            expected = _expected(form.fields[key])
            self._note(node, f"{self._name(path)} has no {key!r}", f"Add '{key}:', {expected}.")

    def _open_record(self, node: yaml.Node, form: OpenRecord, path: Path) -> dict[str, Any]:
        before = len(self.flaws)
        values: dict[str, Any] = {}
        missing = dict.fromkeys(form.required)
        for key, key_node, child in self._entries(node, form.what, path):
            missing.pop(key, None)
            value = self.read(child, form.fields.get(key, form.others), (*path, key))
            if value is not None:
                values[key] = value if key in form.fields else Entry(value, self.place(key_node))
        self._note_missing(node, form, missing, path)
        if len(self.flaws) > before:
            raise _RefusedError
        return values

    def _entries(
        self, node: yaml.Node, what: str, path: Path
    ) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
        """Yield key, key's node and value's node of a mapping, each key once."""
        if not isinstance(node, yaml.MappingNode):
            raise self._refuse(node, what, path)
        seen: dict[str, yaml.Node] = {}
        for key_node, child in node.value:
            self._count(key_node, path)
            if not isinstance(key_node, yaml.ScalarNode):
                self._note(
                    key_node,
                    f"a key of {self._name(path)} is not plain text",
                    "Write each key as plain text followed by a colon.",
                )
                continue
            key = str(key_node.value).strip()
            if key in seen:
                self._note(
                    key_node,
                    f"{self._name(path)} names {key!r} twice, first on line "
                    f"{self.place(seen[key]).line}",
                    "Keep one of the two; YAML itself would silently drop the first.",
                )
                continue
            seen[key] = key_node
            yield key, key_node, child

    def _unknown_key(self, node: yaml.Node, key: str, fields: Iterable[str], path: Path) -> None:
        self._note(
            node,
            f"{self._name(path)} has no key {_shown(key)}",
            _nearest(key, tuple(fields)) or f"Known keys are: {', '.join(fields)}.",
        )

    def _refuse(self, node: yaml.Node, expected: str, path: Path, hint: str = "") -> _RefusedError:
        self._note(
            node,
            f"{self._name(path)} is {_describe_node(node)}, expected {expected}",
            hint or f"Write {expected}.",
        )
        return _RefusedError()

    def _note(self, node: yaml.Node, message: str, help_: str) -> None:
        self.flaws.append(Flaw(FlawKind.INVALID_FRONT_MATTER, self.place(node), message, help_))

    def _name(self, path: Path) -> str:
        parts = [self._root, *path] if self._root else list(path)
        return "'" + ".".join(parts) + "'" if parts else "the file"


def _is_flag(node: yaml.Node) -> bool:
    return (
        isinstance(node, yaml.ScalarNode)
        and not node.style
        and str(node.value).lower() in _TRUE | _FALSE
    )


def _nearest(word: str, known: tuple[str, ...]) -> str:
    close = get_close_matches(word[:80].lower(), known, n=1, cutoff=0.6)
    return f"Did you mean '{close[0]}'?" if close else ""


def _alternatives(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


def _expected(form: Form) -> str:
    return _expected(form.other) if isinstance(form, FlagOr) else form.what


def _describe_node(node: yaml.Node) -> str:
    if isinstance(node, yaml.SequenceNode):
        return "a list" if node.value else "an empty list"
    if isinstance(node, yaml.MappingNode):
        return "a mapping"
    if node.tag == "tag:yaml.org,2002:null" or not str(node.value).strip():
        return "empty"
    if node.tag in ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float"):
        return f"the number {_cut(str(node.value))}"
    return _shown(str(node.value))


def _shown(text: str) -> str:
    return f"'{_cut(text)}'"


def _cut(text: str) -> str:
    return text if len(text) <= 40 else text[:37] + "..."
