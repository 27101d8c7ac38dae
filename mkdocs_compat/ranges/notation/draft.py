"""A cell while what authors write around its versions is taken out of it, piece by piece."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mkdocs_compat.ranges.notation.markup import CleanText
from mkdocs_compat.ranges.notation.parsed import Mark, Problem, ProblemKind, Remark
from mkdocs_compat.versions.scheme import Scheme


@dataclass(frozen=True, slots=True)
class Around:
    """What is known about a cell before it is read.

    Attributes:
        names: Names of the component that the cell is about; they may stand before its versions.
        others: Names of other components; in front of a version they are a problem.
        marks: Footnote marks that the page explains, as `Mark` has them.
        links: Labels of the page's links, folded; what stands in brackets may be one.
        hyphens: Whether hyphens between versions make ranges in other cells of the column.
    """

    names: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    marks: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    hyphens: bool = False


@dataclass(slots=True)
class Draft:
    """A cell of which some is understood already.

    Attributes:
        raw: The cell.
        shown: What the page shows of it.
        source: What is left of it.
        scheme: The scheme of its versions; None where it is not known.
        around: What is known about it.
        remarks: What is said in parentheses.
        marks: Footnote marks that only the author's page makes marks.
        moving: The names that stand for no release.
        problems: What is not understood.
    """

    raw: str
    shown: CleanText
    source: CleanText
    scheme: Scheme | None
    around: Around
    remarks: list[Remark] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    moving: list[Remark] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def found(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield what matches, from the last to the first, so that each may be replaced."""
        yield from reversed(list(pattern.finditer(self.source.text)))

    def blank(self, start: int, end: int) -> None:
        """Leave space in place of some characters."""
        self.source = self.source.without(start, end)

    def write(self, start: int, end: int, text: str, *, each: bool = False) -> None:
        """Read some characters as if others stood there; with `each`, one for one."""
        self.source = self.source.with_text(start, end, text, each=each)

    def refuse(self, start: int, end: int, expected: str, readings: tuple[str, ...] = ()) -> None:
        """Report some characters as a problem."""
        first, last = self.source.starts[start], self.source.ends[end - 1]
        text = self.raw[first:last]
        kind = ProblemKind.UNKNOWN_TOKEN
        self.problems.insert(0, Problem(kind, first, last, text, expected, readings))
        self.blank(start, end)

    def remark(self, start: int, end: int) -> Remark:
        """Return what stands there as something said beside the versions."""
        first, last = self.source.starts[start], self.source.ends[end - 1]
        shown = zip(self.shown.text, self.shown.starts, strict=True)
        text = "".join(character for character, place in shown if first <= place < last)
        is_enclosed = text.startswith("(") and text.endswith(")")
        return Remark((text[1:-1] if is_enclosed else text).strip(), first, last)
