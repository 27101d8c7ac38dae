"""An answer for people: the verdict in words, why, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.publishing.reports.answered import Answered, place_of
from mkdocs_compat.publishing.reports.escaping import printable
from mkdocs_compat.publishing.reports.planned import joined
from mkdocs_compat.publishing.reports.remedies import fix_words, standing_words
from mkdocs_compat.reasoning.answer import Group, Lost, Open, Pair, Split
from mkdocs_compat.reasoning.sentence import other_notes

# Colours a text by the verdict that it speaks of.
Paint: TypeAlias = Callable[[str, Verdict], str]

_WORDS = {
    Verdict.COMPATIBLE: "Compatible: these versions work together.",
    Verdict.PARTIAL: "Partial: these versions work together with a limit.",
    Verdict.UNTESTED: "Untested: these versions may work together; nobody has tested it.",
    Verdict.UNSTATED: "Unstated: nothing says whether these versions work together.",
    Verdict.CONFLICTING: "Conflicting: what is said about these versions disagrees.",
    Verdict.INCOMPATIBLE: "Incompatible: these versions do not work together.",
}


def plainly(text: str, _verdict: Verdict) -> str:
    """Leave a text without colour."""
    return text


def write_answer(answered: Answered, paint: Paint = plainly) -> str:
    """Return an answer as lines of text, without a last line ending.

    Args:
        answered: The question, answered.
        paint: Colours what speaks of a verdict.
    """
    return "\n".join(_lines(answered, paint))


def write_lost(dropped: str, lost: Iterable[tuple[str, Lost]]) -> str:
    """Return what no longer works with anything once some versions are gone.

    Args:
        dropped: These versions with the name of their component.
        lost: What stops working, with the names of its components.
    """
    items = [f"    {name} {each.text}" for name, each in lost]
    if not items:
        return printable(f"Without {dropped}, everything still works with something.")
    head = f"Without {dropped}, these work with nothing that is stated:"
    return "\n".join(map(printable, [head, *items]))


def _lines(answered: Answered, paint: Paint) -> Iterator[str]:
    answer = answered.answer
    for problem in answer.problems:
        yield printable(f"{answered.name(problem.component)}: {problem.message}")
    if answer.verdict is not None:
        yield paint(_WORDS[answer.verdict], answer.verdict)
    elif not answered.opens and not answer.problems:
        yield paint("Unstated: nothing relates these components.", Verdict.UNSTATED)
    for part in answer.parts:
        yield from _part(part, answered, paint)
    in_question = {asked for part in answer.parts for asked in part.members}
    if 1 < len(answer.clash) < len(in_question):
        members = joined([answered.member(asked) for asked in answer.clash])
        yield printable(f"What clashes: {members}.")
    for id_, found in answered.opens.items():
        yield from _open(printable(answered.name(id_)), found, paint)
    yield from _remedies(answered, paint)
    for newer in answer.newer:
        yield printable(
            f"Newer than these pages know: {answered.member(newer.asked)}; "
            f"the newest release named is {newer.newest}."
        )


def _part(part: Pair | Group, answered: Answered, paint: Paint) -> Iterator[str]:
    members = " with ".join(answered.member(asked) for asked in part.members)
    yield f"  {printable(members)}: {paint(part.verdict.value, part.verdict)}"
    for split in part.split:
        yield _split(split, part, answered, paint)
    for statement in part.statements:
        yield printable(f"    {place_of(statement)}: {answered.sentence(statement, part)}")
        for note in other_notes(statement):
            yield printable(f"      note: {note}")


def _split(split: Split, pair: Pair | Group, answered: Answered, paint: Paint) -> str:
    """Say for which of the versions asked about a verdict holds."""
    one, other = pair.members
    texts = ((one, split.a), (other, split.b))
    named = [f"{answered.name(asked.component)} {text}" for asked, text in texts if text]
    some = "some of " if split.some else ""
    shown = " with ".join(named) or " with ".join(map(answered.member, pair.members))
    return f"    {printable(some + shown)}: {paint(split.verdict.value, split.verdict)}"


def _open(name: str, found: Open | None, paint: Paint) -> Iterator[str]:
    if found is None:
        yield f"{name}: nothing relates it to these."
        return
    if not found.parts:
        yield f"{name}: no version is stated to work with these."
        return
    for verdict, text in found.parts:
        yield f"{name} {printable(text)}: {paint(verdict.value, verdict)}"
    ends = (("oldest", found.oldest), ("newest", found.newest))
    said = [f"{word} {text}" for word, text in ends if text is not None]
    if said:
        yield printable(f"  {', '.join(said)}")


def _remedies(answered: Answered, paint: Paint) -> Iterator[str]:
    if answered.fixes:
        yield "Nearest fixes:" if len(answered.fixes) > 1 else "Nearest fix:"
    for fix in answered.fixes:
        yield f"  {printable(fix_words(fix, answered))}: {paint(fix.verdict.value, fix.verdict)}"
    if answered.standings:
        yield "Where each stands:"
    for standing in answered.standings:
        name = answered.name(standing.component)
        yield printable(f"  {name}: {standing_words(standing, answered)}")
