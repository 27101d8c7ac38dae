"""Divides a cell into words and signs. No scheme is known here."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.ranges.notation.markup import MARK_END, MARK_START, MOVING, CleanText, clean
from mkdocs_compat.versions.keys import number_key, strip_zeros
from mkdocs_compat.versions.scheme import Scheme


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
    EARLIER = "earlier"
    BELOW = "below"
    SINCE = "since"
    EXCEPT = "except"
    MARK = "mark"
    MOVING = "moving"
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


_NOTHING = Token(Kind.NOTHING, "", 0, 0)

_TOKEN = re.compile(
    rf"""
    (?P<note>{MARK_START}[^{MARK_START}{MARK_END}]*{MARK_END})
  | (?P<moving>{MOVING})
  | (?P<superscript>[¹²³⁰⁴-⁹]+)
  | (?P<mark>\*+|[†‡§]+)
  | (?P<break>\n)
  | (?P<arrow>-{{1,3}}>?|=>|[–—−→➔➜➡⇒⟶…]|\.{{2,3}})
  | (?P<operator>[<>=!~^≤≥≠][<>=~]*)
  | (?P<end>;|\|\|)
  | (?P<or>[|/])
  | (?P<and>&&?)
  | (?P<comma>,)
  | (?P<plus>\+)
  | (?P<bracket>[\[\]()])
  | (?P<word>[0-9a-z](?:[0-9a-z_]|-+(?=[0-9a-z])|[+!](?=[0-9a-z])|\.(?:\*|(?=[0-9a-z_-])))*)
  | [ ]+
  | (?P<other>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII | re.DOTALL,
)

_WORDS = {
    Kind.LATEST: "latest,current",
    Kind.ALL: "all,any",
    Kind.ARROW: "to,until,through,thru,up to",
    Kind.OR: "or",
    Kind.AND: "and",
    Kind.LATER: "later,newer,higher,greater,up",
    Kind.ABOVE: "above,after,later than,newer than,higher than,greater than",
    Kind.PLUS: "onwards,upwards",
    Kind.EARLIER: "earlier,older,lower",
    Kind.BELOW: "below,before,earlier than,older than,lower than,less than",
    Kind.SINCE: "since,from",
    Kind.EXCEPT: "except",
    Kind.NAME: "version,versions,release,releases",
    # What could turn the meaning of a version behind it is never taken for a name.
    Kind.OTHER: "about,at,beta,deprecated,for,if,in,max,maximum,min,minimum,needs,never,no,non,not,"
    "on,only,partially,planned,preview,requires,see,under,unless,unsupported,untested,with,without,"
    "jan,feb,mar,apr,may,jun,jul,aug,sep,sept,oct,nov,dec,january,february,march,april,june,july,"
    "august,september,october,november,december",
}
_KINDS = {word: kind for kind, words in _WORDS.items() for word in words.split(",")}

_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# What begins with numbers: all of it without `v`, the numbers, what follows with a wildcard.
_VERSION = re.compile(
    r"v?(([0-9]+(?:\.[0-9]+)*)(?:(\.?[x*](?![0-9a-z]).*)|.*))", re.IGNORECASE | re.DOTALL
)
_WILDCARDS = re.compile(r"(?:\.[x*])+", re.IGNORECASE)
_CAPITAL_OR_DIGIT = re.compile(r"[A-Z0-9]")
_SIDE = r"v?([0-9]+(?:\.[0-9]+)*)((?:\.[x*])*)"
_HYPHENATED = re.compile(rf"{_SIDE}-(?:{_SIDE}|latest|current)", re.IGNORECASE)


def tokens(raw: str, scheme: Scheme | None = None) -> list[Token]:
    """Return the tokens of a raw cell; what is no token stays as single characters.

    Args:
        raw: The cell.
        scheme: Tells which hyphens between numbers are unclear; none is without it.
    """
    return tokens_of(clean(raw), scheme)


def tokens_of(source: CleanText, scheme: Scheme | None = None) -> list[Token]:
    """Return the tokens of a cell whose markup is looked through."""
    found: list[Token] = []
    for match in _TOKEN.finditer(source.text):
        if match.lastgroup is None:
            continue
        before = found[-1] if found else _NOTHING
        phrase = f"{before.text} {match[0]}"
        is_name = match.lastgroup == "word" and _is_name(phrase, scheme)
        kind = Kind.VERSION if is_name else _KINDS.get(phrase.lower())
        if found and kind is not None:
            found[-1] = Token(kind, phrase, before.start, source.ends[match.end() - 1])
            continue
        for token in _read(match, before, scheme):
            start, end = source.starts[token.start], source.ends[token.end - 1]
            found.append(replace(token, start=start, end=end))
    if len(found) == 1 and found[0].text == "*":
        # A star alone means every version; beside something it is a footnote mark.
        return [replace(found[0], kind=Kind.ALL)]
    return found


def typed_mentions(text: str) -> tuple[str, ...]:
    """Return the version texts in what a reader types, found without knowing their scheme."""
    found = tokens(text)
    return tuple(token.text for token in found if token.kind in (Kind.VERSION, Kind.WILDCARD))


def _read(match: re.Match[str], before: Token, scheme: Scheme | None) -> tuple[Token, ...]:
    """Return what a match of the pattern is; the offsets are those of the text without markup."""
    text = match[0]
    start, end = match.span()
    group = match.lastgroup
    if group in ("note", "superscript"):
        mark = text.strip(MARK_START + MARK_END).translate(_DIGITS)
        return (Token(Kind.MARK, mark, start, end),)
    if _is_name(text, scheme):
        return (Token(Kind.VERSION, text, start, end),)
    if group != "word":
        return (Token(Kind(group), text, start, end),)
    sides = None if before.kind is Kind.OPERATOR else _HYPHENATED.fullmatch(text)
    meaning = Kind.VERSION if sides is None else _hyphen(text, sides, scheme)
    if meaning is Kind.VERSION:
        return (_word(text, start, end),)
    if meaning is Kind.HYPHENATED:
        return (Token(Kind.HYPHENATED, text, start, end),)
    middle = start + text.index("-")
    return (
        _word(text[: middle - start], start, middle),
        Token(Kind.ARROW, "-", middle, middle + 1),
        _word(text[middle + 1 - start :], middle + 1, end),
    )


def _is_name(text: str, scheme: Scheme | None) -> bool:
    """Tell whether this is a version whose scheme knows it by its name."""
    if scheme is None or scheme.name != "named":
        return False
    with suppress(VersionSyntaxError):
        return bool(scheme.extent(text))
    return False


def _hyphen(text: str, sides: re.Match[str], scheme: Scheme | None) -> Kind:
    """Return what a hyphen makes: a range (ARROW), one version, or something unclear."""
    left, left_wildcard, right, right_wildcard = sides.groups()
    if right is None or left_wildcard or right_wildcard:
        return Kind.ARROW
    low, high = (
        [number_key(strip_zeros(number)) for number in side.split(".")] for side in (left, right)
    )
    if len(low) > len(high):
        return Kind.VERSION
    is_forward = low <= high
    if scheme is not None and is_forward is (len(low) >= scheme.full):
        # A release that could be a range, or a line that could only be a range, but backwards.
        with suppress(VersionSyntaxError):
            start = scheme.extent(text).start
            if is_forward or scheme.landmark(start).is_prerelease:
                return Kind.HYPHENATED
    return Kind.ARROW if is_forward else Kind.VERSION


def _word(text: str, start: int, end: int) -> Token:
    version = _VERSION.fullmatch(text)
    if version is not None and not version[3]:
        return Token(Kind.VERSION, version[1], start, end)
    if version is not None and _WILDCARDS.fullmatch(version[3]):
        return Token(Kind.WILDCARD, version[2], start, end)
    # Names have a capital or a digit, such as SDK, iOS or k8s.
    is_name = version is None and _CAPITAL_OR_DIGIT.search(text) is not None
    kind = _KINDS.get(text.lower(), Kind.NAME if is_name else Kind.OTHER)
    return Token(kind, text, start, end)
