"""What reading a notation gives. All offsets count characters of the raw text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from mkdocs_compat.ranges.range import Range

_CONDITION = re.compile(
    r"\b(?:with|without|requires?|required|needs?|needed|only|if|when|using|unless)\b|[<>=]",
    re.IGNORECASE,
)


class VersionMention(NamedTuple):
    """A version as it stands in the text, without `v`, operator or wildcard."""

    text: str
    start: int
    end: int


class Part(NamedTuple):
    """One item of the list.

    Attributes:
        text: The item as written.
        start: Where it begins.
        end: Where it ends.
        range: The versions that it names.
        is_exception: Whether they are taken out of what the other parts name.
        reaches_latest: Whether it says `latest`.
        versions: The versions written in it.
    """

    text: str
    start: int
    end: int
    range: Range
    is_exception: bool
    reaches_latest: bool
    versions: tuple[VersionMention, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote mark: `*`, `†`, `1` for a superscript, `^1` for `[^1]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Remark:
    """Words of a cell that are no versions.

    Attributes:
        text: What they say, without markup.
        start: Where they begin, parentheses included.
        end: Where they end.
    """

    text: str
    start: int
    end: int

    @property
    def is_condition(self) -> bool:
        """Whether it says when something holds, and not what a release is: `LTS`."""
        return _CONDITION.search(self.text) is not None


class ProblemKind(Enum):
    """Kinds of things that could not be read."""

    UNKNOWN_TOKEN = "unknown-token"  # noqa: S105
    BAD_VERSION = "bad-version"
    REVERSED_RANGE = "reversed-range"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read.

    Attributes:
        kind: What kind of thing.
        start: Where it begins.
        end: Where it ends.
        text: What stands there.
        expected: What would have fitted, as the end of a sentence.
        readings: What it could mean, written so that it is understood.
    """

    kind: ProblemKind
    start: int
    end: int
    text: str
    expected: str
    readings: tuple[str, ...] = ()


class Notation(NamedTuple):
    """A text read as versions.

    Attributes:
        range: The versions named; None for a blank, where nothing but names such as `main` stands,
            and where anything was not understood.
        parts: The items that were understood.
        marks: The footnote marks.
        problems: What was not understood.
        blank: Whether the text says nothing: space, a dash, `n/a` or `none`.
        remarks: What is said in parentheses.
        moving: Names that stand for no release, such as `main` and `nightly`.
    """

    range: Range | None
    parts: tuple[Part, ...]
    marks: tuple[Mark, ...]
    problems: tuple[Problem, ...]
    blank: bool
    remarks: tuple[Remark, ...] = ()
    moving: tuple[Remark, ...] = ()
