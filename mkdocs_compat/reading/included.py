"""A file that a page includes, whole or in part, and the tables in it that the page may show."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import TypeAlias

from mkdocs_compat.reading.pipe_tables import SourceCell, SourceTable, pipe_tables
from mkdocs_compat.source import SourceText

SNIPPETS = "pymdownx.snippets"
"""The Markdown extension that includes files with `--8<--`."""

Spans: TypeAlias = tuple[tuple[int, int], ...]
"""Stretches of a text, in the order in which they are put together: offsets, the last not in it."""


@dataclass(frozen=True, slots=True)
class IncludedText:
    """A file, and what of it a page includes.

    Attributes:
        source: The file.
        spans: What is included of it.
    """

    source: SourceText
    spans: Spans
    _begins: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        lengths = (end - start for start, end in self.spans)
        object.__setattr__(self, "_begins", tuple(accumulate(lengths, initial=0))[:-1])

    @property
    def text(self) -> str:
        """What reaches the page, as far as the file is concerned."""
        return "".join(self.source.text[start:end] for start, end in self.spans)

    def pipe_tables(self) -> Iterator[SourceTable]:
        """Yield the pipe tables that are included, with their places in the file."""
        for table in pipe_tables(SourceText(self.source.path, self.text)):
            yield self.in_file(table)

    def origin(self, offset: int) -> int:
        """Return where in the file a character of what is included stands."""
        number = bisect_right(self._begins, offset) - 1
        return self.spans[number][0] + offset - self._begins[number]

    def in_file(self, table: SourceTable) -> SourceTable:
        """Return a table of what is included as one of the file."""
        origin = self.origin

        def row(cells: Sequence[SourceCell]) -> tuple[SourceCell, ...]:
            return tuple(SourceCell(cell.text, origin(cell.offset)) for cell in cells)

        return replace(
            table,
            header=row(table.header),
            rows=tuple(row(cells) for cells in table.rows),
            offset=origin(table.offset),
            end=origin(max(table.offset, table.end - 1)) + 1,
        )


Including: TypeAlias = Callable[[], Sequence[IncludedText]]
"""Reads what a page includes; asked only where a table of the page is not in its own file."""


def nothing_included() -> Sequence[IncludedText]:
    """Include nothing."""
    return ()


@dataclass(frozen=True, slots=True)
class PageText:
    """A page as its author wrote it.

    Attributes:
        source: Its file.
        body: Offset in it at which its Markdown begins.
        including: Reads what it includes.
    """

    source: SourceText
    body: int
    including: Including = nothing_included
