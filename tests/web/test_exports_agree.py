"""The page exports a plan as the command line does: the same Markdown, the same JSON.

Only what the command line says of its own options is left out on a page, and the file of a table of
which no row speaks has no line there.
"""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from mkdocs_compat.planning.planner import Planner
from mkdocs_compat.planning.request import Objective, PlanRequestError
from mkdocs_compat.publishing.reports.plan_json import write_plan_json
from mkdocs_compat.publishing.reports.plan_markdown import write_plan_markdown
from mkdocs_compat.publishing.reports.planned import Planned
from tests.publishing.test_plan_reports import HOSTILE, octopus, ravendb, spire
from tests.versions.version_texts import fresh_seed
from tests.web.test_planners_agree import Case, Wish, Wisher

EXPORTS = Path(__file__).with_name("exports.mjs")
FIXED_SEED = 3
PRODUCTS = 12

# What only a command line can be told.
_OPTION = re.compile(
    r": \\?--(?:allow|accept) [^\n\"]*|: leave out \\?--no-downtime [^\n\"]*"
    r"|; \\?--answer [^)\n]*=no says no"
)
# A page does not know in which line a table begins.
_LINE = re.compile(r":\d+:\d+(?=: No row of )")
_MOVE = re.compile(r" too: \\?--to [^=\n]*=")


@pytest.mark.parametrize("fixed", [True, False], ids=["fixed seed", "fresh seed"])
def test_exports_of_made_up_plans(fixed: bool) -> None:
    seed = FIXED_SEED if fixed else fresh_seed()
    wisher = Wisher(seed)
    assert compare([wisher.case() for _ in range(PRODUCTS)]) > PRODUCTS


def test_exports_of_products_that_there_are() -> None:
    def both(one: str, other: str) -> dict[str, list[str]]:
        return {"server": [one], "agent": [other]}

    cases = [
        Case(
            spire(),
            [],
            [
                _wish(both("0.8.1", "0.8.1"), server="0.12.1", agent="0.12.1"),
                _wish(both("0.9.3", "0.7.4"), server="0.12.1", agent="0.12.1"),
                _wish(both("0.9.3", "0.9.3"), server="0.8.1", agent="0.8.1"),
                _wish(both("0.8.1", "0.8.1"), server="0.12.1"),
                _wish(both("0.8.1", "0.8.1"), server="0.8.1"),
            ],
        ),
        Case(
            ravendb(),
            ["server"],
            [_wish({"server": ["3.5"], "client": ["3.5"]}, server="5.3", client="5.3")],
        ),
        Case(octopus(HOSTILE), [], [_wish({"server": ["1.6"]}, server="4.0.0")]),
    ]
    assert compare(cases) == 7


def _wish(start: dict[str, list[str]], **target: str) -> Wish:
    return Wish(start, target, {}, Objective.DOWNTIME, [], [])


def compare(cases: list[Case]) -> int:
    """Export from both sides; return how many plans were compared."""
    text = json.dumps([made.data() for made in cases])
    run = subprocess.run(
        ["node", EXPORTS], input=text, capture_output=True, encoding="utf-8", check=True
    )
    compared = 0
    for made, exports in zip(cases, json.loads(run.stdout), strict=True):
        planner = Planner(made.product, made.no_downtime)
        for wish, export in zip(made.wishes, exports, strict=True):
            accept = wish.accepts(made.product)
            try:
                found = planner.plan(wish.start, wish.target, wish.answers, wish.objective, accept)
            except PlanRequestError:
                assert export is None
                continue
            planned = Planned(made.product, found, wish.answers)
            markdown, data = export
            assert markdown == _plain(write_plan_markdown(planned))
            assert _comparable(data) == _comparable(_plain(write_plan_json(planned)))
            compared += 1
    return compared


def _plain(report: str) -> str:
    return _LINE.sub("", _MOVE.sub(" too: to ", _OPTION.sub("", report)))


def _comparable(report: str) -> Any:
    # Which of the versions asked about it is does not matter where the version is told.
    data = json.loads(report, object_hook=lambda each: _without(each, "instance"))
    # How far a search looked is not what a plan says.
    return _without(data, "visited")


def _without(data: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name != key}
