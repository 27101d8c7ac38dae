"""An answer for programs: one JSON object."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from mkdocs_compat.publishing.reports.answered import Answered, cell_of, place_of
from mkdocs_compat.reasoning.answer import (
    Asked,
    Fix,
    Group,
    Lost,
    Move,
    Newer,
    Open,
    Pair,
    Problem,
    Split,
    Standing,
)
from mkdocs_compat.reasoning.rule_relation import RuleStatement
from mkdocs_compat.reasoning.sentence import other_notes
from mkdocs_compat.reasoning.statement import Statement

Data: TypeAlias = dict[str, object]


def write_answer_json(answered: Answered) -> str:
    """Return an answer as JSON.

    `split` and `reasons` at the top hold those of all pairs and groups, each once.
    """
    answer = answered.answer
    parts = [_part(part, answered) for part in answered.parts()]
    count = len(answer.pairs)
    data = {
        "product": answered.product.id,
        "verdict": answer.verdict.value if answer.verdict else None,
        "pairs": parts[:count],
        "groups": parts[count:],
        "split": [
            {"components": [pair.a.component, pair.b.component], **_split(each)}
            for pair in answer.pairs
            for each in pair.split
        ],
        "reasons": _each_once(
            _reason(statement, part, answered)
            for part in answered.parts()
            for statement in part.statements
        ),
        "clash": [_member(asked, answered) for asked in answer.clash],
        "fixes": [_fix(fix, answered) for fix in answered.fixes],
        "standings": [_standing(each, answered) for each in answered.standings],
        "open": {id_: found and _open(found) for id_, found in answered.opens.items()},
        "newer": [_newer(each, answered) for each in answer.newer],
        "problems": [_problem(problem) for problem in answer.problems],
    }
    return _written(data)


def write_lost_json(component: str, text: str, lost: Iterable[Lost]) -> str:
    """Return as JSON what no longer works with anything once some versions are gone."""
    return _written(
        {
            "dropped": {"component": component, "versions": text},
            "lost": [{"component": each.component, "versions": each.text} for each in lost],
        }
    )


def _written(data: Mapping[str, object]) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False)


def _each_once(items: Iterable[Data]) -> list[Data]:
    """Return the items without repetitions; pairs share their reasons."""
    return list({json.dumps(item): item for item in items}.values())


def _part(part: Pair | Group, answered: Answered) -> Data:
    reasons = [_reason(each, part, answered) for each in part.statements]
    if isinstance(part, Pair):
        return {
            "a": _member(part.a, answered),
            "b": _member(part.b, answered),
            "verdict": part.verdict.value,
            "split": [_split(each) for each in part.split],
            "reasons": reasons,
        }
    return {
        "members": [_member(asked, answered) for asked in part.members],
        "verdict": part.verdict.value,
        "reasons": reasons,
    }


def _reason(statement: Statement | RuleStatement, part: Pair | Group, answered: Answered) -> Data:
    """Return a statement in the form that the browser's engine gives it too."""
    verdict = statement.verdict
    place = place_of(statement)
    said = {
        "verdict": verdict.value if verdict else None,
        "sentence": answered.sentence(statement, part),
        "notes": list(other_notes(statement)),
    }
    if isinstance(statement, RuleStatement):
        rule = statement.rule
        return {
            "ground": statement.finding.value,
            **said,
            "title": rule.title,
            "url": f"{rule.url}#{rule.anchor}",
            "anchor": rule.anchor,
            "path": place.path,
            "line": place.line,
            "column": place.column,
            "rule": rule.id,
            "cell": None,
        }
    table, cell = statement.table, cell_of(statement)
    return {
        "ground": statement.ground.value,
        **said,
        "title": table.title,
        "url": f"{table.url}#{cell.anchor if cell else table.anchor}",
        "anchor": cell.anchor if cell else None,
        "path": place.path if cell else table.page,
        "line": place.line if cell else None,
        "column": place.column if cell else None,
        "rule": None,
        "cell": cell.text if cell else None,
    }


def _member(asked: Asked, answered: Answered) -> Data:
    return {
        "component": asked.component,
        "name": answered.name(asked.component),
        "version": asked.text,
        "instance": asked.instance,
    }


def _split(split: Split) -> Data:
    return {"a": split.a, "b": split.b, "verdict": split.verdict.value, "some": split.some}


def _fix(fix: Fix, answered: Answered) -> Data:
    return {"moves": [_move(each, answered) for each in fix.moves], "verdict": fix.verdict.value}


def _move(move: Move, answered: Answered) -> Data:
    return {
        "component": move.component,
        "name": answered.name(move.component),
        "instance": move.instance,
        "was": move.was,
        "now": move.now,
    }


def _standing(standing: Standing, answered: Answered) -> Data:
    return {
        "component": standing.component,
        "name": answered.name(standing.component),
        "kind": standing.kind,
        "moves": [_move(each, answered) for each in standing.moves],
    }


def _open(found: Open) -> Data:
    return {
        "parts": [{"verdict": verdict.value, "versions": text} for verdict, text in found.parts],
        "oldest": found.oldest,
        "newest": found.newest,
    }


def _newer(newer: Newer, answered: Answered) -> Data:
    return {**_member(newer.asked, answered), "newest": newer.newest}


def _problem(problem: Problem) -> Data:
    return {"component": problem.component, "text": problem.text, "message": problem.message}
