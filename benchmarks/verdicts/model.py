"""The model that is asked: one table of 10 components with any number of rows, and its rules."""

from __future__ import annotations

import random
from functools import cache

from mkdocs_compat.model.component import Component
from mkdocs_compat.model.rule import Distance, Rule
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.table import Cell, Header, Row, Table
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.ranges.notation import Notation, read
from mkdocs_compat.source import Place
from mkdocs_compat.versions import get_scheme
from mkdocs_compat.versions.scheme import Level

COMPONENTS = 10
QUESTIONS = 200
SUBJECT, COLUMN, *_ = IDS = [f"component-{number}" for number in range(COMPONENTS)]

Question = dict[str, list[str]]
PLACE = Place("docs/page.md")
SCHEME = get_scheme("semver")


def line(number: int) -> str:
    """Return the line of a row, counted from 0: 50 minor lines make a major one."""
    return f"{number // 50 + 1}.{number % 50}"


def make_product(size: int) -> Product:
    """Make a table: each row is one line of the subject, each cell the lines of three rows."""
    components = tuple(Component(id_, id_.title(), (), SCHEME, inferred=False) for id_ in IDS)
    table = Table(
        id="t",
        page="docs/page.md",
        url="page/",
        anchor="t",
        title="Table",
        headers=tuple(Header(each.name, PLACE, (each.id,)) for each in components),
        verdict=Verdict.COMPATIBLE,
        note=None,
        blank=None,
        rows=tuple(_row(number) for number in range(size)),
        place=PLACE,
    )
    return Product("benchmark", "Benchmark", components, (table,))


def make_rules() -> tuple[Rule, ...]:
    """Bind every other component to the subject: three minor lines apart at most."""
    return tuple(
        Rule(
            id=f"rule-{number}",
            name=None,
            component=id_,
            other=SUBJECT,
            when=None,
            other_when=None,
            same=None,
            not_newer=None,
            not_older=None,
            behind=None,
            ahead=None,
            apart=Distance(3, Level.MINOR),
            verdict=Verdict.COMPATIBLE,
            note=None,
            page="docs/page.md",
            url="page/",
            title="Page",
            place=PLACE,
        )
        for number, id_ in enumerate(IDS[1:])
    )


def make_questions(size: int) -> list[Question]:
    """Ask about a release of the subject, and about lines of the others that it may go with.

    Each is asked in the same way about tables of all sizes, only elsewhere in the table.
    """
    chance = random.Random(1)
    questions = []
    for _ in range(QUESTIONS):
        at = 1 + int(chance.random() * (size - 4))
        near = [line(at + chance.choice((0, 1, 2, 0, 1, 2, 3))) for _ in IDS[1:]]
        texts = [f"{line(at)}.{chance.randrange(9)}", *near]
        questions.append({id_: [text] for id_, text in zip(IDS, texts, strict=True)})
    return questions


def _row(number: int) -> Row:
    lines = f"{line(number)} ➜ {line(number + 2)}"
    subject, *cells = (
        Cell(
            (id_,),
            text,
            text,
            _read(text),
            PLACE,
            exact=True,
            anchor=f"compat-t-{number}-{at}",
        )
        for at, (id_, text) in enumerate(
            zip(IDS, [line(number), *[lines] * (COMPONENTS - 1)], strict=True)
        )
    )
    return Row(subject, tuple(cells))


@cache
def _read(text: str) -> Notation:
    return read(text, SCHEME)
