"""What a plan says beside its hops, and what is said where there is none."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_compat.model.site import Product
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.planning.hop import Mode, Naming
from mkdocs_compat.planning.moves import RefusalKind
from mkdocs_compat.planning.permission import (
    Permission,
    PermissionKind,
    read_permissions,
    spell,
)
from mkdocs_compat.planning.plan import Blocked, Plan
from mkdocs_compat.planning.planner import Planner
from mkdocs_compat.planning.request import Objective
from tests.planning.products import Author, product, told

RELEASES = ["1.0.0", "1.0.5", "1.1.0", "1.2.0", "1.2.4", "2.0.0", "2.1.0"]


def one(**said: Any) -> Product:
    """Return a product with one component; `said` takes functions of its author."""
    author = Author(product({"app": {"scheme": "semver", "releases": RELEASES}}, []))
    return author.says(**{key: tuple(make(author)) for key, make in said.items()})


def two(rules: list[dict[str, Any]], **said: Any) -> Product:
    listed = {"scheme": "semver", "releases": RELEASES}
    author = Author(product({"app": listed, "lib": listed}, rules))
    return author.says(**said)


def plan(product: Product, was: str, now: str, **terms: Any) -> Plan:
    result = Planner(product).plan({"app": [was]}, {"app": now}, **terms)
    assert isinstance(result, Plan)
    return result


def blocked(product: Product, was: str, now: str, **terms: Any) -> Blocked:
    result = Planner(product).plan({"app": [was]}, {"app": now}, **terms)
    assert isinstance(result, Blocked)
    return result


def test_already_there() -> None:
    assert told(plan(one(), "1.2.4", "1.2")) == []


def test_a_line_is_left_for_its_newest_release() -> None:
    assert told(plan(one(), "1.0", "1.2")) == ["app 1.0 > 1.2.4 in-one-go"]


def test_the_largest_hop_is_counted_on_the_train() -> None:
    """2.0 follows 1.2 on the train, whatever their numbers."""
    limited = one(max_hops=lambda author: [author.max_hop("app", 1, "minor")])
    assert told(plan(limited, "1.0.0", "2.1.0")) == [
        "app 1.0.0 > 1.1.0 in-one-go",
        "app 1.1.0 > 1.2.4 in-one-go",
        "app 1.2.4 > 2.0.0 in-one-go",
        "app 2.0.0 > 2.1.0 in-one-go",
    ]


def test_small_jumps_when_they_are_wanted() -> None:
    found = plan(one(), "1.0.0", "1.2.4", objective=Objective.JUMPS)
    assert told(found) == [
        "app 1.0.0 > 1.0.5 in-one-go",
        "app 1.0.5 > 1.1.0 in-one-go",
        "app 1.1.0 > 1.2.4 in-one-go",
    ]


def test_a_stop_that_depends_on_an_answer() -> None:
    asking = one(
        stops=lambda author: [author.stop("app", "1.1", question="registry")],
        questions=lambda author: [author.question("registry"), author.question("other")],
    )
    by_way = ["app 1.0.0 > 1.1.0 in-one-go", "app 1.1.0 > 2.1.0 in-one-go"]
    unknown = plan(asking, "1.0.0", "2.1.0")
    assert told(unknown) == by_way
    assert [question.id for question in unknown.questions] == ["registry"]
    assert told(plan(asking, "1.0.0", "2.1.0", answers={"registry": True})) == by_way
    direct = plan(asking, "1.0.0", "2.1.0", answers={"registry": False})
    assert told(direct) == ["app 1.0.0 > 2.1.0 in-one-go"]
    assert [question.id for question in direct.questions] == ["registry"]
    assert plan(asking, "1.1.0", "2.1.0").questions == ()


def test_a_stop_guards_only_what_lies_beyond_its_limit() -> None:
    guarded = one(stops=lambda author: [author.stop("app", "1.1", "2.0")])
    assert told(plan(guarded, "1.0.0", "1.2.4")) == ["app 1.0.0 > 1.2.4 in-one-go"]
    assert told(plan(guarded, "1.0.0", "2.0.0")) == [
        "app 1.0.0 > 1.2.4 in-one-go",
        "app 1.2.4 > 2.0.0 in-one-go",
    ]


def test_a_limit_within_a_line_is_kept_by_an_older_release_of_it() -> None:
    guarded = one(stops=lambda author: [author.stop("app", "1.2", "1.2.4")])
    assert told(plan(guarded, "1.0.0", "2.0.0")) == [
        "app 1.0.0 > 1.2.0 in-one-go",
        "app 1.2.0 > 2.0.0 in-one-go",
    ]


def test_versions_that_nobody_names_are_made_only_where_something_counts_them() -> None:
    """Otherwise 2.8 would be where the stop at 2.6 is met."""
    parts = {id_: {"scheme": "semver"} for id_ in ("app", "lib")}
    same = [{"component": "app", "with": "lib", "when": "<5", "verdict": "compatible"}]
    author = Author(product(parts, same))
    stops = (author.stop("app", "2.6", "2.9"),)
    found = plan(author.says(stops=stops), "2.1", "2.9.3")
    assert told(found) == ["app 2.1 > 2.6 in-one-go", "app 2.6 > 2.9.3 in-one-go"]
    assert [hop.moves[0].naming for hop in found.hops] == [Naming.LINE, Naming.RELEASE]
    limits = (author.max_hop("app", 1, "minor"),)
    counted = plan(author.says(max_hops=limits), "2.1", "2.3")
    assert told(counted) == ["app 2.1 > 2.2 in-one-go", "app 2.2 > 2.3 in-one-go"]


def test_no_version_between_two_rows_is_made_up() -> None:
    parts = {id_: {"name": id_.title(), "scheme": "semver"} for id_ in ("app", "lib")}
    rows = "| App | Lib |\n| --- | --- |\n| 2.6 | 1.0 |\n| 3.2 ➜ 3.4 | 1.0 |\n"
    author = Author(product(parts, [], rows))
    found = plan(author.says(stops=(author.stop("app", "2.6", "3.2"),)), "2.1", "3.4")
    assert told(found) == ["app 2.1 > 2.6 in-one-go", "app 2.6 > 3.4 in-one-go"]


def test_what_comes_with_versions_is_told_once_and_in_order() -> None:
    telling = one(
        stops=lambda author: [author.stop("app", "1.1")],
        breaking=lambda author: [
            author.notice("app", "2.0", "two"),
            author.notice("app", "1.2.4", "late"),
            author.notice("app", "1.0.0", "not passed"),
            author.notice("app", "1.1", "one"),
        ],
        waits=lambda author: [author.gate("app", "1.1", "migrations")],
        finalizes=lambda author: [author.gate("app", "2.0", "format")],
    )
    first, second = (hop.moves[0] for hop in plan(telling, "1.0.0", "2.1.0").hops)
    assert [notice.text for notice in first.breaking] == ["one"]
    assert [notice.text for notice in second.breaking] == ["late", "two"]
    assert [gate.note for gate in first.waits] == ["migrations"]
    assert not second.waits
    assert not first.no_return
    assert len(second.no_return) == 1


def test_no_way_back_below_what_is_final() -> None:
    final = one(finalizes=lambda author: [author.gate("app", "2.0")])
    result = blocked(final, "2.1.0", "1.2.4")
    assert told(result) == ["app 2.1.0 > 2.0.0 in-one-go"]
    assert [each.kind for each in result.obstacles[0].refusals] == [RefusalKind.FINAL]
    assert result.permissions == (Permission(PermissionKind.DOWNGRADE, "app"),)
    allowed = plan(final, "2.1.0", "1.2.4", accept=result.permissions)
    assert told(allowed) == ["app 2.1.0 > 1.2.4 in-one-go"]
    assert allowed.hops[0].moves[0].no_return == final.upgrade.finalizes


def test_only_small_changes_are_taken_back() -> None:
    held = one(downgrades=lambda author: [author.downgrade("app", "minor")])
    assert told(plan(held, "1.2.4", "1.0.0")) == ["app 1.2.4 > 1.0.0 in-one-go"]
    result = blocked(held, "2.0.0", "1.2.4")
    assert [each.kind for each in result.obstacles[0].refusals] == [RefusalKind.DOWNGRADE]


def test_a_jump_that_would_have_to_be_allowed() -> None:
    """The stop lies between versions that exist: nothing meets it."""
    gap = one(
        max_hops=lambda author: [author.max_hop("app", 0, "major")],
    )
    result = blocked(gap, "1.0.0", "2.1.0")
    assert result.farthest == {"app": ("1.2.4",)}
    assert [each.kind for each in result.obstacles[0].refusals] == [RefusalKind.MAX_HOP]
    assert result.permissions == (Permission(PermissionKind.JUMP, "app"),)
    allowed = plan(gap, "1.0.0", "2.1.0", accept=result.permissions)
    assert told(allowed) == ["app 1.0.0 > 2.1.0 in-one-go"]


def test_permissions_are_spelled_and_read() -> None:
    held = one(stops=lambda author: [author.stop("app", "1.1"), author.stop("app", "1.2")])
    (first, _) = stops = held.upgrade.stops
    for text, found in (
        ("jump=app", Permission(PermissionKind.JUMP, "app")),
        ("jump=app@1.1", Permission(PermissionKind.JUMP, "app", first)),
        ("downgrade=app", Permission(PermissionKind.DOWNGRADE, "app")),
    ):
        assert read_permissions(text, stops) == (found,)
        assert spell(found) == text
    for text in ("jump", "jump=", "jump=app@9", "downgrade=app@1.1", "move=app", ""):
        assert read_permissions(text, stops) == ()
    assert spell(Permission(PermissionKind.MOVE, "app", now="1.1")) is None
    past = plan(held, "1.0.0", "2.1.0", accept=read_permissions("jump=app@1.1", stops))
    assert told(past) == ["app 1.0.0 > 1.2.4 in-one-go", "app 1.2.4 > 2.1.0 in-one-go"]


def test_what_nobody_states_can_be_accepted() -> None:
    said = [{"component": "app", "with": "lib", "when": "<2", "same": "major"}]
    start = {"app": ["1.0.0"], "lib": ["1.0.0"]}
    planner = Planner(two(said))
    result = planner.plan(start, {"app": "2.1.0"})
    assert isinstance(result, Blocked)
    assert result.permissions == (Permission(PermissionKind.UNSTATED),)
    assert isinstance(planner.plan(start, {"app": "2.1.0"}, accept=[Verdict.UNSTATED]), Plan)


def test_a_component_without_a_target_would_have_to_move() -> None:
    said = [{"component": "app", "with": "lib", "same": "major"}]
    start = {"app": ["1.0.0"], "lib": ["1.0.0"]}
    result = Planner(two(said)).plan(start, {"app": "2.1.0"})
    assert isinstance(result, Blocked)
    (permission,) = result.permissions
    assert (permission.kind, permission.component) == (PermissionKind.MOVE, "lib")


def test_downtime_that_would_have_to_be_accepted() -> None:
    said = [{"component": "app", "with": "app", "apart": "1 minor"}]
    strict = Planner(two(said, rolling=("app",)), no_downtime=["app"])
    result = strict.plan({"app": ["1.0.0"]}, {"app": "2.1.0"})
    assert isinstance(result, Plan)
    assert {hop.mode for hop in result.hops} == {Mode.ROLLING}
    single = Planner(two(said), no_downtime=["app"])
    stuck = single.plan({"app": ["1.0.0"]}, {"app": "2.1.0"})
    assert isinstance(stuck, Blocked)
    assert stuck.permissions == (Permission(PermissionKind.DOWNTIME, "app"),)
    assert [each.kind for each in stuck.obstacles[0].refusals] == [RefusalKind.DOWNTIME]


def test_components_of_one_step_go_in_the_order_of_the_product() -> None:
    target = {"app": "2.1", "lib": "2.1"}
    for order in ((("lib", "app"),), (("app", "lib"),)):
        planner = Planner(two([], order=order))
        found = planner.plan({"app": ["1.2"], "lib": ["1.2"]}, target)
        assert [hop.moves[0].component for hop in found.hops] == ["app", "lib"]


@pytest.mark.parametrize("order", [("app", "lib"), ("lib", "app")])
def test_the_stated_order_decides_where_rules_do_not(order: tuple[str, str]) -> None:
    planner = Planner(two([], order=[(each,) for each in order]))
    start = {"app": ["1.0.0"], "lib": ["1.0.0"]}
    up = planner.plan(start, {"app": "2.0.0", "lib": "2.0.0"})
    assert tuple(hop.moves[0].component for hop in up.hops) == order
    back = {"app": ["2.0.0"], "lib": ["2.0.0"]}
    down = planner.plan(back, {"app": "1.0.0", "lib": "1.0.0"})
    assert tuple(hop.moves[0].component for hop in down.hops) == order[::-1]


def test_rows_that_count_as_a_whole_hold_a_plan_together() -> None:
    rows = ["| App | Lib |", "| --- | --- |", "| 1.0 | 1.0 |", "| 2.0 | 2.0 |"]
    listed = {"scheme": "semver", "releases": RELEASES}
    parts = {"app": {"name": "App", **listed}, "lib": {"name": "Lib", **listed}}
    body = "\n".join(["## Sets", "", *rows])
    start = {"app": ["1.0.0"], "lib": ["1.0.0"]}
    planner = Planner(product(parts, [], body, {"sets": {"together": True}}))
    result = planner.plan(start, {"app": "2.0.0", "lib": "2.0.0"})
    assert told(result) == ["app 1.0.0 > 2.0.0, lib 1.0.0 > 2.0.0 lockstep"]
