"""Published files written by hand: SPIRE's rules, and a table of the first form."""

from __future__ import annotations

import json
from typing import Any

from mkdocs_compat.ranges.notation import read
from mkdocs_compat.versions import get_scheme

SEMVER = get_scheme("semver")


def range_of(text: str) -> dict[str, Any]:
    """Return a range as a published file holds it."""
    found = read(text, SEMVER).range
    assert found is not None
    return {
        "inside": [list(each) for each in found.inside.intervals],
        "edge": [list(each) for each in found.edge.intervals],
    }


def component(id_: str, name: str, releases: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    """Return a component."""
    listed = [{"version": each, "date": None, "end_of_life": None} for each in releases]
    own = {"id": id_, "name": name, "aliases": [], "scheme": "semver", "full": 3, "inferred": False}
    return {**own, "releases": listed, **more}


def rule(id_: str, one: str, other: str, line: int, **said: Any) -> dict[str, Any]:
    """Return a rule; its scopes are given as texts."""
    scopes = {
        key: (text := said.pop(key, None)) and {"text": text, "range": range_of(text)}
        for key in ("when", "other_when")
    }
    relations = ("same", "not_newer", "not_older", "behind", "ahead", "apart")
    return {
        "id": id_,
        "name": id_,
        "component": one,
        "other": other,
        **scopes,
        **dict.fromkeys(relations),
        "verdict": "compatible",
        "note": None,
        "words": "",
        "page": "docs/skew.md",
        "title": "Skew",
        "url": f"skew/#compat-rule-{id_}",
        "anchor": f"compat-rule-{id_}",
        "path": "docs/skew.md",
        "line": line,
        "column": 7,
        "end_line": line,
        "end_column": 60,
        **said,
    }


def minor(count: int) -> dict[str, Any]:
    """Return a distance."""
    return {"count": count, "level": "minor"}


def file_of(*products: dict[str, Any], version: int = 2) -> str:
    """Return the text of a published file."""
    return json.dumps({"format": "mkdocs-compat", "version": version, "products": list(products)})


def spire() -> dict[str, Any]:
    """Return SPIRE's skew policy."""
    return {
        "id": "spire",
        "name": "SPIRE",
        "components": [
            component("server", "SPIRE Server"),
            component("agent", "SPIRE Agent", aliases=["Workload Agent"]),
            component("other", "Other"),
        ],
        "tables": [],
        "rules": [
            rule("servers", "server", "server", 8, apart=minor(1)),
            rule("agents", "agent", "server", 9, not_newer="patch", behind=minor(1)),
        ],
    }


def cell(component_: str, text: str, line: int, column: int) -> dict[str, Any]:
    """Return a cell of a table."""
    return {
        "components": [component_],
        "text": text,
        "range": range_of(text) if text else None,
        "latest": "latest" in text,
        "blank": not text,
        "notes": [],
        "anchor": f"t1-l{line}-c{column}",
        "path": "docs/table.md",
        "line": line,
        "column": column,
        "end_line": line,
        "end_column": column + len(text),
    }


def old_table() -> dict[str, Any]:
    """Return a product in the first form: without releases, rules and `together`."""
    rows = [("1.0", "1.0 ➜ 1.4"), ("2.0", "1.4 ➜ latest"), ("3.0", "")]
    components = [component("server", "Server"), component("client", "Client")]
    for each in components:
        del each["releases"]
    return {
        "id": "",
        "name": "Suite",
        "components": components,
        "tables": [
            {
                "id": "clients",
                "page": "docs/table.md",
                "title": "Clients",
                "url": "table/#t1",
                "verdict": "compatible",
                "note": None,
                "subject": "server",
                "components": ["client"],
                "blank": "unstated",
                "headers": [
                    {"text": "Server", "components": ["server"]},
                    {"text": "Client", "components": ["client"]},
                ],
                "rows": [
                    {
                        "subject": cell("server", one, line, 3),
                        "cells": [cell("client", other, line, 9)],
                    }
                    for line, (one, other) in enumerate(rows, 7)
                ],
            }
        ],
    }


def upgrade() -> dict[str, Any]:
    """Return what could be said about upgrading SPIRE, one of each kind."""

    def scope(text: str) -> dict[str, Any]:
        return {"text": text, "range": range_of(text)}

    def place(line: int) -> dict[str, Any]:
        return {"path": "docs/up.md", "line": line, "column": 3, "end_line": line, "end_column": 9}

    link = {"text": "a.md#b", "url": "a/#b", **place(20)}
    notice = {"component": "agent", "at": scope("0.11"), "text": "Move the files."}
    gate = {"component": "server", "at": scope("0.12"), "note": None, **place(21)}
    return {
        "stops": [
            {
                "component": "server",
                "at": scope("0.9"),
                "before": scope("0.10"),
                "question": "registry",
                "guide": link,
                "reason": "The database moved.",
                **place(22),
            }
        ],
        "questions": [{"id": "registry", "text": "Do you use it?", **place(23)}],
        "guides": [
            {
                "component": "server",
                "start": scope("<0.9"),
                "guide": link,
                "direction": "up",
                **place(24),
            }
        ],
        "changes": [
            {
                "component": "agent",
                "level": "minor",
                "start": scope("<0.8"),
                "when": scope(">=0.9"),
                "name": "Minor",
                "risk": None,
                "rollback": "Restore.",
                **place(25),
            }
        ],
        "order": [["server", "agent"]],
        "max_hops": [{"component": "server", "distance": minor(1), **place(26)}],
        "rolling": ["agent"],
        "finalizes": [gate],
        "waits": [{**gate, "note": "Wait."}],
        "downgrades": [
            {"component": "server", "most": False, **place(27)},
            {"component": "agent", "most": "patch", **place(28)},
        ],
        "breaking": [{**notice, "audience": "operators", "link": link, **place(29)}],
        "tasks": [{**notice, "audience": None, "link": None, **place(30)}],
    }
