"""The forms of reports that CI systems read, and where they go."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from mkdocs_compat.checks.registry import CHECKS
from mkdocs_compat.publishing.reports.formats import FORMATS
from tests.command_line.sites import BLANK, CLEAN, REMARK, check, write_site

ROOT = Path(__file__).resolve().parents[2]
SARIF = ROOT / "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
CHECK_PAGES = ROOT / "tests" / "checks"

ERROR = CLEAN.replace("2.0 | 2.0", "2.0 | soon")
CONFLICT = CLEAN + "| 2.0 | 1.0 |\n"
# What is in a page must not get out of the report that quotes it.
HOSTILE = CLEAN.replace(
    "| 2.0 | 2.0 |", "| 2.0 | x100%, a:b ]]> <x> & \x1b[31m\x07\x0b ::error::no \ufffe\u202e |"
)


def formatted(config: Path, form: str, *arguments: str) -> str:
    return check(config, "--format", form, *arguments).stdout


def sarif(config: Path) -> dict[str, Any]:
    log = json.loads(formatted(config, "sarif"))
    schema = json.loads(SARIF.read_text(encoding="utf-8"))
    jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker()).validate(log)
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


@pytest.fixture
def everything(tmp_path: Path) -> Path:
    """A site with all that the checks' own pages show."""
    pages = {path.name: path.read_bytes() for path in CHECK_PAGES.glob("*.failing.md")}
    pages |= {"clean.md": CLEAN.encode(), "hostile.md": HOSTILE.encode()}
    assert len(pages) > 30
    return write_site(tmp_path, pages)


class TestSarif:
    def test_has_its_form(self, everything: Path) -> None:
        run = sarif(everything)
        assert len(run["results"]) > 60
        assert any("relatedLocations" in result for result in run["results"])
        assert any("fixes" in result for result in run["results"])

    def test_of_a_clean_site(self, tmp_path: Path) -> None:
        assert sarif(write_site(tmp_path, {"index.md": CLEAN}))["results"] == []

    def test_describes_every_check(self, tmp_path: Path) -> None:
        rules = sarif(write_site(tmp_path, {}))["tool"]["driver"]["rules"]
        assert [rule["id"] for rule in rules] == [check.code for check in CHECKS]
        for rule in rules:
            assert rule["shortDescription"]["text"].endswith(".")
            assert rule["helpUri"].endswith(f"#{rule['id']}-{rule['name']}")
            # Why it matters, and what to do.
            assert rule["help"]["text"].count(".") >= 2, rule["id"]
            assert "  " not in rule["help"]["text"]

    def test_results_refer_to_their_rules(self, everything: Path) -> None:
        run = sarif(everything)
        rules = run["tool"]["driver"]["rules"]
        for result in run["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]

    def test_names_the_part_where_there_is_no_line(self, tmp_path: Path) -> None:
        table = BLANK.partition("---\n\n")[2] + "\nNach Größe.\n"
        (tmp_path / "table.md").write_text(table, encoding="latin-1")
        config = (
            "site_name: Test\nmarkdown_extensions:\n"
            "  - pymdownx.snippets: {base_path: !relative $config_dir, encoding: latin-1}\n"
        )
        page = '---\ncompat: true\n---\n\n--8<-- "table.md"\n'
        (result,) = sarif(write_site(tmp_path, {"index.md": page}, config))["results"]
        (location,) = result["locations"]
        assert "region" not in location["physicalLocation"]
        assert location["logicalLocations"] == [{"fullyQualifiedName": "table 1, row 2, column 2"}]

    def test_addresses_are_addresses(self, tmp_path: Path) -> None:
        config = write_site(tmp_path, {"mit Leerzeichen/ü #1%.md": ERROR})
        (result,) = sarif(config)["results"]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.endswith("docs/mit%20Leerzeichen/%C3%BC%20%231%25.md")


class TestGitlab:
    def test_has_what_gitlab_asks_for(self, everything: Path) -> None:
        found = json.loads(formatted(everything, "gitlab"))
        jsonschema.validate(found, GITLAB)
        assert len({item["fingerprint"] for item in found}) == len(found)

    def test_maps_severities(self, tmp_path: Path) -> None:
        pages = {"a.md": ERROR, "b.md": BLANK, "c.md": REMARK}
        found = json.loads(formatted(write_site(tmp_path, pages), "gitlab"))
        assert [item["severity"] for item in found] == ["major", "minor", "info"]

    def test_of_a_clean_site(self, tmp_path: Path) -> None:
        assert formatted(write_site(tmp_path, {"index.md": CLEAN}), "gitlab") == "[]\n"


GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 10},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)"},
                    "lines": {"type": "object", "required": ["begin"]},
                },
            },
        },
    },
}


class TestGithub:
    def test_one_command(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        config = write_site(tmp_path, {"index.md": CONFLICT})
        monkeypatch.chdir(tmp_path)
        assert formatted(config, "github") == (
            "::warning file=docs/index.md,line=9,endLine=9,col=3,endColumn=6,"
            "title=CMP201 conflicting-rows::this row and the row '2.0' both cover Server 2.0, and "
            "they disagree on Client ('2.0' and '1.0')"
            "%0Adocs/index.md:8:3: the other row, '2.0'%0Adocs/index.md:8:9: its Client: '2.0'"
            "%0AWhat any of them lists counts as working. If only whole rows work, say "
            "'together: true' for the table; if one of the two is a slip, correct it.\n"
        )

    def test_is_one_line_a_finding(self, everything: Path) -> None:
        lines = formatted(everything, "github").splitlines()
        assert len(lines) == len(json.loads(formatted(everything, "json")))
        for line in lines:
            assert line.isprintable()
            assert line.startswith(("::error file=", "::warning file=", "::notice file="))

    def test_escapes_what_would_end_a_property(self, tmp_path: Path) -> None:
        config = write_site(tmp_path, {"a,b%c.md": ERROR})
        assert "docs/a%2Cb%25c.md,line=" in formatted(config, "github")

    def test_escapes_what_would_end_the_text(self, tmp_path: Path) -> None:
        (line,) = formatted(write_site(tmp_path, {"a.md": HOSTILE}), "github").splitlines()
        assert "100%25" in line

    def test_of_a_clean_site_is_nothing(self, tmp_path: Path) -> None:
        assert formatted(write_site(tmp_path, {"index.md": CLEAN}), "github") == ""


class TestJunit:
    def test_is_xml_whatever_the_pages_say(self, everything: Path) -> None:
        root = ET.fromstring(formatted(everything, "junit"))
        assert len(root.findall("testsuite")) == len(list(CHECK_PAGES.glob("*.failing.md"))) + 2
        for suite in [root, *root.findall("testsuite")]:
            cases = suite.findall(".//testcase")
            assert int(suite.get("tests", "")) == len(cases) > 0
            assert int(suite.get("failures", "")) == len(suite.findall(".//failure"))
            assert all(case.get("name") and case.get("classname") for case in cases)

    def test_fails_what_the_run_fails_at(self, tmp_path: Path) -> None:
        pages = {"a.md": ERROR, "b.md": BLANK, "c.md": REMARK, "d.md": CLEAN}
        config = write_site(tmp_path, pages)
        for threshold, failures in (("never", 0), ("error", 1), ("warning", 2), ("info", 3)):
            text = formatted(config, "junit", "--fail-on", threshold)
            root = ET.fromstring(text)
            assert (root.get("tests"), root.get("failures")) == ("4", str(failures))
            assert len(root.findall(".//system-out")) == 3 - failures

    def test_of_an_empty_site_has_one_test(self, tmp_path: Path) -> None:
        root = ET.fromstring(formatted(write_site(tmp_path, {}), "junit"))
        assert (root.get("tests"), root.get("failures")) == ("1", "0")

    def test_of_one_page_is_about_that_page(self, tmp_path: Path) -> None:
        config = write_site(tmp_path, {"a.md": ERROR, "b.md": CLEAN})
        root = ET.fromstring(formatted(config, "junit", str(tmp_path / "docs/b.md")))
        assert [suite.get("tests") for suite in root] == ["1"]
        assert root.get("failures") == "0"


class TestFingerprints:
    def prints(self, folder: Path, page: str) -> list[str]:
        config = write_site(folder, {"index.md": page})
        return [item["fingerprint"] for item in json.loads(formatted(config, "json"))]

    def test_stay_when_lines_move(self, tmp_path: Path) -> None:
        moved = CONFLICT.replace("\n| Server", "\nMore text.\n\n\n| Server")
        assert self.prints(tmp_path, CONFLICT) == self.prints(tmp_path, moved)

    def test_differ_for_findings_that_are_alike(self, tmp_path: Path) -> None:
        table = "\n| Server | Client |\n| --- | --- |\n| 1.0 | 3.0 ➜ 2.0 |\n"
        found = self.prints(tmp_path, f"---\ncompat: true\n---\n\n# A\n{table}\n# B\n{table}")
        assert len(set(found)) == len(found) >= 2

    def test_differ_from_page_to_page(self, tmp_path: Path) -> None:
        config = write_site(tmp_path, {"a.md": ERROR, "b.md": ERROR})
        found = [item["fingerprint"] for item in json.loads(formatted(config, "json"))]
        assert len(set(found)) == 2

    def test_differ_from_site_to_site_of_a_repository(self, tmp_path: Path) -> None:
        (tmp_path / ".git").mkdir()
        assert self.prints(tmp_path / "a", ERROR) != self.prints(tmp_path / "b", ERROR)


class TestPaths:
    """CI systems name files from the root of the repository."""

    @pytest.mark.parametrize("form", ["github", "gitlab", "sarif", "junit"])
    def test_are_those_of_the_repository(self, tmp_path: Path, form: str) -> None:
        (tmp_path / ".git").mkdir()
        config = write_site(tmp_path / "product" / "site", {"index.md": ERROR})
        assert "product/site/docs/index.md" in formatted(config, form)

    def test_outside_of_a_repository_are_those_from_here(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        config = write_site(tmp_path / "site", {"index.md": ERROR})
        monkeypatch.chdir(tmp_path)
        assert "file=site/docs/index.md," in formatted(config, "github")

    def test_lead_out_of_the_configurations_folder(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder = tmp_path / "site"
        config = write_site(folder, {}, "site_name: Test\ndocs_dir: ../pages\n")
        write_site(tmp_path, {}).unlink()
        (tmp_path / "pages").mkdir()
        (tmp_path / "pages" / "index.md").write_text(ERROR, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        assert "file=pages/index.md," in formatted(config, "github")


class TestOutputs:
    @pytest.fixture
    def config(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        config = write_site(tmp_path, {"index.md": ERROR})
        monkeypatch.chdir(tmp_path)
        return config

    def test_go_to_several_files_besides_the_text(self, config: Path) -> None:
        plain = check(config)
        run = check(config, "--output", "sarif:a.sarif", "--output", "junit:b.xml")
        assert (run.stdout, run.stderr, run.exit_code) == (plain.stdout, "", 1)
        assert json.loads(Path("a.sarif").read_bytes())["version"] == "2.1.0"
        assert ET.parse("b.xml").getroot().tag == "testsuites"

    @pytest.mark.parametrize("form", FORMATS)
    def test_say_what_would_be_printed(self, config: Path, form: str) -> None:
        printed = check(config, "--format", form).stdout
        assert check(config, "--output", f"{form}:report").exit_code == 1
        assert Path("report").read_text(encoding="utf-8") == printed

    def test_without_a_form_take_that_of_the_format(self, config: Path) -> None:
        run = check(config, "--format", "gitlab", "--output", "report.json")
        assert (run.stdout, run.stderr) == ("", "1 error.\n")
        assert json.loads(Path("report.json").read_bytes())[0]["severity"] == "major"

    def test_take_the_last_format_and_leave_the_other(self, config: Path) -> None:
        arguments = ["--format", "text", "--format", "sarif", "--output", "a.sarif"]
        assert check(config, *arguments).stdout == check(config).stdout
        assert json.loads(Path("a.sarif").read_bytes())["version"] == "2.1.0"

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["--output", "srif:a"], "there is no form 'srif'"),
            (["--output", "sarif:"], "no file is named"),
            (["--output", "-"], "no file is named"),
            (["--output", "sarif:docs"], "docs is a folder"),
            (["--output", "sarif:no/such/a.sarif"], "there is no folder no/such"),
            (["--output", "a", "--output", "b"], "only one --output may leave out its form"),
            (["--output", "sarif:a", "--output", "junit:./a"], "two reports would be written"),
            (["--format", "text", "--format", "json"], "only one form can be printed"),
            (["--format", "yaml"], "'yaml' is not one of"),
            (["--fail-on", "fatal"], "'fatal' is not one of"),
        ],
    )
    def test_that_do_not_go_together(self, config: Path, arguments: list[str], words: str) -> None:
        run = check(config, *arguments)
        assert run.exit_code == 2
        assert words in " ".join(run.stderr.split())
        assert run.stdout == ""

    def test_replace_what_was_there_and_keep_its_rights(self, config: Path) -> None:
        report = Path("report.json")
        report.write_text("old", encoding="utf-8")
        report.chmod(0o640)
        check(config, "--output", "json:report.json")
        assert json.loads(report.read_bytes())
        assert stat.S_IMODE(report.stat().st_mode) == 0o640
        assert [path.name for path in Path().iterdir() if path.name.startswith(".")] == []

    def test_follow_links(self, config: Path) -> None:
        Path("real.json").write_text("old", encoding="utf-8")
        Path("link.json").symlink_to("real.json")
        check(config, "--output", "json:link.json")
        assert Path("link.json").is_symlink()
        assert json.loads(Path("real.json").read_bytes())

    @pytest.mark.skipif(sys.platform == "win32", reason="it has no /dev")
    def test_may_be_a_pipe(self, config: Path) -> None:
        arguments = ["--format", "json", "--output", "/dev/stdout"]
        run = subprocess.run(
            [sys.executable, "-m", "mkdocs_compat.command_line", "check", "-f", config, *arguments],
            capture_output=True,
            check=False,
        )
        assert (len(json.loads(run.stdout)), run.stderr) == (1, b"1 error.\n")

    def test_that_cannot_be_written(self, config: Path) -> None:
        Path("link.json").symlink_to("no/such/folder/a.json")
        run = check(config, "--output", "json:link.json")
        assert run.exit_code == 2
        assert "link.json cannot be written: No such file or directory" in run.stderr
