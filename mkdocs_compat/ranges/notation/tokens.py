"""Divides a text without markup into words and signs. No scheme is known here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from mkdocs_compat.ranges.notation.markup import MARK_END, MARK_START, CleanText, clean


class Kind(Enum):
    """Kinds of tokens; those of words are told by their text."""

    VERSION = "version"
    WILDCARD = "wildcard"
    LATEST = "latest"
    ALL = "all"
    ARROW = "arrow"
    COMPARATOR = "comparator"
    PLUS = "plus"
    OR = "or"
    AND = "and"
    COMMA = "comma"
    BRACKET = "bracket"
    LATER = "later"
    EARLIER = "earlier"
    LEADING = "leading"
    EXCEPT = "except"
    NAME = "name"
    MARK = "mark"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Token:
    """One word or sign.

    Attributes:
        kind: What it is.
        text: Its text; of a version, without `v` or wildcards; of a mark, the mark itself.
        start: Where it begins in the text without markup.
        end: Where it ends there.
        spaced: Whether space stands before it.
    """

    kind: Kind
    text: str
    start: int
    end: int
    spaced: bool


_TOKEN = re.compile(
    rf"""
    {MARK_START}(?P<mark>[^{MARK_END}]*){MARK_END}
  | (?P<break>\n)
  | (?P<space>[ ]+)
  | (?P<arrow>-{{1,3}}>|=>|[→➜➔➝➞➡⟶⇒⟹]\ufe0f?|\.{{2,3}}|…|[–—−]|-)
  | (?P<comparator>>=|<=|=<|≥|≤|~>|~=|!=|≠|={{1,3}}|>|<|~|\^)
  | (?P<or>\|\|?|[;/])
  | (?P<and>&&?)
  | (?P<comma>,)
  | (?P<bracket>[\[\]()])
  | (?P<plus>\+)
  | (?P<stars>\*+|[†‡§]+)
  | (?P<word>[0-9A-Za-z](?:[0-9A-Za-z_]|[+!](?=[0-9A-Za-z])|[.](?=[0-9A-Za-z_*-])|(?<=[.])\*
        |-+(?=[0-9A-Za-z.]))*)
    """,
    re.VERBOSE,
)

_WORDS = {
    Kind.LATEST: "latest current",
    Kind.ALL: "all any every",
    Kind.ARROW: "to until till through thru upto",
    Kind.OR: "or",
    Kind.AND: "and",
    Kind.LATER: "later newer higher above greater up upward upwards onward onwards after",
    Kind.EARLIER: "earlier older lower below before prior under less",
    Kind.LEADING: "from since between than versions version releases release",
    Kind.EXCEPT: "except excluding",
    # Words that would change what a version beside them says; they are never taken for a name.
    Kind.OTHER: "not no non never without only requires require required needs need see about "
    "approximately unsupported unsupports deprecated untested partial partially broken fails "
    "almost most some minus but if when unless tbd unknown",
}
_KINDS = {word: kind for kind, words in _WORDS.items() for word in words.split()}

_NUMERIC = re.compile(r"[vV]?([0-9]+(?:\.[0-9]+)*)((?:\.(?:[xX]|\*))*)")
_WILDCARD = re.compile(r"[vV]?([0-9]+(?:\.[0-9]+)*)(?:\.(?:[xX]|\*))+")
_VERSION = re.compile(r"[vV]?[0-9]")


def tokens(source: CleanText) -> list[Token]:
    """Return the tokens of a text without markup; what is no token stays as single characters."""
    found: list[Token] = []
    text = source.text
    at = 0
    spaced = False
    while at < len(text):
        match = _TOKEN.match(text, at)
        end = match.end() if match else at + 1
        group = match.lastgroup if match else None
        if group == "space":
            spaced, at = True, end
            continue
        if match is not None and group == "word":
            found += _word_tokens(match.group(), at, spaced=spaced)
        else:
            sign = match["mark"] if match and group == "mark" else text[at:end]
            found.append(Token(_sign_kind(group, found, spaced=spaced), sign, at, end, spaced))
        spaced, at = False, end
    return found


def mentions(text: str) -> tuple[str, ...]:
    """Return the version texts in a cell, found without knowing their scheme."""
    found = tokens(clean(text))
    return tuple(item.text for item in found if item.kind in (Kind.VERSION, Kind.WILDCARD))


def _sign_kind(group: str | None, before: list[Token], *, spaced: bool) -> Kind:
    if group == "stars":
        # A star behind something is a footnote mark; one that stands alone means every version.
        return Kind.ALL if not before and not spaced else Kind.MARK
    if group == "break":
        return Kind.OR
    return Kind.OTHER if group is None else Kind(group)


def _word_tokens(word: str, start: int, *, spaced: bool) -> Iterator[Token]:
    """Yield a word as one token, or as a range of two that a hyphen joins."""
    hyphen = _range_hyphen(word)
    if hyphen is None:
        yield _word_token(word, start, spaced=spaced)
        return
    yield _word_token(word[:hyphen], start, spaced=spaced)
    yield Token(Kind.ARROW, "-", start + hyphen, start + hyphen + 1, spaced=False)
    yield _word_token(word[hyphen + 1 :], start + hyphen + 1, spaced=False)


def _word_token(word: str, start: int, *, spaced: bool) -> Token:
    end = start + len(word)
    wildcard = _WILDCARD.fullmatch(word)
    if wildcard is not None:
        return Token(Kind.WILDCARD, wildcard[1], start, end, spaced)
    if _VERSION.match(word):
        return Token(Kind.VERSION, word.lstrip("vV"), start, end, spaced)
    return Token(_KINDS.get(word.lower(), Kind.NAME), word, start, end, spaced)


def _range_hyphen(word: str) -> int | None:
    """Return the offset of a hyphen that makes a range, by the rule of the package's docstring."""
    if word.count("-") != 1:
        return None
    hyphen = word.index("-")
    left = _NUMERIC.fullmatch(word, 0, hyphen)
    right = _NUMERIC.fullmatch(word, hyphen + 1)
    if left is None:
        return None
    if right is None:
        is_latest = _KINDS.get(word[hyphen + 1 :].lower()) is Kind.LATEST
        return hyphen if is_latest else None
    low, high = _numbers(left[1]), _numbers(right[1])
    is_longer = len(high) >= len(low) or bool(left[2] or right[2])
    return hyphen if is_longer and low[: len(high)] <= high else None


def _numbers(text: str) -> list[tuple[int, str]]:
    """Return numbers in a form that compares as numbers do, whatever their size."""
    stripped = (number.lstrip("0") for number in text.split("."))
    return [(len(number), number) for number in stripped]
