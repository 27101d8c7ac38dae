"""Notes within notes, of which the reports of a plan are made; and what allows or forbids."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_compat.model.upgrade import Link
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.planning.hop import Obstacle
from mkdocs_compat.planning.moves import Refusal
from mkdocs_compat.publishing.reports import plan_words as words
from mkdocs_compat.publishing.reports.answered import place_of
from mkdocs_compat.publishing.reports.planned import Planned
from mkdocs_compat.reasoning.answer import Group, Pair
from mkdocs_compat.reasoning.rule_relation import RuleStatement
from mkdocs_compat.reasoning.rule_words import rule_words
from mkdocs_compat.reasoning.sentence import other_notes
from mkdocs_compat.reasoning.statement import Statement


@dataclass(frozen=True, slots=True)
class Note:
    """One line of a report with what belongs below it.

    Attributes:
        text: What it says, as it is: nothing is escaped.
        inner: The notes below it.
        verdict: The verdict with which it ends.
        link: The link with which it ends.
        is_todo: Whether it is something to do, which can be ticked off.
    """

    text: str
    inner: tuple[Note, ...] = ()
    verdict: Verdict | None = None
    link: Link | None = None
    is_todo: bool = False


class Evidence:
    """Tells what allows or forbids versions side by side; the words of a rule are told once."""

    def __init__(self, planned: Planned) -> None:
        """Tell it of one plan."""
        self._planned = planned
        self._told: set[str] = set()

    def is_new(self, words: str) -> bool:
        """Tell whether something was not told before; now it is."""
        is_new = words not in self._told
        self._told.add(words)
        return is_new

    def parts(self, found: Iterable[Pair | Group]) -> tuple[Note, ...]:
        """Tell what tables and rules say of versions side by side."""
        return tuple(
            Note(
                self._planned.members(part),
                tuple(self._reason(statement, part) for statement in part.statements),
                part.verdict,
            )
            for part in found
        )

    def obstacle(self, found: Obstacle) -> Note:
        """Tell why a component cannot make a hop."""
        return Note(
            f"{self._planned.versions(found.component, found.was)} to {found.now}:",
            (*map(_refusal, found.refusals), *self.parts(found.because)),
        )

    def _reason(self, statement: Statement | RuleStatement, part: Pair | Group) -> Note:
        said = self._planned.sentence(statement, part)
        if isinstance(statement, RuleStatement):
            rule = rule_words(statement.rule, self._planned.product)
            if not self.is_new(rule):
                said = said.removesuffix(rule).rstrip()
        notes = tuple(Note(f"note: {note}") for note in other_notes(statement))
        return Note(f"{place_of(statement)}: {said}", notes)


def _refusal(refusal: Refusal) -> Note:
    said = words.refusal(refusal)
    return Note(f"{refusal.said.place}: {said}" if refusal.said else said)
