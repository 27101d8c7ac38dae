"""What tables and rules say of a state, with the reasons; every pair is asked about once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.planning.states import GOOD
from mkdocs_compat.reasoning.answer import Asked, Group, Pair
from mkdocs_compat.reasoning.compatibility import Compatibility
from mkdocs_compat.reasoning.index import Index


class Evidence:
    """The answers of one product."""

    def __init__(self, compatibility: Compatibility, index: Index) -> None:
        """Take the product, ready for questions."""
        self._compatibility = compatibility
        self._index = index
        self._pairs: dict[tuple[str, str, str, str], tuple[Pair, ...]] = {}

    def of(self, instances: Sequence[Asked]) -> tuple[Pair | Group, ...]:
        """Return the answers for all pairs and groups of some versions in service."""
        return tuple(self._answers(instances))

    def against(
        self, instances: Sequence[Asked], accepted: frozenset[Verdict]
    ) -> tuple[Pair | Group, ...]:
        """Return those that do not allow the versions, the worst first."""
        bad = [each for each in self._answers(instances) if each.verdict not in GOOD | accepted]
        return tuple(sorted(bad, key=lambda each: -each.verdict.rank))

    def _answers(self, instances: Sequence[Asked]) -> Iterator[Pair | Group]:
        for one, other in combinations(instances, 2):
            yield from self._pair(one, other)
        yield from self._index.groups(instances)

    def _pair(self, one: Asked, other: Asked) -> tuple[Pair, ...]:
        key = one.component, one.text, other.component, other.text
        if key not in self._pairs:
            question: dict[str, list[str]] = {}
            for each in (one, other):
                question.setdefault(each.component, []).append(each.text)
            self._pairs[key] = self._compatibility.ask(question).pairs
        return self._pairs[key]
