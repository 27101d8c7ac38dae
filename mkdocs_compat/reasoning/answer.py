"""What is asked, and what is answered. The browser's engine answers in the same shape."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.reasoning.statement import Statement
from mkdocs_compat.versions.scheme import Extent, Scheme


@dataclass(frozen=True, slots=True)
class Asked:
    """One version in question: all of a line, or one release.

    Attributes:
        component: Id of the component.
        text: The version as it was given.
        extent: What it names.
        scheme: The scheme of the component.
    """

    component: str
    text: str
    extent: Extent
    scheme: Scheme


@dataclass(frozen=True, slots=True)
class Split:
    """Some of the versions in question and the verdict that holds for them.

    Attributes:
        a: Versions of the first component in the author's notation; None for all asked about.
        b: Versions of the second; None for all asked about.
        verdict: Their verdict.
    """

    a: str | None
    b: str | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Pair:
    """The answer for two versions, the subject's first.

    Attributes:
        a: A version of the component that the tables are about.
        b: A version of the other component.
        verdict: The worst verdict of all versions asked about.
        statements: The statements that decided, those of the worst verdict first.
        split: Where the verdict differs within the versions asked about; empty where it does not.
    """

    a: Asked
    b: Asked
    verdict: Verdict
    statements: tuple[Statement, ...]
    split: tuple[Split, ...]


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
        verdict: The worst verdict of all pairs; None where nothing relates the components asked
            about.
        pairs: The related pairs, from the worst verdict to the best.
        problems: Texts that are no versions; they are no part of the question.
    """

    verdict: Verdict | None
    pairs: tuple[Pair, ...]
    problems: tuple[Problem, ...]
