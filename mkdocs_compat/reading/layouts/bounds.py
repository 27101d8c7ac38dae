"""The two ends of a range that stand in cells of their own, read as one."""

from __future__ import annotations

import re
from dataclasses import replace

from mkdocs_compat.reading.drafts import DraftCell
from mkdocs_compat.reading.grid import GridCell
from mkdocs_compat.reading.plain import plain

# What is no version with remarks behind it: signs and words that make a range of their own.
_RANGE = re.compile(
    r"[<>=~^+,;|/]|\.\.|[➜→–]|\s-\s|\b(?:to|or|and|later|newer|above|lower|older|below|up)\b",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\s*\([^()]*\)")
_OPEN = re.compile(r"v?\d+(?:\.(?:\d+|x))*(?:\+| (?:or|and) (?:later|newer|above))", re.IGNORECASE)
_LIST = re.compile(r"\s*(?:[,;/&]|\bor\b|\band\b)\s*", re.IGNORECASE)
_VERSION = re.compile(r"v?\d+(?:\.\d+)+", re.IGNORECASE)
_NONE = frozenset(["", "-", "--", "---", "–", "—", "n/a", "none", "tbd", "?"])
_NEWEST = frozenset(["latest", "current", "newest", "present", "now", "∞", "*", "x"])


def joined(low: GridCell | None, high: GridCell | None) -> DraftCell:
    """Return one cell for the ends of a range; one of them may be missing, or blank.

    A bare version is an end; what is more than that is left as it stands.
    """
    first, last = _end(low), _end(high)
    if first and last:
        raw = _between(first, last)
    elif first:
        raw = f">={first}" if _is_bare(first) else _each_with_plus(first)
    elif last:
        raw = f"<={last}" if _is_bare(last) else last
    else:
        raw = ""
    cell = low if low is not None and (first or high is None) else high
    if cell is None:
        raise ValueError("one end of a range has to have a column")
    if first and last and low is not None and high is not None:
        cell = _spanning(low, high)
    return DraftCell(raw, cell, exact=False)


def _between(first: str, last: str) -> str:
    """Return the range between two ends; what is neither a version nor a bound is no end."""
    low, high = _REMARK.sub("", first).strip(), _REMARK.sub("", last).strip()
    if _is_bare(first) and _is_bare(last):
        return f"{low} ➜ {last}"
    if _OPEN.fullmatch(high):
        # `Maximum: 26.4+`: and nobody knows how much later.
        return f">={low}" if _is_bare(first) else first
    if _is_bare(first):
        return f">={low}, {last}" if last.startswith(("<", "≤")) else f"{first} ➜ ({last})"
    if _is_bare(last):
        return f"{first}, <={last}" if first.startswith((">", "≥")) else f"({first}) ➜ {last}"
    return f"{first}, {last}"


def _end(cell: GridCell | None) -> str:
    text = plain(cell.raw) if cell is not None else ""
    return "" if text.casefold() in _NONE | _NEWEST else text


def _is_bare(text: str) -> bool:
    return _RANGE.search(_REMARK.sub("", text)) is None


def _each_with_plus(text: str) -> str:
    """Write the minima of several branches, `1.7.24, 2.0.4`, as what they are."""
    parts = _LIST.split(text)
    return ", ".join(f"{part}+" for part in parts) if all(map(_VERSION.fullmatch, parts)) else text


def _spanning(low: GridCell, high: GridCell) -> GridCell:
    """Return the cell of the lower end with a place that reaches to the other one."""
    first, last = sorted((low.place, high.place), key=lambda place: place.column)
    if first.part or first.line != last.end_line:
        return low
    return low._replace(place=replace(first, end_column=last.end_column))
