"""Cells that nobody writes: read in linear time, and nothing is raised."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_compat.ranges import contains
from mkdocs_compat.ranges.notation import mentions, read
from mkdocs_compat.ranges.text import write
from mkdocs_compat.versions import get_scheme
from tests.versions.vectors import SCHEMES, read_vectors

ROWS = read_vectors("hostile-cells")


def _cell(row: dict[str, Any]) -> str:
    return f"{row['start']}{row['unit'] * row['count']}{row['end']}"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["kind"])
def test_a_hostile_cell_is_read(row: dict[str, Any]) -> None:
    scheme = get_scheme("semver")
    cell = _cell(row)
    notation = read(cell, scheme)
    assert notation.blank == row.get("blank", False)
    assert len(notation.parts) == row.get("parts", len(notation.parts))
    assert len(notation.problems) == row.get("problems", len(notation.problems))
    assert (notation.range is None) == bool(notation.blank or notation.problems)
    mentions(cell)


@pytest.mark.parametrize("name", SCHEMES)
def test_every_scheme_takes_hostile_cells(name: str) -> None:
    scheme = get_scheme(name, releases=("Ice Cream", "Ice Cream Sandwich", "9" * 1_000))
    for cell in ("9" * 2_000, "1." * 1_000, "1-" * 1_000, "Ice Cream " * 1_000, "a1" * 1_000, "\0"):
        notation = read(cell, scheme)
        assert contains(scheme, cell, "1.0.0") is None or notation.range is not None


def test_a_range_of_many_parts_is_written() -> None:
    scheme = get_scheme("semver")
    cell = ", ".join(f"1.{minor}.1" for minor in range(10_000))
    range_ = read(cell, scheme).range
    assert range_ is not None
    assert write(range_, scheme) == cell
    complement = range_.complement()
    assert len(complement.inside.intervals) == 10_001
    assert complement.intersection(range_).is_empty


@pytest.mark.parametrize("end", ["\ud800", "3.2\udfff", "\ud83d 3.2"])
def test_lone_surrogates_are_not_understood(end: str) -> None:
    assert read(end, get_scheme("semver")).problems
