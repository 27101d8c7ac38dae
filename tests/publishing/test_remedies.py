"""What can be done about an answer, in the words that the checker in the page has too."""

from __future__ import annotations

import pytest

from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.publishing.loading import load_products
from mkdocs_compat.publishing.reports.answered import Answered
from mkdocs_compat.publishing.reports.remedies import fix_words, standing_words
from mkdocs_compat.reasoning.answer import Answer, Fix, Move, Standing
from tests.publishing.published import file_of, spire

UP = Move("server", 0, "0.7.1", "0.8")
OTHER_UP = Move("server", 1, "0.7.2", "0.8")
BACK = Move("agent", 0, "=1.0", "0.8")
OF_RANGE = Move("agent", 0, "0.6 ➜ 0.7", "0.8")

BOTH = "fine once these are changed, in this order:"


@pytest.fixture
def answered() -> Answered:
    (product,) = load_products(file_of(spire()), "x.json")
    return Answered(product, Answer(None, (), (), (), (), ()))


@pytest.mark.parametrize(
    ("moves", "words"),
    [
        ([UP], "Update SPIRE Server 0.7.1 → 0.8"),
        ([BACK], "Downgrade SPIRE Agent =1.0 → 0.8"),
        ([OF_RANGE], "Update SPIRE Agent 0.6 ➜ 0.7 → 0.8"),
        (
            [UP, OTHER_UP, BACK],
            "Update SPIRE Server 0.7.1 → 0.8 and 0.7.2 → 0.8, and downgrade SPIRE Agent =1.0 → 0.8",
        ),
    ],
)
def test_fixes(answered: Answered, moves: list[Move], words: str) -> None:
    assert fix_words(Fix(tuple(moves), Verdict.COMPATIBLE), answered) == words


@pytest.mark.parametrize(
    ("kind", "moves", "words"),
    [
        ("fine", [], "fine as it is."),
        ("update", [UP], "fine if updated 0.7.1 → 0.8."),
        (
            "update",
            [UP, OTHER_UP],
            "fine if changed: update SPIRE Server 0.7.1 → 0.8 and 0.7.2 → 0.8.",
        ),
        (
            "update",
            [BACK],
            "fine if something else is changed: downgrade SPIRE Agent =1.0 → 0.8.",
        ),
        (
            "both",
            [BACK, UP],
            f"{BOTH} downgrade SPIRE Agent =1.0 → 0.8, then update SPIRE Server 0.7.1 → 0.8.",
        ),
        ("none", [], "no change of it, or of it and another, makes this work."),
    ],
)
def test_standings(answered: Answered, kind: str, moves: list[Move], words: str) -> None:
    assert standing_words(Standing("server", kind, tuple(moves)), answered) == words
