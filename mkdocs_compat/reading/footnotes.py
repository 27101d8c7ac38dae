"""Finds what explains a footnote mark: a footnote, or a heading or paragraph that begins so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from mkdocs_compat.reading.nearest import Explanation
from mkdocs_compat.reading.plain import plain
from mkdocs_compat.reading.seen import SeenNote

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

_LEADING_MARK = re.compile(
    r"""(?:
        <sup>\s*(?P<sup>[^<>\s]{1,4})\s*</sup>        # <sup>1</sup> text
      | (?P<digits>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})                 # ¹ text
      | \[\^(?P<label>[^\]\s]{1,40})\]:?              # [^1]: text, left as it is without footnotes
      | (?P<numbered>\\?\*[0-9]{1,2})(?=[\s:.)])       # *1 text
      | (?P<square>(?:\*\*)?\[[0-9]{1,2}\](?:\*\*)?)(?![(\[:])  # [1] text
      | (?P<escaped>(?:\\\*|&ast;|&\#42;|[†‡§])+)     # \* text
      | (?P<stars>\*{1,3})(?=\s|[^*]+$)               # * text, where it is no list or emphasis
      | (?P<bracketed>\([^()\s]{1,3}\))               # (1) text
    )[ \t:.=–—]*(?P<text>\S.*)""",
    re.VERBOSE | re.DOTALL,
)
# `Releases in preview are marked with (*).`
_TRAILING_MARK = re.compile(
    r"""[^.]{3,300}\b(?:denoted|flagged|indicated|marked|shown)\ (?:as|by|with)\ (?:an?\ )?[`"']?
    (?P<mark>\(\\?[*†‡§^]{1,3}\)|(?:\\[*])+|[†‡§]+)[`"']?\.?""",
    re.VERBOSE,
)
# What may stand around a note: tags, and emphasis that does not begin with the mark itself.
_LEADING_TAGS = re.compile(r"(?:<(?!/?sup\b)[^<>]*>\s*)+", re.IGNORECASE)
_EMPHASISED = re.compile(r"(_{1,3}|\*{1,3}(?=[\\&†‡§<⁰¹²³⁴-⁹]))(.+)\1", re.DOTALL)
_BULLET = re.compile(r"\s*\*\s")
_INDENTED_BULLET = re.compile(r"[ \t]+\*[ \t]")
# What stands above a list, unless the list is one of notes.
_LEAD_IN = re.compile(r"^(?!.*\b(?:notes?|legend|key|caveats?|where)\b).*:$", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LINE_END = re.compile(r"\n|</?(?:br|p|div|li|ol|ul)\b[^<>]*>", re.IGNORECASE)


def explained_marks(notes: Iterable[SeenNote]) -> list[Explanation]:
    """Return the plain text of every note that explains a footnote mark, with its mark.

    Marks are in the form in which ranges report them: `*`, `†`, `1`, `^label`. Items of numbered
    lists have marks of their own, `1.`, which `known_mark` finds where nothing else explains one.
    """
    found = []
    for note in notes:
        if note.footnote:
            found.append(Explanation("^" + note.footnote, plain(note.text), note.spot))
            continue
        if note.number:
            mark = numbered(note.number)
            found.append(Explanation(mark, plain(note.text), note.spot, is_item=True))
        for mark, text in _marked(note.text):
            found.append(Explanation(mark, plain(text), note.spot))
    return found


def numbered(number: int) -> str:
    """Return the mark of an item of a numbered list."""
    return f"{number}."


def known_mark(text: str, notes: Mapping[str, str]) -> str:
    """Return a footnote mark as the page explains it.

    `(*)` may be explained as `*`, and `1`, `*1`, `(1)` by the first item of a numbered list.
    """
    inside = text.strip("()")
    if text not in notes and inside in notes:
        return inside
    digits = text.strip("()[]*")
    is_item = text not in notes and digits.isdecimal() and numbered(int(digits)) in notes
    return numbered(int(digits)) if is_item else text


def _marked(text: str) -> Iterator[tuple[str, str]]:
    """Yield mark and text of each note in a paragraph: each begins on a line of its own."""
    text = _COMMENT.sub("", text)
    emphasised = _EMPHASISED.fullmatch(text.strip())
    mark, lines = "", [""]
    split = _LINE_END.split(emphasised[2] if emphasised else text)
    # A list without a blank line above it is no list on the page, and no notes either.
    bullets = sum(_BULLET.match(line) is not None for line in split)
    is_html = text.lstrip().startswith("<")
    before = ""
    for line in split:
        is_item = bullets > 1 or _LEAD_IN.search(before) or _INDENTED_BULLET.match(line)
        before = plain(line)
        if is_item and not (is_html and bullets < 2) and _BULLET.match(line):
            lines.append(line)
            continue
        tags = _LEADING_TAGS.match(line.lstrip())
        begins = _LEADING_MARK.match(line.lstrip()[tags.end() if tags else 0 :])
        if begins is None:
            named = _TRAILING_MARK.fullmatch(line.strip())
            if named:
                yield plain(named["mark"]), line
            lines.append(line)
            continue
        if mark:
            yield mark, " ".join(lines)
        mark, lines = _mark(begins), [begins["text"]]
    if mark:
        yield mark, " ".join(lines)


def _mark(match: re.Match[str]) -> str:
    if match["label"]:
        return "^" + match["label"]
    if match["escaped"]:
        return re.sub(r"\\\*|&ast;|&#42;", "*", match["escaped"])
    if match["numbered"] or match["square"]:
        return re.sub(r"\\|\*\*", "", match["numbered"] or match["square"])
    written = match["sup"] or match["digits"] or match["stars"] or match["bracketed"]
    return plain(written).translate(SUPERSCRIPTS)
