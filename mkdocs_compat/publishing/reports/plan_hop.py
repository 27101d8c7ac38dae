"""One hop of a plan, told for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mkdocs_compat.model.upgrade import Notice
from mkdocs_compat.planning.hop import Hop, Mode, Move
from mkdocs_compat.publishing.reports import plan_words as words
from mkdocs_compat.publishing.reports.plan_notes import Evidence, Note
from mkdocs_compat.publishing.reports.planned import Planned, joined

# So many versions in service run side by side.
_TOGETHER = 2


def tell(number: int, planned: Planned, evidence: Evidence) -> Note:
    """Return a hop with all that belongs to it, in the order in which it is needed.

    Args:
        number: Number of the hop, from 0.
        planned: The plan.
        evidence: Tells what allows it.
    """
    hops = planned.result.hops
    hop = hops[number]
    inner = (
        *(_class(move, hop, planned) for move in hop.moves),
        *_why(hop, evidence),
        *_side_by_side(hop, planned, evidence),
        *(Note(f"{each.stop.place}: {words.stop(each.stop)}") for each in planned.stops_of(number)),
        *(note for move in hop.moves for note in _passed(move, hop, planned)),
        *(note for move in hop.moves for note in _guide(move, hop, planned)),
        *(note for move in hop.moves for note in _way_back(move, hop, planned)),
        *_optional(hop, hops[number + 1 :], planned),
        *(Note(words.wait(gate), is_todo=True) for move in hop.moves for gate in move.waits),
        Note(words.check(hop, planned, is_last=number + 1 == len(hops)), is_todo=True),
    )
    return Note(words.head(hop, planned), inner, is_todo=True)


def _class(move: Move, hop: Hop, planned: Planned) -> Note:
    # What can go wrong going up says nothing of going back.
    risk = move.change.risk if move.change and move.is_up else None
    inner = (Note(f"Risk: {risk}"),) if risk else ()
    return Note(f"Class{_of(move, hop, planned)}: {words.change_class(move)}", inner)


def _why(hop: Hop, evidence: Evidence) -> Iterator[Note]:
    """Say why it is made as it is; what holds of all hops alike is told once."""
    if hop.mode in (Mode.LOCKSTEP, Mode.REPAIR):
        yield Note(words.why(hop), tuple(map(evidence.obstacle, hop.otherwise)))
    elif hop.mode is Mode.DOWNTIME or evidence.is_new(words.why(hop)):
        because = (part for each in hop.otherwise for part in each.because)
        yield Note(words.why(hop), evidence.parts(because))


def _side_by_side(hop: Hop, planned: Planned, evidence: Evidence) -> Iterator[Note]:
    state = hop.after if hop.beside is None else hop.beside
    if sum(map(len, state.values())) < _TOGETHER:
        return
    when = "afterwards" if hop.beside is None else "meanwhile"
    text = f"Side by side {when}: {planned.in_service(state)}"
    parts = evidence.parts(hop.because)
    if not parts and len(state) > 1:
        parts = (Note("Nothing relates these to each other."),)
    yield Note(text, parts)


def _passed(move: Move, hop: Hop, planned: Planned) -> Iterator[Note]:
    own = _of(move, hop, planned)
    if move.breaking:
        yield Note(f"Breaking changes{own}:", tuple(map(_notice, move.breaking)))
    if move.tasks:
        tasks = (replace(_notice(each), is_todo=True) for each in move.tasks)
        yield Note(f"Tasks{own}:", tuple(tasks))


def _notice(notice: Notice) -> Note:
    more = (Note("More", link=notice.link),) if notice.link else ()
    return Note(words.notice(notice), more)


def _guide(move: Move, hop: Hop, planned: Planned) -> Iterator[Note]:
    if move.guide is not None:
        yield Note(f"Guide{_of(move, hop, planned)}", link=move.guide)


def _way_back(move: Move, hop: Hop, planned: Planned) -> Iterator[Note]:
    own = _of(move, hop, planned)
    label = "Point of no return" if move.is_up else "Said against it"
    for reason in move.no_return:
        yield Note(f"{label}{own}: {words.no_return(reason)} ({reason.place})")
    if move.rollback is not None:
        yield Note(f"{'Way back' if move.is_up else 'How to go back'}{own}: {move.rollback}")
    elif not move.is_up and move.guide is None:
        yield Note(f"How to go back{own}: not stated")
    elif move.is_up and not move.no_return:
        yield Note(f"Way back{own}: not stated")


def _optional(hop: Hop, later: Sequence[Hop], planned: Planned) -> Iterator[Note]:
    if hop.is_optional:
        moved = {move.component for each in later for move in each.moves}
        rest = [planned.name(move.component) for move in hop.moves if move.component in moved]
        more = f" and without the later hops of {joined(rest)}" if rest else ""
        yield Note(f"Optional: everything works without it{more}.")


def _of(move: Move, hop: Hop, planned: Planned) -> str:
    """Name the component where several move at once."""
    return f" of {planned.name(move.component)}" if len(hop.moves) > 1 else ""
