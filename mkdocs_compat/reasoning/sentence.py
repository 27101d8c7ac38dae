"""Reasons in words: what a table or a rule says, as one or more sentences. Nothing is decided here.

The browser's engine (`web/engine/reasoning/sentence.js`) says the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_compat.model.rule import Distance, Rule
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.table import Cell, Row
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.reasoning.answer import Asked
from mkdocs_compat.reasoning.groups import cell_of
from mkdocs_compat.reasoning.rule_relation import Finding, RuleStatement
from mkdocs_compat.reasoning.rule_words import rule_words
from mkdocs_compat.reasoning.statement import Ground, Statement
from mkdocs_compat.versions.scheme import Level

_CLOSED = re.compile(r"[.!?…][\"”')\]]*$")

_LISTED = {
    Verdict.COMPATIBLE: "",
    Verdict.PARTIAL: ", with a limit",
    Verdict.UNTESTED: " as not tested",
    Verdict.INCOMPATIBLE: " as not working",
    Verdict.UNSTATED: " without saying whether it works",
}

# What is wrong where a relation is not met. `is` and `have` are told apart where the versions in
# question differ among themselves: then they only can be so.
_FAILING = {
    "same": ("{a} and {b} do not have the same {level} version.", "do not", "do not all"),
    "not-newer": ("{a} is newer than {b}.", " is ", " can be "),
    "not-older": ("{a} is older than {b}.", " is ", " can be "),
    "behind": ("{a} is {steps} behind {b}.", " is ", " can be "),
    "ahead": ("{a} is {steps} ahead of {b}.", " is ", " can be "),
    "apart": ("{a} and {b} are {steps} apart.", " are ", " can be "),
}

_AGREEING = {
    Level.MAJOR: "major",
    Level.MINOR: "major and minor",
    Level.PATCH: "major, minor and patch",
}

_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class Member:
    """A version in question, as sentences name it.

    Attributes:
        asked: The version.
        name: Display name of its component.
    """

    asked: Asked
    name: str

    def __str__(self) -> str:
        return f"{self.name} {self.asked.text}"


def sentence(
    statement: Statement | RuleStatement,
    asked: Sequence[Asked],
    product: Product,
    *,
    is_split: bool = False,
) -> str:
    """Say what a statement says, with the limit that goes with it.

    Args:
        statement: The statement.
        asked: The versions of the pair or the group that it decides.
        product: The product, whose components it names.
        is_split: Whether the versions asked about differ among themselves.
    """
    members = [Member(each, product.component(each.component).name) for each in asked]
    if isinstance(statement, RuleStatement):
        wrong = _rule(statement, *_directed(statement, members), is_split=is_split)
        return f"{wrong} {rule_words(statement.rule, product)}"
    return _table(statement, members, product)


def other_notes(statement: Statement | RuleStatement) -> tuple[str, ...]:
    """Return the footnotes of a statement that its sentence does not tell."""
    if isinstance(statement, RuleStatement):
        return ()
    told = _limit(statement) if statement.ground in (Ground.LISTED, Ground.PARTLY) else None
    return tuple(note for note in _notes(statement) if note != told)


def _table(statement: Statement, members: Sequence[Member], product: Product) -> str:
    table, row, cell = statement.table, statement.row, statement.cell
    subject = _of((table.subject,), members)
    if row is None or cell is None:
        every = "all of " if statement.ground is Ground.PARTLY else ""
        if table.together and subject is None:
            return f"No row of “{table.title}” lists {_combined([str(each) for each in members])}."
        shown = subject or " with ".join(map(str, members))
        return f"No row of “{table.title}” covers {every}{shown}."
    place = f"Row “{product.component(table.subject).name} {row.subject.text}”"
    other = _of(cell.components, members)
    name = other.name if other else product.component(cell.components[0]).name
    version = other.asked.text if other else ""
    if table.together and statement.ground in (Ground.LISTED, Ground.EXCLUDED):
        return place + _combination(statement, row, cell, members)
    return place + _cell(statement, cell, name, version)


def _cell(statement: Statement, cell: Cell, name: str, version: str) -> str:
    """Say what a row says with one of its cells of a version of a component."""
    what = f"{name} {cell.text}"
    match statement.ground:
        case Ground.LISTED:
            return _listed(statement, what)
        case Ground.PARTLY:
            return _listed(statement, f"{what} (not all of {version})")
        case Ground.EXCLUDED if statement.verdict is None:
            return f" only says that {what} does not work."
        case Ground.EXCLUDED:
            return f" lists {what}, not {version}."
        case Ground.UNLISTED:
            return f" says nothing about {name} {version}."
        case Ground.BLANK:
            return _blank(statement, name)
        case Ground.PRERELEASE if _leaves_releases_open(cell):
            return f" lists {what} and leaves open whether {name} {version} works too."
        case Ground.PRERELEASE:
            return f" lists {what} and does not say whether its first pre-releases count."
        case _:
            read = cell.text if cell.mark is None else cell.mark.text
            return f" has a cell for {name} that could not be read: “{read}”."


def _leaves_releases_open(cell: Cell) -> bool:
    """Tell whether a cell leaves releases open, such as `2.9.0` where all of 2.9 may be meant.

    Pre-releases that it leaves open lie directly below what it names.
    """
    if cell.range is None:
        return False
    starts = {start for start, _ in cell.range.inside.intervals}
    return any(end not in starts for _, end in cell.range.edge.intervals)


def _of(components: Sequence[str], members: Sequence[Member]) -> Member | None:
    return next((each for each in members if each.asked.component in components), None)


def _listed(statement: Statement, what: str) -> str:
    note = _limit(statement)
    limited = f": {_closed(note)}" if note else "."
    worth = _worth(statement)
    return f" lists {what}{_LISTED.get(worth, '') if worth else ''}{limited}"


def _combination(statement: Statement, row: Row, cell: Cell, members: Sequence[Member]) -> str:
    """Say which combination a row that counts as a whole lists, beginning with one of its cells."""
    own = _of(cell.components, members)
    others = [each for each in members if each not in (own, _of(row.subject.components, members))]
    cells = [(each, cell_of(row, each.asked.component)) for each in others]
    beside = [f"{each.name} {one.text}" for each, one in cells if one and not one.notation.blank]
    if cell is row.subject:
        return _listed(statement, f"{' and '.join(beside)} with it" if beside else "it")
    name = own.name if own else ""
    if cell.notation.blank:
        return _blank(statement, name)
    listed = _combined([f"{name} {cell.text}", *beside])
    if own is None or statement.ground is Ground.LISTED:
        return _listed(statement, listed)
    is_part = cell.range is not None and cell.range.inside.overlaps(own.asked.versions)
    asked = _combined([str(own), *map(str, others)])
    return f" lists {listed}, not {'all of ' if is_part else ''}{asked}."


def _combined(items: Sequence[str]) -> str:
    """Name what stands together: the first with the others."""
    return " with ".join(filter(None, (items[0], " and ".join(items[1:]))))


def _blank(statement: Statement, name: str) -> str:
    meaning = statement.table.blank or Verdict.UNSTATED
    if meaning is Verdict.UNSTATED:
        return f" says nothing about {name}."
    return f" leaves {name} blank, which in this table means {meaning.value}."


def _limit(statement: Statement) -> str | None:
    """Return the note that says which limit a listed version has."""
    if statement.table.note is not None:
        return statement.table.note
    notes = _notes(statement) if _worth(statement) is Verdict.PARTIAL else []
    return notes[0] if notes else None


def _worth(statement: Statement) -> Verdict | None:
    """Return what the cell says that its versions are worth."""
    cell = statement.cell
    return statement.table.verdict if cell is None else statement.table.worth(cell)


def _notes(statement: Statement) -> list[str]:
    cells = (statement.row.subject if statement.row else None, statement.cell)
    return list(dict.fromkeys(note for cell in cells if cell for note in cell.notes))


def _closed(text: str) -> str:
    """End a text as a sentence ends."""
    return text if _CLOSED.search(text) else f"{text}."


def _directed(statement: RuleStatement, members: Sequence[Member]) -> tuple[Member, Member]:
    """Return the version that the rule binds and the one that it is measured against."""
    rule = statement.rule
    first, second = members[0], members[-1]
    if rule.is_within_fleet:
        # Both ways round, so that of two the newer one is newer, and the older one behind.
        is_rising = first.asked.hull < second.asked.hull
        looks_down = any(name in ("not-newer", "ahead") for name in statement.failing)
        return (second, first) if is_rising == looks_down else (first, second)
    return (first, second) if first.asked.component == rule.component else (second, first)


def _rule(statement: RuleStatement, one: Member, other: Member, *, is_split: bool) -> str:
    """Say what is wrong, or that nothing is, before the rule is told."""
    rule = statement.rule
    match statement.finding:
        case Finding.ALLOWED:
            return f"A rule covers {one} with {other}."
        case Finding.FORBIDDEN if statement.failing:
            return " ".join(
                _failing(rule, name, one, other, is_split=is_split) for name in statement.failing
            )
        case Finding.FORBIDDEN:
            return f"A rule excludes {one} with {other}."
        case _:
            return " ".join(_uncounted(rule, name, one, other) for name in statement.failing)


def _failing(rule: Rule, name: str, one: Member, other: Member, *, is_split: bool) -> str:
    form, certain, possible = _FAILING[name]
    if is_split:
        form = form.replace(certain, possible)
    distance = _distance(rule, name)
    return form.format(
        a=one,
        b=other,
        level=_AGREEING[rule.same] if rule.same else "",
        steps=_more_than(distance) if distance else "",
    )


def _uncounted(rule: Rule, name: str, one: Member, other: Member) -> str:
    distance = _distance(rule, name)
    if distance is None:
        return f"Whether {one} or {other} is newer is not stated: they are in no common list."
    return (
        f"How many {distance.level.value} versions lie between {one.asked.text} and "
        f"{other.asked.text} is not stated: the releases are not listed."
    )


def _distance(rule: Rule, name: str) -> Distance | None:
    return {"behind": rule.behind, "ahead": rule.ahead, "apart": rule.apart}.get(name)


def _more_than(distance: Distance) -> str:
    if not distance.count:
        return f"at least one {distance.level.value} version"
    count = _NUMBERS[distance.count] if distance.count < len(_NUMBERS) else str(distance.count)
    return f"more than {count} {distance.level.value} version{'' if distance.count == 1 else 's'}"
