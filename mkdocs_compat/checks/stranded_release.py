"""Finds lines from which no plan leads to the newest release, together with what runs beside it.

Why: whoever runs such a line, with versions of the other components that go with it, can neither
go on one component at a time nor in lockstep.

Fix: release or list what is missing between, or correct the stop, the largest hop or the rule.

By itself a component gets everywhere that its stops and its largest hop let it; where these make no
sense, other checks say so, and they are left out here. A line is reported only where no plan leads
from its newest companions, and none from its oldest ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.checks.upgrading import is_met, lines_of, too_far
from mkdocs_compat.diagnostics import Diagnostic, Related, Severity
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.release import Release
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.upgrade import NO_UPGRADE, MaxHop, Stop
from mkdocs_compat.planning.hop import Obstacle
from mkdocs_compat.planning.moves import Refusal
from mkdocs_compat.planning.plan import Blocked
from mkdocs_compat.planning.planner import Planner
from mkdocs_compat.planning.states import GOOD
from mkdocs_compat.reasoning.answer import Asked
from mkdocs_compat.reasoning.asking import read_asked
from mkdocs_compat.reasoning.index import Index
from mkdocs_compat.reasoning.sentence import sentence
from mkdocs_compat.versions.scheme import Level

CHECK = Check("CMP501", "stranded-release", Severity.WARNING)

# The version of each component by its id.
_Set = Mapping[str, str]


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for product in inspection.site.products:
        if product.upgrade != NO_UPGRADE and not _counts_patches(product):
            yield from _Lines(product).findings()


def _counts_patches(product: Product) -> bool:
    """Tell whether single patches matter, of which plans know the newest of each line only."""
    levels = {most.distance.level for most in product.upgrade.max_hops}
    return Level.PATCH in levels.union(*(rule.levels for rule in product.rules))


class _Lines:
    """The lines of one product, and the plans from them."""

    def __init__(self, product: Product) -> None:
        components = {component.id: component for component in product.components}
        stops = tuple(
            stop
            for stop in product.upgrade.stops
            if stop.component in components and _makes_sense(stop, components[stop.component])
        )
        most = tuple(
            each
            for each in product.upgrade.max_hops
            if each.component in components and not any(too_far(each, components[each.component]))
        )
        upgrade = replace(product.upgrade, stops=stops, max_hops=most)
        self._product = replace(product, upgrade=upgrade)
        self._index = Index(product)
        self._planner: Planner | None = None
        self._lines = {
            id_: tuple(lines_of(component).values())
            for id_, component in components.items()
            if component.releases
        }
        # Sets of versions from which a plan is known, and those of which it is said that none is.
        self._proven: set[frozenset[tuple[str, str]]] = set()
        self._told: set[frozenset[tuple[str, str]]] = set()

    def findings(self) -> Iterator[Diagnostic]:
        for id_, lines in self._lines.items():
            for line in lines[:-1]:
                if _is_supported(line):
                    yield from self._from(id_, line, lines[-1])

    def _from(self, id_: str, line: Release, newest: Release) -> Iterator[Diagnostic]:
        companions = [
            other
            for other in self._lines
            if other != id_ and self._index.link(id_, other) is not None
        ]
        target = self._set(id_, newest, companions, newest_first=True)
        # By itself it goes wherever it is let go.
        if not companions or target is None:
            return
        blocked: Blocked | None = None
        for newest_first in (True, False):
            start = self._set(id_, line, companions, newest_first=newest_first)
            if start is None or not self._is_up(start, target):
                return
            found = self._blocked(start, target)
            if found is None:
                return
            blocked = blocked or found
        if blocked is None or not blocked.obstacles:
            return
        told = frozenset((other, texts[0]) for other, texts in blocked.start.items())
        if told not in self._told:
            self._told.add(told)
            yield self._finding(self._product.component(id_), line, newest, blocked)

    def _set(
        self, id_: str, release: Release, companions: Sequence[str], *, newest_first: bool
    ) -> _Set | None:
        """Return a release with releases of the other components that go with it and each other."""
        first = self._asked(id_, release)
        chosen = {} if first is None else {id_: first}
        for other in companions if chosen else ():
            lines = self._lines[other]
            for each in reversed(lines) if newest_first else lines:
                asked = self._asked(other, each)
                is_good = asked is not None and self._goes([*chosen.values(), asked])
                if asked is not None and is_good and _is_supported(each):
                    chosen[other] = asked
                    break
            else:
                return None
        return {other: asked.text for other, asked in chosen.items()} if chosen else None

    def _asked(self, id_: str, release: Release) -> Asked | None:
        asked = read_asked(self._index.components[id_], release.version.text)
        return asked if isinstance(asked, Asked) else None

    def _goes(self, asked: Sequence[Asked]) -> bool:
        return self._index.verdict(asked) in {None, *GOOD}

    def _is_up(self, start: _Set, target: _Set) -> bool:
        for id_, text in start.items():
            scheme = self._index.components[id_].scheme
            if scheme.compare(scheme.parse(text), scheme.parse(target[id_])) > 0:
                return False
        return True

    def _blocked(self, start: _Set, target: _Set) -> Blocked | None:
        """Return why there is no plan; None where there is one."""
        if frozenset(start.items()) in self._proven:
            return None
        self._planner = self._planner or Planner(self._product)
        result = self._planner.plan({id_: [text] for id_, text in start.items()}, target)
        if isinstance(result, Blocked):
            return None if result.outside or result.wanted else result
        for hop in result.hops:
            if all(len(texts) == 1 for texts in hop.before.values()):
                state = {id_: texts[0] for id_, texts in hop.before.items()}
                self._proven.add(frozenset(state.items()))
        return None

    def _finding(
        self, component: Component, line: Release, newest: Release, blocked: Blocked
    ) -> Diagnostic:
        beside = " and ".join(
            f"{self._product.component(id_).name} {texts[0]}"
            for id_, texts in blocked.start.items()
            if id_ != component.id
        )
        first = blocked.obstacles[0].component
        obstacles = [each for each in blocked.obstacles if each.component == first]
        why = "; ".join(map(self._why, obstacles))
        said = (refusal.said for each in obstacles for refusal in each.refusals)
        related = dict.fromkeys(each.place for each in said if each is not None)
        return CHECK.finding(
            line.place,
            f"no plan leads from {component.name} {line.version.text} with {beside} to the newest "
            f"{component.name} {newest.version.text}: {why}",
            "Correct the stop, the largest hop or the rule, or list the release that is missing "
            "between; a line whose support has ended says so with 'end-of-life'.",
            tuple(Related(place, "what is said of upgrades") for place in related),
        )

    def _why(self, obstacle: Obstacle) -> str:
        name = self._product.component(obstacle.component).name
        hop = f"{name} cannot go from {' and '.join(obstacle.was)} to {obstacle.now}"
        for refusal in obstacle.refusals:
            return f"{hop}{_refused(refusal)}"
        for part in obstacle.because:
            for statement in part.statements[:1]:
                words = sentence(statement, part.members, self._product, is_split=bool(part.split))
                return f"{hop}: {words.removesuffix('.')}"
        return hop


def _makes_sense(stop: Stop, component: Component) -> bool:
    return not component.releases or is_met(stop, component)


def _is_supported(line: Release) -> bool:
    today = datetime.now(UTC).date().isoformat()
    return line.end_of_life is None or line.end_of_life >= today


def _refused(refusal: Refusal) -> str:
    match refusal.said:
        case Stop(at=at):
            return f", for it must stop at '{at.text}'"
        case MaxHop(distance=most):
            return f", for its largest hop is {most.count} {most.level.value}"
        case _:
            return ""
