"""What is said about upgrading as plain data."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Protocol, TypeVar

from mkdocs_compat.model.upgrade import (
    NO_UPGRADE,
    Change,
    Downgrade,
    Gate,
    Guide,
    MaxHop,
    Notice,
    Question,
    Stop,
    Upgrade,
)
from mkdocs_compat.model.upgrade import Link as PageLink
from mkdocs_compat.publishing.payload_parts import (
    Json,
    Link,
    distance_data,
    level_data,
    place_data,
    scope_data,
)


class _OfComponent(Protocol):
    @property
    def component(self) -> str: ...


_Item = TypeVar("_Item", bound=_OfComponent)


def upgrade_data(upgrade: Upgrade, link: Link) -> Json:
    """Return what is said about upgrading; None where nothing is."""
    if upgrade == NO_UPGRADE:
        return None
    return {
        "stops": [_stop(stop, link) for stop in upgrade.stops],
        "questions": [_question(question) for question in upgrade.questions],
        "guides": [_guide(guide, link) for guide in upgrade.guides],
        "changes": [_change(change) for change in upgrade.changes],
        "order": [list(step) for step in upgrade.order],
        "max_hops": [_max_hop(max_hop) for max_hop in upgrade.max_hops],
        "rolling": list(upgrade.rolling),
        "finalizes": [_gate(gate) for gate in upgrade.finalizes],
        "waits": [_gate(gate) for gate in upgrade.waits],
        "downgrades": [_downgrade(downgrade) for downgrade in upgrade.downgrades],
        "breaking": [_notice(notice, link) for notice in upgrade.breaking],
        "tasks": [_notice(notice, link) for notice in upgrade.tasks],
    }


def upgraded_components(upgrade: Upgrade) -> frozenset[str]:
    """Return the ids of the components of which something is said."""
    items = (
        *(upgrade.stops + upgrade.guides + upgrade.changes + upgrade.max_hops),
        *(upgrade.finalizes + upgrade.waits + upgrade.downgrades),
        *(upgrade.breaking + upgrade.tasks),
    )
    ordered = (id_ for step in upgrade.order for id_ in step)
    return frozenset({*ordered, *upgrade.rolling, *(item.component for item in items)})


def narrowed_upgrade(upgrade: Upgrade, components: Collection[str]) -> Upgrade:
    """Return what is said of some components, with the questions that their stops need."""

    def kept(items: tuple[_Item, ...]) -> tuple[_Item, ...]:
        return tuple(item for item in items if item.component in components)

    order = (tuple(id_ for id_ in step if id_ in components) for step in upgrade.order)
    stops = kept(upgrade.stops)
    asked = {stop.question for stop in stops}
    return replace(
        upgrade,
        stops=stops,
        questions=tuple(question for question in upgrade.questions if question.id in asked),
        guides=kept(upgrade.guides),
        changes=kept(upgrade.changes),
        order=tuple(step for step in order if step),
        max_hops=kept(upgrade.max_hops),
        rolling=tuple(id_ for id_ in upgrade.rolling if id_ in components),
        finalizes=kept(upgrade.finalizes),
        waits=kept(upgrade.waits),
        downgrades=kept(upgrade.downgrades),
        breaking=kept(upgrade.breaking),
        tasks=kept(upgrade.tasks),
    )


def _stop(stop: Stop, link: Link) -> Json:
    return {
        "component": stop.component,
        "at": scope_data(stop.at),
        "before": scope_data(stop.before),
        "question": stop.question,
        "guide": _link(stop.guide, link),
        "reason": stop.reason,
        **place_data(stop.place),
    }


def _question(question: Question) -> Json:
    return {"id": question.id, "text": question.text, **place_data(question.place)}


def _guide(guide: Guide, link: Link) -> Json:
    return {
        "component": guide.component,
        "start": scope_data(guide.start),
        "guide": _link(guide.guide, link),
        "direction": guide.direction.value,
        **place_data(guide.place),
    }


def _change(change: Change) -> Json:
    return {
        "component": change.component,
        "level": level_data(change.level),
        "start": scope_data(change.start),
        "when": scope_data(change.when),
        "name": change.name,
        "risk": change.risk,
        "rollback": change.rollback,
        **place_data(change.place),
    }


def _max_hop(max_hop: MaxHop) -> Json:
    return {
        "component": max_hop.component,
        "distance": distance_data(max_hop.distance),
        **place_data(max_hop.place),
    }


def _gate(gate: Gate) -> Json:
    return {
        "component": gate.component,
        "at": scope_data(gate.at),
        "note": gate.note,
        **place_data(gate.place),
    }


def _downgrade(downgrade: Downgrade) -> Json:
    most = downgrade.most
    return {
        "component": downgrade.component,
        "most": most if isinstance(most, bool) else most.value,
        **place_data(downgrade.place),
    }


def _notice(notice: Notice, link: Link) -> Json:
    return {
        "component": notice.component,
        "at": scope_data(notice.at),
        "audience": None if notice.audience is None else notice.audience.value,
        "text": notice.text,
        "link": _link(notice.link, link),
        **place_data(notice.place),
    }


def _link(page: PageLink | None, link: Link) -> Json:
    if page is None:
        return None
    return {"text": page.text, "url": address(page.url, link), **place_data(page.place)}


def address(url: str | None, link: Link) -> str | None:
    """Return where a page leads that an author points to, as `link` makes addresses."""
    if url is None or url.lower().startswith(("http://", "https://")):
        return url
    path, mark, fragment = url.partition("#")
    return f"{link(path)}{mark}{fragment}"
