"""`octopus` and `nuget` against slow readings of the same rules."""

from __future__ import annotations

import pytest

from mkdocs_compat.versions import compare, get_scheme
from tests.versions.plain_readings import compare_readings, read_nuget, read_octopus
from tests.versions.vectors import read_vectors
from tests.versions.version_texts import seeded_pairs

FIXED_SEED = 3
PAIRS = {name: seeded_pairs(name, FIXED_SEED) for name in ("octopus", "nuget")}


@pytest.mark.parametrize("name", ["octopus", "nuget"])
def test_readings_know_the_vectors(name: str) -> None:
    read = {"octopus": read_octopus, "nuget": read_nuget}[name]
    for row in read_vectors(f"versions-{name}"):
        a, b = read(row["a"]), read(row["b"])
        if row["expected"] != "invalid":
            assert a is not None
            assert b is not None
            assert compare_readings(a, b) == row["expected"], row


def test_nuget_agrees_with_its_reading() -> None:
    nuget = get_scheme("nuget")
    for a, b in PAIRS["nuget"]:
        one, other = read_nuget(a), read_nuget(b)
        expected = compare_readings(one, other) if one and other else None
        assert compare(nuget, a, b) == expected, f"{a!r} and {b!r}"


def test_octopus_agrees_with_its_reading() -> None:
    octopus = get_scheme("octopus")
    for a, b in PAIRS["octopus"]:
        found = compare(octopus, a, b)
        if found is not None:
            one, other = read_octopus(a), read_octopus(b)
            assert one is not None, a
            assert other is not None, b
            assert compare_readings(one, other) == found, f"{a!r} and {b!r}"
