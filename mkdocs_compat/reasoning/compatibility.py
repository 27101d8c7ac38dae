"""Answers about one product: the verdict for a set of versions, with its reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.verdict import worst
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.ranges.text import write
from mkdocs_compat.ranges.version_set import VersionSet
from mkdocs_compat.reasoning.answer import Answer, Asked, Pair, Problem, Split
from mkdocs_compat.reasoning.coverage import Coverage
from mkdocs_compat.reasoning.pairs import Region, answer_pair
from mkdocs_compat.reasoning.statement import Relation


class Compatibility:
    """A product made ready for questions.

    Attributes:
        product: The product.
    """

    def __init__(self, product: Product) -> None:
        """Index the tables of `product`."""
        self.product = product
        self._relations: dict[frozenset[str], list[Relation]] = {}
        for table in product.tables:
            coverage = Coverage(table.rows)
            for other in dict.fromkeys(table.components):
                relation = Relation(table, coverage, table.subject, other)
                key = frozenset((table.subject, other))
                self._relations.setdefault(key, []).append(relation)

    def ask(self, question: Mapping[str, Sequence[str]]) -> Answer:
        """Return the verdict for some versions, the pairs it comes from and their statements.

        Args:
            question: Version texts by component id; several of one component run side by side.
                A leading `=` asks about exactly that release and not about its line. Components
                that the product does not have are no part of the question.
        """
        asked: list[Asked] = []
        problems: list[Problem] = []
        for item in self._read(question):
            if isinstance(item, Asked):
                asked.append(item)
            else:
                problems.append(item)
        pairs = [pair for a, b in combinations(asked, 2) if (pair := self._pair(a, b))]
        pairs.sort(key=lambda pair: -pair.verdict.rank)
        verdict = worst(pair.verdict for pair in pairs) if pairs else None
        return Answer(verdict, tuple(pairs), tuple(problems))

    def _read(self, question: Mapping[str, Sequence[str]]) -> Iterator[Asked | Problem]:
        for component in self.product.components:
            for text in question.get(component.id, ()):
                written = text.strip()
                exact = written.startswith("=")
                version = written.removeprefix("=").lstrip()
                try:
                    extent = component.scheme.extent(version, exact=exact)
                except VersionSyntaxError as error:
                    yield Problem(component.id, text, str(error))
                else:
                    yield Asked(component.id, written, extent, component.scheme)

    def _pair(self, first: Asked, second: Asked) -> Pair | None:
        """Return the answer for two versions; None when nothing relates their components."""
        relations = self._relations.get(frozenset((first.component, second.component)))
        if not relations or first.component == second.component:
            return None
        is_subject = relations[0].subject == first.component
        a, b = (first, second) if is_subject else (second, first)
        found = answer_pair(relations, a, b)
        split = tuple(_split(region, a, b) for region in found.regions)
        is_split = len(split) > 1
        return Pair(a, b, found.verdict, found.statements, split if is_split else ())


def _split(region: Region, a: Asked, b: Asked) -> Split:
    return Split(_part(region.a, a), _part(region.b, b), region.verdict)


def _part(part: VersionSet | None, asked: Asked) -> str | None:
    """Write a part of the versions asked about; None for all of them."""
    return None if part is None else write(Range(part, VersionSet.empty()), asked.scheme)
