"""Rules in words: each as a sentence that a reader understands.

A rule holds for every pair of instances that can meet. So "not newer" is measured at the oldest of
several servers, and "at most one minor version older" at the newest, and the sentence says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_compat.model.component import Component
from mkdocs_compat.model.rule import COUNTED, Distance, Rule, Scope
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.ranges.text import write
from mkdocs_compat.ranges.version_set import VersionSet
from mkdocs_compat.versions.scheme import Level

_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

_AGREEING = {
    Level.MAJOR: "major version",
    Level.MINOR: "major and minor version",
    Level.PATCH: "major, minor and patch version",
}

# What the comparison at a level leaves out, said where more than the order of releases is meant.
_ASIDE = {
    Level.MAJOR: " (minor and patch versions aside)",
    Level.MINOR: " (patch versions aside)",
    Level.PATCH: "",
}


def rule_words(rule: Rule, product: Product) -> str:
    """Return a rule and its consequence as one or more whole sentences.

    Args:
        rule: The rule.
        product: The product whose components it names.
    """
    component, other = product.component(rule.component), product.component(rule.other)
    one, two = _named(component, rule.when), _named(other, rule.other_when)
    is_mutual = rule.is_within_fleet and _set_of(rule.when) == _set_of(rule.other_when)
    if not rule.levels:
        return _without_relations(rule, one, None if is_mutual else two)
    if rule.verdict is Verdict.INCOMPATIBLE:
        return _forbidding(rule, component.name, one, two, is_mutual=is_mutual) + _note(rule)
    said = _mutual(rule, one) if is_mutual else _directed(rule, one, two)
    match rule.verdict:
        case Verdict.PARTIAL:
            return f"{said} What meets this works with a limit{_limit(rule)}"
        case Verdict.UNTESTED:
            return f"{said} What meets this is untested.{_note(rule)}"
        case Verdict.UNSTATED:
            return f"{said} It is not stated whether what meets this works.{_note(rule)}"
        case _:
            return said + _note(rule)


def scope_words(scope: Scope, component: Component) -> str:
    """Return the versions that a rule speaks of, to stand behind a component's name.

    Returns:
        `below 4.2`, `from 4.2 on`, `3.0 or 3.5 ➜ 4.1`; nothing for all versions.
    """
    if scope.range.is_empty:
        return scope.text
    text = write(Range(scope.range.inside, VersionSet.empty()), component.scheme)
    if text == "any":
        return ""
    listed, separator, missing = text.partition(" except ")
    return _joined([_item(item) for item in listed.split(", ")], "or") + separator + missing


def _item(item: str) -> str:
    """Write one item of a range in words, where signs would stand."""
    if item.endswith(" ➜ latest"):
        return f"from {item.removesuffix(' ➜ latest')} on"
    if item.startswith(">=") and " " not in item:
        return f"from {item.removeprefix('>=')} on"
    if item.startswith(">") and " " not in item:
        return f"above {item.removeprefix('>')}"
    return item


def _named(component: Component, scope: Scope | None) -> str:
    words = "" if scope is None else scope_words(scope, component)
    return f"{component.name} {words}".rstrip()


def _set_of(scope: Scope | None) -> VersionSet:
    return VersionSet.everything() if scope is None else scope.range.inside


def _without_relations(rule: Rule, one: str, two: str | None) -> str:
    """Say what a rule says that only names versions; `two` is None within a fleet."""
    match rule.verdict:
        case Verdict.COMPATIBLE:
            said = (
                f"All versions of {one} work together" if two is None else f"{one} works with {two}"
            )
        case Verdict.PARTIAL:
            limited = (
                f"Different versions of {one} work together"
                if two is None
                else f"{one} works with {two}"
            )
            return f"{limited} with a limit{_limit(rule)}"
        case Verdict.UNTESTED:
            said = (
                f"It is untested whether different versions of {one} work together"
                if two is None
                else f"It is untested whether {one} works with {two}"
            )
        case Verdict.INCOMPATIBLE:
            said = (
                f"Different versions of {one} do not work together"
                if two is None
                else f"{one} does not work with {two}"
            )
        case _:
            said = (
                f"It is not stated whether different versions of {one} work together"
                if two is None
                else f"It is not stated whether {one} works with {two}"
            )
    return f"{said}.{_note(rule)}"


def _directed(rule: Rule, one: str, two: str) -> str:
    """Say what one component's versions must be, measured against the other's."""
    target = _Target(two)
    clauses = dict.fromkeys(_clauses(rule, target))
    return f"{one} {_joined(list(clauses), 'and', comma=True)}."


class _Target:
    """The other component: named in full the first time, and referred to from then on."""

    def __init__(self, name: str) -> None:
        """Take its name with the versions that the rule speaks of."""
        self._name: str | None = name

    def __call__(self, which: str) -> str:
        """Return `the oldest Server that it runs with`, and later on `the oldest one`."""
        name, self._name = self._name, None
        if name is not None:
            return f"{which} {name} that it runs with"
        return "each one" if which == "every" else f"{which} one"


def _clauses(rule: Rule, target: _Target) -> Iterator[str]:
    """Yield what must hold, each with its own verb."""
    agreeing = rule.same
    if rule.apart is not None and rule.apart.count == 0:
        agreeing = _finest((agreeing, rule.apart.level))
    if agreeing is not None:
        yield f"must have the same {_AGREEING[agreeing]} as {target('every')}"
    # "May be up to one older" is understood only where newer is spoken of too.
    is_bounded = bool((rule.behind or rule.not_older) and (rule.ahead or rule.not_newer))
    may = "may be up to" if is_bounded else "must not be more than"
    if rule.behind is not None and rule.behind.count:
        yield f"{may} {_steps(rule.behind)} older than {target('the newest')}"
    if rule.ahead is not None and rule.ahead.count:
        yield f"{may} {_steps(rule.ahead)} newer than {target('the oldest')}"
    for level in _levels(rule.not_newer, rule.ahead):
        yield f"must not be newer than {target('the oldest')}{_ASIDE[level]}"
    for level in _levels(rule.not_older, rule.behind):
        yield f"must not be older than {target('the newest')}{_ASIDE[level]}"
    if rule.apart is not None and rule.apart.count:
        yield f"must be at most {_steps(rule.apart)} apart from {target('every')}"


def _levels(level: Level | None, distance: Distance | None) -> Iterator[Level]:
    """Yield the finest level at which no step at all is allowed."""
    none_allowed = distance.level if distance is not None and distance.count == 0 else None
    finest = _finest((level, none_allowed))
    if finest is not None:
        yield finest


def _finest(levels: Sequence[Level | None]) -> Level | None:
    said = [level for level in levels if level is not None]
    return max(said, key=lambda level: COUNTED[level]) if said else None


def _mutual(rule: Rule, one: str) -> str:
    """Say what holds within a fleet, where every instance is measured against every other."""
    clauses = []
    distances = [each for each in (rule.behind, rule.ahead, rule.apart) if each is not None]
    none_allowed = [each.level for each in distances if each.count == 0]
    # Neither of two is newer, so they agree.
    agreeing = _finest((rule.same, rule.not_newer, rule.not_older, *none_allowed))
    if agreeing is not None:
        clauses.append(f"must have the same {_AGREEING[agreeing]}")
    clauses += [f"must be at most {_steps(each)} apart" for each in distances if each.count]
    said = _joined(list(dict.fromkeys(clauses)), "and")
    return f"The versions of {one} that run together {said}."


def _forbidding(rule: Rule, name: str, one: str, two: str, *, is_mutual: bool) -> str:
    """Say when two versions do not work together; `name` is the component's alone."""
    oriented = (rule.not_newer, rule.not_older, rule.behind, rule.ahead)
    if is_mutual and not any(each is not None for each in oriented):
        conditions = list(_conditions(rule, "have", "are"))
        return f"Two versions of {one} do not work together when they {_joined(conditions, 'and')}."
    conditions = list(_conditions(rule, "has", "is"))
    with_ = f"another {two}" if rule.is_within_fleet else two
    which = "the first" if rule.is_within_fleet else name
    return f"{one} does not work with {with_} when {which} {_joined(conditions, 'and')}."


def _conditions(rule: Rule, have: str, be: str) -> Iterator[str]:
    """Yield what has to hold of one instance and another for a rule to forbid them."""
    if rule.same is not None:
        yield f"{have} the same {_AGREEING[rule.same]}"
    if rule.not_newer is not None:
        yield f"{be} not newer{_ASIDE[rule.not_newer]}"
    if rule.not_older is not None:
        yield f"{be} not older{_ASIDE[rule.not_older]}"
    for distance, word in ((rule.behind, "older"), (rule.ahead, "newer")):
        if distance is not None and distance.count:
            yield f"{be} not more than {_steps(distance)} {word}"
        elif distance is not None:
            yield f"{be} not {word}{_ASIDE[distance.level]}"
    if rule.apart is not None and rule.apart.count:
        yield f"{be} at most {_steps(rule.apart)} apart"
    elif rule.apart is not None:
        yield f"{have} the same {_AGREEING[rule.apart.level]}"


def _steps(distance: Distance) -> str:
    count = _NUMBERS[distance.count] if distance.count < len(_NUMBERS) else str(distance.count)
    return f"{count} {distance.level.value} version{'' if distance.count == 1 else 's'}"


def _limit(rule: Rule) -> str:
    return f": {_sentence(rule.note)}" if rule.note else "."


def _note(rule: Rule) -> str:
    return f" {_sentence(rule.note[:1].upper() + rule.note[1:])}" if rule.note else ""


def _sentence(note: str) -> str:
    return note if note.endswith((".", "!", "?")) else f"{note}."


def _joined(items: list[str], word: str, *, comma: bool = False) -> str:
    """Join items for a sentence; with a comma before the word also where there are only two."""
    if len(items) < 2:
        return "".join(items)
    *leading, last = items
    separator = "," if comma or len(leading) > 1 else ""
    return f"{', '.join(leading)}{separator} {word} {last}"
