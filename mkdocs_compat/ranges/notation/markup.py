"""Looks through the Markdown and HTML around versions without moving a character.

Every character of markup is replaced by one that the lexer skips, so the offsets of what is left
are those of the author's text. What would change the meaning, such as `<del>` or an image, is not
looked through.
"""

from __future__ import annotations

import re

# Characters of private use; where an author writes one of them it is not understood.
FILLER = "\ue000"
MARK_START = "\ue001"
MARK_END = "\ue002"
# A star that is no emphasis: one that is escaped, or an entity.
STAR = "\ue003"
# Where a line ends on the page.
BREAK = "\n"

_PIECE = re.compile(
    r"""
    (?P<reserved>[\ue000-\ue003])
  | \[(?P<footnote>\^[^\[\]\ \t\n\r]{1,40})\]
  | (?P<opening><sup(?:[\ \t\n\r][^<>]*)?>)
  | (?P<closing></sup>)
  | (?P<break></?(?:br|div|li|ol|p|ul)(?:[\ \t\n\r/][^<>]*)?>)
  | (?P<dropped><!--[^<>]*-->
      | </?(?:a|abbr|b|code|em|i|kbd|mark|small|span|strong|tt|u|var)(?:[\ \t\n\r][^<>]*)?> | `+)
  | &(?P<entity>[A-Za-z][A-Za-z0-9]{1,8}|\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6});
  | \\(?P<escaped>[!-/:-@\[-`{-~])
  | (?P<space>[\t-\r\x85\xa0\u2000-\u200b\u2028-\u202f\u3000\ufe0f])
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_LINK = re.compile(r"\[([^\[\]]*)(\](?:\((?:[^() ]|\([^() ]*\))*(?: [^()]*)?\)|\[[^\[\]]*\]))")
# Opened by a run of stars behind space or a sign, closed by the same run before space or a sign.
_EMPHASIS = (
    re.compile(r"(^|[^0-9A-Za-z.*])(\*{1,3})(?=[^ \n*])([^*]*[^ \n*])\2(?![0-9A-Za-z])"),
    re.compile(r"(^|[^0-9A-Za-z._])(_{1,3})(?=[^ \n_])([^_]*[^ \n_])\2(?![0-9A-Za-z])"),
)

# The entities that stand in cells; others are not understood.
_ENTITIES = {
    "amp": "&", "ast": STAR, "comma": ",", "dagger": "†", "Dagger": "‡", "emsp": " ", "ensp": " ",
    "equals": "=", "ge": "≥", "gt": ">", "hellip": "…", "le": "≤", "lt": "<", "mdash": "—",
    "minus": "−", "nbsp": " ", "ndash": "–", "ne": "≠", "plus": "+", "rArr": "⇒", "rarr": "→",
    "sup1": "¹", "sup2": "²", "sup3": "³", "thinsp": " ", "verbar": "|", "vert": "|",
}  # fmt: skip


def mask(raw: str) -> str:
    """Return a raw Markdown cell, as long as it is, with its markup made invisible."""
    text = _PIECE.sub(_shown, raw)
    text = _LINK.sub(lambda link: FILLER + link[1] + FILLER * len(link[2]), text)
    for emphasis in _EMPHASIS:
        text = emphasis.sub(_without_emphasis, text)
    return text


def _shown(piece: re.Match[str]) -> str:
    """Return what a piece of markup shows, as long as the piece is."""
    length = len(piece[0])
    match piece.lastgroup:
        case "footnote":
            return f"{MARK_START}{piece['footnote']}{MARK_END}"
        case "opening":
            return MARK_START + FILLER * (length - 1)
        case "closing":
            return FILLER * (length - 1) + MARK_END
        case "break":
            return BREAK.ljust(length, FILLER)
        case "entity":
            return _character(piece["entity"]).ljust(length, FILLER)
        case "escaped":
            return (STAR if piece["escaped"] == "*" else piece["escaped"]) + FILLER
        case "space":
            return " "
        case "reserved":
            return "\ufffd"
    return FILLER * length


def _character(entity: str) -> str:
    if not entity.startswith("#"):
        return _ENTITIES.get(entity, "\ufffd")
    code = int(f"0{entity[1:]}", 16) if entity[1] in "xX" else int(entity[1:])
    if code == ord("*"):
        return STAR
    if code == ord("\xa0"):
        return " "
    return chr(code) if ord(" ") <= code < 0xD800 else "\ufffd"


def _without_emphasis(found: re.Match[str]) -> str:
    before, run, inner = found.groups()
    return before + FILLER * len(run) + inner + FILLER * len(run)
