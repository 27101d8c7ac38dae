"""Checks a plan hop by hop by asking about every state, and names what forbids a bad one."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_compat.planning.hop import Hop, InService, Mode
from mkdocs_compat.planning.plan import Plan
from mkdocs_compat.reasoning.answer import Group, Pair
from mkdocs_compat.reasoning.compatibility import Compatibility
from mkdocs_compat.reasoning.rule_relation import RuleStatement

_GOOD = (None, "compatible", "partial")


def check_plan(compatibility: Compatibility, plan: Plan, hops: Sequence[Hop]) -> str | None:
    """Return why hops do not lead from a plan's start to its target; None where they do."""
    state = {id_: tuple(texts) for id_, texts in plan.start.items()}
    is_repaired = bool(hops) and hops[0].mode is Mode.REPAIR
    if not is_repaired and (bad := _why(compatibility, state)):
        return f"start{bad}"
    for hop in hops:
        after = dict(state)
        for move in hop.moves:
            fleet = state[move.component]
            missing = [text for text in move.was if text not in fleet]
            if missing:
                return f"{move.component} is not at {missing[0]}" + _why(
                    compatibility, _moved(hop, state)
                )
            rest = (text for text in fleet if text not in move.was)
            after[move.component] = tuple(dict.fromkeys((move.now, *rest)))
        if hop.mode is Mode.ROLLING:
            (move,) = hop.moves
            fleet = (*state[move.component], move.now)
            beside = {**state, move.component: tuple(dict.fromkeys(fleet))}
            if bad := _why(compatibility, beside):
                return f"side by side{bad}"
        if bad := _why(compatibility, after):
            return f"after{bad}"
        state = after
    reached = {id_: set(texts) for id_, texts in state.items()}
    wanted = {id_: set(texts) for id_, texts in plan.target.items()}
    return None if reached == wanted else "the target is not reached"


def check_without(compatibility: Compatibility, plan: Plan, number: int) -> str | None:
    """Return what forbids a plan without one of its hops.

    Later hops go where they would have gone, from wherever their components are then.
    """
    state = {id_: tuple(texts) for id_, texts in plan.start.items()}
    for at, hop in enumerate(plan.hops):
        if at == number:
            continue
        state = _moved(hop, state)
        if bad := _why(compatibility, state):
            return f"hop {at}{bad}"
    reached = {id_: set(texts) for id_, texts in state.items()}
    wanted = {id_: set(texts) for id_, texts in plan.target.items()}
    return None if reached == wanted else "the target is not reached"


def _moved(hop: Hop, state: InService) -> dict[str, tuple[str, ...]]:
    after = dict(state)
    for move in hop.moves:
        after[move.component] = (move.now,)
    return after


def _why(compatibility: Compatibility, state: InService) -> str:
    """Return the verdict of a state that is not allowed, with what forbids it."""
    answer = compatibility.ask(state)
    if answer.verdict is None or answer.verdict.value in _GOOD:
        return ""
    named = []
    answers: tuple[Pair | Group, ...] = (*answer.pairs, *answer.groups)
    for each in answers:
        if each.verdict.value not in _GOOD:
            for said in each.statements:
                if isinstance(said, RuleStatement):
                    named.append(f"rule {said.rule.name or said.rule.id}")
                else:
                    named.append(f"cell {said.cell.text}" if said.cell else said.table.title)
    return f": {answer.verdict.value} by {', '.join(dict.fromkeys(named))}"
