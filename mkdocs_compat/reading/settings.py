"""What an author's front matter or shared data file says, checked and typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from mkdocs_compat.model.site import Ignore
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.reading.roles import Role
from mkdocs_compat.reading.upgrade_settings import UpgradeSettings
from mkdocs_compat.source import Place


@dataclass(frozen=True, slots=True)
class ColumnSettings:
    """What the author says of a header.

    Attributes:
        components: Ids of the components that it names, or none at all.
        place: Where that is said.
        role: What the cells below it are.
    """

    components: tuple[str, ...]
    place: Place
    role: Role = Role.VERSIONS


# By the header's text as the author wrote it.
Columns: TypeAlias = Mapping[str, ColumnSettings]


@dataclass(frozen=True, slots=True)
class ReleaseSettings:
    """What the author says of one release; None where nothing is said.

    Equal where the same is said, wherever it stands.
    """

    version: str
    date: str | None
    end_of_life: str | None
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class ComponentSettings:
    """What the author says of one component; None where nothing is said."""

    id: str
    name: str | None
    aliases: tuple[str, ...]
    scheme: str | None
    full: int | None
    place: Place
    releases: tuple[ReleaseSettings, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """One rule as the author writes it.

    Equal where it stands at the same place.

    Attributes:
        component: Id of the component that it binds.
        other: Id of the one that it is measured against.
        said: The texts of its other keys.
        places: Where the text of each key stands, those of `component` and `with` too.
        place: Where the rule stands.
    """

    component: str = field(compare=False)
    other: str = field(compare=False)
    said: Mapping[str, str] = field(compare=False)
    places: Mapping[str, Place] = field(compare=False)
    place: Place


@dataclass(frozen=True, slots=True)
class AskedSettings:
    """What an example asks of one component: its versions, each with its place.

    Attributes:
        component: Id of the component.
        versions: Texts of versions and where they stand.
        place: Where the component is named.
    """

    component: str
    versions: tuple[tuple[str, Place], ...]
    place: Place


@dataclass(frozen=True, slots=True)
class ExampleSettings:
    """One example as the author writes it."""

    asked: tuple[AskedSettings, ...]
    expect: Verdict
    place: Place


@dataclass(frozen=True, slots=True)
class CellSettings:
    """What the author says that some cells mean.

    Attributes:
        meant: What they are read as.
        place: Where that is said.
    """

    meant: str
    place: Place


# By the text of the cells.
Cells: TypeAlias = Mapping[str, CellSettings]


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """How a table is to be read, or all tables of a page; None where nothing is said.

    Attributes:
        layout: What stands where.
        across: Id of the component whose versions are the headers of a matrix.
        marks: What marks in cells mean, by the mark.
        cells: What other cells mean.
        zeros: What versions that end in `.0` stand for, one of `ZEROS`.
        closed: Whether what a row does not list is incompatible.
        repeats: Whether a blank cell stands for what is above it.
    """

    layout: str | None = None
    across: str | None = None
    marks: Mapping[str, Verdict] = field(default_factory=dict)
    cells: Cells = field(default_factory=dict)
    zeros: str | None = None
    closed: bool | None = None
    repeats: bool | None = None

    def behind(self, own: ReadingSettings) -> ReadingSettings:
        """Return what is said with `own` in front."""
        return ReadingSettings(
            layout=own.layout or self.layout,
            across=own.across or self.across,
            marks={**self.marks, **own.marks},
            cells={**self.cells, **own.cells},
            zeros=own.zeros or self.zeros,
            closed=self.closed if own.closed is None else own.closed,
            repeats=self.repeats if own.repeats is None else own.repeats,
        )


@dataclass(frozen=True, slots=True)
class TableSettings:
    """What the author says of one table; None where nothing is said."""

    id: str
    place: Place
    verdict: Verdict | None = None
    note: str | None = None
    blank: Verdict | None = None
    subject: str | None = None
    columns: Columns = field(default_factory=dict)
    skip: bool = False
    together: bool = False
    reading: ReadingSettings = ReadingSettings()
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class ListSettings:
    """What the author says of one list; None where nothing is said."""

    id: str
    place: Place
    subject: str
    verdict: Verdict | None = None
    note: str | None = None
    closed: bool | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What one file's front matter, or one shared data file, says."""

    place: Place
    product: str | None = None
    subject: str | None = None
    scheme: str | None = None
    components: tuple[ComponentSettings, ...] = ()
    columns: Columns = field(default_factory=dict)
    blank: Verdict | None = None
    tables: Mapping[str, TableSettings] = field(default_factory=dict)
    lists: Mapping[str, ListSettings] = field(default_factory=dict)
    ignores: tuple[Ignore, ...] = ()
    rules: tuple[RuleSettings, ...] = ()
    upgrades: tuple[UpgradeSettings, ...] = ()
    examples: tuple[ExampleSettings, ...] = ()
    prose_examples: bool = False
    reading: ReadingSettings = ReadingSettings()
    as_of: str | None = None
