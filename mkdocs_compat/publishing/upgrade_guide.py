"""The guide to upgrading as templates take it: plain words, addresses and pictures."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from mkdocs_compat.model.rule import Rule
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.upgrade import Downgrade, Gate
from mkdocs_compat.planning.guide import ComponentGuide, Path, make_guides
from mkdocs_compat.planning.hop import Mode
from mkdocs_compat.planning.plan import Blocked
from mkdocs_compat.publishing.payload_parts import Json, Link
from mkdocs_compat.publishing.reports import plan_words
from mkdocs_compat.publishing.reports.planned import Planned
from mkdocs_compat.publishing.upgrade_payload import address, narrowed_upgrade
from mkdocs_compat.publishing.upgrade_track import draw_track


@dataclass(frozen=True, slots=True)
class UpgradeGuide:
    """What the template of a guide is given besides the product.

    Attributes:
        product: The product, with what the guide is about.
        guides: The paths of each component.
        names: Names of the components by their ids.
    """

    product: Product
    guides: list[Json]
    names: Mapping[str, str]


def upgrade_guide(product: Product, components: Collection[str], link: Link) -> UpgradeGuide:
    """Return the guide of a product.

    Args:
        product: The product.
        components: Ids of the components that the guide is about; all where none are named.
        link: Makes an address on the page from one relative to the site's root.
    """
    guides = make_guides(product, components)
    names = {component.id: component.name for component in product.components}
    about = product
    if components:
        rules = tuple(rule for rule in product.rules if _is_about(rule, components))
        upgrade = narrowed_upgrade(product.upgrade, components)
        about = replace(product, rules=rules, upgrade=upgrade)
    data: list[Json] = [_guide(guide, product, link) for guide in guides]
    return UpgradeGuide(about, data, names)


def _is_about(rule: Rule, components: Collection[str]) -> bool:
    return rule.component in components or rule.other in components


def _guide(guide: ComponentGuide, product: Product, link: Link) -> Json:
    name = product.component(guide.component).name
    # Markup is a text: the picture is escaped where it is drawn.
    picture: Markup = draw_track(guide, name)
    return {
        "component": guide.component,
        "name": name,
        "newest": guide.newest,
        "is_cut": guide.is_cut,
        "picture": picture,
        "paths": [_path(path, product, link) for path in guide.paths],
    }


def _path(path: Path, product: Product, link: Link) -> Json:
    return {
        "starts": list(path.starts),
        "first": path.starts[0],
        "last": path.starts[-1],
        "hops": [_hop(path, number, product, link) for number in range(len(path.hops))],
        "blocked": list(_why(path.result, product)) if isinstance(path.result, Blocked) else None,
    }


def _hop(path: Path, number: int, product: Product, link: Link) -> Json:
    hop = path.hops[number]
    move = hop.moves[0]
    questions = {question.id: question.text for question in product.upgrade.questions}
    stops = path.stop_at(number)
    # A stop that counts in any case needs no question.
    asks = [questions.get(stop.question, stop.question) for stop in stops if stop.question]
    return {
        "now": move.now,
        "mode": hop.mode.value,
        "is_repair": hop.mode is Mode.REPAIR,
        "is_stop": bool(stops),
        "asks": list(asks) if len(asks) == len(stops) else [],
        "class": plan_words.change_class(move) if move.change else None,
        "guide": None
        if move.guide is None
        else {"text": move.guide.text, "url": address(move.guide.url, link)},
        "no_return": [_no_return(reason) for reason in move.no_return if isinstance(reason, Gate)],
    }


def _no_return(reason: Gate | Downgrade) -> str:
    return plan_words.no_return(reason)


def _why(blocked: Blocked, product: Product) -> Iterator[str]:
    """Say what forbids to go on, each thing once."""
    planned = Planned(product, blocked)
    said: dict[str, None] = {}
    for part in (*blocked.outside, *blocked.wanted):
        said.update((planned.sentence(each, part), None) for each in part.statements)
    for obstacle in blocked.obstacles:
        said.update((plan_words.refusal(each), None) for each in obstacle.refusals)
        for part in obstacle.because:
            said.update((planned.sentence(each, part), None) for each in part.statements)
    yield from said
