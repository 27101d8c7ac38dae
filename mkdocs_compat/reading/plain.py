"""Plain text out of a little Markdown: what the reader sees of a header, a cell or a note."""

from __future__ import annotations

import html
import re

_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?-->", re.DOTALL)
_CODE = re.compile(r"(`+)(.+?)\1", re.DOTALL)
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]+)(?<=\S)\1(?![\w*])")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def plain(raw: str) -> str:
    """Return the text that a piece of inline Markdown shows, on one line.

    Links leave their text, code and emphasis what they enclose, `<br>` a space; entities and
    backslash escapes are resolved.
    """
    text = _BREAK.sub(" ", raw)
    text = _TAG.sub("", text)
    text = _LINK.sub(r"\1", text)
    text = _CODE.sub(r"\2", text)
    text = _STRONG.sub(r"\2", text)
    text = _EMPHASIS.sub(r"\2", text)
    text = _ESCAPE.sub(r"\1", text)
    return " ".join(html.unescape(text).split())


def slug(text: str) -> str:
    """Return an id for a name: lower case, words joined by hyphens; empty where no letter is."""
    return re.sub(r"[^a-z0-9]+", "-", plain(text).lower()).strip("-")


def folded(text: str) -> str:
    """Return a name in the form in which names are compared."""
    return plain(text).casefold()
