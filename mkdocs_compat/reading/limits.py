"""How much of a table is read: what is larger is said to be too large, so that time is bounded."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from mkdocs_compat.model.site import Flaw, FlawKind
from mkdocs_compat.reading.seen import SeenTable
from mkdocs_compat.source import Place

MOST_CELLS = 100_000
LONGEST_CELL = 10_000

# The longest paragraph in which the explanation of a mark is looked for.
LONGEST_NOTE = 10_000


def excess(table: SeenTable, place: Place) -> Flaw | None:
    """Return why a table is too large to be read; None where it is not."""
    if table.is_cut:
        message = (
            f"this table covers more than {2 * MOST_CELLS:,} places with the spans of its cells"
        )
        return _flaw(place, message, "Write smaller spans, or divide it into several tables.")
    width, height = len(table.header), len(table.rows)
    if width * height > MOST_CELLS:
        return _flaw(
            place,
            f"this table has {width * height:,} cells in {height:,} rows, more than the "
            f"{MOST_CELLS:,} that are read",
            "Divide it into several tables, or leave it alone with 'skip: true' under "
            "compat.tables.",
        )
    longest = max(_lengths(table.header, *table.rows), default=0)
    if longest > LONGEST_CELL:
        return _flaw(
            place,
            f"a cell of this table has {longest:,} characters, more than the {LONGEST_CELL:,} "
            "that are read",
            "Shorten it, or leave the table alone with 'skip: true' under compat.tables.",
        )
    return None


def _lengths(*rows: Sequence[str]) -> map[int]:
    return map(len, chain.from_iterable(rows))


def _flaw(place: Place, message: str, help_: str) -> Flaw:
    return Flaw(FlawKind.UNRECOGNISED_TABLE, place, message, help_, loses=True)
