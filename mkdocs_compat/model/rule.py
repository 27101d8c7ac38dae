"""Rules: relations between the versions of two components, or within the fleet of one."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.source import Place
from mkdocs_compat.versions.scheme import Level

# How many numbers are compared at the levels that rules name.
COUNTED: dict[Level, int] = {Level.MAJOR: 1, Level.MINOR: 2, Level.PATCH: 3}

# The levels as authors write them.
LEVELS = tuple(level.value for level in COUNTED)


@dataclass(frozen=True, slots=True)
class Distance:
    """A number of steps at a level: `1 minor`."""

    count: int
    level: Level


@dataclass(frozen=True, slots=True)
class Scope:
    """The versions that a rule speaks of, on one of its sides.

    Attributes:
        text: As the author wrote it.
        range: What that names.
    """

    text: str
    range: Range


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule (design, section 5): it holds for every pair of instances that can meet.

    Attributes:
        id: Unique within the product: its name, made fit for an id, or `rule-3` by its number.
        name: What the author calls it.
        component: Id of the component that it binds.
        other: Id of the component that it is measured against; its own for a rule within a fleet.
        when: Versions of the component that it speaks of; None for all.
        other_when: Versions of the other that it speaks of; None for all.
        same: The versions agree down to this level.
        not_newer: The component is not newer than the other, counted down to this level.
        not_older: The component is not older, likewise.
        behind: How far the component may lag behind.
        ahead: How far it may be ahead.
        apart: How far the two may be apart, either way.
        verdict: What the versions that meet all relations are worth; the others are incompatible.
            A rule whose verdict is `incompatible` forbids what meets it and says nothing of others.
        note: The limit that goes with the verdict.
        page: Path of the file that states it.
        url: Address of the page where it is printed, relative to the site's root.
        title: Title of that page.
        place: Where it stands in the file.
    """

    id: str
    name: str | None
    component: str
    other: str
    when: Scope | None
    other_when: Scope | None
    same: Level | None
    not_newer: Level | None
    not_older: Level | None
    behind: Distance | None
    ahead: Distance | None
    apart: Distance | None
    verdict: Verdict
    note: str | None
    page: str
    url: str
    title: str
    place: Place

    @property
    def anchor(self) -> str:
        """Id of the element that prints the rule."""
        return f"compat-rule-{self.id}"

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels at which it compares versions, those of its distances too."""
        levels = (self.same, self.not_newer, self.not_older)
        distances = (self.behind, self.ahead, self.apart)
        return (
            *(level for level in levels if level is not None),
            *(distance.level for distance in distances if distance is not None),
        )

    @property
    def is_within_fleet(self) -> bool:
        """Whether it binds the instances of one component among each other."""
        return self.component == self.other
