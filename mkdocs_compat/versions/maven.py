"""The scheme `maven`: the order of Maven 3.9's `ComparableVersion`.

Any ASCII text is a version to it. Maven splits it at `.`, `-` and between digits and other
characters; `-`, and a change between digits and others, open a list inside the list. As such a
list is always the last item of its parent, a version is a plain sequence of tokens in which one
token says "a list opens here". Tokens compare as text; the end of a version compares with the
first token of the longer one that says anything.

This is no total order (3.5.0 < 3.5.0.pre < 3.5.0.Beta-1 < 3.5.0), so versions have no keys and
stand on the order as pairwise cuts. `is_safe` tells the versions among which it is one.
"""

from __future__ import annotations

import re
from typing import cast

from mkdocs_compat.errors import ConfigurationError, VersionSyntaxError
from mkdocs_compat.versions.keys import SMALL_NUMBERS, increment, number_key, strip_zeros
from mkdocs_compat.versions.numbered import (
    MAX_LENGTH,
    SPACE,
    is_wrong_suffix,
    level_between,
    split_written,
)
from mkdocs_compat.versions.pairwise import (
    LIST,
    NULL_TEXT,
    PairwiseCut,
    Tokens,
    compare_tokens,
    first_sign,
    is_null,
)
from mkdocs_compat.versions.scheme import Cut, Extent, Landmark, Level, Scheme, Side, Version

_PIECE = re.compile(r"[0-9]+|[^0-9.-]+|[.-]")
_NUMBERS = re.compile(r"[0-9]+(?:\.[0-9]+)*")

_SEPARATORS = frozenset(".-")
_ENDS = _SEPARATORS | {""}
_ZERO = number_key("0")

_QUALIFIERS = ("alpha", "beta", "milestone", "rc", "snapshot", "", "sp")
_KNOWN = {word: f"!{place}" for place, word in enumerate(_QUALIFIERS)}
_KNOWN |= {"ga": NULL_TEXT, "final": NULL_TEXT, "release": NULL_TEXT, "cr": _KNOWN["rc"]}
_BEFORE_A_DIGIT = {"a": _KNOWN["alpha"], "b": _KNOWN["beta"], "m": _KNOWN["milestone"]}


def tokenize(text: str) -> Tokens:
    """Split a version in lower case into tokens: qualifiers, then lists, then numbers."""
    level: list[str] = []
    levels = [level]
    pieces = _PIECE.findall(text)
    before = "."
    for piece, after in zip(pieces, [*pieces[1:], ""], strict=False):
        if piece in _SEPARATORS:
            if before in _SEPARATORS:
                level.append(_ZERO)
            opens = piece == "-"
        elif piece.isdigit():
            level.append(SMALL_NUMBERS.get(piece) or number_key(_strip_zeros(piece)))
            opens = after not in _ENDS
        else:
            opens = after.isdigit()
            if level and after not in _SEPARATORS:
                levels.append(level := [])
            level.append(_qualifier(piece, before_a_digit=opens))
        if opens:
            levels.append(level := [])
        before = piece
    return _normalize(levels)


def _strip_zeros(digits: str) -> str:
    # Maven keeps the zeros of a number that is nothing but zeros, and so takes ten of them for a
    # greater kind of number, and nineteen for a greater one still.
    if not digits.strip("0"):
        return "0" * (1 if len(digits) < 10 else 10 if len(digits) < 19 else 19)
    return strip_zeros(digits)


def _qualifier(word: str, *, before_a_digit: bool) -> str:
    if before_a_digit and word in _BEFORE_A_DIGIT:
        return _BEFORE_A_DIGIT[word]
    return _KNOWN.get(word) or f"!7-{word}"


def _normalize(levels: list[list[str]]) -> Tokens:
    """Drop what says nothing from the end of every list, and lists that are empty then."""
    tokens: list[str] = []
    for level in levels:
        while level and is_null(level[-1]):
            level.pop()
        tokens.extend(level)
        tokens.append(LIST)
    while tokens and tokens[-1] == LIST:
        tokens.pop()
    return tuple(tokens)


def is_safe(text: str) -> bool:
    """Tell whether Maven's order is a total order among this version and others like it.

    It is where the version begins with a number, where every qualifier opens a list (so not in
    `.redhat-1` or `.Beta.1`), and where no empty part stands before a pre-release (`1-0.alpha`).
    """
    tokens = tokenize(text.lower())
    if not text[:1].isdigit():
        return False
    for place, token in enumerate(tokens):
        before = tokens[place - 1] if place else ""
        if token.startswith("!") and before != LIST:
            return False
        if token == before == LIST and first_sign(tokens, place) < 0:
            return False
    return True


class Maven(Scheme):
    """Versions compared pairwise, as Maven does."""

    name = "maven"

    def __init__(self, full: int = 3) -> None:
        if full < 1:
            raise ConfigurationError(
                f"a full maven version cannot have {full} numbers: expected 1 or more"
            )
        self.full = full

    def parse(self, text: str) -> Version:
        if len(text) > MAX_LENGTH or not text.isascii():
            raise VersionSyntaxError(self.name, text, "ASCII text, as in 5.0.0.RELEASE")
        lower = text.lower()
        tokens = tokenize(lower)
        key = PairwiseCut(Side.BELOW, lower, tokens)
        found = _NUMBERS.match(lower)
        written = found[0] if found else ""
        numbers = tuple(map(_strip_zeros, written.split("."))) if found else ()
        rest = lower[len(written) :].lstrip(".-")
        if rest and compare_tokens(tokens, tokenize(written)) < 0:
            return Version(self.name, text, numbers, (rest,), "", key)
        return Version(self.name, text, numbers, (), rest, key)

    def compare(self, a: Version, b: Version) -> int:
        return compare_tokens(cast("PairwiseCut", a.key).tokens, cast("PairwiseCut", b.key).tokens)

    def extent(self, text: str, *, exact: bool = False) -> Extent:
        # Narrower than `parse`, which would swallow every word of a cell.
        found = split_written(text)
        if found is None or is_wrong_suffix(found[1]):
            expected = "numbers and perhaps qualifiers, as in 5.0.0.RELEASE"
            raise VersionSyntaxError(self.name, text, expected)
        leading, suffix = found
        version = self.parse(leading + suffix)
        start = cast("PairwiseCut", version.key)
        numbers = version.numbers
        is_line = not suffix and not exact and len(numbers) < self.full
        if is_line:
            end = _cut(Side.BELOW_PRERELEASES, (*numbers[:-1], increment(numbers[-1])))
        else:
            end = PairwiseCut(Side.ABOVE, start.text, start.tokens)
        below = _cut(Side.BELOW_PRERELEASES, numbers)
        edge = below if start.tokens == below.tokens and not exact else start
        return Extent(text.strip(SPACE), numbers, is_line, edge, start, end)

    def landmark(self, cut: Cut) -> Landmark:
        point = cast("PairwiseCut", cut)
        version = self.parse(point.text)
        if version.build or version.prerelease:
            return Landmark(point.side, point.text, version.numbers, bool(version.prerelease))
        numbers = version.numbers + ("0",) * (self.full - len(version.numbers))
        return Landmark(point.side, ".".join(numbers), numbers, is_prerelease=False)

    def level(self, a: Version, b: Version) -> Level:
        return level_between(a, b)


def _cut(side: Side, numbers: tuple[str, ...]) -> PairwiseCut:
    text = ".".join(numbers)
    return PairwiseCut(side, text, tokenize(text))
