"""Findings as data: what a check found, where, and what to do. No formatting happens here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from mkdocs_compat.source import Place


class Severity(Enum):
    """How much a finding matters; errors and warnings fail a strict build."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding speaks of, with what stands there."""

    place: Place
    message: str


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
    """

    code: str
    name: str
    severity: Severity
    message: str
    place: Place
    help: str
    related: tuple[Related, ...] = ()
