"""Tells columns that list versions from those that hold dates, bounds or anything else.

Taken for lists of versions, the others would give wrong answers: a release date is no component,
and a minimum does not exclude what is higher.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs_compat.ranges.notation import ProblemKind, mentions, named_mentions, read
from mkdocs_compat.reading.artifact_names import artifact_name, without_artifact
from mkdocs_compat.reading.component_names import component_name
from mkdocs_compat.reading.plain import plain
from mkdocs_compat.versions import get_scheme

_DAY = re.compile(r"[12]\d{3}([-/])[01]?\d\1[0-3]?\d")
# `17 GB`, `18.3G`, `580s`: so much of something.
_QUANTITY = re.compile(
    r"[~<>≈]?\s*\d+(?:[.,]\d+)?\s*(?:[kmgt]i?b?|bytes?|ms|s|sec(?:onds)?|min(?:utes)?|h(?:ours)?"
    r"|days?|weeks?|months?|years?|%)",
    re.IGNORECASE,
)
# The same of a whole column: `Memory (Bytes)`.
_UNIT = re.compile(
    r"\s\((?:[kmgt]?i?b(?:ytes)?|ms|sec(?:onds)?|min(?:utes)?|days?|months?|years?|%|[mg]hz|fps)\)",
    re.IGNORECASE,
)
_SAYS_VERSION = re.compile(r"\b(?:api|versions?)\b", re.IGNORECASE)
_VERSION = re.compile(r"v?\d+(?:\.(?:\d+|x|\*))*", re.IGNORECASE)
_BOUND = re.compile(
    r"\b(?:min(?:imum|imal)?|max(?:imum|imal)?|lowest|highest|oldest|newest|earliest|latest"
    r"|most recent|first|last|final|initial|recommended|suggested|preferred|upgrades?)\b",
    re.IGNORECASE,
)
# What comes to an end, or does not work: versions below it are the contrary of compatible ones.
_AGAINST = re.compile(
    r"\b(?:removes?|removed|drops?|dropped|ends?|ended|eo[ls]|deprecate[sd]?|unsupported|obsolete"
    r"|incompatible|not\ (?:supported|compatible|working)|breaks?|breaking|broken|conflicts?"
    r"|affected|vulnerable|untested|not\ tested|(?:does|do)(?:\ not|n't)\ work"
    r"|replaces?|replaced|supersedes?|superseded|(?:upgrades?|migrates?)\ (?:from|to))\b",
    re.IGNORECASE | re.VERBOSE,
)
# `17b1956c`, `a90e0e5d3f...`: the name of a commit, which looks like a version where it begins
# with a number.
_COMMIT = re.compile(r"(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{7,40}")
# Besides blanks, what says nothing about whether a column holds versions.
_SAYS_NOTHING = re.compile(r"[-–—]{1,3}|n\.?/?a\.?|none|latest|current|~~.*~~", re.IGNORECASE)
# What can only be a range: `1.0.0-2.x`, `1.0 - 2.0`.
_RANGE = re.compile(
    r"(?<![\w.=<>~^-])v?\d+(?:\.\d+)*(?:(?:\.[x*])+-v?\d+(?:\.[\dx*]+)*|-v?\d+(?:\.\d+)*(?:\.[x*])+"
    r"|\s+-\s+v?\d+(?:\.[\dx*]+)*|[–—]v?\d+(?:\.[\dx*]+)*)(?![\w.-])",
    re.IGNORECASE,
)

_WORKS_STILL = re.compile(r"deprecated|\btested", re.IGNORECASE)

# What most cells say, without a name; they need not be read to know that they can be.
_USUAL = re.compile(
    r"v?\d+(?:\.\d+)+(?:\.x)?(?:\+| (?:➜|→|->|–|-|to) v?\d+(?:\.\d+)+(?:\.x)?)?"
    r"|v?\d+\.x|[<>]=? ?v?\d+(?:\.\d+)+",
    re.ASCII,
)
# So many cells tell what a column is.
_MOST = 200


def holds_versions(cells: Iterable[str], header: str = "") -> bool:
    """Tell whether at least half of the cells that are not blank name a version.

    Args:
        cells: The cells.
        header: What stands above them; its name may be glued to versions, as in `Python3.10`.
    """
    filled = _without_name(header, _some(cells))
    return bool(filled) and 2 * sum(bool(mentions(cell)) for cell in filled) >= len(filled)


def reads_as_versions(header: str, cells: Iterable[str]) -> bool:
    """Tell whether at least half of the cells that are not blank hold versions and nothing else.

    Columns of prose, image names or badges mention numbers too; a column that nobody declared is
    taken for one of versions only when most of it can be read. Days of the calendar are versions
    only where the header says so; quantities never are, nor are versions of several products.
    """
    filled = _without_name(header, _some(cells))
    days = sum(_DAY.fullmatch(plain(cell)) is not None for cell in filled)
    if filled and 2 * days >= len(filled) and not _SAYS_VERSION.search(plain(header)):
        return False
    if _UNIT.search(plain(header)) or _names_several(header, filled):
        return False
    return bool(filled) and 2 * sum(map(_reads_as_version, filled)) >= len(filled)


def _some(cells: Iterable[str]) -> list[str]:
    """Return the cells that are not blank; of very many, some from everywhere."""
    filled = [cell for cell in cells if cell.strip() and not _SAYS_NOTHING.fullmatch(plain(cell))]
    if len(filled) <= _MOST:
        return filled
    return [filled[number * len(filled) // _MOST] for number in range(_MOST)]


def _without_name(header: str, cells: list[str]) -> list[str]:
    """Take the name in a header out of cells in which it is glued to versions.

    So is the name of an artifact that all cells have in front of their versions.
    """
    artifact = artifact_name(header, cells)
    cells = [without_artifact(cell, artifact) for cell in cells] if artifact else cells
    name = component_name(header) if header else ""
    if not name or not name[-1].isalpha() or not any(name[-1] in cell for cell in cells):
        return cells
    glued = re.compile(rf"(?<![\w.-]){re.escape(name)}(?=v?\d)", re.IGNORECASE)
    return [glued.sub("", cell) for cell in cells]


def hyphens_make_ranges(cells: Iterable[str]) -> bool:
    """Tell whether a column has ranges with hyphens that can be nothing else."""
    return any(_RANGE.search(plain(cell)) for cell in cells if "-" in cell or "–" in cell)


def is_version(header: str) -> bool:
    """Tell whether a header is a version, as in tables with versions down and across."""
    return _VERSION.fullmatch(plain(header)) is not None


def names_bound(header: str) -> bool:
    """Tell whether a header announces one end of a range, or one version out of several."""
    return _BOUND.search(plain(header)) is not None


def speaks_against(header: str) -> bool:
    """Tell whether the versions below a header are those that do not work, or no longer."""
    return _AGAINST.search(plain(header)) is not None


def names_what_fails(header: str) -> bool:
    """Tell whether the versions below a header do not work at all.

    What is deprecated works still, and so may what is "tested, but not supported".
    """
    return speaks_against(header) and _WORKS_STILL.search(plain(header)) is None


def _names_several(header: str, cells: Iterable[str]) -> bool:
    """Tell whether cells name several products: `GCC 8.2`, `GCC 7.3` and `Xcode 13.1`.

    Names of releases look alike (`Reef 18.2`, `Squid 19.2`), but each belongs to one first number.
    Where most cells have the header's own name, the others are no versions of its component, which
    is seen when they are read.
    """
    own = component_name(header).casefold()
    numbers: dict[str, set[str]] = {}
    named = (cell for cell in cells if not _USUAL.fullmatch(cell))
    for cell in filter(_reads_as_version, named):
        for name, version in named_mentions(cell):
            numbers.setdefault(name.casefold(), set()).add(version.split(".")[0])
    numbers.pop("", None)
    if own and own in numbers:
        return False
    return len(numbers) > 1 and any(len(found) > 1 for found in numbers.values())


def _reads_as_version(cell: str) -> bool:
    if _USUAL.fullmatch(cell):
        return True
    text = plain(cell)
    if _QUANTITY.fullmatch(text) or _COMMIT.fullmatch(text):
        return False
    # The scheme is not known yet; this one takes the most, and only what is no version matters.
    problems = read(cell, get_scheme("dotted")).problems
    return bool(mentions(cell)) and not any(
        problem.kind is ProblemKind.UNKNOWN_TOKEN for problem in problems
    )
