"""Finds pipe tables in the file that the author edits, with the offset of every cell.

Python-Markdown gives no lines and no columns, so the file is scanned by hand with the same rules
for cells as its `tables` extension: a pipe in a code span or behind a backslash divides nothing.
Which of these tables the page really shows is settled by comparing cells (`placing`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from mkdocs_compat.source import SourceText

# What stands before a line inside quotes, and before one that begins a list item with a table.
_QUOTES = re.compile(r"(?:[ \t]|>[ \t]?)*")
_ITEM = re.compile(r"(?:[-*+:]|[0-9]{1,9}\.)[ \t]+(?=\|)")
_SPACE = " \t"

_DASHES = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
# An opening run of backticks has none behind it on its line; that would be a code span.
_FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,})")
_COMMENT, _COMMENT_END = "<!--", "-->"
_HEADING = re.compile(r"#{1,6}(?:\s|[^#])")
# Lines that Python-Markdown takes out as HTML of their own, which ends what is above them.
_HTML_BLOCK = re.compile(
    r"(?:<!--(?:(?!-->).)*-->[ \t]*)+"
    r"|</?(?:article|aside|details|div|figure|footer|header|hr|main|nav|p|section|summary)\b[^<>]*>"
    r"(?:.*</[a-z]+>)?",
    re.IGNORECASE,
)

# A pipe at the end of a row closes it, unless a backslash stands before it that is itself none.
_CLOSING_PIPE = re.compile(r"(?<!\\)(?:\\\\)*\|$")
_DIVIDING = re.compile(r"\\\\|\\\||\\?`+|\|")


class SourceCell(NamedTuple):
    """A cell's text without surrounding space, and where it begins in the file."""

    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why lines that look like a table are none, and what would make them one."""

    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table as it stands in the file.

    Attributes:
        header: The cells of its header row.
        rows: The cells of the other rows, as many as the author wrote.
        offset: Offset of its first character.
        end: Offset behind its last character.
        obstacle: Why Python-Markdown would not take it for a table, as far as its lines tell.
    """

    header: tuple[SourceCell, ...]
    rows: tuple[tuple[SourceCell, ...], ...]
    offset: int
    end: int
    obstacle: Obstacle | None = None


class _Line(NamedTuple):
    """A line without what its containers put before it, and how many quote marks those are."""

    text: str
    offset: int
    quotes: int = 0

    @property
    def end(self) -> int:
        return self.offset + len(self.text)


def pipe_tables(source: SourceText, body: int = 0) -> list[SourceTable]:
    """Return the pipe tables that begin at or behind offset `body`, in order."""
    return list(_Scan(source, body).tables())


class _Scan:
    """One walk over the lines of a file."""

    def __init__(self, source: SourceText, body: int) -> None:
        first = source.position(body)[0]
        self._numbers = range(first, len(source.line_starts) + 1)
        self._source = source
        self._beginnings = frozenset(source.line_starts)
        self._lines = [self._line(number) for number in self._numbers]
        self._hidden: set[int] = set()
        self._hide_code_and_comments()

    def tables(self) -> Iterator[SourceTable]:
        index = 0
        while index < len(self._lines):
            found = self._table_at(index)
            if found is None:
                index += 1
            else:
                table, index = found
                yield table

    def _line(self, number: int, quotes: int | None = None) -> _Line:
        """Return a line without its indentation and quote marks, of which at most `quotes` go."""
        whole = self._source.line(number)
        prefix = _QUOTES.match(whole)
        indent = prefix.end() if prefix else 0
        marks = whole.count(">", 0, indent)
        if quotes is not None and marks > quotes:
            # The marks too many belong to the text, such as those of `>= 3.2`.
            indent = [at for at, sign in enumerate(whole) if sign == ">"][quotes]
        text = whole[indent:].rstrip(_SPACE)
        return _Line(text, self._source.line_starts[number - 1] + indent, marks)

    def _hide_code_and_comments(self) -> None:
        """Make the lines in code fences and comments blank; what is never closed hides nothing."""
        ends: dict[str, list[int]] = {}
        for index, line in enumerate(self._lines):
            if _COMMENT_END in line.text:
                ends.setdefault(_COMMENT, []).append(index)
            if line.text[:3] in ("```", "~~~"):
                ends.setdefault(line.text, []).append(index)
        index = 0
        while index < len(self._lines):
            last = _closing_line(self._lines[index].text, index, ends)
            for hidden in range(index, last + 1):
                self._lines[hidden] = _Line("", self._lines[hidden].offset)
                self._hidden.add(hidden)
            index = max(last, index) + 1

    def _table_at(self, index: int) -> tuple[SourceTable, int] | None:
        """Return the table whose header is line `index`, and the index behind it."""
        head = _behind_item_mark(self._lines[index])
        if "|" not in head.text or index + 1 >= len(self._lines):
            return None
        framed = head.text.startswith("|") or _CLOSING_PIPE.search(head.text) is not None
        header = _cells(head, framed=framed)
        delimiter = self._line_in_table(index + 1, head)
        dashes = _cells(delimiter, framed=framed)
        fits = len(dashes) == len(header) and all(set(cell.text) <= set(":- ") for cell in dashes)
        if not delimiter.text or not (fits or _is_delimiter(delimiter.text)):
            return self._without_delimiter(index)
        behind = (self._line_in_table(at, head) for at in range(index + 2, len(self._lines)))
        lines = list(takewhile(lambda line: line.text and not self._is_html(line), behind))
        rows = tuple(_cells(line, framed=framed) for line in lines)
        obstacle = self._obstacle_above(index)
        if not fits:
            obstacle = Obstacle(
                f"its header has {len(header)} cells and the line of dashes below it "
                f"has {len(dashes)}",
                "Give the line of dashes as many cells as the header.",
            )
        end = lines[-1].end if lines else delimiter.end
        return SourceTable(header, rows, head.offset, end, obstacle), index + 2 + len(lines)

    def _line_in_table(self, index: int, head: _Line) -> _Line:
        """Return a line of the table that `head` begins, in the same quotes and no deeper ones."""
        hidden = index in self._hidden
        return self._lines[index] if hidden else self._line(self._numbers[index], head.quotes)

    def _obstacle_above(self, index: int) -> Obstacle | None:
        above = self._lines[index - 1] if index else None
        if above is None or not above.text or _HEADING.match(above.text) or self._is_html(above):
            return None
        return Obstacle("there is no blank line above it", "Put a blank line above it.")

    def _is_html(self, line: _Line) -> bool:
        """Tell whether a line is HTML of its own: at the very beginning, with nothing behind."""
        if not line.text.startswith("<") or _HTML_BLOCK.fullmatch(line.text) is None:
            return False
        return line.offset in self._beginnings

    def _without_delimiter(self, index: int) -> tuple[SourceTable, int] | None:
        """Return a block of lines that are all framed in pipes but have no line of dashes."""
        last = index
        while last < len(self._lines) and _is_framed(self._lines[last].text):
            last += 1
        if last - index < 2 or (index and self._lines[index - 1].text):
            return None
        lines = self._lines[index:last]
        header, *rows = (_cells(line, framed=True) for line in lines)
        obstacle = Obstacle(
            "there is no line of dashes below its header",
            f"Put one there: '{'| --- ' * len(header)}|'.",
        )
        return SourceTable(header, tuple(rows), lines[0].offset, lines[-1].end, obstacle), last


def _closing_line(text: str, index: int, ends: dict[str, list[int]]) -> int:
    """Return the number of the line that closes what `text` opens; -1 where it hides nothing."""
    if text.startswith(_COMMENT):
        if _COMMENT_END in text:
            return -1
        opened = _COMMENT
    else:
        fence = _FENCE.match(text)
        if fence is None:
            return -1
        opened = fence[1] or fence[2]
    closing = ends.get(opened, [])
    at = bisect_right(closing, index)
    return closing[at] if at < len(closing) else -1


def _behind_item_mark(line: _Line) -> _Line:
    """Return the line without the mark of the list item that begins with a table on it."""
    mark = _ITEM.match(line.text)
    if mark is None:
        return line
    return _Line(line.text[mark.end() :], line.offset + mark.end(), line.quotes)


def _is_delimiter(text: str) -> bool:
    # Dashes without a pipe below a line with one are more likely the rule of a heading.
    return "|" in text and _DASHES.fullmatch(text) is not None


def _is_framed(text: str) -> bool:
    return len(text) > 2 and text.startswith("|") and text.endswith("|")


def _cells(line: _Line, *, framed: bool) -> tuple[SourceCell, ...]:
    """Divide a row into cells; in a framed table the outer pipes divide nothing."""
    text = line.text
    start = 1 if framed and text.startswith("|") else 0
    closing = _CLOSING_PIPE.search(text, start) if framed else None
    end = closing.start() if closing else len(text)
    cells = []
    for pipe in (*_pipes(text[:end], start), end):
        raw = text[start:pipe]
        kept = raw.strip(_SPACE)
        indent = len(raw) - len(raw.lstrip(_SPACE)) if kept else 0
        cells.append(SourceCell(kept, line.offset + start + indent))
        start = pipe + 1
    return tuple(cells)


def _pipes(text: str, start: int) -> Iterator[int]:
    """Yield the offsets of the pipes that divide cells."""
    if "`" not in text and "\\" not in text:
        yield from _places(text, start)
        return
    # An escaped run of backticks can close a code span as a whole, and open one with one less.
    signs = [sign for sign in _DIVIDING.finditer(text, start) if sign[0] not in ("\\\\", "\\|")]
    # For each length of a run of backticks, where the runs of that length are, last first.
    closers: dict[int, list[int]] = {0: []}
    for position in range(len(signs) - 1, -1, -1):
        if ticks := signs[position][0].count("`"):
            closers.setdefault(ticks, []).append(position)
    position = 0
    while position < len(signs):
        sign = signs[position][0]
        if sign == "|":
            yield signs[position].start()
        runs = closers.get(sign.count("`") - sign.count("\\"), [])
        while runs and runs[-1] <= position:
            runs.pop()
        if runs:
            position = runs.pop()
        position += 1


def _places(text: str, start: int) -> Iterator[int]:
    """Yield the offsets of all pipes."""
    at = text.find("|", start)
    while at >= 0:
        yield at
        at = text.find("|", at + 1)
