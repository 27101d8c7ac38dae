"""An answer with all that is told about it, as both reports take it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mkdocs_compat.model.site import Product
from mkdocs_compat.model.table import Cell
from mkdocs_compat.reasoning.answer import Answer, Asked, Fix, Group, Open, Pair, Standing
from mkdocs_compat.reasoning.rule_relation import RuleStatement
from mkdocs_compat.reasoning.sentence import sentence
from mkdocs_compat.reasoning.statement import Statement
from mkdocs_compat.source import Place


@dataclass(frozen=True, slots=True)
class Answered:
    """A question about one product, answered.

    Attributes:
        product: The product.
        answer: The answer for the versions that are given.
        opens: What goes with them of each component that is left open, by its id; None where
            nothing relates it to them.
        fixes: The nearest changes that make them work, the cheapest first.
        standings: Where each component stands.
    """

    product: Product
    answer: Answer
    opens: Mapping[str, Open | None] = field(default_factory=dict)
    fixes: tuple[Fix, ...] = ()
    standings: tuple[Standing, ...] = ()

    def name(self, component: str) -> str:
        """Return the display name of a component."""
        return self.product.component(component).name

    def member(self, asked: Asked) -> str:
        """Return a version in question with the name of its component."""
        return f"{self.name(asked.component)} {asked.text}"

    def sentence(self, statement: Statement | RuleStatement, part: Pair | Group) -> str:
        """Say what a statement says that decides a part."""
        return sentence(statement, part.members, self.product, is_split=bool(part.split))


def cell_of(statement: Statement) -> Cell | None:
    """Return the cell that a statement of a table stands in; None where no row speaks."""
    return statement.cell or (statement.row.subject if statement.row else None)


def place_of(statement: Statement | RuleStatement) -> Place:
    """Return where a statement stands."""
    if isinstance(statement, RuleStatement):
        return statement.rule.place
    cell = cell_of(statement)
    return cell.place if cell else statement.table.place
