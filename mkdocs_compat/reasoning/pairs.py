"""The verdict for two components: every table that relates them, every piece of both versions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.model.table import Row
from mkdocs_compat.model.verdict import Verdict, best, worst
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.ranges.version_set import Interval, VersionSet
from mkdocs_compat.reasoning.answer import Asked
from mkdocs_compat.reasoning.statement import (
    Ground,
    Relation,
    Statement,
    TableAnswer,
    table_answer,
)
from mkdocs_compat.versions.keys import increment
from mkdocs_compat.versions.scheme import Cut, Scheme, Side

_EPOCH = re.compile(r"[0-9]+!")


@dataclass(frozen=True, slots=True)
class Region:
    """The versions of both components for which one verdict holds; None for all asked about."""

    a: VersionSet | None
    b: VersionSet | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class _Point:
    """The answer for one piece of each version; every version in a piece has the same."""

    a: Interval
    b: Interval
    verdict: Verdict
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class PairAnswer:
    """The worst verdict, the statements that decided, and the regions of equal verdict."""

    verdict: Verdict
    statements: tuple[Statement, ...]
    regions: tuple[Region, ...]


def answer_pair(relations: Sequence[Relation], a: Asked, b: Asked) -> PairAnswer:
    """Answer for two versions, which may be lines.

    Args:
        relations: The tables that relate the two components; at least one.
        a: A version of one component.
        b: A version of the other.
    """
    points = [
        _point(relations, a, piece_a, piece_b)
        for piece_a in _pieces(a, _cuts_of_a(relations, a, b))
        for piece_b in _pieces(b, _cuts_of_b(relations, a, b, piece_a[0]))
    ]
    verdict = worst(point.verdict for point in points)
    return PairAnswer(verdict, _gathered(points, verdict), _regions(points))


def _pieces(asked: Asked, cuts: Iterable[Cut]) -> Iterator[Interval]:
    """Cut the versions in question into pieces, in order.

    A line is asked about for its releases, so pieces without one are left out: those between a
    release and where the next cell begins.
    """
    start, end = asked.extent.start, asked.extent.end
    inner = sorted({cut for cut in cuts if start < cut < end})
    for lower, upper in zip([start, *inner], [*inner, end], strict=True):
        if lower == start or _has_release(lower, upper, asked.scheme):
            yield lower, upper


def _has_release(lower: Cut, upper: Cut, scheme: Scheme) -> bool:
    """Tell whether a release with no more numbers than a full version lies between two cuts."""
    mark = scheme.landmark(lower)
    if len(mark.numbers) < scheme.full:
        return True
    *leading, last = mark.numbers[: scheme.full]
    is_above = mark.side is Side.ABOVE and not mark.is_prerelease
    if is_above or len(mark.numbers) > scheme.full:
        last = increment(last)
    epoch = _EPOCH.match(mark.text)
    text = (epoch[0] if epoch else "") + ".".join([*leading, last])
    try:
        return scheme.extent(text, exact=True).start < upper
    except VersionSyntaxError:
        return True


def _cuts_of_a(relations: Sequence[Relation], a: Asked, b: Asked) -> Iterator[Cut]:
    """Yield the cuts at which the answer can change along `a`."""
    for relation in relations:
        if relation.subject == a.component:
            for row in relation.coverage.overlapping(a.extent.start, a.extent.end):
                yield from _cuts(row.subject.range)
        else:
            for row in relation.coverage.overlapping(b.extent.start, b.extent.end):
                yield from _cell_cuts(row, relation.other)


def _cuts_of_b(relations: Sequence[Relation], a: Asked, b: Asked, position: Cut) -> Iterator[Cut]:
    """Yield the cuts at which the answer can change along `b` while `a` stands at a position."""
    for relation in relations:
        if relation.subject == a.component:
            for row in relation.coverage.speaking(position):
                yield from _cell_cuts(row, relation.other)
        else:
            for row in relation.coverage.overlapping(b.extent.start, b.extent.end):
                yield from _cuts(row.subject.range)


def _cell_cuts(row: Row, component: str) -> Iterator[Cut]:
    cell = row.cell_of(component)
    if cell is not None:
        yield from _cuts(cell.range)


def _cuts(range_: Range | None) -> tuple[Cut, ...]:
    return () if range_ is None else (*range_.inside.cuts(), *range_.edge.cuts())


def _point(relations: Sequence[Relation], a: Asked, piece_a: Interval, piece_b: Interval) -> _Point:
    answers = [
        table_answer(relation, piece_a[0], piece_b[0])
        if relation.subject == a.component
        else table_answer(relation, piece_b[0], piece_a[0])
        for relation in relations
    ]
    verdict = _weigh(answers)
    return _Point(piece_a, piece_b, verdict, _deciding(answers, verdict))


def _weigh(answers: Sequence[TableAnswer]) -> Verdict:
    """Weigh what several tables say against each other."""
    listed = [answer.verdict for answer in answers if answer.lists and answer.verdict]
    if Verdict.CONFLICTING in listed:
        return Verdict.CONFLICTING
    if listed:
        contradicted = Verdict.INCOMPATIBLE in listed and len(set(listed)) > 1
        return Verdict.CONFLICTING if contradicted else best(listed)
    excluded = any(answer.verdict is Verdict.INCOMPATIBLE for answer in answers)
    return Verdict.INCOMPATIBLE if excluded else Verdict.UNSTATED


def _deciding(answers: Sequence[TableAnswer], verdict: Verdict) -> tuple[Statement, ...]:
    own = [answer for answer in answers if answer.verdict is verdict]
    if verdict is Verdict.CONFLICTING and not own:
        own = [answer for answer in answers if answer.lists]
    elif verdict is Verdict.UNSTATED and not own:
        # Of statements that say nothing, those of the rows that cover the subject come closest.
        statements = tuple(statement for answer in answers for statement in answer.statements)
        return tuple(each for each in statements if each.row is not None) or statements
    chosen = [answer for answer in own if answer.lists] or own
    return tuple(statement for answer in chosen for statement in answer.statements)


def _gathered(points: Sequence[_Point], verdict: Verdict) -> tuple[Statement, ...]:
    """Gather the statements of all points, one for each cell, those of the worst points first."""
    found: dict[int, Statement] = {}
    for point in (*(p for p in points if p.verdict is verdict), *points):
        for statement in point.statements:
            place = id(statement.cell if statement.cell is not None else statement.table)
            earlier = found.get(place)
            found[place] = _together(earlier, statement) if earlier else statement
    covered = {id(each.table) for each in found.values() if each.row is not None}
    if not covered:
        return tuple(found.values())
    # A table that covers none of the versions is beside the point where another one covers some.
    return tuple(
        each if each.row is not None else replace(each, ground=Ground.PARTLY)
        for each in found.values()
        if id(each.table) in covered
    )


def _together(a: Statement, b: Statement) -> Statement:
    """Join what one cell says about two parts of the versions."""
    if {Ground.LISTED, Ground.EXCLUDED} <= {a.ground, b.ground}:
        return replace(a, ground=Ground.PARTLY)
    return b if a.ground is Ground.PRERELEASE else a


def _regions(points: Sequence[_Point]) -> tuple[Region, ...]:
    """Merge the pieces that share a verdict into as few regions as the answer has."""
    rows: dict[Interval, dict[Verdict, list[Interval]]] = {}
    for point in points:
        rows.setdefault(point.a, {}).setdefault(point.verdict, []).append(point.b)
    alike: dict[tuple[tuple[Verdict, VersionSet], ...], list[Interval]] = {}
    for piece, parts in rows.items():
        key = tuple((verdict, VersionSet.of(pieces)) for verdict, pieces in parts.items())
        alike.setdefault(key, []).append(piece)
    return tuple(
        Region(
            VersionSet.of(pieces) if len(alike) > 1 else None,
            versions if len(key) > 1 else None,
            verdict,
        )
        for key, pieces in alike.items()
        for verdict, versions in key
    )
