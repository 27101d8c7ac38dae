"""Which rows of a table cover a version of one of its columns, without reading every row."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable

from mkdocs_compat.model.table import Row
from mkdocs_compat.ranges.version_set import VersionSet
from mkdocs_compat.versions.scheme import Cut


class Coverage:
    """The rows of one table, ordered by the versions that they cover, usually of the subject."""

    def __init__(
        self, rows: Iterable[Row], covered: Callable[[Row], VersionSet] | None = None
    ) -> None:
        """Order `rows`.

        Args:
            rows: The rows.
            covered: Returns the versions that a row covers: those of its subject unless given.
                Rows that could not be read cover nothing.
        """
        of = covered or _subject
        spans = [(lower, upper, row) for row in rows for lower, upper in of(row).intervals]
        spans.sort(key=lambda span: span[0])
        self._lowers = [span[0] for span in spans]
        self._spans = spans
        # The highest upper cut up to and including each span: where to stop looking back.
        self._reach: list[Cut] = []
        for _, upper, _ in spans:
            self._reach.append(max(self._reach[-1], upper) if self._reach else upper)

    def overlapping(self, lower: Cut, upper: Cut) -> tuple[Row, ...]:
        """Return the rows that cover a version in `[lower, upper)`, in the order of versions."""
        return self._reaching(bisect_left(self._lowers, upper), lower)

    def covering(self, position: Cut) -> tuple[Row, ...]:
        """Return the rows that cover the versions at `position`, in the order of versions."""
        return self._reaching(bisect_right(self._lowers, position), position)

    def speaking(self, position: Cut) -> tuple[Row, ...]:
        """Return the rows that speak about the versions at `position`.

        These are the rows that cover it, less every row that another of them is an exception to:
        that lies strictly inside it, and is no alternative to it.
        """
        covering = self.covering(position)
        if len(covering) < 2:
            return covering
        return tuple(
            row for row in covering if not any(_is_exception(other, row) for other in covering)
        )

    def _reaching(self, count: int, cut: Cut) -> tuple[Row, ...]:
        """Return the rows of the first `count` spans that end above `cut`."""
        found: list[Row] = []
        for index in range(count - 1, -1, -1):
            if not cut < self._reach[index]:
                break
            _, upper, row = self._spans[index]
            if cut < upper and not any(row is other for other in found):
                found.append(row)
        return tuple(reversed(found))


def _subject(row: Row) -> VersionSet:
    return VersionSet.empty() if row.subject.range is None else row.subject.range.inside


def _is_exception(narrow: Row, wide: Row) -> bool:
    inner, outer = _subject(narrow), _subject(wide)
    return inner.is_subset(outer) and not narrow.is_alternative_to(wide)
