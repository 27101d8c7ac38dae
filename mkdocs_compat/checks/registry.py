"""All checks, in the order of their codes."""

from __future__ import annotations

from mkdocs_compat.checks import (
    clashing_rules,
    failing_example,
    forbidden_order,
    idle_when,
    impassable_max_hop,
    misplaced_example,
    missing_guide,
    mixed_schemes,
    repeated_rule_name,
    rule_contradicts_table,
    stale_baseline,
    stranded_release,
    uncounted_distance,
    unknown_stop,
    unneeded_stop,
    unused_ignore,
)
from mkdocs_compat.checks.check import Check, Finder
from mkdocs_compat.checks.of_tables import OF_TABLES

FINDERS: tuple[tuple[Check, Finder], ...] = (
    *OF_TABLES,
    *(
        (module.CHECK, module.find)
        for module in (
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
    ),
)

# These look at what the others found, so they have no finders of their own.
_OF_ACCEPTANCES = (unused_ignore.CHECK, stale_baseline.CHECK)

CHECKS: tuple[Check, ...] = tuple(
    sorted((*(check for check, _ in FINDERS), *_OF_ACCEPTANCES), key=lambda check: check.code)
)
