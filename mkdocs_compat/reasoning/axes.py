"""The versions of one component as two models know them, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.model.component import Component
from mkdocs_compat.ranges.version_set import Interval
from mkdocs_compat.versions.named import Named
from mkdocs_compat.versions.scheme import HIGHEST, LOWEST, Cut


@dataclass(frozen=True, slots=True)
class Piece:
    """The same versions in the old model and in the new one."""

    old: Interval
    new: Interval


@dataclass(frozen=True, slots=True)
class Axis:
    """A component of which an old and a new model speak.

    Attributes:
        old: As it was.
        new: As it is.
    """

    old: Component
    new: Component

    @property
    def is_shared(self) -> bool:
        """Whether both order versions in the same way, so that a cut means the same to both."""
        return self.old.scheme == self.new.scheme

    @property
    def is_comparable(self) -> bool:
        """Whether the versions of one can be found in the other."""
        both_named = isinstance(self.old.scheme, Named) and isinstance(self.new.scheme, Named)
        return self.is_shared or both_named

    def pieces(self, old: Iterable[Cut], new: Iterable[Cut]) -> list[Piece]:
        """Return all versions that both know, cut at all cuts of both, in order."""
        if not self.is_shared:
            return list(self._names())
        cuts = sorted({*old, *new} - {LOWEST, HIGHEST})
        return [Piece(piece, piece) for piece in pairwise((LOWEST, *cuts, HIGHEST))]

    def _names(self) -> Iterator[Piece]:
        """Yield the names that are in both lists, in the order of the new one."""
        if isinstance(self.new.scheme, Named):
            for name in self.new.scheme.releases:
                with suppress(VersionSyntaxError):
                    yield Piece(_interval(self.old, name), _interval(self.new, name))


def _interval(component: Component, name: str) -> Interval:
    named = component.scheme.extent(name, exact=True)
    return named.start, named.end
