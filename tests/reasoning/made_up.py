"""Small products that Hypothesis makes up, as facts for the slow evaluator and as a product."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hypothesis import strategies as st

from mkdocs_compat.model.component import Component
from mkdocs_compat.model.release import Release
from mkdocs_compat.model.rule import Distance, Rule, Scope
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.table import Cell, Header, Mark, Row, Table
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.ranges.notation import read
from mkdocs_compat.source import Place
from mkdocs_compat.versions import get_scheme
from mkdocs_compat.versions.scheme import Level, Scheme
from tests.reasoning.slow_evaluator import Facts, Relation, RuleFacts, TableFacts

IDS = ("host", "plugin", "theme")
LEVELS = ("major", "minor", "patch")
STATED = ("compatible", "partial", "untested", "incompatible")

_LEVELLED = ("same", "not-newer", "not-older")
_COUNTED = ("behind", "ahead", "apart")
_PLACE = Place("docs/page.md")
_NUMBER = st.integers(0, 2)
_RELEASE = st.tuples(_NUMBER, _NUMBER, _NUMBER)


@dataclass(frozen=True)
class Case:
    """A product and a question about it."""

    facts: Facts
    question: Mapping[str, tuple[str, ...]]


def _text(numbers: tuple[int, ...]) -> str:
    return ".".join(map(str, numbers))


@st.composite
def _versions(draw: st.DrawFn, *, wide: bool = True) -> str:
    """Draw a version, a line or a range; with `wide`, also one without an end."""
    first, last = sorted([draw(_RELEASE), draw(_RELEASE)])
    one, two = (draw(st.integers(1 if wide else 2, 3)) for _ in range(2))
    low, high = _text(first[:one]), _text(last[:two])
    forms = [low, low, f"={low}", _text(first), f"{low} ➜ {_text(last)}", f"{low}, {high}"]
    if wide:
        forms += [f"{low} ➜ latest", f">={low}", f"<{high}", "any"]
    if last[:two] >= first[:two]:
        forms.append(f"{low} ➜ {high}")
    return draw(st.sampled_from(forms))


@st.composite
def _tables(draw: st.DrawFn) -> TableFacts:
    columns = tuple(draw(st.permutations(IDS)))[: draw(st.integers(2, 3))]
    together = draw(st.integers(0, 3)) == 0
    cell = (
        _versions() if together else st.one_of(st.just(""), _versions(), _versions(), _versions())
    )
    if not together and draw(st.integers(0, 3)) == 0:
        return draw(_matrices(columns[0], columns[1]))
    rows = st.tuples(_versions(), *(cell for _ in columns[1:]))
    return TableFacts(
        columns,
        tuple(draw(st.lists(rows, min_size=1, max_size=4))),
        draw(st.sampled_from(("compatible", *STATED))),
        draw(st.sampled_from(("unstated", "incompatible", "compatible", "partial"))),
        together,
        closed=together or draw(st.integers(0, 3)) > 0,
    )


@st.composite
def _matrices(draw: st.DrawFn, subject: str, other: str) -> TableFacts:
    """Draw a table of marks: versions of the one down, of the other across."""
    across = tuple(draw(st.lists(_versions(), min_size=1, max_size=3)))
    marks = st.sampled_from(("", "?", "compatible", *STATED))
    rows = st.tuples(_versions(), *(marks for _ in across))
    return TableFacts(
        (subject, *(other for _ in across)),
        tuple(draw(st.lists(rows, min_size=1, max_size=3))),
        "compatible",
        draw(st.sampled_from(("unstated", "incompatible", "compatible", "partial"))),
        across=across,
        closed=False,
    )


@st.composite
def _rules(draw: st.DrawFn) -> RuleFacts:
    component, other = draw(st.sampled_from(IDS)), draw(st.sampled_from(IDS))
    names = draw(st.lists(st.sampled_from((*_LEVELLED, *_COUNTED)), max_size=3, unique=True))
    relations: dict[str, Relation] = {}
    for name in names:
        level = draw(st.sampled_from(LEVELS))
        relations[name] = level if name in _LEVELLED else (draw(_NUMBER), level)
    scope = st.one_of(st.none(), st.none(), _versions())
    return RuleFacts(
        component,
        other,
        draw(scope),
        draw(scope),
        relations,
        draw(st.sampled_from(("compatible", "compatible", "compatible", *STATED))),
    )


@st.composite
def some_facts(draw: st.DrawFn, *, released: bool) -> Facts:
    listed = st.lists(_RELEASE, min_size=1, max_size=6, unique=True)
    releases = {
        id_: tuple(map(_text, sorted(draw(listed)))) if released or draw(st.booleans()) else ()
        for id_ in IDS
    }
    kind = draw(st.integers(0, 2))
    tables = draw(st.lists(_tables(), min_size=kind != 1, max_size=0 if kind == 1 else 3))
    rules = draw(st.lists(_rules(), min_size=kind != 0, max_size=0 if kind == 0 else 3))
    return Facts(releases, tuple(tables), tuple(rules))


@st.composite
def cases(draw: st.DrawFn, *, released: bool = False, exact: bool = False) -> Case:
    """Draw a case.

    Args:
        draw: Draws.
        released: Whether all components list their releases.
        exact: Whether only releases are in question, of those that are listed.
    """
    facts = draw(some_facts(released=released))
    # What the first table or rule is about is in question, so that there is something to answer.
    related = [table.columns for table in facts.tables]
    related += [(rule.component, rule.other) for rule in facts.rules]
    components = dict.fromkeys((*related[0], *draw(st.lists(st.sampled_from(IDS), max_size=2))))
    question = {}
    for id_ in components:
        known = facts.releases[id_]
        versions = st.sampled_from(known) if exact and known else _versions(wide=False)
        fleet = draw(st.lists(versions, min_size=1 + (len(components) == 1), max_size=2))
        question[id_] = tuple(fleet)
    return Case(facts, question)


def build(facts: Facts) -> Product:
    """Return the product that some facts describe."""
    scheme = get_scheme("semver")
    components = tuple(
        Component(
            id_,
            id_.title(),
            (),
            scheme,
            inferred=False,
            releases=tuple(Release(scheme.parse(text), None, None, _PLACE) for text in listed),
        )
        for id_, listed in facts.releases.items()
    )
    tables = tuple(_table(table, f"t{n}", scheme) for n, table in enumerate(facts.tables))
    rules = tuple(_rule(rule, f"rule-{n}", scheme) for n, rule in enumerate(facts.rules))
    return Product("made-up", "Made up", components, tables, rules)


def _table(facts: TableFacts, id_: str, scheme: Scheme) -> Table:
    rows = []
    for number, texts in enumerate(facts.rows):
        subject, *cells = (
            _cell(component, text, f"{id_}-r{number}-c{at}", scheme, facts.across[at - 1 : at])
            for at, (component, text) in enumerate(zip(facts.columns, texts, strict=True))
        )
        rows.append(Row(subject, tuple(cells)))
    return Table(
        id=id_,
        page="docs/page.md",
        url="page/",
        anchor=id_,
        title=id_,
        headers=tuple(Header(each.title(), _PLACE, (each,)) for each in facts.columns),
        verdict=Verdict(facts.verdict),
        note=None,
        blank=Verdict(facts.blank),
        rows=tuple(rows),
        place=_PLACE,
        together=facts.together,
        closed=facts.closed,
    )


def _cell(component: str, text: str, anchor: str, scheme: Scheme, across: tuple[str, ...]) -> Cell:
    """Return a cell; below a header of versions `across`, its text is what they are worth."""
    versions = across[0] if across else text
    mark = Mark(text, Verdict(text) if text in STATED else None) if across else None
    return Cell(
        components=(component,),
        text=versions,
        raw=versions,
        notation=read(versions, scheme),
        place=_PLACE,
        exact=True,
        anchor=anchor,
        mark=mark,
    )


def _rule(facts: RuleFacts, id_: str, scheme: Scheme) -> Rule:
    levels = {name: Level(said) for name, said in facts.relations.items() if isinstance(said, str)}
    distances = {
        name: Distance(said[0], Level(said[1]))
        for name, said in facts.relations.items()
        if not isinstance(said, str)
    }
    return Rule(
        id=id_,
        name=None,
        component=facts.component,
        other=facts.other,
        when=_scope(facts.when, scheme),
        other_when=_scope(facts.other_when, scheme),
        same=levels.get("same"),
        not_newer=levels.get("not-newer"),
        not_older=levels.get("not-older"),
        behind=distances.get("behind"),
        ahead=distances.get("ahead"),
        apart=distances.get("apart"),
        verdict=Verdict(facts.verdict),
        note=None,
        page="docs/page.md",
        url="page/",
        title="Page",
        place=_PLACE,
    )


def _scope(text: str | None, scheme: Scheme) -> Scope | None:
    if text is None:
        return None
    range_ = read(text, scheme).range
    assert range_ is not None
    return Scope(text, range_)
