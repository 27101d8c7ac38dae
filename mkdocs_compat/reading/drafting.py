"""One page's tables, before the schemes are known: headers named, cells placed, nothing parsed.

Schemes are inferred from all versions of a component on all pages, so cells are read as ranges
only when every page has been drafted (`assembling`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from mkdocs_compat.model.site import Flaw, FlawKind, PlacedElement
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.reading.columns import Column, ColumnReader, spellings
from mkdocs_compat.reading.element_tags import placed_element
from mkdocs_compat.reading.footnotes import explained_marks
from mkdocs_compat.reading.front_matter import FrontMatter
from mkdocs_compat.reading.idle_settings import idle_settings
from mkdocs_compat.reading.placing import PlacedTable, place_tables, unread_tables
from mkdocs_compat.reading.plain import slug
from mkdocs_compat.reading.ragged_rows import ragged_rows
from mkdocs_compat.reading.seen import SeenPage, SeenTable
from mkdocs_compat.reading.settings import Settings, TableSettings
from mkdocs_compat.reading.version_columns import holds_versions
from mkdocs_compat.source import Place, SourceText


@dataclass(frozen=True, slots=True)
class DraftCell:
    """A cell's raw text, where it stands, and the id of its element."""

    raw: str
    place: Place
    exact: bool
    anchor: str


@dataclass(frozen=True, slots=True)
class DraftTable:
    """A table that takes part; `cells` has one tuple a row, one cell a column of `columns`.

    Attributes:
        number: Its number among all the tables of the page, from 0.
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
    together: bool = False


@dataclass(frozen=True, slots=True)
class DraftPage:
    """What one page says.

    Attributes:
        source: The author's text.
        url: The page's address relative to the site's root.
        settings: Its front matter, with the shared definitions of its product merged in.
        tables: The tables that take part.
        notes: What explains each footnote mark.
        flaws: What could not be read.
        elements: The elements of ours that the author wrote.
        title: The page's title.
        body: Offset in the source at which the Markdown begins.
    """

    source: SourceText
    url: str
    settings: Settings
    tables: tuple[DraftTable, ...]
    notes: Mapping[str, str]
    flaws: tuple[Flaw, ...]
    elements: tuple[PlacedElement, ...]
    title: str = ""
    body: int = 0


def merged(shared: Settings, page: Settings) -> Settings:
    """Return a page's settings with the shared definitions behind them; the page's word wins."""
    own = {component.id for component in page.components}
    return replace(
        page,
        product=page.product or shared.product,
        subject=page.subject or shared.subject,
        scheme=page.scheme or shared.scheme,
        components=(*page.components, *(c for c in shared.components if c.id not in own)),
        columns={**shared.columns, **page.columns},
        blank=page.blank or shared.blank,
        rules=tuple(dict.fromkeys((*shared.rules, *page.rules))),
        upgrades=tuple(dict.fromkeys((*shared.upgrades, *page.upgrades))),
    )


def draft_page(
    source: SourceText, url: str, front_matter: FrontMatter, settings: Settings, seen: SeenPage
) -> DraftPage:
    """Draft one page.

    Args:
        source: The text that the author edits.
        url: The page's address relative to the site's root.
        front_matter: What was read from its front matter.
        settings: The same settings with shared definitions merged in.
        seen: What the page shows.
    """
    placed, unrecognised = place_tables(seen.tables, source, front_matter.body)
    unread = unread_tables(seen.inline_tables, source, front_matter.body)
    flaws = [*front_matter.flaws, *unrecognised, *unread]
    title = seen.title or front_matter.title or _file_name(source)
    drafter = _Drafter(source, settings, title, slug(url.removesuffix(".html")) or "index")
    tables = []
    for number, table in enumerate(placed):
        drafted, doubts = drafter.draft(number, table)
        flaws += doubts
        if drafted is not None:
            tables.append(drafted)
    read = {table.number for table in tables}
    flaws += idle_settings(front_matter.settings, seen.tables, read)
    if not (tables or flaws or seen.elements or _says_something(front_matter.settings)):
        flaws.append(_nothing_to_read(settings.place, seen.tables))
    return DraftPage(
        source=source,
        url=url,
        settings=settings,
        tables=tuple(tables),
        notes=explained_marks(seen.notes),
        flaws=tuple(flaws),
        elements=tuple(placed_element(tag, source, front_matter.body) for tag in seen.elements),
        title=title,
        body=front_matter.body,
    )


def _says_something(own: Settings) -> bool:
    """Tell whether a page states facts besides those of its tables."""
    is_listed = any(component.releases for component in own.components)
    speaks_of_upgrades = any(not upgrade.is_empty for upgrade in own.upgrades)
    return bool(own.rules or speaks_of_upgrades or own.examples or own.prose_examples or is_listed)


def _file_name(source: SourceText) -> str:
    """Return what a page without a title is called."""
    return PurePosixPath(source.path).stem.replace("-", " ").replace("_", " ").capitalize()


class _Drafter:
    """Drafts the tables of one page one after the other."""

    def __init__(self, source: SourceText, settings: Settings, title: str, page_slug: str) -> None:
        self._source = source
        self._settings = settings
        self._title = title
        self._known = spellings(settings.components)
        self._page_slug = page_slug
        self._nothing_said = TableSettings("", settings.place)
        self._ids: dict[str, int] = {}

    def draft(self, number: int, placed: PlacedTable) -> tuple[DraftTable | None, list[Flaw]]:
        """Return the draft of a table, None where it takes no part, and what is doubtful."""
        seen = placed.seen
        said = self._settings.tables.get(seen.heading_id, self._nothing_said)
        if said.skip:
            return None, []
        place = self._table_place(number, placed)
        headers = self._header_places(number, placed, place)
        read = self._reader(said).read(seen.header, seen.rows, headers)
        wanted = said.subject or self._settings.subject
        columns, misplaced = _subject_first(read.columns, wanted, place)
        if not _takes_part(columns, seen, wanted):
            # What is refused is said where it may be the reason why the table is not read.
            return None, read.refused if len(columns) + len(read.refused) > 1 else []
        flaws = [*read.flaws, *read.refused, *misplaced, *ragged_rows(placed, self._source)]
        cells = tuple(
            tuple(self._cell(number, index, column.index, placed) for column in columns)
            for index in range(len(seen.rows))
        )
        table = DraftTable(
            number=number,
            id=self._unique(seen.heading_id or slug(self._title) or self._page_slug),
            anchor=f"compat-{self._page_slug}-t{number + 1}",
            title=seen.heading or self._title,
            columns=tuple(columns),
            verdict=said.verdict or Verdict.COMPATIBLE,
            note=said.note,
            blank=said.blank or self._settings.blank,
            cells=cells,
            place=place,
            together=said.together,
        )
        return table, flaws

    def _unique(self, id_: str) -> str:
        count = self._ids[id_] = self._ids.get(id_, 0) + 1
        return id_ if count == 1 else f"{id_}-{count}"

    def _reader(self, said: TableSettings) -> ColumnReader:
        declared = {**self._settings.columns, **said.columns}
        return ColumnReader(declared, self._known, self._title)

    def _table_place(self, number: int, placed: PlacedTable) -> Place:
        if placed.source is None:
            return Place(self._source.path, part=f"table {number + 1}")
        header = placed.source.header
        last = header[-1]
        return self._source.place(header[0].offset, last.offset + len(last.text))

    def _header_places(self, number: int, placed: PlacedTable, place: Place) -> list[Place]:
        if placed.source is None:
            return [
                replace(place, part=f"table {number + 1}, header {index + 1}")
                for index in range(len(placed.seen.header))
            ]
        return [
            self._source.place(cell.offset, cell.offset + len(cell.text))
            for cell in placed.source.header
        ]

    def _cell(self, number: int, row: int, column: int, placed: PlacedTable) -> DraftCell:
        own = placed.seen.ids[row][column] if placed.seen.ids else ""
        first_row, first_column = placed.seen.spans.get((row, column), (row, column))
        here = f"t{number + 1}-r{first_row + 1}-c{first_column + 1}"
        anchor = own or f"compat-{self._page_slug}-{here}"
        raw = placed.seen.rows[row][column]
        written = placed.source.rows[row] if placed.source and placed.source.rows else ()
        if column < len(written):
            cell = written[column]
            place = self._source.place(cell.offset, cell.offset + len(cell.text))
            return DraftCell(cell.text, place, place.line == place.end_line, anchor)
        if placed.source is not None:
            # The row is shorter than the header.
            start = written[0].offset if written else placed.source.offset
            line = self._source.position(start)[0]
            return DraftCell(raw, self._source.whole_line(line), exact=False, anchor=anchor)
        part = f"table {number + 1}, row {row + 1}, column {column + 1}"
        return DraftCell(raw, Place(self._source.path, part=part), exact=False, anchor=anchor)


def _subject_first(
    columns: list[Column], wanted: str | None, place: Place
) -> tuple[list[Column], list[Flaw]]:
    if wanted is None:
        return columns, []
    subject = next((column for column in columns if wanted in column.components), None)
    if subject is None:
        help_ = "Correct 'subject', or say under compat.columns which header names it."
        message = f"no header of this table names the subject '{wanted}'"
        return columns, [Flaw(FlawKind.AMBIGUOUS_HEADER, place, message, help_)]
    return [subject, *(column for column in columns if column is not subject)], []


def _takes_part(columns: list[Column], seen: SeenTable, wanted: str | None) -> bool:
    """A table takes part when its subject column and another one hold versions, or should."""
    if len(columns) < 2 or not seen.rows or (wanted is None and columns[0].index != 0):
        return False
    return all(
        any(
            column.is_declared or holds_versions([row[column.index] for row in seen.rows])
            for column in some
        )
        for some in (columns[:1], columns[1:])
    )


def _nothing_to_read(place: Place, tables: Sequence[SeenTable]) -> Flaw:
    if not tables:
        message = "the page takes part, but it has no table"
    elif not any(
        holds_versions(column) for table in tables for column in zip(*table.rows, strict=True)
    ):
        message = "the page takes part, but no table on it holds versions"
    else:
        message = (
            "the page takes part, but none of its tables has versions in its first column "
            "and in another one"
        )
    help_ = "Write the table, name its subject with 'subject:', or take 'compat:' out."
    return Flaw(FlawKind.NOTHING_TO_READ, place, message, help_)
