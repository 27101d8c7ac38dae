"""Findings as SARIF 2.1.0, the form of code scanning at GitHub and elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterable
from urllib.parse import quote

from mkdocs_compat import __version__
from mkdocs_compat.checks.catalogue import HOME, Description, catalogue
from mkdocs_compat.diagnostics import Diagnostic, Edit, Fix, Severity
from mkdocs_compat.publishing.reports.report import Report
from mkdocs_compat.source import Place

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}

# What paths are relative to: the root of the repository, wherever it is checked out.
_ROOT = "%SRCROOT%"

# The number changes when findings are known again by something else.
_FINGERPRINT = "mkdocsCompatFinding/v1"


def write_sarif(report: Report) -> str:
    """Return the findings as a SARIF log with one run, which describes every check."""
    rules = list(catalogue().values())
    numbers = {rule.check.code: number for number, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "mkdocs-compat",
                "version": __version__,
                "informationUri": HOME,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, fingerprint, numbers[finding.code], report)
            for finding, fingerprint in report.fingerprinted()
        ],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(rule: Description) -> dict[str, object]:
    help_ = " ".join(filter(None, (rule.why, rule.fix)))
    return {
        "id": rule.check.code,
        "name": rule.check.name,
        "shortDescription": {"text": rule.finds},
        "fullDescription": {"text": " ".join(filter(None, (rule.finds, rule.why)))},
        "help": {"text": help_ or rule.finds},
        "helpUri": rule.url,
        "defaultConfiguration": {"level": _LEVELS[rule.check.severity]},
        "properties": {
            "tags": ["documentation", "compatibility"],
            "problem.severity": _PROBLEMS[rule.check.severity],
        },
    }


def _result(finding: Diagnostic, fingerprint: str, rule: int, report: Report) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}. {finding.help}"},
        "locations": [_location(finding.place, report)],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(each.place, report), "message": {"text": each.message}}
            for number, each in enumerate(finding.related)
        ]
    if finding.fixes:
        result["fixes"] = [_fix(fix, report) for fix in finding.fixes]
    return result


def _location(place: Place, report: Report) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": _artifact(place, report)}
    if place.part:
        # The file holds no such line.
        return {
            "physicalLocation": physical,
            "logicalLocations": [{"fullyQualifiedName": place.part}],
        }
    physical["region"] = _region(place)
    source = report.sources.get(place.path)
    if source is not None and source.line(place.line):
        physical["contextRegion"] = {
            "startLine": place.line,
            "snippet": {"text": source.line(place.line)},
        }
    return {"physicalLocation": physical}


def _artifact(place: Place, report: Report) -> dict[str, object]:
    path = report.file(place.path)
    return {"uri": quote(path.encode(errors="replace")), "uriBaseId": _ROOT}


def _region(place: Place) -> dict[str, object]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _fix(fix: Fix, report: Report) -> dict[str, object]:
    files: dict[str, list[Edit]] = {}
    for edit in fix.edits:
        files.setdefault(edit.place.path, []).append(edit)
    return {
        "description": {"text": fix.message},
        "artifactChanges": [_change(edits, report) for edits in files.values()],
    }


def _change(edits: Iterable[Edit], report: Report) -> dict[str, object]:
    edits = tuple(edits)
    return {
        "artifactLocation": _artifact(edits[0].place, report),
        "replacements": [
            {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.new}}
            for edit in edits
        ],
    }
