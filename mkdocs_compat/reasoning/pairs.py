"""The verdict for two components: all that relates them, for every piece of both versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mkdocs_compat.model.table import Row
from mkdocs_compat.model.verdict import Verdict, best, worst
from mkdocs_compat.ranges.version_set import Interval, VersionSet
from mkdocs_compat.reasoning.answer import Asked
from mkdocs_compat.reasoning.lines import Line
from mkdocs_compat.reasoning.pieces import cuts_of, pieces
from mkdocs_compat.reasoning.rule_relation import RuleRelation, RuleStatement
from mkdocs_compat.reasoning.statement import (
    Ground,
    Relation,
    Statement,
    TableAnswer,
    table_answer,
)
from mkdocs_compat.versions.scheme import Cut


@dataclass(frozen=True, slots=True)
class BoundRule:
    """A rule and which of two components it binds.

    Attributes:
        relation: The rule.
        binds_a: Whether it binds the first; otherwise the second.
    """

    relation: RuleRelation
    binds_a: bool

    def sides(self, a: Interval, b: Interval) -> tuple[Interval, Interval]:
        """Return the versions of the component bound, and those of the other."""
        return (a, b) if self.binds_a else (b, a)


@dataclass(frozen=True, slots=True)
class Link:
    """All that relates two components.

    Attributes:
        a: Id of the first.
        b: Id of the second; the same in a fleet.
        tables: The tables, either way round.
        rules: The rules, in a fleet each both ways round.
    """

    a: str
    b: str
    tables: tuple[Relation, ...] = ()
    rules: tuple[BoundRule, ...] = ()

    def from_(self, component: str) -> Link:
        """Return the link with a component of the two as the first."""
        if component == self.a:
            return self
        turned = tuple(BoundRule(each.relation, not each.binds_a) for each in self.rules)
        return Link(self.b, self.a, self.tables, turned)


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
class Judgement:
    """A verdict and what it rests on."""

    verdict: Verdict
    statements: tuple[Statement | RuleStatement, ...]


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
        _Point(piece_a, piece_b, *_judge(link, piece_a, piece_b))
        for piece_a in pieces(a, cuts_along_a(link, b, a.hull))
        for piece_b in pieces(b, _cuts_along_b(link, piece_a, b.hull))
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
        _judge(link, piece, other)[0][0].verdict
        for other in pieces(fixed, _cuts_along_b(link, piece, fixed.hull))
    )


def cuts_along_a(link: Link, b: Asked, hull: Interval) -> Iterator[Cut]:
    """Yield the cuts at which the answer can change along the first component.

    Args:
        link: What relates the components.
        b: The instance of the second.
        hull: The stretch of the first's order that is of interest.
    """
    for table in link.tables:
        if table.subject == link.a:
            for row in table.coverage.overlapping(*hull):
                yield from cuts_of(row.subject.range)
        else:
            for interval in b.versions.intervals:
                for row in table.coverage.overlapping(*interval):
                    yield from cell_cuts(row, table.other)
    yield from rule_cuts(link, b)


def rule_cuts(link: Link, b: Asked) -> Iterator[Cut]:
    """Yield the cuts at which the word of a rule can change along the first component."""
    for rule in link.rules:
        for interval in b.versions.intervals:
            yield from rule.relation.cuts(interval, along_component=rule.binds_a)


def cell_cuts(row: Row, component: str) -> tuple[Cut, ...]:
    """Return the cuts of a row's cell for a component."""
    cell = row.cell_of(component)
    return () if cell is None else cuts_of(cell.range)


def _cuts_along_b(link: Link, piece: Interval, hull: Interval) -> Iterator[Cut]:
    """Yield the cuts at which the answer can change along the second, the first at a piece."""
    for table in link.tables:
        if table.subject == link.a:
            for row in table.coverage.speaking(piece[0]):
                yield from cell_cuts(row, table.other)
        else:
            for row in table.coverage.overlapping(*hull):
                yield from cuts_of(row.subject.range)
    for rule in link.rules:
        yield from rule.relation.cuts(piece, along_component=not rule.binds_a)


def _judge(link: Link, a: Interval, b: Interval) -> tuple[tuple[Judgement, ...], bool]:
    """Judge the versions within two intervals, the worst judgement first.

    Also return whether rules may say different things of some of them.
    """
    answers = [
        table_answer(table, a[0], b[0])
        if table.subject == link.a
        else table_answer(table, b[0], a[0])
        for table in link.tables
    ]
    said = [(rule, rule.relation.statements(*rule.sides(a, b))) for rule in link.rules]
    if all(len(items) <= 1 for _, items in said):
        return (_weigh(answers, [item for _, items in said for item in items]),), False
    found = [
        _weigh(answers, [item])
        for _, items in said
        for item in items
        if item is not None and item.verdict in (None, Verdict.INCOMPATIBLE)
    ]
    # The worst is certain, for a single rule brings it about. Others are as far as they are shown.
    found = sorted(found, key=lambda each: -each.verdict.rank)[:1]
    for line_a, line_b in _witnesses(said, a, b):
        items = [
            item
            for rule, applies in said
            if applies
            for item in rule.relation.statements_of(
                *((line_a, line_b) if rule.binds_a else (line_b, line_a))
            )
        ]
        found.append(_weigh(answers, items))
    by_verdict: dict[Verdict, Judgement] = {}
    for each in found:
        by_verdict.setdefault(each.verdict, each)
    return tuple(sorted(by_verdict.values(), key=lambda each: -each.verdict.rank)), True


def _witnesses(
    said: Sequence[tuple[BoundRule, tuple[RuleStatement | None, ...]]], a: Interval, b: Interval
) -> Iterator[tuple[Line, Line]]:
    """Yield pairs of lines within two intervals, at which rules may say different things."""
    for rule, _ in said:
        for component, other in rule.relation.witnesses(*rule.sides(a, b)):
            yield (component, other) if rule.binds_a else (other, component)


def _weigh(answers: Sequence[TableAnswer], items: Sequence[RuleStatement | None]) -> Judgement:
    """Weigh what tables and rules say against each other (design, section 4)."""
    verdict = _weigh_tables(answers)
    rules = [item for item in items if item is not None]
    lists = any(each.lists and each.verdict is not Verdict.UNSTATED for each in answers)
    said, deciding = _weigh_rules(rules)
    tables = _deciding(answers, verdict)
    if not rules or verdict is Verdict.CONFLICTING:
        return Judgement(verdict, tables)
    if not lists:
        # What a table only excludes by being closed gives way to a rule's own word.
        if said is Verdict.UNSTATED and verdict is Verdict.INCOMPATIBLE:
            return Judgement(verdict, tables)
        both = said is Verdict.INCOMPATIBLE and verdict is said
        return Judgement(said, (*deciding, *tables) if both else deciding)
    if said is Verdict.UNSTATED:
        return Judgement(verdict, tables)
    if (said is Verdict.INCOMPATIBLE) == (verdict is Verdict.INCOMPATIBLE):
        both = said is Verdict.INCOMPATIBLE
        return Judgement(verdict, (*tables, *deciding) if both else tables)
    return Judgement(Verdict.CONFLICTING, (*tables, *deciding))


def _weigh_rules(rules: Sequence[RuleStatement]) -> tuple[Verdict, tuple[RuleStatement, ...]]:
    """Return what rules say together, each of them having to hold, and those that decide."""
    verdicts = [each.verdict for each in rules]
    if Verdict.INCOMPATIBLE in verdicts:
        verdict: Verdict | None = Verdict.INCOMPATIBLE
    elif None in verdicts:
        verdict = None
    else:
        verdict = worst(each for each in verdicts if each) if verdicts else None
    return verdict or Verdict.UNSTATED, tuple(each for each in rules if each.verdict is verdict)


def _weigh_tables(answers: Sequence[TableAnswer]) -> Verdict:
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
