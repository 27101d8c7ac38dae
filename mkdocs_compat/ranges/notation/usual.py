"""Cells as most of them are: versions, lines, bounds and ranges, perhaps with commas in between.

They mean what `cells` makes of them, step by step, and the tests hold one against the other. Here
they are read at once, for most tables of most sites hold nothing else.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.ranges.notation.lines import line
from mkdocs_compat.ranges.notation.parsed import Notation, Part, VersionMention
from mkdocs_compat.ranges.notation.shortened import shortened
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.versions.scheme import Extent, Scheme

# Behind a sign stands a version alone.
_SIGN = r"(?:(?P<sign>[<>]=?|[≤≥]) ?(?=[vV0-9.xX]+\Z))?"
_LOW = r"(?P<first>[vV]?(?P<low>[0-9]+(?:\.[0-9]+)*)(?P<low_line>\.[xX])?)"
_ARROW = r"(?: ?[→➔➜➡⇒⟶–—−] ?| (?:->?|to) )"
_HIGH = r"(?P<last>[vV]?(?P<high>[0-9]+(?:\.[0-9]+)*)(?P<high_line>\.[xX])?)"
_ITEM = re.compile(rf"{_SIGN}{_LOW}(?:(?P<plus>\+)|{_ARROW}(?:{_HIGH}|(?P<latest>latest)))?")

# In longer cells something else stands as well.
_LONGEST = 200

_BLANK = Notation(None, (), (), (), blank=True)
_BLANKS = ("", "-", "–", "—")

# A name of which this is all could stand in these cells; in any other one there is a letter more.
_COULD_BE_HERE = re.compile(r"[\W\dvxto]*", re.IGNORECASE)


def read_usual(text: str, scheme: Scheme) -> Notation | None:
    """Read a cell of versions of one scheme; None where it may be anything else.

    Args:
        text: The raw cell.
        scheme: The scheme of its versions, which are no names.
    """
    if text in _BLANKS:
        return _BLANK
    pieces = _pieces(text)
    if (len(pieces) > 1 or (pieces and pieces[0][0]["high"])) and any(shortened(text)):
        return None
    parts = []
    for found, start in pieces:
        try:
            part = _part(found, start, scheme)
        except VersionSyntaxError:
            return None
        # What runs backwards, and how bounds go together, is left to those who can say it.
        if part.range.is_empty or (len(pieces) > 1 and (found["sign"] or found["plus"])):
            return None
        parts.append(part)
    if not parts:
        return None
    range_ = Range.union_of([part.range for part in parts])
    return Notation(range_, tuple(parts), (), (), blank=False)


def usual_mentions(text: str) -> tuple[str, ...] | None:
    """Return the version texts in a cell; None where it may be anything else."""
    return _remembered_mentions(text) if len(text) <= _LONGEST else None


@lru_cache(maxsize=4096)
def _remembered_mentions(text: str) -> tuple[str, ...] | None:
    # While a table is recognised, a cell is asked for them again and again.
    if text in _BLANKS:
        return ()
    pieces = _pieces(text)
    texts = [found[name] for found, _ in pieces for name in ("low", "high")]
    return tuple(each for each in texts if each) if texts else None


@lru_cache(maxsize=256)
def are_elsewhere(names: tuple[str, ...]) -> bool:
    """Tell whether none of some names can stand in such a cell."""
    return not any(_COULD_BE_HERE.fullmatch(name) for name in names)


def _pieces(text: str) -> list[tuple[re.Match[str], int]]:
    """Return what stands between the commas, and where; nothing where any of it is unusual."""
    if len(text) > _LONGEST:
        return []
    found = _ITEM.fullmatch(text)
    if found is not None:
        return [(found, 0)]
    pieces = []
    start = 0
    for written in text.split(","):
        item = written.lstrip(" ")
        found = _ITEM.fullmatch(item.rstrip(" "))
        if found is None:
            return []
        pieces.append((found, start + len(written) - len(item)))
        start += len(written) + 1
    return pieces


def _part(found: re.Match[str], start: int, scheme: Scheme) -> Part:
    sign, _, low, low_line, plus, last, high, high_line, latest = found.groups()
    versions = [VersionMention(low, start + found.start(2), start + found.end(2))]
    named = line(scheme, low) if low_line else scheme.extent(low)
    if last:
        end = line(scheme, high) if high_line else scheme.extent(high)
        versions.append(VersionMention(high, start + found.start(6), start + found.end(6)))
        range_ = Range.between(named, end)
    else:
        range_ = _alone(named, sign or plus or latest)
    return Part(
        text=found[0],
        start=start,
        end=start + len(found[0]),
        range=range_,
        is_exception=False,
        reaches_latest=bool(latest),
        versions=tuple(versions),
    )


def _alone(named: Extent, sign: str | None) -> Range:
    """Return what a version with a sign names."""
    match sign:
        case None:
            return Range.of(named)
        case ">":
            return Range.beyond(named)
        case "<=" | "≤":
            return Range.at_most(named)
        case "<":
            return Range.below(named)
    return Range.at_least(named)
