"""The author's own lines with spans marked in them, as the reports of findings show them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_compat.publishing.reports.escaping import printable
from mkdocs_compat.publishing.reports.paint import Paint, Part
from mkdocs_compat.source import Place, SourceText

# Lines are cut to this many characters around what is marked first.
_WIDEST_LINE = 160

_INDENT = "    "


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to mark.

    Attributes:
        place: The span.
        sign: The character that underlines it.
        label: What to say beside the underline.
        part: What it is coloured as.
    """

    place: Place
    sign: str
    label: str
    part: Part


def is_quotable(place: Place, sources: Mapping[str, SourceText]) -> bool:
    """Tell whether there is a line of a file to quote."""
    source = sources.get(place.path)
    return source is not None and not place.part and bool(source.line(place.line).strip())


def quote(source: SourceText, marks: Sequence[Mark], paint: Paint) -> Iterator[str]:
    """Yield the lines of one file that hold the marks, in their order, each with its underlines.

    A line of dots stands where lines are left out between two of them.
    """
    by_line: dict[int, list[Mark]] = {}
    for mark in marks:
        by_line.setdefault(mark.place.line, []).append(mark)
    size = len(str(max(by_line)))
    above = None
    for number in sorted(by_line):
        if above is not None and number > above + 1:
            yield _INDENT + paint("...", Part.MARGIN)
        above = number
        yield from _quoted_line(source.line(number), f"{number:>{size}}", by_line[number], paint)


def _quoted_line(text: str, number: str, marks: Sequence[Mark], paint: Paint) -> Iterator[str]:
    """Yield a line with its underlines; once more where a mark is far from those before it."""
    start = _window(text, marks[0])
    rest = marks[1:]
    seen = [marks[0], *(mark for mark in rest if _is_within(mark, start, len(text)))]
    shown = _shown(text, start)
    yield f"{_INDENT}{paint(f'{number} |', Part.MARGIN)} {shown}"
    margin = paint(f"{' ' * len(number)} |", Part.MARGIN)
    for mark in seen:
        first, last = _span(mark.place, len(text))
        before = _width(shown[: max(0, first - start)])
        width = max(1, _width(shown[first - start : max(first, last) - start]))
        label = f" {printable(mark.label)}" if mark.label else ""
        yield f"{_INDENT}{margin} {' ' * before}{paint(mark.sign * width + label, mark.part)}"
    unseen = [mark for mark in rest if mark not in seen]
    if unseen:
        yield from _quoted_line(text, number, unseen, paint)


def _window(text: str, mark: Mark) -> int:
    """Return where the part of a long line begins that is shown."""
    first, _ = _span(mark.place, len(text))
    return max(0, min(first - _WIDEST_LINE // 4, len(text) - _WIDEST_LINE))


def _is_within(mark: Mark, start: int, length: int) -> bool:
    first, _ = _span(mark.place, length)
    # What stands behind the last character of a line is there too: it may be a blank cell.
    return start <= first <= start + _WIDEST_LINE


def _shown(text: str, start: int) -> str:
    """Return the part of a line that is shown, with dots where it is cut."""
    shown = printable(text[start : start + _WIDEST_LINE])
    if start:
        shown = f"…{shown[1:]}"
    if start + _WIDEST_LINE < len(text):
        shown = f"{shown[:-1]}…"
    return shown


def _span(place: Place, length: int) -> tuple[int, int]:
    """Return the first character of a span on its first line, and the one after its last."""
    return place.column - 1, place.end_column - 1 if place.end_line == place.line else length


def _width(text: str) -> int:
    """Return how many columns a terminal gives a text."""
    return sum(_character_width(character) for character in text)


def _character_width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
