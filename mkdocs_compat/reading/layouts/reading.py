"""What a layout is given and what it returns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_compat.model.site import Flaw
from mkdocs_compat.reading.columns import Column, ColumnReader
from mkdocs_compat.reading.drafts import DraftCell
from mkdocs_compat.reading.layout import Layout
from mkdocs_compat.reading.marks import MarkReader
from mkdocs_compat.reading.release_names import ReleaseNames
from mkdocs_compat.reading.settings import ReleaseSettings


@dataclass(frozen=True, slots=True)
class Context:
    """What is known when a table is read.

    Attributes:
        headers: How headers are read.
        marks: What marks mean.
        subject: Id of the component that the author calls the subject; None where nobody says it.
        across: Id of the component whose versions are the headers of a matrix; None likewise.
        names: Releases that go by names.
        heading: The heading above the table.
    """

    headers: ColumnReader
    marks: MarkReader
    subject: str | None
    across: str | None
    names: ReleaseNames
    heading: str = ""


@dataclass(frozen=True, slots=True)
class ReadTable:
    """What a layout makes of a table: columns, the subject's first, and rows of as many cells.

    Attributes:
        columns: The columns.
        rows: The rows.
        layout: How the table was read.
        flaws: What is doubtful.
        closed: Whether what a row does not list is incompatible, unless the author says otherwise.
        releases: The component whose releases the table lists, and these.
        ends: Columns that only give the other end of a range.
    """

    columns: Sequence[Column]
    rows: tuple[tuple[DraftCell, ...], ...]
    layout: Layout
    flaws: tuple[Flaw, ...] = ()
    closed: bool = True
    releases: tuple[str, tuple[ReleaseSettings, ...]] | None = None
    ends: Sequence[Column] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A table that takes no part.

    Attributes:
        flaws: Why; empty where it is about something else.
    """

    flaws: tuple[Flaw, ...] = ()
