"""From a table's headers to the components that its columns speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mkdocs_compat.model.site import Flaw, FlawKind
from mkdocs_compat.ranges.notation import named_mentions
from mkdocs_compat.reading.component_names import component_name
from mkdocs_compat.reading.grid import Grid, GridCell
from mkdocs_compat.reading.header_flaws import (
    against,
    bound,
    repeated,
    two_names,
    version_across,
)
from mkdocs_compat.reading.named_versions import NamedVersions, named_versions
from mkdocs_compat.reading.plain import folded, identifier, name, plain, slug
from mkdocs_compat.reading.roles import (
    Role,
    bound_role,
    is_branch,
    is_note,
    is_pointer,
    says_newest,
    without_bound,
)
from mkdocs_compat.reading.settings import Columns, ColumnSettings, ComponentSettings
from mkdocs_compat.reading.version_columns import (
    is_version,
    names_bound,
    names_what_fails,
    reads_as_versions,
    speaks_against,
)
from mkdocs_compat.source import Place

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*(?:\s[/&+]\s|,|;|\s+and\s+)\s*", re.IGNORECASE)
# A word that can only be the name of a package or program: letters on both sides of a dot.
_DOTTED_NAME = re.compile(r"[A-Za-z][\w-]*\.[A-Za-z][\w.-]*")


@dataclass(frozen=True, slots=True)
class Column:
    """A column that takes part.

    Attributes:
        index: Its number in the table, from 0.
        text: Its header as the reader sees it.
        place: Where the header stands.
        names: Ids of the components that it speaks of, each with the name the header gives it.
        is_declared: Whether the author says under `columns` what it is about.
        role: What its cells are.
        versions: The versions that the header names, in tables with versions across; else empty.
        cell: The header's cell.
    """

    index: int
    text: str
    place: Place
    names: tuple[tuple[str, str], ...]
    is_declared: bool
    cell: GridCell
    role: Role = Role.VERSIONS
    versions: str = ""

    @property
    def components(self) -> tuple[str, ...]:
        """Ids of the components that it speaks of."""
        return tuple(id_ for id_, _ in self.names)


@dataclass(frozen=True, slots=True)
class ReadHeader:
    """What a table's header says.

    Attributes:
        columns: The columns that take part.
        flaws: What is doubtful about them.
        refused: The columns that hold versions and cannot be read; one flaw each.
        unread: The same columns, and those that name a component that another one names already.
    """

    columns: list[Column]
    flaws: list[Flaw]
    refused: list[Flaw]
    unread: list[UnreadColumn]


@dataclass(frozen=True, slots=True)
class UnreadColumn:
    """A column that holds versions and is not read.

    Attributes:
        index: Its number in the table, from 0.
        component: The component that it names; None where it may be about any.
    """

    index: int
    component: str | None

    def may_be_about(self, components: Iterable[str]) -> bool:
        """Tell whether its versions may be those of some components."""
        return self.component is None or self.component in components


@dataclass(frozen=True, slots=True)
class ColumnReader:
    """How headers are read on one page.

    Attributes:
        declared: What the author says of headers.
        known: Component ids by every spelling that is known, folded.
        page_name: What an unnamed first column is taken to be about.
        by_name: Ids of the components whose releases go by names, which say nothing by themselves.
    """

    declared: Columns
    known: Mapping[str, str]
    page_name: str
    by_name: frozenset[str] = frozenset()

    def read(self, grid: Grid) -> ReadHeader:
        """Return the columns that take part, and what is doubtful about the headers."""
        columns: list[Column] = []
        flaws: list[Flaw] = []
        refused: list[Flaw] = []
        unread: list[UnreadColumn] = []
        taken: dict[tuple[str, Role], Column] = {}
        for index, cell in enumerate(grid.header):
            named, doubt = self._named(index, grid)
            is_refused = bool(doubt) and not named.names and named.role is Role.VERSIONS
            (refused if is_refused else flaws).extend(doubt)
            if is_refused and not names_what_fails(cell.raw):
                unread.append(UnreadColumn(index, None))
            fresh: dict[str, str] = {}
            for id_, shown in named.names:
                if id_ in fresh or (id_, named.role) in taken:
                    other = taken.get((id_, named.role))
                    first = (other.index, other.text) if other is not None else None
                    flaws.append(repeated(plain(cell.raw), id_, cell.place, first))
                    unread.append(UnreadColumn(index, id_))
                else:
                    fresh[id_] = shown
            if fresh or (not named.names and named.role is not Role.VERSIONS):
                column = Column(
                    index,
                    plain(cell.raw),
                    cell.place,
                    tuple(fresh.items()),
                    self.declared_of(cell.raw) is not None or not self.by_name.isdisjoint(fresh),
                    cell,
                    named.role,
                )
                columns.append(column)
                taken |= {(id_, named.role): column for id_ in column.components}
        return ReadHeader(columns, flaws, refused, unread)

    def _named(self, index: int, grid: Grid) -> tuple[_Named, list[Flaw]]:
        """Return what a header names, and what is doubtful about it."""
        cell, cells = grid.header[index], grid.texts(index)
        raw = cell.raw
        said = self.declared_of(raw)
        if said is not None:
            # A header that names one component gives it its display name; one that names several
            # cannot, so their ids stand for them until the author says their names.
            one = len(said.components) == 1
            shown = component_name(raw)
            names = tuple((id_, shown if one else id_) for id_ in said.components)
            return _Named(names, said.role), []
        known = self.known.get(folded(raw))
        if known is not None:
            return _Named(((known, name(raw)),)), []
        if self.identified(raw)[0] in self.by_name:
            return _Named((self.identified(raw),)), []
        if self._is_aside(index, grid):
            return _Named(), []
        if not identifier(component_name(raw)):
            inside = self._name_in_cells(cells)
            if inside is not None:
                return _Named((inside,)), []
            names, doubt = self._unnamed(index, raw, cell.place, grid)
            return _Named(names), doubt
        return self._worded(index, grid)

    def _worded(self, index: int, grid: Grid) -> tuple[_Named, list[Flaw]]:
        """Return what the words of a header name, and what is doubtful about it."""
        cell, raw = grid.header[index], grid.header[index].raw
        if is_version(raw) or _lists_a_line(index, grid):
            return _Named(), [version_across(plain(raw), cell.place)]
        if speaks_against(raw):
            return _Named(), [against(plain(raw), slug(raw), cell.place)]
        others = [each.raw for each in grid.header if each is not cell]
        role = bound_role(raw, others)
        if role is not None and identifier(component_name(without_bound(raw))):
            shown = component_name(without_bound(raw))
            return _Named(((self.known.get(folded(shown), identifier(shown)), shown),), role), []
        if names_bound(raw):
            # "Latest stable release" over `Agent 4.8` is about the agent.
            inside = self._name_in_cells(grid.texts(index)) if says_newest(raw) else None
            if inside is not None:
                return _Named((inside,)), []
            return _Named(), [bound(plain(raw), slug(raw), cell.place)]
        names = tuple(self.identified(part) for part in header_parts(raw))
        doubt = [two_names(names, plain(raw), cell.place)] if len(names) > 1 else []
        return _Named(names), doubt

    def _is_aside(self, index: int, grid: Grid) -> bool:
        """Tell whether a column holds something else than versions.

        Branches are, where another column lists releases of the same component.
        """
        raw = grid.header[index].raw
        if is_note(raw) or is_pointer(raw) or not reads_as_versions(raw, grid.texts(index)):
            return True
        if not index or not is_branch(raw):
            return False
        own = folded(component_name(raw))
        others = (each.raw for place, each in enumerate(grid.header) if place != index)
        return not own or own in {folded(component_name(other)) for other in others}

    def _name_in_cells(self, cells: Iterable[str]) -> tuple[str, str] | None:
        """Return the component that every cell of a column names before its versions."""
        filled = [cell for cell in cells if cell.strip()]
        named = [named_versions(cell) for cell in filled]
        names = {each.name if each else "" for each in named}
        if any(len({name for name, _ in named_mentions(cell) if name}) > 1 for cell in filled):
            # `Kubernetes 1.20, Helm 3`
            return None
        return self.identified(names.pop()) if len(names) == 1 and names != {""} else None

    def identified(self, raw: str) -> tuple[str, str]:
        """Return id and display name of the component that a text names."""
        shown = component_name(raw)
        known = self.known.get(folded(raw)) or self.known.get(folded(shown))
        return known or identifier(shown), shown

    def declared_of(self, raw: str) -> ColumnSettings | None:
        """Return what the author says of a header."""
        wanted = folded(raw)
        return next((said for text, said in self.declared.items() if folded(text) == wanted), None)

    def _unnamed(
        self, index: int, raw: str, place: Place, grid: Grid
    ) -> tuple[tuple[tuple[str, str], ...], list[Flaw]]:
        text = plain(raw)
        is_first = index == 0 or (
            index == 1 and self._name_in_cells(grid.texts(0)) is not None and not text
        )
        if is_first and slug(self.page_name):
            names: tuple[tuple[str, str], ...] = ((slug(self.page_name), self.page_name),)
            if text:
                # "Version": of the page's own subject.
                return names, []
            which = "first" if index == 0 else "second"
            message = f"the {which} header is empty; it is taken to be {self.page_name!r}"
        else:
            names = ()
            message = (
                f"header {index + 1}{f' ({text!r})' if text else ''} names no component; "
                "its column is not read"
            )
        help_ = "Write the component's name into the header."
        return names, [Flaw(FlawKind.AMBIGUOUS_HEADER, place, message, help_)]


@dataclass(frozen=True, slots=True)
class _Named:
    """The components that a header names, each by id and name, and what its cells are."""

    names: tuple[tuple[str, str], ...] = ()
    role: Role = Role.VERSIONS


def spellings(components: Iterable[ComponentSettings]) -> dict[str, str]:
    """Return component ids by every spelling that the author declares, folded.

    Where two components share one, it is the first's.
    """
    found: dict[str, str] = {}
    for component in components:
        for spelling in (component.id, component.name, *component.aliases):
            if spelling:
                found.setdefault(folded(spelling), component.id)
    return found


def header_parts(raw: str) -> tuple[str, ...]:
    """Divide a header that names several components; a header that names one stays whole."""
    shown = plain(_BREAK.sub(" / ", raw))
    parts = tuple(part for part in _SEPARATOR.split(shown) if slug(part))
    if len(parts) > 1 and all(identifier(component_name(part)) for part in parts):
        return parts
    words = plain(raw).split()
    if len(words) > 1 and all(_DOTTED_NAME.fullmatch(word) for word in words):
        return tuple(words)
    return (raw,)


def _lists_a_line(index: int, grid: Grid) -> bool:
    """Tell whether a header names a line of versions that the column lists, beside others.

    *Cassandra 4.0.x* beside *Cassandra 4.1.x*: each column is a list of its own, and what stands in
    one row has nothing to do with each other.
    """
    own = _named_line(grid.header[index].raw)
    if own is None:
        return False
    others = (_named_line(cell.raw) for at, cell in enumerate(grid.header) if at != index)
    return any(
        other is not None and other.name == own.name and other.versions != own.versions
        for other in others
    )


def _named_line(raw: str) -> NamedVersions | None:
    """Return name and line of a header such as *Scala 2.13* or *Cassandra 4.0.x*."""
    named = named_versions(raw)
    return named if named is not None and named.name and "." in named.versions else None
