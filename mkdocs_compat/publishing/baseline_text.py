"""The text of a baseline's file: sorted, and a line for each finding, so that changes merge."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable

from mkdocs_compat.checks.baseline import FORMAT_VERSION, Entry, can_be_accepted, key_of
from mkdocs_compat.diagnostics import Diagnostic
from mkdocs_compat.publishing.reports.escaping import printable_json


def write_baseline(findings: Iterable[Diagnostic], earlier: Iterable[Entry] = ()) -> str:
    """Return the text of a baseline that accepts all findings that can be accepted.

    Args:
        findings: The findings.
        earlier: The entries that were there; the reasons of those that stay are kept.
    """
    reasons: dict[tuple[str, str, str], deque[str]] = {}
    for entry in earlier:
        if entry.reason is not None:
            reasons.setdefault(entry.key, deque()).append(entry.reason)
    lines = []
    for key in sorted(key_of(finding) for finding in findings if can_be_accepted(finding)):
        page, code, about = key
        values = {"page": page, "code": code, "about": about}
        if reasons.get(key):
            values["reason"] = reasons[key].popleft()
        lines.append(f"    {json.dumps(values, ensure_ascii=False)}")
    listed = ",\n".join(lines)
    listed = f"[\n{listed}\n  ]" if lines else "[]"
    return printable_json(f'{{\n  "version": {FORMAT_VERSION},\n  "findings": {listed}\n}}\n')
