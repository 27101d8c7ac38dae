"""Divides a cell into words and signs. No scheme is known here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from mkdocs_compat.ranges.notation.markup import FILLER, MARK_END, MARK_START, STAR, mask
from mkdocs_compat.versions.keys import number_key, strip_zeros


class Kind(Enum):
    """Kinds of tokens."""

    VERSION = "version"
    WILDCARD = "wildcard"
    HYPHENATED = "hyphenated"
    NAME = "name"
    LATEST = "latest"
    ALL = "all"
    ARROW = "arrow"
    OPERATOR = "operator"
    PLUS = "plus"
    BRACKET = "bracket"
    COMMA = "comma"
    AND = "and"
    OR = "or"
    END = "end"
    BREAK = "break"
    LATER = "later"
    ABOVE = "above"
    ONWARDS = "onwards"
    EARLIER = "earlier"
    BELOW = "below"
    SINCE = "since"
    BETWEEN = "between"
    EXCEPT = "except"
    MARK = "mark"
    NOISE = "noise"
    OTHER = "other"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Token:
    """One word or sign.

    Attributes:
        kind: What it is.
        text: Its text; of a version, without `v`; of a wildcard, the numbers before it.
        start: Where it begins.
        end: Where it ends.
    """

    kind: Kind
    text: str
    start: int
    end: int


_TOKEN = re.compile(
    rf"""
    {MARK_START}(?P<note>[^{MARK_END}]*){MARK_END}
  | (?P<superscript>[¹²³⁰⁴-⁹]+)
  | (?P<mark>(?:[*{STAR}]{FILLER}*)+|[†‡§]+)
  | (?P<break>\n)
  | (?P<arrow>-{{1,3}}>?|=>|[–—−→➔➜➝➞➡⇒⟶⟹…]|\.{{2,3}})
  | (?P<operator>[<>=!~^≤≥≠][<>=~{FILLER}]*)
  | (?P<end>;|\|{FILLER}*\|)
  | (?P<or>[|/])
  | (?P<and>&{FILLER}*(?:&{FILLER}*)?)
  | (?P<comma>[,、，])
  | (?P<plus>\+)
  | (?P<bracket>[\[\]()])
  | (?P<phrase>
      (?:(?:up|prior){FILLER}*[ ][ {FILLER}]*to
      |(?:later|newer|higher|greater|older|earlier|lower|less){FILLER}*[ ][ {FILLER}]*than)
      (?![0-9A-Za-z]))
  | (?P<word>[0-9A-Za-z](?:-+(?=[0-9A-Za-z])|{FILLER}*(?:[0-9A-Za-z_]|[+!](?=[0-9A-Za-z])
      |\.(?:[*{STAR}]|(?=[0-9A-Za-z_-]))))*)
  | [ {FILLER}]+
  | (?P<other>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII | re.DOTALL,
)

_WORDS = {
    Kind.LATEST: "latest current",
    Kind.ALL: "all any",
    Kind.ARROW: "to until till through thru upto",
    Kind.OR: "or",
    Kind.AND: "and",
    Kind.LATER: "later newer higher greater up",
    Kind.ABOVE: "above after",
    Kind.ONWARDS: "onwards onward upwards upward",
    Kind.EARLIER: "earlier older lower",
    Kind.BELOW: "below before under",
    Kind.SINCE: "since from",
    Kind.BETWEEN: "between",
    Kind.EXCEPT: "except excluding",
    # They say nothing that the version beside them does not say.
    Kind.NOISE: "version versions release releases series the",
    # What could turn the meaning of a version behind it is never taken for a name.
    Kind.OTHER: "about almost around at beta broken deprecated excludes for if in least max "
    "maximum min minimum most needs never no non not on only partially planned preview requires "
    "see unless unsupported untested when with without",
}
_KINDS = {word: kind for kind, words in _WORDS.items() for word in words.split()}

_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# Words are ASCII, so case can be ignored here.
_VERSION = re.compile(r"v?[0-9]", re.IGNORECASE)
_WILDCARD = re.compile(r"v?([0-9]+(?:\.[0-9]+)*)(?:\.[x*])+", re.IGNORECASE)
# A wildcard that is not at the end, or lacks its dot.
_WRONG_WILDCARD = re.compile(r"v?[0-9]+(?:\.[0-9]+)*\.?[x*](?![0-9a-z])", re.IGNORECASE)
_CAPITAL_OR_DIGIT = re.compile(r"[A-Z0-9]")
_SIDE = r"v?([0-9]+(?:\.[0-9]+)*)((?:\.[x*])*)"
_HYPHENATED = re.compile(rf"{_SIDE}-(?:{_SIDE}|latest|current)", re.IGNORECASE)


def tokens(raw: str) -> list[Token]:
    """Return the tokens of a raw cell; what is no token stays as single characters."""
    found: list[Token] = []
    for match in _TOKEN.finditer(mask(raw)):
        found += _read(match, is_operand=bool(found) and found[-1].kind is Kind.OPERATOR)
    if len(found) == 1 and found[0].text == "*":
        # A star alone means every version; beside something it is a footnote mark.
        return [Token(Kind.ALL, "*", found[0].start, found[0].end)]
    return found


def mentions(text: str) -> tuple[str, ...]:
    """Return the version texts in a cell, found without knowing their scheme."""
    found: list[str] = []
    for token in tokens(text):
        sides = split(token) if token.kind is Kind.HYPHENATED else (token,)
        found += (side.text for side in sides if side.kind in (Kind.VERSION, Kind.WILDCARD))
    return tuple(found)


def split(token: Token) -> tuple[Token, Token, Token]:
    """Return the two sides of a token with a hyphen in it, and the hyphen between them."""
    left, _, right = token.text.partition("-")
    middle = token.start + len(left)
    return (
        _word(left, token.start, middle),
        Token(Kind.ARROW, "-", middle, middle + 1),
        _word(right, middle + 1, token.end),
    )


def _read(match: re.Match[str], *, is_operand: bool) -> Iterator[Token]:
    text = match[0].replace(FILLER, "").replace(STAR, "*")
    start, end = match.span()
    group = match.lastgroup
    if group == "word":
        yield from _read_word(text, start, end, is_operand=is_operand)
    elif group == "note":
        yield Token(Kind.MARK, text[1:-1].strip().translate(_DIGITS), start, end)
    elif group == "superscript":
        yield Token(Kind.MARK, text.translate(_DIGITS), start, end)
    elif group == "phrase":
        yield Token(_phrase_kind(text), text, start, end)
    elif group is not None:
        yield Token(Kind(group), text, start, end)


def _phrase_kind(text: str) -> Kind:
    first = text.split(maxsplit=1)[0].lower()
    if first == "up":
        return Kind.ARROW
    return Kind.ABOVE if _KINDS.get(first) is Kind.LATER else Kind.BELOW


def _read_word(text: str, start: int, end: int, *, is_operand: bool) -> Iterator[Token]:
    """Yield a word as one token, as none, or as a range of two that a hyphen joins."""
    sides = None if is_operand else _HYPHENATED.fullmatch(text)
    token = Token(Kind.HYPHENATED, text, start, end)
    if sides is None or (sides[3] and not (sides[2] or sides[4]) and not _runs_forward(sides)):
        yield _word(text, start, end)
    elif sides[2] or not sides[3] or sides[4]:
        yield from split(token)
    else:
        yield token


def _runs_forward(sides: re.Match[str]) -> bool:
    """Tell whether two sides of a hyphen could be a range: the right is not shorter or lower."""
    low, high = (
        [number_key(strip_zeros(number)) for number in side.split(".")]
        for side in (sides[1], sides[3])
    )
    return len(low) <= len(high) and low <= high


def _word(text: str, start: int, end: int) -> Token:
    kind = _KINDS.get(text.lower())
    if kind is not None:
        return Token(kind, text, start, end)
    wildcard = _WILDCARD.fullmatch(text)
    if wildcard is not None:
        return Token(Kind.WILDCARD, wildcard[1], start, end)
    if _WRONG_WILDCARD.match(text):
        return Token(Kind.OTHER, text, start, end)
    if _VERSION.match(text):
        return Token(Kind.VERSION, text.lstrip("vV"), start, end)
    # Names have a capital or a digit, such as SDK, iOS or k8s.
    is_name = _CAPITAL_OR_DIGIT.search(text) is not None
    return Token(Kind.NAME if is_name else Kind.OTHER, text, start, end)
