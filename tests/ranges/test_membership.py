"""Membership of versions in ranges: the shared vectors, decided by the design, not the code."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_compat.errors import ConfigurationError
from mkdocs_compat.ranges import contains
from tests.versions.vectors import read_vectors, scheme_of

ROWS = read_vectors("ranges")
QUESTIONS = list(dict.fromkeys((row["scheme"], row["range"]) for row in ROWS))


@pytest.mark.parametrize(("scheme", "range_"), QUESTIONS)
def test_vectors(scheme: str, range_: str) -> None:
    rows = [row for row in ROWS if (row["scheme"], row["range"]) == (scheme, range_)]
    assert [(row["version"], _answer(row)) for row in rows] == [
        (row["version"], row["expected"]) for row in rows
    ]


def _answer(row: dict[str, Any]) -> str:
    try:
        scheme = scheme_of(row)
    except ConfigurationError:
        return "invalid"
    membership = contains(scheme, row["range"], row["version"])
    return membership.value if membership else "invalid"
