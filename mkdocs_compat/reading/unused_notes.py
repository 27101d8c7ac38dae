"""Finds notes below a table that explain a footnote mark which nothing on the page carries."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from html import unescape

from mkdocs_compat.model.site import Flaw, FlawKind
from mkdocs_compat.reading.nearest import Explanation
from mkdocs_compat.reading.seen import SeenPage, SeenTable
from mkdocs_compat.source import Place, SourceText

# Marks that are nothing else at the beginning of a paragraph; numbers may count.
_MARK = re.compile(r"[*†‡§]{1,3}")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
# So much of a note is looked for in the file.
_BEGINNING = 24


def unused_notes(
    explanations: Iterable[Explanation],
    seen: SeenPage,
    read: Collection[int],
    source: SourceText,
    body: int,
) -> Iterator[Flaw]:
    """Yield a flaw for each note in a section with a table that takes part, and that is idle.

    Args:
        explanations: What the page says of marks.
        seen: What it shows.
        read: The numbers of the tables that take part.
        source: The file of the page.
        body: Offset in the file at which the Markdown begins.
    """
    tables = [seen.tables[number] for number in sorted(read)]
    for each in explanations:
        if not _MARK.fullmatch(each.mark) or _is_carried(each, seen):
            continue
        if not any(_is_below(each, table) for table in tables):
            continue
        yield Flaw(
            FlawKind.UNUSED_NOTE,
            _place(each, source, body),
            f"this note explains the mark '{each.mark}', and nothing on the page carries it",
            "Put the mark behind the version that the note is about, or take the note out.",
        )


def _is_below(note: Explanation, table: SeenTable) -> bool:
    """Tell whether a note stands below a table, in its section."""
    is_in_section = note.spot.sections == table.spot.sections
    return is_in_section and note.spot.number > table.spot.number


def _is_carried(note: Explanation, seen: SeenPage) -> bool:
    texts = [
        text
        for table in seen.tables
        for row in (*table.above, table.header, *table.rows)
        for text in row
    ]
    texts += [text for each in seen.lists for item in each.items for text in item]
    texts += [each.text for each in seen.notes if each.spot != note.spot]
    # Emphasis may look like a mark; then nothing is said.
    return any(note.mark in _written(text)[1:] for text in texts)


def _written(text: str) -> str:
    return unescape(_COMMENT.sub("", text.replace("\\", "")))


def _place(note: Explanation, source: SourceText, body: int) -> Place:
    """Return the line on which a note begins; the page where it is not in its file."""
    start = source.text.find(note.text[:_BEGINNING], body)
    if start < 0:
        return Place(source.path)
    return source.whole_line(source.position(start)[0])
