"""Writes the page about upgrades from one line, as Markdown."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

import jinja2
from markupsafe import Markup

from mkdocs_compat.model.site import Product
from mkdocs_compat.publishing.line_pages import LinePage
from mkdocs_compat.publishing.payload import Link, product_data
from mkdocs_compat.publishing.reports.planned import Planned
from mkdocs_compat.publishing.way import WayWriter, on_one_line

_TEMPLATE = "mkdocs_compat/pages/upgrade-from.html"

_UNFIT = re.compile(r"[<>\"]")
_SPECIAL = re.compile(r"[^\w\s.,]")


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The page of another line, as a link."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around the page of a line.

    Attributes:
        title: Its title.
        guide: Address of the page that tells all paths.
        anchor: Id of the heading above them on that page; empty where there is none.
        older: The page of the line before; None for the first.
        newer: The page of the line behind; None for the last.
        link: Makes an address on the page from one relative to the site's root.
        variables: What templates see besides; at least `page` and `config` in MkDocs.
    """

    title: str
    guide: str
    anchor: str
    older: Neighbour | None
    newer: Neighbour | None
    link: Link
    variables: Mapping[str, object]


def write_line_page(
    page: LinePage, product: Product, around: Surroundings, templates: jinja2.Environment
) -> str:
    """Return the page's source, front matter and all."""
    writer = WayWriter(Planned(product, page.result), around.link)
    moves = [
        {
            "name": on_one_line(product.component(id_).name),
            "start": text,
            "target": page.newest[id_],
        }
        for id_, text in page.start.items()
    ]
    query = [(f"from.{id_}", text) for id_, text in page.start.items()]
    query += [(f"to.{id_}", text) for id_, text in page.newest.items()]
    guide = around.link(around.guide)
    fragment = f"#{around.anchor}" if around.anchor else ""
    templates.filters["markdown"] = _as_text
    said = templates.get_template(_TEMPLATE).render(
        {
            **around.variables,
            "product": product_data(product, around.link),
            "title": around.title,
            "line": page.line,
            "is_listed": any(text != page.line for text in page.start.values()),
            "moves": moves,
            "steps": writer.steps(),
            "outside": writer.outside(),
            "blocked": writer.blocked(),
            "questions": [on_one_line(question.text) for question in page.result.questions],
            "guide": f"{guide}{fragment}",
            "planner": f"{guide}?{urlencode(query)}{fragment}",
            "older": around.older,
            "newer": around.newer,
        }
    )
    names = ", ".join(f"{each['name']} {each['start']} to {each['target']}" for each in moves)
    # Themes put it into an attribute, and not all of them escape it.
    description = json.dumps(_UNFIT.sub("", f"Step by step: {names}."))
    # Other plugins may take braces in Markdown for theirs.
    return f"---\ndescription: {description}\n---\n\n{said.replace('{', '&#123;')}\n"


def _as_text(text: str) -> Markup:
    """Return a text for a heading in Markdown, in which nothing means anything."""
    line = on_one_line(text)
    return Markup(_SPECIAL.sub(lambda found: f"&#{ord(found[0])};", line))  # noqa: S704 - escaped
