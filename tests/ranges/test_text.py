"""Ranges written back: what is written is what an author would write, and is read the same."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_compat.ranges.notation import read
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.ranges.text import write
from mkdocs_compat.versions import get_scheme
from tests.ranges.kleene import SCHEME, Model, atoms
from tests.versions.vectors import read_vectors, scheme_of

ROWS = read_vectors("range-texts")


def _read(row: dict[str, Any], text: str) -> Range:
    range_ = read(text, scheme_of(row)).range
    assert range_ is not None, text
    return range_


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['scheme']}: {row['range']!a}")
def test_vectors(row: dict[str, Any]) -> None:
    assert write(_read(row, row["range"]), scheme_of(row)) == row["written"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['scheme']}: {row['range']!a}")
def test_what_is_written_is_read_the_same(row: dict[str, Any]) -> None:
    range_ = _read(row, row["range"])
    assert _read(row, row["written"]).inside == range_.inside
    # Edges are the same too, unless a release was named exactly, which is written without its sign.
    if "=" not in row["range"].replace(">=", ">").replace("<=", "<"):
        assert _read(row, row["written"]) == range_


@settings(max_examples=300)
@given(st.lists(atoms, min_size=1, max_size=4), st.lists(atoms, max_size=2))
def test_writing_and_reading_is_the_identity(listed: list[Model], out: list[Model]) -> None:
    range_ = Range.union_of(model[0] for model in listed)
    if out:
        range_ = range_.difference(Range.union_of(model[0] for model in out))
    text = write(range_, SCHEME)
    if range_.is_empty:
        assert text == "none"
    elif "with its pre-releases" not in text:
        again = read(text, SCHEME).range
        assert again is not None, text
        assert again.inside == range_.inside


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        # Nothing that authors write names these; they come from taking ranges apart.
        (("3.2.0", "=3.2.0"), "none"),
        (("<=3.2.0", "=3.2.0"), "below 3.2.0 with its pre-releases"),
        ((">=3.1", ">=3.2", "=3.2.0"), "3.1"),
    ],
)
def test_what_has_no_notation_is_written_in_words(cells: tuple[str, ...], text: str) -> None:
    scheme = get_scheme("octopus")
    first, *others = [_read({"scheme": "octopus"}, cell) for cell in cells]
    for other in others:
        first = first.difference(other)
    assert write(first, scheme) == text


def test_the_arrow_can_be_chosen() -> None:
    scheme = get_scheme("octopus")
    assert (
        write(_read({"scheme": "octopus"}, "3.3 ➜ 4.30.3"), scheme, arrow="to") == "3.3 to 4.30.3"
    )
