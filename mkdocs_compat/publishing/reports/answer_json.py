"""An answer for programs: one JSON object."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from mkdocs_compat.publishing.reports.answered import Answered
from mkdocs_compat.publishing.reports.evidence_json import (
    Data,
    member_data,
    part_data,
    reason_data,
    split_data,
)
from mkdocs_compat.reasoning.answer import (
    Fix,
    Group,
    Lost,
    Move,
    Newer,
    Open,
    Pair,
    Problem,
    Standing,
)


def write_answer_json(answered: Answered) -> str:
    """Return an answer as JSON.

    `split` and `reasons` at the top hold those of all pairs and groups, each once.
    """
    answer = answered.answer
    data = {
        "product": answered.product.id,
        "verdict": answer.verdict.value if answer.verdict else None,
        "pairs": [_pair(pair, answered) for pair in answer.pairs],
        "groups": [_group(group, answered) for group in answer.groups],
        "split": [
            {"components": [pair.a.component, pair.b.component], **split_data(each)}
            for pair in answer.pairs
            for each in pair.split
        ],
        "reasons": _each_once(
            reason_data(statement, part, answered.product)
            for part in answer.parts
            for statement in part.statements
        ),
        "clash": [member_data(asked, answered.product) for asked in answer.clash],
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


def _pair(pair: Pair, answered: Answered) -> Data:
    data = part_data(pair, answered.product)
    a, b = (member_data(each, answered.product) for each in pair.members)
    return {"a": a, "b": b, **{key: data[key] for key in ("verdict", "split", "reasons")}}


def _group(group: Group, answered: Answered) -> Data:
    data = part_data(group, answered.product)
    return {key: data[key] for key in ("members", "verdict", "reasons")}


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
    return {**member_data(newer.asked, answered.product), "newest": newer.newest}


def _problem(problem: Problem) -> Data:
    return {"component": problem.component, "text": problem.text, "message": problem.message}
