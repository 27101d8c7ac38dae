"""Findings for programs: a JSON list, one object a finding."""

from __future__ import annotations

import json

from mkdocs_compat.checks.catalogue import address_of
from mkdocs_compat.diagnostics import Diagnostic, Fix
from mkdocs_compat.publishing.reports.report import Report
from mkdocs_compat.source import Place


def write_json(report: Report) -> str:
    """Return the findings as JSON.

    Each object has `code`, `name`, `severity`, `path`, `line`, `column`, `end_line`, `end_column`,
    `message`, `help`, `url`, `fingerprint`, `related`, a list of objects with a place and a
    `message`, and `fixes`. Lines and columns count from 1; the end column is the one after the last
    character. `part` stands beside the place of what the page shows but no file is known to hold,
    and `pages` beside one in a file that pages include: those that show it.
    """
    found = [_finding(finding, fingerprint) for finding, fingerprint in report.fingerprinted()]
    return json.dumps(found, indent=2)


def _finding(diagnostic: Diagnostic, fingerprint: str) -> dict[str, object]:
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        **_place(diagnostic.place),
        **_pages(diagnostic.place),
        "message": diagnostic.message,
        "help": diagnostic.help,
        "url": address_of(diagnostic.code),
        "fingerprint": fingerprint,
        "related": [{**_place(item.place), "message": item.message} for item in diagnostic.related],
        "fixes": [_fix(fix) for fix in diagnostic.fixes],
    }


def _fix(fix: Fix) -> dict[str, object]:
    return {
        "message": fix.message,
        "applicability": fix.applicability.value,
        "edits": [{**_place(edit.place), "old": edit.old, "new": edit.new} for edit in fix.edits],
    }


def _pages(place: Place) -> dict[str, object]:
    return {"pages": list(place.pages)} if place.pages else {}


def _place(place: Place) -> dict[str, object]:
    numbers = {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
    return {**numbers, "part": place.part} if place.part else numbers
