"""The smallest set of versions that does not go together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.reasoning.answer import Asked, Group, Pair
from mkdocs_compat.reasoning.index import Index

CLASHING = frozenset({Verdict.CONFLICTING, Verdict.INCOMPATIBLE})


def smallest_clash(
    index: Index, pairs: Sequence[Pair], groups: Sequence[Group]
) -> tuple[Asked, ...]:
    """Return a smallest set that is incompatible or conflicting; empty where there is none.

    Args:
        index: The product.
        pairs: The answers for pairs, from the worst verdict on.
        groups: The answers for groups, likewise.
    """
    for pair in pairs:
        if pair.verdict in CLASHING:
            return pair.members
    found = [members for group in groups if (members := _within(index, group))]
    return min(found, key=len, default=())


def _within(index: Index, group: Group) -> tuple[Asked, ...]:
    if group.verdict not in CLASHING:
        return ()
    for size in range(2, len(group.members)):
        for members in combinations(group.members, size):
            if index.verdict(members) in CLASHING:
                return members
    return group.members
