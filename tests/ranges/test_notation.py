"""What cells mean: the shared vectors, decided by the design and not by the code."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_compat.ranges.notation import Around, Notation, mentions, read, read_typed
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.versions import get_scheme
from tests.versions.vectors import read_vectors, scheme_of

ROWS = read_vectors("notation")
FIELDS = ("blank", "latest", "parts", "versions", "marks", "problems", "remarks", "moving")
NOTHING = {
    "blank": False,
    "latest": False,
    "parts": [],
    "versions": [],
    "marks": [],
    "problems": [],
    "remarks": [],
    "moving": [],
}


def _describe(cell: str, notation: Notation) -> dict[str, Any]:
    return {
        "blank": notation.blank,
        "latest": any(part.reaches_latest for part in notation.parts),
        "parts": [cell[part.start : part.end] for part in notation.parts],
        "versions": [version.text for part in notation.parts for version in part.versions],
        "marks": [mark.text for mark in notation.marks],
        "problems": [
            [problem.kind.value, cell[problem.start : problem.end]] for problem in notation.problems
        ],
        "remarks": [remark.text for remark in notation.remarks],
        "moving": [name.text for name in notation.moving],
    }


def _read(row: dict[str, Any]) -> Notation:
    """Read a row's cell: some rows are about what readers type alone, and authors' cells differ."""
    if "typed" in row:
        return read_typed(row["cell"], scheme_of(row))
    names, others, known, links = (
        tuple(row.get(field, ())) for field in ("names", "others", "known", "links")
    )
    around = Around(names, others, frozenset(known), frozenset(links), row.get("hyphens", False))
    return read(row["cell"], scheme_of(row), around)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['scheme']}: {row['cell'][:40]!a}")
def test_vectors(row: dict[str, Any]) -> None:
    scheme = scheme_of(row)
    notation = _read(row)
    expected = NOTHING | {field: row[field] for field in FIELDS if field in row}
    assert _describe(row["cell"], notation) == expected
    # What a cell means is said by another one that means the same.
    assert notation.range == (read(row["same"], scheme).range if "same" in row else None)
    assert (notation.range is not None) == ("same" in row)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['scheme']}: {row['cell'][:40]!a}")
def test_texts_are_what_stands_at_their_places(row: dict[str, Any]) -> None:
    cell = row["cell"]
    notation = _read(row)
    for problem in notation.problems:
        assert problem.text == cell[problem.start : problem.end]
        assert problem.start < problem.end
        assert problem.expected
    for part in notation.parts:
        assert part.text == cell[part.start : part.end]
        for version in part.versions:
            assert part.start <= version.start < version.end <= part.end


@pytest.mark.parametrize(
    ("cell", "problem"), [("Dec 4, 2015", "Dec 4"), ("4 December 2015", "December 2015")]
)
def test_dates_are_no_versions(cell: str, problem: str) -> None:
    """A column of dates stands in many tables; readers type none."""
    assert [found.text for found in read(cell, get_scheme("semver")).problems] == [problem]


@pytest.mark.parametrize(
    "cell", ["not supported", "NOT SUPPORTED", "**Unsupported**", "incompatible"]
)
def test_a_cell_can_say_that_nothing_works(cell: str) -> None:
    notation = read(cell, get_scheme("semver"))
    assert notation.range == Range.none()
    assert not notation.blank
    assert not notation.problems


def test_readings_of_a_problem_are_understood() -> None:
    for row in ROWS:
        scheme = scheme_of(row)
        for problem in _read(row).problems:
            for reading in problem.readings:
                assert not read(reading, scheme).problems, (row["cell"], reading)


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("3.2", ("3.2",)),
        ("v3.2.x ➜ **4.30.3**", ("3.2", "4.30.3")),
        ("4.12-4.20, 1.0.0-rc.1", ("4.12", "4.20", "1.0.0-rc.1")),
        ("2019.2* ➜ latest", ("2019.2",)),
        ("1.18-latest", ("1.18",)),
        ("[1.2](https://example.org/9.9)", ("1.2",)),
        ("SDK v4, k8s 1.30", ("4", "1.30")),
        ("3.2 beta, 03.2.0 and 1.2.3.4.5", ("3.2", "03.2.0", "1.2.3.4.5")),
        ("8.0.35-30.1", ("8.0.35-30.1",)),
        ("none", ()),
        ("Hoxton", ()),
        ("3x, 2.x.1", ()),
        ("2.x.0", ("2",)),
    ],
)
def test_mentions_need_no_scheme(cell: str, found: tuple[str, ...]) -> None:
    assert mentions(cell) == found
