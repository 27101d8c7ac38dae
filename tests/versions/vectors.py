"""The shared vectors: facts in tests/vectors, one JSON object a line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mkdocs_compat.versions import get_scheme
from mkdocs_compat.versions.scheme import Scheme

FOLDER = Path(__file__).parent.parent / "vectors"
SCHEMES = ("semver", "octopus", "maven", "pep440", "nuget", "dotted", "calver", "named")


def read_vectors(name: str) -> list[dict[str, Any]]:
    """Read one file of vectors; nothing but a line feed ends a line of it."""
    text = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def scheme_of(row: dict[str, Any], name: str = "") -> Scheme:
    """Return the scheme that a row speaks of."""
    releases = row.get("releases", ())
    return get_scheme(name or row["scheme"], full=row.get("full"), releases=releases)
