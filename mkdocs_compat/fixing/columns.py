"""How wide text stands, and how a rewritten cell keeps the pipes of its column where they were."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spread:
    """What a cell may do with the space around it.

    Attributes:
        left: How many spaces stand before its text.
        right: How many stand behind.
        alignment: The colons of its column in the line of dashes: `l`, `r`, `c`, or nothing.
    """

    left: int
    right: int
    alignment: str = ""


def width(text: str) -> int:
    """Return how many columns an editor with a font of fixed width gives a text."""
    return sum(_character_width(character) for character in text)


def spaced(old: str, new: str, spread: Spread) -> tuple[int, int]:
    """Return how many spaces to put before and behind a new text so that the pipes stay.

    Where the room does not suffice, one space is left on each side that had one.
    """
    left, right = spread.left, spread.right
    need = width(new) - width(old)
    if need <= 0:
        return _given(left, right, -need, spread.alignment)
    return _taken(left, right, need, spread.alignment)


def _given(left: int, right: int, room: int, alignment: str) -> tuple[int, int]:
    if alignment == "r":
        return left + room, right
    if alignment == "c":
        return left + room // 2, right + room - room // 2
    return left, right + room


def _taken(left: int, right: int, need: int, alignment: str) -> tuple[int, int]:
    free_left, free_right = max(0, left - 1), max(0, right - 1)
    if alignment == "c":
        # Half from each side, and what one side lacks from the other.
        from_left = min(free_left, max(need // 2, need - free_right))
    elif alignment == "r":
        from_left = min(free_left, need)
    else:
        from_left = min(free_left, max(0, need - free_right))
    return left - from_left, right - min(free_right, need - from_left)


def _character_width(character: str) -> int:
    if unicodedata.combining(character) or character in "\u200b\u200d\ufe0e\ufe0f\ufeff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
