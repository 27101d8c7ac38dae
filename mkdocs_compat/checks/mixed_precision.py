"""Points out columns that write a line in one cell and a release of it in another.

Why: `4.1` is every 4.1.x and `4.1.0` only the first of them. Where one column has both as the last
version of a cell, the author may have meant the same; and `3.3 ➜ 4.30.3` beside `4.30 ➜ 4.47`
lists 4.30.0 to 4.30.3 twice.

Fix: write the versions of a column with equally many numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Related, Severity
from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.table import Cell
from mkdocs_compat.versions.named import Named
from mkdocs_compat.versions.scheme import Extent

CHECK = Check("CMP305", "mixed-precision", Severity.INFO)


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check: at most one for a column."""
    for product, table in inspection.site.tables():
        for place, header in enumerate(table.headers[1:]):
            component = product.component(header.components[0])
            if header.cell is not None or isinstance(component.scheme, Named):
                continue
            cells = [row.cells[place] for row in table.rows if row.cells[place].range is not None]
            yield from list(_in_column(component, cells))[:1]


def _in_column(component: Component, cells: list[Cell]) -> Iterator[Diagnostic]:
    yield from _same_last(component, cells)
    yield from _run_together(component, cells)


def _same_last(component: Component, cells: list[Cell]) -> Iterator[Diagnostic]:
    """Yield cells that end with `4.1` and `4.1.0`."""
    last = [(named, cell) for cell in cells for named in _ends(component, cell)]
    lines = {named.numbers: (named, cell) for named, cell in last if named.is_line}
    for named, cell in last:
        if named.is_line or named.start != component.scheme.extent(_plain(named)).start:
            continue
        for count in range(1, len(named.numbers)):
            if any(number != "0" for number in named.numbers[count:]):
                continue
            line = lines.get(named.numbers[:count])
            if line is not None:
                yield _finding(
                    component,
                    cell,
                    line[1],
                    f"'{named.text}' here is one release, and '{line[0].text}' in another row is "
                    "all of its line",
                )


def _run_together(component: Component, cells: list[Cell]) -> Iterator[Diagnostic]:
    """Yield neighbours of which one ends inside the line with which the other begins."""
    for one, two in pairwise(cells):
        for lower, upper in ((one, two), (two, one)):
            last, first = _bound(component, lower, -1), _bound(component, upper, 0)
            if last is None or first is None or last.is_line or not first.is_line:
                continue
            if first.start < last.start < first.end and _begins_below(lower, upper):
                yield _finding(
                    component,
                    upper,
                    lower,
                    f"'{first.text}' here is all of its line, of which '{lower.text}' in the row "
                    f"beside it has the releases up to '{last.text}'",
                )


def _ends(component: Component, cell: Cell) -> Iterator[Extent]:
    """Yield the versions with which the items of a cell end, or which they are."""
    for part in cell.notation.parts:
        if not part.versions or part.is_exception:
            continue
        named = _named(component, part.versions[-1].text)
        tops = [high for _, high in part.range.inside.intervals[-1:]]
        if named is not None and tops == [named.end]:
            yield named


def _bound(component: Component, cell: Cell, place: int) -> Extent | None:
    """Return the first or the last version of a cell that is one range."""
    if len(cell.notation.parts) != 1 or len(cell.notation.parts[0].versions) != 2:
        return None
    named = _named(component, cell.notation.parts[0].versions[place].text)
    (part,) = cell.notation.parts
    if named is None or len(part.range.inside.intervals) != 1:
        return None
    ((low, high),) = part.range.inside.intervals
    return named if (named.start == low if place == 0 else named.end == high) else None


def _begins_below(lower: Cell, upper: Cell) -> bool:
    if lower.range is None or upper.range is None:
        return False
    (low, last), (high, end) = (
        each.range.inside.intervals[0] for each in (lower, upper) if each.range is not None
    )
    return low < high and last < end


def _named(component: Component, text: str) -> Extent | None:
    try:
        return component.scheme.extent(text)
    except VersionSyntaxError:
        return None


def _plain(named: Extent) -> str:
    """Return the numbers of a version, without a pre-release or build."""
    return ".".join(named.numbers)


def _finding(component: Component, cell: Cell, other: Cell, what: str) -> Diagnostic:
    return CHECK.finding(
        cell.place,
        f"the {component.name} column mixes lines and releases: {what}",
        "Write both with equally many numbers; nothing is to be done if it is meant so.",
        (Related(other.place, f"'{other.text}' stands here"),),
    )
