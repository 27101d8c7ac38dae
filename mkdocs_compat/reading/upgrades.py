"""What pages say about upgrading, turned into the model's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import TypeVar

from mkdocs_compat.model.component import Component
from mkdocs_compat.model.rule import LEVELS, Scope
from mkdocs_compat.model.site import Flaw, FlawKind
from mkdocs_compat.model.upgrade import (
    Audience,
    Change,
    Direction,
    Downgrade,
    Gate,
    Guide,
    Link,
    MaxHop,
    Notice,
    Question,
    Stop,
    Upgrade,
)
from mkdocs_compat.reading.links import SitePages, resolve
from mkdocs_compat.reading.rules import read_distance, unknown_component
from mkdocs_compat.reading.scopes import read_scope
from mkdocs_compat.reading.upgrade_settings import SaidItem, SaidText, UpgradeSettings
from mkdocs_compat.source import Place
from mkdocs_compat.versions.scheme import Level

_Item = TypeVar("_Item")

_QUESTION_ID = re.compile(r"[\w.-]+")


def read_upgrade(
    said: Iterable[UpgradeSettings], components: Mapping[str, Component], pages: SitePages
) -> tuple[Upgrade, list[Flaw]]:
    """Return what a product's pages say about upgrading, and what is wrong with it.

    Args:
        said: What the pages and the shared data files say, each mapping once.
        components: The product's components by id.
        pages: The pages of the site, to which guides and links lead.
    """
    mappings = tuple(said)
    questions, flaws = _questions(mappings)
    readers = [_MappingReader(each, components, questions, pages) for each in mappings]
    order, stated, doubts = _order(readers)
    upgrade = Upgrade(
        stops=_all(reader.stops() for reader in readers),
        questions=tuple(questions.values()),
        guides=_all(reader.guides() for reader in readers),
        changes=_all(reader.changes() for reader in readers),
        order=order,
        max_hops=_all(reader.max_hops() for reader in readers),
        rolling=tuple(dict.fromkeys(_all(reader.rolling() for reader in readers))),
        finalizes=_all(reader.finalizes() for reader in readers),
        waits=_all(reader.waits() for reader in readers),
        downgrades=_all(reader.downgrades() for reader in readers),
        breaking=_all(reader.breaking() for reader in readers),
        tasks=_all(reader.tasks() for reader in readers),
        order_place=stated,
    )
    flaws += doubts
    for reader in readers:
        reader.finish()
        flaws += reader.flaws
    return upgrade, flaws


class _MappingReader:
    """Reads one mapping under `upgrade:`.

    Attributes:
        said: What it says.
        flaws: The mistakes met so far.
    """

    def __init__(
        self,
        said: UpgradeSettings,
        components: Mapping[str, Component],
        questions: Mapping[str, Question],
        pages: SitePages,
    ) -> None:
        self.said = said
        self.flaws: list[Flaw] = []
        self._components = components
        self._questions = questions
        self._pages = pages
        self._usual = self._usual_component()
        # That a component has to be named is said once, not at forty stops.
        self._is_asked_for = False

    def stops(self) -> Iterator[Stop]:
        yield from self._read("stop", self.said.stops, self._stop)

    def guides(self) -> Iterator[Guide]:
        yield from self._read("guide", self.said.guides, self._guide)

    def changes(self) -> Iterator[Change]:
        yield from self._read("class of change", self.said.changes, self._change)

    def order(self) -> tuple[tuple[str, ...], ...]:
        seen: set[str] = set()
        steps = (tuple(self._names("order", step, seen)) for step in self.said.order)
        return tuple(step for step in steps if step)

    def max_hops(self) -> Iterator[MaxHop]:
        yield from self._read("largest hop", self.said.max_hops, self._max_hop)

    def rolling(self) -> Iterator[str]:
        yield from self._names("list of what is rolling", self.said.rolling, set())

    def finalizes(self) -> Iterator[Gate]:
        yield from self._read("point of no return", self.said.finalizes, self._gate)

    def waits(self) -> Iterator[Gate]:
        yield from self._read("wait", self.said.waits, self._gate)

    def downgrades(self) -> Iterator[Downgrade]:
        yield from self._read("word on downgrades", self.said.downgrades, self._downgrade)

    def breaking(self) -> Iterator[Notice]:
        yield from self._read("breaking change", self.said.breaking, self._notice)

    def tasks(self) -> Iterator[Notice]:
        yield from self._read("task", self.said.tasks, self._notice)

    def finish(self) -> None:
        """Put the mistakes into the order in which they stand."""
        self.flaws.sort(key=lambda flaw: flaw.place)

    def _read(
        self,
        what: str,
        items: Iterable[SaidItem],
        read: Callable[[str, SaidItem, Component], _Item | None],
    ) -> Iterator[_Item]:
        """Yield what is read of items; one with a mistake is left out as a whole."""
        for item in items:
            component = self._component(what, item)
            if component is None:
                continue
            before = len(self.flaws)
            found = read(what, item, component)
            if found is not None and len(self.flaws) == before:
                yield found

    def _stop(self, what: str, item: SaidItem, component: Component) -> Stop | None:
        at = self._scope(what, item, "at", component, "4.2")
        before = self._scope(what, item, "before", component, "5.0")
        if at is None:
            return None
        if before is not None and not _begins_above(before, at):
            message = (
                f"'before' of the stop of '{component.id}' is '{before.text}', which does not "
                f"begin above '{at.text}'"
            )
            help_ = "Name the first version that may not be reached without the stop."
            self._flaw(item.texts["before"].place, message, help_)
        question = item.texts.get("when")
        if question is not None and question.text not in self._questions:
            message = f"the stop depends on the question '{question.text}', which nobody asks"
            self._flaw(question.place, message, _question_help(question.text, self._questions))
        return Stop(
            component.id,
            at,
            before,
            None if question is None else question.text,
            self._link(item, "guide"),
            item.text("reason"),
            item.place,
        )

    def _guide(self, what: str, item: SaidItem, component: Component) -> Guide | None:
        start, guide = self._scope(what, item, "from", component), self._link(item, "guide")
        if start is None or guide is None:
            return None
        direction = Direction(item.text("direction") or Direction.UP)
        return Guide(component.id, start, guide, item.place, direction)

    def _change(self, what: str, item: SaidItem, component: Component) -> Change:
        if not any(key in item.texts for key in ("name", "risk", "rollback")):
            message = f"the class of change of '{component.id}' says nothing"
            self._flaw(item.place, message, "Add a name, the risk, or the way back: 'rollback:'.")
        return Change(
            component.id,
            Level(item.text("level")),
            self._scope(what, item, "from", component),
            self._scope(what, item, "when", component),
            item.text("name"),
            item.text("risk"),
            item.text("rollback"),
            item.place,
        )

    def _max_hop(self, _: str, item: SaidItem, component: Component) -> MaxHop:
        distance = read_distance(item.texts["max-hop"].text)
        return MaxHop(component.id, distance, item.place)

    def _gate(self, what: str, item: SaidItem, component: Component) -> Gate | None:
        at = self._scope(what, item, "at", component, "4.2")
        return None if at is None else Gate(component.id, at, item.text("note"), item.place)

    def _downgrade(self, _: str, item: SaidItem, component: Component) -> Downgrade:
        word = item.texts["downgrade"].text
        most = Level(word) if word in LEVELS else word == "true"
        return Downgrade(component.id, most, item.place)

    def _notice(self, what: str, item: SaidItem, component: Component) -> Notice | None:
        at = self._scope(what, item, "at", component, "4.2")
        audience = item.text("for")
        if at is None:
            return None
        return Notice(
            component.id,
            at,
            None if audience is None else Audience(audience),
            item.texts["text"].text,
            self._link(item, "link"),
            item.place,
        )

    def _usual_component(self) -> Component | None:
        """Return the component of the items that name none."""
        said = self.said.component
        if said is not None:
            return self._known("upgrade", said)
        if len(self._components) == 1:
            (component,) = self._components.values()
            return component
        return None

    def _component(self, what: str, item: SaidItem) -> Component | None:
        said = item.texts.get("component")
        if said is not None:
            return self._known(what, said)
        if self._usual is None and self.said.component is None and not self._is_asked_for:
            self._is_asked_for = True
            listed = ", ".join(self._components)
            several = "the product has several" if listed else "the product has none"
            message = f"the {what} names no component, and {several}"
            help_ = f"Add 'component:' here or under 'upgrade', one of: {listed}."
            empty = "Name the component under 'components'."
            self._flaw(item.place, message, help_ if listed else empty)
        return self._usual

    def _known(self, what: str, said: SaidText) -> Component | None:
        component = self._components.get(said.text)
        if component is None:
            flaw = unknown_component(what, said.text, self._components, said.place)
            self.flaws.append(flaw)
        return component

    def _names(self, what: str, said: Iterable[SaidText], seen: set[str]) -> Iterator[str]:
        """Yield components; those in `seen` were named before."""
        for each in said:
            if self._known(what, each) is None:
                continue
            if each.text in seen:
                self._flaw(each.place, f"the {what} names '{each.text}' twice", "Keep one.")
                continue
            seen.add(each.text)
            yield each.text

    def _scope(
        self, what: str, item: SaidItem, key: str, component: Component, such_as: str = "<4.2"
    ) -> Scope | None:
        said = item.texts.get(key)
        if said is None:
            return None
        name = f"'{key}' of the {what} of '{component.id}'"
        scope = read_scope(said.text, said.place, component.scheme, name, such_as)
        if isinstance(scope, Flaw):
            self.flaws.append(scope)
            return None
        return scope

    def _link(self, item: SaidItem, key: str) -> Link | None:
        said = item.texts.get(key)
        if said is None:
            return None
        return Link(said.text, resolve(said.text, said.place.path, self._pages), said.place)

    def _flaw(self, place: Place, message: str, help_: str) -> None:
        self.flaws.append(_flaw(place, message, help_))


def _questions(said: Iterable[UpgradeSettings]) -> tuple[dict[str, Question], list[Flaw]]:
    """Return the questions of all mappings; none may be asked in two ways, or in vain."""
    questions: dict[str, Question] = {}
    flaws = []
    mappings = tuple(said)
    needed = {stop.text("when") for each in mappings for stop in each.stops}
    for mapping in mappings:
        for id_, text in mapping.questions.items():
            earlier = questions.setdefault(id_, Question(id_, text.text, text.place))
            if not _QUESTION_ID.fullmatch(id_):
                message = f"the id of a question is '{id_}', expected one word"
                help_ = "Write letters, digits and hyphens; plans are asked for with it."
                flaws.append(_flaw(text.place, message, help_))
                del questions[id_]
            elif earlier.text != text.text:
                message = f"the question '{id_}' is worded differently than at {earlier.place}"
                flaws.append(_flaw(text.place, message, "Ask it once, or give each an id."))
            elif earlier.place == text.place and id_ not in needed:
                message = f"no stop depends on the question '{id_}'"
                help_ = f"Add 'when: {id_}' to the stop that does, or take the question out."
                flaws.append(_flaw(text.place, message, help_))
    return questions, flaws


def _order(
    readers: Iterable[_MappingReader],
) -> tuple[tuple[tuple[str, ...], ...], Place | None, list[Flaw]]:
    """Return the one order that is stated, and where; of two, the first."""
    first: tuple[tuple[str, ...], ...] = ()
    stated: Place | None = None
    flaws = []
    for reader in readers:
        order = reader.order()
        place = next((each.place for step in reader.said.order for each in step), None)
        if place is None:
            continue
        if stated is None:
            first, stated = order, place
        elif _steps(order) != _steps(first):
            message = f"the order of the components is another one here than at {stated}"
            help_ = "State one order for all the components of the product."
            flaws.append(_flaw(place, message, help_))
    return first, stated, flaws


def _steps(order: Iterable[Iterable[str]]) -> list[set[str]]:
    return [set(step) for step in order]


def _begins_above(scope: Scope, other: Scope) -> bool:
    if scope.range.is_empty or other.range.is_empty:
        return True
    return bool(other.range.inside.intervals[0][0] < scope.range.inside.intervals[0][0])


def _question_help(id_: str, known: Iterable[str]) -> str:
    listed = tuple(known)
    close = get_close_matches(id_[:80], listed, n=1)
    if close:
        return f"Did you mean '{close[0]}'?"
    if listed:
        return f"Questions are: {', '.join(listed)}."
    return f"Ask it: 'questions: {{{id_[:40]}: ...}}'."


def _all(parts: Iterable[Iterable[_Item]]) -> tuple[_Item, ...]:
    return tuple(item for part in parts for item in part)


def _flaw(place: Place, message: str, help_: str) -> Flaw:
    return Flaw(FlawKind.INVALID_FRONT_MATTER, place, message, help_)
