"""The lines that wildcards and the operators `~>`, `~` and `^` name."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_compat.versions.keys import increment
from mkdocs_compat.versions.scheme import Extent, Scheme


def line(scheme: Scheme, text: str) -> Extent:
    """Return the line of the numbers written, even where they are as many as a release has.

    Raises:
        VersionSyntaxError: The text is no version of the scheme.
    """
    named = scheme.extent(text)
    if named.is_line or not named.numbers:
        return named
    *leading, last = named.numbers
    following = scheme.extent(".".join((*leading, increment(last))))
    return named._replace(is_line=True, end=following.edge)


def shared_line(scheme: Scheme, named: Extent, operator: str) -> Extent:
    """Return the line up to whose end `~>`, `~` or `^` and a version reach.

    Ruby's `~>` leaves the last number free, npm's `~` the third, npm's `^` all behind the first
    that is not 0.

    Raises:
        VersionSyntaxError: The scheme has no such line.
    """
    numbers = named.numbers
    count = {"~>": max(1, len(numbers) - 1), "~": min(2, len(numbers))}.get(operator)
    shared = numbers[: _first_of_weight(numbers) if count is None else count]
    return line(scheme, ".".join(shared))


def _first_of_weight(numbers: Sequence[str]) -> int:
    """Return how many numbers there are up to the first that is not 0; all if there is none."""
    weighty = (place for place, number in enumerate(numbers, 1) if number != "0")
    return next(weighty, len(numbers))
