"""All that a plan tells people, in the order in which they read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_compat.planning.plan import Blocked, Plan
from mkdocs_compat.publishing.reports import plan_words as words
from mkdocs_compat.publishing.reports.plan_hop import tell
from mkdocs_compat.publishing.reports.plan_notes import Evidence, Note
from mkdocs_compat.publishing.reports.planned import Planned


@dataclass(frozen=True, slots=True)
class Outline:
    """All that a report says.

    Attributes:
        title: What is planned.
        summary: What came of it.
        before: What must be known first.
        hops: The hops, which are numbered.
        after: Why they lead no farther, and what would help.
    """

    title: str
    summary: str
    before: tuple[Note, ...]
    hops: tuple[Note, ...]
    after: tuple[Note, ...]


def outline(planned: Planned) -> Outline:
    """Return what a report says."""
    result = planned.result
    title = words.title(planned)
    evidence = Evidence(planned)
    before = (*_outside(planned, evidence), *_questions(planned))
    if isinstance(result, Blocked):
        before += tuple(_wanted(result, evidence))
    hops = tuple(tell(number, planned, evidence) for number in range(len(result.hops)))
    if isinstance(result, Blocked):
        summary, after = words.farthest(result, planned), tuple(_blocked(result, planned, evidence))
        return Outline(f"No plan: {title}", summary, before, hops, after)
    return Outline(f"Plan: {title}", words.count(result.hops), before, hops, ())


def _outside(planned: Planned, evidence: Evidence) -> Iterator[Note]:
    result = planned.result
    if not result.outside:
        return
    nearest = result.nearest if isinstance(result, Plan) else None
    how = ", and the first hop is the nearest way back" if result.hops else ""
    if nearest is not None:
        how = ", and the first hop leads back and onwards"
    yield Note(f"The start is outside of what is allowed{how}:", evidence.parts(result.outside))
    if nearest is not None:
        yield Note(f"The nearest that is allowed: {planned.in_service(nearest)}.")


def _questions(planned: Planned) -> Iterator[Note]:
    inner = tuple(map(Note, words.questions(planned)))
    if inner:
        yield Note("Questions that matter here:", inner)


def _wanted(blocked: Blocked, evidence: Evidence) -> Iterator[Note]:
    if blocked.wanted:
        yield Note("The target itself is not allowed:", evidence.parts(blocked.wanted))


def _blocked(blocked: Blocked, planned: Planned, evidence: Evidence) -> Iterator[Note]:
    if blocked.obstacles:
        inner = tuple(map(evidence.obstacle, blocked.obstacles))
        yield Note("What forbids the next moves from there:", inner)
    inner = tuple(Note(words.permission(each, planned)) for each in blocked.permissions)
    yield Note(words.opening(blocked.permissions), inner)
