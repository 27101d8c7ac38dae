"""The pages that guide from one line to the newest: which there are, and where they lead."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_compat.model.component import Component
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.table import Cell
from mkdocs_compat.publishing.guide_book import Guides
from mkdocs_compat.publishing.upgrade_payload import upgraded_components
from mkdocs_compat.ranges.version_set import VersionSet

if TYPE_CHECKING:
    from mkdocs_compat.planning.guide import ComponentGuide
    from mkdocs_compat.planning.joint_guide import JointGuide
    from mkdocs_compat.planning.plan import Blocked, Plan
    from mkdocs_compat.reasoning.lines import Line

_UNFIT = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class LinePage:
    """A page about the way from one line to the newest.

    Attributes:
        product: Id of the product.
        components: Ids of the components that move.
        line: Name of the line, such as `2.6`.
        numbers: Its numbers.
        start: The versions to start from by component id.
        newest: Those to which the way leads.
        result: The plan, or why there is none.
        is_only: Whether all pages of the product are about the same components.
    """

    product: str
    components: tuple[str, ...]
    line: str
    numbers: Line
    start: Mapping[str, str]
    newest: Mapping[str, str]
    result: Plan | Blocked
    is_only: bool

    def filled(self, pattern: str, names: str) -> str:
        """Return a text of the author's with the line and other words put in.

        Args:
            pattern: The text, with `{version}`, `{component}` and `{product}` in it.
            names: What the components are called.
        """
        words = {"version": self.line, "component": names, "product": self.product}
        for word, text in words.items():
            pattern = pattern.replace(f"{{{word}}}", text)
        return pattern

    def title(self, pattern: str, product: Product) -> str:
        """Return its title, by the author's pattern where there is one."""
        names = [product.component(id_).name for id_ in self.components]
        usual = "Upgrade from {version}" if self.is_only else "Upgrade {component} from {version}"
        return self.filled(pattern or usual, _joined(names))

    def file_name(self, pattern: str) -> str:
        """Return the path of its file, by the author's pattern where there is one; no suffix."""
        usual = "from-{version}" if self.is_only else "{component}-from-{version}"
        filled = self.filled(pattern.removesuffix(".md") or usual, _joined(self.components))
        return "/".join(_UNFIT.sub("-", part) for part in filled.split("/"))


class LineLinks:
    """Knows where the pages of lines are."""

    def __init__(self, urls: Iterable[tuple[LinePage, str]] = ()) -> None:
        """Take the pages with their addresses relative to the site's root."""
        self._urls = tuple(urls)

    @property
    def is_empty(self) -> bool:
        """Whether there are no such pages."""
        return not self._urls

    def of_line(self, product: Product, component: str, numbers: Line) -> str | None:
        """Return the address of the page about a line of a component; None where none is."""
        for page, url in self._urls:
            is_about = page.product == product.id and component in page.components
            if is_about and page.numbers == numbers:
                return url
        return None

    def of_cell(self, product: Product, cell: Cell) -> list[tuple[str, str]]:
        """Return the lines that a cell names and that have pages, with the pages' addresses."""
        if cell.range is None:
            return []
        return [
            (page.line, url)
            for page, url in self._urls
            if page.product == product.id
            for id_ in cell.components
            if id_ in page.components
            and _versions(product.component(id_), page.numbers).overlaps(cell.range.inside)
        ]


def line_pages(
    product: Product, guides: Guides, components: Collection[str]
) -> list[Sequence[LinePage]]:
    """Return the pages of a product: a list for each component, or set that moves together.

    Args:
        product: The product.
        guides: Its guides.
        components: Ids of the components that shall have pages; without any, those of which
            something is said about upgrading.
    """
    wanted = frozenset(components) or upgraded_components(product.upgrade)
    joint = [each for each in guides.joint if wanted & set(each.components)]
    single = [each for each in guides.single if each.component in wanted - guides.joined]
    is_only = len(joint) + len(single) == 1
    return [
        *(_of_set(guide, product.id, is_only=is_only) for guide in joint),
        *(_of_component(guide, product.id, is_only=is_only) for guide in single),
    ]


def _of_set(guide: JointGuide, product: str, *, is_only: bool) -> Sequence[LinePage]:
    return [
        LinePage(
            product,
            guide.components,
            path.name,
            path.numbers,
            path.start,
            guide.newest,
            path.result,
            is_only,
        )
        for path in guide.paths
    ]


def _of_component(guide: ComponentGuide, product: str, *, is_only: bool) -> Sequence[LinePage]:
    id_ = guide.component
    return [
        LinePage(
            product,
            (id_,),
            line.name,
            line.numbers,
            {id_: line.version},
            {id_: guide.newest},
            line.result,
            is_only,
        )
        for line in guide.lines
    ]


def _versions(component: Component, line: Line) -> VersionSet:
    """Return all versions of a line."""
    from mkdocs_compat.reasoning.lines import numbering  # noqa: PLC0415 - where there are any

    interval = numbering(component.scheme).interval(line)
    return VersionSet.of([interval] if interval else [])


def _joined(names: Sequence[str]) -> str:
    first, *others = names
    match others:
        case []:
            return first
        case [second]:
            return f"{first} and {second}"
        case _:
            return f"{first} and {len(others)} others"
