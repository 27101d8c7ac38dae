"""From the drafts of all pages to the site's model: schemes settled, cells read as ranges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from mkdocs_compat.errors import ConfigurationError, VersionSyntaxError
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.release import Release
from mkdocs_compat.model.rule import Rule
from mkdocs_compat.model.site import Flaw, FlawKind, Page, Product, Site
from mkdocs_compat.model.table import Cell, Header, Mark, Row, Table
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.ranges.notation import Around, mentions, read
from mkdocs_compat.ranges.version_set import VersionSet
from mkdocs_compat.reading.artifact_names import artifact_name, without_artifact
from mkdocs_compat.reading.columns import Column
from mkdocs_compat.reading.descending import with_descending_ranges
from mkdocs_compat.reading.drafts import DraftCell, DraftPage, DraftTable
from mkdocs_compat.reading.examples import read_examples
from mkdocs_compat.reading.footnotes import known_mark
from mkdocs_compat.reading.links import SitePages
from mkdocs_compat.reading.plain import plain
from mkdocs_compat.reading.rules import RuleReader, read_releases
from mkdocs_compat.reading.settings import (
    ComponentSettings,
    ReleaseSettings,
    RuleSettings,
)
from mkdocs_compat.reading.surroundings import around
from mkdocs_compat.reading.upgrades import read_upgrade
from mkdocs_compat.reading.zeros import with_zeros_settled
from mkdocs_compat.source import SourceText
from mkdocs_compat.versions import get_scheme, infer_scheme
from mkdocs_compat.versions.scheme import HIGHEST, Scheme


def assemble(
    pages: Sequence[DraftPage],
    shared_flaws: Sequence[Flaw] = (),
    shared_sources: Sequence[SourceText] = (),
    site_pages: SitePages | None = None,
) -> Site:
    """Return the model of a site from the drafts of its pages.

    Args:
        pages: The drafts, in the order of the site.
        shared_flaws: What could not be read in the shared data files.
        shared_sources: The texts of those files.
        site_pages: All pages of the site, for the links of front matter; those of the drafts are
            known without it.
    """
    known = site_pages or SitePages()
    known = replace(known, urls={**known.urls, **{page.source.path: page.url for page in pages}})
    by_product: dict[str, list[DraftPage]] = {}
    for page in pages:
        by_product.setdefault(page.settings.product or "", []).append(page)
    flaws: dict[str, list[Flaw]] = {}
    products = []
    for id_, its_pages in by_product.items():
        product, found = _product(id_, its_pages, known)
        products.append(product)
        for flaw in found:
            flaws.setdefault(flaw.place.path, []).append(flaw)
    return Site(
        products=tuple(products),
        pages=tuple(
            Page(
                source=page.source,
                url=page.url,
                product=page.settings.product or "",
                ignores=page.settings.ignores,
                flaws=(*page.flaws, *flaws.pop(page.source.path, ())),
                elements=page.elements,
                included=page.included,
            )
            for page in pages
        ),
        flaws=(*shared_flaws, *(flaw for rest in flaws.values() for flaw in rest)),
        sources=tuple(shared_sources),
    )


@dataclass(slots=True)
class _Described:
    """What all pages of a product say of one component, and the versions they name of it."""

    id: str
    header_name: str = ""
    said: ComponentSettings | None = None
    default_scheme: str | None = None
    mentions: list[str] = field(default_factory=list)
    is_stated: bool = False
    listed: tuple[ReleaseSettings, ...] = ()
    lists_all: bool = False


def _product(id_: str, pages: list[DraftPage], site_pages: SitePages) -> tuple[Product, list[Flaw]]:
    described: dict[str, _Described] = {}
    flaws: list[Flaw] = []
    for page in pages:
        flaws += _describe(described, page)
    for page in pages:
        _mention(described, page)
        _take_scheme(described, page)
    components = {}
    for item in described.values():
        component, doubts = _component(item)
        components[component.id] = component
        flaws += doubts
    tables = tuple(_table(table, page, components) for page in pages for table in page.tables)
    used = {name for table in tables for name in (table.subject, *table.components)}
    used |= {
        item.id for item in described.values() if item.is_stated or components[item.id].releases
    }
    kept = tuple(component for component in components.values() if component.id in used)
    rules, doubts = _rules(pages, components)
    examples, more = read_examples(pages, components)
    said = dict.fromkeys(each for page in pages for each in page.settings.upgrades)
    upgrade, rest = read_upgrade(said, components, site_pages)
    product = Product(id_, id_, kept, tables, rules, examples, upgrade)
    return product, _unique([*flaws, *doubts, *more, *rest])


def _rules(
    pages: list[DraftPage], components: dict[str, Component]
) -> tuple[tuple[Rule, ...], list[Flaw]]:
    """Read every rule once, though pages that share a file all bring it along."""
    home: dict[RuleSettings, DraftPage] = {}
    for page in pages:
        for said in page.settings.rules:
            home.setdefault(said, page)
    reader = RuleReader(components)
    rules = [
        reader.read(said, number, page.url, page.title)
        for number, (said, page) in enumerate(home.items(), start=1)
    ]
    return tuple(rule for rule in rules if rule is not None), reader.flaws


def _describe(described: dict[str, _Described], page: DraftPage) -> list[Flaw]:
    """Add what one page says of components; return where pages contradict each other."""
    flaws = []
    for table in page.tables:
        for position, column in enumerate(table.columns):
            for id_, name in column.names:
                item = described.setdefault(id_, _Described(id_))
                item.header_name = item.header_name or name
                item.default_scheme = item.default_scheme or page.settings.scheme
                texts = [row[position].raw for row in table.cells]
                artifact = artifact_name(column.text, texts)
                for text in texts:
                    item.mentions += mentions(without_artifact(text, artifact))
    for id_, listed in page.releases.items():
        item = described.setdefault(id_, _Described(id_))
        item.listed = (*item.listed, *listed)
        item.lists_all |= id_ in page.declared_releases
        item.mentions += [release.version for release in listed]
    for said in page.settings.components:
        item = described.setdefault(said.id, _Described(said.id))
        if item.said is None:
            item.said = said
            item.mentions += [release.version for release in said.releases]
        elif replace(said, place=item.said.place) != item.said:
            flaws.append(_described_twice(said, item.said))
    return flaws


def _mention(described: dict[str, _Described], page: DraftPage) -> None:
    """Add what one page's rules, upgrades and examples say of components that are known."""
    for rule in page.settings.rules:
        for id_, key in ((rule.component, "when"), (rule.other, "with-when")):
            if id_ in described:
                described[id_].is_stated = True
                described[id_].mentions += mentions(rule.said.get(key, ""))
    only = next(iter(described)) if len(described) == 1 else None
    for upgrade in page.settings.upgrades:
        for id_, text in upgrade.mentions(only):
            if id_ in described:
                described[id_].is_stated = True
                described[id_].mentions += mentions(text)
    for example in page.settings.examples:
        for asked in example.asked:
            if asked.component in described:
                texts = (text.removeprefix("=") for text, _ in asked.versions)
                described[asked.component].mentions += (name for t in texts for name in mentions(t))


def _take_scheme(described: dict[str, _Described], page: DraftPage) -> None:
    """Give components that stand in no table the usual scheme of a page that describes them."""
    for said in page.settings.components:
        item = described[said.id]
        if not item.header_name:
            item.default_scheme = item.default_scheme or page.settings.scheme


def _component(item: _Described) -> tuple[Component, list[Flaw]]:
    said = item.said
    wanted = (said.scheme if said else None) or item.default_scheme
    name = wanted or infer_scheme(item.mentions)
    flaws = []
    listed = (said.releases if said else ()) or item.listed
    # Others are refused as releases, and no scheme can have them.
    names = [release.version for release in listed if release.version.isascii()]
    try:
        scheme = get_scheme(name, full=said.full if said else None, releases=names)
    except ConfigurationError as error:
        scheme = get_scheme(name)
        if said is not None:
            help_ = "Correct 'full', or name the scheme of its versions."
            flaws.append(Flaw(FlawKind.INVALID_FRONT_MATTER, said.place, str(error), help_))
    display = (said.name if said else None) or item.header_name or item.id
    aliases = said.aliases if said else ()
    releases, doubts = read_releases(listed, scheme, item.id)
    if listed is item.listed and not (item.lists_all or _covers(releases, item, scheme)):
        # A table of releases that nobody calls one, and not of all of them: of those to come, say.
        releases, doubts = (), []
    component = Component(item.id, display, aliases, scheme, wanted is None, releases)
    return component, [*flaws, *doubts]


def _covers(releases: Sequence[Release], item: _Described, scheme: Scheme) -> bool:
    """Tell whether every line that is named of a component has one of some releases."""
    for text in item.mentions:
        try:
            extent = scheme.extent(text)
        except VersionSyntaxError:
            continue
        if not any(extent.start <= each.version.key < extent.end for each in releases):
            return False
    return True


def _table(draft: DraftTable, page: DraftPage, components: dict[str, Component]) -> Table:
    known = {column.index: around(column, draft, page, components) for column in draft.columns}
    table = Table(
        id=draft.id,
        page=page.source.path,
        url=page.url,
        anchor=draft.anchor,
        title=draft.title,
        headers=tuple(
            _header(column, draft, components, known[column.index]) for column in draft.columns
        ),
        verdict=draft.verdict,
        note=draft.note,
        blank=draft.blank,
        as_of=draft.as_of,
        rows=tuple(_row(row, draft, components, known) for row in draft.cells),
        place=draft.place,
        together=draft.together,
        closed=draft.closed and draft.verdict is not Verdict.INCOMPATIBLE,
        layout=draft.layout,
        zeros=draft.zeros,
        left_out=draft.left_out,
    )
    return with_zeros_settled(with_descending_ranges(table, components), components)


def _header(
    column: Column, table: DraftTable, components: dict[str, Component], around: Around
) -> Header:
    cell = None
    if column.versions:
        draft = DraftCell(column.versions, column.cell, exact=False)
        cell = _cell(draft, column.components, table.notes, components, around)
    return Header(column.text, column.place, column.components, cell)


def _row(
    cells: tuple[DraftCell, ...],
    table: DraftTable,
    components: dict[str, Component],
    around: Mapping[int, Around],
) -> Row:
    subject, *others = (
        _cell(cell, column.components, table.notes, components, around[column.index])
        for cell, column in zip(cells, table.columns, strict=True)
    )
    return Row(subject, tuple(others))


def _cell(
    draft: DraftCell,
    ids: tuple[str, ...],
    explained: Mapping[str, str],
    components: dict[str, Component],
    around: Around,
) -> Cell:
    scheme = components[ids[0]].scheme
    notation = read(draft.raw, scheme, around)
    for raw in draft.beside:
        beside = read(raw, scheme, around).range
        if notation.range is not None and beside is not None:
            notation = notation._replace(range=notation.range.leaving_open(beside.inside))
    if draft.or_later and notation.range is not None and not notation.range.is_empty:
        above = VersionSet.of([(notation.range.inside.intervals[-1][1], HIGHEST)])
        notation = notation._replace(range=notation.range.leaving_open(above))
    marks = [mark.text for mark in notation.marks]
    mark = None
    if draft.mark is not None:
        # What is doubtful about the versions is said once, of the header that names them.
        if ids and draft.cell.raw != draft.raw:
            notation = notation._replace(parts=(), problems=(), marks=(), moving=())
        marks = [mark.text for mark in notation.marks]
        marks += draft.mark.footnotes
        mark = Mark(draft.mark.text, draft.mark.verdict)
    marks = [known_mark(each, explained) for each in marks]
    notes = [explained[each] for each in marks if each in explained]
    own = [*draft.notes, *(remark.text for remark in notation.remarks)]
    if draft.mark is not None:
        own += draft.mark.notes
    return Cell(
        components=ids,
        text=plain(draft.raw),
        raw=draft.raw,
        notation=notation,
        place=draft.cell.place,
        exact=draft.exact,
        anchor=draft.cell.anchor,
        notes=tuple(dict.fromkeys((*own, *notes))),
        unexplained=tuple(each for each in marks if each not in explained),
        mark=mark,
    )


def _described_twice(said: ComponentSettings, first: ComponentSettings) -> Flaw:
    return Flaw(
        FlawKind.INVALID_FRONT_MATTER,
        said.place,
        f"the component '{said.id}' is described differently here than at {first.place}",
        "Describe it once, in the shared data file, or give the pages different products.",
    )


def _unique(flaws: Iterable[Flaw]) -> list[Flaw]:
    return list(dict.fromkeys(flaws))
