"""Plain text out of a little Markdown: what the reader sees of a header, a cell or a note."""

from __future__ import annotations

import html
import re
from functools import lru_cache

_SUPERSCRIPT = re.compile(r"<sup(?:\s[^<>]*)?>\s*([^<>]*?)\s*</sup>", re.IGNORECASE)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,40}\]")
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
_LABEL = re.compile(r"^[ >]{0,8}\[([^\[\]^]{1,80})\]:\s", re.MULTILINE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?-->", re.DOTALL)
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]+)(?<=\S)\1(?![\w*])")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")
_MARKS = re.compile(r"\s*[*†‡§⁰¹²³⁴-⁹]+$")
# What the emoji extensions replace with a picture.
_ICON = re.compile(r"(?<!\S):[a-z0-9_+-]+:(?!\S)")
# What is no markup and holds none: most cells.
_BARE = re.compile(r"[^<&*_`\[\\]*")
_BREAK = re.compile(r"</?br\s*/?>", re.IGNORECASE)
# Only what short texts show is remembered, so that memory stays bounded.
_SHORT = 500


def plain(raw: str) -> str:
    """Return the text that a piece of inline Markdown shows, on one line.

    Links leave their text, code and emphasis what they enclose, `<br>` a space, `[^1]` nothing;
    what is raised stays apart from the text before it; entities and escapes are resolved.
    """
    return _remembered_plain(raw) if len(raw) <= _SHORT else _plain(raw)


def _plain(raw: str) -> str:
    if _BARE.fullmatch(raw):
        return " ".join(raw.split())
    text = _BREAK.sub(" ", raw)
    text = _SUPERSCRIPT.sub(_raised, text)
    text = _FOOTNOTE.sub("", text)
    text = _TAG.sub("", text)
    text = _FOOTNOTE.sub("", text)
    text = _LINK.sub(r"\1", text)
    text = _CODE.sub(r"\2", text)
    text = _STRONG.sub(r"\2", text)
    text = _EMPHASIS.sub(r"\2", text)
    text = _ESCAPE.sub(r"\1", text)
    return " ".join(html.unescape(text).split())


# A cell is looked at several times while its table is recognised and read.
_remembered_plain = lru_cache(maxsize=4096)(_plain)


def _raised(found: re.Match[str]) -> str:
    text = found[1]
    if text.isascii() and text.isdigit():
        return text.translate(_RAISED)
    return f"({text})" if text.isalnum() else text


@lru_cache(maxsize=16)
def link_labels(text: str) -> frozenset[str]:
    """Return the labels that a page's Markdown defines links for, folded."""
    return frozenset(label.casefold() for label in _LABEL.findall(text))


def name(raw: str) -> str:
    """Return the name in a header: its text without icons, and footnote marks behind it."""
    text = plain(raw)
    return _MARKS.sub("", " ".join(_ICON.sub("", text).split())) or text


def slug(text: str) -> str:
    """Return an id for a name: lower case, words joined by hyphens; empty where no letter is."""
    return identifier(name(text))


def identifier(shown: str) -> str:
    """Return the id for a name as the reader sees it; empty where no letter is."""
    return re.sub(r"[^a-z0-9]+", "-", shown.lower()).strip("-")


def folded(text: str) -> str:
    """Return a name in the form in which names are compared."""
    return _remembered_folded(text) if len(text) <= _SHORT else name(text).casefold()


_remembered_folded = lru_cache(maxsize=1024)(lambda text: name(text).casefold())
