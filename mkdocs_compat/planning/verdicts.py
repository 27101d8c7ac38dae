"""Verdicts of versions side by side, looked for once for each pair and each group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.ranges.version_set import VersionSet
from mkdocs_compat.reasoning.answer import Asked
from mkdocs_compat.reasoning.groups import Combinations
from mkdocs_compat.reasoning.index import Index
from mkdocs_compat.reasoning.pairs import pair_verdict

# A version as it counts for a verdict.
_Name: TypeAlias = tuple[str, VersionSet]


class Verdicts:
    """The verdicts of one product; plans that follow each other ask for many of them again.

    Attributes:
        index: The product.
    """

    def __init__(self, index: Index) -> None:
        """Take the verdicts of `index`."""
        self.index = index
        self._pairs: dict[tuple[_Name, _Name], Verdict | None] = {}
        self._groups: dict[tuple[int, tuple[_Name, ...]], Verdict] = {}

    def pair(self, one: Asked, other: Asked) -> Verdict | None:
        """Return the verdict of two versions; None where nothing relates their components."""
        key = _name(one), _name(other)
        if key not in self._pairs:
            self._pairs[key] = self._find(one, other)
        return self._pairs[key]

    def group(self, number: int, members: Sequence[Asked]) -> Verdict:
        """Return what a table whose rows count as a whole says of versions.

        Args:
            number: Number of the table among those of the index.
            members: One version of each of its components in question.
        """
        key = number, tuple(map(_name, members))
        if key not in self._groups:
            combination: Combinations = self.index.combinations[number]
            self._groups[key] = combination.answer(members).verdict
        return self._groups[key]

    def _find(self, one: Asked, other: Asked) -> Verdict | None:
        link = self.index.link(one.component, other.component)
        return None if link is None else pair_verdict(link.from_(one.component), one, other)


def _name(asked: Asked) -> _Name:
    return asked.component, asked.versions
