"""Finds tables that are copies of another one, or of its translation, and say something else.

Why: whoever changed the one forgot the other. Readers get the one answer or the other, as they
happen to come by.

Fix: make the cells equal; better, keep the facts in one place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.checks.translations import is_translation
from mkdocs_compat.diagnostics import Diagnostic, Related, Severity
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.table import Cell, Row, Table

CHECK = Check("CMP211", "drifted-copy", Severity.WARNING)

# Fewer rows say nothing of where a table comes from.
_FEWEST_ROWS = 3
# Of ten rows this many must be in both, and of ten cells equal.
_SHARE = 7
# So many tables with equal headers are a form that is filled in, not copies.
_MOST_ALIKE = 40
# More places are not named.
_MOST = 5


@dataclass(frozen=True, slots=True)
class _Copy:
    product: Product
    table: Table


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    everything = [_Copy(product, table) for product, table in inspection.site.tables()]
    translated = list(_translations(everything))
    for one, two in translated:
        yield from _translation(one, two)
    for one, two in _alike(everything):
        if not is_translation(one.table.page, two.table.page):
            yield from _drift(one, two)


def _alike(tables: Sequence[_Copy]) -> Iterator[tuple[_Copy, _Copy]]:
    groups: dict[tuple[object, ...], list[_Copy]] = {}
    for copy in tables:
        table = copy.table
        headers = tuple(" ".join(header.text.casefold().split()) for header in table.headers)
        groups.setdefault((headers, table.verdict, table.together), []).append(copy)
    for group in groups.values():
        if len(group) <= _MOST_ALIKE:
            yield from combinations(group, 2)


def _drift(one: _Copy, two: _Copy) -> Iterator[Diagnostic]:
    theirs = {_name(row): row for row in one.table.rows}
    mine = {_name(row): row for row in two.table.rows}
    shared = [(theirs[name], row) for name, row in mine.items() if name in theirs]
    if len(shared) < _FEWEST_ROWS or 10 * len(shared) < _SHARE * max(len(theirs), len(mine)):
        return
    cells = [pair for first, second in shared for pair in _pairs(first, second)]
    different = [pair for pair in cells if not _is_same(one, two, *pair)]
    if not different or 10 * (len(cells) - len(different)) < _SHARE * len(cells):
        return
    if one.table.place == two.table.place and one.table.page != two.table.page:
        # Pages that include one table may read it differently; nobody can make it equal to itself.
        return
    where = one.table.place.path == two.table.place.path
    place = f"on line {one.table.place.line}" if where else f"of {one.table.place.path}"
    yield CHECK.finding(
        different[0][1].place,
        f"this table looks like a copy of the one {place}, and {_count(different)}: "
        f"'{different[0][1].text}' here and '{different[0][0].text}' there",
        "Make them equal, or keep the table in one place and link to it.",
        _related(different),
        Severity.INFO if where else None,
    )


def _translations(tables: Sequence[_Copy]) -> Iterator[tuple[_Copy, _Copy]]:
    """Yield the tables of a page and of its translation, the first with the first, and so on."""
    pages: dict[tuple[str, str], list[_Copy]] = {}
    for copy in tables:
        pages.setdefault((copy.product.id, copy.table.page), []).append(copy)
    names: dict[tuple[str, str], list[str]] = {}
    for product, page in pages:
        names.setdefault((product, _original_name(page)), []).append(page)
    for (product, _), group in names.items():
        for one, two in combinations(sorted(group, key=lambda page: (len(page), page)), 2):
            if is_translation(one, two):
                yield from zip(pages[product, one], pages[product, two], strict=False)


def _original_name(page: str) -> str:
    return page.rpartition("/")[2].partition(".")[0]


def _translation(one: _Copy, two: _Copy) -> Iterator[Diagnostic]:
    first, second = one.table, two.table
    if len(first.headers) != len(second.headers) or len(first.rows) != len(second.rows):
        yield CHECK.finding(
            second.place,
            f"this table has {_size(second)}, and in {first.page}, which is the same page in "
            f"another language, {_size(first)}",
            "Bring both up to date.",
            (Related(first.place, "the table in the other language"),),
        )
        return
    cells = [
        pair
        for row, other in zip(first.rows, second.rows, strict=True)
        for pair in ((row.subject, other.subject), *_pairs(row, other))
    ]
    different = [pair for pair in cells if not _is_same(one, two, *pair)]
    if different:
        yield CHECK.finding(
            different[0][1].place,
            f"this page and {first.page} are the same in two languages, and {_count(different)}: "
            f"'{different[0][1].text}' here and '{different[0][0].text}' there",
            "Make the cells of both pages equal.",
            _related(different),
        )


def _name(row: Row) -> object:
    """Return what a row is about, without footnote marks and in whatever notation."""
    cell = row.subject
    return (_plain(cell), cell.reaches_latest) if _plain(cell) else cell.text


def _pairs(one: Row, two: Row) -> list[tuple[Cell, Cell]]:
    return list(zip(one.cells, two.cells, strict=False))


def _is_same(one: _Copy, two: _Copy, first: Cell, second: Cell) -> bool:
    """Tell whether two cells say the same: their versions, not how they are written."""
    marks = tuple(cell.mark.verdict if cell.mark is not None else None for cell in (first, second))
    if marks[0] != marks[1] or first.is_blank != second.is_blank:
        return False
    if first.range is None or second.range is None:
        # What is not understood is told of elsewhere.
        return True
    schemes = (
        copy.product.component(cell.components[0]).scheme
        for copy, cell in ((one, first), (two, second))
    )
    if len({(scheme.name, scheme.full) for scheme in schemes}) > 1:
        return _plain(first) == _plain(second)
    return first.range.inside == second.range.inside


def _plain(cell: Cell) -> tuple[str, ...]:
    return tuple(mention.text for part in cell.notation.parts for mention in part.versions)


def _size(table: Table) -> str:
    return f"{len(table.rows)} rows of {len(table.headers)} columns"


def _count(different: Sequence[tuple[Cell, Cell]]) -> str:
    return "one cell differs" if len(different) == 1 else f"{len(different)} cells differ"


def _related(different: Sequence[tuple[Cell, Cell]]) -> tuple[Related, ...]:
    first, *others = different[:_MOST]
    return (
        Related(first[0].place, f"'{first[0].text}' there"),
        *(
            Related(place, f"'{text}' {where}")
            for there, here in others
            for place, text, where in (
                (here.place, here.text, "here"),
                (there.place, there.text, "there"),
            )
        ),
    )
