"""What somebody asks about: versions, lines and ranges; and what is said where it is none."""

from __future__ import annotations

import pytest

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.ranges.asked import names_versions, read_versions
from mkdocs_compat.versions import get_scheme


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("3.2", ["3.2.0", "3.2.9"], ["3.3.0"]),
        (" =3.2.1 ", ["3.2.1"], ["3.2.0", "3.2.2", "3.2.1-rc.1"]),
        ("3.2 ➜ 4.0", ["3.2.0", "4.0.9"], ["3.1.9", "4.1.0"]),
    ],
)
def test_versions(text: str, inside: list[str], outside: list[str]) -> None:
    scheme = get_scheme("semver")
    versions = read_versions(text, scheme)
    assert all(versions.contains(scheme.parse(each).key) for each in inside)
    assert not any(versions.contains(scheme.parse(each).key) for each in outside)


@pytest.mark.parametrize("text", ["soon", "4 ➜ 3", "-", "latest", "3.2*", "3.2 ➜", ""])
def test_all_that_may_be_asked_is_named(text: str) -> None:
    with pytest.raises(VersionSyntaxError) as caught:
        read_versions(text, get_scheme("semver"))
    assert str(caught.value) == (
        f"{text!r} is not a semver version: expected a version, a line or a range, as in the "
        "cells of a table"
    )
    assert not names_versions(text, get_scheme("semver"))


def test_names_are_told() -> None:
    scheme = get_scheme("named", releases=("Oslo", "Paris"))
    assert names_versions("Oslo ➜ Paris", scheme)
    with pytest.raises(VersionSyntaxError, match=r"list \(Oslo, Paris\) or a range$"):
        read_versions("Rome", scheme)
