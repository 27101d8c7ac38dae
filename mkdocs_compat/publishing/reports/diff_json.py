"""What changed between two models, for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping

from mkdocs_compat.comparing import Comparison, ProductComparison, turn
from mkdocs_compat.model.component import Component
from mkdocs_compat.planning.changed_plans import PlanChange
from mkdocs_compat.planning.plan import Blocked, Plan
from mkdocs_compat.publishing.reports.diff_words import versions
from mkdocs_compat.publishing.reports.escaping import printable_json
from mkdocs_compat.reasoning.changing import Change, Some


def write_diff_json(comparison: Comparison) -> str:
    """Return the report as JSON.

    `regressions` says whether anything got worse. Each of `products` has `answers`, each with
    `turn` (`worse`, `better`, `now stated`, `no longer stated`), `prerelease` (only pre-releases
    at an edge are concerned), `versions`, `before` and `after`; lists of verdicts hold several
    where rules divide the versions. `upgrades` have `change`, `from`, `to`, `before` and `after`.
    """
    data = {
        "regressions": comparison.has_regressions,
        "changes": comparison.has_changes,
        "added": list(comparison.added),
        "removed": list(comparison.removed),
        "products": [_product(each) for each in comparison.products],
    }
    return printable_json(json.dumps(data, indent=2, ensure_ascii=False))


def _product(comparison: ProductComparison) -> dict[str, object]:
    answers = [
        *(_change(each, comparison, is_edge=False) for each in comparison.changes),
        *(_change(each, comparison, is_edge=True) for each in comparison.edges),
    ]
    return {
        "id": comparison.new.id,
        "name": comparison.new.name,
        "components": {
            "added": list(comparison.added),
            "removed": list(comparison.removed),
            "incomparable": list(comparison.incomparable),
        },
        "rules": {"added": list(comparison.new_rules), "removed": list(comparison.old_rules)},
        "answers": answers,
        "upgrades": [_plan(each) for each in comparison.plans],
    }


def _change(change: Change, comparison: ProductComparison, *, is_edge: bool) -> dict[str, object]:
    return {
        "turn": turn(change).value,
        "prerelease": is_edge,
        "versions": [_some(each, comparison) for each in change.members],
        "before": [verdict.value for verdict in change.before],
        "after": [verdict.value for verdict in change.after],
    }


def _some(some: Some, comparison: ProductComparison) -> dict[str, object]:
    component: Component = comparison.new.component(some.component)
    listed = [
        release.version.text
        for release in component.releases
        if some.versions.contains(release.version.key)
    ]
    return {
        "component": some.component,
        "name": component.name,
        "text": versions(some, comparison.new),
        "releases": listed,
    }


def _plan(change: PlanChange) -> dict[str, object]:
    return {
        "change": change.kind.value,
        "worse": change.kind.is_worse,
        "from": _state(change.start),
        "to": _state(change.target),
        "before": _length(change.before),
        "after": _length(change.after),
    }


def _state(state: Mapping[str, str]) -> dict[str, str]:
    return dict(state)


def _length(result: Plan | Blocked) -> dict[str, object] | None:
    if isinstance(result, Blocked):
        return None
    return {"hops": len(result.hops), "downtime": result.cost.downtime}
