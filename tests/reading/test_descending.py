"""Ranges that run from the newest version down."""

from __future__ import annotations

import pytest

from mkdocs_compat.model.verdict import Verdict
from tests.reading.reader import findings
from tests.reading.test_layouts import page, verdict

HEAD = "| Tool | Host |\n| --- | --- |\n"


@pytest.mark.parametrize("to", [" - ", " to ", "–", " ➜ "])
def test_a_column_of_them_is_read(to: str) -> None:
    text = page(f"{HEAD}| 4.1 | 1.36.x{to}1.33.x |\n| 4.0 | 1.34.x{to}1.31.x |\n| 3.9 | 1.30.x |")
    assert findings(text, "CMP103") == ()
    assert verdict(text, tool="4.1.2", host="1.34.1") is Verdict.COMPATIBLE
    assert verdict(text, tool="4.0.0", host="1.31.0") is Verdict.COMPATIBLE
    assert verdict(text, tool="4.0.0", host="1.30.9") is Verdict.INCOMPATIBLE
    assert verdict(text, tool="4.0.0", host="1.35.0") is Verdict.INCOMPATIBLE


@pytest.mark.parametrize("other", ["1.31.x - 1.34.x", "1.34.x - 1.31.x, 1.20", "1.36.x - 1.33.x"])
def test_a_slip_stays_one(other: str) -> None:
    text = page(f"{HEAD}| 4.1 | 1.36.x - 1.33.x |\n| 4.0 | {other} |")
    assert findings(text, "CMP103")
    assert verdict(text, tool="4.1.2", host="1.34.1") is Verdict.UNSTATED
