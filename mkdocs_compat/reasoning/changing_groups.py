"""Which combinations tables answer differently whose rows count as a whole.

What a row lists is a box: versions of each component. Only the boxes that one model lists and the
other does not are looked at, cut where other rows of both begin and end.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise, product
from typing import TypeAlias

from mkdocs_compat.model.verdict import Verdict, worst
from mkdocs_compat.ranges.version_set import VersionSet
from mkdocs_compat.reasoning.answer import Asked
from mkdocs_compat.reasoning.changing import Change, Some, Verdicts
from mkdocs_compat.reasoning.groups import Combinations, cell_of
from mkdocs_compat.reasoning.index import Index

_Box: TypeAlias = tuple[VersionSet, ...]

# A box is looked at as a whole when it would fall into more pieces than these.
_MOST_PIECES = 2_000


def changed_combinations(old: Index, new: Index) -> Iterator[Change]:
    """Yield the combinations that are listed in one model and worth something else in the other.

    Combinations that no row of either lists are left out: that they are incompatible follows from
    those that are.
    """
    sets = dict.fromkeys(
        tuple(sorted(each.components)) for index in (new, old) for each in index.combinations
    )
    for ids in sets:
        axes = [(old.components.get(id_), new.components.get(id_)) for id_ in ids]
        if all(was and now and was.scheme == now.scheme for was, now in axes):
            yield from _Tables(ids, old, new).changes()


class _Tables:
    """The tables about one set of components in two models."""

    def __init__(self, ids: tuple[str, ...], old: Index, new: Index) -> None:
        self._ids = ids
        self._schemes = [new.components[id_].scheme for id_ in ids]
        self._old = [each for each in old.combinations if tuple(sorted(each.components)) == ids]
        self._new = [each for each in new.combinations if tuple(sorted(each.components)) == ids]
        # Rows that cover a version of the subject matter even where they list nothing of the rest.
        self._subjects = {ids.index(each.table.subject) for each in (*self._old, *self._new)}

    def changes(self) -> Iterator[Change]:
        """Yield the changes."""
        before, after = list(self._boxes(self._old)), list(self._boxes(self._new))
        known_before, known_after = set(before), set(after)
        changed = [box for _, box in sorted(
            {*known_before ^ known_after}, key=lambda item: [each.intervals for each in item[1]]
        )]  # fmt: skip
        every = [box for _, box in (*before, *after)]
        done: list[_Box] = []
        found: dict[tuple[Verdicts, Verdicts], list[_Box]] = {}
        for box in dict.fromkeys(changed):
            for piece in _pieces(box, every, self._subjects):
                # What two boxes share was looked at with the first.
                if any(_is_within(piece, other) for other in done):
                    continue
                was, now = self._verdict(self._old, piece), self._verdict(self._new, piece)
                if was != now:
                    found.setdefault(((was,), (now,)), []).append(piece)
            done.append(box)
        for (was_, now_), boxes in found.items():
            for box in _merged(boxes):
                members = (Some(id_, own) for id_, own in zip(self._ids, box, strict=True))
                yield Change(tuple(members), was_, now_)

    def _boxes(self, tables: Sequence[Combinations]) -> Iterator[tuple[Verdict, _Box]]:
        for each in tables:
            for row in each.table.rows:
                cells = [cell_of(row, id_) for id_ in self._ids]
                ranges = [cell.range for cell in cells if cell is not None and cell.range]
                if len(ranges) == len(self._ids):
                    yield each.table.verdict, tuple(range_.inside for range_ in ranges)

    def _verdict(self, tables: Sequence[Combinations], box: _Box) -> Verdict:
        members = [
            Asked(id_, "", versions, scheme)
            for id_, versions, scheme in zip(self._ids, box, self._schemes, strict=True)
        ]
        verdicts = [
            each.answer([next(m for m in members if m.component == id_) for id_ in each.components])
            for each in tables
        ]
        return worst(each.verdict for each in verdicts) if verdicts else Verdict.UNSTATED


def _pieces(box: _Box, others: Sequence[_Box], subjects: Collection[int]) -> Iterator[_Box]:
    """Cut a box where others that meet it begin and end, along the subject where any other does."""
    near = [
        other
        for other in others
        if all(own.overlaps(its) for own, its in zip(box, other, strict=True))
    ]
    divided = [
        _divided(own, [other[at] for other in (others if at in subjects else near)])
        for at, own in enumerate(box)
    ]
    count = 1
    for parts in divided:
        count *= len(parts)
    yield from product(*divided) if count <= _MOST_PIECES else (box,)


def _divided(own: VersionSet, others: Sequence[VersionSet]) -> list[VersionSet]:
    cuts = sorted({cut for other in others for cut in other.cuts()})
    found = []
    for lower, upper in own.intervals:
        inner = [cut for cut in cuts if lower < cut < upper]
        found += [VersionSet.of([piece]) for piece in pairwise((lower, *inner, upper))]
    return found


def _is_within(box: _Box, other: _Box) -> bool:
    return all(own.is_subset(its) for own, its in zip(box, other, strict=True))


def _merged(boxes: Sequence[_Box]) -> list[_Box]:
    """Join boxes that differ in one component only, one component after the other."""
    left = list(boxes)
    for at in range(len(left[0])):
        alike: dict[tuple[VersionSet, ...], list[VersionSet]] = {}
        for box in left:
            alike.setdefault((*box[:at], *box[at + 1 :]), []).append(box[at])
        left = [
            (*rest[:at], VersionSet.of(each for own in parts for each in own.intervals), *rest[at:])
            for rest, parts in alike.items()
        ]
    return left
