"""Which files a text includes with tags: `{% include-markdown "file.md" start="<!--a-->" %}`.

They are those of mkdocs-include-markdown-plugin, and the `include` of Jinja, which mkdocs-macros
understands. Files are opened elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_compat.reading.included import Spans

_QUOTED = r"""(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')"""
_ARGUMENT = re.compile(rf"([\w-]+)={_QUOTED}", re.DOTALL)
_ESCAPES = {r"\n": "\n", r"\t": "\t", r"\r": "\r", "\\\\": "\\", r"\"": '"', r"\'": "'"}
_ESCAPE = re.compile(r"""\\[ntr\\"']""")


@dataclass(frozen=True, slots=True)
class IncludeTag:
    """A file that is included, or files by a pattern.

    Attributes:
        path: The path as the author wrote it.
        start: What stands before the part that is included; None where it begins with the file.
        end: What stands behind it; None where it ends with the file.
    """

    path: str
    start: str | None = None
    end: str | None = None

    def spans(self, text: str) -> Spans:
        """Return what is included of the file with some text."""
        if self.start is not None and self.end is not None:
            return tuple(_between(text, self.start, self.end))
        if self.start is not None:
            at = text.find(self.start)
            return ((at + len(self.start), len(text)),) if at >= 0 else ()
        at = text.find(self.end) if self.end is not None else -1
        return ((0, at if at >= 0 else len(text)),)


@dataclass(frozen=True, slots=True)
class TagForm:
    """How tags are written.

    Attributes:
        opening: What a tag begins with.
        closing: What it ends with.
        names: What stands behind the beginning.
        start: Where parts begin if their tag does not say it.
        end: Where they end.
    """

    opening: str = "{%"
    closing: str = "%}"
    names: Sequence[str] = ("include-markdown", "include")
    start: str | None = None
    end: str | None = None


def include_tags(text: str, form: TagForm) -> Iterator[IncludeTag]:
    """Yield the tags of a text, in order."""
    if form.opening not in text:
        return
    names = "|".join(re.escape(name) for name in form.names)
    tag = re.compile(
        rf"{re.escape(form.opening)}[-+]?\s*(?:{names})\s+{_QUOTED}"
        rf"(.*?){re.escape(form.closing)}",
        re.DOTALL,
    )
    for found in tag.finditer(text):
        said = {each[1]: _plain(each[2] or each[3] or "") for each in _ARGUMENT.finditer(found[3])}
        path = _unquoted(found[1] or found[2] or "")
        if path and not path.startswith(("https://", "http://")):
            start, end = said.get("start", form.start), said.get("end", form.end)
            yield IncludeTag(path, start or None, end or None)


def _between(text: str, start: str, end: str) -> Iterator[tuple[int, int]]:
    """Yield what stands between each `start` and the next `end`."""
    parts, at = [], 0
    if start not in text:
        parts.append((0, len(text)))
    else:
        at = text.find(start)
        while at >= 0:
            begin = at + len(start)
            at = text.find(start, begin)
            parts.append((begin, at if at >= 0 else len(text)))
    for first, last in parts:
        begin, is_included = first, True
        while begin <= last:
            stop = text.find(end, begin, last)
            stop = stop if stop >= 0 else last
            if is_included:
                yield begin, stop
            begin, is_included = stop + len(end), not is_included


def _unquoted(text: str) -> str:
    return text.replace(r"\"", '"').replace(r"\'", "'")


def _plain(text: str) -> str:
    return _ESCAPE.sub(lambda found: _ESCAPES[found[0]], text)
