"""The verdict for two components: all that relates them, for every piece of both versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mkdocs_compat.model.verdict import Verdict, worst
from mkdocs_compat.ranges.version_set import Interval, VersionSet
from mkdocs_compat.reasoning.answer import Asked
from mkdocs_compat.reasoning.judging import Judgement, judge, judged_verdict
from mkdocs_compat.reasoning.link import Link, cuts_along_a, cuts_along_b
from mkdocs_compat.reasoning.pieces import pieces
from mkdocs_compat.reasoning.rule_relation import RuleStatement
from mkdocs_compat.reasoning.statement import Ground, Statement


@dataclass(frozen=True, slots=True)
class Region:
    """The versions of both components for which one verdict holds; None for all asked about.

    Attributes:
        a: Versions of the first component.
        b: Versions of the second.
        verdict: The verdict.
        some: Whether it holds only for some of them.
    """

    a: VersionSet | None
    b: VersionSet | None
    verdict: Verdict
    some: bool


@dataclass(frozen=True, slots=True)
class _Point:
    """The judgements of a piece of each version, the worst first.

    Attributes:
        a: The piece of the first.
        b: The piece of the second.
        judgements: What was found.
        is_mixed: Whether versions within the pieces may have different ones.
    """

    a: Interval
    b: Interval
    judgements: tuple[Judgement, ...]
    is_mixed: bool

    @property
    def verdict(self) -> Verdict:
        return self.judgements[0].verdict


@dataclass(frozen=True, slots=True)
class PairAnswer:
    """The worst verdict, what decided, and the regions of equal verdict."""

    verdict: Verdict
    statements: tuple[Statement | RuleStatement, ...]
    regions: tuple[Region, ...]


def answer_pair(link: Link, a: Asked, b: Asked) -> PairAnswer:
    """Answer for two instances, which may be lines.

    Args:
        link: What relates their components.
        a: An instance of the link's first component.
        b: An instance of the second.
    """
    points = [
        _Point(piece_a, piece_b, *judge(link, piece_a, piece_b))
        for piece_a in pieces(a, cuts_along_a(link, b, a.hull))
        for piece_b in pieces(b, cuts_along_b(link, piece_a, b.hull))
    ]
    verdict = worst(point.verdict for point in points)
    return PairAnswer(verdict, _gathered(points, verdict), _regions(points))


def pair_verdict(link: Link, a: Asked, b: Asked) -> Verdict:
    """Return the verdict that `answer_pair` finds, without what it rests on."""
    return worst(
        verdict_along(link, piece, b) for piece in pieces(a, cuts_along_a(link, b, a.hull))
    )


def verdict_along(link: Link, piece: Interval, fixed: Asked) -> Verdict:
    """Return the worst verdict of some versions with an instance.

    Args:
        link: What relates their components.
        piece: Versions of its first component within which nothing changes.
        fixed: An instance of the second.
    """
    return worst(
        judged_verdict(link, piece, other)
        for other in pieces(fixed, cuts_along_b(link, piece, fixed.hull))
    )


def _gathered(points: Sequence[_Point], verdict: Verdict) -> tuple[Statement | RuleStatement, ...]:
    """Gather what decided at all points, one for each cell and rule, the worst points' first."""
    found: dict[int, Statement] = {}
    rules: dict[str, RuleStatement] = {}
    for point in (*(p for p in points if p.verdict is verdict), *points):
        for statement in point.judgements[0].statements:
            if isinstance(statement, RuleStatement):
                rules.setdefault(statement.rule.id, statement)
                continue
            place = id(statement.cell if statement.cell is not None else statement.table)
            earlier = found.get(place)
            found[place] = _together(earlier, statement) if earlier else statement
    covered = {id(each.table) for each in found.values() if each.row is not None}
    if not covered:
        return (*found.values(), *rules.values())
    # A table that covers none of the versions is beside the point where another one covers some.
    cells = (
        each if each.row is not None else replace(each, ground=Ground.PARTLY)
        for each in found.values()
        if id(each.table) in covered
    )
    return (*cells, *rules.values())


def _together(a: Statement, b: Statement) -> Statement:
    """Join what one cell says about two parts of the versions."""
    if {Ground.LISTED, Ground.EXCLUDED} <= {a.ground, b.ground}:
        return replace(a, ground=Ground.PARTLY)
    return b if a.ground is Ground.PRERELEASE else a


def _regions(points: Sequence[_Point]) -> tuple[Region, ...]:
    """Merge the pieces that share a verdict into as few regions as the answer has."""
    rows: dict[Interval, dict[tuple[Verdict, bool], list[Interval]]] = {}
    for point in points:
        for judgement in point.judgements:
            key = judgement.verdict, point.is_mixed
            rows.setdefault(point.a, {}).setdefault(key, []).append(point.b)
    alike: dict[tuple[tuple[Verdict, bool, VersionSet], ...], list[Interval]] = {}
    for piece, parts in rows.items():
        merged = tuple((*key, VersionSet.of(own)) for key, own in parts.items())
        alike.setdefault(merged, []).append(piece)
    return tuple(
        Region(
            VersionSet.of(own) if len(alike) > 1 else None,
            versions if len(merged) > 1 else None,
            verdict,
            is_mixed,
        )
        for merged, own in alike.items()
        for verdict, is_mixed, versions in merged
    )
