"""Points on an order that is no total order: they compare pairwise, and have no keys."""

from __future__ import annotations

from dataclasses import dataclass
from functools import total_ordering
from typing import TypeAlias

from mkdocs_compat.versions.keys import number_key
from mkdocs_compat.versions.scheme import LOWEST, Side

# A version as tokens whose plain order is their order: qualifiers, then LIST, then numbers.
Tokens: TypeAlias = "tuple[str, ...]"

# A list opens here.
LIST = "#"
# The qualifier of a release.
NULL_TEXT = "!5"

# What says nothing: as if the version had ended before it.
_NULLS = frozenset({LIST, NULL_TEXT, *(number_key("0" * count) for count in (1, 10, 19))})

_MARKS = {Side.BELOW_PRERELEASES: "!", Side.BELOW: ".", Side.ABOVE: "+"}
_RANKS = {side: rank for rank, side in enumerate(_MARKS)}


def is_null(token: str) -> bool:
    """Tell whether a token says nothing at the end of a list."""
    return token in _NULLS


def first_sign(tokens: Tokens, start: int) -> int:
    """Compare the tokens from `start` on with nothing: the first that says anything decides."""
    for place in range(start, len(tokens)):
        if tokens[place] not in _NULLS:
            return 1 if tokens[place] > NULL_TEXT else -1
    return 0


def compare_tokens(a: Tokens, b: Tokens) -> int:
    """Return -1, 0 or 1 as version `a` is lower than, equal to or higher than `b`."""
    for one, other in zip(a, b, strict=False):
        if one != other:
            return -1 if one < other else 1
    shared = min(len(a), len(b))
    return first_sign(a, shared) - first_sign(b, shared)


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class PairwiseCut:
    """A point just below or above a version, or below all pre-releases of a release.

    Attributes:
        side: On which side of the version it lies.
        text: The version, in lower case.
        tokens: The same, as it is compared.
    """

    side: Side
    text: str
    tokens: Tokens

    def __str__(self) -> str:
        return _MARKS[self.side] + self.text

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, PairwiseCut):
            return False
        return self.side is other.side and self.tokens == other.tokens

    def __hash__(self) -> int:
        return hash((self.side, self.tokens))

    def __lt__(self, other: PairwiseCut | str) -> bool:
        if isinstance(other, str):
            return other != LOWEST
        if self.side is not other.side:
            # Pre-releases of a release lie above the point below them, though not above it.
            if self.side is Side.BELOW_PRERELEASES and _is_prerelease(other.tokens, self.tokens):
                return True
            if other.side is Side.BELOW_PRERELEASES and _is_prerelease(self.tokens, other.tokens):
                return False
        order = compare_tokens(self.tokens, other.tokens)
        return order < 0 or (order == 0 and _RANKS[self.side] < _RANKS[other.side])


def _is_prerelease(tokens: Tokens, release: Tokens) -> bool:
    """Tell whether a version is the release with something behind it that puts it lower."""
    return tokens[: len(release)] == release and first_sign(tokens, len(release)) < 0
