"""Applies edits to a text. What is not edited stays as it is, character by character."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mkdocs_compat.diagnostics import Edit
from mkdocs_compat.fixing.columns import Spread, spaced, width
from mkdocs_compat.reading.pipe_tables import SourceTable, pipe_tables
from mkdocs_compat.source import SourceText

_SPACE = " "


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What to write between two offsets of a text."""

    start: int
    end: int
    text: str


def apply(source: SourceText, edits: Iterable[Edit]) -> str:
    """Return a text with some edits made.

    Where a cell of a pipe table is edited whose pipes stand below each other, the space around it
    is made wider or narrower, so that they still do, as far as the column's width allows.

    Args:
        source: The text.
        edits: What to change; no two of them overlap.

    Raises:
        ValueError: The text does not hold what is to be edited.
    """
    tables = _Tables(source)
    stretches = [tables.stretch(edit) for edit in dict.fromkeys(edits)]
    pieces: list[str] = []
    last = 0
    for each in sorted(stretches, key=lambda stretch: stretch.start):
        if each.start < last:
            raise ValueError("two edits overlap")
        pieces += [source.text[last : each.start], each.text]
        last = each.end
    return "".join([*pieces, source.text[last:]])


class _Tables:
    """The pipe tables of a text, for the space around their cells."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._cells: dict[int, tuple[SourceTable, int]] = {}
        self._pipe_columns: dict[tuple[int, int], Counter[int]] = {}
        for table in pipe_tables(source):
            for row in (table.header, *table.rows):
                for column, cell in enumerate(row):
                    self._cells.setdefault(cell.offset, (table, column))

    def stretch(self, edit: Edit) -> _Stretch:
        """Return the stretch that an edit changes, the space around a cell of a table included."""
        text, place = self._source.text, edit.place
        start = self._source.line_starts[place.line - 1] + place.column - 1
        end = start + len(edit.old)
        if place.part or text[start:end] != edit.old:
            raise ValueError(f"{place} does not hold {edit.old!r}")
        table, column = self._cells.get(start, (None, 0))
        if table is None or not self._keeps_its_width(table, column, start, end):
            return _Stretch(start, end, edit.new)
        before, behind = self._space_before(start), self._space_behind(end)
        spread = Spread(start - before, behind - end, self._alignment(table, column))
        left, right = spaced(edit.old, edit.new, spread)
        return _Stretch(before, behind, _SPACE * left + edit.new + _SPACE * right)

    def _keeps_its_width(self, table: SourceTable, column: int, start: int, end: int) -> bool:
        """Tell whether the pipe behind a cell stands below or above that of another row."""
        own = self._pipe_behind(end)
        if own is None or "\t" in self._source.text[self._space_before(start) : own]:
            return False
        return self._pipes(table, column)[self._column_of(own)] > 1

    def _pipes(self, table: SourceTable, column: int) -> Counter[int]:
        """Count the pipes behind the cells of a column by where in their lines they stand."""
        key = table.offset, column
        if key not in self._pipe_columns:
            ends = (
                self._pipe_behind(row[column].offset + len(row[column].text))
                for row in (table.header, *table.rows)
                if column < len(row)
            )
            found = Counter(self._column_of(end) for end in ends if end is not None)
            self._pipe_columns[key] = found
        return self._pipe_columns[key]

    def _pipe_behind(self, end: int) -> int | None:
        """Return the offset of the pipe that closes a cell; None where the line ends first."""
        at = self._space_behind(end)
        return at if self._source.text[at : at + 1] == "|" else None

    def _column_of(self, offset: int) -> int:
        line = self._source.position(offset)[0]
        return width(self._source.text[self._source.line_starts[line - 1] : offset])

    def _space_before(self, offset: int) -> int:
        while offset and self._source.text[offset - 1] == _SPACE:
            offset -= 1
        return offset

    def _space_behind(self, offset: int) -> int:
        while self._source.text[offset : offset + 1] == _SPACE:
            offset += 1
        return offset

    def _alignment(self, table: SourceTable, column: int) -> str:
        """Return what the colons in the line of dashes say of a column."""
        line = self._source.position(table.header[0].offset)[0] + 1
        dashes = _dashes(self._source.line(line))
        mark = dashes[column] if column < len(dashes) else ""
        if mark.endswith(":"):
            return "c" if mark.startswith(":") else "r"
        return ""


def _dashes(line: str) -> Sequence[str]:
    text = line.lstrip(" \t>").strip()
    return [part.strip() for part in text.removeprefix("|").removesuffix("|").split("|")]
