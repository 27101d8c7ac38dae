"""Finds what explains a footnote mark: a footnote, or a heading or paragraph that begins so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from mkdocs_compat.reading.plain import plain
from mkdocs_compat.reading.seen import SeenNote

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

_LEADING_MARK = re.compile(
    r"""(?:
        <sup>\s*(?P<sup>[^<>\s]{1,4})\s*</sup>        # <sup>1</sup> text
      | (?P<digits>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})                 # ¹ text
      | \[\^(?P<label>[^\]\s]{1,40})\]:?              # [^1]: text, left as it is without footnotes
      | (?P<escaped>(?:\\\*|&ast;|&\#42;|[†‡§])+)     # \* text
      | (?P<stars>\*{1,3})(?=\s)                      # * text, where it is no list item
    )[ \t:.]*(?P<text>\S.*)""",
    re.VERBOSE | re.DOTALL,
)


def explained_marks(notes: Iterable[SeenNote]) -> Mapping[str, str]:
    """Return the plain text of the note for each footnote mark that a page explains.

    Marks are in the form in which ranges report them: `*`, `†`, `1`, `^label`.
    """
    found: dict[str, str] = {}
    for note in notes:
        if note.footnote:
            found.setdefault("^" + note.footnote, plain(note.text))
            continue
        match = _LEADING_MARK.match(note.text.strip())
        if match is not None:
            found.setdefault(_mark(match), plain(match["text"]))
    return found


def _mark(match: re.Match[str]) -> str:
    if match["label"]:
        return "^" + match["label"]
    if match["digits"]:
        return match["digits"].translate(_SUPERSCRIPTS)
    if match["escaped"]:
        return re.sub(r"\\\*|&ast;|&#42;", "*", match["escaped"])
    written = match["sup"] or match["stars"]
    return plain(written.translate(_SUPERSCRIPTS)) if match["sup"] else written
