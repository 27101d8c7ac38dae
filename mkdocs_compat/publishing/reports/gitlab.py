"""Findings as a Code Quality report of GitLab, which shows them in merge requests."""

from __future__ import annotations

import json

from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.publishing.reports.report import Report

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def write_gitlab(report: Report) -> str:
    """Return the findings as a JSON list with what GitLab asks of each."""
    found = [
        {
            "description": _description(finding),
            "check_name": f"{finding.code} {finding.name}",
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {
                "path": report.file(finding.place.path),
                "lines": {"begin": finding.place.line, "end": finding.place.end_line},
            },
        }
        for finding, fingerprint in report.fingerprinted()
    ]
    return json.dumps(found, indent=2)


def _description(finding: Diagnostic) -> str:
    part = f"{finding.place.part}: " if finding.place.part else ""
    return f"{part}{finding.message}. {finding.help}"
