"""Ranges as starts: some version in it runs, and the plan holds for any of them."""

from __future__ import annotations

import pytest

from mkdocs_compat.planning.moves import RefusalKind
from mkdocs_compat.planning.plan import Blocked, Plan
from mkdocs_compat.planning.planner import Planner
from mkdocs_compat.versions.scheme import Level
from tests.planning.products import Author, product, told

RELEASES = ["0.8.0", "0.8.1", "0.9.0", "1.0.0", "4.1.0", "4.2.0"]


def author(**server: object) -> Author:
    rule = {"component": "agent", "with": "server", "same": "major"}
    components = {"server": {"scheme": "semver", **server}, "agent": {"scheme": "semver"}}
    return Author(product(components, [rule]))


@pytest.mark.parametrize(
    ("start", "target", "level"),
    [
        ("<4.2", "4.2.0", Level.MAJOR),
        ("0.8.0 ➜ 0.8.1", "0.9.0", Level.MINOR),
        ("0.8.0 ➜ 0.9.0", "1.0.0", Level.MAJOR),
        ("0.9 ➜ 1.0", "0.8.1", Level.MAJOR),
        ("4.1 ➜ 4.2.0", "4.2.0", Level.MINOR),
    ],
)
@pytest.mark.parametrize("releases", [RELEASES, None], ids=["releases", "no releases"])
def test_the_largest_change_counts(
    start: str, target: str, level: Level, releases: list[str] | None
) -> None:
    made = author(releases=releases) if releases else author()
    found = Planner(made.says()).plan({"server": [start]}, {"server": target})
    assert isinstance(found, Plan)
    assert told(found) == [f"server {start} > {target} {found.hops[0].mode.value}"]
    assert found.hops[0].moves[0].level is level


def test_a_stop_binds_that_some_version_is_below_of() -> None:
    made = author(releases=RELEASES)
    planner = Planner(made.says(stops=(made.stop("server", "0.9"),)))
    found = planner.plan({"server": ["0.8 ➜ 1.0.0"]}, {"server": "4.2.0"})
    assert isinstance(found, Blocked)
    found = planner.plan({"server": ["0.9 ➜ 1.0.0"]}, {"server": "4.2.0"})
    assert isinstance(found, Plan)


def test_versions_on_both_sides_of_the_target() -> None:
    planner = Planner(author(releases=RELEASES).says())
    found = planner.plan({"server": [">=0.8"]}, {"server": "1.0.0"})
    assert isinstance(found, Blocked)
    (obstacle,) = found.obstacles
    assert [refusal.kind for refusal in obstacle.refusals] == [RefusalKind.DIRECTION]
