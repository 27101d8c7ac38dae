"""The guide to upgrading as templates take it: plain words, addresses and pictures."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from mkdocs_compat.model.rule import Rule
from mkdocs_compat.model.site import Product
from mkdocs_compat.publishing.component_rows import ComponentRows
from mkdocs_compat.publishing.guide_book import GuideBook
from mkdocs_compat.publishing.guide_writing import GuideWriting
from mkdocs_compat.publishing.joint_rows import JointRows
from mkdocs_compat.publishing.line_pages import LineLinks
from mkdocs_compat.publishing.payload_parts import Json, Link
from mkdocs_compat.publishing.upgrade_payload import narrowed_upgrade


@dataclass(frozen=True, slots=True)
class UpgradeGuide:
    """What the template of a guide is given besides the product.

    Attributes:
        product: The product, with what the guide is about.
        joint: The paths of components that move together.
        guides: The paths of each other component.
        direct: Those of them all of whose lines go to the newest in one hop of which nothing is
            said.
        apart: The paths of each component that moves together with others, by itself.
        names: Names of the components by their ids.
    """

    product: Product
    joint: list[dict[str, Json]]
    guides: list[dict[str, Json]]
    direct: list[dict[str, Json]]
    apart: list[dict[str, Json]]
    names: Mapping[str, str]


def upgrade_guide(
    product: Product, components: Collection[str], link: Link, book: GuideBook, lines: LineLinks
) -> UpgradeGuide:
    """Return the guide of a product.

    Args:
        product: The product.
        components: Ids of the components that the guide is about; all where none are named.
        link: Makes an address on the page from one relative to the site's root.
        book: Makes guides.
        lines: Where the pages of lines are.
    """
    guides = book.guides(product, components)
    names = {component.id: component.name for component in product.components}
    about = product
    if components:
        rules = tuple(rule for rule in product.rules if _is_about(rule, components))
        upgrade = narrowed_upgrade(product.upgrade, components)
        about = replace(product, rules=rules, upgrade=upgrade)
    writing = GuideWriting(product, link, lines)
    data = [ComponentRows(writing).data(guide) for guide in guides.single]
    alone = [each for each in data if each["component"] not in guides.joined]
    return UpgradeGuide(
        about,
        [JointRows(writing).data(guide) for guide in guides.joint],
        [each for each in alone if not each["is_direct"]],
        [each for each in alone if each["is_direct"]],
        [each for each in data if each["component"] in guides.joined],
        names,
    )


def _is_about(rule: Rule, components: Collection[str]) -> bool:
    return rule.component in components or rule.other in components
