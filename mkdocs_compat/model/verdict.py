"""What a set of versions is worth (design, section 4)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Verdict(Enum):
    """The six verdicts, from best to worst: the members' order is the order of their worth."""

    COMPATIBLE = "compatible"
    PARTIAL = "partial"
    UNTESTED = "untested"
    UNSTATED = "unstated"
    CONFLICTING = "conflicting"
    INCOMPATIBLE = "incompatible"

    @property
    def rank(self) -> int:
        """0 for the best verdict, counting up to the worst."""
        return _RANKS[self]


_RANKS = {verdict: rank for rank, verdict in enumerate(Verdict)}

# What an author can say of a table or of a blank cell; `conflicting` is never said, only found.
STATED_VERDICTS = tuple(v.value for v in Verdict if v is not Verdict.CONFLICTING)


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the worst of some verdicts.

    Raises:
        ValueError: There are none.
    """
    return max(verdicts, key=lambda verdict: verdict.rank)


def best(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the best of some verdicts.

    Raises:
        ValueError: There are none.
    """
    return min(verdicts, key=lambda verdict: verdict.rank)
