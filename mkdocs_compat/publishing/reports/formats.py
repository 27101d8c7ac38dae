"""The forms in which findings are reported, by the names that the command line gives them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from mkdocs_compat.publishing.reports.github import write_github
from mkdocs_compat.publishing.reports.gitlab import write_gitlab
from mkdocs_compat.publishing.reports.json_report import write_json
from mkdocs_compat.publishing.reports.junit import write_junit
from mkdocs_compat.publishing.reports.report import Report
from mkdocs_compat.publishing.reports.sarif import write_sarif
from mkdocs_compat.publishing.reports.text import write_findings


def _write_text(report: Report) -> str:
    return write_findings(report.findings, report.sources, accepted=report.accepted)


FORMATS: Mapping[str, Callable[[Report], str]] = MappingProxyType(
    {
        "text": _write_text,
        "json": write_json,
        "github": write_github,
        "gitlab": write_gitlab,
        "sarif": write_sarif,
        "junit": write_junit,
    }
)
"""The writers of all forms; each returns a text without a last line ending."""
