"""The fixes of single findings: what a check found, made into edits of the author's cells."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_compat.diagnostics import Applicability, Edit, Fix
from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.fixing.rewriting import bounded, swapped, with_version, without_repetition
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.release import Release
from mkdocs_compat.model.table import Cell, Row
from mkdocs_compat.ranges.notation import Problem, VersionMention, read
from mkdocs_compat.ranges.version_set import VersionSet
from mkdocs_compat.versions.scheme import HIGHEST


def swap(component: Component, cell: Cell, problem: Problem) -> tuple[Fix, ...]:
    """Return the fix of a range that runs backwards.

    It is certain unless the releases are listed and lack one of the versions, which then has a slip
    and did not change places.
    """
    rewritten = swapped(cell.raw, problem, component.scheme) if cell.exact else None
    if rewritten is None:
        return ()
    after = read(rewritten, component.scheme)
    written = [mention for part in after.parts for mention in part.versions]
    is_sure = all(_is_released(component, mention.text) for mention in written)
    kind = Applicability.CERTAIN if is_sure else Applicability.CHOICE
    return (Fix("swap the two versions", (edit(cell, rewritten),), kind),)


def part_rows(
    subject: Component,
    first: Row,
    second: Row,
    shared: VersionSet,
    mentions: Sequence[VersionMention],
) -> tuple[Fix, ...]:
    """Return the ways to let only one of two rows cover a line that both name.

    One is certain where the rows say the same, and where only one of them would be left with
    nothing that was ever released.

    Args:
        subject: The component that the rows are about.
        first: One row.
        second: The other.
        shared: The line.
        mentions: How `first` and `second` write it.
    """
    rows = (first, second)
    if _ends(first, shared) == _ends(second, shared):
        return ()
    sure: Row | None = None
    needy = [row for row in rows if _is_left_with_nothing(subject, row, shared)]
    if _say_the_same(first, second):
        # Any will do; the line goes to the row that begins with it.
        sure = first if _ends(first, shared) else second
    elif len(needy) == 1:
        sure = second if needy[0] is first else first
    fixes = []
    for row, mention in zip(rows, mentions, strict=True):
        rewritten = _without(subject, row, shared, mention)
        if rewritten is not None:
            message = f"write '{rewritten}' for '{row.subject.raw}'"
            kind = Applicability.CERTAIN if row is sure else Applicability.CHOICE
            fixes.append(Fix(message, (edit(row.subject, rewritten),), kind))
    return tuple(fixes)


def bound(component: Component, cells: Sequence[Cell], newest: str) -> tuple[Fix, ...]:
    """Return the fix of cells that say `latest` and mean the newest release of some day.

    Args:
        component: The component that the cells are about.
        cells: The cells.
        newest: The newest release of that day.
    """
    edits = []
    for cell in cells:
        rewritten = bounded(cell.raw, component.scheme, newest) if cell.exact else None
        if rewritten is None:
            return ()
        edits.append(edit(cell, rewritten))
    unique = tuple(dict.fromkeys(edits))
    return (Fix(f"write '{newest}' for 'latest'", unique, Applicability.CERTAIN),)


def edit(cell: Cell, rewritten: str) -> Edit:
    """Return the edit that replaces all of a cell."""
    return Edit(cell.place, cell.raw, rewritten)


def _is_released(component: Component, text: str) -> bool:
    """Tell whether a version names a release that is listed, or no list says otherwise."""
    if not component.releases:
        return True
    try:
        named = component.scheme.extent(text)
    except VersionSyntaxError:
        return False
    return any(
        _stands_in(each, VersionSet.of([(named.start, named.end)])) for each in component.releases
    )


def _stands_in(release: Release, versions: VersionSet) -> bool:
    return versions.contains(release.version.key)


def _without(
    subject: Component, row: Row, shared: VersionSet, mention: VersionMention
) -> str | None:
    """Return a row's subject without the line at its end, by the neighbour on the train.

    None where the releases do not say which line is next, or where anything else would change.
    """
    before = row.subject.range
    if before is None or not row.subject.exact:
        return None
    numbers = len(subject.scheme.extent(mention.text).numbers)
    neighbour = _neighbour(subject, row, shared, numbers)
    if neighbour is None:
        return None
    rewritten = without_repetition(
        with_version(row.subject.raw, mention, neighbour), subject.scheme
    )
    after = read(rewritten, subject.scheme)
    if after.range is None or after.range.is_empty:
        return None
    gone = before.inside.difference(after.range.inside).difference(shared)
    is_right = (
        after.range.inside.is_subset(before.inside)
        and not after.range.inside.overlaps(shared)
        and not any(_stands_in(release, gone) for release in subject.releases)
    )
    return rewritten if is_right else None


def _neighbour(subject: Component, row: Row, shared: VersionSet, numbers: int) -> str | None:
    """Return the line before or behind the shared one, whichever the row covers."""
    listed = [each.version for each in subject.releases if not each.version.prerelease]
    lower, upper = shared.intervals[0][0], shared.intervals[-1][1]
    if _ends(row, shared):
        near = [version for version in listed if version.key < lower][-1:]
    else:
        near = [version for version in listed if not version.key < upper][:1]
    for version in near:
        is_line = bool(numbers) and numbers < len(version.numbers)
        return ".".join(version.numbers[:numbers]) if is_line else version.text
    return None


def _ends(row: Row, shared: VersionSet) -> bool:
    """Tell whether a row ends with the shared line; otherwise it begins with it."""
    covered = row.subject.range
    return covered is not None and covered.inside.intervals[-1][1] == shared.intervals[-1][1]


def _is_left_with_nothing(subject: Component, row: Row, shared: VersionSet) -> bool:
    """Tell whether a row without the shared line covers nothing that was ever released."""
    if row.subject.range is None or not subject.releases:
        return False
    left = row.subject.range.inside.difference(shared)
    oldest, newest = subject.releases[0].version.key, subject.releases[-1].version.key
    lower, upper = left.intervals[0][0], left.intervals[-1][1]
    # What lies before the first release of the list, or behind its last, was perhaps left out.
    is_known = not lower < oldest and (upper == HIGHEST or not newest < upper)
    return is_known and not any(_stands_in(release, left) for release in subject.releases)


def _say_the_same(first: Row, second: Row) -> bool:
    pairs = zip(first.cells, second.cells, strict=True)
    return (
        all(
            (a.range, a.notes, a.notation.blank, a.mark)
            == (b.range, b.notes, b.notation.blank, b.mark)
            for a, b in pairs
        )
        and first.subject.notes == second.subject.notes
    )
