"""What tables and rules say together of versions of two components.

The versions are intervals within which no range begins or ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from mkdocs_compat.model.verdict import Verdict, best, worst
from mkdocs_compat.ranges.version_set import Interval
from mkdocs_compat.reasoning.lines import Line
from mkdocs_compat.reasoning.link import BoundRule, Link
from mkdocs_compat.reasoning.rule_relation import RuleStatement
from mkdocs_compat.reasoning.statement import Statement, TableAnswer, table_answer


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict and what it rests on."""

    verdict: Verdict
    statements: tuple[Statement | RuleStatement, ...]


# On what a verdict rests.
_TABLES, _RULES = "tables", "rules"

# A rule and what it may say of two intervals.
_Said: TypeAlias = tuple[BoundRule, tuple[RuleStatement | None, ...]]


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What tables and rules are worth together.

    Attributes:
        verdict: The verdict.
        tables: That of the tables.
        rules: That of the rules; None where none says anything.
        grounds: On which of the two it rests.
    """

    verdict: Verdict
    tables: Verdict
    rules: Verdict | None
    grounds: tuple[str, ...]


def judge(link: Link, a: Interval, b: Interval) -> tuple[tuple[Judgement, ...], bool]:
    """Judge the versions within two intervals, the worst judgement first.

    Also return whether rules may say different things of some of them.
    """
    answers = _answers(link, a, b)
    said = _said(link, a, b)
    if _is_plain(said):
        return (_judgement(answers, [item for _, items in said for item in items]),), False
    found = [
        _judgement(answers, [item])
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
            for item in rule.relation.statements_of(*rule.sides(line_a, line_b))
        ]
        found.append(_judgement(answers, items))
    by_verdict: dict[Verdict, Judgement] = {}
    for each in found:
        by_verdict.setdefault(each.verdict, each)
    return tuple(sorted(by_verdict.values(), key=lambda each: -each.verdict.rank)), True


def judged_verdict(link: Link, a: Interval, b: Interval) -> Verdict:
    """Return the worst verdict that `judge` finds, without what it rests on."""
    said = _said(link, a, b)
    if not _is_plain(said):
        return judge(link, a, b)[0][0].verdict
    return _weigh(_answers(link, a, b), [item for _, items in said for item in items]).verdict


def _answers(link: Link, a: Interval, b: Interval) -> list[TableAnswer]:
    return [
        table_answer(table, a[0], b[0])
        if table.subject == link.a
        else table_answer(table, b[0], a[0])
        for table in link.tables
    ]


def _said(link: Link, a: Interval, b: Interval) -> list[_Said]:
    return [(rule, rule.relation.statements(*rule.sides(a, b))) for rule in link.rules]


def _is_plain(said: Sequence[_Said]) -> bool:
    """Tell whether every rule says the same of all versions."""
    return all(len(items) <= 1 for _, items in said)


def _witnesses(said: Sequence[_Said], a: Interval, b: Interval) -> Iterator[tuple[Line, Line]]:
    """Yield pairs of lines within two intervals, at which rules may say different things."""
    for rule, _ in said:
        for component, other in rule.relation.witnesses(*rule.sides(a, b)):
            yield rule.sides(component, other)


def _judgement(answers: Sequence[TableAnswer], items: Sequence[RuleStatement | None]) -> Judgement:
    """Return the verdict of tables and rules, and what it rests on."""
    weighed = _weigh(answers, items)
    statements: list[Statement | RuleStatement] = []
    for ground in weighed.grounds:
        if ground is _TABLES:
            statements += _deciding(answers, weighed.tables)
        else:
            statements += (each for each in items if each and _verdict(each) is weighed.rules)
    return Judgement(weighed.verdict, tuple(statements))


def _weigh(answers: Sequence[TableAnswer], items: Sequence[RuleStatement | None]) -> _Weighed:
    """Weigh what tables and rules say against each other (design, section 4)."""
    tables = _weigh_tables(answers)
    rules = _weigh_rules(items)
    if rules is None or tables is Verdict.CONFLICTING:
        return _Weighed(tables, tables, rules, (_TABLES,))
    is_forbidden = rules is Verdict.INCOMPATIBLE
    if not any(each.lists and each.verdict is not Verdict.UNSTATED for each in answers):
        # What a table only excludes by being closed gives way to a rule's own word.
        if rules is Verdict.UNSTATED and tables is Verdict.INCOMPATIBLE:
            return _Weighed(tables, tables, rules, (_TABLES,))
        both = is_forbidden and tables is rules
        return _Weighed(rules, tables, rules, (_RULES, _TABLES) if both else (_RULES,))
    if rules is Verdict.UNSTATED:
        return _Weighed(tables, tables, rules, (_TABLES,))
    if is_forbidden == (tables is Verdict.INCOMPATIBLE):
        grounds = (_TABLES, _RULES) if is_forbidden else (_TABLES,)
        return _Weighed(tables, tables, rules, grounds)
    return _Weighed(Verdict.CONFLICTING, tables, rules, (_TABLES, _RULES))


def _weigh_rules(items: Sequence[RuleStatement | None]) -> Verdict | None:
    """Return what rules say together, each of them having to hold; None where all are silent."""
    verdicts = [_verdict(item) for item in items if item is not None]
    return worst(verdicts) if verdicts else None


def _verdict(said: RuleStatement) -> Verdict:
    return said.verdict or Verdict.UNSTATED


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
