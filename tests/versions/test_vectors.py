from __future__ import annotations

from typing import Any

import pytest

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.versions import compare, describe_order, get_scheme
from tests.versions.vectors import SCHEMES, read_vectors, scheme_of

ORDER = [(scheme, row) for scheme in SCHEMES for row in read_vectors(f"versions-{scheme}")]
EXTENTS = read_vectors("versions-extents")
LEVELS = read_vectors("versions-levels")


@pytest.mark.parametrize(("scheme", "row"), ORDER)
def test_order(scheme: str, row: dict[str, Any]) -> None:
    one = scheme_of(row, scheme)
    forth, back = compare(one, row["a"], row["b"]), compare(one, row["b"], row["a"])
    if row["expected"] == "invalid":
        assert (forth, back) == (None, None)
    else:
        assert (forth, back) == (row["expected"], -row["expected"])


@pytest.mark.parametrize("row", [row for row in EXTENTS if row["line"] is not None])
def test_extent_holds_what_the_design_says(row: dict[str, Any]) -> None:
    scheme = scheme_of(row)
    extent = scheme.extent(row["text"], exact=row.get("exact", False))
    assert (extent.text, extent.is_line) == (row["text"], row["line"])
    assert extent.numbers == tuple(row["numbers"])

    def side(text: str) -> str:
        point = scheme.parse(text).key
        if extent.start <= point < extent.end:
            return "inside"
        return "edge" if extent.edge <= point < extent.start else "outside"

    for expected in ("inside", "edge", "outside"):
        assert {text: side(text) for text in row[expected]} == dict.fromkeys(
            row[expected], expected
        )


@pytest.mark.parametrize("row", [row for row in EXTENTS if row["line"] is None])
def test_extent_refuses_what_names_no_version(row: dict[str, Any]) -> None:
    with pytest.raises(VersionSyntaxError) as caught:
        scheme_of(row).extent(row["text"])
    assert caught.value.text == row["text"]


@pytest.mark.parametrize("row", LEVELS)
def test_level(row: dict[str, Any]) -> None:
    scheme = scheme_of(row)
    a, b = scheme.parse(row["a"]), scheme.parse(row["b"])
    assert scheme.level(a, b).value == scheme.level(b, a).value == row["level"]


def test_the_order_is_told_in_words() -> None:
    octopus = get_scheme("octopus")
    assert describe_order(octopus, "1.4.008", "1.4.9") == "1.4.008 is lower than 1.4.9 (octopus)."
    assert describe_order(octopus, "1.0.0.0", "1.0.0") == "1.0.0.0 is equal to 1.0.0 (octopus)."
    assert describe_order(octopus, "1.4.10", "1.4.9") == "1.4.10 is higher than 1.4.9 (octopus)."
    with pytest.raises(VersionSyntaxError, match=r"'1\.2' is not a semver version"):
        describe_order(get_scheme("semver"), "1.2", "1.2.0")
