"""Versions that end in `.0`, which some authors write for a line: `2.9.0` for every 2.9.x."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.ranges.notation.lines import line
from mkdocs_compat.ranges.notation.parsed import Notation, Part
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.ranges.version_set import VersionSet
from mkdocs_compat.versions.scheme import Scheme

_ZERO = ".0"
# So many releases make a habit, or so many lines: `4.0` beside `5.0` is common by itself.
_RELEASES, _LINES = 2, 4


def are_doubtful(notations: Iterable[Notation]) -> bool:
    """Tell whether all versions that stand by themselves in a column end in `.0`, several of them.

    They may be the first releases of lines, written for all of them. Among others, such as 2.8.1,
    they are nothing but releases.
    """
    texts = {part.versions[0].text for each in notations for part in _bare(each)}
    texts = {text for text in texts if "." in text}
    releases = sum(text.count(".") > 1 for text in texts)
    is_habit = releases >= _RELEASES or len(texts) >= _LINES
    return is_habit and all(text.endswith(_ZERO) for text in texts)


def first_doubtful(notation: Notation) -> Part | None:
    """Return the first version in a cell that ends in `.0` and stands by itself."""
    return next(_zeros(notation), None)


def with_lines(notation: Notation, scheme: Scheme) -> Notation:
    """Return a cell read with `2.9.0` as every 2.9.x; what else it says holds as before."""
    lines = [(part, _line(part.versions[0].text, scheme, 1)) for part in _zeros(notation)]
    found = {part.start: line_ for part, line_ in lines if line_ is not None}
    if notation.range is None or not found:
        return notation
    return notation._replace(
        parts=tuple(
            part._replace(range=found.get(part.start, part.range)) for part in notation.parts
        ),
        range=Range.union_of((notation.range, *found.values())),
    )


def with_doubts(notation: Notation, scheme: Scheme) -> Notation:
    """Return a cell that says nothing of what `2.9.0` and `2.0.0` may stand for besides them."""
    if notation.range is None:
        return notation
    lines = [
        found.inside
        for part in _zeros(notation)
        if (found := _line(part.versions[0].text, scheme, None)) is not None
    ]
    doubts = VersionSet.of(each for some in lines for each in some.intervals)
    return notation._replace(range=notation.range.leaving_open(doubts))


def _bare(notation: Notation) -> Iterator[Part]:
    """Yield the parts that are nothing but a version, where no part is an exception."""
    if notation.range is None or any(part.is_exception for part in notation.parts):
        return
    for part in notation.parts:
        if len(part.versions) == 1 and part.text.strip("`*_vV ") == part.versions[0].text:
            yield part


def _zeros(notation: Notation) -> Iterator[Part]:
    return (part for part in _bare(notation) if part.versions[0].text.endswith(_ZERO))


def _line(text: str, scheme: Scheme, zeros: int | None) -> Range | None:
    """Return the line of a version without so many of its last zeros, or without all of them."""
    shorter = text.removesuffix(_ZERO)
    while zeros is None and shorter.endswith(_ZERO):
        shorter = shorter.removesuffix(_ZERO)
    with suppress(VersionSyntaxError):
        return Range.of(line(scheme, shorter))
    return None
