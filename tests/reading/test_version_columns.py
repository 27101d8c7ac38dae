"""Which columns are taken for lists of versions."""

from __future__ import annotations

import pytest

from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.reading.version_columns import hyphens_make_ranges, reads_as_versions
from tests.reading.test_layouts import page, verdict


@pytest.mark.parametrize(
    "cells",
    [
        ("3.2", "3.3"),
        ("Server 3.2", "Server 4.0"),
        ("main", "3.2"),
        ("3.2 (old PHP not required)", "4.x"),
        # Names of releases: each belongs to one first number.
        ("Reef 18.2.0+, Squid 19.2.1+", "Squid 19.2.0+, Tentacle 20.2.0+"),
        ("version 3", "Release 4", "version 5"),
        ("12c", "19c"),
        # A dash and `latest` tell nothing about a column.
        ("3.2", "-", "—", "n/a", "latest"),
    ],
)
def test_versions(cells: tuple[str, ...]) -> None:
    assert reads_as_versions("Server", cells)


@pytest.mark.parametrize(
    "cells",
    [
        ("17 GB", "18.3G"),
        ("580s", "72 s"),
        ("98 %", "95 %"),
        # Two products in one column are no component.
        ("GCC 8.2.1", "GCC 7.3.1", "Xcode 13.1"),
        ("OpenJDK 8, 11<br>OpenJ9 8, 11", "OpenJDK 17<br>OpenJ9 17"),
        ("see the notes for 3.2", "none at all"),
        # Commits, of which some look like versions.
        ("17b1956c", "3fb70258", "28b1629a"),
        ("-", "latest"),
    ],
)
def test_no_versions(cells: tuple[str, ...]) -> None:
    assert not reads_as_versions("Server", cells)


def test_a_name_may_be_glued_to_its_versions() -> None:
    text = page(
        "| Torch | Python version |\n| --- | --- |\n| 2.1 | Python3.8, Python3.9, Python 3.10 |\n"
        "| 2.2 | Python3.9, python3.10 |"
    )
    assert verdict(text, torch="2.1", python="3.9.1") is Verdict.COMPATIBLE
    assert verdict(text, torch="2.2", python="3.8") is Verdict.INCOMPATIBLE


@pytest.mark.parametrize("cell", ["1.0.0-2.x", "1.x-2.0", "1.0.0 - 2.0.0", "v1.0–v2.0"])
def test_hyphens_that_make_ranges(cell: str) -> None:
    assert hyphens_make_ranges(("1.0.0-1.2.0", cell))


@pytest.mark.parametrize(
    "cell", ["1.0.0-1.2.0", "1.0.0-rc.1", "2.4.x-scala_2.11", "8.4.8-8.1", "-"]
)
def test_hyphens_that_may_be_part_of_versions(cell: str) -> None:
    assert not hyphens_make_ranges((cell, "3.2"))
