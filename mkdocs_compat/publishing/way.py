"""A plan as the page about a line takes it: terms with what is to be known of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from mkdocs_compat.model.upgrade import Link as PageLink
from mkdocs_compat.model.upgrade import Notice, Stop
from mkdocs_compat.planning.hop import Hop, Move, Obstacle
from mkdocs_compat.planning.plan import Blocked
from mkdocs_compat.publishing.payload_parts import Link
from mkdocs_compat.publishing.reports import plan_words as words
from mkdocs_compat.publishing.reports.answered import cell_of
from mkdocs_compat.publishing.reports.planned import Planned, joined
from mkdocs_compat.publishing.upgrade_payload import address
from mkdocs_compat.reasoning.answer import Group, Pair
from mkdocs_compat.reasoning.rule_relation import RuleStatement
from mkdocs_compat.reasoning.sentence import other_notes
from mkdocs_compat.reasoning.statement import Statement


@dataclass(frozen=True, slots=True)
class Item:
    """Something to be known.

    Attributes:
        text: What it is, on one line: a line of its own might mean something in Markdown.
        url: Where more is said; None for nowhere.
        more: Words for that link.
        because: What allows or forbids it.
    """

    text: str
    url: str | None = None
    more: str = ""
    because: tuple[Item, ...] = ()

    def __post_init__(self) -> None:
        """Join the lines of its texts."""
        object.__setattr__(self, "text", on_one_line(self.text))
        object.__setattr__(self, "more", on_one_line(self.more))


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and what is to be known of it."""

    term: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One hop.

    Attributes:
        title: Which component goes from where to where.
        facts: What is to be known of it, in the order in which it is needed.
    """

    title: str
    facts: tuple[Fact, ...]


class WayWriter:
    """Writes the way of one plan for one page."""

    def __init__(self, planned: Planned, link: Link) -> None:
        """Take the plan, and what makes addresses on the page."""
        self._planned = planned
        self._link = link

    def steps(self) -> list[Step]:
        """Return the hops."""
        return [self._step(number) for number in range(len(self._planned.result.hops))]

    def outside(self) -> tuple[Item, ...]:
        """Return what does not allow the start."""
        return self._parts(self._planned.result.outside)

    def blocked(self) -> tuple[Fact, ...]:
        """Return why no way leads to the newest; nothing where one does."""
        result = self._planned.result
        if not isinstance(result, Blocked):
            return ()
        wanted = Fact("The newest versions do not go together", self._parts(result.wanted))
        against = tuple(map(self._obstacle, result.obstacles))
        return tuple(
            fact for fact in (wanted, Fact("What forbids to go on", against)) if fact.items
        )

    def _step(self, number: int) -> Step:
        hop = self._planned.result.hops[number]
        moves = [
            f"{self._planned.versions(move.component, move.was)} to {move.now}"
            for move in hop.moves
        ]
        facts = (Fact(term, tuple(items)) for term, items in self._facts(number, hop))
        return Step(joined(moves), tuple(fact for fact in facts if fact.items))

    def _facts(self, number: int, hop: Hop) -> Iterator[tuple[str, Iterable[Item]]]:
        hops = self._planned.result.hops
        yield "Kind of change", (self._change(move, hop) for move in hop.moves)
        yield "How", [Item(words.why(hop), because=self._otherwise(hop))]
        yield from self._side_by_side(hop)
        stops = (each.stop for each in self._planned.stops_of(number))
        yield "Stop", map(self._stop, stops)
        yield "Breaking changes", self._notices([each for m in hop.moves for each in m.breaking])
        yield "To do", self._notices([each for m in hop.moves for each in m.tasks])
        guides = {move.guide.text: move.guide for move in hop.moves if move.guide}
        yield "Guide", (Item("", *self._page(guide, _name(guide))) for guide in guides.values())
        yield (
            "Way back",
            (Item(f"{self._of(move, hop)}{move.rollback}") for move in hop.moves if move.rollback),
        )
        yield (
            "No way back",
            (
                Item(f"{self._of(move, hop)}{words.no_return(reason)}")
                for move in hop.moves
                for reason in move.no_return
            ),
        )
        yield "Optional", self._optional(hop, hops[number + 1 :])
        waits = (Item(words.wait(gate)) for move in hop.moves for gate in move.waits)
        is_last = number + 1 == len(hops)
        yield "Then", (*waits, Item(f"{words.check(hop, self._planned, is_last=is_last)}."))

    def _stop(self, stop: Stop) -> Item:
        questions = {each.id: each.text for each in self._planned.product.upgrade.questions}
        asked = f" Only if so: {questions.get(stop.question, '')}" if stop.question else ""
        return Item(f"{words.stop(stop)}{asked}", *self._page(stop.guide))

    def _change(self, move: Move, hop: Hop) -> Item:
        risk = f". {move.change.risk}" if move.change and move.change.risk else ""
        return Item(f"{self._of(move, hop)}{words.change_class(move)}{risk}")

    def _otherwise(self, hop: Hop) -> tuple[Item, ...]:
        if len(hop.moves) > 1:
            return tuple(map(self._obstacle, hop.otherwise))
        return self._parts(part for each in hop.otherwise for part in each.because)

    def _side_by_side(self, hop: Hop) -> Iterator[tuple[str, Iterable[Item]]]:
        state = hop.after if hop.beside is None else hop.beside
        if hop.because:
            term = "Side by side" if hop.beside is None else "Side by side meanwhile"
            yield term, [Item(self._planned.in_service(state), because=self._parts(hop.because))]

    def _optional(self, hop: Hop, later: Sequence[Hop]) -> Iterator[Item]:
        if hop.is_optional:
            moved = {move.component for each in later for move in each.moves}
            rest = [self._planned.name(m.component) for m in hop.moves if m.component in moved]
            more = f" and without the later hops of {joined(rest)}" if rest else ""
            yield Item(f"Everything works without it{more}.")

    def _notices(self, notices: Sequence[Notice]) -> Iterator[Item]:
        for notice in notices:
            yield Item(words.notice(notice), *self._page(notice.link))

    def _obstacle(self, found: Obstacle) -> Item:
        title = f"{self._planned.versions(found.component, found.was)} to {found.now}"
        refusals = (Item(words.refusal(each)) for each in found.refusals)
        return Item(title, because=(*refusals, *self._parts(found.because)))

    def _parts(self, parts: Iterable[Pair | Group]) -> tuple[Item, ...]:
        return tuple(
            Item(
                f"{self._planned.members(part)}: {part.verdict.value}",
                because=tuple(self._reason(each, part) for each in part.statements),
            )
            for part in parts
        )

    def _reason(self, statement: Statement | RuleStatement, part: Pair | Group) -> Item:
        notes = (f" Note: {note}" for note in other_notes(statement))
        text = self._planned.sentence(statement, part) + "".join(notes)
        if isinstance(statement, RuleStatement):
            rule = statement.rule
            return Item(text, f"{self._link(rule.url)}#{rule.anchor}", rule.name or "The rule")
        cell = cell_of(statement)
        anchor = cell.anchor if cell else statement.table.anchor
        return Item(text, f"{self._link(statement.table.url)}#{anchor}", statement.table.title)

    def _page(self, link: PageLink | None, text: str = "More") -> tuple[str | None, str]:
        url = address(link.url, self._link) if link else None
        return url, text if link else ""

    def _of(self, move: Move, hop: Hop) -> str:
        """Name the component where several move at once."""
        return f"{self._planned.name(move.component)}: " if len(hop.moves) > 1 else ""


def on_one_line(text: str) -> str:
    """Return a text without line endings."""
    return " ".join(text.split())


def _name(guide: PageLink) -> str:
    """Return words for a link to a guide: where it leads where that is elsewhere."""
    if guide.url is None:
        return guide.text
    host = urlsplit(guide.url).hostname
    return f"The guide at {host}" if host else "The guide"
