"""What every check is: a code, a name, a default severity, and a function over a whole site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Related, Severity
from mkdocs_compat.model.site import FlawKind, Site
from mkdocs_compat.source import Place


@dataclass(frozen=True, slots=True)
class Check:
    """What identifies a check.

    Attributes:
        code: Stable code; its hundreds say the group (1 reading, 2 tables, 3 versions, 4 rules,
            5 upgrades).
        name: The bad pattern that it finds, in kebab-case.
        severity: The severity of its findings where a finding does not say another.
    """

    code: str
    name: str
    severity: Severity

    def finding(
        self,
        place: Place,
        message: str,
        help_: str,
        related: tuple[Related, ...] = (),
        severity: Severity | None = None,
    ) -> Diagnostic:
        """Return one finding of this check."""
        return Diagnostic(
            self.code, self.name, severity or self.severity, message, place, help_, related
        )

    def flaws(
        self, site: Site, kind: FlawKind, when_lossless: Severity | None = None
    ) -> Iterator[Diagnostic]:
        """Yield the flaws of one kind as findings of this check.

        Args:
            site: The site.
            kind: Which flaws.
            when_lossless: The severity of flaws by which nothing that was written gets lost.
        """
        for flaw in (*site.flaws, *(flaw for page in site.pages for flaw in page.flaws)):
            if flaw.kind is kind:
                severity = None if flaw.loses else when_lossless
                yield self.finding(flaw.place, flaw.message, flaw.help, flaw.related, severity)


Finder: TypeAlias = Callable[[Inspection], Iterator[Diagnostic]]
