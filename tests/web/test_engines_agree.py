"""Both engines give the same answers on products that nobody wrote by hand.

A plain run asks a part of what `COMPAT_MODELS=2000` asks, and always the same; `COMPAT_SEED` asks
about others, and pytest prints it at its head. Fixes and the like are searched for and take far
longer than verdicts, so that fewer questions are asked about them.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.release import Release
from mkdocs_compat.model.rule import Distance, Rule, Scope
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.table import Cell, Header, Mark, Row, Table
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.publishing.payload import product_data
from mkdocs_compat.ranges.notation import read
from mkdocs_compat.reasoning.answer import Asked, Group, Move, Pair
from mkdocs_compat.reasoning.compatibility import Compatibility
from mkdocs_compat.reasoning.rule_relation import RuleStatement
from mkdocs_compat.reasoning.statement import Statement
from mkdocs_compat.source import Place
from mkdocs_compat.versions import get_scheme
from mkdocs_compat.versions.scheme import Level
from tests.versions.version_texts import fresh_seed

ENGINE = Path(__file__).with_name("answers.mjs")
FIXED_SEED = 1
FIXED_PRODUCTS = 20
PRODUCTS = int(os.environ.get("COMPAT_MODELS", "40"))
QUESTIONS = 50
SEARCHES = PRODUCTS // 4
# So many products are asked about at a time; their answers are held in memory.
BATCH = 25

PLACE = Place("docs/page.md")
IDS = ("host", "plugin", "theme")
SCHEMES = ("semver", "octopus", "dotted", "nuget", "pep440", "calver", "maven")
VERDICTS = ("compatible", "partial", "untested", "unstated", "incompatible")
BLANKS = (None, "unstated", "incompatible", "compatible", "partial")
NOTATIONS = (
    "{a}",
    "{a} ➜ {b}",
    "{a} ➜ latest",
    "{a}+",
    "={a}",
    "<{b}",
    ">{a}",
    ">={a} <{b}",
    "{a}, {b}",
    "{a} ➜ {b} except {c}",
    "!={a}",
    "any",
    "",
    "what?",
)
ASKED = (
    "{a}",
    "{a}",
    "{a}",
    "{a}",
    "={a}",
    " v{a}",
    "{a} ➜ {b}",
    "{a} ➜ latest",
    "<{b}",
    "{a}, {b}",
)
LEVELS = (Level.MAJOR, Level.MINOR, Level.PATCH)


class Inventor:
    """Makes products and questions up, always the same ones for a seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def product(self) -> Product:
        # Mixed schemes are rare in life, and most rules cannot count across them.
        one = get_scheme(self._random.choice(SCHEMES))
        components = tuple(self._component(id_, one) for id_ in IDS)
        least = self._random.choice((0, 1))
        tables = tuple(self._table(components, n) for n in range(self._random.randint(least, 3)))
        rules = tuple(self._rule(components, n) for n in range(self._random.randint(1 - least, 3)))
        return Product("invented", "Invented", components, tables, rules)

    def question(self) -> dict[str, list[str]]:
        ids = self._random.sample([*IDS, "nobody"], self._random.choice((1, 2, 2, 3)))
        return {id_: self._fleet() for id_ in ids}

    def dropped(self) -> tuple[str, str]:
        return self._random.choice(IDS), self._asked()

    def _fleet(self) -> list[str]:
        return [self._asked() for _ in range(self._random.choice((1, 1, 1, 2, 2, 3)))]

    def _asked(self) -> str:
        return self._written(ASKED)

    def _written(self, forms: Iterable[str]) -> str:
        form = self._random.choice(tuple(forms))
        a, b, c = (self._version() for _ in range(3))
        if self._random.random() < 0.8:
            a, b = sorted((a, b))
        return form.format(a=a, b=b, c=c)

    def _version(self) -> str:
        numbers = [self._random.randint(0, 3) for _ in range(self._random.randint(1, 3))]
        suffix = self._random.choice(("-beta", "-rc.1", "x")) if self._random.random() < 0.1 else ""
        return ".".join(map(str, numbers)) + suffix

    def _component(self, id_: str, usual: Any) -> Component:
        chance = self._random.random()
        scheme = usual if chance < 0.8 else get_scheme(self._random.choice(SCHEMES))
        releases: dict[Any, Release] = {}
        for _ in range(self._random.choice((0, 0, 3, 8))):
            try:
                version = scheme.parse(self._version())
            except VersionSyntaxError:
                continue
            releases.setdefault(version.key, Release(version, None, None, PLACE))
        listed = tuple(releases[key] for key in sorted(releases))
        return Component(id_, id_.title(), (), scheme, inferred=False, releases=listed)

    def _table(self, components: tuple[Component, ...], number: int) -> Table:
        if self._random.random() < 0.25:
            return self._matrix(components, number)
        columns = self._random.sample(components, self._random.randint(2, 3))
        rows = tuple(
            Row(subject, tuple(cells))
            for row in range(self._random.randint(1, 5))
            for subject, *cells in [
                [self._cell(each, f"t{number}-r{row}-c{at}") for at, each in enumerate(columns)]
            ]
        )
        blank = self._random.choice(BLANKS)
        return Table(
            id=f"t{number}",
            page="docs/page.md",
            url="page/",
            anchor=f"t{number}",
            title=f"Table {number}",
            headers=tuple(Header(each.name, PLACE, (each.id,)) for each in columns),
            verdict=Verdict(self._random.choice(VERDICTS)),
            note=None,
            blank=None if blank is None else Verdict(blank),
            rows=rows,
            place=PLACE,
            together=self._random.random() < 0.25,
            closed=self._random.random() < 0.8,
        )

    def _matrix(self, components: tuple[Component, ...], number: int) -> Table:
        """Make a table of marks, with versions of one component down and of another across."""
        subject, other = self._random.sample(components, 2)
        across = [self._cell(other, f"t{number}-h{at}") for at in range(self._random.randint(1, 4))]
        rows = tuple(
            Row(
                self._cell(subject, f"t{number}-r{row}-c0"),
                tuple(
                    head._replace(mark=self._mark(), anchor=f"t{number}-r{row}-c{at}")
                    for at, head in enumerate(across, 1)
                ),
            )
            for row in range(self._random.randint(1, 4))
        )
        headers = (subject, *(other for _ in across))
        blank = self._random.choice(BLANKS)
        return Table(
            id=f"t{number}",
            page="docs/page.md",
            url="page/",
            anchor=f"t{number}",
            title=f"Table {number}",
            headers=tuple(Header(each.name, PLACE, (each.id,)) for each in headers),
            verdict=Verdict.COMPATIBLE,
            note=None,
            blank=None if blank is None else Verdict(blank),
            rows=rows,
            place=PLACE,
            closed=self._random.random() < 0.2,
            layout="matrix",
        )

    def _mark(self) -> Mark:
        word = self._random.choice((*VERDICTS, "compatible", "", "?"))
        return Mark(word, Verdict(word) if word in VERDICTS else None)

    def _cell(self, component: Component, anchor: str) -> Cell:
        raw = self._written(NOTATIONS)
        return Cell(
            components=(component.id,),
            text=raw,
            raw=raw,
            notation=read(raw, component.scheme),
            place=PLACE,
            exact=True,
            anchor=anchor,
        )

    def _rule(self, components: tuple[Component, ...], number: int) -> Rule:
        component, other = self._random.choice(components), self._random.choice(components)
        return Rule(
            id=f"rule-{number}",
            name=None,
            component=component.id,
            other=other.id,
            when=self._sometimes(0.3, lambda: self._scope(component)),
            other_when=self._sometimes(0.3, lambda: self._scope(other)),
            same=self._sometimes(0.2, self._level),
            not_newer=self._sometimes(0.3, self._level),
            not_older=self._sometimes(0.2, self._level),
            behind=self._sometimes(0.3, self._distance),
            ahead=self._sometimes(0.2, self._distance),
            apart=self._sometimes(0.2, self._distance),
            verdict=Verdict(self._random.choice(("compatible", "compatible", *VERDICTS))),
            note=None,
            page="docs/page.md",
            url="page/",
            title="Page",
            place=PLACE,
        )

    def _sometimes(self, chance: float, make: Callable[[], Any]) -> Any:
        return make() if self._random.random() < chance else None

    def _level(self) -> Level:
        return self._random.choice(LEVELS)

    def _distance(self) -> Distance:
        return Distance(self._random.choice((0, 1, 1, 2, 3)), self._level())

    def _scope(self, component: Component) -> Scope | None:
        text = self._written(NOTATIONS)
        range_ = read(text, component.scheme).range
        return None if range_ is None else Scope(text, range_)


class Answers:
    """What the Python engine answers about one product, as `answers.mjs` writes it."""

    def __init__(self, product: Product) -> None:
        self._compatibility = Compatibility(product)

    def ask(self, question: dict[str, list[str]], _: tuple[str, str]) -> list[Any]:
        answer = self._compatibility.ask(question)
        return [
            answer.verdict and answer.verdict.value,
            [_pair(pair) for pair in answer.pairs],
            [_group(group) for group in answer.groups],
            [_member(each) for each in answer.clash],
            [[problem.component, problem.text] for problem in answer.problems],
            [[_member(each.asked), each.newest] for each in answer.newer],
            [self._open(question, id_) for id_ in IDS],
        ]

    def search(self, question: dict[str, list[str]], dropped: tuple[str, str]) -> list[Any]:
        asked = self._compatibility
        return [
            [[_moves(fix.moves), fix.verdict.value] for fix in asked.fixes(question)],
            [[each.component, each.kind, _moves(each.moves)] for each in asked.standings(question)],
            self._lost(*dropped),
        ]

    def _lost(self, component: str, text: str) -> list[Any] | None:
        try:
            found = self._compatibility.dropped(component, text)
        except VersionSyntaxError:
            return None
        return [[each.component, each.text] for each in found]

    def _open(self, question: dict[str, list[str]], component: str) -> list[Any] | None:
        found = self._compatibility.open(question, component)
        if found is None:
            return None
        parts = [[verdict.value, text] for verdict, text in found.parts]
        return [found.component, parts, found.oldest, found.newest]


def _pair(pair: Pair) -> list[Any]:
    return [
        _member(pair.a),
        _member(pair.b),
        pair.verdict.value,
        [_said(statement) for statement in pair.statements],
        [[part.a, part.b, part.verdict.value, part.some] for part in pair.split],
    ]


def _group(group: Group) -> list[Any]:
    members = [_member(each) for each in group.members]
    return [members, group.verdict.value, [_said(statement) for statement in group.statements]]


def _member(asked: Asked) -> list[str]:
    return [asked.component, asked.text]


def _said(said: Statement | RuleStatement) -> list[Any]:
    verdict = said.verdict and said.verdict.value
    if isinstance(said, RuleStatement):
        return [said.finding.value, verdict, said.rule.anchor]
    return [said.ground.value, verdict, said.cell and said.cell.anchor]


def _moves(moves: Iterable[Move]) -> list[Any]:
    return [[each.component, each.instance, each.was, each.now] for each in moves]


PARTS = {
    "ask": ("verdict", "pairs", "groups", "clash", "problems", "newer", "open"),
    "search": ("fixes", "standings", "dropped"),
}


@pytest.mark.parametrize("fixed", [True, False], ids=["fixed seed", "fresh seed"])
def test_engines_answer_alike(fixed: bool) -> None:
    if fixed:
        compare("ask", FIXED_SEED, FIXED_PRODUCTS, QUESTIONS)
    else:
        compare("ask", fresh_seed(), PRODUCTS, QUESTIONS)


def test_engines_find_the_same_fixes() -> None:
    compare("search", fresh_seed(), SEARCHES, 4)


def compare(what: str, seed: int, models: int, count: int) -> None:
    """Ask both engines the same of some models."""
    inventor = Inventor(seed)
    for start in range(0, models, BATCH):
        products = [inventor.product() for _ in range(min(BATCH, models - start))]
        questions = [
            [(inventor.question(), inventor.dropped()) for _ in range(count)] for _ in products
        ]
        compare_batch(what, seed, products, questions)


def compare_batch(
    what: str,
    seed: int,
    products: list[Product],
    questions: list[list[tuple[dict[str, list[str]], tuple[str, str]]]],
) -> None:
    """Ask both engines at the same time."""
    cases = [
        {"product": product_data(product, str), "questions": asked}
        for product, asked in zip(products, questions, strict=True)
    ]
    with subprocess.Popen(
        ["node", ENGINE, what], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as engine:
        assert engine.stdin is not None
        assert engine.stdout is not None
        json.dump(cases, engine.stdin)
        engine.stdin.close()
        mine = []
        for product, asked in zip(products, questions, strict=True):
            answer = getattr(Answers(product), what)
            mine.append([answer(*question) for question in asked])
        theirs = json.load(engine.stdout)
    for product, asked, here, there in zip(products, questions, mine, theirs, strict=True):
        for question, ours, browsers in zip(asked, here, there, strict=True):
            told = f"seed {seed}: {question} of {described(product)}"
            for part, one, other in zip(PARTS[what], ours, browsers, strict=True):
                assert one == other, f"{part}, {told}"


def described(product: Product) -> str:
    """Write a product down, to be understood when a test fails."""
    lines = []
    for component in product.components:
        releases = [release.version.text for release in component.releases]
        lines.append(f"{component.id}: {component.scheme.name} {releases}")
    for table in product.tables:
        lines.append(f"{table.verdict.value}, blank {table.blank}, together {table.together}:")
        lines += [f"  {[row.subject.raw, *(cell.raw for cell in row.cells)]}" for row in table.rows]
        lines[-1] += f" of {table.subject}, {table.components}"
    for rule in product.rules:
        said = {
            name: getattr(rule, name)
            for name in ("same", "not_newer", "not_older", "behind", "ahead", "apart")
            if getattr(rule, name) is not None
        }
        scopes = [scope and scope.text for scope in (rule.when, rule.other_when)]
        lines.append(f"{rule.component} {rule.other} {scopes} {said} {rule.verdict.value}")
    return "\n".join(lines)
