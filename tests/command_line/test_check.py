"""`mkdocs-compat check`: what it says, in which form, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from mkdocs_compat.command_line import main
from tests.command_line.sites import BLANK, CLEAN, REMARK, TABLE, check, write_site

PLACE = {
    "path": {"type": "string", "minLength": 1},
    "line": {"type": "integer", "minimum": 1},
    "column": {"type": "integer", "minimum": 1},
    "end_line": {"type": "integer", "minimum": 1},
    "end_column": {"type": "integer", "minimum": 1},
    "part": {"type": "string", "minLength": 1},
}
REQUIRED_PLACE = ["path", "line", "column", "end_line", "end_column"]
FIX = {
    "type": "object",
    "additionalProperties": False,
    "required": ["message", "applicability", "edits"],
    "properties": {
        "message": {"type": "string", "minLength": 1},
        "applicability": {"enum": ["certain", "choice"]},
        "edits": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["old", "new", *REQUIRED_PLACE],
                "properties": {**PLACE, "old": {"type": "string"}, "new": {"type": "string"}},
            },
        },
    },
}
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "required": [
            "code",
            "name",
            "severity",
            "message",
            "help",
            "url",
            "fingerprint",
            "related",
            "fixes",
            *REQUIRED_PLACE,
        ],
        "properties": {
            **PLACE,
            "code": {"pattern": r"^CMP[0-9]{3}$"},
            "name": {"pattern": r"^[a-z]+(-[a-z]+)+$"},
            "severity": {"enum": ["error", "warning", "info"]},
            "message": {"type": "string", "minLength": 10},
            "help": {"type": "string", "minLength": 10},
            "url": {"type": "string", "pattern": "^https://.+#CMP[0-9]{3}-[a-z-]+$"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "fixes": {"type": "array", "items": FIX},
            "pages": {"type": "array", "items": {"type": "string"}, "minItems": 1},
            "related": {
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["message", *REQUIRED_PLACE],
                    "properties": {**PLACE, "message": {"type": "string", "minLength": 1}},
                },
            },
        },
    },
}


class TestExitStatus:
    @pytest.mark.parametrize(
        ("page", "status", "summary"),
        [
            (CLEAN, 0, "No findings."),
            (REMARK, 0, "1 remark."),
            (BLANK, 0, "1 warning."),
            (CLEAN.replace("2.0 | 2.0", "2.0 | soon"), 1, "1 error."),
            ("Text.\n", 0, "No findings."),
        ],
    )
    def test_after_reading(self, tmp_path: Path, page: str, status: int, summary: str) -> None:
        run = check(write_site(tmp_path, {"index.md": page}))
        assert run.exit_code == status
        assert run.output.splitlines()[-1] == summary

    @pytest.mark.parametrize(
        ("page", "fails_on"),
        [
            (CLEAN.replace("2.0 | 2.0", "2.0 | soon"), ["error", "warning", "info"]),
            (BLANK, ["warning", "info"]),
            (REMARK, ["info"]),
            (CLEAN, []),
        ],
    )
    def test_follows_fail_on(self, tmp_path: Path, page: str, fails_on: list[str]) -> None:
        config = write_site(tmp_path, {"index.md": page})
        for threshold in ("error", "warning", "info", "never"):
            run = check(config, "--fail-on", threshold)
            assert run.exit_code == (1 if threshold in fails_on else 0)

    def test_of_an_empty_site(self, tmp_path: Path) -> None:
        assert check(write_site(tmp_path, {})).exit_code == 0

    @pytest.mark.parametrize(
        "arguments", [["--format", "yaml"], ["--nonsense"], ["no-such-page.md"]]
    )
    def test_of_wrong_usage(self, tmp_path: Path, arguments: list[str]) -> None:
        run = check(write_site(tmp_path, {"index.md": CLEAN}), *arguments)
        assert run.exit_code == 2
        assert run.stdout == ""


def test_one_finding_in_full(tmp_path: Path) -> None:
    run = check(write_site(tmp_path, {"guide/table.md": BLANK}))
    assert run.output == (
        "docs/guide/table.md:8:8: warning CMP108 blank-undeclared: the Client cell of Server 2.0 "
        "is blank, and nothing says what that means\n"
        "    8 | | 2.0 ||\n"
        "      |        ^\n"
        "    help: Say in the front matter, under 'compat', what it stands for: 'blank: unstated', "
        "or another verdict.\n"
        "\n"
        "1 warning.\n"
    )


def test_findings_are_sorted_by_place(tmp_path: Path) -> None:
    many = CLEAN + "| 3.0 | soon |\n| later | 3.0 |\n"
    run = check(write_site(tmp_path, {"b.md": many, "a.md": BLANK, "c/index.md": BLANK}))
    places = [line.split(" ")[0] for line in run.output.splitlines() if line.startswith("docs/")]
    assert places == [
        "docs/a.md:8:8:",
        "docs/b.md:9:9:",
        "docs/b.md:10:3:",
        "docs/c/index.md:8:8:",
    ]


def test_the_underline_stands_below_wide_characters(tmp_path: Path) -> None:
    page = CLEAN.replace("| 2.0 | 2.0 |", "|\u3000２.0 漢字 | 漢 soon |")
    lines = check(write_site(tmp_path, {"index.md": page})).output.splitlines()
    quoted, underline = next(
        (line, lines[i + 1]) for i, line in enumerate(lines) if "| 漢 soon" in line
    )
    # Wide characters take two columns each, so as many columns stand before both.
    before = quoted[: quoted.index("２")]
    width = sum(2 if character == "\u3000" else 1 for character in before)
    assert underline.index("^") >= width


class TestJson:
    def test_has_its_form(self, tmp_path: Path) -> None:
        rows = "| 1.0 ➜ 3.0 | 4.0 |\n| x | |\n"
        broken = "---\ncompat: {nonsense: [}\n---\n"
        pages = {"a.md": CLEAN + rows, "b.md": broken, "c.md": BLANK}
        run = check(write_site(tmp_path, pages), "--format", "json")
        found = json.loads(run.output)
        jsonschema.validate(found, SCHEMA)
        assert {item["path"] for item in found} == {"docs/a.md", "docs/b.md", "docs/c.md"}
        assert any(item["related"] for item in found)
        assert run.exit_code == 1

    def test_is_an_empty_list_for_a_clean_site(self, tmp_path: Path) -> None:
        run = check(write_site(tmp_path, {"index.md": CLEAN}), "--format", "json")
        assert (json.loads(run.output), run.exit_code) == ([], 0)

    def test_says_the_same_as_the_text(self, tmp_path: Path) -> None:
        config = write_site(tmp_path, {"a.md": BLANK, "b.md": CLEAN + "| 1.0 | 2.0 |\n"})
        text = check(config).output
        for item in json.loads(check(config, "--format", "json").output):
            where = f"{item['path']}:{item['line']}:{item['column']}"
            assert f"{where}: {item['severity']} {item['code']} {item['name']}: " in text
            assert item["message"] in text
            assert item["help"] in text

    def test_names_the_part_where_there_is_no_line(self, tmp_path: Path) -> None:
        table = BLANK.partition("---\n\n")[2] + "\nNach Größe.\n"
        (tmp_path / "table.md").write_text(table, encoding="latin-1")
        config = (
            "site_name: Test\nmarkdown_extensions:\n"
            "  - pymdownx.snippets: {base_path: !relative $config_dir, encoding: latin-1}\n"
        )
        page = '---\ncompat: true\n---\n\n--8<-- "table.md"\n'
        config_path = write_site(tmp_path, {"index.md": page}, config)
        (item,) = json.loads(check(config_path, "--format", "json").output)
        jsonschema.validate([item], SCHEMA)
        assert item["part"] == "table 1, row 2, column 2"
        assert "docs/index.md (table 1, row 2, column 2): " in check(config_path).output


class TestPages:
    @pytest.fixture
    def config(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        pages = {"index.md": BLANK, "guide/table.md": BLANK, "other.md": "Text.\n"}
        config = write_site(tmp_path, pages)
        monkeypatch.chdir(tmp_path)
        return config

    @pytest.mark.parametrize(
        "name", ["docs/guide/table.md", "guide/table.md", "./docs/guide/table.md"]
    )
    def test_from_the_sites_folder(self, config: Path, name: str) -> None:
        run = check(config, name)
        assert run.output.count("CMP108") == 1
        assert "docs/guide/table.md:8:8" in run.output

    def test_by_their_whole_path(self, config: Path) -> None:
        run = check(config, config.parent / "docs" / "guide" / "table.md")
        assert run.output.count("CMP108") == 1

    def test_from_a_folder_of_pages(self, config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(config.parent / "docs" / "guide")
        assert check(config, "table.md").output.count("CMP108") == 1

    def test_several(self, config: Path) -> None:
        assert check(config, "index.md", "guide/table.md").output.count("CMP108") == 2

    def test_a_page_that_takes_no_part(self, config: Path) -> None:
        run = check(config, "docs/other.md")
        assert run.exit_code == 0
        assert "docs/other.md takes no part" in run.output

    @pytest.mark.parametrize("name", ["nothing.md", "mkdocs.yml", "docs", "../elsewhere.md"])
    def test_what_is_no_page_of_the_site(self, config: Path, name: str) -> None:
        run = check(config, name)
        assert run.exit_code == 2
        assert f"{name} is no page of this site" in run.output

    def test_are_read_together_with_the_others(self, tmp_path: Path) -> None:
        """Whether a scheme is inferred from one page or two, its findings are the same."""
        calver = TABLE.replace("1.0 | 1.0", "1.0 | 2024.1.1.1").replace("2.0 |\n", "2024.2 |\n")
        pages = {"a.md": f"---\ncompat: true\n---\n{calver}", "b.md": CLEAN}
        config = write_site(tmp_path / "site", pages)
        assert check(config).output == check(config, "a.md").output


def test_verbose_says_what_was_read(tmp_path: Path) -> None:
    run = check(write_site(tmp_path, {"index.md": CLEAN}), "--verbose")
    assert "docs/index.md:5:3: table 'Index' (2 rows, listed is compatible)" in run.output
    assert "subject: Server [server], versions read as semver (inferred)" in run.output
    assert "column: Client [client], versions read as semver (inferred)" in run.output


class TestBadPages:
    """What is wrong with a page is said, with its place; it never ends in a traceback."""

    @pytest.mark.parametrize(
        ("page", "words"),
        [
            ("---\ncompat: true\n---\n\nText.\n", "it has no table"),
            ("---\ncompat: true\n---\n", "it has no table"),
            ("---\ncompat: true\n---", "it has no table"),
            (CLEAN.replace("1.0", "x").replace("2.0", "y"), "no table on it holds versions"),
            (f"---\ncompat: [a, b]\n---\n{TABLE}", "'compat' is a list"),
            (f"---\n- compat: true\n---\n{TABLE}", "the front matter is a list"),
            (f"---\ncompat: 42\n---\n{TABLE}", "'compat' is the number 42"),
            (f"---\ncompat: {{nonsense: 1}}\n---\n{TABLE}", "has no key 'nonsense'"),
            (f"---\ncompat: {{components: {{a: {{}}, a: {{}}}}}}\n---\n{TABLE}", "names 'a' twice"),
            (f"---\ncompat: {{columns: {{Client: [c, c]}}}}\n---\n{TABLE}", "names 'c' twice"),
            (f"---\ncompat: [\n---\n{TABLE}", "the YAML breaks off here"),
            (f"---\ncompat: true\nx: \0\n---\n{TABLE}", "U+0000"),
            (CLEAN.replace("2.0 |\n", "<script>2.0</script> |\n"), "is not understood"),
            (CLEAN.replace("2.0 |\n", "\x1b[31m2.0 |\n"), "is not understood"),
            (CLEAN + "| 9 | 9 | 9 |\n", "the page does not show '9'"),
        ],
    )
    def test_findings(self, tmp_path: Path, page: str, words: str) -> None:
        run = check(write_site(tmp_path, {"index.md": page}), "--fail-on", "warning")
        assert run.exit_code == 1
        assert words in run.output
        assert run.output.startswith("docs/index.md:")
        assert "\x1b" not in run.output

    def test_ten_megabytes_of_front_matter(self, tmp_path: Path) -> None:
        page = f"---\ncompat: true\ntitle: {'x' * 10_000_000}\n---\n{TABLE}"
        run = check(write_site(tmp_path, {"index.md": page}))
        assert run.exit_code == 1
        assert "more than the 200,000 that are read" in run.output
        assert len(run.output) < 1000

    def test_html_that_can_be_looked_through(self, tmp_path: Path) -> None:
        page = CLEAN.replace("| 2.0 | 2.0 |", "| <b>2.0</b> | <span class='x'>2.0</span><br> |")
        assert check(write_site(tmp_path, {"index.md": page})).output == "No findings.\n"

    @pytest.mark.parametrize("page", [b"---\ncompat: true\n---\n\xff\xfe", "---\ncompat: \xe9"])
    def test_pages_that_are_not_utf_8(self, tmp_path: Path, page: bytes | str) -> None:
        content = page.encode("latin-1") if isinstance(page, str) else page
        run = check(write_site(tmp_path, {"index.md": content}))
        assert run.exit_code == 2
        assert "index.md is not UTF-8 text" in run.output
        assert "save it as UTF-8" in run.output

    def test_other_pages_may_be_in_any_encoding(self, tmp_path: Path) -> None:
        old = {"old.md": b"Caf\xe9\n", "older.md": b"---\nx: \xe9\n---\n"}
        assert check(write_site(tmp_path, {"index.md": CLEAN, **old})).exit_code == 0

    def test_a_byte_order_mark_changes_no_place(self, tmp_path: Path) -> None:
        run = check(write_site(tmp_path, {"index.md": b"\xef\xbb\xbf" + BLANK.encode()}))
        assert "docs/index.md:8:8:" in run.output

    def test_line_endings_of_windows(self, tmp_path: Path) -> None:
        page = BLANK.replace("\n", "\r\n")
        assert "docs/index.md:8:8:" in check(write_site(tmp_path, {"index.md": page})).output


class TestAsAProgram:
    """The console script itself, with the machine's own streams."""

    def run(self, config: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "mkdocs_compat.command_line", "check"],
            cwd=config.parent,
            env={**os.environ, **environment},
            capture_output=True,
            check=False,
        )

    def test_finds_the_configuration_in_its_folder(self, tmp_path: Path) -> None:
        done = self.run(write_site(tmp_path, {"index.md": BLANK}))
        assert done.returncode == 0
        assert done.stdout.startswith(b"docs/index.md:8:8: warning CMP108")
        assert done.stderr == b""

    def test_writes_what_the_terminal_cannot_show_in_another_way(self, tmp_path: Path) -> None:
        page = CLEAN.replace("2.0 | 2.0", "2.0 | 3.0 ➜ soon")
        done = self.run(write_site(tmp_path, {"index.md": page}), PYTHONIOENCODING="cp1252")
        assert done.returncode == 1
        assert b"\\u279c soon" in done.stdout
        assert done.stderr == b""


def test_no_configuration_in_this_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke(main, ["check"])
    assert run.exit_code == 2
    assert "there is no mkdocs.yml in this folder" in run.output


@pytest.mark.parametrize("name", ["mkdocs.yml", "mkdocs.yaml", "properdocs.yml"])
def test_names_of_configurations(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    write_site(tmp_path, {"index.md": CLEAN}).rename(tmp_path / name)
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["check"]).exit_code == 0


class TestSeverities:
    """The option `severity` in mkdocs.yml."""

    CONFIG = "site_name: Test\nplugins:\n  - compat: {severity: {CMP108: error}}\n"

    def test_changes_findings_and_status(self, tmp_path: Path) -> None:
        run = check(write_site(tmp_path, {"index.md": BLANK}, self.CONFIG))
        assert (run.exit_code, "error CMP108 blank-undeclared" in run.output) == (1, True)

    def test_a_pages_own_word_comes_first(self, tmp_path: Path) -> None:
        said = "compat: {severity: [{check: CMP108, as: info, reason: Left open.}]}"
        page = BLANK.replace("compat: true", said)
        run = check(write_site(tmp_path, {"index.md": page}, self.CONFIG))
        assert (run.exit_code, "info CMP108 blank-undeclared" in run.output) == (0, True)

    def test_a_mistake_is_one_of_the_configuration(self, tmp_path: Path) -> None:
        config = self.CONFIG.replace("CMP108", "CMP1O8")
        run = check(write_site(tmp_path, {"index.md": BLANK}, config))
        assert run.exit_code == 2
        assert "the option 'severity' of compat: there is no check 'CMP1O8'" in run.output
