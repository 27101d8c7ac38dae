"""Cells written anew: the same signs and words around other versions. Pure functions over text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from mkdocs_compat.ranges.notation import Notation, Problem, ProblemKind, VersionMention, read
from mkdocs_compat.ranges.notation.tokens import Kind, Token, tokens
from mkdocs_compat.versions.scheme import Scheme

_VERSIONS = (Kind.VERSION, Kind.WILDCARD)

# What `--normalise` may replace by another arrow; words such as `to` are left.
_SIGNS = re.compile(r"-{1,3}>?|=>|[–—−→➔➜➡⇒⟶…]|\.{2,3}|&(?:rarr|ndash|mdash|#\d+);|-&gt;|=&gt;")
_SPACES = re.compile(r"[ \t]+")


def swapped(raw: str, problem: Problem, scheme: Scheme) -> str | None:
    """Return a cell with the two ends of a reversed range swapped.

    Args:
        raw: The cell.
        problem: The problem of the cell that is to be mended.
        scheme: The scheme of its versions.

    Returns:
        The cell; None where it is not clear that the ends are two versions that changed places.
    """
    if problem.kind is not ProblemKind.REVERSED_RANGE:
        return None
    inner = [token for token in tokens(raw, scheme) if problem.start <= token.start < problem.end]
    ends = [token for token in inner if token.kind in _VERSIONS]
    if len(ends) != 2 or not _is_range(inner):
        return None
    first, last = ends
    low, high = raw[last.start : last.end], raw[first.start : first.end]
    rewritten = raw[: first.start] + low + raw[first.end : last.start] + high + raw[last.end :]
    before, after = read(raw, scheme), read(rewritten, scheme)
    is_better = len(after.problems) == len(before.problems) - 1
    return rewritten if is_better and _names(after) == _names(before) else None


def _is_range(inner: list[Token]) -> bool:
    """Tell whether tokens are `A ➜ B`, `from A to B` or `[A,B]`."""
    kinds = [token.kind for token in inner if token.kind is not Kind.NAME]
    if kinds[:1] == [Kind.SINCE]:
        kinds = kinds[1:]
    if len(kinds) == 3:
        return kinds[1] is Kind.ARROW
    signs = [token.text for token in inner if token.kind not in _VERSIONS]
    return signs == ["[", ",", "]"]


def _names(notation: Notation) -> Counter[str]:
    """Return what a cell is about besides the order of its versions: its footnote marks."""
    return Counter(mark.text for mark in notation.marks)


def with_version(raw: str, mention: VersionMention, text: str) -> str:
    """Return a cell in which a version is replaced, a leading `v` and a wildcard kept."""
    written = raw[mention.start : mention.end]
    prefix, found, suffix = written.partition(mention.text)
    if not found:
        prefix, suffix = "", ""
    return raw[: mention.start] + prefix + text + suffix + raw[mention.end :]


def without_repetition(raw: str, scheme: Scheme) -> str:
    """Return a cell in which a range from a version to itself is that version alone."""
    found = tokens(raw, scheme)
    for first, arrow, last in zip(found, found[1:], found[2:], strict=False):
        is_range = arrow.kind is Kind.ARROW and first.kind in _VERSIONS
        if is_range and raw[first.start : first.end] == raw[last.start : last.end]:
            return raw[: first.end] + raw[last.end :]
    return raw


def bounded(raw: str, scheme: Scheme, last: str) -> str | None:
    """Return a cell with a version in the place of `latest`; None where it cannot be read then."""
    found = [token for token in tokens(raw, scheme) if token.kind is Kind.LATEST]
    if not found:
        return None
    pieces, behind = [], 0
    for token in found:
        pieces += [raw[behind : token.start], last]
        behind = token.end
    rewritten = without_repetition("".join([*pieces, raw[behind:]]), scheme)
    after = read(rewritten, scheme)
    is_readable = after.range is not None and not after.range.is_empty
    return rewritten if is_readable else None


def arrows(raw: str, scheme: Scheme) -> list[str]:
    """Return the arrows of the ranges in a cell that are signs, as they are written."""
    written = (raw[token.start : token.end] for token in _arrow_tokens(raw, scheme))
    return [text for text in written if _SIGNS.fullmatch(text)]


def usual_arrow(cells: Iterable[tuple[str, Scheme]]) -> str | None:
    """Return the arrow that most ranges of some cells have; of several, the one met first."""
    counts: Counter[str] = Counter()
    for raw, scheme in cells:
        counts.update(arrows(raw, scheme))
    return max(counts, key=lambda text: counts[text]) if counts else None


def tidied(raw: str, scheme: Scheme, arrow: str) -> str | None:
    """Return a cell with its ranges written alike, and one space where there are several.

    Args:
        raw: The cell.
        scheme: The scheme of its versions.
        arrow: The arrow to write; a word such as `to` stays.

    Returns:
        The cell; None where nothing changes, or where anything but its looks would.
    """
    before = read(raw, scheme)
    if before.range is None:
        return None
    pieces: list[str] = []
    last = 0
    for token in _arrow_tokens(raw, scheme):
        written = raw[token.start : token.end]
        if not _SIGNS.fullmatch(written):
            continue
        start = len(raw[: token.start].rstrip(" \t"))
        end = len(raw) - len(raw[token.end :].lstrip(" \t"))
        pieces += [raw[last:start], f" {arrow} "]
        last = end
    rewritten = _SPACES.sub(" ", "".join([*pieces, raw[last:]])).strip(" ")
    if rewritten == raw:
        return None
    after = read(rewritten, scheme)
    is_same = after.range == before.range and _said(after) == _said(before)
    return rewritten if is_same else None


def _arrow_tokens(raw: str, scheme: Scheme) -> list[Token]:
    """Return the arrows that stand between two ends of a range."""
    found = [token for token in tokens(raw, scheme) if token.kind is not Kind.MARK]
    return [
        token
        for before, token in pairwise(found)
        if token.kind is Kind.ARROW and before.kind in _VERSIONS
    ]


def _said(notation: Notation) -> tuple[list[str], list[list[str]]]:
    """Return the footnote marks and the versions of a cell in order, wherever they stand."""
    versions = [[mention.text for mention in part.versions] for part in notation.parts]
    return [mark.text for mark in notation.marks], versions
