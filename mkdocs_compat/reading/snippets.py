"""Which files a text includes with `pymdownx.snippets`, and what of each: `--8<-- "file.md:2:9"`.

Read as the extension reads it; files are opened elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_compat.reading.included import Spans

_LINE = re.compile(
    r"""[ \t]*(?P<escape>;*)-+8<-+
    (?:[ \t]+(?P<named>"(?:\\"|[^"\n])+?"|'(?:\\'|[^'\n])+?'))?""",
    re.VERBOSE,
)
_RANGE = r"(?::-?[0-9]*){1,2}"
_PATH = re.compile(
    rf"(?P<path>.*?)(?:(?P<ranges>{_RANGE}(?:,(?=[-0-9:])-?[0-9]*(?::-?[0-9]*)?)*)"
    r"|:(?P<section>[A-Za-z][-_0-9A-Za-z]*))?",
    re.DOTALL,
)
_SECTION = re.compile(
    r"(?P<escape>;?)(?<!-)-+8<-+[ \t]+\[[ \t]*(?P<type>start|end)[ \t]*:"
    r"[ \t]*(?P<name>[a-z][-_0-9a-z]*)[ \t]*\]",
    re.IGNORECASE,
)
# Longer ones are no paths; how they are divided would take long to find out.
_LONGEST_PATH = 1000


@dataclass(frozen=True, slots=True)
class Snippet:
    """A file that is included.

    Attributes:
        path: Its path as the author wrote it.
        ranges: The lines that are included, first and last, where they are named; as the author
            counts, from 1, or from the end with a minus.
        section: The section that is included, where one is named.
    """

    path: str
    ranges: tuple[tuple[int | None, int | None], ...] = ()
    section: str = ""

    def spans(self, text: str) -> Spans:
        """Return what is included of the file with some text."""
        lines = list(_lines(text))
        if self.section:
            return _joined(_section(self.section, text, lines))
        if self.ranges:
            lines = [line for part in self._slices(len(lines)) for line in lines[part]]
        return _joined(line for line in lines if not _is_mark(text, line))

    def _slices(self, total: int) -> Iterator[slice]:
        for first, last in self.ranges:
            start = (first or 1) - 1
            if first is not None and first < 0:
                start = max(0, total + first)
            end = max(0, total + 1 + last) if last is not None and last < 0 else last
            yield slice(max(0, start), end)


def snippets(text: str) -> Iterator[Snippet]:
    """Yield the files that a text includes, in order."""
    if "8<-" not in text:
        return
    in_block = False
    for line in text.split("\n"):
        found = _LINE.fullmatch(line) if "8<-" in line else None
        named = line.strip()
        if found is not None:
            if found["escape"]:
                continue
            if found["named"] is None:
                in_block = not in_block
            if found["named"] is None or in_block:
                continue
            named = found["named"][1:-1].strip()
        elif not in_block:
            continue
        snippet = snippet_of(named)
        if snippet is not None:
            yield snippet


def snippet_of(named: str) -> Snippet | None:
    """Return what a path names; None for one that is commented out, or that is an address."""
    if not named or named.startswith((";", "https://", "http://")) or len(named) > _LONGEST_PATH:
        return None
    found = _PATH.fullmatch(named)
    path = found["path"].strip() if found else ""
    if found is None or not path:
        return None
    ranges = (found["ranges"] or "")[1:].split(",") if found["ranges"] else ()
    return Snippet(path, tuple(_range(each) for each in ranges), found["section"] or "")


def _range(text: str) -> tuple[int | None, int | None]:
    first, _, last = text.partition(":")
    return _number(first), _number(last)


def _number(text: str) -> int | None:
    return int(text) if text.lstrip("-") else None


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines of a text, each with its line ending."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield start, end + 1
        start = end + 1
    yield start, len(text)


def _section(name: str, text: str, lines: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the lines between the marks of a section, without the marks of others."""
    is_open = False
    for line in lines:
        mark = _mark(text, line)
        if mark is None:
            if is_open:
                yield line
        elif mark["name"] == name:
            if mark["type"].lower() == "end":
                return
            is_open = True


def _mark(text: str, line: tuple[int, int]) -> re.Match[str] | None:
    """Return the mark of a section that a line has."""
    if text.find("8<-", *line) < 0:
        return None
    found = _SECTION.search(text, *line)
    return None if found is None or found["escape"] else found


def _is_mark(text: str, line: tuple[int, int]) -> bool:
    return _mark(text, line) is not None


def _joined(lines: Iterable[tuple[int, int]]) -> Spans:
    """Return stretches as few as possible: those that follow each other are one."""
    spans: list[tuple[int, int]] = []
    for start, end in lines:
        if spans and spans[-1][1] == start:
            spans[-1] = (spans[-1][0], end)
        elif start < end:
            spans.append((start, end))
    return tuple(spans)
