"""Verdicts by plain enumeration: every release is tried, every row read, nothing indexed or cut.

It shares no code with the package. All versions are three numbers, and none of them is above
`HIGHEST`; models for it name no number above 2 and no distance above 2, so that whatever a model
tells apart lies within.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import combinations, product
from typing import TypeAlias

Numbers: TypeAlias = tuple[int, ...]
# Some versions of one component: one instance in question.
Instance: TypeAlias = tuple[str, frozenset[Numbers]]
# A level, or a distance: so many steps at a level.
Relation: TypeAlias = "str | tuple[int, str]"

HIGHEST = 5
EVERY: tuple[Numbers, ...] = tuple(product(range(HIGHEST + 1), repeat=3))
# The same with the pre-releases of each, which tell some ranges apart: 0 stands for a pre-release.
_POINTS: tuple[Numbers, ...] = tuple((*each, last) for each in EVERY for last in (0, 1))

ORDER = ("compatible", "partial", "untested", "unstated", "conflicting", "incompatible")
CLASHING = ("conflicting", "incompatible")
WORKING = ("compatible", "partial")
_COUNTED = {"major": 1, "minor": 2, "patch": 3}


@dataclass(frozen=True)
class TableFacts:
    """A table: the ids of its columns, the subject's first, and its rows as texts.

    With `across`, the versions of each column, the cells are verdicts, blank, or `?` for a mark
    that nobody explains.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    verdict: str = "compatible"
    blank: str = "unstated"
    together: bool = False
    across: tuple[str, ...] = ()
    closed: bool = True


@dataclass(frozen=True)
class RuleFacts:
    """A rule in its author's words; `relations` holds its levels and its distances."""

    component: str
    other: str
    when: str | None = None
    other_when: str | None = None
    relations: Mapping[str, Relation] = field(default_factory=dict)
    verdict: str = "compatible"


@dataclass(frozen=True)
class Facts:
    """A product: its components with their releases, its tables and its rules."""

    releases: Mapping[str, tuple[str, ...]]
    tables: tuple[TableFacts, ...]
    rules: tuple[RuleFacts, ...]


def worst(verdicts: Iterable[str]) -> str | None:
    return max(verdicts, key=ORDER.index, default=None)


@cache
def named(text: str) -> frozenset[Numbers]:
    """Return the releases that a cell or a question names."""
    return frozenset(each for each in EVERY if _is_inside(text, (*each, 1)))


@cache
def _named_points(text: str) -> frozenset[Numbers]:
    return frozenset(each for each in _POINTS if _is_inside(text, each))


def _is_inside(text: str, point: Numbers) -> bool:
    return any(_is_in_part(part.strip(), point) for part in text.split(",") if part.strip())


def _is_in_part(part: str, point: Numbers) -> bool:
    if part == "any":
        return True
    if part.startswith("="):
        return point == _first(part[1:])
    if part.startswith(">="):
        return point >= _first(part[2:])
    if part.startswith("<"):
        return point < (*_first(part[1:])[:3], 0)
    first, _, last = part.partition(" ➜ ")
    return point >= _first(first) and (last == "latest" or _is_up_to(last or first, point))


def _is_up_to(text: str, point: Numbers) -> bool:
    numbers = _numbers(text)
    return point <= (*numbers, 1) if len(numbers) == 3 else point[: len(numbers)] <= numbers


def _first(text: str) -> Numbers:
    return (*(*_numbers(text), 0, 0)[:3], 1)


def _numbers(text: str) -> Numbers:
    return tuple(int(number) for number in text.split("."))


class SlowEvaluator:
    """Answers about some facts, by trying."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._pairs: dict[tuple[str, Numbers, str, Numbers], str] = {}
        self._groups: dict[tuple[int, tuple[tuple[str, Numbers], ...]], str] = {}

    def question(self, texts: Mapping[str, Sequence[str]]) -> list[Instance]:
        """Return the instances that some texts name, in the order of the components."""
        return [(id_, named(each)) for id_ in self.facts.releases for each in texts.get(id_, ())]

    def verdict(self, instances: Sequence[Instance]) -> str | None:
        """Return the worst verdict of all pairs and groups; None where nothing relates any."""
        return worst(self._verdicts(instances))

    def verdict_of(self, instances: Sequence[Instance], at: int) -> str | None:
        """Return the worst verdict of the pairs and groups that one instance is part of."""
        mine = id(instances[at])
        return worst(self._verdicts(instances, mine))

    def is_related(self, a: str, b: str) -> bool:
        """Tell whether anything but a table of whole rows relates two components."""
        return bool(self._tables(a, b)) or bool(self._rules(a, b))

    def pair(self, a: Instance, b: Instance) -> str | None:
        """Return the worst verdict of all versions of two instances; None if unrelated."""
        if not self.is_related(a[0], b[0]):
            return None
        return worst({self._pair(a[0], x, b[0], y) for x in a[1] for y in b[1]})

    def _verdicts(self, instances: Sequence[Instance], mine: int | None = None) -> Iterator[str]:
        for a, b in combinations(instances, 2):
            if mine in (None, id(a), id(b)) and (verdict := self.pair(a, b)):
                yield verdict
        for number, table in enumerate(self.facts.tables):
            if table.together:
                yield from self._group_verdicts(number, table, instances, mine)

    def _group_verdicts(
        self, number: int, table: TableFacts, instances: Sequence[Instance], mine: int | None
    ) -> Iterator[str]:
        asked = [[each for each in instances if each[0] == id_] for id_ in table.columns]
        fleets = [fleet for fleet in asked if fleet]
        # What does not work as a whole says nothing of a part of it.
        needed = len(asked) if table.verdict == "incompatible" else 2
        if len(fleets) < needed:
            return
        for members in product(*fleets):
            if mine is not None and mine not in map(id, members):
                continue
            for versions in product(*(each[1] for each in members)):
                ids = tuple(each[0] for each in members)
                yield self._group(number, table, tuple(zip(ids, versions, strict=True)))

    def _group(
        self, number: int, table: TableFacts, members: tuple[tuple[str, Numbers], ...]
    ) -> str:
        key = (number, members)
        if key not in self._groups:
            self._groups[key] = _together(table, dict(members))
        return self._groups[key]

    def _pair(self, a: str, x: Numbers, b: str, y: Numbers) -> str:
        key = (a, x, b, y)
        if key not in self._pairs:
            self._pairs[key] = self._judge(a, x, b, y)
        return self._pairs[key]

    def _judge(self, a: str, x: Numbers, b: str, y: Numbers) -> str:
        said = []
        for table in self._tables(a, b):
            is_subject = table.columns[0] == a
            said.append(_table_says(table, *((x, b, y) if is_subject else (y, a, x))))
        tables, lists = _weigh(said)
        rules = self._rules_say(a, x, b, y)
        return _combine(tables, lists=lists, rules=rules)

    def _tables(self, a: str, b: str) -> list[TableFacts]:
        return [
            table
            for table in self.facts.tables
            if not table.together
            and ((table.columns[0] == a and b in table.columns[1:])
                 or (table.columns[0] == b and a in table.columns[1:]))
        ]  # fmt: skip

    def _rules(self, a: str, b: str) -> list[RuleFacts]:
        return [rule for rule in self.facts.rules if {rule.component, rule.other} == {a, b}]

    def _rules_say(self, a: str, x: Numbers, b: str, y: Numbers) -> str | None:
        """Return what the rules say together; None where none speaks."""
        said = []
        for rule in self._rules(a, b):
            if rule.component == a:
                said.append(self._rule_says(rule, x, y))
            if rule.component == b:
                said.append(self._rule_says(rule, y, x))
        for verdict in ("incompatible", "uncounted"):
            if verdict in said:
                return verdict
        return worst(each for each in said if each is not None)

    def _rule_says(self, rule: RuleFacts, x: Numbers, y: Numbers) -> str | None:
        if rule.when is not None and x not in named(rule.when):
            return None
        if rule.other_when is not None and y not in named(rule.other_when):
            return None
        outcomes = [self._holds(rule, name, x, y) for name in rule.relations]
        if rule.verdict == "incompatible":
            if False in outcomes:
                return None
            return "uncounted" if None in outcomes else "incompatible"
        if False in outcomes:
            return "incompatible"
        return "uncounted" if None in outcomes else rule.verdict

    def _holds(self, rule: RuleFacts, name: str, x: Numbers, y: Numbers) -> bool | None:
        relation = rule.relations[name]
        most, level = (0, relation) if isinstance(relation, str) else relation
        count = _COUNTED[level]
        x, y = x[:count], y[:count]
        match name:
            case "same":
                return x == y
            case "not-newer":
                return x <= y
            case "not-older":
                return x >= y
            case "behind":
                steps = self._steps(rule, x, y)
            case "ahead":
                steps = self._steps(rule, y, x)
            case _:
                steps = self._steps(rule, min(x, y), max(x, y))
        return None if steps is None else steps <= most

    def _steps(self, rule: RuleFacts, low: Numbers, high: Numbers) -> int | None:
        """Return how many steps lead up, walked one by one; 0 where `high` is not higher."""
        if low >= high:
            return 0
        train = self._trains[rule.component, rule.other, len(low)]
        if not train or low > train[-1] or high < train[0]:
            return _apart(low, high)
        steps = 0
        if low < train[0]:
            below = _apart(low, train[0])
            if below is None:
                return None
            steps, low = below, train[0]
        top = min(high, train[-1])
        stations = [line for line in train if low < line <= top]
        steps += len(stations)
        if high > train[-1]:
            above = _apart(train[-1], high)
            return None if above is None else steps + above
        is_station = high in train
        return steps if is_station else steps + 1

    @cached_property
    def _trains(self) -> Mapping[tuple[str, str, int], list[Numbers]]:
        releases = self.facts.releases
        return {
            (a, b, count): sorted({_numbers(t)[:count] for t in (*releases[a], *releases[b])})
            for a in releases
            for b in releases
            for count in (1, 2, 3)
        }


def _apart(low: Numbers, high: Numbers) -> int | None:
    return high[-1] - low[-1] if low[:-1] == high[:-1] else None


def _together(table: TableFacts, members: Mapping[str, Numbers]) -> str:
    places = {id_: at for at, id_ in enumerate(table.columns)}
    for row in table.rows:
        if all(version in named(row[places[id_]]) for id_, version in members.items()):
            return table.verdict
    subject = members.get(table.columns[0])
    if subject is not None and not any(subject in named(row[0]) for row in table.rows):
        return "unstated"
    # A table of what does not work says nothing about the rest.
    return "unstated" if table.verdict == "incompatible" else "incompatible"


def _table_says(
    table: TableFacts, subject: Numbers, other: str, version: Numbers
) -> tuple[str | None, bool]:
    """Return a verdict, and whether it stands in a cell and not only follows from one."""
    covering = [row for row in table.rows if subject in named(row[0])]
    said: list[tuple[str, bool]] = []
    for row in covering:
        if not any(_named_points(each[0]) < _named_points(row[0]) for each in covering):
            own = _row_says(table, row, other, version)
            same = [each for each in covering if _named_points(each[0]) == _named_points(row[0])]
            is_listed = any(
                lists for each in same for _, lists in _row_says(table, each, other, version)
            )
            # Rows of one subject are alternatives; what a blank cell means is a row's own word.
            is_blank = not row[table.columns.index(other, 1)]
            said += [each for each in own if each[1] or is_blank] if is_listed else own
    if len({verdict == "incompatible" for verdict, _ in said}) > 1:
        return "conflicting", True
    listed = [verdict for verdict, lists in said if lists]
    if listed:
        return min(listed, key=ORDER.index), True
    return ("incompatible", False) if said else (None, False)


def _row_says(
    table: TableFacts, row: tuple[str, ...], other: str, version: Numbers
) -> list[tuple[str, bool]]:
    columns = [at for at, id_ in enumerate(table.columns) if id_ == other and at]
    blank = [] if table.blank == "unstated" else [(table.blank, table.blank != "incompatible")]
    if table.across:
        versions = {at: table.across[at - 1] for at in columns}
        naming = [at for at in columns if version in named(versions[at])]
        narrowest = [
            at
            for at in naming
            if not any(_named_points(versions[x]) < _named_points(versions[at]) for x in naming)
        ]
        said: list[tuple[str, bool]] = []
        for at in narrowest:
            said += blank if not row[at] else [] if row[at] == "?" else [(row[at], True)]
        return said
    cell = row[columns[0]]
    if not cell:
        return blank
    if version in named(cell):
        return [(table.verdict, True)]
    is_open = table.verdict == "incompatible" or not table.closed
    return [] if is_open else [("incompatible", False)]


def _weigh(said: Sequence[tuple[str | None, bool]]) -> tuple[str | None, bool]:
    listed = [verdict for verdict, lists in said if lists and verdict]
    if "conflicting" in listed or ("incompatible" in listed and len(set(listed)) > 1):
        return "conflicting", True
    if listed:
        return min(listed, key=ORDER.index), True
    return ("incompatible", False) if ("incompatible", False) in said else (None, False)


def _combine(tables: str | None, *, lists: bool, rules: str | None) -> str:
    """Weigh what the tables say against what the rules say."""
    if tables is None:
        return "unstated" if rules in (None, "uncounted") else rules
    if rules is None or rules == "uncounted" or tables == "conflicting":
        return tables
    if rules == "incompatible":
        return "conflicting" if lists and tables != "incompatible" else "incompatible"
    if tables == "incompatible":
        return "conflicting" if lists else rules
    return tables
