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


def table_words(table: Table) -> str:
    """Return in a few words what kind of table was read."""
    rows = f"{len(table.rows)} row{'' if len(table.rows) == 1 else 's'}"
    layout = "" if table.layout == "rows" else f", laid out as {table.layout}"
    is_marked = any(cell.mark for cell in table.cells())
    listed = "marks say what is worth what" if is_marked else f"listed is {table.verdict.value}"
    return f"{rows}{layout}, {listed}{'' if table.closed else ', says nothing of the rest'}"


def table_facts(product: Product, table: Table) -> Iterator[tuple[str, str]]:
    """Yield what was made of a table's columns and marks: of what it is said, and what."""
    yield "subject", _component(product.component(table.subject))
    for id_ in dict.fromkeys(table.components):
        yield "column", _component(product.component(id_))
    marks = {cell.mark.text: cell.mark for cell in table.cells() if cell.mark and cell.mark.text}
    for text, mark in marks.items():
        yield "mark", f"{text} means {mark.verdict.value if mark.verdict else 'nothing known'}"
    blanks = sum(not (cell.mark.text if cell.mark else cell.text) for cell in table.cells())
    if blanks:
        said = f"count as {table.blank.value}" if table.blank else "say nothing"
        yield "blank cells", f"{blanks}: they {said}"
    unread = sum(bool(cell.notation.problems) for cell in table.cells())
    if unread:
        yield "not understood", f"{unread} cell{'' if unread == 1 else 's'}"
    if table.left_out:
        yield "not read as versions", ", ".join(table.left_out)


def _product(product: Product) -> Iterator[str]:
    for table in product.tables:
        yield from _table(product, table)
    for rule in product.rules:
        yield f"{rule.place}: rule '{rule.name or rule.id}': {rule_words(rule, product)}"
    for example in product.examples:
        asked = "; ".join(f"{id_} {', '.join(texts)}" for id_, texts in example.question.items())
        yield f"{example.place}: example, {asked}: {example.expect.value}"


def _table(product: Product, table: Table) -> Iterator[str]:
    yield f"{table.place}: table '{table.title}' ({table_words(table)})"
    for label, text in table_facts(product, table):
        yield f"    {label}: {text}"


def _component(component: Component) -> str:
    origin = "inferred" if component.inferred else "declared"
    return f"{component.name} [{component.id}], versions read as {component.scheme.name} ({origin})"
