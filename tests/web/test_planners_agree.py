"""Both planners give the same answers on products that nobody wrote by hand.

Half of the products are those on which the planner is held against plain enumeration, made up so
that there often is a plan; the other half are as the verdicts are compared on, with schemes,
tables, lines and releases as they come. A plain run asks a part of what `COMPAT_MODELS=2000` asks;
`COMPAT_SEED` makes up others, and pytest prints it at its head.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import pytest

from mkdocs_compat.model.component import Component
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.upgrade import Upgrade
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.planning.hop import Hop, Move, Obstacle
from mkdocs_compat.planning.permission import Permission, read_permissions
from mkdocs_compat.planning.plan import Blocked, Plan
from mkdocs_compat.planning.planner import Planner
from mkdocs_compat.planning.request import Objective, PlanRequestError
from mkdocs_compat.publishing.payload import product_data
from mkdocs_compat.ranges.notation import read
from mkdocs_compat.reasoning.answer import Group, Pair
from mkdocs_compat.reasoning.rule_relation import RuleStatement
from mkdocs_compat.reasoning.statement import Statement
from mkdocs_compat.source import Place
from tests.planning.products import Author
from tests.planning.test_estimates import large_space
from tests.planning.test_slow_planner import case, product_of
from tests.versions.version_texts import fresh_seed
from tests.web.test_engines_agree import Inventor, described

ENGINE = Path(__file__).with_name("plans.mjs")
FIXED_SEED = 1
FIXED_PRODUCTS = 30
PRODUCTS = int(os.environ.get("COMPAT_MODELS", "60"))
QUESTIONS = 3
# So many products are asked about at a time; their answers are held in memory.
BATCH = 50

LEVELS = ("major", "minor", "patch")
QUESTION_IDS = ("registry", "cluster")
WAYS = ("up", "down", "both")

_Item = TypeVar("_Item")


@dataclass(frozen=True)
class Wish:
    """What is asked of a planner."""

    start: dict[str, list[str]]
    target: dict[str, str]
    answers: dict[str, bool]
    objective: Objective
    accept: list[Verdict]
    allow: list[str]

    def accepts(self, product: Product) -> list[Verdict | Permission]:
        stops = product.upgrade.stops
        allowed = [each for text in self.allow for each in read_permissions(text, stops)]
        return [*self.accept, *allowed]

    def data(self) -> dict[str, Any]:
        return {
            "start": self.start,
            "target": self.target,
            "answers": self.answers,
            "objective": self.objective.value,
            "accept": [verdict.value for verdict in self.accept],
            "allow": self.allow,
        }


@dataclass(frozen=True)
class Case:
    """A product, which of its components must not be down, and what is asked about it."""

    product: Product
    no_downtime: list[str]
    wishes: list[Wish]

    def data(self) -> dict[str, Any]:
        return {
            "product": product_data(self.product, str),
            "no_downtime": self.no_downtime,
            "questions": [wish.data() for wish in self.wishes],
        }


class Wisher:
    """Makes up what is said of upgrades and what is asked, always the same for a seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._inventor = Inventor(seed)
        self._line = 0

    def case(self) -> Case:
        """Return a product on which there often is a plan, or one of any kind."""
        if self._random.random() < 0.5:
            number = self._random.randrange(1_000_000)
            made = case(number)
            product = product_of(made)
            upgrade = self._more(product, product.upgrade)
            start = {id_: list(fleet) for id_, fleet in made.start.items()}
            wishes = [self._wish(start, dict(made.target))]
            wishes += [self._other(product) for _ in range(QUESTIONS - 1)]
        else:
            product = self._inventor.product()
            upgrade = self._more(product, Upgrade())
            wishes = [self._other(product) for _ in range(QUESTIONS)]
        ids = [component.id for component in product.components]
        no_downtime = [id_ for id_ in ids if self._random.random() < 0.1]
        return Case(replace(product, upgrade=self._placed(upgrade)), no_downtime, wishes)

    def _wish(self, start: dict[str, list[str]], target: dict[str, str]) -> Wish:
        some = (Verdict.UNSTATED, Verdict.UNTESTED)
        return Wish(
            start,
            target,
            {id_: self._is_so(0.5) for id_ in QUESTION_IDS if self._is_so(0.4)},
            self._random.choice(tuple(Objective)),
            [verdict for verdict in some if self._is_so(0.3)],
            [self._permission(list(start)) for _ in range(self._random.choice((0, 0, 0, 1, 2)))],
        )

    def _permission(self, ids: list[str]) -> str:
        id_ = self._random.choice(ids)
        return self._random.choice((f"jump={id_}", f"downgrade={id_}", f"jump={id_}@1.0"))

    def _other(self, product: Product) -> Wish:
        chosen = [each for each in product.components if self._is_so(0.7)]
        components = chosen or list(product.components[:1])
        start = {
            each.id: [self._version(each) for _ in range(self._random.choice((1, 1, 1, 2)))]
            for each in components
        }
        target = {each.id: self._version(each) for each in components if self._is_so(0.8)}
        if self._is_so(0.02):
            target["nobody"] = "1"
        return self._wish(start, target)

    def _version(self, component: Component) -> str:
        if component.releases and self._is_so(0.7):
            text = self._random.choice(component.releases).version.text
            return f"={text}" if self._is_so(0.1) else text
        if self._is_so(0.1):
            return self._random.choice(("<{}", ">={}", "0.1 ➜ {}")).format(self._numbers())
        return self._numbers()

    def _numbers(self) -> str:
        return ".".join(str(self._random.randint(0, 3)) for _ in range(self._random.randint(1, 3)))

    def _more(self, product: Product, upgrade: Upgrade) -> Upgrade:
        """Add to what is said of upgrades."""
        author = Author(product)
        ids = [component.id for component in product.components]

        def some(make: Callable[[str, str], _Item]) -> tuple[_Item, ...]:
            count = self._random.choice((0, 0, 1, 2))
            made = ((self._random.choice(ids), self._scope(product)) for _ in range(count))
            readable = ((id_, text) for id_, text in made if self._is_read(product, id_, text))
            return tuple(make(id_, text) for id_, text in readable)

        return replace(
            upgrade,
            stops=upgrade.stops
            + some(lambda id_, at: author.stop(id_, at, guide="stop.md"))
            + some(
                lambda id_, at: author.stop(id_, at, question=self._random.choice(QUESTION_IDS))
            ),
            questions=tuple(author.question(id_) for id_ in QUESTION_IDS),
            guides=some(
                lambda id_, at: author.guide(id_, at, "from.md", self._random.choice(WAYS))
            ),
            changes=some(
                lambda id_, at: author.change(
                    id_,
                    self._random.choice(LEVELS),
                    "Restore.",
                    *((at, None) if self._is_so(0.5) else (None, at)),
                )
            ),
            order=self._order(ids),
            max_hops=upgrade.max_hops
            + some(
                lambda id_, _: author.max_hop(
                    id_, self._random.randint(1, 3), self._random.choice(LEVELS)
                )
            ),
            rolling=tuple(id_ for id_ in ids if id_ in upgrade.rolling or self._is_so(0.3)),
            finalizes=upgrade.finalizes + some(author.gate),
            waits=some(author.gate),
            downgrades=upgrade.downgrades
            + some(
                lambda id_, _: author.downgrade(id_, self._random.choice((True, False, *LEVELS)))
            ),
            breaking=some(lambda id_, at: author.notice(id_, at, "breaks")),
            tasks=some(lambda id_, at: author.notice(id_, at, "task")),
        )

    def _order(self, ids: list[str]) -> tuple[tuple[str, ...], ...]:
        """Order some components; some of them go in any order."""
        chosen = self._random.sample(ids, self._random.randint(0, len(ids)))
        cut = self._random.randint(0, len(chosen))
        return (*((id_,) for id_ in chosen[:cut]), *([tuple(chosen[cut:])] if chosen[cut:] else []))

    def _scope(self, product: Product) -> str:
        """Write versions as authors of stops and gates do."""
        known = [each.version.text for c in product.components for each in c.releases]
        if known and self._is_so(0.3):
            return self._random.choice(known)
        numbers = [self._random.randint(0, 2) for _ in range(self._random.randint(1, 2))]
        text = ".".join(map(str, numbers))
        return self._random.choice(("{}", "{}", "{}", ">={}", "<{}", "{}+")).format(text)

    def _is_read(self, product: Product, component: str, text: str) -> bool:
        return read(text, product.component(component).scheme).range is not None

    def _is_so(self, chance: float) -> bool:
        return self._random.random() < chance

    def _placed(self, upgrade: Upgrade) -> Upgrade:
        """Give everything a line of its own, as on a page; by it the answers are compared."""
        names = ("stops", "guides", "changes", "max_hops", "finalizes", "waits", "downgrades")
        placed: dict[str, Any] = {
            name: tuple(self._at_line(each) for each in getattr(upgrade, name))
            for name in (*names, "breaking", "tasks")
        }
        return replace(upgrade, **placed)

    def _at_line(self, item: Any) -> Any:
        self._line += 1
        place = Place("docs/page.md", self._line, 1)
        guide = getattr(item, "guide", None)
        more = {"guide": replace(guide, place=place)} if guide else {}
        return replace(item, place=place, **more)


def answers(made: Case) -> list[dict[str, Any]]:
    """Return what the Python planner answers, as `plans.mjs` writes it."""
    planner = Planner(made.product, made.no_downtime)
    return [_asked(planner, wish) for wish in made.wishes]


def _asked(planner: Planner, wish: Wish) -> dict[str, Any]:
    try:
        accept = wish.accepts(planner.product)
        found = planner.plan(wish.start, wish.target, wish.answers, wish.objective, accept)
    except PlanRequestError as error:
        problems = [[each.component, each.text] for each in error.problems]
        return {"kind": "unreadable", "problems": problems}
    shared = {
        "hops": [_hop(hop) for hop in found.hops],
        "start": _in_service(found.start),
        "target": _in_service(found.target),
        "objective": found.objective.value,
        "questions": [question.id for question in found.questions],
        "outside": [_answer(each) for each in found.outside],
        "visited": found.visited,
    }
    if isinstance(found, Plan):
        cost = found.cost
        numbers = [cost.largest, cost.locksteps, cost.downtime, cost.hops, cost.jumps]
        stops = [[_place(each.stop), each.hop, each.version] for each in found.stops]
        nearest = found.nearest and _in_service(found.nearest)
        return {"kind": "plan", **shared, "stops": stops, "cost": numbers, "nearest": nearest}
    return {"kind": "blocked", **shared, **_blocked(found)}


def _blocked(found: Blocked) -> dict[str, Any]:
    return {
        "farthest": _in_service(found.farthest),
        "obstacles": [_obstacle(each) for each in found.obstacles],
        "permissions": [
            [each.kind.value, each.component, _place(each.stop), each.now]
            for each in found.permissions
        ],
        "wanted": [_answer(each) for each in found.wanted],
    }


def _hop(hop: Hop) -> list[Any]:
    return [
        [_move(move) for move in hop.moves],
        hop.mode.value,
        _in_service(hop.before),
        None if hop.beside is None else _in_service(hop.beside),
        _in_service(hop.after),
        [_answer(each) for each in hop.because],
        [_obstacle(each) for each in hop.otherwise],
        hop.is_optional,
    ]


def _move(move: Move) -> list[Any]:
    return [
        move.component,
        list(move.was),
        move.now,
        move.naming.value,
        move.is_up,
        move.level.value,
        _place(move.change),
        _place(move.guide),
        *(_places(each) for each in (move.breaking, move.tasks, move.waits, move.no_return)),
    ]


def _obstacle(obstacle: Obstacle) -> list[Any]:
    return [
        obstacle.component,
        list(obstacle.was),
        obstacle.now,
        [[each.kind.value, _place(each.said)] for each in obstacle.refusals],
        [_answer(each) for each in obstacle.because],
    ]


def _answer(answer: Pair | Group) -> list[Any]:
    members = [[each.component, each.text] for each in answer.members]
    return [members, answer.verdict.value, [_said(each) for each in answer.statements]]


def _said(said: Statement | RuleStatement) -> list[Any]:
    verdict = said.verdict and said.verdict.value
    if isinstance(said, RuleStatement):
        return [said.finding.value, verdict, said.rule.anchor]
    place = said.cell or (said.row and said.row.subject)
    return [said.ground.value, verdict, place and place.anchor]


def _in_service(versions: Any) -> dict[str, list[str]]:
    return {id_: list(texts) for id_, texts in versions.items()}


def _places(items: Iterable[Any]) -> list[Any]:
    return [_place(item) for item in items]


def _place(item: Any) -> list[Any] | None:
    return item and [item.place.path, item.place.line, item.place.column]


@pytest.mark.parametrize("fixed", [True, False], ids=["fixed seed", "fresh seed"])
def test_planners_agree(fixed: bool) -> None:
    seed, count = (FIXED_SEED, FIXED_PRODUCTS) if fixed else (fresh_seed(), PRODUCTS)
    wisher = Wisher(seed)
    kinds: dict[str, int] = {}
    for first in range(0, count, BATCH):
        compare(seed, [wisher.case() for _ in range(min(BATCH, count - first))], kinds)
    # Neither kind is a rare exception among the answers.
    assert kinds["plan"] > count // 5, kinds
    assert kinds["blocked"] > count // 5, kinds


def test_planners_agree_on_a_large_space() -> None:
    product, start, target = large_space()
    objective = Objective.DOWNTIME
    kinds: dict[str, int] = {}
    compare(0, [Case(product, [], [Wish(start, target, {}, objective, [], [])])], kinds)
    assert kinds == {"plan": 1}


def compare(seed: int, cases: list[Case], kinds: dict[str, int]) -> None:
    """Ask both planners at the same time."""
    with subprocess.Popen(
        ["node", ENGINE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as engine:
        assert engine.stdin is not None
        assert engine.stdout is not None
        json.dump([made.data() for made in cases], engine.stdin)
        engine.stdin.close()
        mine = [answers(made) for made in cases]
        theirs = json.load(engine.stdout)
    for made, here, there in zip(cases, mine, theirs, strict=True):
        for wish, ours, browsers in zip(made.wishes, here, there, strict=True):
            told = f"seed {seed}: {wish} of {described(made.product)}\n{made.product.upgrade}"
            kinds[ours["kind"]] = kinds.get(ours["kind"], 0) + 1
            assert ours["kind"] == browsers["kind"], told
            for part, one in ours.items():
                assert one == browsers[part], f"{part}, {told}"
