"""Answers about one product: what a set of versions is worth, why, and what would help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from mkdocs_compat.model.site import Product
from mkdocs_compat.model.verdict import worst
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.ranges.text import write
from mkdocs_compat.ranges.version_set import VersionSet
from mkdocs_compat.reasoning.answer import (
    Answer,
    Asked,
    Fix,
    Lost,
    Open,
    Pair,
    Problem,
    Split,
    Standing,
)
from mkdocs_compat.reasoning.asking import newer, read_question
from mkdocs_compat.reasoning.clashing import smallest_clash
from mkdocs_compat.reasoning.dropping import lost_without
from mkdocs_compat.reasoning.fixing import fixes
from mkdocs_compat.reasoning.index import Index
from mkdocs_compat.reasoning.opening import answer_open
from mkdocs_compat.reasoning.pairs import Region, answer_pair
from mkdocs_compat.reasoning.released import released
from mkdocs_compat.reasoning.standing import standings

Question = Mapping[str, Sequence[str]]


class Compatibility:
    """A product made ready for questions.

    A question gives version texts by component id; several of one component run side by side. A
    leading `=` asks about exactly that release and not about its line. Components that the
    product does not have, and texts that are no versions, are no part of the question.

    Attributes:
        product: The product.
    """

    def __init__(self, product: Product) -> None:
        """Index the tables and rules of `product`."""
        self.product = product
        self._index = Index(product)

    def ask(self, question: Question) -> Answer:
        """Return the verdict for some versions, the pairs it comes from and their reasons."""
        items = list(read_question(self._index.components, question))
        asked = [item for item in items if isinstance(item, Asked)]
        pairs = [pair for a, b in combinations(asked, 2) if (pair := self._pair(a, b))]
        pairs.sort(key=lambda pair: -pair.verdict.rank)
        groups = sorted(self._index.groups(asked), key=lambda group: -group.verdict.rank)
        verdicts = [*(pair.verdict for pair in pairs), *(group.verdict for group in groups)]
        above = (newer(self._index.components[each.component], each) for each in asked)
        return Answer(
            verdict=worst(verdicts) if verdicts else None,
            pairs=tuple(pairs),
            groups=tuple(groups),
            clash=smallest_clash(self._index, pairs, groups),
            problems=tuple(item for item in items if isinstance(item, Problem)),
            newer=tuple(each for each in above if each is not None),
        )

    def open(self, question: Question, component: str) -> Open | None:
        """Return which versions of a component go with what is asked of the others.

        None where nothing relates the component to any of the others.

        Raises:
            KeyError: The product has no such component.
        """
        if component not in self._index.components:
            raise KeyError(component)
        others = [each for each in self._read(question) if each.component != component]
        return answer_open(self._index, component, others)

    def fixes(self, question: Question) -> tuple[Fix, ...]:
        """Return changes that make a set work, at most three, the cheapest first.

        None are returned for a set that is compatible, nor where no change of one or two
        components helps.
        """
        return fixes(self._index, list(self._read(question)))

    def standings(self, question: Question) -> tuple[Standing, ...]:
        """Return where each component in question stands, in the product's order."""
        return standings(self._index, list(self._read(question)))

    def dropped(self, component: str, text: str) -> tuple[Lost, ...]:
        """Return what works with nothing any more once some versions of a component are gone.

        Args:
            component: Id of the component.
            text: The versions to go: a version, a line or a range.

        Raises:
            KeyError: The product has no such component.
            VersionSyntaxError: The text names no versions of it.
        """
        return lost_without(self._index, component, text)

    def _read(self, question: Question) -> Iterator[Asked]:
        for item in read_question(self._index.components, question):
            if isinstance(item, Asked):
                yield item

    def _pair(self, first: Asked, second: Asked) -> Pair | None:
        """Return the answer for two instances; None when nothing relates their components."""
        link = self._index.link(first.component, second.component)
        if link is None:
            return None
        a, b = (first, second) if link.a == first.component else (second, first)
        found = answer_pair(link, a, b)
        is_split = len({region.verdict for region in found.regions}) > 1
        split = tuple(_split(region, a, b) for region in found.regions) if is_split else ()
        return Pair(a, b, found.verdict, found.statements, split)


def _split(region: Region, a: Asked, b: Asked) -> Split:
    return Split(_part(region.a, a), _part(region.b, b), region.verdict, region.some)


def _part(part: VersionSet | None, asked: Asked) -> str | None:
    """Write a part of the versions asked about; None for all of them."""
    if part is None:
        return None
    own = released(part.intervals, asked.scheme)
    return write(Range(part if own.is_empty else own, VersionSet.empty()), asked.scheme)
