"""What is known about the cells of a column before they are read: names, footnote marks, links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mkdocs_compat.model.component import Component
from mkdocs_compat.ranges.notation import Around, named_mentions
from mkdocs_compat.reading.artifact_names import artifact_name
from mkdocs_compat.reading.columns import Column
from mkdocs_compat.reading.drafts import DraftPage, DraftTable
from mkdocs_compat.reading.plain import folded, link_labels
from mkdocs_compat.reading.version_columns import hyphens_make_ranges

# What a name has and most cells have not.
_LETTERS = re.compile(r"[^\W\d_]{2}")


def around(
    column: Column, table: DraftTable, page: DraftPage, components: Mapping[str, Component]
) -> Around:
    """Return what is known about the cells of a column before they are read."""
    own = _names(column, components)
    words = {word for name in own for word in folded(name).split()}
    others = [name for each in table.columns for name in _names(each, components)]
    others += _foreign(column, table, words)
    texts = _texts(column, table)
    artifact = artifact_name(column.text, texts)
    if artifact and folded(artifact) not in {folded(name) for name in others}:
        own = (artifact, *own)
    return Around(
        names=own,
        others=tuple(name for name in dict.fromkeys(others) if folded(name) not in words),
        marks=frozenset(table.notes),
        links=link_labels("\n".join(each.text for each in (page.source, *page.included))),
        hyphens=hyphens_make_ranges(texts),
    )


def _names(column: Column, components: Mapping[str, Component]) -> tuple[str, ...]:
    """Return all names of the components that a column is about."""
    described = [components[id_] for id_ in column.components]
    said = (name for each in described for name in (each.name, each.id, *each.aliases))
    return tuple(dict.fromkeys((*(name for _, name in column.names), *said)))


def _texts(column: Column, table: DraftTable) -> list[str]:
    place = table.columns.index(column)
    return [row[place].raw for row in table.cells]


def _foreign(column: Column, table: DraftTable, words: set[str]) -> Iterator[str]:
    """Yield names of other products in a column, which no header names.

    A name in front of versions is mostly the component's own, or that of a release. It is another
    product's where other cells of the column have the component's own name, or another column has
    it too: `Databricks 13.3` twice in one row is about Databricks.
    """
    if column.versions:
        return
    named = _written_names(column, table)
    if all(_is_own(name, words) for name in named):
        return
    elsewhere = {
        name
        for other in table.columns
        if other is not column and not other.versions
        for name in _written_names(other, table)
    }
    is_own_written = any(_is_own(name, words) for name in named)
    for name in named:
        if not _is_own(name, words) and (is_own_written or name in elsewhere):
            yield name


def _written_names(column: Column, table: DraftTable) -> dict[str, None]:
    texts = dict.fromkeys(text for text in _texts(column, table) if _LETTERS.search(text))
    return dict.fromkeys(name for text in texts for name, _ in named_mentions(text) if name)


def _is_own(name: str, words: set[str]) -> bool:
    return bool(words & set(folded(name).split()))
