"""What a guide says of components that must move together: from each line of the set to the newest.

Components whose versions a rule counts against each other are numbered alike, so that "everything
at 3.5" means something. They are planned for at once: by themselves they might not move at all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_compat.model.component import Component
from mkdocs_compat.model.rule import Rule
from mkdocs_compat.model.site import Product
from mkdocs_compat.planning.hop import Hop, InService
from mkdocs_compat.planning.known_lines import KnownLine, KnownLines
from mkdocs_compat.planning.plan import Blocked, Plan
from mkdocs_compat.planning.planner import Planner
from mkdocs_compat.reasoning.index import Index
from mkdocs_compat.reasoning.lines import Line

# Each line is planned for, and plans of many components are longer.
MOST_JOINT_LINES = 60

# States grow with every component.
MOST_COMPONENTS = 8

# Once so many states were looked at, older lines are left out: a build shall not take minutes.
MOST_STATES = 30_000


@dataclass(frozen=True, slots=True)
class JointPath:
    """The way of a whole set from one line to the newest.

    Attributes:
        name: The line's name, such as `3.5`.
        numbers: Its numbers.
        start: The versions to start from by component id: the newest of the line that are known.
        result: The plan, or why there is none.
        onward: The place of the path that it joins; None where it joins none.
        told: How many hops lead there; all of them where it joins none.
    """

    name: str
    numbers: Line
    start: Mapping[str, str]
    result: Plan | Blocked
    onward: int | None
    told: int


@dataclass(frozen=True, slots=True)
class JointGuide:
    """The paths of components that move together.

    Attributes:
        components: Their ids, in the product's order.
        newest: The versions to which the paths lead, by component id.
        line: Name of the newest line.
        paths: The paths, from the oldest line on.
        is_cut: Whether there are older lines than the paths start from.
    """

    components: tuple[str, ...]
    newest: Mapping[str, str]
    line: str
    paths: tuple[JointPath, ...]
    is_cut: bool


def make_joint_guides(product: Product, components: Collection[str] = ()) -> tuple[JointGuide, ...]:
    """Return the guides of the sets of a product that have more than one line in common.

    Args:
        product: The product.
        components: Ids of the components; all where none are named.
    """
    known = KnownLines(product, Index(product))
    planner = Planner(product)
    found = (_guide(each, known, planner) for each in sets_of(product, components))
    return tuple(guide for guide in found if guide is not None)


def sets_of(product: Product, components: Collection[str] = ()) -> Iterator[tuple[Component, ...]]:
    """Yield the sets of components whose versions rules count against each other."""
    left = [each for each in product.components if not components or each.id in components]
    pairs = [{rule.component, rule.other} for rule in product.rules if _counts(rule)]
    while left:
        own = {left[0].id}
        while more := {id_ for pair in pairs if pair & own for id_ in pair} - own:
            own |= more
        members = tuple(each for each in left if each.id in own)
        left = [each for each in left if each.id not in own]
        if 1 < len(members) <= MOST_COMPONENTS:
            yield members


def _counts(rule: Rule) -> bool:
    """Tell whether a rule compares the numbers of two components."""
    relations = (rule.same, rule.not_newer, rule.not_older, rule.behind, rule.ahead, rule.apart)
    return rule.component != rule.other and any(each is not None for each in relations)


def _guide(
    members: tuple[Component, ...], known: KnownLines, planner: Planner
) -> JointGuide | None:
    lines = {each.id: {line.numbers: line for line in known.of(each)} for each in members}
    first, *others = lines.values()
    common = [numbers for numbers in first if all(numbers in each for each in others)]
    if len(common) < 2:
        return None
    newest = _at(common[-1], lines)
    planned: list[tuple[Line, dict[str, str], Plan | Blocked]] = []
    visited = 0
    for numbers in reversed(common[-MOST_JOINT_LINES - 1 : -1]):
        start = _at(numbers, lines)
        result = planner.plan({id_: [text] for id_, text in start.items()}, newest)
        planned.insert(0, (numbers, start, result))
        visited += result.visited
        if visited > MOST_STATES:
            break
    results = [result for _, _, result in planned]
    place_of = {_state(start): place for place, (_, start, _) in enumerate(planned)}
    paths = []
    for numbers, start, result in planned:
        told, onward = _joining(result, results, place_of)
        paths.append(JointPath(first[numbers].name, numbers, start, result, onward, told))
    ids = tuple(each.id for each in members)
    is_cut = len(planned) < len(common) - 1
    return JointGuide(ids, newest, first[common[-1]].name, tuple(paths), is_cut)


def _at(numbers: Line, lines: Mapping[str, Mapping[Line, KnownLine]]) -> dict[str, str]:
    """Return the newest versions of a line that are known."""
    return {id_: own[numbers].newest for id_, own in lines.items()}


def _joining(
    result: Plan | Blocked,
    results: list[Plan | Blocked],
    place_of: Mapping[frozenset[tuple[str, str]], int],
) -> tuple[int, int | None]:
    """Return after how many hops a path joins that of another line, and which that is."""
    for number, hop in enumerate(result.hops[:-1], start=1):
        place = place_of.get(_in_service(hop.after))
        rest = result.hops[number:]
        if place is not None and _states(rest) == _states(results[place].hops):
            return number, place
    return len(result.hops), None


def _state(versions: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    return frozenset(versions.items())


def _in_service(state: InService) -> frozenset[tuple[str, str]]:
    return frozenset((id_, text) for id_, texts in state.items() for text in texts)


def _states(hops: Sequence[Hop]) -> list[frozenset[tuple[str, str]]]:
    return [_in_service(hop.after) for hop in hops]
