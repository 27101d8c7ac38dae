"""Rules and releases as authors write them, turned into the model's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.release import Release
from mkdocs_compat.model.rule import Distance, Rule, Scope
from mkdocs_compat.model.site import Flaw, FlawKind
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.reading.plain import slug
from mkdocs_compat.reading.scopes import read_scope
from mkdocs_compat.reading.settings import ReleaseSettings, RuleSettings
from mkdocs_compat.source import Place
from mkdocs_compat.versions.named import Named
from mkdocs_compat.versions.scheme import Level, Scheme

_RELATIONS = ("same", "not-newer", "not-older", "behind", "ahead", "apart")


class RuleReader:
    """Reads the rules of one product.

    Attributes:
        flaws: The mistakes met so far.
    """

    def __init__(self, components: Mapping[str, Component]) -> None:
        """Take the product's components by id."""
        self.flaws: list[Flaw] = []
        self._components = components
        self._ids: set[str] = set()

    def read(self, said: RuleSettings, number: int, url: str, title: str) -> Rule | None:
        """Return a rule; None where it names what there is not.

        Args:
            said: What the author says.
            number: Its number among the rules of the product, from 1.
            url: Address of the page that prints it.
            title: Title of that page.
        """
        component = self._component(said.component, said.places["component"])
        other = self._component(said.other, said.places["with"])
        if component is None or other is None:
            return None
        if not any(key in said.said for key in (*_RELATIONS, "when", "with-when", "verdict")):
            message = f"the rule about '{component.id}' and '{other.id}' relates nothing"
            help_ = f"Add what must hold: one of {', '.join(_RELATIONS)}, or a verdict."
            self.flaws.append(_flaw(said.place, message, help_))
            return None
        before = len(self.flaws)
        when = self._scope(said, "when", component)
        other_when = self._scope(said, "with-when", other)
        if len(self.flaws) > before:
            return None
        return Rule(
            id=self._id(said.said.get("name"), number),
            name=said.said.get("name"),
            component=component.id,
            other=other.id,
            when=when,
            other_when=other_when,
            same=_level(said.said.get("same")),
            not_newer=_level(said.said.get("not-newer")),
            not_older=_level(said.said.get("not-older")),
            behind=_distance_or_none(said.said.get("behind")),
            ahead=_distance_or_none(said.said.get("ahead")),
            apart=_distance_or_none(said.said.get("apart")),
            verdict=Verdict(said.said.get("verdict", Verdict.COMPATIBLE.value)),
            note=said.said.get("note"),
            page=said.place.path,
            url=url,
            title=title,
            place=said.place,
        )

    def _component(self, id_: str, place: Place) -> Component | None:
        component = self._components.get(id_)
        if component is None:
            self.flaws.append(unknown_component("rule", id_, self._components, place))
        return component

    def _scope(self, said: RuleSettings, key: str, component: Component) -> Scope | None:
        text = said.said.get(key)
        if text is None:
            return None
        name = f"'{key}' of the rule about '{component.id}'"
        scope = read_scope(text, said.places[key], component.scheme, name)
        if isinstance(scope, Flaw):
            self.flaws.append(scope)
            return None
        return scope

    def _id(self, name: str | None, number: int) -> str:
        wanted = id_ = (slug(name) if name else "") or f"rule-{number}"
        count = 1
        while id_ in self._ids:
            count += 1
            id_ = f"{wanted}-{count}"
        self._ids.add(id_)
        return id_


def read_releases(
    said: Iterable[ReleaseSettings], scheme: Scheme, component: str
) -> tuple[tuple[Release, ...], list[Flaw]]:
    """Return a component's releases from the oldest on, each once, and the mistakes in them."""
    found: dict[object, Release] = {}
    flaws = []
    for each in said:
        try:
            version = scheme.parse(each.version)
        except VersionSyntaxError as error:
            expected = error.expected if each.version.isascii() else "ASCII characters only"
            message = (
                f"the release '{each.version}' of '{component}' is no {scheme.name} version: "
                f"expected {expected}"
            )
            help_ = "Write each release in full, as its scheme has it, or name another scheme."
            flaws.append(_flaw(each.place, message, help_))
            continue
        earlier = found.get(version.key)
        if earlier is not None:
            message = (
                f"the release '{each.version}' of '{component}' is listed twice, first at "
                f"{earlier.place}"
            )
            flaws.append(_flaw(each.place, message, "Keep one of the two."))
            continue
        found[version.key] = Release(version, each.date, each.end_of_life, each.place)
    if not found and len(flaws) > 1:
        # A table of lines, mostly: the first says it for all of them.
        flaws = [replace(flaws[0], message=f"{flaws[0].message}; none of the {len(flaws)} is")]
    releases = tuple(found.values())
    if not isinstance(scheme, Named):
        releases = tuple(sorted(releases, key=lambda release: release.version.key))
    return releases, flaws


def unknown_component(what: str, id_: str, known: Iterable[str], place: Place) -> Flaw:
    """Return the flaw of a rule or example that names a component that there is not."""
    listed = tuple(known)
    close = get_close_matches(id_[:80], listed, n=1)
    help_ = f"Components are: {', '.join(listed)}." if listed else "Name it under 'components'."
    return _flaw(
        place,
        f"the {what} names the component '{id_}', which there is not",
        f"Did you mean '{close[0]}'?" if close else help_,
    )


def read_distance(text: str) -> Distance:
    """Return a distance that has its form, such as `2 minors`."""
    count, level = text.split()
    return Distance(int(count), Level(level.removesuffix("s")))


def _level(word: str | None) -> Level | None:
    return None if word is None else Level(word)


def _distance_or_none(text: str | None) -> Distance | None:
    return None if text is None else read_distance(text)


def _flaw(place: Place, message: str, help_: str) -> Flaw:
    return Flaw(FlawKind.INVALID_FRONT_MATTER, place, message, help_)
