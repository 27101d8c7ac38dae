"""Of what the form of the front matter is made: kinds of values, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of text; numbers stand for their spelling, so that 3.10 stays 3.10.

    It may be one of some choices, or all of it match a pattern. With `placed` it is read with the
    place where it stands.
    """

    what: str
    choices: tuple[str, ...] = ()
    pattern: str = ""
    placed: bool = False


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
    """A mapping whose keys the author chooses, from some words where there are any."""

    what: str
    value: Form
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping whose keys are known.

    With `whole`, a mistake in one part refuses all of it: what is left would say something else.
    """

    what: str
    fields: Mapping[str, Form]
    required: tuple[str, ...] = ()
    whole: bool = False


@dataclass(frozen=True, slots=True)
class TextOr:
    """A mapping, or a piece of text that stands for one with a single key."""

    key: str
    text: Text
    other: Record

    @property
    def what(self) -> str:
        """What is expected, as the end of a sentence."""
        return self.other.what


@dataclass(frozen=True, slots=True)
class OpenRecord:
    """A mapping with some known keys; the author chooses the others. It is refused as a whole."""

    what: str
    fields: Mapping[str, Form]
    others: Form
    required: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FlagOr:
    """`true` or `false`, or another form in its place."""

    other: Form


@dataclass(frozen=True, slots=True)
class OneOf:
    """Another form for each kind of value: a flag, a text, a list, a mapping; None refuses it.

    It is read with the place where it stands.
    """

    what: str
    flag: Flag | None = None
    text: Text | None = None
    sequence: ListOf | None = None
    mapping: MapOf | Record | None = None


Form: TypeAlias = (
    Text | Flag | Whole | ListOf | MapOf | Record | TextOr | OpenRecord | FlagOr | OneOf
)
