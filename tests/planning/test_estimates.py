"""Estimates by two components at a time: plans stay the same, and large spaces are not walked."""

from __future__ import annotations

import pytest

from mkdocs_compat.model.site import Product
from mkdocs_compat.planning import search as searching
from mkdocs_compat.planning.plan import Plan
from mkdocs_compat.planning.planner import Planner
from mkdocs_compat.planning.request import Objective
from tests.planning.products import Author, product
from tests.planning.test_slow_planner import case, product_of

CASES = 60


def plans(number: int, objective: Objective) -> tuple[object, ...]:
    made = case(number)
    start = {id_: list(fleet) for id_, fleet in made.start.items()}
    found = Planner(product_of(made)).plan(start, dict(made.target), objective=objective)
    if isinstance(found, Plan):
        return found.hops, found.stops, found.cost
    return found.hops, found.farthest, found.obstacles, found.permissions


@pytest.mark.parametrize("objective", list(Objective))
def test_estimates_change_no_plan(objective: Objective, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = [plans(number, objective) for number in range(CASES)]
    # Estimates are asked for from the first state on.
    monkeypatch.setattr(searching, "_PATIENCE", 0)
    assert [plans(number, objective) for number in range(CASES)] == usual


def large_space() -> tuple[Product, dict[str, list[str]], dict[str, str]]:
    """Return a product whose first major versions are left in lockstep, a start, and a target."""
    lines = [f"{major}.{minor}.0" for major in (1, 2) for minor in range(15)]
    ids = ("server", "client", "tool", "proxy")
    listed = {id_: {"scheme": "semver", "releases": lines} for id_ in ids}
    # Tool and proxy may be anywhere: 30 x 30 states for each of server and client.
    rules = [{"component": "client", "with": "server", "same": "major"}]
    rules += [{"component": id_, "with": "server", "apart": "30 minor"} for id_ in ids[2:]]
    rules += [{"component": id_, "with": "server", "not-newer": "major"} for id_ in ids[2:]]
    made = Author(product(listed, rules)).says()
    return made, {id_: ["1.0.0"] for id_ in ids}, dict.fromkeys(ids, "2.14.0")


def test_a_forced_lockstep_in_a_large_space() -> None:
    made, start, target = large_space()
    found = Planner(made).plan(start, target)
    assert isinstance(found, Plan)
    assert found.cost.locksteps == 1
    assert found.visited < 1_000
