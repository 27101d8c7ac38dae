"""Ways back from a start that is not allowed: what they weigh, and those that lead onwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mkdocs_compat.planning.explain import Explainer
from mkdocs_compat.planning.moves import Moves
from mkdocs_compat.planning.node import Node, make_node
from mkdocs_compat.planning.request import Objective, Request
from mkdocs_compat.planning.search import Cost
from mkdocs_compat.reasoning.answer import Asked
from mkdocs_compat.reasoning.asking import read_asked


def straight(request: Request, explainer: Explainer) -> Iterator[Request]:
    """Yield the request from where one component has gone as far towards its target as it may.

    Args:
        request: What is wanted, from a start that is not allowed.
        explainer: Explains its ways.
    """
    states = explainer.problem.states
    start = states.start
    for i, moves in enumerate(explainer.problem.moves):
        far = reversed(tuple(moves.successors(0)))
        to = next((to for to in far if states.is_allowed((*start[:i], to, *start[i + 1 :]))), None)
        if to is not None:
            yield _moved(request, moves, to)


def _moved(request: Request, moves: Moves, to: int) -> Request:
    """Return the request with all instances of a component there that are not yet so far."""
    track = moves.track
    component = track.component
    places = {node.hull: place for place, node in reversed(tuple(enumerate(track.nodes)))}
    instances: list[Asked] = []
    for number, asked in enumerate(request.starts[component.id]):
        now = asked
        if track.is_straight or places[make_node(component, asked).hull] < to:
            read = read_asked(component, track.nodes[to].text, number)
            now = read if isinstance(read, Asked) else asked
        instances.append(now)
    return replace(request, starts={**request.starts, component.id: tuple(instances)})


def is_astray(request: Request, repaired: Request, explainer: Explainer) -> bool:
    """Tell whether a repair moves something that is not to move, or another way than it is to."""
    return any(
        not moves.track.last or reached.is_above(left) != moves.track.is_up
        for moves, left, reached in _moves(request, repaired, explainer)
    )


def is_refused(request: Request, repaired: Request, explainer: Explainer) -> bool:
    """Tell whether something is said against the jumps of a repair."""
    return any(
        next(moves.between(left, reached), None) is not None
        for moves, left, reached in _moves(request, repaired, explainer)
    )


def _moves(
    request: Request, repaired: Request, explainer: Explainer
) -> Iterator[tuple[Moves, Node, Node]]:
    """Yield what each instance leaves and reaches that a repair moves."""
    for moves in explainer.problem.moves:
        component = moves.track.component
        pairs = zip(request.starts[component.id], repaired.starts[component.id], strict=True)
        for was, now in pairs:
            if was.text != now.text:
                yield moves, make_node(component, was), make_node(component, now)


def weight(request: Request, repaired: Request, cost: Cost) -> tuple[int, ...]:
    """Return what a plan costs together with its repair, in the order in which it is compared."""
    moved = sum(repaired.starts[id_] != starts for id_, starts in request.starts.items())
    if request.objective is not Objective.JUMPS:
        cost = replace(cost, downtime=cost.downtime + moved, hops=cost.hops + moved)
    return cost.key(request.objective)
