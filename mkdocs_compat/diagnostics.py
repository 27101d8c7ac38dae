"""Findings as data: what a check found, where, and what to do. No formatting happens here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from mkdocs_compat.source import Place

# A message may say where else to look; that place moves with every line above it.
_LINE_NUMBER = re.compile(r"\bon line [0-9]+")


class Severity(Enum):
    """How much a finding matters; errors and warnings fail a strict build."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Its place among the severities; the most severe one is 0."""
        return list(Severity).index(self)

    def reaches(self, threshold: Severity) -> bool:
        """Tell whether this severity matters at least as much as another one."""
        return self.rank <= threshold.rank


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding speaks of, with what stands there."""

    place: Place
    message: str


class Applicability(Enum):
    """Who may apply a fix."""

    CERTAIN = "certain"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Edit:
    """One stretch of a file, and what to write in its place.

    Attributes:
        place: The stretch; on one line.
        old: What stands there.
        new: What to write.
    """

    place: Place
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A way to mend what was found.

    Attributes:
        message: What it does, as the rest of a sentence that begins with "you could".
        edits: What to change; no two of them touch.
        applicability: Certain where it can only be meant so; otherwise the author chooses.
    """

    message: str
    edits: tuple[Edit, ...]
    applicability: Applicability


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding of one check.

    Attributes:
        code: Stable code, such as `CMP201`; never reused.
        name: Name of the check, kebab-case, naming the bad pattern.
        severity: How much it matters.
        message: One sentence that stands alone.
        place: Where it is.
        help: What to do about it.
        related: Other places it speaks of.
        fixes: Ways to mend it, of which one is enough.
    """

    code: str
    name: str
    severity: Severity
    message: str
    place: Place
    help: str
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()

    @property
    def about(self) -> str:
        """What the finding is about, in words that stay when lines move.

        With its code and its page this is what a finding is known again by.
        """
        return " ".join(_LINE_NUMBER.sub("on another line", self.message).split())
