"""A plan with all that is told about it, as its reports take it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from mkdocs_compat.model.site import Product
from mkdocs_compat.planning.hop import InService, StopPassed
from mkdocs_compat.planning.plan import Blocked, Plan
from mkdocs_compat.reasoning.answer import Asked, Group, Pair
from mkdocs_compat.reasoning.rule_relation import RuleStatement
from mkdocs_compat.reasoning.sentence import sentence
from mkdocs_compat.reasoning.statement import Statement


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan for one product, or why there is none.

    Attributes:
        product: The product.
        result: The plan.
        answers: How the reader answered the product's questions, by their ids.
    """

    product: Product
    result: Plan | Blocked
    answers: Mapping[str, bool] = field(default_factory=dict)

    def name(self, component: str) -> str:
        """Return the display name of a component."""
        return self.product.component(component).name

    def versions(self, component: str, texts: Iterable[str]) -> str:
        """Return versions of a component with its name, each once."""
        return f"{self.name(component)} {joined(list(dict.fromkeys(texts)))}"

    def in_service(self, state: InService) -> str:
        """Return the versions in service with the names of their components."""
        return "; ".join(self.versions(id_, texts) for id_, texts in state.items())

    def members(self, part: Pair | Group) -> str:
        """Return the versions that an answer is about."""
        return " with ".join(self.member(asked) for asked in part.members)

    def member(self, asked: Asked) -> str:
        """Return a version in question with the name of its component."""
        return f"{self.name(asked.component)} {asked.text}"

    def sentence(self, statement: Statement | RuleStatement, part: Pair | Group) -> str:
        """Say what a statement says that decides a part."""
        return sentence(statement, part.members, self.product, is_split=bool(part.split))

    def stops_of(self, hop: int) -> Iterator[StopPassed]:
        """Yield the required stops that a hop arrives at; `hop` counts from 0."""
        if isinstance(self.result, Plan):
            yield from (each for each in self.result.stops if each.hop == hop)


def joined(items: list[str]) -> str:
    """Name one thing after the other."""
    return " and ".join(filter(None, (", ".join(items[:-1]), items[-1]))) if items else ""
