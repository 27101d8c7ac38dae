"""What was read of a site's tables, and how: for authors who wonder what was made of them."""

from __future__ import annotations

from mkdocs_compat.model.component import Component
from mkdocs_compat.model.site import Product, Site
from mkdocs_compat.model.table import Table


def write_reading(site: Site) -> str:
    """Return a few lines for each table: its subject, its components and their schemes."""
    lines = [line for product, table in site.tables() for line in _table(product, table)]
    return "\n".join(lines or ["No compatibility table was read."])


def _table(product: Product, table: Table) -> list[str]:
    verdict = f"{len(table.rows)} rows, listed is {table.verdict.value}"
    return [
        f"{table.place}: table '{table.title}' ({verdict})",
        f"    subject: {_component(product.component(table.subject))}",
        *(f"    column: {_component(product.component(id_))}" for id_ in table.components),
    ]


def _component(component: Component) -> str:
    origin = "inferred" if component.inferred else "declared"
    return f"{component.name} [{component.id}], versions read as {component.scheme.name} ({origin})"
