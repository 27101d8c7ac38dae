"""Versions of the subject down, versions of another component across, marks in the cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from mkdocs_compat.model.site import Flaw, FlawKind
from mkdocs_compat.reading.columns import Column
from mkdocs_compat.reading.component_names import component_name
from mkdocs_compat.reading.drafts import DraftCell
from mkdocs_compat.reading.grid import Grid, GridCell
from mkdocs_compat.reading.layout import Layout
from mkdocs_compat.reading.layouts.reading import Context, ReadTable, Unread
from mkdocs_compat.reading.marks import ReadMark
from mkdocs_compat.reading.named_versions import NamedVersions
from mkdocs_compat.reading.plain import plain, slug
from mkdocs_compat.reading.roles import names_components
from mkdocs_compat.reading.version_columns import holds_versions

# What divides the names of rows and columns in the corner: `Server \ Client`.
_CORNER = re.compile(r"\s*(?:\\+|[/|×↓→]|\bvs\.?\s|\bby\s)\s*")

# Headers of rows that are each about another component.
_SEVERAL = re.compile(
    r"(?:browsers?|operating systems?|os|distributions?|distros?|compilers?)(?: versions?)?",
    re.IGNORECASE,
)
# `CABPT (v0.5.x)`: versions behind the name that is theirs.
_ASIDE = re.compile(r"\s*\(v?\d[^()]*\)$")


def is_matrix(grid: Grid, context: Context) -> bool:
    """Tell whether headers are versions and most cells below them marks that mean something."""
    marks = context.marks
    across = _across(grid, context)
    cells = [raw for index in across for raw in grid.texts(index)]
    # Cells of a matrix say the same few things again and again.
    counts = {raw: count for raw, count in Counter(cells).items() if marks.read(raw).text}
    if not counts:
        return False
    reader = marks.beside(counts)
    known = sum(count for raw, count in counts.items() if reader.knows(raw))
    are_short = known > 0 and all(len(plain(raw)) < 4 for raw in counts)
    return 2 * known >= sum(counts.values()) or are_short


def read_matrix(grid: Grid, context: Context) -> ReadTable | Unread:
    """Read a table of marks."""
    across = _across(grid, context)
    if not across or not grid.rows:
        message = "this table is to be read as a matrix, but no header of it names a version"
        help_ = "Write versions into the headers, or take 'layout' out."
        return Unread((_flaw(grid, message, help_),))
    corner = grid.header[0]
    parts = [part for part in _CORNER.split(plain(corner.raw)) if slug(part)]
    down = _names_down(grid, context)
    if len(down) > 1 and (names_components(corner.raw) or _SEVERAL.fullmatch(plain(corner.raw))):
        message = f"the rows of this matrix are about several components: {', '.join(down[:5])}"
        help_ = "Give each of them a table of its own, with its name in the corner."
        return Unread((_flaw(grid, message, help_),))
    others = _components_across(across, parts, down if _are_named(grid, context) else (), context)
    if others is None:
        message = "the headers of this matrix are versions, but nothing says of which component"
        help_ = "Name it in the front matter: 'across: ' and the component's id."
        return Unread((_flaw(grid, message, help_),))
    subject = _subject(parts, down, context, {id_ for id_, _ in others.values()})
    if subject[0] in {id_ for id_, _ in others.values()}:
        message = f"rows and columns of this matrix seem to be about the same, '{subject[1]}'"
        help_ = "Name both in the front matter, with 'subject:' and 'across:'."
        return Unread((_flaw(grid, message, help_),))
    names = [(subject,), *((others[index],) for index in across)]
    heads = [corner, *(grid.header[index] for index in across)]
    columns = [
        Column(
            cell.column,
            plain(cell.raw) or named[0][1],
            cell.place,
            named,
            is_declared=False,
            cell=cell,
            versions=across[cell.column].versions if cell is not corner else "",
        )
        for cell, named in zip(heads, names, strict=True)
    ]
    texts = {raw for index in across for raw in grid.texts(index)}
    reader = context.marks.beside(texts)
    marks = {raw: reader.read(raw) for raw in texts}
    rows = tuple(
        (
            _subject_cell(row[0], subject[0], context),
            *(_cell(row[index], named, marks) for index, named in across.items()),
        )
        for row in grid.rows
        if _is_row(row, context)
    )
    subjects = [cells[0].raw for cells in rows]
    are_names = all(raw.casefold() in context.names.releases for raw in subjects)
    if not rows or not (are_names or holds_versions(subjects)):
        return Unread()
    return ReadTable(columns, rows, Layout.MATRIX, closed=False)


def _across(grid: Grid, context: Context) -> dict[int, NamedVersions]:
    """Return the columns whose headers name versions, and which."""
    read = context.names.versions_in
    found = {index: read(cell.raw) for index, cell in enumerate(grid.header) if index}
    return {index: named for index, named in found.items() if named is not None}


def _components_across(
    across: dict[int, NamedVersions], parts: Sequence[str], down: Sequence[str], context: Context
) -> dict[int, tuple[str, str]] | None:
    """Return id and name of the component whose versions stand in each header across."""
    named = list(dict.fromkeys(each.name for each in across.values() if each.name))
    if context.across is not None:
        other = (context.across, named[0] if len(named) == 1 else context.across)
        return dict.fromkeys(across, other)
    if all(each.name for each in across.values()):
        return {at: context.headers.identified(each.name) for at, each in across.items()}
    if len(named) == 1:
        return dict.fromkeys(across, context.headers.identified(named[0]))
    if not named and len(parts) == 2:
        return dict.fromkeys(across, context.headers.identified(parts[1]))
    if not named and len(parts) == 1 and len(down) == 1:
        # Every row says whose versions it is about, so the corner names the others.
        other = context.headers.identified(parts[0])
        if other[0] and other[0] != context.headers.identified(down[0])[0]:
            return dict.fromkeys(across, other)
    return None


def _names_down(grid: Grid, context: Context) -> Sequence[str]:
    """Return the names that stand before the versions of rows: one where they all agree."""
    cells = [cell for cell in grid.texts(0) if cell.strip()]
    found = [context.names.versions_in(cell) for cell in cells]
    names = list(dict.fromkeys(each.name for each in found if each is not None and each.name))
    aside = {_ASIDE.sub("", plain(cell)) for cell in cells if _ASIDE.search(plain(cell))}
    if not names and len(aside) == 1 and len(cells) > 1:
        # `CABPT (v0.5.x)`
        return [name for name in aside if component_name(name)]
    return names


def _are_named(grid: Grid, context: Context) -> bool:
    """Tell whether every row says whose versions it is about."""
    found = (context.names.versions_in(cell) for cell in grid.texts(0) if cell.strip())
    return all(each is not None and each.name for each in found)


def _subject(
    parts: Sequence[str], named: Sequence[str], context: Context, others: Collection[str]
) -> tuple[str, str]:
    """Return id and name of the component whose versions stand down, none of `others`."""
    if context.subject is not None:
        return context.subject, named[0] if len(named) == 1 else context.subject
    candidates = [*parts[:1], *(named if len(named) == 1 else ()), context.headers.page_name]
    identified = (context.headers.identified(text) for text in candidates)
    return next(
        (each for each in identified if each[0] and each[0] not in others), ("subject", "Subject")
    )


def _is_row(row: Sequence[GridCell], context: Context) -> bool:
    """Leave out what only divides the table: a row with nothing but its first cell."""
    is_filled = any(cell.raw.strip() for cell in row[1:])
    return is_filled or context.names.versions_in(row[0].raw) is not None


def _subject_cell(cell: GridCell, subject: str, context: Context) -> DraftCell:
    named = context.names.versions_in(cell.raw)
    is_own = named is not None and (
        context.headers.identified(named.name)[0] == subject
        or (not named.name and _ASIDE.search(plain(cell.raw)) is not None)
    )
    if named is None or not is_own:
        return DraftCell(cell.raw, cell, cell.exact)
    return DraftCell(named.versions, cell, exact=False)


def _cell(cell: GridCell, across: NamedVersions, marks: Mapping[str, ReadMark]) -> DraftCell:
    return DraftCell(across.versions, cell, exact=False, mark=marks[cell.raw])


def _flaw(grid: Grid, message: str, help_: str) -> Flaw:
    return Flaw(FlawKind.AMBIGUOUS_HEADER, grid.place, message, help_)
