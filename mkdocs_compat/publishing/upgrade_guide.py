"""The guide to upgrading as templates take it: plain words, addresses and pictures."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from mkdocs_compat.model.rule import Rule
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.upgrade import Downgrade, Gate
from mkdocs_compat.model.upgrade import Link as PageLink
from mkdocs_compat.planning.guide import ComponentGuide, Path, make_guides
from mkdocs_compat.planning.hop import Mode
from mkdocs_compat.planning.plan import Blocked
from mkdocs_compat.publishing.payload_parts import Json, Link
from mkdocs_compat.publishing.reports import plan_words
from mkdocs_compat.publishing.reports.planned import Planned
from mkdocs_compat.publishing.upgrade_payload import address, narrowed_upgrade
from mkdocs_compat.publishing.upgrade_track import draw_track

# A way of so many hops is told once, and not again from each version on it.
_LONG = 4


@dataclass(frozen=True, slots=True)
class UpgradeGuide:
    """What the template of a guide is given besides the product.

    Attributes:
        product: The product, with what the guide is about.
        guides: The paths of each component.
        direct: The components all of whose lines go to the newest in one hop of which nothing is
            said.
        names: Names of the components by their ids.
    """

    product: Product
    guides: list[dict[str, Json]]
    direct: list[dict[str, Json]]
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
    data = [_guide(guide, product, link) for guide in guides]
    direct = [each for each in data if each["is_direct"]]
    return UpgradeGuide(about, [each for each in data if not each["is_direct"]], direct, names)


def _is_about(rule: Rule, components: Collection[str]) -> bool:
    return rule.component in components or rule.other in components


def _guide(guide: ComponentGuide, product: Product, link: Link) -> dict[str, Json]:
    name = product.component(guide.component).name
    # Markup is a text: the picture is escaped where it is drawn.
    picture: Markup = draw_track(guide, name)
    rows = list(_rows(guide, product, link))
    return {
        "component": guide.component,
        "name": name,
        "newest": guide.newest,
        "is_cut": guide.is_cut,
        "is_direct": _is_direct(guide),
        "picture": picture,
        "paths": [row.data() for row in rows],
        "has_folded": sum(len(path.starts) for path in guide.paths)
        > sum(len(row.path.starts) for row in rows),
    }


def _is_direct(guide: ComponentGuide) -> bool:
    """Tell whether all lines reach the newest in one hop of which nothing is said."""
    path, *more = guide.paths
    if more or len(path.hops) != 1 or isinstance(path.result, Blocked):
        return False
    move = path.hops[0].moves[0]
    return not (move.guide or move.change or move.no_return or path.stop_at(0) or move.waits)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the table of paths.

    Attributes:
        path: The path.
        hops: Its hops as data, as far as they are told.
        onward: The version from which it goes on as an earlier row tells; None where all is told.
        blocked: Why it does not lead to the newest; None where it does.
    """

    path: Path
    hops: list[Json]
    onward: str | None
    blocked: list[str] | None

    def data(self) -> Json:
        """Return it as the template takes it."""
        return {
            "first": self.path.starts[0],
            "last": self.path.starts[-1],
            "hops": self.hops,
            "onward": self.onward,
            "count": len(self.path.hops),
            "blocked": list(self.blocked) if self.blocked is not None else None,
        }


def _rows(guide: ComponentGuide, product: Product, link: Link) -> Iterator[_Row]:
    """Yield rows; what an earlier one tells of a long way is not told again."""
    told: dict[str, list[Json]] = {}
    for path in guide.paths:
        hops = [_hop(path, number, product, link) for number in range(len(path.hops))]
        blocked = None
        if isinstance(path.result, Blocked):
            blocked = list(_why(path.result, product))
        is_long = len(hops) >= _LONG and blocked is None
        if is_long and len(path.starts) == 1 and told.get(path.starts[0]) == hops:
            continue
        onward = None
        shown = hops
        if is_long and told.get(path.versions[0]) == hops[1:]:
            onward, shown = path.versions[0], hops[:1]
        elif blocked is None:
            for number, version in enumerate(path.versions):
                told.setdefault(version, hops[number + 1 :])
        yield _Row(path, shown, onward, blocked)


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
        "guide": _page(move.guide, link),
        "no_return": [_no_return(reason) for reason in move.no_return if isinstance(reason, Gate)],
    }


def _page(guide: PageLink | None, link: Link) -> Json:
    """Return a link; None also where it leads to the very page."""
    url = address(guide.url, link) if guide else None
    return None if guide is None or url == "" else {"text": guide.text, "url": url}


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
