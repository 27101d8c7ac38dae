"""The shared vectors: facts in tests/vectors, one JSON object a line.

What versions-<scheme>.jsonl expects is what these printed: PyPI's semver 3.1.1, packaging 26.3,
Maven's ComparableVersion 3.8.7 (which orders like 3.9), NuGet.Versioning 5.11, OctopusVersion of
OctopusDeploy/Versioning e276e4a. Rows of `octopus` and `maven` whose versions this package leaves
out are "invalid", and their note says what the reference makes of them. `dotted`, `calver` and
`named` have no reference: there, and for extents and levels, the design decides.
"""

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
