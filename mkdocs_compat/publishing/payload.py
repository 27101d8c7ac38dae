"""The model as plain data: what `compat.json` holds and what a page's elements are given."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from mkdocs_compat import __version__
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.rule import Rule
from mkdocs_compat.model.site import Product, Site
from mkdocs_compat.model.table import Cell, Row, Table
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.publishing.payload_parts import (
    Json,
    Link,
    distance_data,
    level_data,
    place_data,
    range_data,
    scope_data,
)
from mkdocs_compat.publishing.upgrade_payload import (
    narrowed_upgrade,
    upgrade_data,
    upgraded_components,
)
from mkdocs_compat.reasoning.rule_words import rule_words

# The form of the data. It is raised when readers of the older form would misunderstand the newer.
FORMAT_VERSION = 3

__all__ = ["FORMAT_VERSION", "Json", "Link", "narrowed", "product_data", "site_json"]


def site_json(site: Site) -> str:
    """Return the text of `compat.json`: the complete model, addresses relative to the site."""
    data: Json = {
        "$schema": "assets/mkdocs-compat/compat.schema.json",
        "format": "mkdocs-compat",
        "version": FORMAT_VERSION,
        "generator": f"mkdocs-compat {__version__}",
        "products": [product_data(product, _as_it_is) for product in site.products],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def product_data(product: Product, link: Link) -> dict[str, Json]:
    """Return one product as plain data, its addresses made by `link`."""
    return {
        "id": product.id,
        "name": product.name,
        "components": [_component(component) for component in product.components],
        "tables": [_table(table, link) for table in product.tables],
        "rules": [_rule(rule, product, link) for rule in product.rules],
        "upgrade": upgrade_data(product.upgrade, link),
    }


def narrowed(product: Product, components: Iterable[str], tables: Iterable[str]) -> Product:
    """Return a product with only some components and tables; all where none are named.

    Args:
        product: The product.
        components: Ids of components; tables lose the columns of the others.
        tables: Ids of tables.
    """
    wanted, named = set(components), set(tables)
    if not (wanted or named):
        return product
    kept = tuple(
        _narrowed_table(table, wanted)
        for table in product.tables
        if (not named or table.id in named) and (not wanted or table.subject in wanted)
    )
    kept = tuple(table for table in kept if table.components)
    rules = tuple(rule for rule in product.rules if _is_kept(rule, wanted))
    used = {id_ for table in kept for id_ in (table.subject, *table.components)}
    if not named:
        used |= {id_ for rule in rules for id_ in (rule.component, rule.other)}
        used |= upgraded_components(product.upgrade) & wanted
    rules = tuple(rule for rule in rules if {rule.component, rule.other} <= used)
    left = tuple(component for component in product.components if component.id in used)
    upgrade = narrowed_upgrade(product.upgrade, used)
    return replace(product, components=left, tables=kept, rules=rules, upgrade=upgrade)


def _is_kept(rule: Rule, components: set[str]) -> bool:
    return not components or {rule.component, rule.other} <= components


def _narrowed_table(table: Table, wanted: set[str]) -> Table:
    keep = [
        not wanted or any(id_ in wanted for id_ in header.components) for header in table.headers
    ]
    if all(keep):
        return table
    rows = tuple(
        replace(
            row,
            cells=tuple(cell for cell, kept in zip(row.cells, keep[1:], strict=True) if kept),
        )
        for row in table.rows
    )
    headers = tuple(header for header, kept in zip(table.headers, keep, strict=True) if kept)
    return replace(table, headers=headers, rows=rows)


def _component(component: Component) -> Json:
    return {
        "id": component.id,
        "name": component.name,
        "aliases": list(component.aliases),
        "scheme": component.scheme.name,
        "full": component.scheme.full,
        "inferred": component.inferred,
        "releases": [
            {
                "version": release.version.text,
                "date": release.date,
                "end_of_life": release.end_of_life,
            }
            for release in component.releases
        ],
    }


def _table(table: Table, link: Link) -> Json:
    return {
        "id": table.id,
        "page": table.page,
        "title": table.title,
        "url": f"{link(table.url)}#{table.anchor}",
        "verdict": table.verdict.value,
        "note": table.note,
        "subject": table.subject,
        "components": list(table.components),
        "blank": (table.blank or Verdict.UNSTATED).value,
        "headers": [
            {"text": header.text, "components": list(header.components)} for header in table.headers
        ],
        "together": table.together,
        "closed": table.closed,
        "rows": [_row(row) for row in table.rows],
    }


def _rule(rule: Rule, product: Product, link: Link) -> Json:
    return {
        "id": rule.id,
        "name": rule.name,
        "component": rule.component,
        "other": rule.other,
        "when": scope_data(rule.when),
        "other_when": scope_data(rule.other_when),
        "same": level_data(rule.same),
        "not_newer": level_data(rule.not_newer),
        "not_older": level_data(rule.not_older),
        "behind": distance_data(rule.behind),
        "ahead": distance_data(rule.ahead),
        "apart": distance_data(rule.apart),
        "verdict": rule.verdict.value,
        "note": rule.note,
        "words": rule_words(rule, product),
        "page": rule.page,
        "title": rule.title,
        "url": f"{link(rule.url)}#{rule.anchor}",
        "anchor": rule.anchor,
        **place_data(rule.place),
    }


def _row(row: Row) -> Json:
    return {"subject": _cell(row.subject), "cells": [_cell(cell) for cell in row.cells]}


def _cell(cell: Cell) -> Json:
    place = cell.place
    data: dict[str, Json] = {
        "components": list(cell.components),
        "text": cell.text,
        "range": None if cell.range is None else range_data(cell.range),
        "latest": cell.reaches_latest,
        "blank": cell.is_blank,
        "notes": list(cell.notes),
        "anchor": cell.anchor,
        **place_data(place),
    }
    if cell.condition:
        data["condition"] = cell.condition
    if cell.mark is not None:
        verdict = cell.mark.verdict
        data["mark"] = {"text": cell.mark.text, "verdict": verdict and verdict.value}
    return {**data, "part": place.part} if place.part else data


def _as_it_is(url: str) -> str:
    return url
