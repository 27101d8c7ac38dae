"""A plan for programs: one JSON object."""

from __future__ import annotations

import json
from collections.abc import Iterable

from mkdocs_compat.model.upgrade import Downgrade, Gate, Link, MaxHop, Notice, Stop
from mkdocs_compat.planning.hop import Hop, InService, Move, Obstacle, StopPassed
from mkdocs_compat.planning.moves import Refusal
from mkdocs_compat.planning.permission import Permission, spell
from mkdocs_compat.planning.plan import Blocked, Plan
from mkdocs_compat.planning.search import Cost
from mkdocs_compat.publishing.reports import plan_words as words
from mkdocs_compat.publishing.reports.escaping import printable_json
from mkdocs_compat.publishing.reports.evidence_json import Data, part_data
from mkdocs_compat.publishing.reports.planned import Planned
from mkdocs_compat.reasoning.answer import Group, Pair
from mkdocs_compat.source import Place


def write_plan_json(planned: Planned) -> str:
    """Return a plan as JSON; whether there is one or not, it has the same keys."""
    result = planned.result
    data: Data = {
        "product": planned.product.id,
        "found": isinstance(result, Plan),
        "objective": result.objective.value,
        "start": _in_service(result.start),
        "target": _in_service(result.target),
        "hops": [_hop(number, hop, planned) for number, hop in enumerate(result.hops, start=1)],
        "stops": [],
        "cost": None,
        "questions": [
            {"id": each.id, "text": each.text, "answer": planned.answers.get(each.id)}
            for each in result.questions
        ],
        "outside": _parts(result.outside, planned),
        "nearest": None,
        "wanted": [],
        "farthest": None,
        "obstacles": [],
        "permissions": [],
        "visited": result.visited,
    }
    if isinstance(result, Plan):
        data |= {"stops": [_passed(each) for each in result.stops], "cost": _cost(result.cost)}
        data["nearest"] = _in_service(result.nearest) if result.nearest is not None else None
    else:
        data |= _blocked(result, planned)
    return printable_json(json.dumps(data, indent=2, ensure_ascii=False))


def _blocked(blocked: Blocked, planned: Planned) -> Data:
    return {
        "wanted": _parts(blocked.wanted, planned),
        "farthest": _in_service(blocked.farthest),
        "obstacles": [_obstacle(each, planned) for each in blocked.obstacles],
        "permissions": [_permission(each, planned) for each in blocked.permissions],
    }


def _in_service(state: InService) -> Data:
    return {id_: list(texts) for id_, texts in state.items()}


def _parts(parts: Iterable[Pair | Group], planned: Planned) -> list[Data]:
    return [part_data(part, planned.product) for part in parts]


def _hop(number: int, hop: Hop, planned: Planned) -> Data:
    """Return a hop; what belongs to a component that moves stands under its id."""
    return {
        "number": number,
        "components": [move.component for move in hop.moves],
        "from": {move.component: list(move.was) for move in hop.moves},
        "to": {move.component: move.now for move in hop.moves},
        "naming": {move.component: move.naming.value for move in hop.moves},
        "mode": hop.mode.value,
        "optional": hop.is_optional,
        "class": {move.component: _class(move) for move in hop.moves},
        "before": _in_service(hop.before),
        "state": _in_service(hop.after if hop.beside is None else hop.beside),
        "after": _in_service(hop.after),
        "because": _parts(hop.because, planned),
        "otherwise": [_obstacle(each, planned) for each in hop.otherwise],
        "guide": {move.component: _link(move.guide) for move in hop.moves},
        "rollback": {move.component: move.rollback for move in hop.moves},
        "no_return": {
            move.component: [_said(each) for each in move.no_return] for move in hop.moves
        },
        "breaking": [_notice(each) for move in hop.moves for each in move.breaking],
        "tasks": [_notice(each) for move in hop.moves for each in move.tasks],
        "waits": [_said(each) for move in hop.moves for each in move.waits],
    }


def _class(move: Move) -> Data:
    change = move.change
    return {
        "level": move.level.value,
        "name": change.name if change else None,
        "risk": change.risk if change and move.is_up else None,
        "undone": not move.is_up,
    }


def _passed(passed: StopPassed) -> Data:
    return {"hop": passed.hop + 1, "version": passed.version, **_said(passed.stop)}


def _cost(cost: Cost) -> Data:
    return {
        "largest_lockstep": cost.largest,
        "locksteps": cost.locksteps,
        "downtime": cost.downtime,
        "hops": cost.hops,
        "jumps": cost.jumps,
    }


def _notice(notice: Notice) -> Data:
    return {
        "component": notice.component,
        "at": notice.at.text,
        "for": notice.audience.value if notice.audience else None,
        "text": notice.text,
        "link": _link(notice.link),
        **_place(notice.place),
    }


def _obstacle(obstacle: Obstacle, planned: Planned) -> Data:
    return {
        "component": obstacle.component,
        "from": list(obstacle.was),
        "to": obstacle.now,
        "refusals": [_refusal(each) for each in obstacle.refusals],
        "because": _parts(obstacle.because, planned),
    }


def _refusal(refusal: Refusal) -> Data:
    said = _said(refusal.said) if refusal.said is not None else None
    return {"kind": refusal.kind.value, "sentence": words.refusal(refusal), "said": said}


def _permission(permission: Permission, planned: Planned) -> Data:
    return {
        "kind": permission.kind.value,
        "component": permission.component,
        "stop": _said(permission.stop) if permission.stop is not None else None,
        "to": permission.now,
        "allow": spell(permission),
        "sentence": words.permission(permission, planned),
    }


def _said(said: Stop | MaxHop | Downgrade | Gate) -> Data:
    """Return what an author says about upgrading, with its place."""
    match said:
        case Stop():
            own: Data = {
                "at": said.at.text,
                "before": said.before.text if said.before else None,
                "question": said.question,
                "reason": said.reason,
                "guide": _link(said.guide),
            }
        case MaxHop():
            own = {"most": f"{said.distance.count} {said.distance.level.value}"}
        case Downgrade():
            own = {"most": said.most if isinstance(said.most, bool) else said.most.value}
        case Gate():
            own = {"at": said.at.text, "note": said.note}
    return {"component": said.component, **own, **_place(said.place)}


def _link(link: Link | None) -> Data | None:
    return None if link is None else {"text": link.text, "url": link.url}


def _place(place: Place) -> Data:
    return {"path": place.path, "line": place.line, "column": place.column}
