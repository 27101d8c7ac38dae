"""`mkdocs-compat baseline`: accepted findings are silent; new ones are not, nor those that went."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_compat.command_line import main
from tests.command_line.sites import BLANK, CLEAN, check, write_site

NAME = ".mkdocs-compat-baseline.json"
ERROR = CLEAN.replace("2.0 | 2.0", "2.0 | soon")
REVERSED = "\n| Server | Client |\n| --- | --- |\n| 1.0 | 3.0 ➜ 2.0 |\n"


def accept(config: Path, *arguments: str) -> Result:
    run = CliRunner().invoke(main, ["baseline", "-f", str(config), *arguments])
    assert run.exception is None or isinstance(run.exception, SystemExit), run.exception
    return run


def codes(run: Result) -> list[str]:
    return re.findall(r"^\S+: \w+ (CMP\d{3}) ", run.stdout, re.MULTILINE)


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    config = write_site(tmp_path, {"a.md": ERROR, "b.md": BLANK, "c.md": CLEAN})
    monkeypatch.chdir(tmp_path)
    return config


def edit(config: Path, page: str, old: str, new: str) -> None:
    path = config.parent / "docs" / page
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_accepts_what_is_found_today(config: Path) -> None:
    run = accept(config)
    assert (run.output, run.exit_code) == (f"{NAME} accepts 2 findings.\n", 0)
    checked = check(config, "--fail-on", "info")
    assert checked.output == "No findings. The baseline accepts 2 more.\n"
    assert checked.exit_code == 0


def test_a_new_finding_counts(config: Path) -> None:
    accept(config)
    edit(config, "c.md", "| 2.0 | 2.0 |", "| 2.0 | 3.0 ➜ 1.0 |")
    run = check(config)
    assert codes(run) == ["CMP103"]
    assert run.output.splitlines()[-1] == "1 error. The baseline accepts 2 more."
    assert run.exit_code == 1


def test_moved_lines_change_nothing(config: Path) -> None:
    accept(config)
    before = Path(NAME).read_bytes()
    edit(config, "a.md", "\n| Server", "\nText above.\n\n\n| Server")
    edit(config, "b.md", "compat: true", "# Note\ncompat: true\ntitle: Title")
    assert check(config, "--fail-on", "info").exit_code == 0
    accept(config)
    assert Path(NAME).read_bytes() == before


def test_a_second_one_of_the_same_kind_counts(config: Path) -> None:
    page = f"---\ncompat: true\n---\n\n# A\n{REVERSED}"
    (config.parent / "docs" / "a.md").write_text(page, encoding="utf-8")
    accept(config)
    with (config.parent / "docs" / "a.md").open("a", encoding="utf-8") as file:
        file.write(f"\n# B\n{REVERSED}")
    run = check(config)
    assert "CMP103" in codes(run)
    assert run.exit_code == 1


class TestGone:
    def test_counts_as_a_finding_at_its_entry(self, config: Path) -> None:
        accept(config)
        edit(config, "a.md", "soon", "2.0")
        run = check(config)
        assert run.exit_code == 1
        first, quoted, underline, help_, _, summary = run.output.splitlines()
        assert first == (
            f"{NAME}:4:5: error CMP114 stale-baseline: the baseline accepts a finding of CMP101 on "
            "docs/a.md that is not there any more: 'soon' under Client is not understood: expected "
            "a version"
        )
        assert '    4 |     {"page": "docs/a.md", "code": "CMP101"' in quoted
        assert underline.startswith("      |     ^^^^")
        assert "mkdocs-compat baseline" in help_
        assert summary == "1 error. The baseline accepts 1 more."

    def test_is_taken_out_by_accepting_anew(self, config: Path) -> None:
        accept(config)
        edit(config, "a.md", "soon", "2.0")
        edit(config, "c.md", "| 2.0 | 2.0 |", "| 2.0 | 3.0 ➜ 1.0 |")
        assert accept(config).output == f"{NAME} accepts 2 findings: 1 new, 1 no longer there.\n"
        assert check(config, "--fail-on", "info").exit_code == 0

    def test_also_of_a_page_that_is_gone(self, config: Path) -> None:
        accept(config)
        (config.parent / "docs" / "a.md").unlink()
        assert codes(check(config)) == ["CMP114"]

    def test_of_other_pages_is_not_asked_for(self, config: Path) -> None:
        accept(config)
        edit(config, "a.md", "soon", "2.0")
        run = check(config, "docs/b.md", "--fail-on", "info")
        assert run.output == "No findings. The baseline accepts 1 more.\n"
        assert codes(check(config, "docs/a.md")) == ["CMP114"]

    def test_is_in_every_form(self, config: Path) -> None:
        accept(config)
        edit(config, "a.md", "soon", "2.0")
        for form in ("json", "github", "gitlab", "sarif", "junit"):
            assert "CMP114" in check(config, "--format", form).output


class TestFile:
    def test_is_sorted_and_has_a_line_for_each_finding(self, config: Path) -> None:
        accept(config)
        text = Path(NAME).read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if '"code"' in line]
        assert [json.loads(line.rstrip(","))["page"] for line in lines] == [
            "docs/a.md",
            "docs/b.md",
        ]
        assert json.loads(text)["version"] == 1
        assert text.endswith("}\n")

    def test_of_a_clean_site_is_empty(self, tmp_path: Path) -> None:
        config = write_site(tmp_path, {"index.md": CLEAN})
        assert accept(config).exit_code == 0
        assert json.loads((tmp_path / NAME).read_bytes())["findings"] == []
        assert check(config).output == "No findings.\n"

    def test_keeps_reasons(self, config: Path) -> None:
        accept(config)
        path = Path(NAME)
        values = json.loads(path.read_bytes())
        values["findings"][0]["reason"] = "Until 2.0 is out."
        # However it is laid out.
        path.write_text(json.dumps(values), encoding="utf-8")
        assert check(config, "--fail-on", "info").exit_code == 0
        accept(config)
        assert json.loads(path.read_bytes()) == values

    def test_holds_nothing_that_moves_the_cursor(self, config: Path) -> None:
        edit(config, "a.md", "soon", "so\x1b[31mon\u202e")
        accept(config)
        assert all(line.isprintable() for line in Path(NAME).read_text("utf-8").splitlines())
        assert check(config, "--fail-on", "info").exit_code == 0

    def test_that_a_merge_broke_is_written_anew(self, config: Path) -> None:
        accept(config)
        path = Path(NAME)
        whole = path.read_text(encoding="utf-8")
        path.write_text(whole.replace("  ]", "<<<<<<< ours\n  ]"), encoding="utf-8")
        run = check(config)
        assert run.exit_code == 2
        assert f"{NAME}:6:1: the baseline is not readable JSON" in run.output
        assert "run 'mkdocs-compat baseline'" in run.output
        assert accept(config).exit_code == 0
        assert path.read_text(encoding="utf-8") == whole

    def test_of_something_else_is_left_alone(self, config: Path) -> None:
        run = accept(config, "--baseline", str(config))
        assert run.exit_code == 2
        assert "is there and is no baseline" in run.output
        assert config.read_text(encoding="utf-8") == "site_name: Test\n"

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("", "not readable JSON"),
            ("[]", "expected an object with a list of 'findings'"),
            ('{"version": 1, "findings": {}}', "expected an object with a list of 'findings'"),
            ('{"version": 2, "findings": []}', "has version 2, expected 1"),
            ('{"findings": []}', "has version None, expected 1"),
            ('{"version": 1, "findings": [], "x": 1}', "has no 'x'"),
            ('{"version": 1, "findings": [1]}', "expected an object with 'page'"),
            ('{"version": 1, "findings": [{"page": "a"}]}', "has no text 'code'"),
            ("[" * 100_000, "is not a baseline"),
            ('{"version": 1, "findings": [' + "9" * 10_000 + "]}", "baseline"),
        ],
    )
    def test_that_is_no_baseline(self, config: Path, text: str, words: str) -> None:
        Path(NAME).write_text(text, encoding="utf-8")
        run = check(config)
        assert run.exit_code == 2
        assert words in run.output

    def test_that_is_not_utf_8(self, config: Path) -> None:
        Path(NAME).write_bytes(b"\xff")
        assert "is not UTF-8 text" in check(config).output


class TestWhich:
    def test_is_said_by_the_configuration(self, tmp_path: Path) -> None:
        text = "site_name: Test\nplugins:\n  - compat: {baseline: accepted.json}\n"
        config = write_site(tmp_path, {"a.md": ERROR}, text)
        run = check(config)
        assert run.exit_code == 2
        assert "there is no baseline" in run.output
        assert accept(config).exit_code == 0
        assert (tmp_path / "accepted.json").exists()
        assert check(config).exit_code == 0

    def test_is_said_by_the_command(self, config: Path) -> None:
        assert accept(config, "--baseline", "other.json").output.startswith("other.json accepts 2")
        assert not Path(NAME).exists()
        assert check(config).exit_code == 1
        assert check(config, "--baseline", "other.json").exit_code == 0
        assert check(config, "--baseline", "missing.json").exit_code == 2

    def test_is_none_when_asked_so(self, config: Path) -> None:
        accept(config)
        assert codes(check(config, "--no-baseline")) == ["CMP101", "CMP108"]
        both = check(config, "--no-baseline", "--baseline", NAME)
        assert both.exit_code == 2
        assert "contradict each other" in both.output

    def test_that_is_no_file_name(self, tmp_path: Path) -> None:
        text = "site_name: Test\nplugins:\n  - compat: {baseline: [a]}\n"
        run = check(write_site(tmp_path, {}, text))
        assert run.exit_code == 2
        assert "the option 'baseline' of compat must be a file" in run.output


def test_an_idle_acceptance_cannot_be_accepted(config: Path) -> None:
    edit(config, "c.md", "compat: true", "compat: {ignore: [{check: CMP201, reason: No.}]}")
    run = accept(config)
    assert "not accepted: docs/c.md:2:" in run.output
    assert run.output.endswith(f"{NAME} accepts 2 findings.\n")
    assert codes(check(config)) == ["CMP112"]
