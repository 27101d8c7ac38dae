"""Everything that a site's pages say about compatibility, and what could not be read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from mkdocs_compat.diagnostics import Related, Severity
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.example import Example
from mkdocs_compat.model.rule import Rule
from mkdocs_compat.model.table import Table
from mkdocs_compat.model.upgrade import NO_UPGRADE, Upgrade
from mkdocs_compat.source import Place, SourceText


class FlawKind(Enum):
    """Kinds of things that reading met and could not take as they stood."""

    AMBIGUOUS_HEADER = "ambiguous-header"
    DUPLICATE_HEADER = "duplicate-header"
    INVALID_FRONT_MATTER = "invalid-front-matter"
    NOTHING_TO_READ = "nothing-to-read"
    RAGGED_ROW = "ragged-row"
    UNREAD_ITEM = "unread-item"
    UNRECOGNISED_TABLE = "unrecognised-table"
    UNUSED_NOTE = "unused-note"


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that reading met and could not take as it stood.

    Attributes:
        kind: What kind of thing.
        place: Where.
        message: One sentence that stands alone.
        help: What the author can do.
        loses: Whether something that the author wrote does not reach the reader.
        related: Other places that it speaks of.
    """

    kind: FlawKind
    place: Place
    message: str
    help: str
    loses: bool = False
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True)
class Ignore:
    """Findings of one check that the author accepts on one page, or weighs otherwise.

    Attributes:
        check: Code or name of the check.
        reason: Why.
        table: Only findings inside the table with this id.
        cell: Only findings in a cell with this text.
        place: Where the front matter says so.
        severity: What they weigh; None where they are accepted.
    """

    check: str
    reason: str
    table: str | None
    cell: str | None
    place: Place
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class PlacedElement:
    """An element of ours that the author wrote into a page: its name, attributes and place."""

    name: str
    attributes: Mapping[str, str]
    place: Place


@dataclass(frozen=True, slots=True)
class Page:
    """A page that takes part.

    Attributes:
        source: The text that the author edits.
        url: Its address relative to the site's root.
        product: Id of the product that it describes.
        ignores: The findings that it accepts.
        flaws: What reading could not take.
        elements: The elements of ours that its author wrote.
        included: The other files that its tables stand in.
    """

    source: SourceText
    url: str
    product: str
    ignores: tuple[Ignore, ...]
    flaws: tuple[Flaw, ...]
    elements: tuple[PlacedElement, ...] = ()
    included: tuple[SourceText, ...] = ()


@dataclass(frozen=True, slots=True)
class Product:
    """What a set of pages documents: its components, and the tables and rules about them.

    Attributes:
        id: Its id; empty where the site has one product without a name.
        name: Its display name.
        components: Its components.
        tables: The tables of all its pages.
        rules: The rules of all its pages and of its shared data file.
        examples: The examples that its pages give.
        upgrade: What its pages say about upgrading.
    """

    id: str
    name: str
    components: tuple[Component, ...]
    tables: tuple[Table, ...]
    rules: tuple[Rule, ...] = ()
    examples: tuple[Example, ...] = ()
    upgrade: Upgrade = NO_UPGRADE

    def component(self, id_: str) -> Component:
        """Return the component with this id.

        Raises:
            KeyError: There is none.
        """
        for component in self.components:
            if component.id == id_:
                return component
        raise KeyError(id_)


@dataclass(frozen=True, slots=True)
class Site:
    """The model of a whole site.

    Attributes:
        products: Its products, in the order of their first pages.
        pages: The pages that take part, in the order in which they were read.
        flaws: What could not be read in files that are no pages.
        sources: The texts of those files.
    """

    products: tuple[Product, ...]
    pages: tuple[Page, ...]
    flaws: tuple[Flaw, ...] = ()
    sources: tuple[SourceText, ...] = ()

    def included(self, paths: Collection[str] | None = None) -> dict[str, SourceText]:
        """Return the files that pages include and show tables of, by path.

        Args:
            paths: Only those that one of these pages includes; None for all pages.
        """
        return {
            source.path: source
            for page in self.pages
            if paths is None or page.source.path in paths
            for source in page.included
        }

    def tables(self) -> Iterator[tuple[Product, Table]]:
        """Yield every table with its product."""
        for product in self.products:
            for table in product.tables:
                yield product, table
