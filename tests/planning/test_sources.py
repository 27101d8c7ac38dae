"""Plans for products whose documentation says how to upgrade them, written by hand from it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from mkdocs_compat.model.site import Product
from mkdocs_compat.planning.hop import Mode, Naming
from mkdocs_compat.planning.moves import RefusalKind
from mkdocs_compat.planning.permission import PermissionKind
from mkdocs_compat.planning.plan import Blocked, Plan
from mkdocs_compat.planning.planner import Planner
from mkdocs_compat.planning.request import PlanRequestError
from mkdocs_compat.reasoning.answer import Pair
from mkdocs_compat.reasoning.rule_relation import RuleStatement
from mkdocs_compat.versions.scheme import Level
from tests.planning.products import Author, product, told

RAVENDB_RELEASES = ["3.5.0", "4.0.0", "4.1.0", "4.2.0", "5.0.0", "5.1.0", "5.2.0", "5.3.0"]
RAVENDB_RULES: list[dict[str, Any]] = [
    {
        "name": "Early clients",
        "component": "client",
        "when": "<4.2",
        "with": "server",
        "same": "major",
        "not-newer": "minor",
    },
    {
        "name": "Later clients",
        "component": "client",
        "when": ">=4.2",
        "with": "server",
        "not-newer": "minor",
    },
]

SPIRE_RELEASES = ["0.7.0", "0.8.0", "0.8.1", "0.9.0", "0.9.3", "0.10.0", "0.10.1"]
SPIRE_RELEASES += ["0.11.0", "0.11.3", "0.12.0", "0.12.1"]
SPIRE_RULES: list[dict[str, Any]] = [
    {"name": "Servers", "component": "server", "with": "server", "apart": "1 minor"},
    {
        "name": "Agents",
        "component": "agent",
        "with": "server",
        "not-newer": "patch",
        "behind": "1 minor",
    },
]


def components(names: dict[str, str], releases: list[str]) -> dict[str, Any]:
    listed = {"releases": releases} if releases else {}
    return {id_: {"name": name, "scheme": "semver", **listed} for id_, name in names.items()}


def ravendb(*, released: bool) -> Planner:
    names = {"server": "RavenDB Server", "client": "RavenDB Client"}
    return Planner(product(components(names, RAVENDB_RELEASES if released else []), RAVENDB_RULES))


def spire(*, released: bool = True, limited: bool = False) -> Planner:
    names = {"server": "SPIRE Server", "agent": "SPIRE Agent"}
    read = product(components(names, SPIRE_RELEASES if released else []), SPIRE_RULES)
    author = Author(read)
    limits = tuple(author.max_hop(id_, 1, "minor") for id_ in names) if limited else ()
    return Planner(author.says(rolling=("server", "agent"), max_hops=limits))


def octopus() -> Product:
    scheme = {"name": "Octopus Server", "scheme": "octopus"}
    releases = ["1.6.3", "2.0.0", "2.6.5", "3.0.0", "3.4.4", "3.4.12", "3.5.1", "4.0.0"]
    releases += ["2018.1.0", "2018.12.1", "2019.1.0"]
    author = Author(product({"server": {**scheme, "releases": releases}}, []))
    return author.says(
        stops=(author.stop("server", "2.6", "3.0", guide="upgrading-from-2.6.md"),),
        guides=(author.guide("server", "1.6", "upgrading-from-1.6.md"),),
        changes=(
            author.change("server", "patch", "Reinstall."),
            author.change("server", "minor", "Feature release.", when=">=2018"),
            author.change("server", "minor", "Restore, then reinstall."),
            # A new year is no larger than a feature release.
            author.change("server", "major", "Feature release.", when=">=2018", start=">=2018"),
            author.change("server", "major", "Follow the guide."),
        ),
    )


def rules_of(answers: tuple[object, ...]) -> set[str | None]:
    return {
        said.rule.name
        for each in answers
        if isinstance(each, Pair)
        for said in each.statements
        if isinstance(said, RuleStatement)
    }


def planned(result: Plan | Blocked) -> Plan:
    assert isinstance(result, Plan)
    return result


@pytest.mark.parametrize("released", [True, False])
def test_ravendb_crosses_its_first_major_versions_in_lockstep(released: bool) -> None:
    end = "5.3.0" if released else "5.3"
    start = {"server": ["3.5"], "client": ["3.5"]}
    plan = planned(ravendb(released=released).plan(start, {"server": "5.3", "client": "5.3"}))
    assert told(plan) == [f"server 3.5 > {end}, client 3.5 > {end} lockstep"]
    assert (plan.cost.largest, plan.cost.locksteps, plan.cost.downtime) == (2, 1, 2)
    # Neither goes first: the old client allows no other major version, the new one no older server.
    server, client = plan.hops[0].otherwise
    assert (server.component, rules_of(server.because)) == ("server", {"Early clients"})
    assert (client.component, rules_of(client.because)) == ("client", {"Later clients"})
    assert rules_of(plan.hops[0].because) == {"Later clients"}


@pytest.mark.parametrize("released", [True, False])
def test_ravendb_goes_by_way_of_the_version_whose_clients_are_freer(released: bool) -> None:
    way, end = ("4.2.0", "5.3.0") if released else ("4.2", "5.3")
    start = {"server": ["4.1"], "client": ["4.1"]}
    plan = planned(ravendb(released=released).plan(start, {"server": "5.3", "client": "5.3"}))
    assert told(plan) == [
        f"server 4.1 > {way} in-one-go",
        f"client 4.1 > {way} in-one-go",
        f"server {way} > {end} in-one-go",
        f"client {way} > {end} in-one-go optional",
    ]
    assert plan.cost.locksteps == 0


def test_ravendb_servers_go_first_and_clients_may_stay() -> None:
    start = {"server": ["4.2"], "client": ["4.2"]}
    plan = planned(ravendb(released=True).plan(start, {"server": "5.3", "client": "5.3"}))
    assert told(plan) == ["server 4.2 > 5.3.0 in-one-go", "client 4.2 > 5.3.0 in-one-go optional"]


def test_spire_alternates_servers_first_one_minor_at_a_time() -> None:
    start = {"server": ["0.8.1"], "agent": ["0.8.1"]}
    plan = planned(spire().plan(start, {"server": "0.12.1", "agent": "0.12.1"}))
    lines = ["0.8.1", "0.9.3", "0.10.1", "0.11.3", "0.12.1"]
    expected = []
    for was, now in pairwise(lines):
        expected += [f"server {was} > {now} rolling", f"agent {was} > {now} rolling"]
    expected[-1] += " optional"
    assert told(plan) == expected
    assert plan.cost.downtime == 0
    first = plan.hops[0]
    assert first.beside == {"server": ("0.8.1", "0.9.3"), "agent": ("0.8.1",)}
    assert rules_of(first.because) == {"Servers", "Agents"}


def test_spire_without_a_release_list_goes_line_by_line() -> None:
    """Agents must not be newer than a server of which only the line is known: to its first."""
    start = {"server": ["0.8.1"], "agent": ["0.8.1"]}
    plan = planned(spire(released=False).plan(start, {"server": "0.12.1", "agent": "0.12.1"}))
    assert told(plan) == [
        "server 0.8.1 > 0.9 rolling",
        "agent 0.8.1 > 0.9.0 rolling",
        "server 0.9 > 0.10 rolling",
        "agent 0.9.0 > 0.10.0 rolling",
        "server 0.10 > 0.11 rolling",
        "agent 0.10.0 > 0.11.0 rolling",
        "server 0.11 > 0.12.1 rolling",
        "agent 0.11.0 > 0.12.1 rolling optional",
    ]
    # Nobody says that these exist, but for what the reader names.
    names = [hop.moves[0].naming for hop in plan.hops]
    assert names == [Naming.LINE, Naming.COUNTED] * 3 + [Naming.RELEASE] * 2


def test_spire_goes_down_agents_first() -> None:
    start = {"server": ["0.9.3"], "agent": ["0.9.3"]}
    plan = planned(spire().plan(start, {"server": "0.8.1", "agent": "0.8.1"}))
    assert told(plan) == ["agent 0.9.3 > 0.8.1 rolling", "server 0.9.3 > 0.8.1 rolling optional"]


def test_spire_has_a_guide_for_each_way() -> None:
    author = Author(spire().product)
    guides = [
        author.guide(id_, ">=0", f"{way}.md", way)
        for id_ in ("server", "agent")
        for way in ("up", "down")
    ]
    planner = Planner(author.says(guides=guides, rolling=("server", "agent")))
    for was, now, guide in (("0.8.1", "0.9.3", "up.md"), ("0.9.3", "0.8.1", "down.md")):
        start = {"server": [was], "agent": [was]}
        plan = planned(planner.plan(start, {"server": now, "agent": now}))
        found = [move.guide.text for hop in plan.hops for move in hop.moves if move.guide]
        assert found == [guide] * 2


def test_spire_servers_of_two_versions_meet_first() -> None:
    start = {"server": ["0.8.1", "0.9.0"], "agent": ["0.8.1"]}
    plan = planned(spire().plan(start, {"server": "0.9.3", "agent": "0.9.3"}))
    assert told(plan) == [
        "server 0.8.1+0.9.0 > 0.9.3 rolling",
        "agent 0.8.1 > 0.9.3 rolling optional",
    ]


def test_spire_agents_that_stay_hold_the_servers_back() -> None:
    start = {"server": ["0.8.1", "0.9.0"], "agent": ["0.8.1"]}
    result = spire().plan(start, {"server": "0.10.1"})
    assert isinstance(result, Blocked)
    assert told(result) == ["server 0.8.1+0.9.0 > 0.9.3 rolling"]
    assert result.farthest == {"server": ("0.9.3",), "agent": ("0.8.1",)}
    (obstacle,) = result.obstacles
    assert (obstacle.component, obstacle.now) == ("server", "0.10.1")
    assert rules_of(obstacle.because) == {"Agents"}
    (permission,) = result.permissions
    assert (permission.kind, permission.component) == (PermissionKind.MOVE, "agent")


def test_spire_start_outside_is_told_the_nearest_way_back_in() -> None:
    start = {"server": ["0.9.3"], "agent": ["0.7.0"]}
    planner = spire(limited=True)
    plan = planned(planner.plan(start, {"server": "0.9.3", "agent": "0.9.3"}))
    assert rules_of(plan.outside) == {"Agents"}
    assert plan.hops[0].mode is Mode.REPAIR
    assert told(plan) == ["agent 0.7.0 > 0.8.0 repair", "agent 0.8.0 > 0.9.3 rolling"]
    assert (plan.nearest, plan.hops[0].otherwise) == (None, ())


def test_spire_start_outside_goes_on_at_once_where_nothing_limits_a_jump() -> None:
    start = {"server": ["0.9.3"], "agent": ["0.7.0"]}
    plan = planned(spire().plan(start, {"server": "0.9.3", "agent": "0.9.3"}))
    assert told(plan) == ["agent 0.7.0 > 0.9.3 repair"]
    assert plan.nearest == {"server": ("0.9.3",), "agent": ("0.8.0",)}


def test_spire_agents_go_to_where_the_servers_stand() -> None:
    """0.9.4 is the newest of its line, but the servers do not run it."""
    names = {"server": "SPIRE Server", "agent": "SPIRE Agent"}
    listed = [*SPIRE_RELEASES, "0.9.4"]
    planner = Planner(product(components(names, listed), SPIRE_RULES))
    start = {"server": ["0.9.3"], "agent": ["0.8.1"]}
    plan = planned(planner.plan(start, {"server": "0.10.1", "agent": "0.10.1"}))
    assert told(plan) == [
        "agent 0.8.1 > 0.9.3 in-one-go",
        "server 0.9.3 > 0.10.1 in-one-go",
        "agent 0.9.3 > 0.10.1 in-one-go optional",
    ]


def test_a_repair_that_jumps_too_far_says_so() -> None:
    releases = ["0.6.0", *SPIRE_RELEASES]
    names = {"server": "SPIRE Server", "agent": "SPIRE Agent"}
    author = Author(product(components(names, releases), SPIRE_RULES))
    planner = Planner(author.says(max_hops=(author.max_hop("agent", 1, "minor"),)))
    start = {"server": ["0.9.3"], "agent": ["0.6.0"]}
    plan = planned(planner.plan(start, {"server": "0.9.3", "agent": "0.9.3"}))
    first = plan.hops[0]
    assert told(plan) == ["agent 0.6.0 > 0.8.0 repair", "agent 0.8.0 > 0.9.3 in-one-go"]
    assert [each.kind for each in first.otherwise[0].refusals] == [RefusalKind.MAX_HOP]


def test_spire_start_outside_without_a_target_only_comes_back_in() -> None:
    plan = planned(spire().plan({"server": ["0.9.3"], "agent": ["0.7.0"]}, {}))
    assert told(plan) == ["agent 0.7.0 > 0.8.0 repair"]


OCTOPUS_TABLE = """\
## Backward

| Server | Tentacle |
| --- | --- |
| 2018.2 ➜ 2018.12 | 3.0 ➜ latest |
| 2019.1 | 4.0 ➜ latest |

## Partial

| Server | Tentacle |
| --- | --- |
| 2019.1 ➜ latest | 3.0 ➜ 3.25 |
"""


def test_octopus_hops_that_keep_all_compatible_are_not_optional() -> None:
    parts = {id_: {"name": id_.title(), "scheme": "octopus"} for id_ in ("server", "tentacle")}
    partial = {"partial": {"verdict": "partial", "note": "Default space."}}
    planner = Planner(product(parts, [], OCTOPUS_TABLE, partial))
    start = {"server": ["2018.12"], "tentacle": ["3.20"]}
    plan = planned(planner.plan(start, {"server": "2019.1", "tentacle": "4.0"}))
    (tentacle,) = [hop for hop in plan.hops if hop.moves[0].component == "tentacle"]
    assert not tentacle.is_optional


def test_octopus_goes_by_way_of_its_stop_with_the_guide_for_each_leg() -> None:
    plan = planned(Planner(octopus()).plan({"server": ["1.6.3"]}, {"server": "2018.12"}))
    assert told(plan) == [
        "server 1.6.3 > 2.6.5 in-one-go",
        "server 2.6.5 > 2018.12.1 in-one-go",
    ]
    guides = [move.guide.text for hop in plan.hops for move in hop.moves if move.guide]
    assert guides == ["upgrading-from-1.6.md", "upgrading-from-2.6.md"]
    assert [(stop.hop, stop.version) for stop in plan.stops] == [(0, "2.6.5")]


@pytest.mark.parametrize(
    ("was", "now", "level", "rollback"),
    [
        ("3.4.4", "3.4.12", Level.PATCH, "Reinstall."),
        ("3.4.4", "3.5.1", Level.MINOR, "Restore, then reinstall."),
        ("2.6.5", "3.4.12", Level.MAJOR, "Follow the guide."),
        ("2018.1.0", "2018.12.1", Level.MINOR, "Feature release."),
        ("2018.12.1", "2019.1.0", Level.MAJOR, "Feature release."),
        ("2.6.5", "2019.1.0", Level.MAJOR, "Follow the guide."),
        ("4.0.0", "2018.1.0", Level.MAJOR, "Follow the guide."),
    ],
)
def test_octopus_classes_of_change(was: str, now: str, level: Level, rollback: str) -> None:
    plan = planned(Planner(octopus()).plan({"server": [was]}, {"server": now}))
    ((move,),) = (hop.moves for hop in plan.hops)
    assert (move.level, move.rollback, move.is_up) == (level, rollback, True)
    # To take it back is a change of the same class, for which there is no guide for going up.
    plan = planned(Planner(octopus()).plan({"server": [now]}, {"server": was}))
    ((move,),) = (hop.moves for hop in plan.hops)
    assert (move.level, move.rollback, move.is_up) == (level, rollback, False)
    assert (move.guide, move.no_return) == (None, ())


def test_texts_that_cannot_be_planned_are_named() -> None:
    with pytest.raises(PlanRequestError) as caught:
        spire().plan({"server": ["zero"]}, {"agent": "0.9.3", "proxy": "1"})
    assert sorted(each.component for each in caught.value.problems) == ["agent", "proxy", "server"]
