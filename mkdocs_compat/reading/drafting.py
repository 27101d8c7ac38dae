"""One page's tables, before the schemes are known: headers named, cells placed, nothing parsed.

Schemes are inferred from all versions of a component on all pages, so cells are read as ranges
only when every page has been drafted (`assembling`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from mkdocs_compat.model.site import Flaw, FlawKind
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.reading.columns import ColumnReader, spellings
from mkdocs_compat.reading.drafts import DraftPage, DraftTable
from mkdocs_compat.reading.element_tags import placed_element
from mkdocs_compat.reading.footnotes import explained_marks
from mkdocs_compat.reading.front_matter import FrontMatter
from mkdocs_compat.reading.grid import Grid, make_grid, place_of
from mkdocs_compat.reading.idle_settings import idle_settings
from mkdocs_compat.reading.included import PageText
from mkdocs_compat.reading.layout import Layout
from mkdocs_compat.reading.layouts.listed import read_list
from mkdocs_compat.reading.layouts.reading import Context, ReadTable, Unread
from mkdocs_compat.reading.layouts.recognising import read_table
from mkdocs_compat.reading.lead_ins import trouble_above
from mkdocs_compat.reading.limits import excess
from mkdocs_compat.reading.marks import MarkReader, read_legend
from mkdocs_compat.reading.meanings import with_meanings
from mkdocs_compat.reading.nearest import nearest
from mkdocs_compat.reading.placed_lists import PlacedList, place_list
from mkdocs_compat.reading.placing import PlacedTable, place_tables, unread_tables
from mkdocs_compat.reading.plain import plain, slug
from mkdocs_compat.reading.ragged_rows import ragged_rows
from mkdocs_compat.reading.release_names import release_names
from mkdocs_compat.reading.seen import SeenList, SeenNote, SeenPage, SeenTable
from mkdocs_compat.reading.settings import (
    ReadingSettings,
    ReleaseSettings,
    Settings,
    TableSettings,
)
from mkdocs_compat.reading.unnamed_subjects import told_apart
from mkdocs_compat.reading.unused_notes import unused_notes
from mkdocs_compat.reading.version_columns import holds_versions
from mkdocs_compat.source import Place, SourceText


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
        as_of=page.as_of or shared.as_of,
        rules=tuple(dict.fromkeys((*shared.rules, *page.rules))),
        upgrades=tuple(dict.fromkeys((*shared.upgrades, *page.upgrades))),
        reading=shared.reading.behind(page.reading),
    )


def draft_page(
    page: PageText, url: str, front_matter: FrontMatter, settings: Settings, seen: SeenPage
) -> DraftPage:
    """Draft one page.

    Args:
        page: The text that the author edits.
        url: The page's address relative to the site's root.
        front_matter: What was read from its front matter.
        settings: The same settings with shared definitions merged in.
        seen: What the page shows.
    """
    source = page.source
    placed, unrecognised = place_tables(seen.tables, page)
    unread = unread_tables(seen.inline_tables, source, front_matter.body)
    flaws = [*front_matter.flaws, *unrecognised, *unread]
    title = seen.title or front_matter.title or _file_name(source)
    page_slug = slug(url.removesuffix(".html")) or "index"
    drafter = _Drafter(source, settings, title, page_slug, seen.notes)
    tables: list[DraftTable] = []
    releases: dict[str, tuple[ReleaseSettings, ...]] = {}
    declared: set[str] = set()
    read = set()
    for number, table in enumerate(placed):
        drafted = drafter.draft(number, table)
        flaws += drafted.flaws
        tables += drafted.tables
        for id_, listed in drafted.releases.items():
            releases[id_] = (*releases.get(id_, ()), *listed)
            declared |= {id_} if drafted.is_declared else set()
        if drafted.tables or drafted.releases:
            read.add(number)
    kept, unclear = told_apart(tables, title)
    tables = [*kept]
    flaws += unclear
    lists: list[PlacedList] = []
    for number, shown in enumerate(_declared(settings, seen)):
        lists.append(place_list(shown, number, page))
        found = drafter.draft_list(len(placed), number, lists[-1])
        flaws += found.flaws
        tables += found.tables
    flaws += idle_settings(front_matter.settings, seen, read)
    flaws += unused_notes(drafter.notes, seen, read, source, front_matter.body)
    if not (tables or read or flaws or seen.elements or _says_something(front_matter.settings)):
        flaws.append(_nothing_to_read(settings.place, seen.tables))
    return DraftPage(
        source=source,
        url=url,
        settings=settings,
        tables=tuple(tables),
        flaws=tuple(flaws),
        elements=tuple(placed_element(tag, source, front_matter.body) for tag in seen.elements),
        title=title,
        body=front_matter.body,
        releases=releases,
        declared_releases=frozenset(declared),
        included=_others([*placed, *lists], source),
    )


def _others(
    placed: Sequence[PlacedTable | PlacedList], source: SourceText
) -> tuple[SourceText, ...]:
    """Return the files besides the page's own that its tables and lists stand in."""
    files = {each.file.path: each.file for each in placed if each.file is not source}
    return tuple(files.values())


def _declared(settings: Settings, seen: SeenPage) -> list[SeenList]:
    """Return the lists of a page that are read."""
    return [each for each in seen.lists if each.heading_id in settings.lists]


def _says_something(own: Settings) -> bool:
    """Tell whether a page states facts besides those of its tables."""
    is_listed = any(component.releases for component in own.components)
    speaks_of_upgrades = any(not upgrade.is_empty for upgrade in own.upgrades)
    return bool(own.rules or speaks_of_upgrades or own.examples or own.prose_examples or is_listed)


def _file_name(source: SourceText) -> str:
    """Return what a page without a title is called."""
    return PurePosixPath(source.path).stem.replace("-", " ").replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True)
class Drafted:
    """What one table of a page says: tables of the model, releases, and what is doubtful."""

    tables: tuple[DraftTable, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    releases: Mapping[str, tuple[ReleaseSettings, ...]] = field(default_factory=dict)
    is_declared: bool = False


class _Drafter:
    """Drafts the tables of one page one after the other."""

    def __init__(
        self,
        source: SourceText,
        settings: Settings,
        title: str,
        page_slug: str,
        notes: Sequence[SeenNote],
    ) -> None:
        self._source = source
        self._settings = settings
        self._title = title
        self._known = spellings(settings.components)
        self._names = release_names(settings.components)
        self._page_slug = page_slug
        self._legend = read_legend(notes)
        self.notes = explained_marks(notes)
        self._nothing_said = TableSettings("", settings.place)
        self._ids: dict[str, int] = {}

    def draft(self, number: int, placed: PlacedTable) -> Drafted:
        """Return what a table of the page says."""
        seen = placed.seen
        said = self._settings.tables.get(seen.heading_id, self._nothing_said)
        if said.skip:
            return Drafted()
        too_large = excess(seen, place_of(number, placed))
        if too_large is not None:
            return Drafted(flaws=(too_large,))
        grid = make_grid(number, placed, self._page_slug)
        reading = self._settings.reading.behind(said.reading)
        grid = with_meanings(grid, reading.cells)
        context = Context(
            headers=self._reader(said),
            marks=MarkReader(reading.marks, nearest(self._legend, seen.spot)),
            subject=said.subject or self._settings.subject,
            across=reading.across,
            names=self._names,
            heading=seen.heading,
        )
        layout = Layout(reading.layout) if reading.layout else None
        found = read_table(grid, context, layout, repeats=bool(reading.repeats))
        if isinstance(found, Unread):
            return Drafted(flaws=found.flaws)
        trouble = self._trouble(placed, said)
        if trouble and any(read.columns for read in found):
            return Drafted(flaws=(_of_trouble(trouble, seen, grid.place),))
        flaws = [flaw for read in found for flaw in read.flaws]
        tables = tuple(
            self._table(read, grid, seen, said, reading) for read in found if read.columns
        )
        if tables:
            flaws += ragged_rows(placed)
        releases = dict(read.releases for read in found if read.releases is not None)
        return Drafted(tables, tuple(flaws), releases, is_declared=layout is not None)

    def _trouble(self, placed: PlacedTable, said: TableSettings) -> str | None:
        """Return what says that a table lists what does not work, unless its author says more."""
        if said.verdict is not None:
            return None
        before = self._source.text[: placed.source.offset] if placed.source else ""
        return trouble_above(placed.seen.heading, before)

    def draft_list(self, tables: int, number: int, placed: PlacedList) -> Drafted:
        """Return what a declared list of the page says.

        Args:
            tables: How many tables the page has: lists are numbered behind them.
            number: The list's number among those that are declared, from 0.
            placed: The list.
        """
        seen = placed.seen
        said = self._settings.lists[seen.heading_id]
        anchor = f"compat-{self._page_slug}-l{number + 1}"
        own = seen.ids or ("",) * len(placed.items)
        anchors = [id_ or f"{anchor}-i{item}" for item, id_ in enumerate(own, 1)]
        headers = ColumnReader({}, self._known, self._title)
        found, flaws = read_list(placed, said.subject, headers, anchors)
        drafted = tuple(
            DraftTable(
                number=tables + number,
                id=self._unique(seen.heading_id),
                anchor=anchor,
                title=seen.heading,
                columns=tuple(read.columns),
                verdict=said.verdict or Verdict.COMPATIBLE,
                note=said.note,
                blank=None,
                as_of=said.as_of or self._settings.as_of,
                cells=read.rows,
                place=placed.place,
                layout=read.layout.value,
                closed=read.closed if said.closed is None else said.closed,
                notes=nearest(self.notes, seen.spot),
            )
            for read in found
        )
        return Drafted(drafted, tuple(flaws))

    def _table(
        self,
        read: ReadTable,
        grid: Grid,
        seen: SeenTable,
        said: TableSettings,
        reading: ReadingSettings,
    ) -> DraftTable:
        is_marked = any(cell.mark is not None for row in read.rows for cell in row)
        return DraftTable(
            number=grid.number,
            id=self._unique(seen.heading_id or slug(self._title) or self._page_slug),
            anchor=f"compat-{self._page_slug}-t{grid.number + 1}",
            title=seen.heading or self._title,
            columns=tuple(read.columns),
            verdict=said.verdict or Verdict.COMPATIBLE,
            note=said.note,
            blank=said.blank or self._settings.blank,
            as_of=said.as_of or self._settings.as_of,
            cells=read.rows,
            place=grid.place,
            layout=read.layout.value,
            together=said.together and not is_marked,
            closed=(read.closed and not is_marked) if reading.closed is None else reading.closed,
            zeros=reading.zeros,
            left_out=tuple(_left_out(read, grid)),
            notes=nearest(self.notes, seen.spot),
        )

    def _unique(self, id_: str) -> str:
        count = self._ids[id_] = self._ids.get(id_, 0) + 1
        return id_ if count == 1 else f"{id_}-{count}"

    def _reader(self, said: TableSettings) -> ColumnReader:
        declared = {**self._settings.columns, **said.columns}
        return ColumnReader(declared, self._known, self._title, self._names.components)


def _left_out(read: ReadTable, grid: Grid) -> Iterator[str]:
    """Yield the headers of columns that a layout made nothing of."""
    if read.layout in (Layout.ROWS, Layout.MATRIX, Layout.REQUIREMENTS):
        taken = {column.index for column in read.columns} | {column.index for column in read.ends}
        yield from (
            text for cell in grid.header if cell.column not in taken and (text := plain(cell.raw))
        )


def _of_trouble(said: str, seen: SeenTable, place: Place) -> Flaw:
    message = (
        "this table seems to list what does not work together, and is not read: above it stands "
        f"'{said}'"
    )
    help_ = "Say under compat.tables what its rows are worth: "
    help_ += f"'{seen.heading_id}: {{verdict: incompatible}}'."
    return Flaw(FlawKind.UNRECOGNISED_TABLE, place, message, help_, loses=True)


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
