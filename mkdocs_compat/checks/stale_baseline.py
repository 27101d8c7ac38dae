"""Finds entries of the baseline whose finding does not occur any more.

Why: an acceptance that outlives its finding would silently swallow the next one like it.

Fix: run `mkdocs-compat baseline` to write the file anew, or take the entry out.
"""

from __future__ import annotations

from mkdocs_compat.checks.check import Check
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.source import Place

CHECK = Check("CMP114", "stale-baseline", Severity.ERROR)


def stale(code: str, page: str, about: str, place: Place) -> Diagnostic:
    """Return the finding for an entry that accepted nothing.

    Args:
        code: The code that the entry accepts.
        page: The page on which it does so.
        about: What the accepted finding was about.
        place: Where the entry stands.
    """
    return CHECK.finding(
        place,
        f"the baseline accepts a finding of {code} on {page} that is not there any more: {about}",
        "Run 'mkdocs-compat baseline' to write the baseline anew, or take this entry out.",
    )
