"""From a table's headers to the components that its columns speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_compat.model.site import Flaw, FlawKind
from mkdocs_compat.reading.plain import folded, name, plain, slug
from mkdocs_compat.reading.settings import Columns, ComponentSettings
from mkdocs_compat.reading.version_columns import is_version, names_bound, reads_as_versions
from mkdocs_compat.source import Place

_SEPARATOR = re.compile(r"\s*(?:<br\s*/?>|\s[/&+]\s|,|;|\s+and\s+)\s*", re.IGNORECASE)
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
    """

    index: int
    text: str
    place: Place
    names: tuple[tuple[str, str], ...]
    is_declared: bool

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
    """

    columns: list[Column]
    flaws: list[Flaw]
    refused: list[Flaw]


@dataclass(frozen=True, slots=True)
class ColumnReader:
    """How headers are read on one page.

    Attributes:
        declared: What the author says of headers.
        known: Component ids by every spelling that is known, folded.
        page_name: What an unnamed first column is taken to be about.
    """

    declared: Columns
    known: Mapping[str, str]
    page_name: str

    def read(
        self, header: Sequence[str], rows: Sequence[Sequence[str]], places: Sequence[Place]
    ) -> ReadHeader:
        """Return the columns that take part, and what is doubtful about the headers."""
        columns: list[Column] = []
        flaws: list[Flaw] = []
        refused: list[Flaw] = []
        taken: dict[str, Column] = {}
        for index, raw in enumerate(header):
            names, doubt = self._names(index, raw, [row[index] for row in rows], places[index])
            (flaws if names else refused).extend(doubt)
            fresh: dict[str, str] = {}
            for id_, shown in names:
                if id_ in taken or id_ in fresh:
                    flaws.append(_repeated(plain(raw), id_, places[index], taken.get(id_)))
                else:
                    fresh[id_] = shown
            if fresh:
                declared = self._declared(raw) is not None
                column = Column(index, plain(raw), places[index], tuple(fresh.items()), declared)
                columns.append(column)
                taken |= dict.fromkeys(column.components, column)
        return ReadHeader(columns, flaws, refused)

    def _names(
        self, index: int, raw: str, cells: Sequence[str], place: Place
    ) -> tuple[tuple[tuple[str, str], ...], list[Flaw]]:
        said = self._declared(raw)
        if said is not None:
            # A header that names one component gives it its display name; one that names several
            # cannot, so their ids stand for them until the author says their names.
            shown = name(raw)
            return tuple((id_, shown if len(said) == 1 else id_) for id_ in said), []
        known = self.known.get(folded(raw))
        if known is not None:
            return ((known, name(raw)),), []
        if not reads_as_versions(raw, cells):
            return (), []
        if not slug(raw):
            return self._unnamed(index, place)
        if is_version(raw):
            return (), [_version_across(plain(raw), place)]
        if names_bound(raw):
            return (), [_bound(plain(raw), slug(raw), place)]
        parts = header_parts(raw)
        names = tuple((self.known.get(folded(part), slug(part)), name(part)) for part in parts)
        return names, [_two_names(names, plain(raw), place)] if len(names) > 1 else []

    def _declared(self, raw: str) -> tuple[str, ...] | None:
        wanted = folded(raw)
        return next(
            (said.components for text, said in self.declared.items() if folded(text) == wanted),
            None,
        )

    def _unnamed(self, index: int, place: Place) -> tuple[tuple[tuple[str, str], ...], list[Flaw]]:
        if index == 0 and slug(self.page_name):
            names: tuple[tuple[str, str], ...] = ((slug(self.page_name), self.page_name),)
            message = f"the first header is empty; it is taken to be {self.page_name!r}"
        else:
            names = ()
            message = f"header {index + 1} names no component; its column is not read"
        help_ = "Write the component's name into the header."
        return names, [Flaw(FlawKind.AMBIGUOUS_HEADER, place, message, help_)]


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
    parts = tuple(part for part in _SEPARATOR.split(raw) if slug(part))
    if len(parts) > 1:
        return parts
    words = plain(raw).split()
    if len(words) > 1 and all(_DOTTED_NAME.fullmatch(word) for word in words):
        return tuple(words)
    return (raw,)


def _version_across(text: str, place: Place) -> Flaw:
    return Flaw(
        FlawKind.AMBIGUOUS_HEADER,
        place,
        f"the header '{text}' is a version and names no component; its column is not read",
        "Give each version a row, and name the component in the header of a column.",
    )


def _bound(text: str, id_: str, place: Place) -> Flaw:
    return Flaw(
        FlawKind.AMBIGUOUS_HEADER,
        place,
        f"the header '{text}' seems to give one end of a range, or one version out of several; "
        "its column is not read",
        "Write the whole range into one column, such as '3.0 ➜ 4.2' or '3.0+'; or say under "
        f'compat.columns what the header names: "{text}": {id_}.',
    )


def _two_names(names: tuple[tuple[str, str], ...], text: str, place: Place) -> Flaw:
    listed = " and ".join(f"'{name}'" for _, name in names)
    ids = ", ".join(id_ for id_, _ in names)
    return Flaw(
        FlawKind.AMBIGUOUS_HEADER,
        place,
        f"the header '{text}' seems to name {len(names)} components: it is read as {listed}",
        f'Say what it names in the front matter, under compat.columns: "{text}": [{ids}].',
    )


def _repeated(text: str, id_: str, place: Place, first: Column | None) -> Flaw:
    if first is None:
        message = f"the header '{text}' names '{id_}' twice"
        help_ = "Name each component once."
    else:
        message = (
            f"the header '{text}' names '{id_}', which column {first.index + 1} "
            f"('{first.text}') names already; it is not read from here"
        )
        help_ = "Give each component one column, or set this header to false under compat.columns."
    return Flaw(FlawKind.DUPLICATE_HEADER, place, message, help_)
