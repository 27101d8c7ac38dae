"""Minima of several branches: in `2.1.0+, 2.0.4+, 1.7.24+` each holds for a branch of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from mkdocs_compat.ranges.notation.lines import line
from mkdocs_compat.ranges.notation.terms import Bound, Term
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.ranges.version_set import VersionSet
from mkdocs_compat.versions.scheme import HIGHEST, Extent, Scheme


def of_branches(terms: Sequence[Term], scheme: Scheme) -> list[Term] | None:
    """Return terms of which each but the highest ends with its branch.

    The branch of a version is the line of its numbers up to the first in which the next higher one
    differs: 2.0 for 2.0.4 before 2.1.0, and 1 for 1.7.24 before 2.0.4.

    Where each has a name of its own (`Reef 18.2+, Squid 19.2+`), the highest ends likewise, and
    what must have another name is left open.

    Args:
        terms: Terms such as `2.0.4+` and others, in the order of the cell.
        scheme: The scheme of their versions.

    Returns:
        The terms, in the same order; None where they name no branches.
    """
    found = [term for term in terms if term.lowest is not None]
    minima = [term.lowest for term in found if term.lowest is not None]
    if not all(named.numbers and "!" not in named.text for named in minima):
        return None
    ordered = sorted(minima, key=_numbers)
    branches: dict[int, Extent] = {}
    for low, high in pairwise(ordered):
        shared = _shared(low.numbers, high.numbers)
        if shared is None:
            return None
        branches[id(low)] = line(scheme, ".".join(low.numbers[: shared + 1]))
    if not _are_releases(found):
        return [_ended(term, branches) for term in terms]
    branches[id(ordered[-1])] = line(scheme, ordered[-1].numbers[0])
    ends = [branches[id(each)] for each in ordered]
    between = [(low.end, high.edge) for low, high in pairwise(ends) if low.end < high.edge]
    others = VersionSet.of([*between, (ends[-1].end, HIGHEST)])
    ended = [_ended(term, branches) for term in terms]
    return [replace(term, range=term.range.leaving_open(others)) for term in ended]


def _are_releases(minima: Sequence[Term]) -> bool:
    """Tell whether each has a name and a first number of its own."""
    names = {term.name for term in minima}
    firsts = {term.lowest.numbers[0] for term in minima if term.lowest is not None}
    return "" not in names and len(names) == len(minima) == len(firsts)


def covered(terms: Sequence[Term]) -> tuple[Term, Term] | None:
    """Return a minimum and a term that is none and lies wholly above it, if there are such."""
    for low in terms:
        for term in terms:
            is_other = low.lowest is not None and term.bound is Bound.BOTH and not term.is_moving
            if is_other and term.range.union(low.range) == low.range:
                return low, term
    return None


def below_next(terms: Sequence[Term], scheme: Scheme) -> list[Term] | None:
    """Return `2.7+` before `3.x` as 2.7 ➜ 2.x: who lists all of 3 says where the list ends.

    Args:
        terms: Terms of which one is a minimum.
        scheme: The scheme of their versions.

    Returns:
        The terms, in the same order; None where others begin with the number of the minimum, or
        there are several minima.
    """
    minima = [term.lowest for term in terms if term.lowest is not None]
    (low, *more) = minima
    texts = [mention.text for term in terms if term.lowest is None for mention in term.versions]
    firsts = {text.split(".")[0] for text in texts}
    if more or not low.numbers or "!" in low.text or low.numbers[0] in firsts:
        return None
    if not all(first.isdigit() for first in firsts):
        return None
    return [_ended(term, {id(low): line(scheme, low.numbers[0])}) for term in terms]


def _ended(term: Term, branches: dict[int, Extent]) -> Term:
    if term.lowest is None or id(term.lowest) not in branches:
        return term
    return replace(term, range=Range.between(term.lowest, branches[id(term.lowest)]))


def _shared(low: Sequence[str], high: Sequence[str]) -> int | None:
    """Return how many numbers two versions share; None where one is the other's beginning."""
    both = zip(low, high, strict=False)
    return next((place for place, (one, other) in enumerate(both) if one != other), None)


def _numbers(named: Extent) -> list[int]:
    return [int(number) for number in named.numbers]
