"""The planner against plain enumeration, on products that nobody wrote by hand."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace

import pytest

from mkdocs_compat.model.site import Product
from mkdocs_compat.planning.candidates import make_tracks
from mkdocs_compat.planning.hop import Mode
from mkdocs_compat.planning.plan import Blocked, Plan
from mkdocs_compat.planning.planner import Planner
from mkdocs_compat.planning.request import Objective
from mkdocs_compat.reasoning.compatibility import Compatibility
from tests.planning.plan_checker import check_plan, check_without
from tests.planning.products import Author
from tests.planning.slow_planner import SlowPlanner, UpgradeFacts, numbers
from tests.reasoning.made_up import IDS, build
from tests.reasoning.slow_evaluator import Facts, Relation, RuleFacts, SlowEvaluator, TableFacts

SEEDS = 2_000
_CHUNKS = 10
_LEVELS = ("major", "minor", "patch")


@dataclass(frozen=True)
class Case:
    """Facts, what is said of upgrades, and a wish."""

    facts: Facts
    upgrade: UpgradeFacts
    start: Mapping[str, tuple[str, ...]]
    target: Mapping[str, str]


def case(seed: int) -> Case:
    chance = random.Random(seed)
    count = chance.choice((1, 2, 2, 3, 3))
    ids = IDS[:count]
    # Components of one train start and end alike, so that more states are allowed.
    shared = _releases(chance) if chance.random() < 0.6 else None
    releases = {id_: (shared or _releases(chance)) if id_ in ids else () for id_ in IDS}
    rules = tuple(_rule(chance, ids) for _ in range(chance.randint(0, 3)))
    tables = tuple(_table(chance, ids, releases) for _ in range(chance.randint(0, 1)))
    facts = Facts(releases, tables if count > 1 else (), rules)
    is_down = chance.random() < 0.3
    start, target = {}, {}
    for id_ in ids:
        known = sorted(releases[id_], key=numbers, reverse=is_down)
        fleet = chance.sample(known[:2], k=chance.choice((1, 1, 2)))
        start[id_] = (known[0],) if shared and chance.random() < 0.8 else tuple(fleet)
        if chance.random() < 0.9:
            target[id_] = known[-1]
    return Case(facts, _upgrade(chance, ids, releases), start, target)


def _releases(chance: random.Random) -> tuple[str, ...]:
    every = [(a, b, c) for a in range(2) for b in range(3) for c in range(2)]
    chosen = sorted(chance.sample(every, chance.randint(2, 7)))
    return tuple(".".join(map(str, each)) for each in chosen)


def _rule(chance: random.Random, ids: tuple[str, ...]) -> RuleFacts:
    component, other = chance.choice(ids), chance.choice(ids)
    relations: dict[str, Relation] = {}
    for name in chance.sample(("same", "not-newer", "not-older"), chance.choice((0, 1))):
        relations[name] = chance.choice(("major", *_LEVELS))
    for name in chance.sample(("behind", "ahead", "apart"), chance.choice((0, 1, 1, 2))):
        relations[name] = (chance.randint(0, 2), chance.choice(_LEVELS))
    when = chance.choice((None, None, None, ">=1.0", "<1.1"))
    verdict = chance.choice(("compatible", "compatible", "compatible", "partial"))
    return RuleFacts(component, other, when, None, relations, verdict)


def _table(
    chance: random.Random, ids: tuple[str, ...], releases: Mapping[str, tuple[str, ...]]
) -> TableFacts:
    columns = tuple(chance.sample(ids, len(ids)))
    rows = []
    for subject in ("0.0", "0.1", "0.2", "1.0 ➜ 1.2"):
        cells = []
        for id_ in columns[1:]:
            low, high = sorted(chance.choices(releases[id_], k=2), key=numbers)
            cells.append(f"{low} ➜ {high}")
        rows.append((subject, *cells))
    return TableFacts(columns, tuple(rows), together=chance.random() < 0.4)


def _upgrade(
    chance: random.Random, ids: tuple[str, ...], releases: Mapping[str, tuple[str, ...]]
) -> UpgradeFacts:
    line = ("0.1", "0.2", "1.0", "0.1.1")
    stops = tuple(
        (chance.choice(ids), chance.choice(line), chance.choice((None, None, "1.1", "1.2")))
        for _ in range(chance.choice((0, 0, 1, 2)))
    )
    limited = [id_ for id_ in ids if chance.random() < 0.3]
    held = [id_ for id_ in ids if chance.random() < 0.3]
    return UpgradeFacts(
        tuple(stop for stop in stops if _is_known(stop, releases[stop[0]])),
        {id_: (chance.randint(1, 2), chance.choice(_LEVELS)) for id_ in limited},
        tuple(id_ for id_ in ids if chance.random() < 0.6),
        {id_: chance.choice((False, True, *_LEVELS)) for id_ in held},
        tuple((id_, chance.choice(line)) for id_ in ids if chance.random() < 0.15),
    )


def _is_known(stop: tuple[str, str, str | None], releases: tuple[str, ...]) -> bool:
    """Tell whether there are releases of all lines that a stop names: only then they are met."""
    lines = [numbers(text) for text in stop[1:] if text]
    return all(any(numbers(each)[: len(line)] == line for each in releases) for line in lines)


def product_of(made: Case) -> Product:
    author = Author(build(made.facts))
    upgrade = made.upgrade
    return author.says(
        stops=tuple(author.stop(*stop) for stop in upgrade.stops),
        max_hops=tuple(author.max_hop(id_, *most) for id_, most in upgrade.max_hops.items()),
        rolling=upgrade.rolling,
        downgrades=tuple(author.downgrade(*each) for each in upgrade.downgrades.items()),
        finalizes=tuple(author.gate(*each) for each in upgrade.finals),
    )


@pytest.mark.parametrize("chunk", range(_CHUNKS))
def test_the_planner_agrees_with_plain_enumeration(chunk: int) -> None:
    found = {"plan": 0, "blocked": 0, "outside": 0, "lockstep": 0}
    for seed in range(chunk, SEEDS, _CHUNKS):
        found[compare(seed)] += 1
    # Neither kind is a rare exception among the cases.
    assert found["plan"] > 10
    assert found["blocked"] > 3
    assert found["outside"] > 3
    assert found["lockstep"] > 0


def compare(seed: int) -> str:
    """Compare the planners on one case, and say how it came out."""
    made = case(seed)
    product = product_of(made)
    planner = Planner(product)
    objective = list(Objective)[seed % 3]
    result = planner.plan(made.start, made.target, objective=objective)
    request = planner._read(made.start, made.target)
    tracks = make_tracks(planner._index, request, product.upgrade.stops)
    assert not any(track.is_straight for track in tracks), seed
    candidates = {
        track.component.id: [node.text for node in track.nodes if node.text.count(".") == 2]
        for track in tracks
    }
    slow = SlowPlanner(SlowEvaluator(made.facts), made.upgrade, candidates, made.start, made.target)
    if isinstance(result, Plan):
        check(result, product, seed)
    if not slow.allows(slow.start):
        assert result.outside, seed
        return "outside"
    best = slow.best(objective.value)
    if best is None:
        assert isinstance(result, Blocked), seed
        assert not result.outside, seed
        return "blocked"
    assert isinstance(result, Plan), seed
    assert result.cost.key(objective) == best, seed
    follow(result, slow, [track.component.id for track in tracks], seed)
    return "lockstep" if result.cost.locksteps else "plan"


def follow(plan: Plan, slow: SlowPlanner, ids: list[str], seed: int) -> None:
    """Go through a plan by the slow planner's own rules."""
    state = slow.start
    for hop in plan.hops:
        step = tuple((ids.index(move.component), numbers(move.now)) for move in hop.moves)
        if len(step) == 1:
            assert slow.is_rolling(state, step) == (hop.mode is Mode.ROLLING), seed
        after = slow.after(state, step)
        assert after is not None, seed
        assert slow.allows(after), seed
        state = after
    assert state == slow.target, seed


def check(plan: Plan, product: Product, seed: int) -> None:
    """Check a plan, and that it does not do without any of its hops."""
    compatibility = Compatibility(product)
    assert check_plan(compatibility, plan, plan.hops) is None, seed
    for number in range(len(plan.hops)):
        rest = [hop for at, hop in enumerate(plan.hops) if at != number]
        assert check_plan(compatibility, plan, rest) is not None, seed


def test_a_plan_without_one_of_its_hops_is_refused_with_the_rule() -> None:
    from tests.planning.test_sources import spire

    planner = spire()
    start = {"server": ["0.8.1"], "agent": ["0.8.1"]}
    plan = planner.plan(start, {"server": "0.12.1", "agent": "0.12.1"})
    assert isinstance(plan, Plan)
    compatibility = Compatibility(planner.product)
    refused = [check_without(compatibility, plan, number) for number in range(len(plan.hops))]
    assert all(refused)
    assert all("rule Agents" in (why or "") for why in refused[:-1])
    assert refused[-1] == "the target is not reached"


def test_a_plan_is_the_same_however_often_it_is_made() -> None:
    made = case(7)
    plans = [Planner(product_of(made)).plan(made.start, made.target) for _ in range(2)]
    assert replace(plans[0]) == plans[1]
