"""Tables that pages include from other files: where their cells are said to be, and mended."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_compat.command_line import main
from tests.command_line.sites import check, write_site

CONFIG = """\
site_name: Test
markdown_extensions:
  - pymdownx.snippets: {base_path: [!relative $config_dir/includes, !relative $docs_dir]}
"""
PAGE = "---\ncompat: true\n---\n\n# Compatibility\n\n"
# A range that runs backwards in line 5, column 9.
SHARED = """\
Intro.

| Server | Client     |
| ------ | ---------- |
| 3.2    | 4.30 ➜ 3.3 |
| 4.0    | 5.0        |
"""
PLACE = "includes/shared.md:5:12"


def site(folder: Path, body: str, shared: str | bytes = SHARED, **pages: str) -> Path:
    """Write a site with a page `a.md` that includes `shared.md`."""
    texts = {"a.md": PAGE + body, **{f"{name}.md": text for name, text in pages.items()}}
    included = folder / "includes" / "shared.md"
    included.parent.mkdir()
    included.write_bytes(shared if isinstance(shared, bytes) else shared.encode())
    return write_site(folder, texts, CONFIG)


def run(*arguments: str | Path) -> Result:
    done = CliRunner().invoke(main, [*map(str, arguments)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def places(config: Path) -> list[str]:
    return [
        line.partition(": ")[0] for line in check(config).output.splitlines() if ": error" in line
    ]


class TestPlaces:
    def test_are_those_of_the_included_file(self, tmp_path: Path) -> None:
        config = site(tmp_path, '--8<-- "shared.md"\n')
        assert check(config).output.split("\n    help")[0] == (
            f"{PLACE}: error CMP103 reversed-range: the range '4.30 ➜ 3.3' of Client runs "
            "backwards: expected the lower version first\n"
            "    5 | | 3.2    | 4.30 ➜ 3.3 |\n"
            "      |            ^^^^^^^^^^\n"
            "    shown on: docs/a.md"
        )

    @pytest.mark.parametrize(
        "body",
        [
            "--8<--\nshared.md\n--8<--\n",
            '--8<-- "shared.md:3:"\n',
            '--8<-- "shared.md:3:5"\n',
            '--8<-- "shared.md:3:4,5:5"\n',
            '--8<-- "shared.md:-5:"\n',
            '- An item:\n\n    --8<-- "shared.md"\n',
            'Twice:\n\n--8<-- "shared.md"\n\n## More\n\n--8<-- "shared.md"\n',
        ],
    )
    def test_of_files_and_lines(self, tmp_path: Path, body: str) -> None:
        assert places(site(tmp_path, body)) == [PLACE]

    def test_of_sections(self, tmp_path: Path) -> None:
        section = SHARED.replace("Intro.", "").lstrip()
        shared = (
            f"<!-- --8<-- [start:one] -->\n{section}<!-- --8<-- [end:one] -->\n\n"
            f"<!-- --8<-- [start:two] -->\n{section}<!-- --8<-- [end:two] -->\n"
        )
        config = site(tmp_path, '--8<-- "shared.md:two"\n', shared)
        assert places(config) == ["includes/shared.md:11:12"]

    def test_of_files_that_included_files_include(self, tmp_path: Path) -> None:
        config = site(tmp_path, '--8<-- "outer.md"\n')
        (tmp_path / "docs" / "outer.md").write_text('--8<-- "shared.md"\n', encoding="utf-8")
        assert places(config) == [PLACE]

    def test_of_files_that_include_each_other(self, tmp_path: Path) -> None:
        config = site(tmp_path, '--8<-- "shared.md"\n', f'{SHARED}\n--8<-- "shared.md"\n')
        assert places(config) == [PLACE]

    def test_of_html(self, tmp_path: Path) -> None:
        shared = (
            "<table><tr><th>Server</th><th>Client</th></tr>\n"
            "<tr><td>3.2</td><td>4.30 ➜ 3.3</td></tr>\n<tr><td>4.0</td><td>5</td></tr></table>\n"
        )
        config = site(tmp_path, '--8<-- "shared.md"\n', shared)
        assert places(config) == ["includes/shared.md:2:21"]

    def test_of_appended_files(self, tmp_path: Path) -> None:
        config = site(tmp_path, "Text.\n")
        config.write_text(
            CONFIG.replace("base_path:", "auto_append: [shared.md], base_path:"), encoding="utf-8"
        )
        assert places(config) == [PLACE]

    def test_outside_of_the_project(self, tmp_path: Path) -> None:
        folder = tmp_path / "site"
        folder.mkdir()
        config = site(folder, '--8<-- "shared.md"\n')
        (folder / "includes").rename(tmp_path / "common")
        config.write_text(CONFIG.replace("/includes", "/../common"), encoding="utf-8")
        assert places(config) == ["../common/shared.md:5:12"]
        before = (tmp_path / "common/shared.md").read_bytes()
        assert "the file is not in the site's folder" in run("fix", "-f", config).output
        assert (tmp_path / "common/shared.md").read_bytes() == before


class TestUnknownPlaces:
    """What cannot be told for sure is named by page and table."""

    NAMED = "docs/a.md (table 1, row 1, column 2)"

    def test_a_table_that_is_there_twice(self, tmp_path: Path) -> None:
        shared = SHARED + "\n" + SHARED
        assert places(site(tmp_path, '--8<-- "shared.md:1:7"\n', shared)) == [PLACE]
        body = '--8<-- "shared.md:1:7"\n\n--8<-- "shared.md:8:"\n'
        (tmp_path / "docs/a.md").write_text(PAGE + body, encoding="utf-8")
        assert places(tmp_path / "mkdocs.yml") == [
            self.NAMED,
            self.NAMED.replace("table 1", "table 2"),
        ]

    def test_a_file_that_is_not_utf_8(self, tmp_path: Path) -> None:
        shared = SHARED.replace("➜", "-").replace("Intro", "Größe").encode("latin-1")
        config = site(tmp_path, '--8<-- "shared.md"\n', shared)
        config.write_text(CONFIG.replace("{base", "{encoding: latin-1, base"), encoding="utf-8")
        assert places(config) == [self.NAMED]

    def test_a_link_out_of_the_project(self, tmp_path: Path) -> None:
        folder = tmp_path / "site"
        folder.mkdir()
        config = site(folder, '--8<-- "shared.md"\n')
        (folder / "includes/shared.md").rename(tmp_path / "elsewhere.md")
        (folder / "includes/shared.md").symlink_to(tmp_path / "elsewhere.md")
        assert places(config) == [self.NAMED]

    def test_a_link_within_the_project(self, tmp_path: Path) -> None:
        config = site(tmp_path, '--8<-- "link.md"\n')
        (tmp_path / "includes/link.md").symlink_to(tmp_path / "includes/shared.md")
        assert places(config) == ["includes/link.md:5:12"]

    def test_a_missing_file_is_no_error_of_ours(self, tmp_path: Path) -> None:
        config = site(tmp_path, '--8<-- "missing.md"\n\n--8<-- "shared.md"\n')
        assert places(config) == [PLACE]

    def test_rows_that_are_included_below_an_own_header(self, tmp_path: Path) -> None:
        body = '| Server | Client |\n| --- | --- |\n--8<-- "shared.md:5:6"\n'
        assert places(site(tmp_path, body)) == [self.NAMED]

    def test_other_files_are_not_looked_at(self, tmp_path: Path) -> None:
        config = site(tmp_path, f'```\n;--8<-- "shared.md"\n```\n\n{SHARED}')
        assert places(config) == ["docs/a.md:15:12"]


class TestSeveralPages:
    BOTH = '--8<-- "shared.md"\n'

    def test_a_finding_is_told_once(self, tmp_path: Path) -> None:
        config = site(tmp_path, self.BOTH, b=PAGE + self.BOTH)
        output = check(config).output
        assert output.count("CMP103") == 1
        assert "    shown on: docs/a.md, docs/b.md\n" in output
        (found,) = json.loads(check(config, "--format", "json").output)
        assert found["pages"] == ["docs/a.md", "docs/b.md"]

    def test_also_where_the_file_is_a_page(self, tmp_path: Path) -> None:
        config = site(tmp_path, '--8<-- "b.md:5:"\n', b=PAGE + SHARED)
        output = check(config).output
        assert output.count("CMP103") == 1
        assert output.startswith("docs/b.md:11:12: error CMP103")
        assert "    shown on: docs/a.md, docs/b.md\n" in output

    def test_findings_of_one_page_only(self, tmp_path: Path) -> None:
        other = SHARED.replace("Server", "Tool").replace("4.30 ➜ 3.3", "?!")
        config = site(tmp_path, self.BOTH, b=PAGE + other)
        for page, code in (("a", "CMP103"), ("b", "CMP101")):
            found = json.loads(
                check(config, tmp_path / f"docs/{page}.md", "--format", "json").output
            )
            assert [each["code"] for each in found] == [code]

    def test_each_page_accepts_what_it_shows(self, tmp_path: Path) -> None:
        accepting = PAGE.replace(
            "compat: true", "compat: {ignore: [{check: CMP103, reason: So.%s}]}"
        )
        config = site(tmp_path, self.BOTH, b=PAGE + self.BOTH)
        for scope in ("", ", table: compatibility", ", cell: 4.30 ➜ 3.3"):
            (tmp_path / "docs/a.md").write_text(accepting % scope + self.BOTH, encoding="utf-8")
            (tmp_path / "docs/b.md").write_text(PAGE + self.BOTH, encoding="utf-8")
            output = check(config).output
            assert output.count("CMP103") == 1
            assert "    shown on: docs/b.md\n" in output
            assert "CMP112" not in output
            (tmp_path / "docs/b.md").write_text(accepting % scope + self.BOTH, encoding="utf-8")
            assert check(config).output == "No findings.\n"

    def test_it_is_as_severe_as_on_any_page(self, tmp_path: Path) -> None:
        weighing = PAGE.replace(
            "compat: true", "compat: {severity: [{check: CMP103, as: info, reason: So.}]}"
        )
        config = site(tmp_path, self.BOTH, b=PAGE + self.BOTH)
        (tmp_path / "docs/a.md").write_text(weighing + self.BOTH, encoding="utf-8")
        output = check(config).output
        assert output.startswith(f"{PLACE}: error CMP103")
        assert output.count("CMP103") == 1
        (tmp_path / "docs/b.md").write_text(weighing + self.BOTH, encoding="utf-8")
        assert check(config).output.startswith(f"{PLACE}: info CMP103")

    def test_is_no_drifted_copy_of_itself(self, tmp_path: Path) -> None:
        rows = "".join(f"| {n}.0 | {n}.1 |\n" for n in range(1, 9))
        shared = f"| Server | Client |\n| --- | --- |\n{rows}| 9.0 | now |\n"
        said = PAGE.replace("compat: true", 'compat: {cells: {now: "9.2"}}')
        config = site(tmp_path, self.BOTH, shared, b=said + self.BOTH)
        (tmp_path / "docs/a.md").write_text(
            said.replace("9.2", "9.3") + self.BOTH, encoding="utf-8"
        )
        assert check(config).output == "No findings.\n"


class TestBaseline:
    def test_accepts_by_the_included_file(self, tmp_path: Path) -> None:
        config = site(tmp_path, '--8<-- "shared.md"\n')
        run("baseline", "-f", config)
        (entry,) = json.loads(
            (tmp_path / ".mkdocs-compat-baseline.json").read_text(encoding="utf-8")
        )["findings"]
        assert entry["page"] == "includes/shared.md"
        accepted = "No findings. The baseline accepts 1 more.\n"
        assert check(config).output == accepted
        assert check(config, tmp_path / "docs/a.md").output == accepted
        path = tmp_path / "includes/shared.md"
        path.write_text(f"New.\n\n{SHARED}", encoding="utf-8")
        assert check(config).output == accepted


class TestFix:
    MENDED = SHARED.replace("4.30 ➜ 3.3", "3.3 ➜ 4.30")

    @pytest.mark.parametrize("ending", ["\n", "\r\n"])
    def test_mends_the_included_file(self, tmp_path: Path, ending: str) -> None:
        shared = SHARED.replace("\n", ending).encode()
        config = site(tmp_path, '--8<-- "shared.md"\n', shared, b=PAGE + '--8<-- "shared.md"\n')
        before = {path: path.read_bytes() for path in tmp_path.rglob("*.md")}
        done = run("fix", "-f", config)
        assert done.output == (
            f"{PLACE}: CMP103 reversed-range: '4.30 ➜ 3.3' is now '3.3 ➜ 4.30'\n1 fix in 1 file.\n"
        )
        after = {path: path.read_bytes() for path in tmp_path.rglob("*.md")}
        included = tmp_path / "includes/shared.md"
        assert after.pop(included) == self.MENDED.replace("\n", ending).encode()
        before.pop(included)
        assert after == before
        assert run("fix", "-f", config).output == "Nothing changed.\n"

    def test_shows_what_would_change(self, tmp_path: Path) -> None:
        config = site(tmp_path, '--8<-- "shared.md:3:"\n')
        done = run("fix", "-f", config, "--diff", tmp_path / "docs/a.md")
        assert done.exit_code == 1
        assert done.output.startswith("--- a/includes/shared.md\n+++ b/includes/shared.md\n")
        assert (tmp_path / "includes/shared.md").read_text(encoding="utf-8") == SHARED

    def test_normalises_the_included_file(self, tmp_path: Path) -> None:
        shared = self.MENDED.replace("3.3 ➜ 4.30", "3.3➜4.30")
        config = site(tmp_path, '--8<-- "shared.md"\n', shared, b=PAGE + '--8<-- "shared.md"\n')
        assert run("fix", "-f", config, "--normalise").output.endswith("1 fix in 1 file.\n")
        assert "| 3.3 ➜ 4.30 |" in (tmp_path / "includes/shared.md").read_text(encoding="utf-8")

    def test_leaves_what_pages_read_differently(self, tmp_path: Path) -> None:
        """Only one of the pages is of some day, so `latest` stands for something else on each."""
        shared = SHARED.replace("4.30 ➜ 3.3", "3.3 ➜ latest")
        dated = PAGE.replace(
            "compat: true",
            "compat:\n  as-of: 2024-06\n  components:\n    client: {releases: [{version: 4.0.0, "
            "date: 2024-05-01}, {version: 5.0.0, date: 2025-01-01}, "
            "{version: 5.0.1, date: 2025-02-01}]}\n    server: {name: Server}",
        )
        body = '--8<-- "shared.md"\n'
        config = site(tmp_path, body, shared)
        (tmp_path / "docs/a.md").write_text(dated + body, encoding="utf-8")
        assert "3.3 ➜ latest' is now '3.3 ➜ 4.0.0'" in run("fix", "-f", config).output
        (tmp_path / "includes/shared.md").write_text(shared, encoding="utf-8")
        other = PAGE.replace("compat: true", "compat: {product: other}")
        (tmp_path / "docs/b.md").write_text(other + body, encoding="utf-8")
        output = run("fix", "-f", config).output
        assert "docs/b.md shows the same cell and is read differently" in output
        assert (tmp_path / "includes/shared.md").read_text(encoding="utf-8") == shared

    def test_a_file_that_cannot_be_seen_mended_is_left(self, tmp_path: Path) -> None:
        """The extension reads the file by another path than messages name it by."""
        config = site(tmp_path, '--8<-- "../shared/shared.md"\n')
        (tmp_path / "includes").rename(tmp_path / "shared")
        text = CONFIG.replace("{base", "{restrict_base_path: false, base")
        config.write_text(text, encoding="utf-8")
        assert places(config) == ["shared/shared.md:5:12"]
        output = run("fix", "-f", config).output
        assert output.endswith("Nothing changed.\n")
        assert (tmp_path / "shared/shared.md").read_text(encoding="utf-8") == SHARED


def test_diff_reads_what_was_included_at_the_revision(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    config = site(tmp_path, '--8<-- "includes/shared.md"\n', SHARED.replace("4.30 ➜ 3.3", "4.0"))
    config.write_text(
        "site_name: Test\nmarkdown_extensions: [pymdownx.snippets]\n", encoding="utf-8"
    )
    author = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], [*author, "commit", "-qm", "One"]):
        subprocess.run(["git", *command], check=True, env={**os.environ, "HOME": str(tmp_path)})
    path = tmp_path / "includes/shared.md"
    path.write_text(path.read_text(encoding="utf-8").replace("4.0 ", "4.1 "), encoding="utf-8")
    output = run("diff", "--git", "HEAD").output
    assert "4.0" in output
    assert "4.1" in output
    assert "incompatible" in output


class TestReports:
    def test_quote_the_included_file(self, tmp_path: Path) -> None:
        config = site(tmp_path, '--8<-- "shared.md"\n')
        sarif = json.loads(check(config, "--format", "sarif").output)
        (result,) = sarif["runs"][0]["results"]
        physical = result["locations"][0]["physicalLocation"]
        assert physical["artifactLocation"]["uri"].endswith("includes/shared.md")
        assert physical["region"] == {
            "startLine": 5,
            "startColumn": 12,
            "endLine": 5,
            "endColumn": 22,
        }
        assert physical["contextRegion"]["snippet"]["text"] == "| 3.2    | 4.30 ➜ 3.3 |"
        (change,) = result["fixes"][0]["artifactChanges"]
        assert change["artifactLocation"]["uri"].endswith("includes/shared.md")
        assert "includes/shared.md,line=5," in check(config, "--format", "github").output
        (found,) = json.loads(check(config, "--format", "gitlab").output)
        assert found["location"]["path"].endswith("includes/shared.md")

    def test_an_included_file_can_be_asked_for(self, tmp_path: Path) -> None:
        config = site(tmp_path, '--8<-- "part.md"\n', part=SHARED)
        output = check(config, tmp_path / "docs/part.md").output
        assert output.startswith("docs/part.md:5:12: error CMP103")

    def test_init_tells_of_the_included_file(self, tmp_path: Path) -> None:
        config = site(tmp_path, '--8<-- "shared.md"\n')
        (tmp_path / "docs/a.md").write_text('# A\n\n--8<-- "shared.md"\n', encoding="utf-8")
        done = run("init", "-f", config, tmp_path / "docs/a.md")
        assert "subject: server" in done.output
        assert f"{PLACE}: the range '4.30 ➜ 3.3'" in done.output


def test_more_than_anybody_includes_is_not_looked_through(tmp_path: Path) -> None:
    """What a page includes is read once more for its tables, and that has an end."""
    config = site(tmp_path, '--8<-- "shared.md"\n' + '--8<-- "deep0.md"\n')
    for number in range(40):
        twice = f'--8<-- "deep{number + 1}.md:1:"\n--8<-- "deep{number + 1}.md:1:9"\n'
        path = tmp_path / f"includes/deep{number}.md"
        path.write_text(twice if number < 8 else "Text.\n", encoding="utf-8")
    assert places(config) == [PLACE]
    lines = "".join(f'--8<-- "deep9.md:1:{number}"\n' for number in range(1001))
    (tmp_path / "docs/a.md").write_text(f'{PAGE}--8<-- "shared.md"\n\n{lines}', encoding="utf-8")
    assert places(config) == ["docs/a.md (table 1, row 1, column 2)"]


class TestLists:
    ITEMS = "- v2.x: Kubernetes 1.20+\n- v1.x: Kubernetes: what\n"
    DECLARED = "---\ncompat: {lists: {needs: operator}}\n---\n\n# Operator\n\n## Needs\n\n"

    def test_keep_their_places(self, tmp_path: Path) -> None:
        config = site(tmp_path, "", f"Intro.\n\n{self.ITEMS}")
        (tmp_path / "docs/a.md").write_text(
            f'{self.DECLARED}--8<-- "shared.md:2:"\n', encoding="utf-8"
        )
        output = check(config).output
        assert "includes/shared.md:4:3: error CMP101" in output
        assert "    shown on: docs/a.md\n" in output

    def test_are_named_where_they_are_there_twice(self, tmp_path: Path) -> None:
        config = site(tmp_path, "", f"{self.ITEMS}\nAgain:\n\n{self.ITEMS}")
        (tmp_path / "docs/a.md").write_text(
            f'{self.DECLARED}--8<-- "shared.md"\n', encoding="utf-8"
        )
        assert "docs/a.md (list 1, item 2): error CMP101" in check(config).output
