"""What would open a way where there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import TypeAlias

from mkdocs_compat.model.upgrade import Upgrade
from mkdocs_compat.planning.explain import Explainer
from mkdocs_compat.planning.permission import ACCEPTING, Permission, PermissionKind, allow
from mkdocs_compat.planning.request import Request
from mkdocs_compat.planning.search import Found, Problem
from mkdocs_compat.planning.states import GOOD, State
from mkdocs_compat.reasoning.fixing import single_changes

# Pairs of permissions that are tried; each costs a search.
_MOST_PAIRS = 100

Solves: TypeAlias = Callable[[Request], bool]


def farthest(problem: Problem, reached: Found) -> State:
    """Return the reached state with the fewest hops left, each component counted by itself.

    Of several, that with the fewest candidates left, and then that which costs least.
    """

    def left(state: State) -> tuple[float, int]:
        total = 0.0
        for i, position in enumerate(state):
            last = problem.moves[i].track.last
            hops = problem.apart[i][position][1]
            # Where a component cannot get there by itself, candidates are counted instead.
            total += hops if hops <= last else 2 * last + 1 - position
        tracks = (moves.track for moves in problem.moves)
        return total, sum(track.last - at for track, at in zip(tracks, state, strict=True))

    objective = problem.objective
    return min(
        reached.reached,
        key=lambda state: (left(state), reached.reached[state].cost.key(objective), state),
    )


def permissions(explainer: Explainer, solves: Solves) -> tuple[Permission, ...]:
    """Return the fewest permissions that would open a way: one or two; none where that fails.

    Args:
        explainer: The request that has no plan.
        solves: Tells whether another request has one.
    """
    single = list(_permissions(explainer))
    request = explainer.request
    for one in single:
        if solves(allow(explainer.index, request, (one,))):
            return (one,)
    for number, pair in enumerate(combinations(single, 2)):
        if number >= _MOST_PAIRS:
            break
        if solves(allow(explainer.index, request, pair)):
            return pair
    return ()


def _permissions(explainer: Explainer) -> Iterator[Permission]:
    """Yield what could be allowed and matters here, in the order in which it is tried."""
    request = explainer.request
    tracks = [moves.track for moves in explainer.problem.moves if moves.track.last]
    yield from _jumps(explainer, [track.component.id for track in tracks])
    for track in tracks:
        if track.component.id in request.no_downtime:
            yield Permission(PermissionKind.DOWNTIME, track.component.id)
    for kind, verdict in ACCEPTING.items():
        if verdict not in request.accepted:
            yield Permission(kind)
    yield from _moves(explainer)
    for track in tracks:
        id_ = track.component.id
        is_free = id_ in request.lifted.downgrades
        if not track.is_up and not is_free and _is_held(explainer.upgrade, id_):
            yield Permission(PermissionKind.DOWNGRADE, id_)


def _jumps(explainer: Explainer, moving: Sequence[str]) -> Iterator[Permission]:
    limited = {each.component for each in explainer.upgrade.max_hops}
    for id_ in moving:
        if id_ in limited and id_ not in explainer.request.lifted.max_hops:
            yield Permission(PermissionKind.JUMP, id_)
    binding = explainer.binding()
    for stop in explainer.crossed():
        if stop in binding:
            yield Permission(PermissionKind.JUMP, stop.component, stop=stop)


def _moves(explainer: Explainer) -> Iterator[Permission]:
    """Yield where components without a target could go to, so that the target is allowed."""
    request, index = explainer.request, explainer.index
    target = explainer.problem.states.target
    instances = [
        node.asked
        for i, position in enumerate(target)
        for node in explainer.problem.states.nodes(i, position)
    ]
    for id_ in request.starts:
        if id_ in request.targets:
            continue
        own = sum(each.component == id_ for each in instances)
        goal = GOOD | request.accepted
        changes = single_changes(index, instances, id_, index.verdict, goal)
        whole = [change for change in changes if len(change.moved) == own]
        for change in sorted(whole, key=lambda each: each.cost):
            yield Permission(PermissionKind.MOVE, id_, now=change.moved[0][1].text)


def _is_held(upgrade: Upgrade, component: str) -> bool:
    """Tell whether anything keeps a component from going back."""
    held = [each.component for each in upgrade.downgrades]
    held += [each.component for each in upgrade.finalizes]
    return component in held
