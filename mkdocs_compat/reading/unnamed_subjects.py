"""Tables whose first header is no more than *Version*, under headings that tell of what.

Such a header means what the page is about. But under *Spark* and *Hive* it means two things, and
read as one their rows would answer for each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from mkdocs_compat.model.site import Flaw, FlawKind
from mkdocs_compat.ranges.notation import mentions
from mkdocs_compat.reading.component_names import component_name
from mkdocs_compat.reading.drafts import DraftTable
from mkdocs_compat.reading.plain import folded, identifier, plain, slug

_WORD = re.compile(r"[^\W_]+")
# What headings say besides of what their tables are.
_ANY_SUBJECT = re.compile(
    r"a|active|all|and|are|by|compat|compatib\w*|current(?:ly)?|deprecated|end|eol|experimental|for"
    r"|former|full|histor\w*|in|information|latest|legacy|life|lifecycle|limited|list|lts|main"
    r"|maint\w*|major|matri\w*|minor|new|newer|no|not|obsolete|of|old|older|on|other|overview"
    r"|partial(?:ly)?|past|policy|previous|recommended|release[sd]?|requirements?|schedule|series"
    r"|stable|status|support(?:ed)?|tables?|tested|testing|the|to|unsupported|untested|upcoming"
    r"|versions?|with|without"
)


def told_apart(
    tables: Sequence[DraftTable], page_name: str
) -> tuple[tuple[DraftTable, ...], tuple[Flaw, ...]]:
    """Leave out the tables of a page whose headings tell of different subjects and headers do not.

    Args:
        tables: The tables of the page.
        page_name: What the page is about, which names first headers that name nothing.
    """
    unnamed = [table for table in tables if _is_unnamed(table, page_name)]
    doubtful: dict[int, tuple[DraftTable, DraftTable]] = {}
    for one, other in combinations(unnamed, 2):
        if _differ(one, other, page_name):
            doubtful.setdefault(one.number, (one, other))
            doubtful.setdefault(other.number, (other, one))
    kept = tuple(table for table in tables if table.number not in doubtful)
    return kept, tuple(_flaw(*pair) for pair in doubtful.values())


def _is_unnamed(table: DraftTable, page_name: str) -> bool:
    first = table.columns[0]
    is_page = first.components == (slug(page_name),) and not first.is_declared
    return is_page and not identifier(component_name(first.cell.raw))


def _differ(one: DraftTable, other: DraftTable, page_name: str) -> bool:
    """Tell whether two tables are about different things, and would answer for each other."""
    names = [_own_words(table.title, page_name) for table in (one, other)]
    if not all(names) or names[0] == names[1]:
        return False
    shared = _others(one) & _others(other)
    return bool(shared) and any(
        a[: len(b)] == b[: len(a)] for a in _subjects(one) for b in _subjects(other)
    )


def _own_words(heading: str, page_name: str) -> frozenset[str]:
    """Return the words of a heading that may name what its table is about."""
    of_page = _WORD.findall(folded(page_name))
    return frozenset(
        word
        for word in _WORD.findall(folded(heading))
        if word not in of_page and not word.isdigit() and not _ANY_SUBJECT.fullmatch(word)
    )


def _others(table: DraftTable) -> set[str]:
    return {id_ for column in table.columns[1:] for id_ in column.components}


def _subjects(table: DraftTable) -> Iterator[tuple[str, ...]]:
    """Yield the numbers of the versions that the rows are about."""
    for row in table.cells:
        for text in mentions(row[0].raw):
            yield tuple(re.findall(r"\d+", text))


def _flaw(table: DraftTable, other: DraftTable) -> Flaw:
    header = plain(table.columns[0].cell.raw)
    said = (
        f"the first header, '{header}', names" if header else "the first header is empty and names"
    )
    return Flaw(
        FlawKind.AMBIGUOUS_HEADER,
        table.place,
        f"{said} no component, and under '{table.title}' it seems to be about something else than "
        f"under '{other.title}'; the table is not read",
        "Write the component's name into the header, or say it under compat.tables: "
        f"'{table.id}: {{subject: {slug(table.title)}}}'. If both are about the same, say which "
        "with compat.subject.",
    )
