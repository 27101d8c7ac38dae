"""What is asked, and what is answered. The browser's engine answers in the same shape."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.ranges.version_set import Interval, VersionSet
from mkdocs_compat.reasoning.rule_relation import RuleStatement
from mkdocs_compat.reasoning.statement import Statement
from mkdocs_compat.versions.scheme import Scheme


@dataclass(frozen=True, slots=True)
class Asked:
    """One instance in question: a release, or all of a line or of a range.

    Attributes:
        component: Id of the component.
        text: The version as it was given.
        versions: What it names; not empty.
        scheme: The scheme of the component.
        instance: Its number within the fleet, from 0.
    """

    component: str
    text: str
    versions: VersionSet
    scheme: Scheme
    instance: int = 0

    @property
    def hull(self) -> Interval:
        """From below the first version to above the last."""
        return self.versions.intervals[0][0], self.versions.intervals[-1][1]


@dataclass(frozen=True, slots=True)
class Split:
    """Some of the versions in question and the verdict that holds for them.

    Attributes:
        a: Versions of the first component in the author's notation; None for all asked about.
        b: Versions of the second; None for all asked about.
        verdict: Their verdict.
        some: Whether only some of these versions have it, and others another one: rules that
            compare two lines with each other split them in ways that no ranges say.
    """

    a: str | None
    b: str | None
    verdict: Verdict
    some: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """The answer for two versions, the subject's first.

    Attributes:
        a: A version of the component that the tables are about; without tables, that the first
            rule binds.
        b: A version of the other component, or of the same in a fleet.
        verdict: The worst verdict of all versions asked about.
        statements: What tables and rules say that decided, those of the worst verdict first.
        split: Where the verdict differs within the versions asked about; empty where it does not.
    """

    a: Asked
    b: Asked
    verdict: Verdict
    statements: tuple[Statement | RuleStatement, ...]
    split: tuple[Split, ...]

    @property
    def members(self) -> tuple[Asked, ...]:
        """The two versions."""
        return self.a, self.b


@dataclass(frozen=True, slots=True)
class Group:
    """The answer of a table whose rows count as a whole, for one version of each component.

    Attributes:
        members: The versions, the subject's first where it is in question.
        verdict: The worst verdict of all versions asked about.
        statements: What decided: the cells of the rows that list the versions, or of those that
            come closest.
    """

    members: tuple[Asked, ...]
    verdict: Verdict
    statements: tuple[Statement, ...]

    @property
    def split(self) -> tuple[Split, ...]:
        """Nothing: for which of the versions asked about it holds is not told."""
        return ()


@dataclass(frozen=True, slots=True)
class Newer:
    """A version in question above every release that is known.

    Attributes:
        asked: The version.
        newest: The newest release known.
    """

    asked: Asked
    newest: str


@dataclass(frozen=True, slots=True)
class Open:
    """The versions of a component that go with all that is asked about.

    Attributes:
        component: Id of the component.
        parts: Versions in the author's notation by verdict, from the best verdict on; only
            `compatible`, `partial` and `untested`, and only those that some version has.
        oldest: The oldest of all of these; None where there is none or no lower bound.
        newest: The newest; None where there is none or no upper bound.
    """

    component: str
    parts: tuple[tuple[Verdict, str], ...]
    oldest: str | None
    newest: str | None


@dataclass(frozen=True, slots=True)
class Move:
    """One instance moved to another version.

    Attributes:
        component: Id of the component.
        instance: Number of the instance within the fleet, from 0.
        was: The version asked about.
        now: The version to move it to: a release, or a line of which each will do.
    """

    component: str
    instance: int
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that makes a set of versions work.

    Attributes:
        moves: What to change.
        verdict: What the set is worth then.
    """

    moves: tuple[Move, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one component stands in a set of versions.

    Attributes:
        component: Id of the component.
        kind: `fine` where it works with all others; `update` where it would in another version;
            `both` where it and another one must move; `none` where that does not help either.
        moves: What to change, in the order in which to do it.
    """

    component: str
    kind: str
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """Versions of a component that work with nothing any more."""

    component: str
    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A text in question that is no version of its component's scheme."""

    component: str
    text: str
    message: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer for a set of versions.

    Attributes:
        verdict: The worst verdict of all pairs and groups; None where nothing relates the
            components asked about.
        pairs: The related pairs, from the worst verdict to the best.
        groups: The answers of tables whose rows count as a whole, likewise.
        clash: A smallest set of versions that is incompatible or conflicting; empty where there
            is none. Without any one of them the rest is neither.
        problems: Texts that are no versions; they are no part of the question.
        newer: Versions above every release that is known.
    """

    verdict: Verdict | None
    pairs: tuple[Pair, ...]
    groups: tuple[Group, ...]
    clash: tuple[Asked, ...]
    problems: tuple[Problem, ...]
    newer: tuple[Newer, ...]

    @property
    def parts(self) -> tuple[Pair | Group, ...]:
        """The pairs, then the groups: what the verdict comes from."""
        return (*self.pairs, *self.groups)
