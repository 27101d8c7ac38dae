"""All checks, in the order of their codes."""

from __future__ import annotations

from mkdocs_compat.checks import (
    ambiguous_header,
    bad_version,
    blank_undeclared,
    broken_trend,
    clashing_rules,
    conflicting_rows,
    drifted_copy,
    duplicate_header,
    exception_row,
    failing_example,
    footnote_without_note,
    forbidden_order,
    gap,
    idle_when,
    impassable_max_hop,
    invalid_front_matter,
    misplaced_example,
    missing_guide,
    mixed_precision,
    mixed_schemes,
    moving_version,
    nothing_to_read,
    overlapping_rows,
    partial_overlaps_full,
    partial_without_note,
    ragged_row,
    repeated_row,
    repeated_rule_name,
    reversed_range,
    rule_contradicts_table,
    shared_boundary,
    stale_baseline,
    stale_latest,
    stranded_release,
    trailing_zero,
    unanswered_release,
    uncounted_distance,
    undated_latest,
    unknown_stop,
    unknown_target,
    unknown_token,
    unlisted_version,
    unneeded_stop,
    unrecognised_table,
    unsafe_maven_version,
    unused_ignore,
)
from mkdocs_compat.checks.accepting import without_accepted
from mkdocs_compat.checks.check import Check, Finder
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic
from mkdocs_compat.model.site import Site

FINDERS: tuple[tuple[Check, Finder], ...] = tuple(
    (module.CHECK, module.find)
    for module in (
        unknown_token,
        bad_version,
        reversed_range,
        ambiguous_header,
        duplicate_header,
        ragged_row,
        footnote_without_note,
        blank_undeclared,
        invalid_front_matter,
        unrecognised_table,
        nothing_to_read,
        unknown_target,
        moving_version,
        trailing_zero,
        conflicting_rows,
        shared_boundary,
        overlapping_rows,
        repeated_row,
        exception_row,
        partial_overlaps_full,
        partial_without_note,
        unanswered_release,
        gap,
        broken_trend,
        drifted_copy,
        unlisted_version,
        undated_latest,
        stale_latest,
        unsafe_maven_version,
        mixed_precision,
        failing_example,
        rule_contradicts_table,
        clashing_rules,
        idle_when,
        repeated_rule_name,
        uncounted_distance,
        mixed_schemes,
        misplaced_example,
        stranded_release,
        unknown_stop,
        unneeded_stop,
        missing_guide,
        forbidden_order,
        impassable_max_hop,
    )
)

# These look at what the others found, so they have no finders of their own.
_OF_ACCEPTANCES = (unused_ignore.CHECK, stale_baseline.CHECK)

CHECKS: tuple[Check, ...] = tuple(
    sorted((*(check for check, _ in FINDERS), *_OF_ACCEPTANCES), key=lambda check: check.code)
)


def run_checks(site: Site) -> tuple[Diagnostic, ...]:
    """Return what all checks find in a site and nobody accepts, sorted by place and code."""
    inspection = Inspection(site)
    found = [diagnostic for _, find in FINDERS for diagnostic in find(inspection)]
    known = tuple(word for check in CHECKS for word in (check.code, check.name))
    kept = without_accepted(site, found, known)
    return tuple(sorted(dict.fromkeys(kept), key=lambda item: (item.place, item.code)))
