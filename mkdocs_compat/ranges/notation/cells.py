"""Whole cells as authors write them: what stands around versions, and then the versions."""

from __future__ import annotations

import re
from functools import lru_cache

from mkdocs_compat.ranges.notation import wording
from mkdocs_compat.ranges.notation.draft import Around, Draft
from mkdocs_compat.ranges.notation.expression import read_tokens
from mkdocs_compat.ranges.notation.markup import clean
from mkdocs_compat.ranges.notation.moving import take_moving
from mkdocs_compat.ranges.notation.parsed import Mark, Notation
from mkdocs_compat.ranges.notation.remarks import take_remarks
from mkdocs_compat.ranges.notation.tokens import Kind, tokens_of
from mkdocs_compat.ranges.notation.usual import are_elsewhere, read_usual, usual_mentions
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.versions.scheme import Scheme

_NOWHERE = Around()
# Only what is found in short cells is remembered, so that memory stays bounded too.
_SHORT = 200
# In longer cells nothing but what readers type is understood, so that time stays bounded.
_LONGEST = 500
# Most cells are so simple that no step finds anything.
_SIMPLE = re.compile(r"v?[0-9]+(?:\.[0-9]+)*(?:\.x)?", re.IGNORECASE)
_NO_NAMES = ("version", "versions", "release", "releases")
_NOTHING = re.compile(
    r" *(?:n\.a\.|na|not (?:applicable|required|needed|necessary|used|depend(?:ent|ing)? on)"
    r"|[–—−/]+) *",
    re.IGNORECASE,
)
_NONE_WORKS = re.compile(
    r" *(?:not (?:supported|compatible)|unsupported|incompatible)[ .!]*", re.IGNORECASE
)
_STEPS = (
    wording.write_signs,
    wording.take_links,
    take_moving,
    wording.take_numbered_marks,
    wording.take_names,
    wording.take_words,
    wording.write_ranges,
    wording.write_lists,
    take_remarks,
    wording.refuse_other_names,
    wording.refuse_unclear,
    wording.refuse_what_is_no_version,
)


def read(text: str, scheme: Scheme, around: Around = _NOWHERE) -> Notation:
    """Read a cell as an author wrote it, as versions of one scheme.

    Args:
        text: The raw text; Markdown and HTML around versions are looked through.
        scheme: The scheme of the component that the cell is about.
        around: What is known about the cell.

    Returns:
        What was read; nothing is raised for a text that is not understood.
    """
    if scheme.name != "named" and are_elsewhere(around.names) and are_elsewhere(around.others):
        usual = read_usual(text, scheme)
        if usual is not None:
            return usual
    return _read(text, scheme, around)


def _read(text: str, scheme: Scheme, around: Around) -> Notation:
    """Read any cell, step by step."""
    draft = _draft(text, scheme, around)
    found = tokens_of(draft.source, scheme)
    if draft.problems:
        marks = tuple(
            Mark(token.text, token.start, token.end) for token in found if token.kind is Kind.MARK
        )
        notation = Notation(None, (), marks, tuple(draft.problems), blank=False)
    elif _NONE_WORKS.fullmatch(draft.source.text):
        notation = Notation(Range.none(), (), (), (), blank=False)
    elif _NOTHING.fullmatch(draft.source.text):
        notation = Notation(None, (), (), (), blank=True)
    else:
        notation = read_tokens(text, found, scheme, is_cell=True)
    marks = tuple(sorted((*notation.marks, *draft.marks), key=lambda mark: mark.start))
    return notation._replace(marks=marks, remarks=tuple(draft.remarks), moving=tuple(draft.moving))


def mentions(text: str) -> tuple[str, ...]:
    """Return the version texts in a cell, found without knowing their scheme."""
    usual = usual_mentions(text)
    if usual is not None:
        return usual
    return _mentions(text) if len(text) > _SHORT else _remembered_mentions(text)


def _mentions(text: str) -> tuple[str, ...]:
    found = tokens_of(_draft(text, None, _NOWHERE).source)
    return tuple(token.text for token in found if token.kind in (Kind.VERSION, Kind.WILDCARD))


def named_mentions(text: str) -> tuple[tuple[str, str], ...]:
    """Return the version texts in a cell, each with the name that stands before it, if any does.

    A name holds for all versions behind it, up to the next name.
    """
    usual = usual_mentions(text)
    if usual is not None:
        return tuple(("", version) for version in usual)
    return _named_mentions(text)


def _named_mentions(text: str) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    name: list[str] = []
    goes_on = False
    for token in tokens_of(_draft(text, None, _NOWHERE).source):
        is_name = token.kind is Kind.NAME and token.text.lower() not in _NO_NAMES
        if is_name:
            name = [*name, token.text] if goes_on else [token.text]
        elif token.kind in (Kind.VERSION, Kind.WILDCARD):
            found.append((" ".join(name), token.text))
        goes_on = is_name
    return tuple(found)


# A cell is asked about several times while its table is recognised.
_remembered_mentions = lru_cache(maxsize=4096)(_mentions)


def _draft(text: str, scheme: Scheme | None, around: Around) -> Draft:
    shown = clean(text)
    draft = Draft(text, shown, shown, scheme, around)
    if len(draft.source.text) <= _LONGEST and not _SIMPLE.fullmatch(text):
        for step in _STEPS:
            step(draft)
    return draft
