"""What was read of a site's tables and rules, for authors who wonder what was made of them."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.model.component import Component
from mkdocs_compat.model.site import Product, Site
from mkdocs_compat.model.table import Table
from mkdocs_compat.reasoning.rule_words import rule_words


def write_reading(site: Site) -> str:
    """Return a few lines for each table, and one for each rule, in words, and each example."""
    lines = [line for product in site.products for line in _product(product)]
    return "\n".join(lines or ["No compatibility table and no rule was read."])


def _product(product: Product) -> Iterator[str]:
    for table in product.tables:
        yield from _table(product, table)
    for rule in product.rules:
        yield f"{rule.place}: rule '{rule.name or rule.id}': {rule_words(rule, product)}"
    for example in product.examples:
        asked = "; ".join(f"{id_} {', '.join(texts)}" for id_, texts in example.question.items())
        yield f"{example.place}: example, {asked}: {example.expect.value}"


def _table(product: Product, table: Table) -> list[str]:
    rows = f"{len(table.rows)} row{'' if len(table.rows) == 1 else 's'}"
    layout = "" if table.layout == "rows" else f", laid out as {table.layout}"
    is_marked = any(cell.mark for cell in table.cells())
    listed = "marks say what is worth what" if is_marked else f"listed is {table.verdict.value}"
    verdict = f"{rows}{layout}, {listed}{'' if table.closed else ', says nothing of the rest'}"
    others = dict.fromkeys(table.components)
    return [
        f"{table.place}: table '{table.title}' ({verdict})",
        f"    subject: {_component(product.component(table.subject))}",
        *(f"    column: {_component(product.component(id_))}" for id_ in others),
    ]


def _component(component: Component) -> str:
    origin = "inferred" if component.inferred else "declared"
    return f"{component.name} [{component.id}], versions read as {component.scheme.name} ({origin})"
