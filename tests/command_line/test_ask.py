"""`mkdocs-compat ask`: where it asks, what it says, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from mkdocs_compat.command_line import main
from tests.command_line.sites import CLEAN, write_site
from tests.publishing.published import cell, file_of, old_table, spire


def ask(*arguments: str | Path) -> Result:
    """Run `mkdocs-compat ask`; anything but an exit is a defect."""
    run = CliRunner().invoke(main, ["ask", *map(str, arguments)])
    assert run.exception is None or isinstance(run.exception, SystemExit), run.exception
    return run


@pytest.fixture
def skew(tmp_path: Path) -> Path:
    path = tmp_path / "skew.json"
    path.write_text(file_of(spire()), encoding="utf-8")
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.json"
    path.write_text(file_of(old_table(), version=1), encoding="utf-8")
    return path


class TestRulesOfSpire:
    @pytest.mark.parametrize(
        ("question", "status", "verdict"),
        [
            ("server=0.9.3,0.9.2 agent=0.8.0", 0, "compatible"),
            ("server=0.9.3 server=0.9.2 agent=0.9.2", 0, "compatible"),
            ("server=0.9.3,0.9.2 agent=0.9.3", 1, "incompatible"),
            ("server=0.9.3 agent=0.7.4", 1, "incompatible"),
            ("server=0.9.3,0.7.0", 1, "incompatible"),
            ("server=1.0.0 agent=0.12.0", 3, "unstated"),
            ("server=0.9.3 other=1.0", 3, None),
            ("server=0.9.3", 0, None),
            ("other=1.0", 3, None),
            ("server=0.9.3,0.9.2", 0, "compatible"),
            ("server=0.9.3 agent=soon", 2, None),
        ],
    )
    def test_verdict_and_status(
        self, skew: Path, question: str, status: int, verdict: str | None
    ) -> None:
        run = ask("--from", skew, "--format", "json", *question.split())
        assert (run.exit_code, json.loads(run.stdout)["verdict"]) == (status, verdict)

    @pytest.mark.parametrize("written", ["agent", "agent=", "agent=?"])
    def test_open(self, skew: Path, written: str) -> None:
        run = ask("--from", skew, "--format", "json", "server=0.9.3,0.9.2", written)
        assert run.exit_code == 0
        assert json.loads(run.stdout)["open"] == {
            "agent": {
                "parts": [{"verdict": "compatible", "versions": "0.8.0 ➜ 0.9.2"}],
                "oldest": "0.8.0",
                "newest": "0.9.2",
            }
        }

    def test_a_single_version_leaves_open_what_is_related(self, skew: Path) -> None:
        run = ask("--from", skew, "--format", "json", "server=0.9.3")
        found = json.loads(run.stdout)
        assert (run.exit_code, found["verdict"]) == (0, None)
        assert list(found["open"]) == ["agent"]
        assert (
            found["open"]["agent"]
            == json.loads(ask("--from", skew, "--format", "json", "server=0.9.3", "agent=").stdout)[
                "open"
            ]["agent"]
        )
        text = ask("--from", skew, "server=0.9.3").output
        assert text == ("SPIRE Agent 0.8.0 ➜ 0.9.3: compatible\n  oldest 0.8.0, newest 0.9.3\n")

    def test_a_single_version_to_which_nothing_is_related(self, skew: Path) -> None:
        run = ask("--from", skew, "other=1.0")
        assert run.exit_code == 3
        assert run.output == "Unstated: nothing relates these components.\n"

    @pytest.mark.parametrize("question", ["server=0.9.3,0.9.2", "server=0.9.3 server=0.9.2"])
    def test_a_fleet_is_a_question_of_its_own(self, skew: Path, question: str) -> None:
        run = ask("--from", skew, "--format", "json", *question.split())
        assert json.loads(run.stdout)["open"] == {}

    def test_what_is_left_open_is_all_that_is(self, skew: Path) -> None:
        run = ask("--from", skew, "--format", "json", "server=0.9.3", "other=")
        assert json.loads(run.stdout)["open"] == {"other": None}

    def test_open_where_nothing_fits(self, skew: Path) -> None:
        run = ask("--from", skew, "server=0.9.3,0.7.0", "agent=")
        assert run.exit_code == 1
        assert "SPIRE Agent: no version is stated to work with these.\n" in run.output

    def test_open_where_nothing_is_said(self, skew: Path) -> None:
        run = ask("--from", skew, "server=0.9.3", "other=")
        assert (run.exit_code, run.output) == (3, "Other: nothing relates it to these.\n")

    def test_in_full(self, skew: Path) -> None:
        run = ask("--from", skew, "server=0.9.3", "agent=0.7.4")
        assert run.output.startswith(
            "Incompatible: these versions do not work together.\n"
            "  SPIRE Agent 0.7.4 with SPIRE Server 0.9.3: incompatible\n"
            "    docs/skew.md:9:7: SPIRE Agent 0.7.4 is more than one minor version behind "
            "SPIRE Server 0.9.3. "
        )
        assert "\nNearest fixes:\n  Update SPIRE Agent 0.7.4 → 0.8" in run.output
        assert run.output.endswith(
            "\nWhere each stands:\n"
            "  SPIRE Server: fine if downgraded 0.9.3 → 0.8.\n"
            "  SPIRE Agent: fine if updated 0.7.4 → 0.8.\n"
        )
        assert "\x1b" not in run.output

    def test_what_clashes_in_a_larger_set(self, skew: Path) -> None:
        run = ask("--from", skew, "server=0.9.3,0.9.2", "agent=0.9.3")
        assert "\nWhat clashes: SPIRE Agent 0.9.3 and SPIRE Server 0.9.2.\n" in run.output

    def test_dropping(self, skew: Path) -> None:
        run = ask("--from", skew, "--drop", "server=0.9", "--format", "json")
        lost = json.loads(run.stdout)
        assert lost["dropped"] == {"component": "server", "versions": "0.9"}
        text = ask("--from", skew, "--drop", "server=0.9")
        assert text.exit_code == run.exit_code == (1 if lost["lost"] else 0)
        assert text.output.startswith("Without SPIRE Server 0.9, ")

    def test_dropping_what_is_no_version(self, skew: Path) -> None:
        run = ask("--from", skew, "--drop", "server=soon")
        assert (run.exit_code, run.stdout) == (2, "")
        assert "'soon' is not a semver version" in run.stderr


class TestTable:
    @pytest.mark.parametrize(
        ("question", "status"),
        [
            ("server=1.0 client=1.2.0", 0),
            ("server=1.0 client=1.5.0", 1),
            ("server=3.0 client=1.2.0", 3),
            ("server=3.0 client=", 3),
            ("server=2.0 client=", 0),
            ("client=1.4.0 server=", 0),
            ("client=0.9.0 server=", 1),
            ("server=2.0", 0),
            ("server=3.0", 3),
            ("client=0.9.0", 1),
            ("client=soon", 2),
        ],
    )
    def test_status(self, table: Path, question: str, status: int) -> None:
        assert ask("--from", table, *question.split()).exit_code == status

    def test_a_reason_in_full(self, table: Path) -> None:
        run = ask("--from", table, "--format", "json", "server=1.0", "client=1.5.0")
        found = json.loads(run.stdout)
        (reason,) = found["reasons"]
        assert reason == {
            "ground": "excluded",
            "verdict": "incompatible",
            "sentence": "Row “Server 1.0” lists Client 1.0 ➜ 1.4, not 1.5.0.",
            "notes": [],
            "title": "Clients",
            "url": "table/#t1-l7-c9",
            "anchor": "t1-l7-c9",
            "path": "docs/table.md",
            "line": 7,
            "column": 9,
            "rule": None,
            "cell": "1.0 ➜ 1.4",
        }
        assert found["pairs"][0]["reasons"] == [reason]
        assert [each["version"] for each in found["clash"]] == ["1.0", "1.5.0"]
        assert found["fixes"][0]["verdict"] == "compatible"
        assert {each["kind"] for each in found["standings"]} == {"update"}

    def test_a_line_that_is_split(self, table: Path) -> None:
        run = ask("--from", table, "--format", "json", "server=1.0", "client=1")
        found = json.loads(run.stdout)
        assert {each["verdict"] for each in found["split"]} == {"compatible", "incompatible"}
        assert found["split"][0]["components"] == ["server", "client"]
        assert [{**each, "components": ["server", "client"]} for each in found["pairs"][0]["split"]]
        text = ask("--from", table, "server=1.0", "client=1").output
        assert "    Client 1.0 ➜ 1.4: compatible\n" in text

    def test_texts_from_elsewhere_do_not_reach_the_terminal_raw(self, tmp_path: Path) -> None:
        data = old_table()
        data["tables"][0]["note"] = "\x1b[2J\r\nGone"
        path = tmp_path / "x.json"
        path.write_text(file_of(data), encoding="utf-8")
        output = ask("--from", path, "server=1.0", "client=1.2").output
        assert "\x1b" not in output
        assert "\r" not in output


class TestComponents:
    @pytest.mark.parametrize("name", ["agent", "AGENT", "spire agent", "Workload Agent"])
    def test_by_id_name_or_alias(self, skew: Path, name: str) -> None:
        assert ask("--from", skew, "server=0.9.2", f"{name}=0.9.2").exit_code == 0

    def test_unknown(self, skew: Path) -> None:
        run = ask("--from", skew, "server=0.9.2", "agnet=0.9.2")
        assert (run.exit_code, run.stdout) == (2, "")
        assert "there is no component 'agnet': did you mean 'agent'?" in run.stderr

    def test_nothing_near(self, skew: Path) -> None:
        run = ask("--from", skew, "zzz=0.9.2")
        assert "there is no component 'zzz': expected server, agent, other" in run.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "no version is given"),
        (["agent="], "no version is given"),
        (["=1.0"], "names no component"),
        (["server=1.0,,2.0"], "has an empty version between its commas"),
        (["server=,"], "has an empty version between its commas"),
        (["server=="], "has an empty version between its commas"),
        (["server=1.0,="], "has an empty version between its commas"),
        (["=="], "names no component"),
        (["--drop", ""], "names no component"),
        (["--drop", "servr=1.0"], "there is no component 'servr': did you mean 'server'?"),
        (["--drop", "server=4 ➜ 3"], "expected a version, a line or a range"),
        (["server=1.0", "server="], "'server' is both given and left open"),
        (["--drop", "server=1.0", "agent=1.0"], "--drop is a question of its own"),
        (["--drop", "server"], "--drop needs a version"),
        (["--page", "x.md", "server=1.0"], "--from is asked by itself"),
        (["--product", "x", "server=1.0"], "there is no product 'x': expected spire"),
        (["--format", "yaml", "server=1.0"], "yaml"),
    ],
)
def test_wrong_usage(skew: Path, arguments: list[str], words: str) -> None:
    run = ask("--from", skew, *arguments)
    assert (run.exit_code, run.stdout) == (2, "")
    assert words in run.stderr


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{", "is not readable JSON"),
        (b"[]", "is no file of mkdocs-compat"),
        (b"\xff", "is not UTF-8 text"),
        (
            b'{"format": "mkdocs-compat", "version": 9}',
            "has the form of version 9; this mkdocs-compat reads",
        ),
        (b'{"format": "mkdocs-compat", "version": "2"}', "expected a number, found a text"),
        (b"---\ncompat: true\n---\n", "is not readable JSON"),
        (b"", "is not readable JSON"),
        (b'{"format": "mkdocs-compat", "version": 2, "products": []}', "has no products"),
        (b'{"format": "mkdocs-compat", "version": 2, "products": [1]}', "expected an object"),
        (None, "cannot be read"),
    ],
)
def test_unreadable_files(tmp_path: Path, content: bytes | None, words: str) -> None:
    path = tmp_path / "compat.json"
    if content is not None:
        path.write_bytes(content)
    run = ask("--from", path, "server=1.0")
    assert (run.exit_code, run.stdout) == (2, "")
    assert words in run.stderr


@pytest.mark.parametrize("text", ["soon", "x.y", "4 ➜ 3", "-", "latest", "1\x1b[2J"])
def test_what_is_no_version(table: Path, text: str) -> None:
    run = ask("--from", table, "server=1.0", f"client={text}")
    assert run.exit_code == 2
    assert run.stdout == (
        f"Client: {text!r} is not a semver version: expected a version, a line or a range, as in "
        "the cells of a table\n"
    )
    found = json.loads(ask("--from", table, "--format", "json", f"client={text}").stdout)
    (problem,) = found["problems"]
    assert (problem["component"], problem["text"]) == ("client", text)
    assert (found["verdict"], found["open"]) == (None, {})


class TestWhere:
    def test_a_site(self, tmp_path: Path) -> None:
        config = write_site(tmp_path, {"index.md": CLEAN})
        run = ask("-f", config, "server=1.0", "client=1.0")
        assert run.exit_code == 0
        assert "    docs/index.md:7:9: Row “Server 1.0” lists Client 1.0.\n" in run.output

    def test_the_site_of_this_folder(self, tmp_path: Path, monkeypatch: Any) -> None:
        write_site(tmp_path, {"index.md": CLEAN})
        monkeypatch.chdir(tmp_path)
        assert ask("server=1.0", "client=2.0").exit_code == 1

    def test_no_site(self, tmp_path: Path, monkeypatch: Any) -> None:
        monkeypatch.chdir(tmp_path)
        run = ask("server=1.0", "client=2.0")
        assert (run.exit_code, run.stdout) == (2, "")
        assert "there is no mkdocs.yml in this folder" in run.stderr

    def test_a_site_without_tables(self, tmp_path: Path) -> None:
        run = ask("-f", write_site(tmp_path, {"index.md": "Text.\n"}), "server=1.0")
        assert run.exit_code == 2
        assert "no page of this site has 'compat:'" in run.output

    def test_a_page_without_a_site(self, tmp_path: Path, monkeypatch: Any) -> None:
        (tmp_path / "pages").mkdir()
        (tmp_path / "pages" / "table.md").write_text(CLEAN, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        run = ask("--page", "pages/table.md", "server=1.0", "client=1.0")
        assert run.exit_code == 0
        assert "    pages/table.md:7:9: " in run.output

    def test_a_page_of_a_site_by_itself(self, tmp_path: Path, monkeypatch: Any) -> None:
        other = CLEAN.replace("| 1.0 | 1.0 |", "| 1.0 | 7.0 |")
        write_site(tmp_path, {"a.md": CLEAN, "b.md": other})
        monkeypatch.chdir(tmp_path)
        question = ("server=1.0", "client=7.0")
        found = json.loads(ask("--page", "docs/b.md", "--format", "json", *question).stdout)
        assert found["verdict"] == "compatible"
        assert found["reasons"][0]["url"].startswith("b/#")
        assert ask("--page", "docs/a.md", *question).exit_code == 1

    @pytest.mark.parametrize(
        ("config", "words"),
        [
            (b"site_name: [", "mkdocs.yml:1:13: "),
            (b"site_name: 2020-99-99", "mkdocs.yml is not readable YAML: month must be in"),
            (b"\xff", "mkdocs.yml is not readable YAML"),
            (b"", "mkdocs.yml is not a configuration"),
            (b"docs_dir: nowhere", "the folder of the pages, "),
            (b"plugins: [{compat: {data: 5}}]", "the option 'data' of compat must be a list"),
            (b"plugins: [{compat: {data: no.yml}}]", "(the option 'data' of compat names it)"),
            (b"markdown_extensions: [nowhere]", "install what the site itself needs"),
            (b"INHERIT: nowhere.yml", "nowhere.yml cannot be read"),
            (None, "mkdocs.yml cannot be read"),
        ],
    )
    def test_a_page_beside_a_broken_configuration(
        self, tmp_path: Path, monkeypatch: Any, config: bytes | None, words: str
    ) -> None:
        """The answer would be another one without its extensions and shared definitions."""
        path = write_site(tmp_path, {"table.md": CLEAN})
        path.unlink()
        monkeypatch.chdir(tmp_path)
        assert ask("--page", "docs/table.md", "server=1.0").exit_code == 0
        if config is None:
            path.mkdir()
        else:
            path.write_bytes(config)
        run = ask("--page", "docs/table.md", "server=1.0")
        assert (run.exit_code, run.stdout) == (2, "")
        assert words in run.stderr

    @pytest.mark.parametrize("where", ["--page", "-f"])
    def test_front_matter_that_cannot_be_read(self, tmp_path: Path, where: str) -> None:
        config = write_site(tmp_path, {"a.md": "---\ncompat:\n  rules: [\n---\n# Rules\n"})
        run = ask(where, tmp_path / "docs" / "a.md" if where == "--page" else config, "server=1.0")
        assert (run.exit_code, run.stdout) == (2, "")
        assert "the YAML breaks off here" in run.stderr

    def test_a_page_without_anything_to_ask(self, tmp_path: Path) -> None:
        write_site(tmp_path, {"a.md": "---\ncompat: true\n---\n# Nothing\n"})
        run = ask("--page", tmp_path / "docs" / "a.md", "server=1.0")
        assert (run.exit_code, run.stdout) == (2, "")
        assert "a.md: there is no table and no rule to ask; " in run.stderr

    def test_what_could_not_be_read_is_said_and_the_rest_answers(self, tmp_path: Path) -> None:
        broken = "\n  blank: no\n  rules: [{component: client, with: server, same: majro}]"
        config = write_site(tmp_path, {"a.md": CLEAN.replace(" true", broken)})
        run = ask("-f", config, "--format", "json", "server=1.0", "client=1.0")
        assert (run.exit_code, json.loads(run.stdout)["verdict"]) == (0, "compatible")
        assert run.stderr.startswith(
            "Warning: what could not be read is left out: docs/a.md:3:10: 'compat.blank' is 'no'"
        )
        assert run.stderr.endswith(", and 1 more like it; run mkdocs-compat check\n")

    @pytest.mark.parametrize(
        ("page", "words"), [("text.md", "takes no part"), ("none.md", "none.md is no file")]
    )
    def test_what_is_no_such_page(
        self, tmp_path: Path, monkeypatch: Any, page: str, words: str
    ) -> None:
        (tmp_path / "text.md").write_text("Text.\n", encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        run = ask("--page", page, "server=1.0")
        assert (run.exit_code, run.stdout) == (2, "")
        assert words in run.stderr

    def test_the_example_site(self) -> None:
        example = Path(__file__).resolve().parents[2] / "site_example"
        question = ("--product", "octopus-deploy", "octopus-server=2019.1", "tentacle=3.20")
        run = ask("-f", example / "mkdocs.yml", *question)
        assert run.exit_code == 0
        assert run.output.startswith("Partial: these versions work together with a limit.\n")


class TestProducts:
    def path(self, folder: Path, *products: dict[str, Any]) -> Path:
        path = folder / "several.json"
        path.write_text(file_of(*products), encoding="utf-8")
        return path

    def test_the_components_decide(self, tmp_path: Path) -> None:
        path = self.path(tmp_path, old_table(), spire())
        assert ask("--from", path, "server=0.9.2", "agent=0.9.2").exit_code == 0

    def test_they_do_not(self, tmp_path: Path) -> None:
        path = self.path(tmp_path, spire(), {**spire(), "id": "two"})
        run = ask("--from", path, "server=0.9.2", "agent=0.9.2")
        assert run.exit_code == 2
        assert "name one with --product: spire, two" in run.stderr
        assert ask("--from", path, "--product", "two", "server=1", "agent=1").exit_code == 1

    def test_no_product_has_all(self, tmp_path: Path) -> None:
        path = self.path(tmp_path, old_table(), spire())
        run = ask("--from", path, "client=1", "agent=1")
        assert "no product has all of these components: client, agent" in run.stderr
        assert "did you mean 'agent'?" in ask("--from", path, "client=1", "agnt=1").stderr


def test_a_group(tmp_path: Path) -> None:
    data = old_table()
    data["tables"][0]["together"] = True
    path = tmp_path / "x.json"
    path.write_text(file_of(data), encoding="utf-8")
    found = json.loads(ask("--from", path, "--format", "json", "server=1.0", "client=1.5.0").stdout)
    assert found["pairs"] == []
    (group,) = found["groups"]
    assert group["verdict"] == "incompatible"
    assert [each["version"] for each in group["members"]] == ["1.0", "1.5.0"]


def test_newer_than_known(tmp_path: Path) -> None:
    data = old_table()
    data["components"][1]["releases"] = [{"version": "1.0.0"}, {"version": "1.4.0"}]
    data["tables"][0]["rows"][1]["cells"] = [cell("client", "1.4 ➜ latest", 8, 9)]
    path = tmp_path / "x.json"
    path.write_text(file_of(data), encoding="utf-8")
    run = ask("--from", path, "server=2.0", "client=9.0.0")
    assert run.exit_code == 0
    assert "Newer than these pages know: Client 9.0.0" in run.output
