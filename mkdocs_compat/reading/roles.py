"""What the cells of a column are, besides versions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from mkdocs_compat.reading.component_names import component_name
from mkdocs_compat.reading.plain import folded, plain


class Role(Enum):
    """What the cells of a column hold; the values are what authors write."""

    VERSIONS = "versions"
    FROM = "from"
    TO = "to"
    COMPONENT = "component"
    MARK = "mark"
    NOTE = "note"
    RELEASED = "released"
    END_OF_LIFE = "end-of-life"


ROLES = tuple(role.value for role in Role)

_LOW = re.compile(
    r"\b(?:min(?:imum|imal)?|lowest|oldest|earliest|since|from)\b(?:\.(?=\s))?", re.IGNORECASE
)
_HIGH = re.compile(
    r"^to\b(?=.)|\b(?:max(?:imum|imal)?|highest|up to|until)\b(?:\.(?=\s))?", re.IGNORECASE
)
# One end of a range only where the other end stands beside it: the first version can also be the
# first that was made.
_FIRST = re.compile(r"\b(?:first|initial)\b", re.IGNORECASE)
_LAST = re.compile(r"\b(?:last|latest|final)\b", re.IGNORECASE)

_END_OF_LIFE = re.compile(
    r"\b(?:end[ -]of[ -](?:life|support|maintenance)|eo[ls]|support(?:ed)? until"
    r"|supported to|retired|sunset)\b",
    re.IGNORECASE,
)
_RELEASED = re.compile(
    r"\b(?:released?|release date|start|published|date|initial release)\b", re.IGNORECASE
)
# `From Server version`, `Target version`.
_SOURCE = re.compile(r"(?:from|current|source|old|existing)\b ?(.*)", re.IGNORECASE)
_TARGET = re.compile(r"(?:to|target|new|next|destination)\b ?(.*)", re.IGNORECASE)
_UPGRADE = re.compile(r"\b(?:upgrad|migrat|downgrad)", re.IGNORECASE)
_NOTE = re.compile(r"notes?|remarks?|comments?|limitations?|details", re.IGNORECASE)
# Where something lies, with versions in its name.
_POINTER = re.compile(
    r"(?:.*\s)?(?:docs?|documentation|links?|urls?|downloads?|director(?:y|ies)|folder|commit|sha"
    r"|release notes?|changelog|years?)",
    re.IGNORECASE,
)
_NEWEST = re.compile(
    r"(?:(?:the|latest|newest|most recent|stable|supported|current)\s+)+(?:releases?|versions?)",
    re.IGNORECASE,
)
_BRANCH = re.compile(r"\bbranch(?:es)?$", re.IGNORECASE)
_STATUS = re.compile(
    r"(?:support(?:ed)?|compatib(?:le|ility)|status|verdict|works|tested)\b.{0,12}", re.IGNORECASE
)
_NAMES = re.compile(
    r"components?|librar(?:y|ies)(?:[ /]frameworks?)?|frameworks?|products?|packages?|software|"
    r"dependenc(?:y|ies)|tools?|name|platforms?|integrations?|clients?|databases?|modules?|plugins?",
    re.IGNORECASE,
)


def bound_role(header: str, others: Sequence[str] = ()) -> Role | None:
    """Return which end of a range a header announces; None where it announces none.

    Args:
        header: The header.
        others: The other headers: `first` is an end only beside `last`, and `last` only beside
            `first`, or beside the minimum of the same component.
    """
    text = plain(header)
    if _LOW.search(text):
        return Role.FROM
    if _HIGH.search(text):
        return Role.TO
    shown = [plain(other) for other in others]
    if _FIRST.search(text) and any(_LAST.search(other) for other in shown):
        return Role.FROM
    if not _LAST.search(text):
        return None
    name = folded(component_name(without_bound(text)))
    is_end = any(
        _FIRST.search(other)
        or (_LOW.search(other) and folded(component_name(without_bound(other))) == name)
        for other in shown
    )
    return Role.TO if is_end else None


def without_bound(header: str) -> str:
    """Return a header without the words that announce one end of a range."""
    text = plain(header)
    for pattern in (_LOW, _HIGH, _FIRST, _LAST):
        text = pattern.sub(" ", text)
    return " ".join(text.split())


def tells_of_upgrades(headers: Sequence[str]) -> bool:
    """Tell whether headers announce versions to move from and others of the same to move to."""
    texts = [plain(header) for header in headers]
    sources = {found[1].casefold() for text in texts if (found := _SOURCE.fullmatch(text))}
    targets = {found[1].casefold() for text in texts if (found := _TARGET.fullmatch(text))}
    if any(_UPGRADE.search(text) for text in texts) and (sources or targets):
        return True
    return bool(sources & targets) and len(texts) == 2


def date_role(header: str) -> Role | None:
    """Return what the dates below a header are; None where it does not say so."""
    text = plain(header)
    if _END_OF_LIFE.search(text):
        return Role.END_OF_LIFE
    return Role.RELEASED if _RELEASED.search(text) else None


def is_note(header: str) -> bool:
    """Tell whether a header announces remarks."""
    return _NOTE.fullmatch(plain(header)) is not None


def is_pointer(header: str) -> bool:
    """Tell whether a header announces where something lies: links, directories, commits."""
    return _POINTER.fullmatch(plain(header)) is not None


def is_branch(header: str) -> bool:
    """Tell whether a header announces branches of a repository."""
    return _BRANCH.search(plain(header)) is not None


def says_newest(header: str) -> bool:
    """Tell whether a header says no more than that versions are the newest of something."""
    return _NEWEST.fullmatch(plain(header)) is not None


def is_status(header: str) -> bool:
    """Tell whether a header announces whether something works."""
    return _STATUS.fullmatch(plain(header)) is not None


def names_components(header: str) -> bool:
    """Tell whether a header announces names of components."""
    return _NAMES.fullmatch(plain(header)) is not None
