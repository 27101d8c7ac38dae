"""Findings for programs: a JSON list, one object a finding."""

from __future__ import annotations

import json
from collections.abc import Iterable

from mkdocs_compat.diagnostics import Diagnostic
from mkdocs_compat.source import Place


def write_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Return the findings as JSON.

    Each object has `code`, `name`, `severity`, `path`, `line`, `column`, `end_line`, `end_column`,
    `message`, `help` and `related`, a list of objects with a place and a `message`. Lines and
    columns count from 1; the end column is the one after the last character. `part` stands beside
    the place of what the page shows but its file does not hold.
    """
    return json.dumps([_finding(item) for item in diagnostics], indent=2)


def _finding(diagnostic: Diagnostic) -> dict[str, object]:
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        **_place(diagnostic.place),
        "message": diagnostic.message,
        "help": diagnostic.help,
        "related": [{**_place(item.place), "message": item.message} for item in diagnostic.related],
    }


def _place(place: Place) -> dict[str, object]:
    numbers = {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
    return {**numbers, "part": place.part} if place.part else numbers
