"""`mkdocs-compat plan`: how it is called, what it plans, and how it ends."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from mkdocs_compat.command_line import main
from mkdocs_compat.command_line.site_config import read_config
from mkdocs_compat.command_line.site_pages import analyze_site
from mkdocs_compat.publishing.payload import site_json
from tests.command_line.sites import CLEAN, write_site
from tests.publishing.published import file_of, spire

PRODUCTS = Path(__file__).parents[1] / "vectors" / "products"

# Front matter as authors write it; the line of a rule or a stop is asked for in the tests.
SPIRE = """\
---
compat:
  product: spire
  components:
    server: {name: SPIRE Server, scheme: semver}
    agent: {name: SPIRE Agent, scheme: semver}
  rules:
    - {name: Servers, component: server, with: server, apart: 1 minor}
    - {name: Agents, component: agent, with: server, not-newer: patch, behind: 1 minor}
  upgrade:
    order: [server, agent]
    max-hop: {server: 1 minor, agent: 1 minor}
    rolling: [server, agent]
---
# Skew
"""
GITLAB = """\
---
compat:
  product: gitlab
  components:
    gitlab:
      name: GitLab
      scheme: semver
      releases: [14.0.12, 14.3.6, 14.9.5, 14.10.5, 15.0.5, 15.1.6, 15.4.6]
  upgrade:
    questions:
      npm-registry: "Do you use the NPM registry?"
      sprockets: "Do you run several web nodes?"
    stops:
      - {at: "14.0", reason: The database moves.}
      - {at: "14.3"}
      - {at: "14.9"}
      - {at: "14.10", when: npm-registry, guide: "https://example.org/npm"}
      - {at: "15.0"}
      - {at: "15.1", when: sprockets}
---
# Upgrades
"""


def plan(*arguments: str | Path) -> Result:
    """Run `mkdocs-compat plan`; anything but an exit is a defect."""
    run = CliRunner().invoke(main, ["plan", *map(str, arguments)])
    assert run.exception is None or isinstance(run.exception, SystemExit), run.exception
    return run


def told(*arguments: str | Path) -> list[str]:
    """Return the hops that are printed for a plan that there is, each by its first line."""
    run = plan(*arguments)
    assert (run.exit_code, run.stderr) == (0, ""), run.output
    return re.findall(r"^\d+\. (.*)$", run.stdout, re.MULTILINE)


def data(*arguments: str | Path) -> Any:
    """Return what is printed as JSON."""
    run = plan("--format", "json", *arguments)
    assert not run.stderr
    return json.loads(run.stdout)


@pytest.fixture
def skew(tmp_path: Path) -> Path:
    path = tmp_path / "skew.md"
    path.write_text(SPIRE, encoding="utf-8")
    return path


@pytest.fixture
def stops(tmp_path: Path) -> Path:
    path = tmp_path / "stops.md"
    path.write_text(GITLAB, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stay away from the configuration of this project's own site."""
    monkeypatch.chdir(tmp_path)


class TestPlans:
    def test_spire_goes_up_by_turns_servers_first(self, skew: Path) -> None:
        # The sentence in the documentation, word by word.
        words = "server=0.8.1 agent=0.8.1 --to server=0.12.1 agent=0.12.1"
        assert told("--page", skew, *words.split()) == [
            "SPIRE Server 0.8.1 to a release of 0.9, rolling",
            "SPIRE Agent 0.8.1 to 0.9.0 (the first release of its line), rolling",
            "SPIRE Server 0.9 to a release of 0.10, rolling",
            "SPIRE Agent 0.9.0 to 0.10.0 (the first release of its line), rolling",
            "SPIRE Server 0.10 to a release of 0.11, rolling",
            "SPIRE Agent 0.10.0 to 0.11.0 (the first release of its line), rolling",
            "SPIRE Server 0.11 to 0.12.1, rolling",
            "SPIRE Agent 0.11.0 to 0.12.1, rolling, optional",
        ]

    def test_spire_goes_down_agents_first(self, skew: Path) -> None:
        words = "server=0.9.3 agent=0.9.3 --to server=0.8.1 agent=0.8.1"
        hops = told("--page", skew, *words.split())
        assert hops[0] == "SPIRE Agent 0.9.3 to 0.8.1, rolling"
        assert hops[1].startswith("SPIRE Server 0.9.3 to 0.8.1, rolling")

    def test_spire_outside_of_its_rules(self, skew: Path) -> None:
        words = "server=0.9.3 agent=0.7.0 --to server=0.9.3 agent=0.9.3"
        found = data("--page", skew, *words.split())
        (outside,) = found["outside"]
        assert outside["verdict"] == "incompatible"
        assert (outside["reasons"][0]["line"], outside["reasons"][0]["column"]) == (9, 7)
        assert [hop["mode"] for hop in found["hops"]] == ["repair", "rolling"]

    def test_a_fleet(self, skew: Path) -> None:
        words = "server=0.8.1,0.9.0 agent=0.8.1 --to server=0.9.0"
        first = data("--page", skew, *words.split())["hops"][0]
        assert (first["from"], first["to"]) == ({"server": ["0.8.1"]}, {"server": "0.9.0"})
        assert first["before"]["server"] == ["0.8.1", "0.9.0"]

    def test_ravendb_by_way_of_4_2(self) -> None:
        words = "server=4.1 client=4.1 --to server=5.3 client=5.3"
        assert told("--page", PRODUCTS / "ravendb.md", *words.split()) == [
            "RavenDB Server 4.1 to a release of 4.2, in one go",
            "RavenDB Client 4.1 to a release of 4.2, in one go",
            "RavenDB Server 4.2 to 5.3, in one go",
            "RavenDB Client 4.2 to 5.3, in one go, optional",
        ]

    def test_ravendb_in_lockstep(self) -> None:
        words = "server=3.5 client=3.5 --to server=5.3 client=5.3"
        assert told("--page", PRODUCTS / "ravendb.md", *words.split()) == [
            "RavenDB Server 3.5 to 5.3 and RavenDB Client 3.5 to 5.3, in lockstep"
        ]

    def test_no_plan(self, skew: Path) -> None:
        run = plan("--page", skew, "server=0.8.1", "agent=0.8.1", "--to", "server=0.10.0")
        assert run.exit_code == 1
        assert run.stdout.startswith("No plan: SPIRE Server 0.8.1 to 0.10.0 (SPIRE Agent 0.8.1")
        assert "SPIRE Agent 0.8.1 is more than one minor version behind" in run.stdout
        assert "  move SPIRE Agent too: --to agent=0.9" in run.stdout

    def test_a_published_file(self, tmp_path: Path) -> None:
        path = tmp_path / "compat.json"
        path.write_text(file_of(spire()), encoding="utf-8")
        words = "server=0.9.3 agent=0.9.3 --to server=0.10.0"
        assert [each.split(",")[0] for each in told("--from", path, *words.split())] == [
            "SPIRE Server 0.9.3 to 0.10.0"
        ]

    def test_a_published_file_plans_as_its_site_does(self, tmp_path: Path) -> None:
        config = write_site(tmp_path, {"index.md": SPIRE, "stops.md": GITLAB})
        path = tmp_path / "compat.json"
        path.write_text(site_json(analyze_site(read_config(config)).site), encoding="utf-8")
        for words in (
            "server=0.8.1 agent=0.8.1 --to server=0.12.1 agent=0.12.1",
            "server=0.9.3 agent=0.7.0 --to server=0.9.3 agent=0.9.3",
            "server=0.8.1 --to server=0.9.0 --accept unstated",
            "gitlab=14.0.12 --to gitlab=15.4.6 --answer npm-registry=no --format markdown",
        ):
            by_site = plan("-f", config, *words.split())
            by_file = plan("--from", path, *words.split())
            assert by_site.exit_code == 0
            assert by_file.output == by_site.output

    def test_the_site_of_this_folder(self, tmp_path: Path) -> None:
        write_site(tmp_path, {"index.md": SPIRE})
        run = plan("server=0.8.1", "--to", "server=0.9.0")
        assert (run.exit_code, "docs/index.md:8:7: A rule covers" in run.stdout) == (0, True)


class TestOptions:
    @pytest.mark.parametrize(
        "words",
        [
            "server=0.8.1 agent=0.8.1 --to server=0.9.0 --to agent=0.9.0",
            "server=0.8.1 agent=0.8.1 --to=server=0.9.0 agent=0.9.0",
            "server=0.8.1 agent=0.8.1 --to server=0.9.0 --objective hops agent=0.9.0",
            "server=0.8.1 --objective=downtime agent=0.8.1 --to server=0.9.0 -- agent=0.9.0",
            "server=0.8.1 SPIRE\xa0Agent=0.8.1 --to server=0.9.0 agent=0.9.0",
            "server=0.8.1 agent=0.8.1 --to server=0.9.0 agent=0.9.0 server=0.9.0",
        ],
    )
    def test_how_targets_may_be_given(self, skew: Path, words: str) -> None:
        arguments = [word.replace("\xa0", " ") for word in words.split(" ")]
        found = data("--page", skew, *arguments)
        assert (found["start"], found["target"]) == (
            {"server": ["0.8.1"], "agent": ["0.8.1"]},
            {"server": ["0.9.0"], "agent": ["0.9.0"]},
        )

    def test_answers_decide_about_stops(self, stops: Path) -> None:
        words = ["--page", str(stops), "gitlab=14.0.12", "--to", "gitlab=15.4.6"]
        assert [each["version"] for each in data(*words)["stops"]] == [
            "14.3.6",
            "14.9.5",
            "14.10.5",
            "15.0.5",
            "15.1.6",
        ]
        without = data(*words, "--answer", "npm-registry=no", "--answer", "sprockets=No")
        assert [hop["to"]["gitlab"] for hop in without["hops"]] == [
            "14.3.6",
            "14.9.5",
            "15.0.5",
            "15.4.6",
        ]
        assert [(each["id"], each["answer"]) for each in without["questions"]] == [
            ("npm-registry", False),
            ("sprockets", False),
        ]

    def test_no_downtime(self) -> None:
        words = "server=4.2 client=4.2 --to server=5.3 --no-downtime"
        page = PRODUCTS / "ravendb.md"
        run = plan("--page", page, *words.split(), "RavenDB server")
        assert run.exit_code == 1
        assert run.stdout.endswith(
            "  accept downtime of RavenDB Server: leave out --no-downtime server\n"
        )

    def test_accepting_what_is_unstated(self, skew: Path) -> None:
        words = ["--page", str(skew), "server=1.0.0", "agent=0.12.0", "--to", "agent=1.0.0"]
        assert data(*words)["outside"][0]["verdict"] == "unstated"
        assert data(*words, "--accept", "unstated")["outside"] == []

    def test_the_objective(self, tmp_path: Path) -> None:
        releases = "[1.0.0, 1.1.0, 1.2.0, 1.3.0]"
        page = tmp_path / "page.md"
        page.write_text(
            f"---\ncompat:\n  components:\n    app: {{scheme: semver, releases: {releases}}}\n"
            "  upgrade: {rolling: [app]}\n---\n# App\n",
            encoding="utf-8",
        )
        words = ["--page", str(page), "app=1.0.0", "--to", "app=1.3.0", "--objective"]
        assert len(data(*words, "hops")["hops"]) == 1
        assert len(data(*words, "jumps")["hops"]) == 3

    def test_markdown(self, skew: Path) -> None:
        words = "server=0.8.1 --to server=0.9.0 --format markdown"
        run = plan("--page", skew, *words.split())
        assert run.stdout.startswith("## Plan: SPIRE Server 0.8.1 to 0.9.0\n\n1 hop, rolling.\n\n")
        assert "\n- [ ] **1. SPIRE Server 0.8.1 to 0.9.0, rolling**\n" in run.stdout

    def test_colours(self, skew: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        words = ["--page", str(skew), "server=0.8.1", "--to", "server=0.9.0"]
        plain = plan(*words).stdout
        assert "\x1b" not in plain
        coloured = plan(*words, "--color", "always").stdout
        assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain != coloured
        monkeypatch.setenv("FORCE_COLOR", "1")
        assert plan(*words).stdout == coloured
        assert plan(*words, "--color", "never").stdout == plain
        monkeypatch.setenv("NO_COLOR", "1")
        assert plan(*words).stdout == plain

    def test_what_is_said_can_be_gone_against(self, stops: Path) -> None:
        words = "gitlab=14.3.6 --to gitlab=15.0 --answer npm-registry=no"
        assert len(told("--page", stops, *words.split())) == 2
        words += " --allow jump=GitLab@14.9"
        assert len(told("--page", stops, *words.split())) == 1

    def test_what_would_help_can_be_typed(self, tmp_path: Path) -> None:
        config = write_site(
            tmp_path, {"index.md": GITLAB.replace("    stops:", "    downgrade: patch\n    stops:")}
        )
        words = ["-f", str(config), "gitlab=15.4.6", "--to", "gitlab=15.1.6"]
        run = plan(*words)
        help_ = "  take GitLab back although it is said that it is not: --allow downgrade=gitlab\n"
        assert (run.exit_code, run.stdout.endswith(help_)) == (1, True)
        (permission,) = json.loads(plan(*words, "--format", "json").stdout)["permissions"]
        assert permission["allow"] == "downgrade=gitlab"
        run = plan(*words, "--allow", permission["allow"])
        assert "\n   Said against it: Only changes up to patch are taken back. (" in run.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "expected where you are and where to go"),
        ("server=0.8.1", "expected where you are and where to go"),
        ("--to server=0.8.1 agent=0.8.1", "expected where you are and where to go"),
        ("server=0.8.1 --to agent=0.9.0", "SPIRE Agent has a target but no start: say from which"),
        ("server=soon --to server=0.9.0", "SPIRE Server: 'soon' is not a semver version"),
        ("server=0.8.1 --to server=later", "SPIRE Server: 'later' is not a semver version"),
        ("server=0.8.1 --to server=0.9.0 server=0.10.0", "'server' has two targets: '0.9.0' and"),
        ("server=0.8.1 --to server=0.9.0,0.10.0", "expected one version to go to"),
        ("server=0.8.1, --to server=0.9.0", "has an empty version between its commas"),
        ("server --to server=0.9.0", "'server' names no version: expected server=0.8.1"),
        ("=0.8.1 --to server=0.9.0", "'=0.8.1' names no version"),
        ("sever=0.8.1 --to server=0.9.0", "no component 'sever': did you mean 'server'?"),
        ("server=0.8.1 --to sever=0.9.0", "no component 'sever': did you mean 'server'?"),
        ("server=0.8.1 --to server=0.9.0 --no-downtime x", "there is no component 'x'"),
        ("server=0.8.1 --to server=0.9.0 --answer a=no", "no question 'a': expected no answer"),
        ("server=0.8.1 --to server=0.9.0 --answer a", "a question's id and =yes or =no"),
        ("server=0.8.1 --to server=0.9.0 --accept partial", "'partial' is not one of"),
        ("server=0.8.1 --to server=0.9.0 --objective fun", "'fun' is not one of"),
        ("server=0.8.1 --to server=0.9.0 --allow server", "expected jump=server, jump=server@2.6"),
        ("server=0.8.1 --to server=0.9.0 --allow downgrade=server@1", "expected jump=server"),
        ("server=0.8.1 --to server=0.9.0 --allow jump=x", "there is no component 'x'"),
        ("server=0.8.1 --to server=0.9.0 --allow jump=server@1", "'server' has no stop at '1'"),
        ("server=0.8.1 --to server=0.9.0 --from x.json", "--from is used by itself"),
        ("server=0.8.1 --to server=0.9.0 --product x", "there is no product 'x': expected spire"),
        ("server=0.8.1 --to", "requires an argument"),
    ],
)
def test_wrong_usage(skew: Path, words: str, said: str) -> None:
    run = plan("--page", skew, *words.split())
    assert (run.exit_code, run.stdout) == (2, "")
    assert said in " ".join(run.stderr.split())


def test_unknown_questions_are_told_which_there_are(stops: Path) -> None:
    words = "gitlab=14.0 --to gitlab=15.4 --answer npm=no"
    run = plan("--page", stops, *words.split())
    assert run.exit_code == 2
    assert run.stderr == (
        "Error: there is no question 'npm': expected npm-registry (Do you use the NPM registry?); "
        "sprockets (Do you run several web nodes?)\n"
    )


def test_nothing_typed_reaches_the_terminal_as_a_command(skew: Path) -> None:
    for word in ("server=\x1b[31m0.8", "ser\x1b[31mver=0.8"):
        run = plan("--page", skew, word, "--to", "server=0.9.0")
        assert (run.exit_code, "\x1b" in run.output) == (2, False)


def test_what_could_not_be_read_is_said_and_the_rest_plans(tmp_path: Path) -> None:
    config = write_site(tmp_path, {"index.md": SPIRE.replace("max-hop:", "max-hops:")})
    run = plan("-f", config, "server=0.8.1", "--to", "server=0.9.0")
    assert run.exit_code == 0
    assert run.stderr.startswith("Warning: what could not be read is left out: docs/index.md:12:5")


def test_a_site_without_tables(tmp_path: Path) -> None:
    config = write_site(tmp_path, {"index.md": "Text.\n"})
    run = plan("-f", config, "server=0.8.1", "--to", "server=0.9.0")
    assert (run.exit_code, "no page of this site has 'compat:'" in run.output) == (2, True)


def test_a_table_allows_its_hops_by_its_cells(tmp_path: Path) -> None:
    config = write_site(
        tmp_path, {"index.md": CLEAN.replace("| 1.0 | 1.0 |", "| 1.0 | 1.0, 2.0 |")}
    )
    run = plan("-f", config, "server=1.0", "client=1.0", "--to", "server=2.0", "client=2.0")
    assert re.findall(r"^\d+\. (.*)$", run.stdout, re.MULTILINE) == [
        "Client 1.0 to 2.0, in one go",
        "Server 1.0 to 2.0, in one go, optional",
    ]
    assert "       docs/index.md:7:9: Row “Server 1.0” lists Client 1.0, 2.0.\n" in run.stdout
