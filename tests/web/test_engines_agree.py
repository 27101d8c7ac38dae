"""Both engines give the same answers, reasons and splits on tables that nobody wrote by hand."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest

from mkdocs_compat.model.component import Component
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.table import Cell, Header, Row, Table
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.publishing.payload import product_data
from mkdocs_compat.ranges.notation import read
from mkdocs_compat.reasoning.answer import Answer, Pair
from mkdocs_compat.reasoning.compatibility import Compatibility
from mkdocs_compat.reasoning.statement import Statement
from mkdocs_compat.source import Place
from mkdocs_compat.versions import get_scheme
from tests.versions.version_texts import fresh_seed

ENGINE = Path(__file__).with_name("answers.mjs")
FIXED_SEED = 1
PRODUCTS = 120
QUESTIONS = 25

PLACE = Place("docs/page.md")
SCHEMES = ("semver", "octopus", "dotted", "nuget", "pep440", "calver", "maven")
TABLE_VERDICTS = ("compatible", "partial", "untested", "unstated", "incompatible")
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


class Inventor:
    """Makes products and questions up, always the same ones for a seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def product(self) -> Product:
        components = tuple(self._component(id_) for id_ in ("host", "plugin", "theme"))
        tables = tuple(self._table(components, n) for n in range(self._random.randint(1, 3)))
        return Product("invented", "Invented", components, tables)

    def question(self) -> dict[str, list[str]]:
        ids = self._random.sample(["host", "plugin", "theme", "nobody"], self._random.randint(2, 3))
        return {id_: self._asked() for id_ in ids}

    def _asked(self) -> list[str]:
        texts = [self._version() for _ in range(self._random.choice((1, 1, 1, 2)))]
        return [self._random.choice(("", "", "", "=", " v")) + text for text in texts]

    def _version(self) -> str:
        numbers = [self._random.randint(0, 3) for _ in range(self._random.randint(1, 3))]
        suffix = self._random.choice(("-beta", "-rc.1", "x")) if self._random.random() < 0.1 else ""
        return ".".join(map(str, numbers)) + suffix

    def _component(self, id_: str) -> Component:
        scheme = get_scheme(self._random.choice(SCHEMES))
        return Component(id_, id_.title(), (), scheme, inferred=False)

    def _table(self, components: tuple[Component, ...], number: int) -> Table:
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
            verdict=Verdict(self._random.choice(TABLE_VERDICTS)),
            note=None,
            blank=None if blank is None else Verdict(blank),
            rows=rows,
            place=PLACE,
        )

    def _cell(self, component: Component, anchor: str) -> Cell:
        notation = self._random.choice(NOTATIONS)
        raw = notation.format(a=self._version(), b=self._version(), c=self._version())
        return Cell(
            components=(component.id,),
            text=raw,
            raw=raw,
            notation=read(raw, component.scheme),
            place=PLACE,
            exact=True,
            anchor=anchor,
        )


def describe(answer: Answer) -> list[Any]:
    """Return an answer as `answers.mjs` writes one."""
    pairs = [_describe_pair(pair) for pair in answer.pairs]
    problems = [[problem.component, problem.text] for problem in answer.problems]
    return [answer.verdict and answer.verdict.value, pairs, problems]


def _describe_pair(pair: Pair) -> list[Any]:
    return [
        [pair.a.component, pair.a.text],
        [pair.b.component, pair.b.text],
        pair.verdict.value,
        [_describe_statement(statement) for statement in pair.statements],
        [[part.a, part.b, part.verdict.value] for part in pair.split],
    ]


def _describe_statement(said: Statement) -> list[Any]:
    verdict = said.verdict and said.verdict.value
    return [said.ground.value, verdict, said.cell and said.cell.anchor]


@pytest.mark.parametrize("fixed", [True, False], ids=["fixed seed", "fresh seed"])
def test_engines_agree(fixed: bool) -> None:
    seed = FIXED_SEED if fixed else fresh_seed()
    inventor = Inventor(seed)
    products = [inventor.product() for _ in range(PRODUCTS)]
    questions = [[inventor.question() for _ in range(QUESTIONS)] for _ in products]
    cases = [
        {"product": product_data(product, str), "questions": asked}
        for product, asked in zip(products, questions, strict=True)
    ]
    ran = subprocess.run(
        ["node", ENGINE], input=json.dumps(cases), capture_output=True, encoding="utf-8", check=True
    )
    for product, asked, answers in zip(products, questions, json.loads(ran.stdout), strict=True):
        compatibility = Compatibility(product)
        for question, answer in zip(asked, answers, strict=True):
            rows = [row for table in product.tables for row in table.rows]
            cells = [[row.subject.raw, *(cell.raw for cell in row.cells)] for row in rows]
            told = f"seed {seed}: {question} of {cells}"
            assert describe(compatibility.ask(question)) == answer, told
