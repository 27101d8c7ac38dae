"""What stands in parentheses behind a version: a remark, a bound, a footnote mark, or unclear."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.ranges.notation.draft import Draft
from mkdocs_compat.ranges.notation.expression import read_tokens
from mkdocs_compat.ranges.notation.markup import BREAK, MARK_END, MARK_START, CleanText
from mkdocs_compat.ranges.notation.parsed import Mark
from mkdocs_compat.ranges.notation.tokens import Kind, Token, tokens_of

_PARENTHESES = re.compile(r"\(([^()]{0,200})\)")
# How far to look back for what the parentheses are about.
_NEAR = 100
_DIVISION = re.compile(r".*[,;|/\n&]", re.DOTALL)
_MARK = re.compile(r"[*†‡§^#]{1,3}|[0-9]{1,2}|[a-z]")
_EXCEPT = re.compile(r"(?:not including|excluding|excl\.?|except(?: for)?)(?= )", re.IGNORECASE)
_FILLER = re.compile(r" +(?:yet|for now)\Z", re.IGNORECASE)
_INCLUSIVE = re.compile(r"\A *(?:incl\.?|included|inclusive|both inclusive) *\Z", re.IGNORECASE)
_SEE = re.compile(r" *see ", re.IGNORECASE)
_AT_LEAST = re.compile(r"\A *(?:min\.?|minimum|at least) *\Z", re.IGNORECASE)
_AT_MOST = re.compile(r"\A *(?:max\.?|maximum|at most) *\Z", re.IGNORECASE)
# `2022.0.x (4.0/Kilburn)`: another name of the release.
_ALIAS = re.compile(r"v?[0-9]+(?:\.[0-9]+)* ?/ ?[A-Z][a-z]+|[A-Z][a-z]+ ?/ ?v?[0-9]+(?:\.[0-9]+)*")
_HARMLESS = re.compile(r"\bnot (?:required|needed|necessary|recommended)\b", re.IGNORECASE)
# `2024`, `2024-05-01`, `May 2024`, `May 1, 2024`, `1 May 2024`.
_DAY = re.compile(
    r"""\b(?:(?:[0-9]{1,2}\.?\ )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?
      [ ,]{1,2}(?:[0-9]{1,2}[ ,]{1,2})?)?
    [12][0-9]{3}(?:([-/])[01][0-9](?:\1[0-3][0-9])?)?(?![.\w-])""",
    re.VERBOSE | re.IGNORECASE,
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split(","))


# Words that say that the versions in front of them do not work, or not as versions do.
_TURNING = _words(
    "not,no,never,without,unsupported,untested,incompatible,broken,planned,upcoming,unreleased,"
    "dropped,removed,partial,partially,limited,fails,except,excluding,exclusive,exclusively,excl,"
    "unless,unknown,unstable"
)
# Words behind which a bare version says what is best or usual, and not what works.
_SOFT = _words("recommended,preferred,suggested,tested,default,stable")
_NEEDS = _words("require,requires,required,need,needs,needed")
# Words behind which `to` is no end of a range.
_TO = _words("moved,migrated,renamed,switched,changed,upgraded,updated,ported,due,related,thanks")
# Parts of a version by name: what bounds them bounds the version.
_PARTS = _words("build,minor,micro,patch,point,rev,revision,service,pack,sp,update,version")
# Words behind `or` and `and` that make a version a bound.
_OPEN = _words("later,newer,higher,greater,above,up,older,earlier,lower,below")
_BOUNDS = (
    Kind.ARROW, Kind.OPERATOR, Kind.PLUS, Kind.LATER, Kind.ABOVE, Kind.EARLIER, Kind.BELOW,
    Kind.SINCE, Kind.EXCEPT,
)  # fmt: skip
_VERSIONS = (Kind.VERSION, Kind.WILDCARD, Kind.HYPHENATED)
# The version of an API, and that of the software which has it.
_API = re.compile(r"v?[0-9]+(?:alpha|beta)[0-9]+", re.IGNORECASE)
_ITEM = r"v?[0-9]+(?:\.(?:[0-9]+|x))*\+?"
_PLAIN = re.compile(rf"{_ITEM}(?:, ?{_ITEM})*", re.IGNORECASE)
_HELP = "a footnote for what is said in parentheses, or the versions that are left"


def take_remarks(draft: Draft) -> None:
    """Take out what stands in parentheses behind versions, or report it."""
    for found in draft.found(_PARENTHESES):
        text, start = draft.source.text, found.start()
        if text.strip() == found[0]:
            _take_lone_mark(draft, found)
            continue
        if text[:start].rstrip(" ").endswith(BREAK) and text[:start].strip():
            # What stands in parentheses on a line of its own is about the line above.
            draft.blank(text.rindex(BREAK, 0, start), start)
        is_raised = text.rfind(MARK_START, 0, start) > text.rfind(MARK_END, 0, start)
        before = _before(draft, start)
        if not before or is_raised:
            continue
        if _is_second_name(found[1].strip(), before):
            draft.write(start, start + 1, ",")
            draft.blank(found.end() - 1, found.end())
        else:
            _take(draft, found, before)


def _before(draft: Draft, end: int) -> list[Token]:
    """Return the tokens that the parentheses behind them are about."""
    start = max(0, end - _NEAR)
    division = _DIVISION.match(draft.source.text, start, end)
    found = tokens_of(draft.source.part(division.end() if division else start, end), draft.scheme)
    return [token for token in found if token.kind is not Kind.MARK]


def _take(draft: Draft, found: re.Match[str], before: Sequence[Token]) -> None:
    start, end = found.span()
    content = found[1].strip()
    has_version = any(token.kind in _VERSIONS for token in before)
    if not content or MARK_START in content:
        return
    if _MARK.fullmatch(content):
        _take_mark(draft, found)
    elif not has_version:
        # `Pacific (>=16.2)`: the name of a release in front of its versions.
        if all(token.kind is Kind.NAME for token in before) and _range(draft, found) is not None:
            draft.blank(start, start + 1)
            draft.blank(end - 1, end)
    elif _EXCEPT.match(content):
        _take_exception(draft, found)
    elif word := _bound_word(content):
        draft.write(start, end, word)
    elif _says_the_same(draft, found, before):
        draft.blank(start, end)
    elif _is_remark(draft, found):
        draft.remarks.insert(0, draft.remark(start, end))
        draft.blank(start, end)
    elif narrowed := _narrowed(draft, found, before):
        first = before[-1].start
        place = draft.source.starts.index(first)
        draft.write(place, end, narrowed)
    else:
        draft.refuse(start, end, _HELP)


def _take_mark(draft: Draft, found: re.Match[str]) -> None:
    """Take `(1)` for a footnote mark where the page explains it; `(*)` always."""
    content = found[1].strip()
    known = draft.around.marks
    if found[0] not in known and content[0].isalnum():
        draft.refuse(*found.span(), _HELP)
        return
    text = content if content in known and found[0] not in known else f"({content})"
    place = draft.remark(*found.span())
    draft.marks.insert(0, Mark(text, place.start, place.end))
    draft.blank(*found.span())


def _take_lone_mark(draft: Draft, found: re.Match[str]) -> None:
    """Take `(*)` for a footnote mark where nothing else stands in the cell."""
    content = found[1].strip()
    if _MARK.fullmatch(content) and (not content[0].isalnum() or found[0] in draft.around.marks):
        _take_mark(draft, found)


def _take_exception(draft: Draft, found: re.Match[str]) -> None:
    """Write `(not including 3.0+ yet)` as `(except 3.0+)`."""
    start, end = found.span(1)
    filler = _FILLER.search(found[1])
    if filler:
        draft.blank(start + filler.start(), end)
    word = _EXCEPT.search(found[1])
    if word:
        draft.write(start + word.start(), start + word.end(), "except")


def _bound_word(content: str) -> str | None:
    """Return the sign for a word that bounds the version in front of it."""
    if _INCLUSIVE.match(content):
        return " "
    if _AT_LEAST.match(content):
        return "+"
    if _AT_MOST.match(content):
        return " or older"
    words = content.lower().replace(",", " ").split()
    if words[:1] in (["or"], ["and"]) and words[1:] and set(words[1:]) <= _OPEN:
        return f" {content}"
    return "+" if set(words) <= {"onwards", "upwards"} else None


def _is_second_name(content: str, before: Sequence[Token]) -> bool:
    """Tell whether `v1beta1 (v1.4)` goes on so: what is in parentheses is one more name of it."""
    return bool(_API.fullmatch(before[-1].text) and _PLAIN.fullmatch(content))


def _tokens(draft: Draft, found: re.Match[str]) -> list[Token]:
    return tokens_of(_content(draft, found), draft.scheme)


def _content(draft: Draft, found: re.Match[str]) -> CleanText:
    return draft.source.part(*found.span(1))


def _is_remark(draft: Draft, found: re.Match[str]) -> bool:
    """Tell whether parentheses hold words that bound no version of the component."""
    content = _content(draft, found)
    if _SEE.match(content.text) or _ALIAS.fullmatch(content.text.strip()):
        return True
    if not re.search("[A-Za-z0-9]", content.text):
        return False
    for day in reversed(list(_DAY.finditer(content.text))):
        content = content.without(*day.span())
    for harmless in reversed(list(_HARMLESS.finditer(content.text))):
        content = content.without(*harmless.span())
    words = [token for token in tokens_of(content, draft.scheme) if token.kind is not Kind.MARK]
    texts = {token.text.lower() for token in words}
    if texts & _TURNING or any(_is_odd(token) for token in words):
        return False
    bounds = [token for token in words if token.kind in _BOUNDS]
    if not any(token.kind in _VERSIONS for token in words):
        # A dash between words is none, and no more is `to` in `moved to another module`.
        return all(token.kind is Kind.ARROW and _is_between(token, words) for token in bounds)
    if "only" in texts:
        return False
    return _are_of_others(draft, words) or (not bounds and bool(texts & _SOFT))


def _is_between(arrow: Token, words: Sequence[Token]) -> bool:
    """Tell whether an arrow bounds nothing: a dash, or `to` behind a word that asks for it."""
    if not arrow.text[0].isalpha():
        return True
    place = words.index(arrow)
    before = words[place - 1].text.lower() if place else ""
    return arrow.text.lower() == "to" and before in _TO


def _is_odd(token: Token) -> bool:
    """Tell whether a token is neither a word nor known: a picture, or something like `1.x.y`."""
    is_sign = len(token.text) == 1 and not token.text.isalnum()
    is_unknown = is_sign and token.text not in ".:'\"’_-–%@#!?"
    return token.kind is Kind.OTHER and (is_unknown or any(map(str.isdigit, token.text)))


def _are_of_others(draft: Draft, words: Sequence[Token]) -> bool:
    """Tell whether all versions are those of a named product, or that of a feature's need."""
    own = {word for name in draft.around.names for word in name.lower().split()}
    has_word = is_named = False
    for token in words:
        text = token.text.lower()
        if token.kind in _VERSIONS and not is_named:
            return False
        if text in _NEEDS:
            is_named = is_named or has_word
        elif token.text[0].isalpha() and token.kind in (Kind.NAME, Kind.OTHER):
            has_word = has_word or text not in own
            is_name = token.kind is Kind.NAME and text not in own | _PARTS | _SOFT
            is_named = is_named or is_name
    return True


def _range(draft: Draft, found: re.Match[str]) -> object:
    if draft.scheme is None:
        return None
    return read_tokens(draft.raw, _tokens(draft, found), draft.scheme).range


def _says_the_same(draft: Draft, found: re.Match[str], before: Sequence[Token]) -> bool:
    """Tell whether parentheses say once more what stands before them: `1.0 (1.0.x)`."""
    range_ = _range(draft, found)
    if range_ is None or draft.scheme is None:
        return False
    return range_ == read_tokens(draft.raw, before, draft.scheme).range


def _narrowed(draft: Draft, found: re.Match[str], before: Sequence[Token]) -> str | None:
    """Return `2.4.0 ➜ 2.x` for `2.x (>= 2.4.0)`: a line and a minimum within it."""
    words = [token for token in _tokens(draft, found) if token.kind is not Kind.MARK]
    kinds = [token.kind for token in words]
    is_minimum = kinds == [Kind.OPERATOR, Kind.VERSION] and words[0].text in (">=", "≥")
    is_minimum |= kinds == [Kind.VERSION, Kind.PLUS]
    line = before[-1]
    if not is_minimum or not _is_line(draft, line):
        return None
    low = next(token.text for token in words if token.kind is Kind.VERSION)
    return f"{low} ➜ {line.text}.x" if low.startswith(f"{line.text}.") else None


def _is_line(draft: Draft, token: Token) -> bool:
    """Tell whether a token is a line: `2.x`, or `3.7` where releases have three numbers.

    A single number may be of anything: `v1 (1.23+)`.
    """
    if token.kind is not Kind.VERSION or draft.scheme is None or "." not in token.text:
        return token.kind is Kind.WILDCARD
    with suppress(VersionSyntaxError):
        return draft.scheme.extent(token.text).is_line
    return False
