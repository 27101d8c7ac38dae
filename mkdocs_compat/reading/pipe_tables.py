"""Finds pipe tables in the file that the author edits, with the offset of every cell.

Python-Markdown gives no lines and no columns, so the file is scanned by hand with the same rules
for cells as its `tables` extension: a pipe in a code span or behind a backslash divides nothing.
Which of these tables the page really shows is settled by comparing cells (`placing`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_compat.source import SourceText

_PREFIX = re.compile(r"(?:[ \t]|>[ \t]?)*")
_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_BACKTICKS = re.compile(r"\\.|(`+)|(\|)", re.DOTALL)
_COMMENT = "<!--"
_HEADING = re.compile(r"#{1,6}(?:\s|[^#])")


@dataclass(frozen=True, slots=True)
class SourceCell:
    """A cell's text without surrounding space, and where it begins in the file."""

    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table as it stands in the file.

    Attributes:
        header: The cells of its header row.
        rows: The cells of the other rows, as many as the author wrote.
        offset: Offset of its first character.
        end: Offset behind its last character.
        obstacle: Why Python-Markdown would not take it for a table; empty where it would.
    """

    header: tuple[SourceCell, ...]
    rows: tuple[tuple[SourceCell, ...], ...]
    offset: int
    end: int
    obstacle: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its container's prefix (indentation, quote marks)."""

    text: str
    offset: int


def pipe_tables(source: SourceText, body: int = 0) -> list[SourceTable]:
    """Return the pipe tables that begin at or behind offset `body`, in order."""
    lines = list(_lines(source, body))
    tables: list[SourceTable] = []
    index = 0
    while index < len(lines):
        found = _table_at(lines, index)
        if found is None:
            index += 1
        else:
            table, index = found
            tables.append(table)
    return tables


def _lines(source: SourceText, body: int) -> Iterator[_Line]:
    """Yield the lines outside code fences and comments; what is inside counts as blank."""
    hider = ""
    first = source.position(body)[0]
    for number in range(first, len(source.line_starts) + 1):
        whole = source.line(number)
        prefix = _PREFIX.match(whole)
        indent = prefix.end() if prefix else 0
        text = whole[indent:].rstrip()
        before, hider = hider, _hider(text, hider)
        offset = source.line_starts[number - 1] + indent
        yield _Line("" if before or hider else text, offset)


def _hider(text: str, before: str) -> str:
    """Return the code fence or comment that is open behind a line; empty where none is."""
    if before == _COMMENT:
        return "" if "-->" in text else before
    if before:
        closes = text.startswith(before) and not text.strip(before[0])
        return "" if closes else before
    if text.startswith(_COMMENT):
        return "" if "-->" in text else _COMMENT
    opening = _FENCE.match(text)
    return opening.group() if opening else ""


def _table_at(lines: list[_Line], index: int) -> tuple[SourceTable, int] | None:
    """Return the table whose header is line `index`, and the index behind it."""
    head = lines[index]
    if "|" not in head.text or index + 1 >= len(lines):
        return None
    delimiter = lines[index + 1].text
    if not delimiter or not _DELIMITER.fullmatch(delimiter):
        return _without_delimiter(lines, index)
    header = _cells(head)
    last = index + 2
    while last < len(lines) and lines[last].text:
        last += 1
    rows = tuple(_cells(line) for line in lines[index + 2 : last])
    end = lines[last - 1].offset + len(lines[last - 1].text)
    obstacle = _obstacle(lines, index, len(header), delimiter)
    return SourceTable(header, rows, head.offset, end, obstacle), last


def _obstacle(lines: list[_Line], index: int, columns: int, delimiter: str) -> str:
    dashes = len(re.findall(r"-+", delimiter))
    if dashes != columns:
        return f"its header has {columns} cells and the line of dashes below it has {dashes}"
    above = lines[index - 1].text if index else ""
    if above and not _HEADING.match(above):
        return "there is no blank line above it"
    return ""


def _without_delimiter(lines: list[_Line], index: int) -> tuple[SourceTable, int] | None:
    """Return a block of lines that are all framed in pipes but have no line of dashes."""
    last = index
    while last < len(lines) and _is_framed(lines[last].text):
        last += 1
    if last - index < 2 or (index and lines[index - 1].text):
        return None
    header, *rows = (_cells(line) for line in lines[index:last])
    end = lines[last - 1].offset + len(lines[last - 1].text)
    obstacle = "there is no line of dashes below its header"
    return SourceTable(header, tuple(rows), lines[index].offset, end, obstacle), last


def _is_framed(text: str) -> bool:
    return len(text) > 2 and text.startswith("|") and text.endswith("|")


def _cells(line: _Line) -> tuple[SourceCell, ...]:
    """Divide a row into cells as Python-Markdown does."""
    text = line.text
    start = 1 if text.startswith("|") else 0
    pipes = [pipe for pipe in _pipes(text) if pipe >= start]
    is_closed = bool(pipes) and pipes[-1] == len(text) - 1
    ends = pipes if is_closed else [*pipes, len(text)]
    cells = []
    for end in ends:
        raw = text[start:end]
        kept = raw.strip(" \t")
        indent = len(raw) - len(raw.lstrip(" \t")) if kept else 0
        cells.append(SourceCell(kept, line.offset + start + indent))
        start = end + 1
    return tuple(cells)


def _pipes(text: str) -> Iterator[int]:
    """Yield the offsets of the pipes that divide cells."""
    tokens = [match for match in _BACKTICKS.finditer(text) if match.group(1) or match.group(2)]
    # For each length of a run of backticks, where the runs of that length begin, last first.
    closers: dict[int, list[int]] = {}
    for position in range(len(tokens) - 1, -1, -1):
        ticks = tokens[position].group(1)
        if ticks:
            closers.setdefault(len(ticks), []).append(position)
    position = 0
    while position < len(tokens):
        ticks = tokens[position].group(1)
        if ticks is None:
            yield tokens[position].start()
        else:
            runs = closers[len(ticks)]
            while runs and runs[-1] <= position:
                runs.pop()
            if runs:
                position = runs.pop()
        position += 1
