"""Minima of releases with names: `Reef v18.2+, Squid v19.2+`."""

from __future__ import annotations

import pytest

from mkdocs_compat.model.verdict import Verdict
from tests.reading.reader import findings
from tests.reading.test_layouts import page, verdict

HEAD = "| Operator | Storage |\n| --- | --- |\n"
TABLE = (
    f"{HEAD}| 1.3 | Maple v6.1.0+, Oak v7.2.0+ |\n"
    "| 1.4 | Maple (>=v6.1.0), Oak (>=v7.2.0), Pine (>=v8.0.0) |"
)


@pytest.mark.parametrize(
    ("operator", "storage", "expected"),
    [
        ("1.3", "6.1.0", Verdict.COMPATIBLE),
        ("1.3", "6.9.4", Verdict.COMPATIBLE),
        ("1.3", "6.0.9", Verdict.INCOMPATIBLE),
        ("1.3", "7.1.9", Verdict.INCOMPATIBLE),
        ("1.3", "7.4.0", Verdict.COMPATIBLE),
        # What comes after Oak has another name, which the cell does not list.
        ("1.3", "8.0.0", Verdict.UNSTATED),
        ("1.4", "8.0.0", Verdict.COMPATIBLE),
        ("1.4", "9.0.0", Verdict.UNSTATED),
    ],
)
def test_each_is_about_its_own_release(operator: str, storage: str, expected: Verdict) -> None:
    assert verdict(page(TABLE), operator=operator, storage=storage) is expected
    assert not findings(page(TABLE), "CMP101")


def test_one_alone_and_those_without_names_have_no_end() -> None:
    text = page(f"{HEAD}| 1.3 | Oak v7.2.0+ |\n| 1.4 | v6.1.0+, v7.2.0+ |")
    assert verdict(text, operator="1.3", storage="9.0.0") is Verdict.COMPATIBLE
    assert verdict(text, operator="1.4", storage="9.0.0") is Verdict.COMPATIBLE


def test_names_that_share_a_number_are_no_releases() -> None:
    text = page(
        "| Tool | Python |\n| --- | --- |\n| 1.3 | CPython 3.8+, PyPy 3.9+ |\n| 1.4 | 3.9+ |"
    )
    assert verdict(text, tool="1.3", python="3.12") is Verdict.COMPATIBLE
