"""What one mapping under `upgrade:` says, checked for its form and typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from mkdocs_compat.reading.yaml_form import Entry
from mkdocs_compat.source import Place


@dataclass(frozen=True, slots=True)
class SaidText:
    """A text and where it stands."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class SaidItem:
    """One stop, guide, class of change, gate, notice or limit: the texts of its keys.

    Attributes:
        texts: The texts by key.
        place: Where the item stands.
    """

    texts: Mapping[str, SaidText]
    place: Place

    def text(self, key: str) -> str | None:
        """Return the text of a key; None where it is not there."""
        said = self.texts.get(key)
        return None if said is None else said.text


@dataclass(frozen=True, slots=True)
class UpgradeSettings:
    """One mapping under `upgrade:`.

    Equal where it stands at the same place.

    Attributes:
        place: Where it stands.
        component: Id of the component of all items that name none.
        stops: Keys `at`, `before`, `component`, `when`, `guide`, `reason`.
        questions: The questions by their ids, with the places of these.
        guides: Keys `from`, `guide`, `direction`, `component`.
        changes: Keys `level`, `from`, `when`, `component`, `name`, `risk`, `rollback`.
        order: Ids of components; those of one step have no order among themselves.
        max_hops: Keys `max-hop`, and `component` where one is named.
        rolling: Ids of components.
        finalizes: Keys `at`, `component`, `note`.
        waits: The same.
        downgrades: Keys `downgrade`, and `component` where one is named.
        breaking: Keys `at`, `text`, `component`, `for`, `link`.
        tasks: The same.
    """

    place: Place
    component: SaidText | None = field(default=None, compare=False)
    stops: tuple[SaidItem, ...] = field(default=(), compare=False)
    questions: Mapping[str, SaidText] = field(default_factory=dict, compare=False)
    guides: tuple[SaidItem, ...] = field(default=(), compare=False)
    changes: tuple[SaidItem, ...] = field(default=(), compare=False)
    order: tuple[tuple[SaidText, ...], ...] = field(default=(), compare=False)
    max_hops: tuple[SaidItem, ...] = field(default=(), compare=False)
    rolling: tuple[SaidText, ...] = field(default=(), compare=False)
    finalizes: tuple[SaidItem, ...] = field(default=(), compare=False)
    waits: tuple[SaidItem, ...] = field(default=(), compare=False)
    downgrades: tuple[SaidItem, ...] = field(default=(), compare=False)
    breaking: tuple[SaidItem, ...] = field(default=(), compare=False)
    tasks: tuple[SaidItem, ...] = field(default=(), compare=False)

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing, but perhaps whose it would be."""
        named = (each.name for each in fields(self))
        return not any(getattr(self, name) for name in named if name not in ("place", "component"))

    def items(self) -> Iterator[SaidItem]:
        """Yield everything that belongs to one component."""
        yield from (*self.stops, *self.guides, *self.changes, *self.max_hops, *self.finalizes)
        yield from (*self.waits, *self.downgrades, *self.breaking, *self.tasks)

    def mentions(self, only: str | None) -> Iterator[tuple[str, str]]:
        """Yield the ids of components that it names, each with a text that names versions of it.

        Args:
            only: Id of the product's component where it has but one.
        """
        usual = self.component.text if self.component else only
        for item in self.items():
            id_ = item.text("component") or usual
            if id_ is not None:
                is_change = "level" in item.texts
                texts = [item.text(key) or "" for key in ("at", "before", "from")]
                # What a stop depends on is a question's id.
                yield id_, ", ".join([*texts, (item.text("when") or "") if is_change else ""])
        own = [self.component] if self.component else []
        for said in (*(each for step in self.order for each in step), *self.rolling, *own):
            yield said.text, ""


def upgrade_settings(entry: Entry) -> tuple[UpgradeSettings, ...]:
    """Return what `upgrade:` says, from its value as the form describes it."""
    said = entry.value if isinstance(entry.value, tuple) else (entry,)
    return tuple(_settings(each.value, each.place) for each in said)


def _settings(values: Mapping[str, Any], here: Place) -> UpgradeSettings:
    return UpgradeSettings(
        place=here,
        component=_text(values["component"]) if "component" in values else None,
        stops=_items(values.get("stops", ())),
        questions={
            id_: SaidText(entry.value.value, entry.place)
            for id_, entry in values.get("questions", {}).items()
        },
        guides=_items(values.get("guides", ())),
        changes=_changes(values.get("changes")),
        order=tuple(map(_step, values.get("order", ()))),
        max_hops=_limits("max-hop", values.get("max-hop")),
        rolling=_names(values.get("rolling", ())),
        finalizes=_items(values.get("finalize", ())),
        waits=_items(values.get("wait", ())),
        downgrades=_limits("downgrade", values.get("downgrade")),
        breaking=_items(values.get("breaking", ())),
        tasks=_items(values.get("tasks", ())),
    )


def _changes(entry: Entry | None) -> tuple[SaidItem, ...]:
    if entry is None or isinstance(entry.value, tuple):
        return _items(entry.value if entry else ())
    return tuple(
        SaidItem({"level": SaidText(level, each.place), **_texts(each.value)}, each.place)
        for level, each in entry.value.items()
    )


def _limits(key: str, entry: Entry | None) -> tuple[SaidItem, ...]:
    """Return a limit of the usual component, or those of some."""
    if entry is None:
        return ()
    if not isinstance(entry.value, dict):
        return (SaidItem({key: _text(entry)}, entry.place),)
    return tuple(
        SaidItem({"component": SaidText(id_, each.place), key: _text(each.value)}, each.place)
        for id_, each in entry.value.items()
    )


def _items(entries: Iterable[Entry]) -> tuple[SaidItem, ...]:
    return tuple(SaidItem(_texts(entry.value), entry.place) for entry in entries)


def _names(entries: Iterable[Entry]) -> tuple[SaidText, ...]:
    return tuple(_text(entry.value) for entry in entries)


def _step(entry: Entry) -> tuple[SaidText, ...]:
    """Return the components of one step of the order."""
    said: Entry = entry.value
    return _names(said.value) if isinstance(said.value, tuple) else (_text(said),)


def _texts(said: Mapping[str, Entry]) -> dict[str, SaidText]:
    return {key: _text(entry) for key, entry in said.items()}


def _text(entry: Entry) -> SaidText:
    """Return a text; flags stand for theirs."""
    value = entry.value
    return SaidText(str(value).lower() if isinstance(value, bool) else value, entry.place)
