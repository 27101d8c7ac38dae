"""Finds accepted findings that do not occur (any more), and names of checks that do not exist.

Why: an acceptance that outlives its finding would silently swallow the next one.

Fix: take it out of `compat.ignore`, or correct the check's name.
"""

from __future__ import annotations

from difflib import get_close_matches

from mkdocs_compat.checks.check import Check
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.model.site import Ignore

CHECK = Check("CMP112", "unused-ignore", Severity.WARNING)


def unused(ignore: Ignore, known: tuple[str, ...]) -> Diagnostic:
    """Return the finding for an acceptance that accepted nothing.

    Args:
        ignore: The acceptance.
        known: Codes and names of all checks.
    """
    if ignore.check not in known:
        close = get_close_matches(ignore.check[:80], known, n=1, cutoff=0.6)
        return CHECK.finding(
            ignore.place,
            f"there is no check '{ignore.check}'",
            f"Did you mean '{close[0]}'?" if close else "Use a code or name that a finding shows.",
        )
    where = f" in a cell '{ignore.cell}'" if ignore.cell else ""
    where += f" in the table '{ignore.table}'" if ignore.table else ""
    does, key = ("accepts", "ignore") if ignore.severity is None else ("weighs", "severity")
    return CHECK.finding(
        ignore.place,
        f"the page {does} findings of '{ignore.check}'{where}, but there is none",
        f"Take this entry out of compat.{key}.",
    )
