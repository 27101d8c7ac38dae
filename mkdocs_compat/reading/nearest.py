"""Which explanation of a mark holds for a table: pages explain `*` anew in every section."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mkdocs_compat.reading.seen import Spot


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a page says of a mark, and where.

    Attributes:
        mark: The mark.
        text: What explains it.
        spot: Where that stands.
        is_item: Whether it is only an item of a numbered list, which explains marks of tables above
            it in the same section, and may just as well be a step of instructions elsewhere.
    """

    mark: str
    text: str
    spot: Spot = field(default_factory=Spot)
    is_item: bool = False


def nearest(found: Iterable[Explanation], spot: Spot) -> Mapping[str, str]:
    """Return the explanation of each mark that a reader of some table would take.

    It is the one in the table's own section, else in the one around it; there the one below the
    table, since notes follow what they are about; and of several the closest.
    """
    best: dict[str, tuple[tuple[int, bool, int], str]] = {}
    for each in found:
        if each.is_item and not _is_below(each.spot, spot):
            continue
        distance = _distance(each.spot, spot)
        if each.mark not in best or distance < best[each.mark][0]:
            best[each.mark] = (distance, each.text)
    return {mark: text for mark, (_, text) in best.items()}


def _is_below(note: Spot, table: Spot) -> bool:
    return note.sections == table.sections and note.number > table.number


def _distance(note: Spot, table: Spot) -> tuple[int, bool, int]:
    shared = 0
    for one, other in zip(note.sections, table.sections, strict=False):
        if one != other:
            break
        shared += 1
    return -shared, note.number < table.number, abs(note.number - table.number)
