"""What is drafted of a page before schemes are known: tables whose cells are placed, not parsed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from mkdocs_compat.model.site import Flaw, PlacedElement
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.reading.columns import Column
from mkdocs_compat.reading.grid import GridCell
from mkdocs_compat.reading.marks import ReadMark
from mkdocs_compat.reading.settings import ReleaseSettings, Settings
from mkdocs_compat.source import Place, SourceText


class DraftCell(NamedTuple):
    """A cell of a table that takes part.

    Attributes:
        raw: The text that names versions, as the author wrote it.
        cell: The cell of the page that it stands for.
        exact: Whether offsets in `raw` are offsets in that cell.
        mark: What the versions are worth, where the cell says that by a mark; `raw` is the text of
            its header then.
        notes: Texts that go with the cell, besides those of footnotes.
        beside: Cells of the row that are not read and may be about the same component: what they
            name, this one does not exclude.
        or_later: Whether the version in it may be the lowest one of several.
    """

    raw: str
    cell: GridCell
    exact: bool
    mark: ReadMark | None = None
    notes: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    or_later: bool = False


@dataclass(frozen=True, slots=True)
class DraftTable:
    """A table that takes part; `cells` has one tuple a row, one cell a column of `columns`.

    Attributes:
        number: Its number among all the tables of the page, from 0; several share it where one
            table of the page speaks of several components by rows; lists come behind the tables.
        layout: How it is read.
        as_of: When what it says was the case, where its author says so.
        zeros: What versions that end in `.0` stand for, where its author says so.
        left_out: The headers whose columns are not read as versions.
        notes: What explains each footnote mark, to the readers of this table.
    """

    number: int
    id: str
    anchor: str
    title: str
    columns: tuple[Column, ...]
    verdict: Verdict
    note: str | None
    blank: Verdict | None
    cells: tuple[tuple[DraftCell, ...], ...]
    place: Place
    layout: str
    together: bool = False
    closed: bool = True
    as_of: str | None = None
    zeros: str | None = None
    left_out: tuple[str, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)

    def shown(self) -> Iterator[GridCell]:
        """Yield the cells of the page that it speaks from, headers with versions among them."""
        yield from (column.cell for column in self.columns if column.versions)
        yield from (cell.cell for row in self.cells for cell in row)


@dataclass(frozen=True, slots=True)
class DraftPage:
    """What one page says.

    Attributes:
        source: The author's text.
        url: The page's address relative to the site's root.
        settings: Its front matter, with the shared definitions of its product merged in.
        tables: The tables that take part.
        flaws: What could not be read.
        elements: The elements of ours that the author wrote.
        title: The page's title.
        body: Offset in the source at which the Markdown begins.
        releases: The releases that its tables list, by the component's id.
        declared_releases: Ids of those whose table the author calls a table of releases.
        included: The other files that its tables stand in.
    """

    source: SourceText
    url: str
    settings: Settings
    tables: tuple[DraftTable, ...]
    flaws: tuple[Flaw, ...]
    elements: tuple[PlacedElement, ...]
    title: str = ""
    body: int = 0
    releases: Mapping[str, tuple[ReleaseSettings, ...]] = field(default_factory=dict)
    declared_releases: frozenset[str] = frozenset()
    included: tuple[SourceText, ...] = ()
