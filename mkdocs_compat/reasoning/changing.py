"""Which questions about two components an old and a new model answer differently.

Both orders of versions are cut wherever an answer of either model can change. Where the rows that
speak of a piece say the same in both, and the rules are the same, so are all answers about it: only
the other pieces are looked at, and of the second component only what is said beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from mkdocs_compat.model.component import Component
from mkdocs_compat.model.rule import COUNTED, Rule
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.ranges.version_set import Interval, VersionSet
from mkdocs_compat.reasoning.axes import Axis, Piece
from mkdocs_compat.reasoning.index import Index
from mkdocs_compat.reasoning.judging import judge
from mkdocs_compat.reasoning.lines import numbering
from mkdocs_compat.reasoning.link import Link, cell_cuts, cuts_along_b
from mkdocs_compat.reasoning.released import released
from mkdocs_compat.reasoning.statement import Relation
from mkdocs_compat.source import Place
from mkdocs_compat.versions.scheme import HIGHEST, LOWEST, Cut

# The verdicts of some versions, from the worst on; several where rules divide them as no ranges do.
Verdicts: TypeAlias = tuple[Verdict, ...]

_EVERYTHING: Interval = (LOWEST, HIGHEST)

# What takes the place of where a rule stands when two rules are compared.
_ANYWHERE = Place("")


@dataclass(frozen=True, slots=True)
class Some:
    """Some versions of a component."""

    component: str
    versions: VersionSet


@dataclass(frozen=True, slots=True)
class Change:
    """Versions of several components about which the answer changed.

    Attributes:
        members: The versions of each; each combination of them changed in the same way. Two of one
            component are within its fleet.
        before: What they were worth.
        after: What they are worth.
    """

    members: tuple[Some, ...]
    before: Verdicts
    after: Verdicts


class Changes:
    """Compares two models of one product."""

    def __init__(self, old: Index, new: Index) -> None:
        """Compare `old` with `new`; components are the same where their ids are."""
        self._old = old
        self._new = new
        self._axes = {
            id_: Axis(component, new.components[id_])
            for id_, component in old.components.items()
            if id_ in new.components
        }

    @property
    def incomparable(self) -> tuple[str, ...]:
        """Ids of the components whose versions are ordered so differently that none is asked."""
        return tuple(id_ for id_, axis in self._axes.items() if not axis.is_comparable)

    def of_pairs(self) -> Iterator[Change]:
        """Yield the changes of all pairs of components that both models have."""
        ids = [id_ for id_, axis in self._axes.items() if axis.is_comparable]
        for number, one in enumerate(ids):
            for other in ids[number:]:
                links = self._links(one, other)
                if links is not None:
                    old, new = links
                    yield from _Pair(self._axes[old.a], self._axes[old.b], old, new).changes()

    def _links(self, one: str, other: str) -> tuple[Link, Link] | None:
        """Return what relates two components in both models; the subject of tables is the first."""
        old, new = self._old.link(one, other), self._new.link(one, other)
        if old is None and new is None:
            return None
        first = (new or old or Link(one, other)).a
        second = other if first == one else one
        nothing = Link(first, second)
        return (old or nothing).from_(first), (new or nothing).from_(first)


class _Pair:
    """Two components in two models."""

    def __init__(self, a: Axis, b: Axis, old: Link, new: Link) -> None:
        self._a = a
        self._b = b
        self._old = old
        self._new = new
        self._is_fleet = old.a == old.b
        # Steps are counted on the releases.
        self._same_rules = _rules(old) == _rules(new) and (
            not new.rules or all(_releases(each.old) == _releases(each.new) for each in (a, b))
        )

    def changes(self) -> Iterator[Change]:
        """Yield the changes, the oldest versions first."""
        along_a = self._a.pieces(
            self._cuts(self._old, self._a, 0), self._cuts(self._new, self._a, 1)
        )
        found: dict[tuple[Verdicts, Verdicts], dict[VersionSet, list[Interval]]] = {}
        clean: list[Piece] = []
        for piece in along_a:
            if self._same_rules and _says_the_same(self._old, self._new, piece):
                clean.append(piece)
            else:
                self._gather(found, piece, self._beside(piece))
        turned = [
            other
            for other in self._pieces_b()
            if not _says_the_same(self._old.from_(self._old.b), self._new.from_(self._new.b), other)
        ]
        # What the tables about the second component say differently, beside all that is left.
        for piece in clean if turned else ():
            self._gather(found, piece, turned)
        for (before, after), by_b in found.items():
            for b_versions, intervals in by_b.items():
                a = Some(self._old.a, VersionSet.of(intervals))
                yield Change((a, Some(self._old.b, b_versions)), before, after)

    def _gather(
        self,
        found: dict[tuple[Verdicts, Verdicts], dict[VersionSet, list[Interval]]],
        a: Piece,
        others: Iterable[Piece],
    ) -> None:
        """Add what changed of the versions of one piece."""
        changed: dict[tuple[Verdicts, Verdicts], list[Interval]] = {}
        for b in others:
            if self._is_fleet and b.new[0] < a.new[0]:
                continue
            before, after = _verdicts(self._old, a.old, b.old), _verdicts(self._new, a.new, b.new)
            if before != after:
                changed.setdefault((before, after), []).append(b.new)
        for key, intervals in changed.items():
            found.setdefault(key, {}).setdefault(VersionSet.of(intervals), []).append(a.new)

    def _beside(self, piece: Piece) -> list[Piece]:
        """Return the second component's versions, cut where an answer beside a piece can change."""
        # Of two versions in a fleet either may be the first; once is enough.
        own = (piece.new[0],) if self._is_fleet else ()
        return self._b.pieces(
            cuts_along_b(self._old, piece.old, _EVERYTHING),
            (*cuts_along_b(self._new, piece.new, _EVERYTHING), *own),
        )

    def _pieces_b(self) -> list[Piece]:
        """Return the second component's versions, cut where tables about it can change."""
        if self._is_fleet:
            return []
        return self._b.pieces(
            self._cuts(self._old.from_(self._old.b), self._b, 0),
            self._cuts(self._new.from_(self._new.b), self._b, 1),
        )

    def _cuts(self, link: Link, axis: Axis, side: int) -> set[Cut]:
        """Return every cut along a link's first component, in the old model (0) or the new one."""
        found = set(_table_cuts(link))
        if not link.rules:
            return found
        component = (axis.old, axis.new)[side]
        counts = {count for each in link.rules for count in _counts(each.relation.rule)}
        numbered = numbering(component.scheme)
        other = self._b if axis is self._a else self._a
        beside = (other.old, other.new)[side]
        for release in component.releases:
            named = component.scheme.extent(release.version.text, exact=True)
            line = numbered.span((named.start, named.end)).low
            for count in counts:
                found.update(numbered.interval(line[: count + 1]) or ())
        for rule in link.rules:
            scope = rule.relation.rule.when if rule.binds_a else rule.relation.rule.other_when
            if scope is not None:
                found |= {*scope.range.inside.cuts(), *scope.range.edge.cuts()}
            for release in beside.releases:
                exact = beside.scheme.extent(release.version.text, exact=True)
                interval = exact.start, exact.end
                found.update(rule.relation.cuts(interval, along_component=rule.binds_a))
            bounds = (
                LOWEST,
                *sorted(set(_table_cuts(link.from_(link.b))) - {LOWEST, HIGHEST}),
                HIGHEST,
            )
            for interval in pairwise(bounds):
                found.update(rule.relation.cuts(interval, along_component=rule.binds_a))
        return found


def _verdicts(link: Link, a: Interval, b: Interval) -> Verdicts:
    judgements, _ = judge(link, a, b)
    return tuple(each.verdict for each in judgements)


def _table_cuts(link: Link) -> Iterator[Cut]:
    """Yield every cut that tables make along the first component of a link."""
    for table in link.tables:
        for row in table.table.rows:
            if table.subject != link.a:
                yield from cell_cuts(row, link.a)
            elif row.subject.range is not None:
                yield from row.subject.range.inside.cuts()


def _says_the_same(old: Link, new: Link, piece: Piece) -> bool:
    """Tell whether the tables about the first component say the same of a piece of it."""
    return _said(old, piece.old) == _said(new, piece.new)


def _said(link: Link, piece: Interval) -> list[object]:
    found = (_rows(table, piece) for table in link.tables if table.subject == link.a)
    return [said for said in found if said is not None]


def _rows(relation: Relation, piece: Interval) -> object:
    """Return what a table says of some versions of its subject; None where it says nothing."""
    table = relation.table
    rows = relation.coverage.speaking(piece[0])
    cells = tuple(
        tuple(
            (cell.range, table.worth(cell), cell.is_blank) for cell in row.cells_of(relation.other)
        )
        for row in rows
    )
    return (table.verdict, table.closed, table.blank, cells) if rows else None


def _rules(link: Link) -> list[tuple[bool, Rule]]:
    """Return the rules of a link as far as answers depend on them, in any order of the page."""
    found = [
        (
            each.binds_a,
            replace(
                each.relation.rule, id="", name=None, note=None, page="", url="", title="",
                place=_ANYWHERE,
            ),
        )
        for each in link.rules
    ]  # fmt: skip
    return sorted(found, key=repr)


def _releases(component: Component) -> list[str]:
    return [release.version.text for release in component.releases]


def _counts(rule: Rule) -> Iterator[int]:
    """Yield how many numbers of a version the relations of a rule look at."""
    for level in (rule.same, rule.not_newer, rule.not_older):
        if level is not None:
            yield COUNTED[level]
    for distance in (rule.behind, rule.ahead, rule.apart):
        if distance is not None:
            yield COUNTED[distance.level]


def has_releases(change: Change, index: Index) -> bool:
    """Tell whether a change is about releases, and not only about pre-releases at an edge."""
    return not any(
        released(some.versions.intervals, index.components[some.component].scheme).is_empty
        for some in change.members
    )


def is_worse(before: Sequence[Verdict], after: Sequence[Verdict]) -> bool:
    """Tell whether answers got worse: what nothing was stated of cannot, but by a contradiction."""
    if set(before) == {Verdict.UNSTATED}:
        return Verdict.CONFLICTING in after
    return _ranks(after) > _ranks(before)


def _ranks(verdicts: Sequence[Verdict]) -> tuple[int, int]:
    """Return the ranks of the worst and of the best of some verdicts."""
    ranks = [verdict.rank for verdict in verdicts]
    return max(ranks), min(ranks)
