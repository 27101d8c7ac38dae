"""Runs the checks over a site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from mkdocs_compat.checks.accepting import weighed, without_accepted
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.checks.of_tables import OF_TABLES
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.model.site import Site
from mkdocs_compat.model.upgrade import NO_UPGRADE


def run_checks(
    site: Site, severities: Mapping[str, Severity] | None = None
) -> tuple[Diagnostic, ...]:
    """Return what all checks find in a site and nobody accepts, sorted by place and code.

    Args:
        site: The site.
        severities: How severe the findings of checks are, by code or name, where that is not the
            default; what a page says comes first.
    """
    inspection = Inspection(site)
    if _says_more_than_tables(site):
        # They bring along all that reasons and plans, so others need not wait for it.
        from mkdocs_compat.checks.registry import FINDERS  # noqa: PLC0415

        finders = FINDERS
    else:
        finders = OF_TABLES
    found = [diagnostic for _, find in finders for diagnostic in find(inspection)]
    if severities:
        found = weighed(found, severities)
    kept = _told_once(without_accepted(site, found))
    return tuple(sorted(kept, key=lambda item: (item.place, item.code)))


def _told_once(found: Sequence[Diagnostic]) -> Iterable[Diagnostic]:
    """Return each finding once, with all pages that show its place where several include a file.

    Where they say how severe it is, it is as severe as on any of them.
    """
    if not any(diagnostic.place.pages for diagnostic in found):
        return dict.fromkeys(found)
    same: dict[Diagnostic, list[Diagnostic]] = {}
    for diagnostic in found:
        same.setdefault(replace(diagnostic, severity=Severity.ERROR), []).append(diagnostic)
    return [_joined(group) for group in same.values()]


def _joined(group: Sequence[Diagnostic]) -> Diagnostic:
    """Return findings that are the same, each by another page, as one."""
    worst = min(group, key=lambda each: each.severity.rank)
    pages = dict.fromkeys(page for each in group for page in each.place.pages or (each.place.path,))
    if len(pages) == 1:
        return worst
    return replace(worst, place=replace(worst.place, pages=tuple(pages)))


def _says_more_than_tables(site: Site) -> bool:
    """Tell whether there is anything for the checks of rules, examples and upgrades."""
    return any(
        product.rules or product.examples or product.upgrade != NO_UPGRADE
        for product in site.products
    )
