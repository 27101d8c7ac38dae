"""The paths of components that must move together."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_compat.planning import joint_guide
from mkdocs_compat.planning.joint_guide import JointGuide, make_joint_guides, sets_of
from mkdocs_compat.planning.plan import Blocked
from tests.planning.products import Author, product, told

RELEASES = ["1.0.0", "1.1.0", "1.1.2", "2.0.0", "2.1.0"]
BEHIND: dict[str, Any] = {
    "component": "agent",
    "with": "server",
    "behind": "1 minor",
    "not-newer": "minor",
}
SAME: dict[str, Any] = {"component": "agent", "with": "server", "same": "major"}
APART: dict[str, Any] = {"component": "server", "with": "server", "apart": "1 minor"}


def author(*rules: dict[str, Any], agent: list[str] = RELEASES, **more: object) -> Author:
    listed: dict[str, Any] = {
        "server": {"scheme": "semver", "releases": RELEASES},
        "agent": {"scheme": "semver", "releases": agent},
        **more,
    }
    return Author(product(listed, [*rules]))


def ways(guide: JointGuide) -> list[tuple[str, int, int | None]]:
    return [(path.name, path.told, path.onward) for path in guide.paths]


def test_a_path_joins_that_of_the_next_line() -> None:
    by = author(BEHIND, APART)
    said = by.says(rolling=("server", "agent"), max_hops=(by.max_hop("server", 1, "minor"),))
    (guide,) = make_joint_guides(said)
    assert guide.components == ("server", "agent")
    assert guide.newest == {"server": "2.1.0", "agent": "2.1.0"}
    assert guide.line == "2.1"
    assert guide.paths[1].start == {"server": "1.1.2", "agent": "1.1.2"}
    assert ways(guide) == [("1.0", 2, 1), ("1.1", 2, 2), ("2.0", 2, None)]


def test_a_lockstep_is_one_hop() -> None:
    (guide,) = make_joint_guides(author(SAME).product)
    first = guide.paths[0].result
    assert told(first) == ["server 1.0.0 > 2.1.0, agent 1.0.0 > 2.1.0 lockstep"]


def test_only_lines_that_all_have() -> None:
    (guide,) = make_joint_guides(author(SAME, agent=["1.1.0", "2.1.0"]).product)
    assert [path.name for path in guide.paths] == ["1.1"]
    assert make_joint_guides(author(SAME, agent=["7.0.0", "7.1.0"]).product) == ()


def test_a_set_is_what_rules_count_against_each_other() -> None:
    probe = {"scheme": "semver", "releases": RELEASES}
    with_probe: dict[str, Any] = {"component": "probe", "with": "agent", "same": "major"}
    both = author(SAME, with_probe, probe=probe).product
    assert [[each.id for each in own] for own in sets_of(both)] == [["server", "agent", "probe"]]
    assert [[each.id for each in own] for own in sets_of(both, ["agent", "probe"])] == [
        ["agent", "probe"]
    ]
    assert list(sets_of(both, ["agent"])) == []
    unrelated: dict[str, Any] = {
        "component": "agent",
        "when": "<2",
        "with": "server",
        "verdict": "incompatible",
    }
    assert list(sets_of(author(unrelated, APART).product)) == []


def test_a_line_from_which_nothing_leads_on() -> None:
    by = author(SAME)
    said = by.says(max_hops=tuple(by.max_hop(id_, 0, "minor") for id_ in ("server", "agent")))
    (guide,) = make_joint_guides(said)
    assert all(isinstance(path.result, Blocked) for path in guide.paths)


def test_older_lines_are_left_out_when_it_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joint_guide, "MOST_STATES", 1)
    (guide,) = make_joint_guides(author(SAME).product)
    assert [path.name for path in guide.paths] == ["2.0"]
    assert guide.is_cut
