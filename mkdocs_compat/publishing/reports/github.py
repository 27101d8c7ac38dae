"""Findings as workflow commands of GitHub Actions, which shows them beside the changed lines."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.publishing.reports.escaping import printable
from mkdocs_compat.publishing.reports.report import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

# What would end a command's text or one of its properties; the percent sign comes first.
_IN_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = {**_IN_TEXT, ":": "%3A", ",": "%2C"}


def write_github(report: Report) -> str:
    """Return one command a finding, each on a line of its own."""
    return "\n".join(_command(finding, report) for finding in report.findings)


def _command(finding: Diagnostic, report: Report) -> str:
    place = finding.place
    properties: dict[str, str | int] = {"file": report.file(place.path)}
    if not place.part:
        properties |= {"line": place.line, "endLine": place.end_line}
        if place.line == place.end_line:
            # Columns are understood within one line only.
            properties |= {"col": place.column, "endColumn": place.end_column}
    properties["title"] = f"{finding.code} {finding.name}"
    told = ",".join(
        f"{key}={_escaped(printable(str(value)), _IN_PROPERTY)}"
        for key, value in properties.items()
    )
    text = _escaped("\n".join(map(printable, _lines(finding))), _IN_TEXT)
    return f"::{_COMMANDS[finding.severity]} {told}::{text}"


def _lines(finding: Diagnostic) -> Iterator[str]:
    part = f"{finding.place.part}: " if finding.place.part else ""
    yield f"{part}{finding.message}"
    for related in finding.related:
        yield f"{related.place}: {related.message}"
    yield finding.help


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in text)
