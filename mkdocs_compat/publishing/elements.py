"""Puts the elements into a page's HTML, in the places that the first pass left or the author wrote.

Data for an element stands in one of its attributes. Above a size it stands in a classic script of
its own: inline scripts and templates are indexed by searches and executed by some themes, and
nothing can be fetched when a page is opened from the disk.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import jinja2
from markupsafe import Markup

from mkdocs_compat.model.site import Product
from mkdocs_compat.publishing.cell_links import with_cell_links
from mkdocs_compat.publishing.guide_book import GuideBook
from mkdocs_compat.publishing.line_pages import LineLinks
from mkdocs_compat.publishing.payload import Json, Link, narrowed, product_data
from mkdocs_compat.reading.element_tags import TAG_INSIDE, attributes_of, words_of

# Attributes longer than this move into a script of their own, which pages share.
LONGEST_ATTRIBUTE = 48_000

SCRIPT_FOLDER = "assets/mkdocs-compat"

_OPENING = re.compile(
    rf"<!--.*?-->|<(compat-checker|compat-matrix|compat-rules|compat-upgrade)\b({TAG_INSIDE})>",
    re.DOTALL | re.IGNORECASE,
)
_HEADING = re.compile(r"<h([1-6])\b", re.IGNORECASE)
# Inside an attribute in single quotes only these need another form.
_QUOTED = {ord("&"): "&amp;", ord("<"): "&lt;", ord("'"): "&#39;"}

# Says that the element wraps the author's own table, which stays as it is.
_WRAPPER = "data-compat-table"


@dataclass(frozen=True, slots=True)
class Filled:
    """A page's HTML with its elements, and the scripts that they need.

    Attributes:
        html: The page's content.
        scripts: Texts of scripts by their address relative to the site's root.
    """

    html: str
    scripts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PageContext:
    """What the elements of one page need to know.

    Attributes:
        product: The product that the page describes.
        products: All products of the site by id, for elements that name one.
        link: Makes an address on this page from one relative to the site's root.
        variables: What templates see besides; at least `page` and `config` in MkDocs.
        book: Makes the guides to upgrading; one for all pages, so that each is made once.
        lines: Where the pages about upgrades from single lines are.
    """

    product: Product
    products: Mapping[str, Product]
    link: Link
    variables: Mapping[str, object]
    book: GuideBook = field(default_factory=GuideBook)
    lines: LineLinks = field(default_factory=LineLinks)


def environment(loader: jinja2.BaseLoader) -> jinja2.Environment:
    """Return the environment in which the elements' templates are rendered, escaping by default."""
    return jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)


@dataclass(slots=True)
class _Filling:
    """What is known while one page is filled.

    Attributes:
        scripts: The scripts that its elements need.
        anchors: Anchors of the rules that are printed so far; an id stands once on a page.
        level: Level of a heading that stands below the last one in front of the element.
        made: What elements were given so far, and of which product: most are given the same.
    """

    scripts: dict[str, str] = field(default_factory=dict)
    anchors: set[str] = field(default_factory=set)
    level: int = 2
    made: list[tuple[Product, dict[str, Json], str]] = field(default_factory=list)

    def data_of(self, product: Product, link: Link) -> tuple[dict[str, Json], str]:
        """Return a product as plain data, and as the text that elements read."""
        for about, data, text in self.made:
            if about is product:
                return data, text
        data = product_data(product, link)
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        self.made.append((product, data, text))
        return data, text


def fill(html: str, context: PageContext, templates: jinja2.Environment) -> Filled:
    """Return a page's HTML with every element of ours complete.

    The rules stand where the author placed them, otherwise behind the first checker of a product.
    """
    filling = _Filling()
    openings = list(_OPENING.finditer(html))
    places_rules = any((opening.group(1) or "").lower() == "compat-rules" for opening in openings)
    ruled: set[str] = set()
    pieces: list[str] = []
    last = 0
    for opening in openings:
        if opening.group(1) is None or opening.start() < last:
            continue
        name = opening.group(1).lower()
        attributes = attributes_of(opening.group(2))
        if _WRAPPER in attributes:
            continue
        headings = _HEADING.findall(html, last, opening.start())
        if headings:
            filling.level = min(int(headings[-1]) + 1, 6)
        pieces += [
            html[last : opening.start()],
            _render(name, attributes, context, templates, filling),
        ]
        product = _product(attributes, context).id
        if name == "compat-checker" and not places_rules and product not in ruled:
            ruled.add(product)
            pieces += [
                "\n",
                _render("compat-rules", {"product": product}, context, templates, filling),
            ]
        last = _end(html, name, opening.end())
    pieces.append(html[last:])
    filled = "".join(pieces)
    linked = with_cell_links(filled, context.products.values(), context.lines, context.link)
    return Filled(linked, filling.scripts)


def _product(attributes: Mapping[str, str], context: PageContext) -> Product:
    return context.products.get(attributes.get("product", context.product.id), context.product)


def _render(
    name: str,
    attributes: Mapping[str, str],
    context: PageContext,
    templates: jinja2.Environment,
    filling: _Filling,
) -> str:
    product = _product(attributes, context)
    product = narrowed(product, words_of(attributes, "components"), words_of(attributes, "table"))
    if name == "compat-upgrade":
        # It brings along all that puts plans into words, for which most pages have no use.
        from mkdocs_compat.publishing.upgrade_guide import upgrade_guide  # noqa: PLC0415

        about = words_of(attributes, "component")
        guide = upgrade_guide(product, about, context.link, context.book, context.lines)
        product = guide.product
    data, text = filling.data_of(product, context.link)
    variables: dict[str, object] = {
        **context.variables,
        "product": data,
        "tables": data["tables"],
        "rules": data["rules"],
        "printed": frozenset(filling.anchors),
        "attributes": attributes,
        "data": Markup(text.translate(_QUOTED)),  # noqa: S704 - escaped here
        "data_src": None,
        "script_url": None,
    }
    if len(text) > LONGEST_ATTRIBUTE and name in {"compat-checker", "compat-upgrade"}:
        id_ = hashlib.sha256(text.encode()).hexdigest()[:16]
        path = f"{SCRIPT_FOLDER}/data-{id_}.js"
        filling.scripts[path] = _script(id_, text)
        variables |= {"data": None, "data_src": id_, "script_url": context.link(path)}
    if name == "compat-upgrade":
        variables |= {"upgrade": guide, "names": guide.names, "level": filling.level}
    if name in {"compat-rules", "compat-upgrade"}:
        filling.anchors |= {rule.anchor for rule in product.rules}
    template = templates.get_template(f"mkdocs_compat/{name.removeprefix('compat-')}.html")
    return template.render(variables).strip()


def _script(id_: str, data: str) -> str:
    """Return a classic script that leaves data where the elements look for it."""
    return (
        f'(window.mkdocsCompat=window.mkdocsCompat||{{}})["{id_}"]={data};\n'
        'document.dispatchEvent(new CustomEvent("mkdocs-compat:data"));\n'
    )


def _end(html: str, name: str, opened: int) -> int:
    """Return the offset behind an element: behind its end tag, or its start tag where none is."""
    closing = re.compile(rf"</{name}\s*>|<compat-", re.IGNORECASE).search(html, opened)
    if closing is None or not closing.group().startswith("</"):
        return opened
    return closing.end()
