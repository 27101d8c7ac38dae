"""What authors say about upgrading: stops, guides, classes of change, what comes with releases."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from mkdocs_compat.model.rule import Distance, Scope
from mkdocs_compat.source import Place
from mkdocs_compat.versions.scheme import Level


class Audience(Enum):
    """Whom a breaking change or a task concerns."""

    OPERATORS = "operators"
    USERS = "users"


class Direction(Enum):
    """Which way a guide leads."""

    UP = "up"
    DOWN = "down"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Link:
    """A page that an author points to.

    Attributes:
        text: As the author wrote it: a page of the site, relative to the one that names it, or an
            address on the web.
        url: Where it leads, once that is known: an address on the web, or one relative to the
            site's root. None where it leads nowhere.
        place: Where it stands.
    """

    text: str
    url: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Stop:
    """Versions that an upgrade must pass through.

    An upgrade from below all of `at` may not go to `before` or above in one hop.

    Attributes:
        component: Id of the component.
        at: The versions of which one must be passed.
        before: Where the versions begin that may not be reached without; None for all above `at`.
        question: Id of the question on which it depends: the stop is none where the answer is no.
        guide: The guide for leaving it or arriving at it.
        reason: Why it must be passed.
        place: Where the author says so.
    """

    component: str
    at: Scope
    before: Scope | None
    question: str | None
    guide: Link | None
    reason: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Question:
    """A question whose answer decides about stops.

    Attributes:
        id: Its id, unique within the product.
        text: The question, to be answered with yes or no.
        place: Where it stands.
    """

    id: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Guide:
    """The guide for moves from some versions.

    Attributes:
        component: Id of the component.
        start: The versions to start from.
        guide: The guide.
        place: Where the author says so.
        direction: Whether it is for upgrades, for downgrades, or for both.
    """

    component: str
    start: Scope
    guide: Link
    place: Place
    direction: Direction = Direction.UP


@dataclass(frozen=True, slots=True)
class Change:
    """A class of change: what a hop of one level means.

    A downgrade takes back the change that the upgrade between the same versions would be.

    Attributes:
        component: Id of the component.
        level: The place of the first number that differs.
        start: Only for upgrades from these versions; None for all.
        when: Only for upgrades to these versions; None for all.
        name: What the author calls it.
        risk: What can go wrong.
        rollback: The way back.
        place: Where it stands.
    """

    component: str
    level: Level
    start: Scope | None
    when: Scope | None
    name: str | None
    risk: str | None
    rollback: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class MaxHop:
    """The largest jump of a component.

    Attributes:
        component: Id of the component.
        distance: How far it may go in one hop.
        place: Where the author says so.
    """

    component: str
    distance: Distance
    place: Place


@dataclass(frozen=True, slots=True)
class Gate:
    """Versions at which something must be known or awaited.

    Attributes:
        component: Id of the component.
        at: The versions.
        note: What happens there, or what to wait for.
        place: Where it stands.
    """

    component: str
    at: Scope
    note: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Downgrade:
    """Whether a component may go back.

    Attributes:
        component: Id of the component.
        most: The level of the largest change that may be taken back; or whether any may.
        place: Where the author says so.
    """

    component: str
    most: Level | bool
    place: Place


@dataclass(frozen=True, slots=True)
class Notice:
    """A breaking change, or a task to be done once, that comes with a release.

    Attributes:
        component: Id of the component.
        at: The release, or the line with whose first release it comes.
        audience: Whom it concerns; None for everyone.
        text: What changes, or what to do.
        link: Where more is said.
        place: Where it stands.
    """

    component: str
    at: Scope
    audience: Audience | None
    text: str
    link: Link | None
    place: Place


@dataclass(frozen=True, slots=True)
class Upgrade:
    """All that a product's pages say about upgrading it.

    Attributes:
        stops: Versions that must be passed through.
        questions: The questions on which stops depend.
        guides: Guides by starting version.
        changes: Classes of change; of several that fit, the first counts.
        order: Ids of components in the order in which they go up; those of one step have no order
            among themselves.
        max_hops: The largest jumps.
        rolling: Ids of the components whose instances are replaced one at a time.
        finalizes: Versions from which there is no way back below them.
        waits: Versions after which something must be awaited.
        downgrades: What may be taken back; everything may where nothing is said.
        breaking: Breaking changes.
        tasks: Tasks to be done once.
        order_place: Where the order is stated; None where none is, or the file is not at hand.
    """

    stops: tuple[Stop, ...] = ()
    questions: tuple[Question, ...] = ()
    guides: tuple[Guide, ...] = ()
    changes: tuple[Change, ...] = ()
    order: tuple[tuple[str, ...], ...] = ()
    max_hops: tuple[MaxHop, ...] = ()
    rolling: tuple[str, ...] = ()
    finalizes: tuple[Gate, ...] = ()
    waits: tuple[Gate, ...] = ()
    downgrades: tuple[Downgrade, ...] = ()
    breaking: tuple[Notice, ...] = ()
    tasks: tuple[Notice, ...] = ()
    order_place: Place | None = field(default=None, compare=False)


# What pages say that say nothing about it.
NO_UPGRADE = Upgrade()
