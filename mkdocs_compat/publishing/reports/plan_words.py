"""The words of a plan: each a plain sentence or a part of one. Nothing is decided here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from mkdocs_compat.model.rule import Distance
from mkdocs_compat.model.upgrade import Downgrade, Gate, MaxHop, Notice, Stop
from mkdocs_compat.planning.hop import Hop, Mode, Move, Naming
from mkdocs_compat.planning.moves import Refusal, RefusalKind
from mkdocs_compat.planning.permission import Permission, PermissionKind, spell
from mkdocs_compat.planning.plan import Blocked
from mkdocs_compat.publishing.reports.planned import Planned, joined
from mkdocs_compat.versions.scheme import Level

_MODES = {
    Mode.ROLLING: "rolling",
    Mode.IN_ONE_GO: "in one go",
    Mode.DOWNTIME: "with downtime",
    Mode.LOCKSTEP: "in lockstep",
    Mode.REPAIR: "back to what is allowed",
}

_NUMBERS = {Level.MAJOR: "first", Level.MINOR: "second", Level.PATCH: "third"}

_WHY = {
    Mode.ROLLING: (
        "Rolling: its instances are replaced one at a time; what runs side by side meanwhile is "
        "allowed."
    ),
    Mode.IN_ONE_GO: (
        "In one go: nothing says that its instances are replaced one at a time, and nothing that "
        "it must be down."
    ),
    Mode.DOWNTIME: (
        "With downtime: its versions may not run side by side, so it cannot be rolling."
    ),
    Mode.LOCKSTEP: (
        "In lockstep, with downtime: all are stopped, moved and started again together. No way "
        "without it is allowed, versions in between included; by itself each of them meets this:"
    ),
    Mode.REPAIR: "Back to what is allowed: what runs now is not.",
}


def title(planned: Planned) -> str:
    """Say from where to where."""
    result = planned.result
    moves = [
        f"{planned.versions(id_, texts)} to {joined(list(dict.fromkeys(wanted)))}"
        for id_, texts in result.start.items()
        if set(texts) != set(wanted := result.target[id_])
    ]
    still = [
        planned.versions(id_, texts)
        for id_, texts in result.start.items()
        if set(texts) == set(result.target[id_])
    ]
    if not moves:
        return joined(still)
    beside = f" ({joined(still)} stay{'s' if len(still) == 1 else ''})" if still else ""
    return ", ".join(moves) + beside


def count(hops: tuple[Hop, ...]) -> str:
    """Count hops by the way in which they are made."""
    if not hops:
        return "Nothing to do: everything is there already."
    counts = Counter(hop.mode for hop in hops)
    if len(counts) == 1:
        (mode,) = counts
        return f"{_hops(len(hops))}, {'each ' if len(hops) > 1 else ''}{_MODES[mode]}."
    parts = [f"{counts[mode]} {words}" for mode, words in _MODES.items() if counts[mode]]
    return f"{_hops(len(hops))}: {', '.join(parts)}."


def farthest(blocked: Blocked, planned: Planned) -> str:
    """Say how far it goes."""
    state = planned.in_service(blocked.farthest)
    if blocked.hops:
        return f"The farthest that is allowed, {_hops(len(blocked.hops))} from the start: {state}."
    if blocked.outside:
        return "No nearby change of the start is allowed."
    return f"Nothing can move: the farthest that is allowed is the start, {state}."


def opening(permissions: Sequence[Permission]) -> str:
    """Introduce the permissions that would open a way."""
    match len(permissions):
        case 0:
            return "No single permission and no two of them that were tried would open a way."
        case 1:
            return "This would open a way:"
        case _:
            return "These together would open a way:"


def head(hop: Hop, planned: Planned) -> str:
    """Say which component goes from where to where, and how."""
    moves = [
        f"{planned.versions(move.component, move.was)} to {reached(move)}" for move in hop.moves
    ]
    optional = ", optional" if hop.is_optional else ""
    return f"{joined(moves)}, {_MODES[hop.mode]}{optional}"


def reached(move: Move) -> str:
    """Say where a move leads; what nobody lists or names is said to be that."""
    match move.naming:
        case Naming.LINE:
            return f"a release of {move.now}"
        case Naming.COUNTED:
            return f"{move.now} (the first release of its line)"
        case _:
            return move.now


def why(hop: Hop) -> str:
    """Say why a hop is made as it is."""
    return _WHY[hop.mode]


def change_class(move: Move) -> str:
    """Name the class of change, as its author does where they do; or the one that is undone."""
    level = move.level.value
    plain = "no number changes" if move.level is Level.NONE else f"{level} change"
    name = move.change.name if move.change else None
    if not move.is_up and move.level is not Level.NONE:
        return f"back over a {plain}{f' ({name})' if name else ''}"
    if name is None or name.casefold().startswith(level):
        return name or plain
    # On a train of years, what its author calls a feature release may change the first number.
    number = _NUMBERS.get(move.level)
    return f"{name} ({f'the {number} number changes' if number else plain})"


def no_return(reason: Gate | Downgrade) -> str:
    """Say why there is no way back."""
    if isinstance(reason, Gate):
        return f"There is no way back from {reason.at.text}{_because(reason.note)}"
    if isinstance(reason.most, bool):
        return "It is never taken back."
    return f"Only changes up to {reason.most.value} are taken back."


def notice(said: Notice) -> str:
    """Say what comes with a release, and for whom."""
    audience = f", for {said.audience.value}" if said.audience else ""
    return f"{said.at.text}{audience}: {said.text}"


def wait(gate: Gate) -> str:
    """Say what to wait for."""
    return f"Before going on from {gate.at.text}: {gate.note or 'wait'}"


def stop(said: Stop) -> str:
    """Say that a stop is required, and why."""
    before = f", before {said.before.text}" if said.before else ""
    return f"Required stop at {said.at.text}{before}{_because(said.reason)}"


def check(hop: Hop, planned: Planned, *, is_last: bool) -> str:
    """Say what must run before the next hop is made."""
    left = [
        planned.versions(move.component, old)
        for move in hop.moves
        if (old := [each for each in move.was if each not in hop.after[move.component]])
    ]
    when = "At the end" if is_last else "Before the next hop"
    gone = f", check that no {' and no '.join(left)} runs any more" if left else ""
    return f"{when}{gone}; in service are then {planned.in_service(hop.after)}"


def refusal(said: Refusal) -> str:
    """Say what forbids a hop."""
    match said.kind, said.said:
        case RefusalKind.STOP, Stop() as found:
            beyond = f"to {found.before.text} or above" if found.before else "beyond"
            return (
                f"It must stop at {found.at.text} before it goes {beyond}{_because(found.reason)}"
            )
        case RefusalKind.MAX_HOP, MaxHop(distance=distance):
            return f"It goes at most {_distance(distance)} at once."
        case RefusalKind.UNCOUNTED, MaxHop(distance=distance):
            return (
                f"It goes at most {_distance(distance)} at once, and how many these are cannot be "
                "counted: the releases are not listed."
            )
        case _, (Downgrade() | Gate()) as reason:
            return no_return(reason)
        case RefusalKind.DIRECTION, _:
            return "Some of its instances would go up and others down."
        case _:
            return "Nothing says that it moves without downtime, which was ruled out."


def permission(allowed: Permission, planned: Planned) -> str:
    """Say what a reader could allow, and how where an option does that."""
    name = planned.name(allowed.component) if allowed.component is not None else ""
    option = f"--allow {spell(allowed)}"
    match allowed.kind:
        case PermissionKind.JUMP if allowed.stop is not None:
            return f"let {name} pass by its stop at {allowed.stop.at.text}: {option}"
        case PermissionKind.JUMP:
            return f"let {name} go farther at once than its largest hop: {option}"
        case PermissionKind.DOWNTIME:
            return f"accept downtime of {name}: leave out --no-downtime {allowed.component}"
        case PermissionKind.MOVE:
            return f"move {name} too: --to {allowed.component}={allowed.now}"
        case PermissionKind.DOWNGRADE:
            return f"take {name} back although it is said that it is not: {option}"
        case kind:
            return f"accept what is {kind.value}: --accept {kind.value}"


def questions(planned: Planned) -> Iterator[str]:
    """Say which questions matter, and how they are answered."""
    for question in planned.result.questions:
        answer = planned.answers.get(question.id)
        if answer is None:
            counted = f"not answered, counts as yes; --answer {question.id}=no says no"
        else:
            counted = "yes" if answer else "no"
        yield f"{question.text} ({question.id}: {counted})"


def _because(reason: str | None) -> str:
    """End a sentence with its reason, which is the author's."""
    return f": {reason}" if reason else "."


def _distance(distance: Distance) -> str:
    plural = "" if distance.count == 1 else "s"
    return f"{distance.count} {distance.level.value} version{plural}"


def _hops(number: int) -> str:
    return f"{number} hop{'' if number == 1 else 's'}"
