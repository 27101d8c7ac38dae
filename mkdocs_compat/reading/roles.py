"""What the cells of a column are, besides versions."""

from __future__ import annotations

import re
from enum import Enum

from mkdocs_compat.reading.plain import plain


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

_LOW = re.compile(r"\b(?:min(?:imum|imal)?|lowest|oldest|earliest|since|from)\b", re.IGNORECASE)
_HIGH = re.compile(r"\b(?:max(?:imum|imal)?|highest|up to|until)\b", re.IGNORECASE)
# One end of a range only where the other end stands beside it: the first version can also be the
# first that was made.
_FIRST = re.compile(r"\b(?:first|initial)\b", re.IGNORECASE)
_LAST = re.compile(r"\b(?:last|latest)\b", re.IGNORECASE)

_END_OF_LIFE = re.compile(
    r"\b(?:end[ -]of[ -](?:life|support|maintenance)|eo[ls]|support(?:ed)? until"
    r"|supported to|retired|sunset)\b",
    re.IGNORECASE,
)
_RELEASED = re.compile(
    r"\b(?:released?|release date|start|published|date|initial release)\b", re.IGNORECASE
)
_NOTE = re.compile(r"notes?|remarks?|comments?|limitations?|details", re.IGNORECASE)
_STATUS = re.compile(
    r"(?:support(?:ed)?|compatib(?:le|ility)|status|verdict|works|tested)\b.{0,12}", re.IGNORECASE
)
_NAMES = re.compile(
    r"components?|librar(?:y|ies)(?:[ /]frameworks?)?|frameworks?|products?|packages?|software|"
    r"dependenc(?:y|ies)|tools?|name|platforms?|integrations?|clients?|databases?|modules?|plugins?",
    re.IGNORECASE,
)


def bound_role(header: str, others: str = "") -> Role | None:
    """Return which end of a range a header announces; None where it announces none.

    Args:
        header: The header.
        others: The other headers, as one text: `first` is an end only beside `last`.
    """
    text = plain(header)
    if _LOW.search(text):
        return Role.FROM
    if _HIGH.search(text):
        return Role.TO
    if _FIRST.search(text) and _LAST.search(others):
        return Role.FROM
    if _LAST.search(text) and _FIRST.search(others):
        return Role.TO
    return None


def without_bound(header: str) -> str:
    """Return a header without the words that announce one end of a range."""
    text = plain(header)
    for pattern in (_LOW, _HIGH, _FIRST, _LAST):
        text = pattern.sub(" ", text)
    return " ".join(text.split())


def date_role(header: str) -> Role | None:
    """Return what the dates below a header are; None where it does not say so."""
    text = plain(header)
    if _END_OF_LIFE.search(text):
        return Role.END_OF_LIFE
    return Role.RELEASED if _RELEASED.search(text) else None


def is_note(header: str) -> bool:
    """Tell whether a header announces remarks."""
    return _NOTE.fullmatch(plain(header)) is not None


def is_status(header: str) -> bool:
    """Tell whether a header announces whether something works."""
    return _STATUS.fullmatch(plain(header)) is not None


def names_components(header: str) -> bool:
    """Tell whether a header announces names of components."""
    return _NAMES.fullmatch(plain(header)) is not None
