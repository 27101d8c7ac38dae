"""Looks through the Markdown and HTML around versions, keeping where every character stood.

What would change the meaning, such as `<del>` or an image, is not looked through.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

# Characters of private use: they stand around a footnote mark in the text without markup.
MARK_START = "\ue000"
MARK_END = "\ue001"
# Where a line ends on the page.
BREAK = "\n"
# In place of a name that stands for no release, such as `main`.
MOVING = "\ue004"
# More of them, only for the time of cleaning: in place of markup, so that no character moves; in
# place of what belongs to the character before.
_FILLER = "\ue002"
_TAIL = "\ue003"
# What is not understood; also in place of these characters where an author writes one.
_UNKNOWN = "\ufffd"

_SPACE = re.compile(r"[\t-\r\x85\xa0\u1680\u2000-\u200b\u2028-\u202f\u205f\u3000\ufe0f\ufeff]")
_PIECE = re.compile(
    r"""
    (?:<sup>)?\[(?P<footnote>\^[^\[\]\ ]{1,40})\](?:</sup>)?
  | (?P<opening><sup(?:\ [^<>]*)?>)
  | (?P<closing></sup>)
  | (?P<break></?(?:br|div|li|ol|p|ul)(?:[\ /][^<>]*)?>)
  | (?P<nothing><!--[^<>]*-->|</?(?:a|b|code|em|i|kbd|small|span|strong|u)(?:\ [^<>]*)?>|`+)
  | (?P<tag></?(?:abbr|del|details|hr|img|input|ins|mark|pre|q|s|strike|sub|summary|svg|table|td
      |th|tr|tt|var)(?:[\ /][^<>]*)?>)
  | &(?P<entity>[A-Za-z][A-Za-z0-9]{1,30}|\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6});
  | \\(?P<escaped>[!-/:-@\[-`{-~])
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_LINK = re.compile(
    r"\[(?!\^)([^\[\]]*)(\](?:\((?:[^() ]|\([^() ]*\))*(?: [^()]*)?\)|\[(?!\^)[^\[\]]*\]))"
)
# Opened by a run of stars behind space or a sign, closed by the same run before space or a sign.
_EMPHASIS = (
    re.compile(r"(^|[^0-9A-Za-z.*\\])(\*{1,3})(?=[^ *])([^*]*[^ *\\])\2(?![0-9A-Za-z])"),
    re.compile(r"(^|[^0-9A-Za-z._\\])(_{1,3})(?=[^ _])([^_]*[^ _\\])\2(?![0-9A-Za-z])"),
)


@dataclass(frozen=True, slots=True)
class CleanText:
    """A cell without its markup.

    Attributes:
        text: What the reader sees, footnote marks between `MARK_START` and `MARK_END`.
        starts: For each character, where what it stands for begins in the raw text.
        ends: For each character, where that ends.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def with_text(self, start: int, end: int, text: str, *, each: bool = False) -> CleanText:
        """Return the cell with other characters in place of some.

        Each of them stands for all that was there; with `each`, for the one that it replaces.
        """
        starts, ends = self.starts[start:end], self.ends[start:end]
        if not each:
            starts, ends = (starts[0],) * len(text), (ends[-1],) * len(text)
        return CleanText(
            self.text[:start] + text + self.text[end:],
            self.starts[:start] + starts + self.starts[end:],
            self.ends[:start] + ends + self.ends[end:],
        )

    def without(self, start: int, end: int) -> CleanText:
        """Return the cell with space in place of some characters."""
        return self.with_text(start, end, " " * (end - start), each=True)

    def part(self, start: int, end: int) -> CleanText:
        """Return a piece of the cell."""
        return CleanText(self.text[start:end], self.starts[start:end], self.ends[start:end])


def clean(raw: str) -> CleanText:
    """Return a raw Markdown cell without its markup."""
    masked = _SPACE.sub(" ", re.sub(f"[{MARK_START}-{MOVING}]", _UNKNOWN, raw))
    for emphasis in _EMPHASIS:
        masked = emphasis.sub(_without_emphasis, masked)
    masked = _LINK.sub(lambda link: _FILLER + link[1] + _FILLER * len(link[2]), masked)
    masked = _PIECE.sub(_shown, masked)
    kept = list(re.finditer(f"[^{_FILLER}{_TAIL}]{_TAIL}*", masked))
    return CleanText(
        "".join(found[0][0] for found in kept),
        tuple(found.start() for found in kept),
        tuple(found.end() for found in kept),
    )


def _shown(piece: re.Match[str]) -> str:
    """Return what a piece of markup shows, as long as the piece is."""
    length = len(piece[0])
    match piece.lastgroup:
        case "footnote":
            return f"{MARK_START}{piece['footnote']}{MARK_END}".ljust(length, _TAIL)
        case "opening":
            return MARK_START.ljust(length, _FILLER)
        case "closing":
            return MARK_END.rjust(length, _FILLER)
        case "break":
            return BREAK.ljust(length, _TAIL)
        case "tag":
            return _UNKNOWN.ljust(length, _TAIL)
        case "entity":
            return _character(piece["entity"]).ljust(length, _TAIL)
        case "escaped":
            return piece["escaped"] + _TAIL
    return _FILLER * length


def _character(entity: str) -> str:
    shown = html.unescape(f"&{entity};")
    is_one = len(shown) == 1 and not MARK_START <= shown <= MOVING
    return _SPACE.sub(" ", shown) if is_one else _UNKNOWN


def _without_emphasis(found: re.Match[str]) -> str:
    before, run, inner = found.groups()
    return before + _FILLER * len(run) + inner + _FILLER * len(run)
