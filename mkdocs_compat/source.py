"""Texts that authors edit, and places in them. The only module that counts lines and columns."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from pathlib import Path, PurePath

# What editors count as the end of a line; str.splitlines knows more, such as form feeds.
_LINE_ENDING = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of a file, in the author's terms.

    Lines and columns count from 1 and count characters; the end column is the one after the last
    character. `path` is relative to the folder of the site's configuration, with forward slashes.
    What the page shows but its file does not hold (a macro put it there) has no line: `part` says
    which part of the page it is, and the numbers stay at 1. `pages` are the pages that show the
    place, where these are others than `path`; whoever looks for a place need not know them.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    part: str = ""
    pages: tuple[str, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        if self.part:
            return f"{self.path} ({self.part})"
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of one file exactly as the author sees it, front matter and all.

    `page` is the page that shows it, where that is another file that includes this one.
    """

    path: str
    text: str
    page: str = ""
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = (0, *(found.end() for found in _LINE_ENDING.finditer(self.text)))
        object.__setattr__(self, "_starts", starts)

    @property
    def line_starts(self) -> tuple[int, ...]:
        """Offsets at which the lines begin."""
        return self._starts

    def line(self, number: int) -> str:
        """Return line `number` (from 1) without its line ending; empty beyond the last line."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and column (from 1) of a character offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def place(self, start: int, end: int) -> Place:
        """Return the place between two character offsets, `end` not included."""
        line, column = self.position(start)
        end_line, end_column = self.position(max(start, end))
        return Place(self.path, line, column, end_line, end_column, pages=self._pages)

    def whole_line(self, number: int) -> Place:
        """Return the place of all the text on line `number`."""
        end = len(self.line(number)) + 1
        return Place(self.path, number, 1, number, end, pages=self._pages)

    @property
    def _pages(self) -> tuple[str, ...]:
        return (self.page,) if self.page else ()


def name_of(path: Path, root: Path) -> str:
    """Return how messages name a file: by its path from the folder `root`."""
    try:
        name = os.path.relpath(path, root)
    except ValueError:  # it is on another drive
        name = str(path)
    return PurePath(name).as_posix()
