"""Points out versions of a component that no row lists, though rows list older and newer ones.

Why: who runs one of them fits no row, and a closed table calls it incompatible with everything.

Fix: let one of the rows around the gap reach to the other, or list the releases that exist.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Related, Severity
from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.table import Cell, Table
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.ranges.version_set import Interval, VersionSet
from mkdocs_compat.versions.keys import increment
from mkdocs_compat.versions.named import Named
from mkdocs_compat.versions.scheme import Cut, Landmark, Side

CHECK = Check("CMP209", "gap", Severity.INFO)


@dataclass(frozen=True, slots=True)
class _Listed:
    """All that a product's tables list of one component.

    Attributes:
        versions: The versions, and the pre-releases of which ranges do not speak.
        ends: The cells whose ranges end at a cut.
        begins: The cells whose ranges begin at a cut, with their pre-releases.
    """

    versions: VersionSet
    ends: dict[Cut, list[Cell]]
    begins: dict[Cut, Cell]


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for product in inspection.site.products:
        # A column of two components would be reported twice.
        said: set[tuple[Cell, Cell]] = set()
        for component in product.components:
            for pair, finding in _of_component(product, component):
                if pair not in said:
                    said.add(pair)
                    yield finding


def _of_component(
    product: Product, component: Component
) -> Iterator[tuple[tuple[Cell, Cell], Diagnostic]]:
    tables = [table for table in product.tables if _speaks_of(table, component)]
    # Names of releases have no numbers between them; open tables exclude nothing.
    if isinstance(component.scheme, Named) or not all(_is_complete(table) for table in tables):
        return
    listed = _listed(component, tables)
    is_subject = any(table.subject == component.id for table in tables)
    for gap in listed.versions.gaps().intervals:
        befores, behind = listed.ends.get(gap[0]), listed.begins.get(gap[1])
        if befores is None or behind is None or _is_small(component, gap):
            continue
        before = _nearest(befores, behind)
        if not component.releases:
            yield (before, behind), _finding(component, gap, before, behind)
        elif not is_subject:
            # Of a subject without rows CMP208 speaks.
            missing = _releases_in(component, gap)
            if missing:
                yield (before, behind), _finding(component, gap, before, behind, missing)


def _nearest(cells: Sequence[Cell], cell: Cell) -> Cell:
    """Return the last cell that stands above another; the first one where none does."""
    above = [each for each in cells if each.place < cell.place]
    return max(above, key=lambda each: each.place) if above else cells[0]


def _speaks_of(table: Table, component: Component) -> bool:
    return component.id == table.subject or component.id in table.components


def _is_complete(table: Table) -> bool:
    return table.closed and not table.together


def _listed(component: Component, tables: list[Table]) -> _Listed:
    intervals: list[Interval] = []
    ends: dict[Cut, list[Cell]] = {}
    begins: dict[Cut, Cell] = {}
    for table in tables:
        for cell in table.cells():
            if component.id not in cell.components or cell.range is None:
                continue
            both = cell.range.inside.union(cell.range.edge)
            intervals += both.intervals
            if both.intervals and _is_range(component, cell):
                ends.setdefault(both.intervals[-1][1], []).append(cell)
                begins.setdefault(both.intervals[0][0], cell)
    return _Listed(VersionSet.of(intervals), ends, begins)


def _is_range(component: Component, cell: Cell) -> bool:
    """Tell whether a cell names more than single versions: those may be far apart."""
    if cell.range is None or len(cell.notation.parts) != 1:
        return False
    (part,) = cell.notation.parts
    if len(part.versions) != 1:
        return len(part.versions) == 2
    try:
        named = component.scheme.extent(part.versions[0].text)
    except VersionSyntaxError:
        return False
    return part.range != Range.of(named)


def _is_small(component: Component, gap: Interval) -> bool:
    """Tell whether there may be nothing in a gap.

    So after 4.30.3 and before 4.30.4; and where 1.9 ends and 2.0 begins, or 1.99.99, which may be
    all there was before 2.0.
    """
    low, high = (component.scheme.landmark(cut) for cut in gap)
    if _is_next(low, high):
        return True
    if _number(low, 0) == _number(high, 0) or _number(high, 1) not in ("0", "1"):
        return False
    is_nines = all(re.fullmatch("99+", number) for number in low.numbers[1:])
    return is_nines or low.side is Side.BELOW_PRERELEASES


def _is_next(low: Landmark, high: Landmark) -> bool:
    *mine, last = low.numbers
    *other, next_ = high.numbers
    if low.side is not Side.ABOVE or high.side is Side.ABOVE or mine != other:
        return False
    return low.is_prerelease or high.is_prerelease or next_ in (last, increment(last))


def _number(mark: Landmark, place: int) -> str:
    return mark.numbers[place] if place < len(mark.numbers) else "0"


def _releases_in(component: Component, gap: Interval) -> list[str]:
    lower, upper = gap
    return [
        each.version.text
        for each in component.releases
        if lower <= each.version.key < upper and not each.version.prerelease
    ]


def _finding(
    component: Component, gap: Interval, before: Cell, behind: Cell, releases: Sequence[str] = ()
) -> Diagnostic:
    known = f", among them {releases[0]}" if releases else ""
    return CHECK.finding(
        behind.place,
        f"no row lists {component.name} {_between(component, gap)}{known}: the cell "
        f"'{before.text}' ends below, and '{behind.text}' begins above",
        "Let one of the two cells reach to the other; or list the 'releases' of "
        f"{component.name}, if there are none between."
        if not releases
        else "Let one of the two cells cover them.",
        (Related(before.place, f"'{before.text}' ends here"),),
        Severity.WARNING if releases else None,
    )


def _between(component: Component, gap: Interval) -> str:
    low, high = (component.scheme.landmark(cut) for cut in gap)
    if low.side is Side.ABOVE:
        return f"above {low.text} and {'up to' if high.side is Side.ABOVE else 'below'} {high.text}"
    return f"from {low.text} {'up to' if high.side is Side.ABOVE else 'to below'} {high.text}"
