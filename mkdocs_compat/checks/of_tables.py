"""The checks of tables: of how they are written, of what they say, and of their versions.

They look at every site. The others are in `registry`, and are loaded for sites that have rules.
"""

from __future__ import annotations

from mkdocs_compat.checks import (
    ambiguous_header,
    bad_version,
    blank_undeclared,
    broken_trend,
    claimed_scheme,
    conflicting_rows,
    drifted_copy,
    duplicate_header,
    exception_row,
    footnote_without_note,
    gap,
    invalid_front_matter,
    link_disagrees,
    mixed_precision,
    moving_version,
    note_without_mark,
    nothing_to_read,
    odd_number,
    overlapping_rows,
    partial_overlaps_full,
    partial_without_note,
    ragged_row,
    repeated_row,
    reversed_range,
    shared_boundary,
    stale_latest,
    trailing_zero,
    unanswered_release,
    undated_latest,
    unknown_target,
    unknown_token,
    unlisted_version,
    unrecognised_table,
    unsafe_maven_version,
)
from mkdocs_compat.checks.check import Check, Finder

OF_TABLES: tuple[tuple[Check, Finder], ...] = tuple(
    (module.CHECK, module.find)
    for module in (
        unknown_token,
        bad_version,
        reversed_range,
        ambiguous_header,
        duplicate_header,
        ragged_row,
        footnote_without_note,
        note_without_mark,
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
        link_disagrees,
        odd_number,
        claimed_scheme,
    )
)
