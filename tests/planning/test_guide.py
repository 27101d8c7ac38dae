"""The paths that a guide to upgrading tells."""

from __future__ import annotations

from mkdocs_compat.planning.guide import ComponentGuide, Path, make_guides
from mkdocs_compat.planning.plan import Blocked, Plan
from tests.planning.products import Author, product

RELEASES = [f"{major}.{minor}.0" for major in (1, 2) for minor in range(4)] + ["1.3.7", "3.0.0"]
TABLE = "| Server | Agent |\n| --- | --- |\n| 1.0 - 1.6 | 1.x |\n| 2.0 - 2.6 | 2.x |\n"


def server(**more: object) -> Author:
    listed = {"scheme": "semver", "name": "Server", "releases": RELEASES}
    return Author(product({"server": listed, **more}, []))


def paths(guide: ComponentGuide) -> list[tuple[str, ...]]:
    return [_short(path) for path in guide.paths]


def _short(path: Path) -> tuple[str, ...]:
    first, last = path.starts[0], path.starts[-1]
    return (first if first == last else f"{first} - {last}", *path.versions)


def test_lines_that_go_on_in_the_same_way_are_one_path() -> None:
    author = server()
    (guide,) = make_guides(author.says(stops=(author.stop("server", "1.3"),)))
    assert guide.newest == "3.0.0"
    assert paths(guide) == [("1.0.0 - 1.2.0", "1.3.7", "3.0.0"), ("1.3.7 - 2.3.0", "3.0.0")]
    assert [stop.at.text for stop in guide.paths[0].stop_at(0)] == ["1.3"]
    assert guide.paths[0].stop_at(1) == ()


def test_another_guide_makes_another_path() -> None:
    author = server()
    (guide,) = make_guides(author.says(guides=(author.guide("server", "1.x", "https://x.test"),)))
    assert paths(guide) == [("1.0.0 - 1.3.7", "3.0.0"), ("2.0.0 - 2.3.0", "3.0.0")]


def test_lines_with_no_way_on_say_how_far_they_get() -> None:
    own = {id_: {"scheme": "semver", "name": id_.title()} for id_ in ("server", "agent")}
    author = Author(product(own, [], TABLE))
    guide, _ = make_guides(author.says(max_hops=(author.max_hop("server", 1, "minor"),)))
    assert isinstance(guide.paths[0].result, Blocked)
    assert guide.paths[0].versions[-1:] != (guide.newest,)
    assert isinstance(guide.paths[-1].result, Plan)


def test_without_releases_the_lines_are_those_that_tables_name() -> None:
    own = {id_: {"scheme": "semver", "name": id_.title()} for id_ in ("server", "agent")}
    guides = make_guides(product(own, [], TABLE))
    assert [guide.component for guide in guides] == ["server", "agent"]
    assert all(guide.newest.startswith("2") for guide in guides)


def test_only_some_components() -> None:
    agent = {"scheme": "semver", "name": "Agent", "releases": ["1.0.0", "1.1.0"]}
    both = server(agent=agent).product
    assert [guide.component for guide in make_guides(both, ["agent"])] == ["agent"]
    assert len(make_guides(both)) == 2


def test_a_component_with_one_version_has_no_path() -> None:
    assert make_guides(product({"a": {"scheme": "semver", "releases": ["1.0.0"]}}, [])) == ()


def test_a_range_that_a_guide_names_is_no_version_to_start_from() -> None:
    own = {id_: {"scheme": "semver", "name": id_.title()} for id_ in ("server", "agent")}
    author = Author(product(own, [], TABLE))
    guides = (author.guide("server", "<4.2", "https://x.test/old"),)
    said = author.says(guides=guides, stops=(author.stop("server", "4.2", "5.0"),))
    guide, _ = make_guides(said)
    assert guide.newest == "5.0"
    assert all("<" not in version for version in guide.versions)


def test_a_stop_that_depends_on_an_answer_has_another_way() -> None:
    author = server()
    stop = author.stop("server", "1.3", question="npm")
    said = author.says(stops=(stop,), questions=(author.question("npm"),))
    (guide,) = make_guides(said)
    path = guide.paths[0]
    assert path.versions == ("1.3.7", "3.0.0")
    assert path.otherwise == ("3.0.0",)
    assert guide.paths[-1].otherwise is None


def test_the_other_way_goes_on_behind_a_stop_that_holds_for_all() -> None:
    author = server()
    stops = (author.stop("server", "1.1"), author.stop("server", "2.1", question="npm"))
    (guide,) = make_guides(author.says(stops=stops, questions=(author.question("npm"),)))
    assert [(path.starts[0], path.versions, path.otherwise) for path in guide.paths] == [
        ("1.0.0", ("1.1.0", "2.1.0", "3.0.0"), ("1.1.0", "3.0.0")),
        ("1.1.0", ("2.1.0", "3.0.0"), ("3.0.0",)),
        ("2.1.0", ("3.0.0",), None),
    ]


def test_every_line_has_a_name_and_a_plan() -> None:
    (guide,) = make_guides(server().product)
    names = [f"{major}.{minor}" for major in (1, 2) for minor in range(4)]
    assert [line.name for line in guide.lines] == names
    assert guide.lines[3].version == "1.3.7"
    assert all(isinstance(line.result, Plan) for line in guide.lines)


def test_a_line_is_called_as_its_author_writes_it() -> None:
    own = {"scheme": "calver", "releases": ["18.04.1", "20.04.2", "22.04.0"]}
    (guide,) = make_guides(product({"system": own}, []))
    assert [line.name for line in guide.lines] == ["18.04", "20.04"]


def test_a_guide_starts_from_a_version_that_nothing_else_names() -> None:
    own = {id_: {"scheme": "semver", "name": id_.title()} for id_ in ("server", "agent")}
    author = Author(product(own, [], TABLE))
    guides = (author.guide("server", "0.4", "https://x.test/old"),)
    stops = (author.stop("server", "0.1"),)
    guide, _ = make_guides(author.says(guides=guides, stops=stops))
    assert "0.4" in [line.name for line in guide.lines]
