"""GitLab's upgrade path from 12.0 to the newest, as its documentation lists it."""

from __future__ import annotations

from itertools import product as combinations
from pathlib import Path

import pytest
from markdown import Markdown

from mkdocs_compat.analysis import Analysis, SharedData, analyze, open_page
from mkdocs_compat.markdown_extension import CompatExtension
from mkdocs_compat.model.upgrade import Stop
from mkdocs_compat.planning.hop import Mode
from mkdocs_compat.planning.plan import Plan
from mkdocs_compat.planning.planner import Planner
from mkdocs_compat.source import SourceText

STOPS = Path(__file__).parents[1] / "vectors" / "gitlab-stops.yml"

# The versions as they are listed, each with the answers that make it a stop where not all stop.
DOCUMENTED = """
12.0.12
12.1.17
12.10.14
13.0.14
13.1.11
13.8.8
13.12.15
14.0.12
14.3.6
14.9.5
14.10.5
15.0.5
15.1.6 several-web-nodes
15.4.6
15.11.13
16.0.10 many-users pipeline-variables
16.1.8 npm-registry
16.2.11 pipeline-variables
16.3.9
16.7.10
16.11.10
17.1.8 pipeline-messages
17.3.7
17.5.5
17.8.7
17.11.7
18.2.6
18.5.0
18.8.0
18.11.9
19.2.1
"""
LISTED = [line.split() for line in DOCUMENTED.strip().splitlines()]
QUESTIONS = list(dict.fromkeys(id_ for _, *when in LISTED for id_ in when))
EVERY_ANSWER = list(combinations((True, False), repeat=len(QUESTIONS)))


def listed(answers: dict[str, bool]) -> list[str]:
    """Return what the documentation has a reader with these answers pass from 12.0 on."""
    return [
        version
        for version, *when in LISTED[1:]
        if not when or any(answers.get(question, True) for question in when)
    ]


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    text = f"---\n{STOPS.read_text(encoding='utf-8')}---\n# Upgrading\n"
    extension = CompatExtension()
    extension.page = open_page(SourceText("docs/page.md", text), "page/", SharedData())
    assert extension.page is not None
    Markdown(extensions=["toc", extension]).convert("# Upgrading\n")
    assert extension.draft is not None
    return analyze([extension.draft], SharedData())


@pytest.fixture(scope="module")
def planner(analysis: Analysis) -> Planner:
    (product,) = analysis.site.products
    return Planner(product)


def planned(
    planner: Planner, start: str, target: str, answers: dict[str, bool] | None = None
) -> Plan:
    plan = planner.plan({"gitlab": [start]}, {"gitlab": target}, answers)
    assert isinstance(plan, Plan)
    return plan


def path_of(plan: Plan) -> list[str]:
    return [move.now for hop in plan.hops for move in hop.moves]


def stop_at(version: str, stops: tuple[Stop, ...]) -> bool:
    return any(version.startswith(f"{stop.at.text}.") for stop in stops)


def test_stops_are_read_without_findings(analysis: Analysis, planner: Planner) -> None:
    assert analysis.diagnostics == ()
    (component,) = planner.product.components
    lines = {release.version.text.rpartition(".")[0] for release in component.releases}
    assert len(lines) >= 40
    assert [question.id for question in planner.product.upgrade.questions] == QUESTIONS


@pytest.mark.parametrize("start", ["12.0", "12.0.0", "12.0.12"])
def test_path_is_the_one_that_is_listed(planner: Planner, start: str) -> None:
    plan = planned(planner, start, "19.2")
    assert path_of(plan) == listed({})
    assert {hop.mode for hop in plan.hops} == {Mode.IN_ONE_GO}
    assert [question.id for question in plan.questions] == QUESTIONS


@pytest.mark.parametrize("given", EVERY_ANSWER, ids=str)
def test_path_is_the_one_that_is_listed_for_the_answers(
    planner: Planner, given: tuple[bool, ...]
) -> None:
    answers = dict(zip(QUESTIONS, given, strict=True))
    assert path_of(planned(planner, "12.0", "19.2", answers)) == listed(answers)


@pytest.mark.parametrize("number", range(len(LISTED) - 1))
def test_path_from_each_stop_is_the_rest_of_it(planner: Planner, number: int) -> None:
    (start, *_), *rest = LISTED[number:]
    assert path_of(planned(planner, start, "19.2")) == [version for version, *_ in rest]


def test_path_from_the_line_before_begins_with_the_first_stop(planner: Planner) -> None:
    assert path_of(planned(planner, "11.11.8", "19.2")) == [version for version, *_ in LISTED]


def test_stops_on_the_way_are_told_with_the_hop_that_meets_them(planner: Planner) -> None:
    plan = planned(planner, "12.0", "19.2")
    met = [(plan.hops[stop.hop].moves[0].now, stop.version) for stop in plan.stops]
    assert all(now == version for now, version in met)
    stops = planner.product.upgrade.stops
    passed = [now for now in path_of(plan) if stop_at(now, stops)]
    assert list(dict.fromkeys(version for _, version in met)) == passed


def test_questions_are_asked_only_where_the_path_meets_them(planner: Planner) -> None:
    plan = planned(planner, "15.11.13", "16.3")
    assert path_of(plan) == ["16.0.10", "16.1.8", "16.2.11", "16.3.9"]
    asked = {question.id for question in plan.questions}
    assert asked == {"many-users", "pipeline-variables", "npm-registry"}
    quiet = planned(planner, "17.3.7", "18.11")
    assert quiet.questions == ()
