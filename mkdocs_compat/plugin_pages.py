"""Adds the pages about upgrades from single lines to a site that MkDocs is building.

Which pages there are is known when all others have been read, and then MkDocs has made its list of
files and its navigation. Nothing has been written yet, so pages still find their place in both.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import jinja2
from mkdocs.commands.build import _populate_page
from mkdocs.structure.files import File
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from mkdocs_compat.model.site import Page as ReadPage
from mkdocs_compat.model.site import Product, Site
from mkdocs_compat.publishing.elements import environment
from mkdocs_compat.publishing.guide_book import GuideBook
from mkdocs_compat.publishing.line_pages import LineLinks, LinePage, line_pages
from mkdocs_compat.publishing.upgrade_page import Neighbour, Surroundings, write_line_page

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from mkdocs_compat.plugin_options import UpgradePageOptions

_HEADING = re.compile(r"<h[1-6]\b[^>]*\bid=\"([^\"]+)\"", re.IGNORECASE)


@dataclass(slots=True)
class _Planned:
    """A page of a line and its place in the site."""

    line: LinePage
    file: File
    title: str
    is_new: bool


class UpgradePages:
    """Adds the pages of one build.

    Attributes:
        problems: What the author should know: pages that are there already, ids of nothing.
    """

    def __init__(
        self,
        options: UpgradePageOptions,
        config: MkDocsConfig,
        files: Files,
        nav: Navigation | None,
    ) -> None:
        """Take what the site is made of."""
        self._options = options
        self._config = config
        self._files = files
        self._nav = nav
        self._own: set[str] = set()
        self.problems: list[str] = []

    def add(
        self, site: Site, homes: Mapping[str, Page], book: GuideBook, loader: jinja2.BaseLoader
    ) -> LineLinks:
        """Add the pages; return where they are.

        Args:
            site: The model of the site.
            homes: For each product's id the page below which its pages belong.
            book: Makes the guides.
            loader: Finds the templates.
        """
        templates = environment(loader)
        self.problems += self._unknown(site)
        found: list[tuple[LinePage, str]] = []
        for product in site.products:
            home = homes.get(product.id)
            if home is None or (
                self._options.products and product.id not in self._options.products
            ):
                continue
            guides = book.guides(product, self._options.components)
            added: list[Page] = []
            for series in line_pages(product, guides, self._options.components):
                planned = [self._place(line, product, home) for line in series]
                found += ((each.line, each.file.url) for each in planned)
                added += self._write(planned, product, home, templates)
            self._show(added, home)
        return LineLinks(found)

    def _unknown(self, site: Site) -> Iterator[str]:
        """Yield what the options name and the site does not have."""
        products = {product.id for product in site.products}
        components = {each.id for product in site.products for each in product.components}
        named = (
            ("product", self._options.products, products),
            ("component", self._options.components, components),
        )
        for kind, wanted, known in named:
            for id_ in wanted:
                if id_ not in known:
                    yield f"upgrade_pages: the site has no {kind} '{id_}'"

    def _place(self, line: LinePage, product: Product, home: Page) -> _Planned:
        """Find the place of a page: in the folder that its home has in the site."""
        folder = home.url if home.url.endswith("/") else posixpath.splitext(home.url)[0]
        if posixpath.basename(folder) == "index":
            folder = posixpath.dirname(folder)
        name = line.file_name(self._options.path)
        title = line.title(self._options.title, product)
        uri = posixpath.normpath(posixpath.join("" if self._options.path else folder, f"{name}.md"))
        if uri in self._own:
            uri = posixpath.join(posixpath.dirname(uri), f"{product.id}-{posixpath.basename(uri)}")
        file = File.generated(self._config, uri, content="")
        taken = next((each for each in self._files if each.dest_uri == file.dest_uri), None)
        if taken is not None:
            self.problems.append(
                f"{taken.src_uri} is a page of the site's own; the plugin leaves it alone"
            )
            return _Planned(line, taken, title, is_new=False)
        self._own.add(uri)
        self._files.append(file)
        return _Planned(line, file, title, is_new=True)

    def _write(
        self,
        planned: Sequence[_Planned],
        product: Product,
        home: Page,
        templates: jinja2.Environment,
    ) -> Iterator[Page]:
        anchor = _anchor(home)
        bounded = [None, *planned, None]
        for older, each, newer in zip(bounded, planned, bounded[2:], strict=False):
            if not each.is_new:
                continue
            page = Page(None, each.file, self._config)
            around = Surroundings(
                each.title,
                home.url,
                anchor,
                _neighbour(older, each),
                _neighbour(newer, each),
                partial(get_relative_url, other=page.url),
                {"page": page, "config": self._config},
            )
            each.file.content_string = write_line_page(each.line, product, around, templates)
            # Material's blog adds its pages likewise: with all that plugins do to a page.
            _populate_page(page, self._config, self._files)
            yield page

    def _show(self, added: Sequence[Page], home: Page) -> None:
        """Put pages into the navigation, behind the page where they belong."""
        nav, wanted = self._nav, self._options.nav
        if nav is None or not wanted or not added or home not in nav.pages:
            return
        siblings = _list_with(home, nav.items)
        if siblings is None:
            return
        section = Section(wanted if isinstance(wanted, str) else "From each version", [*added])
        section.parent = home.parent
        siblings.insert(siblings.index(home) + 1, section)
        for page in added:
            page.parent = section
        place = nav.pages.index(home)
        before, behind = nav.pages[: place + 1], nav.pages[place + 1 :]
        nav.pages[place + 1 : place + 1] = added
        row = [before[-1], *added, *behind[:1]]
        for page, following in pairwise(row):
            page.next_page, following.previous_page = following, page


def homes_of(pages: Iterable[tuple[Page | None, ReadPage]]) -> Mapping[str, Page]:
    """Return for each product's id the page below which its pages belong: the one with its guide.

    Args:
        pages: The pages that take part, as MkDocs builds them and as they were read. Without a
            guide it is a product's first page.
    """
    first: dict[str, Page] = {}
    guides: dict[str, Page] = {}
    for page, read in pages:
        if page is None:
            continue
        first.setdefault(read.product, page)
        for element in read.elements:
            if element.name == "compat-upgrade":
                guides.setdefault(element.attributes.get("product", read.product), page)
    return {**first, **guides}


def _anchor(home: Page) -> str:
    """Return the id of the heading above the guide of a page; empty where there is none."""
    before, guide, _ = (home.content or "").partition("<compat-upgrade")
    ids = _HEADING.findall(before) if guide else []
    return str(ids[-1]) if ids else ""


def _neighbour(other: _Planned | None, each: _Planned) -> Neighbour | None:
    if other is None:
        return None
    return Neighbour(other.title, get_relative_url(other.file.url, each.file.url))


def _list_with(home: Page, items: list[Any]) -> list[Any] | None:
    """Return the list of the navigation in which a page stands."""
    if any(item is home for item in items):
        return items
    for item in items:
        found = _list_with(home, item.children) if item.children else None
        if found is not None:
            return found
    return None
