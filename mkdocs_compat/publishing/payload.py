"""The model as plain data: what `compat.json` holds and what a page's elements are given."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeAlias

from mkdocs_compat import __version__
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.site import Product, Site
from mkdocs_compat.model.table import Cell, Row, Table
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.ranges.version_set import VersionSet

# The form of the data. It is raised when readers of the older form would misunderstand the newer.
FORMAT_VERSION = 1

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | None"

# Turns an address relative to the site's root into the one to write.
Link: TypeAlias = Callable[[str], str]


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
    }


def narrowed(product: Product, components: Iterable[str], tables: Iterable[str]) -> Product:
    """Return a product with only some components and tables; all where none are named.

    Args:
        product: The product.
        components: Ids of components; tables lose the columns of the others.
        tables: Ids of tables.
    """
    wanted, named = set(components), set(tables)
    kept = tuple(
        _narrowed_table(table, wanted)
        for table in product.tables
        if (not named or table.id in named) and (not wanted or table.subject in wanted)
    )
    kept = tuple(table for table in kept if table.components)
    used = {id_ for table in kept for id_ in (table.subject, *table.components)}
    left = tuple(component for component in product.components if component.id in used)
    return replace(product, components=left, tables=kept)


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
        "rows": [_row(row) for row in table.rows],
    }


def _row(row: Row) -> Json:
    return {"subject": _cell(row.subject), "cells": [_cell(cell) for cell in row.cells]}


def _cell(cell: Cell) -> Json:
    place = cell.place
    data: dict[str, Json] = {
        "components": list(cell.components),
        "text": cell.text,
        "range": None if cell.range is None else _range(cell.range),
        "latest": cell.reaches_latest,
        "blank": cell.notation.blank,
        "notes": list(cell.notes),
        "anchor": cell.anchor,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
    return {**data, "part": place.part} if place.part else data


def _range(range_: Range) -> Json:
    return {"inside": _set(range_.inside), "edge": _set(range_.edge)}


def _set(versions: VersionSet) -> Json:
    return [[str(low), str(high)] for low, high in versions.intervals]


def _as_it_is(url: str) -> str:
    return url
