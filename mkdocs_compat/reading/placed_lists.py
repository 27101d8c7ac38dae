"""Finds the place in the author's files of a list that the page shows, by equal words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_compat.reading.included import PageText
from mkdocs_compat.reading.seen import SeenList
from mkdocs_compat.reading.shown_text import shown_text
from mkdocs_compat.source import Place, SourceText

_MARKER = r"(?:[-*+]|[0-9]{1,9}[.)])[ \t]+"
_ITEM = re.compile(rf"(?<!\S){_MARKER}")
# What stands between two items: space, the signs of quotes, and a list's mark.
_GAP = re.compile(rf"[\s>]*(?:{_MARKER})?")
# What stands between two words where an item goes on over lines.
_SPACE = re.compile(r"[\s>]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of an item: as the author wrote it, and where that begins; -1 if not in the file."""

    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class PlacedList:
    """A list of the page with the pieces of each item, and where it stands.

    Attributes:
        seen: The list as the page shows it.
        items: The pieces of each item.
        place: Where it stands.
        file: The file that it stands in: the page's, or one that it includes.
    """

    seen: SeenList
    items: tuple[tuple[Piece, ...], ...]
    place: Place
    file: SourceText


def place_list(seen: SeenList, number: int, page: PageText) -> PlacedList:
    """Match a list of a page with the one in its file, or in a file that it includes.

    Args:
        seen: The list.
        number: Its number among those that are declared, from 0.
        page: The page as its author wrote it.
    """
    file = page.source
    texts = [text for item in seen.items for text in item]
    pieces = next(_found(texts, shown_text(file.text, page.body), page.body), None)
    if pieces is None:
        file, pieces = _included(texts, page)
    if pieces is None:
        unplaced = tuple(tuple(Piece(text, -1) for text in item) for item in seen.items)
        return PlacedList(seen, unplaced, Place(file.path, part=f"list {number + 1}"), file)
    left = iter(pieces)
    items = tuple(tuple(next(left) for _ in item) for item in seen.items)
    last = pieces[-1]
    place = file.place(pieces[0].offset, last.offset + len(last.text))
    return PlacedList(seen, items, place, file)


def _included(texts: list[str], page: PageText) -> tuple[SourceText, list[Piece] | None]:
    """Return the one place in the included files where some texts stand, and the file."""
    found = {}
    for each in page.including():
        for pieces in _found(texts, shown_text(each.text, 0), 0):
            own = [Piece(piece.text, each.origin(piece.offset)) for piece in pieces]
            found[each.source.path, own[0].offset] = each.source, own
    if len(found) != 1:
        return page.source, None
    ((file, only),) = found.values()
    return file, only


def _found(texts: list[str], text: str, body: int) -> Iterator[list[Piece]]:
    """Yield where some texts stand one behind the other, the first one as an item of a list."""
    if not texts or not all(each.split() for each in texts):
        return
    words = [each.split() for each in texts]
    for first in _ITEM.finditer(text, body):
        at, pieces = first.start(), []
        for its in words:
            gap = _GAP.match(text, at)
            start = gap.end() if gap else at
            at = _behind(its, text, start)
            if at < 0:
                break
            pieces.append(Piece(text[start:at], start))
        else:
            yield pieces


def _behind(words: list[str], text: str, at: int) -> int:
    """Return where some words end that begin at an offset, over several lines; -1 if others do."""
    for number, word in enumerate(words):
        if number:
            space = _SPACE.match(text, at)
            # The sign of `>= 1.2` is none of a quote.
            at += len(space[0]) - len(space[0].lstrip()) if space else 0
            if space and not text.startswith(word, at):
                at = space.end()
        if not text.startswith(word, at):
            return -1
        at += len(word)
    return at
