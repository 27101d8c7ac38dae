"""Looks through the Markdown and HTML around versions, keeping where every character stood."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

# Around a footnote mark in the text without markup; no author writes these two.
MARK_START, MARK_END = "\ue000", "\ue001"
# Stands for `<br>`.
BREAK = "\n"

_PIECE = re.compile(
    r"""
    (?P<footnote>\[\^[^\[\]\s]{1,40}\])
  | <sup>\s*(?P<sup>[^<>\s]{1,8})\s*</sup>
  | (?P<br><br\s{0,9}/?>)
  | (?P<entity>&(?:[A-Za-z][A-Za-z0-9]{1,30}|\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6});)
  | \\(?P<escaped>[\\`*_{}\[\]()\#+\-.!|<>~^])
  | (?P<dropped><!--.*?-->|</?[A-Za-z][^<>]*>|\*\*|__|`+)
  | (?P<superscript>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)
  | (?P<space>\s)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_LINK = re.compile(r"!?\[[^\[\]]*(\](?:\((?:[^()\s]|\([^()\s]*\))*(?:\s[^()]*)?\)|\[[^\[\]]*\]))")
_EMPHASIS = re.compile(r"(?<!\S)([*_])(?=[^\s*_])([^*_]*[^\s*_])(\1)(?!\S)")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class CleanText:
    """A text without markup.

    Attributes:
        text: What the reader sees, with footnote marks between `MARK_START` and `MARK_END`.
        starts: For each character, where what it stands for begins in the raw text.
        ends: For each character, where that ends.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the characters `start` to `end` stand in the raw text."""
        if start >= end or not self.text:
            at = self.starts[start] if start < len(self.starts) else (self.ends or (0,))[-1]
            return at, at
        return self.starts[start], self.ends[end - 1]


def clean(raw: str) -> CleanText:
    """Return a raw Markdown cell without its markup."""
    dropped = _dropped(raw)
    kept: list[tuple[str, int, int]] = []
    at = 0
    for piece in _PIECE.finditer(raw):
        kept += [(raw[i], i, i + 1) for i in range(at, piece.start()) if i not in dropped]
        if piece.start() not in dropped:
            kept += [(character, piece.start(), piece.end()) for character in _shown(piece)]
        at = piece.end()
    kept += [(raw[i], i, i + 1) for i in range(at, len(raw)) if i not in dropped]
    return CleanText(
        "".join(item[0] for item in kept),
        tuple(item[1] for item in kept),
        tuple(item[2] for item in kept),
    )


def _dropped(raw: str) -> set[int]:
    """Return the offsets of what only makes a link or an emphasis."""
    dropped: set[int] = set()
    for link in _LINK.finditer(raw):
        dropped.update(range(link.start(), raw.index("[", link.start()) + 1))
        dropped.update(range(link.start(1), link.end(1)))
    for emphasis in _EMPHASIS.finditer(raw):
        dropped |= {emphasis.start(1), emphasis.start(3)}
    return dropped


def _shown(piece: re.Match[str]) -> str:
    """Return what a piece of markup shows."""
    match piece.lastgroup:
        case "footnote":
            return f"{MARK_START}{piece.group()[1:-1]}{MARK_END}"
        case "sup":
            mark = html.unescape(piece["sup"]).replace("\\", "").translate(_SUPERSCRIPTS)
            return f"{MARK_START}{mark}{MARK_END}"
        case "superscript":
            return f"{MARK_START}{piece.group().translate(_SUPERSCRIPTS)}{MARK_END}"
        case "br":
            return BREAK
        case "entity":
            shown = html.unescape(piece.group())
            return " " if shown.isspace() else shown
        case "escaped":
            return piece["escaped"]
        case "space":
            return " "
    return ""
