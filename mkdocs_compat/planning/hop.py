"""One hop of a plan, with all that a reader must know about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from mkdocs_compat.model.upgrade import Change, Downgrade, Gate, Link, Notice, Stop
from mkdocs_compat.planning.moves import Refusal
from mkdocs_compat.reasoning.answer import Group, Pair
from mkdocs_compat.versions.scheme import Level

# The versions in service by component id, as they are written.
InService: TypeAlias = Mapping[str, tuple[str, ...]]


class Mode(Enum):
    """How a hop is made."""

    ROLLING = "rolling"
    # Nobody says that it rolls, and nothing that it must be down: its versions may meet.
    IN_ONE_GO = "in-one-go"
    DOWNTIME = "downtime"
    LOCKSTEP = "lockstep"
    REPAIR = "repair"


class Naming(Enum):
    """What a version is that a hop reaches."""

    # One that is listed, or that somebody names.
    RELEASE = "release"
    # A line of which nobody lists the releases; each of them will do.
    LINE = "line"
    # The first release of a line by its number; nobody says that there is one.
    COUNTED = "counted"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a component cannot make a hop.

    Attributes:
        component: Id of the component.
        was: The versions in service.
        now: The version it would go to.
        refusals: What forbids the hop, whatever the others run.
        because: The pairs and groups that the versions in service would not allow then.
    """

    component: str
    was: tuple[str, ...]
    now: str
    refusals: tuple[Refusal, ...]
    because: tuple[Pair | Group, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """One component moved to another version.

    Attributes:
        component: Id of the component.
        was: The versions that are left, from the least advanced one on.
        now: The version that is reached.
        naming: What that version is.
        is_up: Whether it is an upgrade.
        level: Level of the first number that differs; of several, the largest change.
        change: The author's class for it; of a downgrade, that of the upgrade taken back.
        guide: The guide for it.
        breaking: Breaking changes of the versions passed that no earlier hop passed.
        tasks: Tasks of the versions passed, likewise.
        waits: What to wait for before the next hop.
        no_return: Why there is no way back: a gate that is passed, or what is said of downgrades.
            Of a downgrade, what is said against it.
    """

    component: str
    was: tuple[str, ...]
    now: str
    naming: Naming
    is_up: bool
    level: Level
    change: Change | None
    guide: Link | None
    breaking: tuple[Notice, ...]
    tasks: tuple[Notice, ...]
    waits: tuple[Gate, ...]
    no_return: tuple[Gate | Downgrade, ...]

    @property
    def rollback(self) -> str | None:
        """The way back, in the author's words; of a downgrade, how it is made."""
        return self.change.rollback if self.change else None


@dataclass(frozen=True, slots=True)
class Hop:
    """One hop.

    Attributes:
        moves: The components that move; several in a lockstep.
        mode: How it is made.
        before: The versions in service before.
        beside: All versions that run side by side while it is made; None where it does not roll.
        after: The versions in service after.
        because: What tables and rules say of the versions side by side, or of those after where
            it does not roll: all that allows the hop.
        otherwise: Why it is not made in a better way: with downtime, what forbids the versions of
            the component to run side by side; in a lockstep, what forbids each component to go by
            itself; of a repair, what is said against its jumps.
        is_optional: Whether everything works without it, and without later hops of its component.
    """

    moves: tuple[Move, ...]
    mode: Mode
    before: InService
    beside: InService | None
    after: InService
    because: tuple[Pair | Group, ...]
    otherwise: tuple[Obstacle, ...]
    is_optional: bool


@dataclass(frozen=True, slots=True)
class StopPassed:
    """A required stop that a plan passes.

    Attributes:
        stop: The stop.
        hop: Number of the hop that arrives at it, from 0.
        version: The version at which it is met.
    """

    stop: Stop
    hop: int
    version: str
