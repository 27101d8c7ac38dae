"""Products for plans: rules and releases from front matter, what is said of upgrades in code."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import yaml
from markdown import Markdown

from mkdocs_compat.analysis import SharedData, analyze, open_page
from mkdocs_compat.markdown_extension import CompatExtension
from mkdocs_compat.model.rule import Distance, Scope
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.upgrade import (
    Audience,
    Change,
    Direction,
    Downgrade,
    Gate,
    Guide,
    Link,
    MaxHop,
    Notice,
    Question,
    Stop,
    Upgrade,
)
from mkdocs_compat.planning.hop import Hop
from mkdocs_compat.planning.plan import Blocked, Plan
from mkdocs_compat.ranges.notation import read
from mkdocs_compat.source import Place, SourceText
from mkdocs_compat.versions.scheme import Level

PLACE = Place("docs/page.md")


def product(
    components: dict[str, Any],
    rules: list[dict[str, Any]],
    body: str = "",
    tables: dict[str, Any] | None = None,
) -> Product:
    """Read a product from a page with these facts in its front matter."""
    said: dict[str, Any] = {"components": components}
    if rules:
        said["rules"] = rules
    if tables:
        said["tables"] = tables
    front = yaml.safe_dump({"compat": said}, sort_keys=False)
    text = f"---\n{front}---\n# Page\n\n{body}\n"
    extension = CompatExtension()
    extension.page = open_page(SourceText("docs/page.md", text), "page/", SharedData())
    assert extension.page is not None
    markdown = Markdown(extensions=["tables", "toc", extension])
    markdown.convert(text[extension.page.front_matter.body :])
    assert extension.draft is not None
    (found,) = analyze([extension.draft], SharedData()).site.products
    return found


class Author:
    """Writes what a product's author says of upgrades, in few words."""

    def __init__(self, product: Product) -> None:
        self.product = product

    def scope(self, component: str, text: str) -> Scope:
        range_ = read(text, self.product.component(component).scheme).range
        assert range_ is not None
        return Scope(text, range_)

    def stop(
        self,
        component: str,
        at: str,
        before: str | None = None,
        *,
        question: str | None = None,
        guide: str | None = None,
    ) -> Stop:
        limit = self.scope(component, before) if before else None
        link = self.link(guide) if guide else None
        return Stop(component, self.scope(component, at), limit, question, link, None, PLACE)

    def link(self, text: str) -> Link:
        return Link(text, text, PLACE)

    def guide(self, component: str, start: str, text: str, way: str = "up") -> Guide:
        scope = self.scope(component, start)
        return Guide(component, scope, self.link(text), PLACE, Direction(way))

    def change(
        self,
        component: str,
        level: str,
        rollback: str,
        when: str | None = None,
        start: str | None = None,
    ) -> Change:
        left, reached = (self.scope(component, text) if text else None for text in (start, when))
        name = level.title()
        return Change(component, Level(level), left, reached, name, None, rollback, PLACE)

    def max_hop(self, component: str, count: int, level: str) -> MaxHop:
        return MaxHop(component, Distance(count, Level(level)), PLACE)

    def gate(self, component: str, at: str, note: str = "") -> Gate:
        return Gate(component, self.scope(component, at), note, PLACE)

    def downgrade(self, component: str, most: str | bool) -> Downgrade:
        return Downgrade(component, Level(most) if isinstance(most, str) else most, PLACE)

    def notice(self, component: str, at: str, text: str) -> Notice:
        return Notice(component, self.scope(component, at), Audience.OPERATORS, text, None, PLACE)

    def question(self, id_: str) -> Question:
        return Question(id_, f"{id_}?", PLACE)

    def says(self, **said: Any) -> Product:
        """Return the product with what is said of upgrading it."""
        return replace(self.product, upgrade=Upgrade(**said))


def told(result: Plan | Blocked) -> list[str]:
    """Tell the hops of a plan in short: `server 0.8.1 > 0.9.3 rolling`."""
    return [_hop(hop) for hop in result.hops]


def _hop(hop: Hop) -> str:
    moves = (f"{move.component} {'+'.join(move.was)} > {move.now}" for move in hop.moves)
    return f"{', '.join(moves)} {hop.mode.value}{' optional' if hop.is_optional else ''}"
