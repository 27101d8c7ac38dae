"""`mkdocs-compat init`: front matter that says what was read, and with which the same is read."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from mkdocs_compat.command_line import main
from tests.command_line.sites import check, write_site

OCTOPUS = """# Compatibility

| Octopus Server | Octopus.Client Octo.exe | TeamCity Plugin |
| -------------- | ----------------------- | --------------- |
| 3.2            | 3.2                     |                 |
| 2018.2*        | 4.30.7 ➜ 4.47.0         | 3.3 ➜ 5.1       |

\\* Only with spaces.
"""
MATRIX = """---
# mine
title: Matrix   # keep
compat: true
---

# Matrix

| Server \\ Client | 1.0 | 2.0 |
| --------------- | --- | --- |
| 3.0             | ✓   | ✗   |
| 3.1             | ✓   |     |
"""


def init(config: Path, *arguments: str | Path) -> Result:
    """Run `mkdocs-compat init`; anything but an exit is a defect."""
    run = CliRunner().invoke(main, ["init", "-f", str(config), *map(str, arguments)])
    assert run.exception is None or isinstance(run.exception, SystemExit), run.exception
    return run


def test_what_was_read_is_spelt_out(tmp_path: Path) -> None:
    config = write_site(tmp_path, {"a.md": OCTOPUS})
    run = init(config, "a.md")
    assert run.exit_code == 0
    assert (tmp_path / "docs/a.md").read_text(encoding="utf-8") == OCTOPUS
    assert run.stdout == (
        "---\n"
        "compat:\n"
        "  # Found by mkdocs-compat init; correct what is not so.\n"
        "  # Table 'Compatibility': 2 rows about Octopus Server, read as rows.\n"
        "  # Footnote *: Only with spaces.\n"
        "  # The rows are about this component.\n"
        "  subject: octopus-server\n"
        "  # How their versions are read was inferred from the cells.\n"
        "  components:\n"
        "    octopus-server: {name: Octopus Server, scheme: semver}\n"
        "    octopus-client: {name: Octopus.Client, scheme: semver}\n"
        "    octo-exe: {name: Octo.exe, scheme: semver}\n"
        "    teamcity-plugin: {name: TeamCity Plugin, scheme: semver}\n"
        "  # What each header names.\n"
        "  columns:\n"
        '    "Octopus Server": octopus-server\n'
        '    "Octopus.Client Octo.exe": [octopus-client, octo-exe]\n'
        '    "TeamCity Plugin": teamcity-plugin\n'
        "  # What a blank cell means: unstated, or a verdict such as incompatible.\n"
        "  blank: unstated\n"
        "---\n"
    )


@pytest.mark.parametrize("page", [OCTOPUS, MATRIX])
def test_written_it_is_clean_and_stays(tmp_path: Path, page: str) -> None:
    config = write_site(tmp_path, {"a.md": page})
    assert init(config, "--write", "a.md").output == ""
    written = (tmp_path / "docs/a.md").read_text(encoding="utf-8")
    assert written.endswith(page.rpartition("---\n\n")[2] if page is MATRIX else page)
    assert check(config).output == "No findings.\n"
    assert init(config, "--write", "a.md").output == "a.md says all of that already.\n"
    assert (tmp_path / "docs/a.md").read_text(encoding="utf-8") == written


def test_the_layout_and_the_marks_of_a_matrix(tmp_path: Path) -> None:
    run = init(write_site(tmp_path, {"a.md": MATRIX}), "a.md")
    assert run.stdout.startswith("---\n# mine\ntitle: Matrix   # keep\ncompat:\n")
    said = yaml.safe_load(run.stdout.split("---\n")[1])["compat"]
    assert said["tables"] == {
        "matrix": {
            "layout": "matrix",
            "across": "client",
            "marks": {"✓": "compatible", "✗": "incompatible"},
        }
    }
    assert said["subject"] == "server"
    assert said["blank"] == "unstated"


def test_what_stands_there_stays(tmp_path: Path) -> None:
    page = f"---\ncompat:\n  # mine\n  blank: incompatible\n---\n\n{OCTOPUS}"
    run = init(write_site(tmp_path, {"a.md": page}), "a.md")
    said = yaml.safe_load(run.stdout.split("---\n")[1])["compat"]
    assert said["blank"] == "incompatible"
    assert said["subject"] == "octopus-server"
    assert "  # mine\n" in run.stdout


def test_doubts_are_told_apart(tmp_path: Path) -> None:
    page = OCTOPUS.replace("4.30.7 ➜ 4.47.0", "4.47.0 ➜ 4.30.7")
    run = init(write_site(tmp_path, {"a.md": page}), "a.md")
    assert run.exit_code == 0
    assert "runs backwards" in run.stderr
    assert "runs backwards" not in run.stdout


def test_names_that_yaml_takes_for_something_else(tmp_path: Path) -> None:
    page = '# Odd\n\n| On: "it" | No |\n| --- | --- |\n| 1.0 | 2.0 |\n| 1.1 | 2.1 |\n'
    config = write_site(tmp_path, {"a.md": page})
    assert init(config, "--write", "a.md").exit_code == 0
    assert check(config).output == "No findings.\n"


def test_components_of_the_shared_data_are_not_described_again(tmp_path: Path) -> None:
    data = "components:\n  octopus-server: {name: Octopus Server, scheme: octopus}\n"
    (tmp_path / "data.yml").write_text(data, encoding="utf-8")
    site = "site_name: Test\nplugins:\n  - compat:\n      data: data.yml\n"
    config = write_site(tmp_path, {"a.md": OCTOPUS}, site)
    run = init(config, "a.md")
    said = yaml.safe_load(run.stdout.split("---\n")[1])["compat"]
    assert "octopus-server" not in said["components"]


def test_a_page_without_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text(OCTOPUS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke(main, ["init", "a.md"])
    assert run.exit_code == 0
    assert "subject: octopus-server" in run.output


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("Text.\n", "no table of versions was found"),
        ("---\ncompat: {blank: partial}\n---\n\n" + OCTOPUS, "in braces"),
        ("---\ntitle: [\n---\n\n" + OCTOPUS, "not readable YAML"),
    ],
)
def test_pages_that_cannot_begin(tmp_path: Path, page: str, message: str) -> None:
    config = write_site(tmp_path, {"a.md": page})
    run = init(config, "--write", "a.md")
    assert run.exit_code == 2
    assert message in run.output
    assert (tmp_path / "docs/a.md").read_text(encoding="utf-8") == page


def test_a_page_that_does_not_exist(tmp_path: Path) -> None:
    run = init(write_site(tmp_path, {}), "none.md")
    assert run.exit_code == 2
    assert "is no file" in run.output
