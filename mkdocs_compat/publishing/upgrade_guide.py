"""The guide to upgrading as templates take it: plain words, addresses and pictures."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from markupsafe import Markup

from mkdocs_compat.model.rule import Rule
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.upgrade import Gate, Stop
from mkdocs_compat.model.upgrade import Link as PageLink
from mkdocs_compat.planning.guide import ComponentGuide, Path, versions_of
from mkdocs_compat.planning.hop import Mode, Move
from mkdocs_compat.planning.joint_guide import JointGuide, JointPath
from mkdocs_compat.planning.plan import Blocked
from mkdocs_compat.publishing.guide_book import GuideBook
from mkdocs_compat.publishing.line_pages import LineLinks
from mkdocs_compat.publishing.payload_parts import Json, Link
from mkdocs_compat.publishing.reports import plan_words
from mkdocs_compat.publishing.reports.planned import Planned, joined
from mkdocs_compat.publishing.upgrade_payload import address, narrowed_upgrade
from mkdocs_compat.publishing.upgrade_track import draw_joint_track, draw_track

# A way of so many hops is told once, and not again from each version on it.
_LONG = 4

# Of a set's way no more hops are told in a table.
_MOST_HOPS = 8


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
    writing = _Writing(product, link, lines)
    data = [writing.guide(guide) for guide in guides.single]
    alone = [each for each in data if each["component"] not in guides.joined]
    return UpgradeGuide(
        about,
        [writing.joint(guide) for guide in guides.joint],
        [each for each in alone if not each["is_direct"]],
        [each for each in alone if each["is_direct"]],
        [each for each in data if each["component"] in guides.joined],
        names,
    )


def _is_about(rule: Rule, components: Collection[str]) -> bool:
    return rule.component in components or rule.other in components


@dataclass(frozen=True, slots=True)
class _Writing:
    """Writes guides of one product for one page."""

    product: Product
    link: Link
    lines: LineLinks

    def guide(self, guide: ComponentGuide) -> dict[str, Json]:
        """Return the paths of one component."""
        name = self.product.component(guide.component).name
        # Markup is a text: the picture is escaped where it is drawn.
        picture: Markup = draw_track(guide, name)
        rows = list(self._rows(guide))
        pages: list[Json] = [
            {"line": line.name, "url": url}
            for line in guide.lines
            if (url := self._page_of(line.version, guide)) is not None
        ]
        told = sum(len(row.path.starts) for row in rows)
        return {
            "component": guide.component,
            "name": name,
            "newest": guide.newest,
            "is_cut": guide.is_cut,
            "is_direct": _is_direct(guide),
            "picture": picture,
            "paths": [self._row(row, guide) for row in rows],
            "pages": pages,
            "has_folded": sum(len(path.starts) for path in guide.paths) > told,
        }

    def joint(self, guide: JointGuide) -> dict[str, Json]:
        """Return the paths of components that move together."""
        names = [self.product.component(id_).name for id_ in guide.components]
        picture: Markup = draw_joint_track(guide, joined(names))
        return {
            "names": joined(names),
            "newest": guide.line,
            "is_cut": guide.is_cut,
            "picture": picture,
            "paths": list(self._joint_rows(guide)),
        }

    def _joint_rows(self, guide: JointGuide) -> Iterator[Json]:
        """Yield rows; lines from which the same hops lead on are one."""
        told = ((path, self._told(path, guide)) for path in guide.paths)
        for way, group in groupby(told, key=itemgetter(1)):
            starts: list[Json] = []
            for path, _ in group:
                url = self.lines.of_line(self.product, guide.components[0], path.numbers)
                starts.append({"line": path.name, "url": self.link(url) if url else None})
            yield {"starts": starts, "told": way}

    def _told(self, path: JointPath, guide: JointGuide) -> Json:
        hops = path.result.hops
        onward = guide.paths[path.onward] if path.onward is not None else None
        blocked: list[Json] | None = None
        if isinstance(path.result, Blocked):
            blocked = list(_why(path.result, self.product))
        groups = list(self._groups(path))
        shown = groups[:_MOST_HOPS]
        return {
            "hops": [each.data() for each in shown],
            "left": path.told - sum(len(each.names) for each in shown),
            "onward": onward.name if onward else None,
            "count": len(hops),
            "blocked": blocked,
        }

    def _groups(self, path: JointPath) -> Iterator[_Group]:
        """Yield the hops of a set; those to one version that follow each other are told at once."""
        planned = Planned(self.product, path.result)
        group: _Group | None = None
        for number, hop in enumerate(path.result.hops[: path.told]):
            names = joined([planned.name(move.component) for move in hop.moves])
            versions = dict.fromkeys(move.now for move in hop.moves)
            is_stop = any(True for _ in planned.stops_of(number))
            no_return = tuple(text for move in hop.moves for text in _no_return(move))
            own = _Group(
                (names,), ", ".join(versions), hop.mode, hop.is_optional, is_stop, no_return
            )
            if group is not None and (more := group.joined_with(own)) is not None:
                group = more
                continue
            if group is not None:
                yield group
            group = own
        if group is not None:
            yield group

    def _rows(self, guide: ComponentGuide) -> Iterator[_Row]:
        """Yield rows; what an earlier one tells of a long way is not told again."""
        told: dict[str, list[Json]] = {}
        for path in guide.paths:
            hops = [self._hop(path, number) for number in range(len(path.hops))]
            blocked = None
            if isinstance(path.result, Blocked):
                blocked = list(_why(path.result, self.product))
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

    def _row(self, row: _Row, guide: ComponentGuide) -> Json:
        path = row.path
        return {
            "first": self._start(path.starts[0], guide),
            "last": self._start(path.starts[-1], guide),
            "hops": row.hops,
            "onward": row.onward,
            "count": len(path.hops),
            "blocked": list(row.blocked) if row.blocked is not None else None,
            "otherwise": self._otherwise(row),
        }

    def _start(self, version: str, guide: ComponentGuide) -> Json:
        """Return a version with the address of the page about its line."""
        return {"text": version, "url": self._page_of(version, guide)}

    def _otherwise(self, row: _Row) -> Json:
        """Return the way of those who answer the questions with no; None where it is the same."""
        other = row.path.otherwise
        if other is None:
            return None
        ways: list[Json] = list(versions_of(other))
        if row.onward is not None:
            # The rest differs as it does in the row that tells it.
            ways = ways[:1]
            if ways == [row.path.versions[0]]:
                return None
        asked: list[Json] = [question.text for question in row.path.result.questions]
        return {"questions": asked, "versions": ways, "is_part": row.onward is not None}

    def _page_of(self, version: str, guide: ComponentGuide) -> str | None:
        line = next((each for each in guide.lines if each.version == version), None)
        url = self.lines.of_line(self.product, guide.component, line.numbers) if line else None
        return self.link(url) if url else None

    def _hop(self, path: Path, number: int) -> Json:
        hop = path.hops[number]
        move = hop.moves[0]
        stops = path.stop_at(number)
        asks: list[Json] = list(self._asks(stops))
        return {
            "now": move.now,
            "mode": hop.mode.value,
            "is_stop": bool(stops),
            "asks": asks,
            "class": plan_words.change_class(move) if move.change else None,
            "guide": page_link(move.guide, self.link),
            "no_return": list(_no_return(move)),
        }

    def _asks(self, stops: Sequence[Stop]) -> Iterator[str]:
        """Yield the questions on which a stop depends; one that counts anyhow needs none."""
        questions = {question.id: question.text for question in self.product.upgrade.questions}
        if all(stop.question for stop in stops):
            yield from (questions.get(str(stop.question), str(stop.question)) for stop in stops)


def _is_direct(guide: ComponentGuide) -> bool:
    """Tell whether all lines reach the newest in one hop of which nothing is said."""
    path, *more = guide.paths
    if more or len(path.hops) != 1 or isinstance(path.result, Blocked):
        return False
    move = path.hops[0].moves[0]
    return not (move.guide or move.change or move.no_return or path.stop_at(0) or move.waits)


@dataclass(frozen=True, slots=True)
class _Group:
    """Hops of a set, one after the other, that lead to one version.

    Attributes:
        names: What moves in each of them.
        now: The version; several where components that move together go to different ones.
        mode: How they are made.
        is_optional: Whether everything works without them.
        is_stop: Whether it is a required stop.
        no_return: Why there is no way back.
    """

    names: tuple[str, ...]
    now: str
    mode: Mode
    is_optional: bool
    is_stop: bool
    no_return: tuple[str, ...]

    def joined_with(self, other: _Group) -> _Group | None:
        """Return both as one; None where something else than the component differs."""
        both = replace(self, names=(*self.names, *other.names))
        is_plain = self.mode is not Mode.LOCKSTEP and not self.no_return
        return both if is_plain and both == replace(other, names=both.names) else None

    def data(self) -> Json:
        """Return it as the template takes it."""
        return {
            "names": list(self.names),
            "now": self.now,
            "mode": self.mode.value,
            "is_optional": self.is_optional,
            "is_stop": self.is_stop,
            "no_return": list(self.no_return),
        }


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


def page_link(guide: PageLink | None, link: Link) -> Json:
    """Return a link; None also where it leads to the very page."""
    url = address(guide.url, link) if guide else None
    return None if guide is None or url == "" else {"text": guide.text, "url": url}


def _no_return(move: Move) -> Iterator[str]:
    yield from (plan_words.no_return(each) for each in move.no_return if isinstance(each, Gate))


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
