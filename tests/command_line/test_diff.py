"""`mkdocs-compat diff`: what changes for readers, by intervals, and when it fails."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_compat.command_line import main
from mkdocs_compat.command_line.site_config import read_config
from mkdocs_compat.command_line.site_pages import analyze_site
from mkdocs_compat.publishing.payload import site_json
from tests.command_line.sites import write_site

PAGE = """---
compat:
  components:
    server:
      scheme: octopus
      releases: [2018.1.0, 2018.2.0, 2018.7.3, 2018.12.0, 2019.1.0]
    client: {scheme: semver}
---

# Compatibility

| Server           | Client          |
| ---------------- | --------------- |
| 2018.1           | 3.3 ➜ 4.30.3    |
| 2018.2 ➜ 2018.12 | 3.3 ➜ 4.30.3    |
"""
CHANGED = PAGE.replace("2018.12 | 3.3 ➜ 4.30.3 ", "2018.12 | 3.3 ➜ 4.30.2 ")
WORSE = "Server 2018.2–2018.12 with Client 4.30.3: compatible → incompatible"

UPGRADE = """---
compat:
  components:
    server: {releases: ["1.0.0", "2.0.0", "3.0.0"]}
  upgrade:
    component: server
---

# Upgrading
"""
STOPS = UPGRADE.replace(
    "component: server\n", 'component: server\n    stops:\n      - {at: "2.0", before: "3.0"}\n'
)
TOGETHER = """---
compat:
  components:
    server: {releases: ["1.0.0", "2.0.0", "3.0.0"]}
    agent: {releases: ["1.0.0", "2.0.0", "3.0.0"]}
  rules:
    - {component: agent, with: server, not-newer: major, behind: 2 major}
---

# Rules
"""


def diff(*arguments: str | Path) -> Result:
    """Run `mkdocs-compat diff`; anything but an exit is a defect."""
    run = CliRunner().invoke(main, ["diff", *map(str, arguments)])
    assert run.exception is None or isinstance(run.exception, SystemExit), run.exception
    return run


def published(folder: Path, page: str) -> Path:
    """Write the compat.json of a site of one page."""
    config = write_site(folder, {"a.md": page})
    path = folder / "compat.json"
    path.write_text(site_json(analyze_site(read_config(config)).site), encoding="utf-8")
    return path


def compared(tmp_path: Path, old: str, new: str, *arguments: str) -> Result:
    files = published(tmp_path / "old", old), published(tmp_path / "new", new)
    return diff(*files, *arguments)


class TestAnswers:
    def test_are_told_by_intervals(self, tmp_path: Path) -> None:
        run = compared(tmp_path, PAGE, CHANGED)
        assert run.exit_code == 0
        assert run.output == f"Worse:\n  {WORSE}\n1 answer is worse.\n"

    def test_that_are_the_same_are_not_told(self, tmp_path: Path) -> None:
        first, last = PAGE.splitlines(keepends=True)[-2:]
        moved = PAGE.replace(first + last, last + first).replace("3.3 ➜", "3.3 to")
        moved = moved.replace("# Compatibility\n", "# Compatibility\n\nMore text.\n")
        run = compared(tmp_path, PAGE, moved, "--fail-on", "change")
        assert run.output == "No answer and no upgrade changed.\n"
        assert run.exit_code == 0

    def test_of_a_new_row_are_new_and_no_regression(self, tmp_path: Path) -> None:
        row = PAGE + "| 2019.1 | 5.0 |\n"
        run = compared(tmp_path, PAGE, row, "--fail-on", "regression")
        assert run.exit_code == 0
        assert "  Server 2019.1 with Client 5.0: unstated → compatible" in run.output
        assert (
            "  Server 2019.1 with Client below 5.0, 5.1–latest: unstated → incompatible"
            in run.output
        )
        assert "Worse" not in run.output

    def test_of_a_row_that_is_gone_are_worse(self, tmp_path: Path) -> None:
        row = PAGE.replace("| 2018.1           | 3.3 ➜ 4.30.3    |\n", "")
        run = compared(tmp_path, PAGE, row, "--fail-on", "regression")
        assert run.exit_code == 1
        assert "  Server 2018.1 with Client 3.3–4.30.3: compatible → unstated" in run.output

    def test_at_edges_stand_apart(self, tmp_path: Path) -> None:
        run = compared(tmp_path, PAGE, PAGE.replace("3.3 ➜", "3.4 ➜"))
        assert "with Client 3.3: compatible → incompatible" in run.output
        assert "Only pre-releases at an edge of what is stated:" in run.output

    def test_of_whole_rows(self, tmp_path: Path) -> None:
        page = """---
compat:
  tables: {compatibility: {together: true}}
---

# Compatibility

| Host | Plugin | Theme |
| ---- | ------ | ----- |
| 1.0  | 1.0    | 1.0   |
| 2.0  | 2.0    | 2.0   |
"""
        new = page.replace("| 2.0  | 2.0    | 2.0   |", "| 2.0  | 2.0    | 2.1   |")
        run = compared(tmp_path, page, new, "--fail-on", "regression")
        assert run.exit_code == 1
        assert "Host 2.0 with Plugin 2.0 and Theme 2.0: compatible → incompatible" in run.output
        assert "Host 2.0 with Plugin 2.0 and Theme 2.1: incompatible → compatible" in run.output

    def test_of_rules(self, tmp_path: Path) -> None:
        page = """---
compat:
  components:
    server: {releases: ["1.0.0", "1.1.0", "1.2.0"]}
    agent: {releases: ["1.0.0", "1.1.0", "1.2.0"]}
  rules:
    - {component: agent, with: server, not-newer: minor, behind: 2 minor}
---

# Rules
"""
        new = page.replace("2 minor", "1 minor")
        run = compared(tmp_path, page, new, "--fail-on", "regression")
        assert run.exit_code == 1
        assert "agent 1.0 with server 1.2: compatible → incompatible" in run.output
        assert "Rules:\n  gone: " in run.output


class TestComponents:
    def test_that_are_gone_and_new(self, tmp_path: Path) -> None:
        new = PAGE.replace("| Client  ", "| Agent   ").replace("client:", "agent:")
        run = compared(tmp_path, PAGE, new, "--fail-on", "regression")
        assert run.exit_code == 1
        assert "Components:\n  gone: Client\n  new: Agent\n" in run.output

    def test_of_another_scheme_are_not_compared(self, tmp_path: Path) -> None:
        new = PAGE.replace("scheme: semver", "scheme: pep440")
        run = compared(tmp_path, PAGE, new, "--fail-on", "change")
        assert run.exit_code == 1
        assert "Client is ordered as pep440 now and was as semver" in run.output

    def test_named_by_two_lists_are_compared_by_name(self, tmp_path: Path) -> None:
        page = """---
compat:
  components:
    train: {scheme: named, releases: [Angel, Brixton, Camden]}
  columns: {Train: train}
---

# Trains

| Train | Boot |
| ----- | ---- |
| Angel | 1.2  |
| Brixton ➜ Camden | 1.3  |
"""
        new = page.replace("[Angel,", "[Aachen, Angel,").replace("➜ Camden | 1.3", "➜ Camden | 1.4")
        run = compared(tmp_path, page, new)
        assert "Train Brixton–Camden with Boot 1.3: compatible → incompatible" in run.output
        assert "Angel with" not in run.output


class TestUpgrades:
    def test_that_are_longer(self, tmp_path: Path) -> None:
        run = compared(tmp_path, UPGRADE, STOPS, "--fail-on", "regression")
        assert run.exit_code == 1
        assert (
            "from server 1.0.0 to server 3.0.0: longer: 1 hop, 1 with downtime → 2 hops"
            in run.output
        )

    def test_that_are_shorter(self, tmp_path: Path) -> None:
        run = compared(tmp_path, STOPS, UPGRADE, "--fail-on", "regression")
        assert run.exit_code == 0
        assert (
            "from server 1.0.0 to server 3.0.0: shorter: 2 hops, 2 with downtime → 1 hop"
            in run.output
        )
        assert compared(tmp_path, STOPS, UPGRADE, "--fail-on", "change").exit_code == 1

    def test_that_need_downtime_now(self, tmp_path: Path) -> None:
        rolling = UPGRADE.replace(
            "component: server\n", "component: server\n    rolling: [server]\n"
        )
        run = compared(tmp_path, rolling, UPGRADE, "--fail-on", "regression")
        assert run.exit_code == 1
        assert "longer: 1 hop → 1 hop, 1 with downtime" in run.output

    @pytest.mark.parametrize(
        ("releases", "forbidden", "reached"),
        [
            ('"3.0.0"]', ">=3", "3.0.0"),
            # The way to the version that was the newest stays; that to a newer one is none.
            ('"3.0.0", "4.0.0"]', ">=4", "4.0.0"),
        ],
    )
    def test_that_are_impossible(
        self, tmp_path: Path, releases: str, forbidden: str, reached: str
    ) -> None:
        rule = f'    - {{component: agent, with: server, when: "{forbidden}", same: major, '
        new = TOGETHER.replace('"3.0.0"]', releases).replace(
            "\n---\n\n# Rules", f"\n{rule}verdict: incompatible}}\n---\n\n# Rules"
        )
        run = compared(tmp_path, TOGETHER, new, "--fail-on", "regression")
        assert run.exit_code == 1
        assert f"to server {reached} and agent {reached}: no longer possible: " in run.output

    def test_of_components_that_move_together(self, tmp_path: Path) -> None:
        new = TOGETHER.replace("2 major", "1 major")
        run = compared(tmp_path, TOGETHER, new, "--fail-on", "regression")
        assert run.exit_code == 1
        assert "from server 1.0.0 and agent 1.0.0 to server 3.0.0 and agent 3.0.0: longer" in (
            run.output
        )

    def test_to_a_newer_release_are_no_longer_ones(self, tmp_path: Path) -> None:
        page = STOPS.replace(
            "    component: server\n", "    component: server\n    max-hop: 1 major\n"
        )
        new = page.replace('"3.0.0"]', '"3.0.0", "4.0.0"]')
        run = compared(tmp_path, page, new, "--fail-on", "regression")
        assert run.exit_code == 0
        assert "longer" not in run.output


class TestForms:
    def test_json(self, tmp_path: Path) -> None:
        data = json.loads(compared(tmp_path, PAGE, CHANGED, "--format", "json").output)
        assert data["regressions"] is True
        (product,) = data["products"]
        (answer,) = product["answers"]
        assert answer == {
            "turn": "worse",
            "prerelease": False,
            "versions": [
                {
                    "component": "server",
                    "name": "Server",
                    "text": "2018.2–2018.12",
                    "releases": ["2018.2.0", "2018.7.3", "2018.12.0"],
                },
                {"component": "client", "name": "Client", "text": "4.30.3", "releases": []},
            ],
            "before": ["compatible"],
            "after": ["incompatible"],
        }

    def test_markdown(self, tmp_path: Path) -> None:
        run = compared(tmp_path, PAGE, CHANGED, "--format", "markdown")
        assert "| Server 2018.2–2018.12 with Client 4.30.3 | compatible | incompatible |" in (
            run.output
        )
        assert run.output.startswith("## ")

    def test_markdown_is_not_endless(self, tmp_path: Path) -> None:
        rows = "".join(f"| 20{n}.1 | {n}.0 |\n" for n in range(20, 90))
        run = compared(tmp_path, PAGE, PAGE + rows, "--format", "markdown")
        assert "more; `mkdocs-compat diff` tells all." in run.output

    def test_markdown_is_only_text(self, tmp_path: Path) -> None:
        page = PAGE.replace("client: {", 'client: {name: "<b>@all|x", ').replace(
            "| Client  ", "| client  "
        )
        new = page.replace("2018.12 | 3.3 ➜ 4.30.3 ", "2018.12 | 3.3 ➜ 4.30.2 ")
        run = compared(tmp_path, page, new, "--format", "markdown")
        assert "\\<b\\>\\@all\\|x 4.30.3" in run.output


class TestUsage:
    @pytest.mark.parametrize(
        "arguments",
        [[], ["a.json"], ["a", "b", "c"], ["a", "b", "--git", "x"], ["a", "--git", "x"]],
    )
    def test_wrong(self, arguments: list[str]) -> None:
        assert diff(*arguments).exit_code == 2

    def test_what_cannot_be_read(self, tmp_path: Path) -> None:
        good = published(tmp_path, PAGE)
        bad = tmp_path / "bad.json"
        bad.write_text("{}", encoding="utf-8")
        run = diff(good, bad)
        assert run.exit_code == 2
        assert "is no file of mkdocs-compat" in run.output


class TestGit:
    @pytest.fixture
    def site(self, tmp_path: Path) -> Path:
        config = write_site(tmp_path / "repo" / "website", {"a.md": PAGE})
        for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "First"]):
            identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com"]
            subprocess.run(["git", *identity, *command], cwd=tmp_path / "repo", check=True)
        return config

    def test_compares_with_a_revision(self, site: Path) -> None:
        assert "No answer" in diff("--git", "HEAD", "-f", site).output
        (site.parent / "docs/a.md").write_text(CHANGED, encoding="utf-8")
        run = diff("--git", "HEAD", "-f", site, "--fail-on", "regression")
        assert run.exit_code == 1
        assert WORSE in run.output

    def test_a_site_that_had_nothing(self, site: Path) -> None:
        (site.parent / "docs/a.md").write_text("Nothing.\n", encoding="utf-8")
        run = diff("--git", "HEAD", "-f", site, "--fail-on", "regression")
        assert run.exit_code == 1
        assert "Product gone:" in run.output

    @pytest.mark.parametrize("revision", ["nonsense", "--help", "-x"])
    def test_revisions_that_do_not_exist(self, site: Path, revision: str) -> None:
        run = diff(f"--git={revision}", "-f", site)
        assert run.exit_code == 2
        assert revision in run.output

    def test_without_a_repository(self, tmp_path: Path) -> None:
        config = write_site(tmp_path, {"a.md": PAGE})
        run = diff("--git", "HEAD", "-f", config)
        assert run.exit_code == 2
        assert "git rev-parse failed" in run.output

    def test_without_git(self, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", "")
        run = diff("--git", "HEAD", "-f", site)
        assert run.exit_code == 2
        assert "--git needs the program git" in run.output

    def test_a_revision_without_the_site(self, site: Path) -> None:
        other = write_site(site.parent.parent / "other", {"a.md": PAGE})
        run = diff("--git", "HEAD", "-f", other)
        assert run.exit_code == 2
        assert "HEAD has no other/mkdocs.yml" in run.output

    def test_links_out_of_the_repository_are_left_out(self, site: Path) -> None:
        (site.parent / "docs/link.md").symlink_to("/etc/hosts")
        identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com"]
        for command in (["add", "-A"], ["commit", "-qm", "Link"]):
            subprocess.run(["git", *identity, *command], cwd=site.parent, check=True)
        assert "No answer" in diff("--git", "HEAD", "-f", site).output
