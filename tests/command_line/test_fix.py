"""`mkdocs-compat fix`: what it mends, what it leaves, and that nothing else changes."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_compat.command_line import main
from mkdocs_compat.command_line.site_config import read_config
from mkdocs_compat.command_line.site_pages import analyze_site
from tests.command_line.sites import CLEAN, write_site

REVERSED = """---
compat: true
---

# Compatibility

| Server | Client      |
| ------ | ----------- |
| 3.2    | 4.30 ➜ 3.3  |
| 4.0    | 5.0         |
"""
MENDED = REVERSED.replace("4.30 ➜ 3.3", "3.3 ➜ 4.30")

BOUNDARY = """---
compat:
  components:
    server:
      scheme: octopus
      releases: [3.5.0, 2018.1.4, 2018.2.0, 2018.2.1, 2018.3.1, 2018.12.0]
    client: {scheme: semver}
---

# Compatibility

| Server           | Client          |
| ---------------- | --------------- |
| 3.5 ➜ 2018.2     | 3.3 ➜ 4.30.3    |
| 2018.2 ➜ 2018.12 | 3.3 ➜ 4.30.3    |
"""


def fix(config: Path, *arguments: str | Path) -> Result:
    """Run `mkdocs-compat fix`; anything but an exit is a defect."""
    run = CliRunner().invoke(main, ["fix", "-f", str(config), *map(str, arguments)])
    assert run.exception is None or isinstance(run.exception, SystemExit), run.exception
    return run


def findings(config: Path) -> list[str]:
    return [each.code for each in analyze_site(read_config(config)).diagnostics]


class TestReversedRanges:
    def test_are_swapped(self, tmp_path: Path) -> None:
        config = write_site(tmp_path, {"a.md": REVERSED})
        run = fix(config)
        assert run.exit_code == 0
        assert (tmp_path / "docs/a.md").read_text(encoding="utf-8") == MENDED
        assert run.output == (
            "docs/a.md:9:12: CMP103 reversed-range: '4.30 ➜ 3.3' is now '3.3 ➜ 4.30'\n"
            "1 fix in 1 file.\n"
        )
        assert fix(config).output == "Nothing changed.\n"

    def test_are_left_where_the_releases_know_better(self, tmp_path: Path) -> None:
        page = REVERSED.replace(
            "compat: true",
            "compat:\n  components:\n    client: {releases: [3.3.0, 4.3.0, 5.0.0]}",
        )
        config = write_site(tmp_path, {"a.md": page})
        run = fix(config)
        assert (tmp_path / "docs/a.md").read_text(encoding="utf-8") == page
        assert "left CMP103 reversed-range: you could swap the two versions" in run.output

    def test_are_left_where_that_would_bring_more_to_light(self, tmp_path: Path) -> None:
        page = REVERSED.replace("| 3.2    |", "| 5.0 ➜ 3.2 |").replace("4.30 ➜ 3.3", "1.0")
        page = page.replace("| 4.0    |", "| 4.0 ➜ 6.0 |")
        page += "| 4.5 ➜ 7.0 | 6.0 |\n"
        config = write_site(tmp_path, {"a.md": page})
        before = findings(config)
        run = fix(config)
        assert (tmp_path / "docs/a.md").read_text(encoding="utf-8") == page
        assert findings(config) == before
        assert "mending it would bring other findings to light" in run.output

    def test_are_left_where_the_author_accepts_them(self, tmp_path: Path) -> None:
        page = REVERSED.replace(
            "compat: true", "compat:\n  ignore:\n    - {check: CMP103, reason: As printed.}"
        )
        assert fix(write_site(tmp_path, {"a.md": page})).output == "Nothing changed.\n"

    def test_in_html_are_swapped(self, tmp_path: Path) -> None:
        page = (
            "---\ncompat: true\n---\n\n<table>\n<tr><th>Server</th><th>Client</th></tr>\n"
            "<tr><td>1.0</td><td rowspan='2'>4.30 &rarr; 3.3</td></tr>\n"
            "<tr><td>2.0</td></tr>\n</table>\n"
        )
        fix(write_site(tmp_path, {"a.md": page}))
        mended = (tmp_path / "docs/a.md").read_text(encoding="utf-8")
        assert mended == page.replace("4.30 &rarr; 3.3", "3.3 &rarr; 4.30")


class TestSharedBoundaries:
    def test_of_rows_that_agree_go_to_the_row_that_begins_with_them(self, tmp_path: Path) -> None:
        config = write_site(tmp_path, {"a.md": BOUNDARY})
        fix(config)
        mended = (tmp_path / "docs/a.md").read_text(encoding="utf-8")
        assert mended == BOUNDARY.replace("| 3.5 ➜ 2018.2     |", "| 3.5 ➜ 2018.1     |")
        assert "CMP202" not in findings(config)

    def test_go_to_the_row_that_would_be_left_with_nothing(self, tmp_path: Path) -> None:
        page = BOUNDARY.replace("2018.2 ➜ 2018.12 | 3.3 ➜ 4.30.3", "2018.2 ➜ 2018.2.9 | 5.0 ➜ 6.0")
        page = page.replace("2018.2 ➜ 2018.2.9", "2018.12 ➜ 2019.1")
        page = page.replace("3.5 ➜ 2018.2 ", "3.5 ➜ 2018.12").replace(
            "2018.12.0]", "2018.12.0, 2019.2.0]"
        )
        config = write_site(tmp_path, {"a.md": page})
        fix(config)
        mended = (tmp_path / "docs/a.md").read_text(encoding="utf-8")
        assert mended == page.replace("3.5 ➜ 2018.12", "3.5 ➜ 2018.3 ")
        assert "CMP202" not in findings(config)

    def test_are_left_where_either_row_could_have_them(self, tmp_path: Path) -> None:
        page = BOUNDARY.replace("2018.12 | 3.3 ➜ 4.30.3", "2018.12 | 4.30.7 ➜ 5.0")
        run = fix(write_site(tmp_path, {"a.md": page}))
        assert (tmp_path / "docs/a.md").read_text(encoding="utf-8") == page
        assert (
            "left CMP202 shared-boundary: you could write '3.5 ➜ 2018.1' for '3.5 ➜ 2018.2' "
            "or write '2018.3 ➜ 2018.12' for '2018.2 ➜ 2018.12'"
        ) in run.output

    def test_are_left_without_releases(self, tmp_path: Path) -> None:
        page = BOUNDARY.replace(
            "      releases: [3.5.0, 2018.1.4, 2018.2.0, 2018.2.1, 2018.3.1, 2018.12.0]\n", ""
        )
        run = fix(write_site(tmp_path, {"a.md": page}))
        assert (tmp_path / "docs/a.md").read_text(encoding="utf-8") == page
        assert "how to mend it is not clear" in run.output


class TestStaleLatest:
    PAGE = """---
compat:
  as-of: 2024-03-01
  components:
    client:
      releases:
        - {version: 1.0.0, date: 2023-05-02}
        - {version: 1.1.0, date: 2024-01-09}
        - {version: 2.0.0, date: 2024-06-11}
---

# Compatibility

| Server | Client       |
| ------ | ------------ |
| 3.0    | 1.0 ➜ latest |
| 3.1    | 1.1.0–latest |
"""

    def test_becomes_the_newest_release_of_its_day(self, tmp_path: Path) -> None:
        config = write_site(tmp_path, {"a.md": self.PAGE})
        fix(config)
        mended = (tmp_path / "docs/a.md").read_text(encoding="utf-8")
        assert mended == self.PAGE.replace("1.0 ➜ latest |", "1.0 ➜ 1.1.0  |").replace(
            "1.1.0–latest |", "1.1.0        |"
        )
        assert fix(config).output == "Nothing changed.\n"

    def test_is_left_where_a_date_is_missing(self, tmp_path: Path) -> None:
        page = self.PAGE.replace("{version: 1.1.0, date: 2024-01-09}", "1.1.0")
        config = write_site(tmp_path, {"a.md": page})
        assert "left CMP303 stale-latest" in fix(config).output
        assert (tmp_path / "docs/a.md").read_text(encoding="utf-8") == page


class TestNormalising:
    PAGE = REVERSED.replace("4.30 ➜ 3.3 ", "3.3->4.30").replace(
        "5.0 ", "5.0  –  6.0, 7 ➜ 8, 9 ➜ 10"
    )

    def test_is_done_when_asked_for(self, tmp_path: Path) -> None:
        config = write_site(tmp_path, {"a.md": self.PAGE})
        assert fix(config).output == "Nothing changed.\n"
        fix(config, "--normalise")
        mended = (tmp_path / "docs/a.md").read_text(encoding="utf-8")
        assert "| 3.3 ➜ 4.30 " in mended
        assert "| 5.0 ➜ 6.0, 7 ➜ 8, 9 ➜ 10 " in mended
        assert fix(config, "--normalise").output == "Nothing changed.\n"

    def test_leaves_what_the_front_matter_names(self, tmp_path: Path) -> None:
        page = REVERSED.replace("| 3.2    | 4.30 ➜ 3.3  |", "| 3.2 | 3.3->4.30 |\n| 3.3 | 1 ➜ 2 |")
        page = page.replace("| 5.0         |", "| 5.0 -> 4.0 |\n| 5.0 | 1 ➜ 2, 7 ➜ 8 |")
        page = page.replace(
            "compat: true",
            "compat:\n  ignore:\n    - {check: CMP103, cell: 5.0 -> 4.0, reason: Odd.}",
        )
        config = write_site(tmp_path, {"a.md": page})
        fix(config, "--normalise")
        mended = (tmp_path / "docs/a.md").read_text(encoding="utf-8")
        assert mended == page.replace("3.3->4.30", "3.3 ➜ 4.30")
        assert not {"CMP103", "CMP112"} & set(findings(config))


class TestOptions:
    def test_diff_changes_nothing_and_can_be_applied(self, tmp_path: Path) -> None:
        config = write_site(tmp_path, {"a.md": REVERSED, "sub/b.md": REVERSED.rstrip("\n")})
        run = fix(config, "--diff")
        assert run.exit_code == 1
        assert (tmp_path / "docs/a.md").read_text(encoding="utf-8") == REVERSED
        git = shutil.which("git")
        assert git is not None
        subprocess.run(
            [git, "apply", "--unsafe-paths"], input=run.stdout.encode(), cwd=tmp_path, check=True
        )
        assert (tmp_path / "docs/a.md").read_text(encoding="utf-8") == MENDED
        assert (tmp_path / "docs/sub/b.md").read_text(encoding="utf-8") == MENDED.rstrip("\n")
        assert fix(config, "--diff").exit_code == 0
        assert fix(config, "--diff").output == ""

    def test_pages(self, tmp_path: Path) -> None:
        config = write_site(tmp_path, {"a.md": REVERSED, "b.md": REVERSED})
        fix(config, "b.md")
        assert (tmp_path / "docs/a.md").read_text(encoding="utf-8") == REVERSED
        assert (tmp_path / "docs/b.md").read_text(encoding="utf-8") == MENDED
        assert fix(config, "none.md").exit_code == 2

    @pytest.mark.parametrize(
        ("selected", "page"),
        [("CMP202", REVERSED), ("shared-boundary", REVERSED), ("reversed-range", MENDED)],
    )
    def test_select(self, tmp_path: Path, selected: str, page: str) -> None:
        config = write_site(tmp_path, {"a.md": REVERSED})
        fix(config, "--select", selected)
        assert (tmp_path / "docs/a.md").read_text(encoding="utf-8") == page

    def test_checks_that_cannot_be_mended_are_refused(self, tmp_path: Path) -> None:
        run = fix(write_site(tmp_path, {"a.md": CLEAN}), "--select", "CMP201")
        assert run.exit_code == 2
        assert "CMP103 (reversed-range)" in run.output


class TestFiles:
    @pytest.mark.parametrize("ending", ["\n", "\r\n"])
    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    @pytest.mark.parametrize("last", ["", "\n", "\n\n  \n"])
    def test_stay_as_they_were_written(
        self, tmp_path: Path, ending: str, mark: str, last: str
    ) -> None:
        text = mark + (REVERSED.rstrip("\n") + last).replace("\n", ending)
        config = write_site(tmp_path, {"a.md": text})
        fix(config)
        written = (tmp_path / "docs/a.md").read_bytes().decode("utf-8")
        assert written == text.replace("4.30 ➜ 3.3", "3.3 ➜ 4.30")

    def test_with_mixed_line_endings(self, tmp_path: Path) -> None:
        text = REVERSED.replace("true\n", "true\r\n").replace(
            "5.0         |\n", "5.0         |\r\n"
        )
        fix(write_site(tmp_path, {"a.md": text}))
        written = (tmp_path / "docs/a.md").read_bytes().decode("utf-8")
        assert written == text.replace("4.30 ➜ 3.3", "3.3 ➜ 4.30")

    def test_keep_their_permissions(self, tmp_path: Path) -> None:
        config = write_site(tmp_path, {"a.md": REVERSED})
        (tmp_path / "docs/a.md").chmod(0o640)
        fix(config)
        assert (tmp_path / "docs/a.md").stat().st_mode & 0o777 == 0o640
        assert [path.name for path in (tmp_path / "docs").iterdir()] == ["a.md"]

    def test_outside_of_the_pages_are_left(self, tmp_path: Path) -> None:
        elsewhere = tmp_path / "elsewhere.md"
        elsewhere.write_text(REVERSED, encoding="utf-8")
        config = write_site(tmp_path / "site", {"b.md": REVERSED})
        (tmp_path / "site/docs/a.md").symlink_to(elsewhere)
        run = fix(config)
        assert elsewhere.read_text(encoding="utf-8") == REVERSED
        assert (tmp_path / "site/docs/b.md").read_text(encoding="utf-8") == MENDED
        assert "the file is not in the folder of the pages" in run.output

    def test_linked_inside_of_the_pages_stay_linked(self, tmp_path: Path) -> None:
        config = write_site(tmp_path, {"real.md": REVERSED})
        (tmp_path / "docs/link.md").symlink_to("real.md")
        (tmp_path / "docs/also.md").symlink_to("real.md")
        run = fix(config)
        assert run.output.splitlines()[-1] == "1 fix in 1 file."
        assert "left" not in run.output
        assert (tmp_path / "docs/link.md").is_symlink()
        assert (tmp_path / "docs/real.md").read_text(encoding="utf-8") == MENDED

    def test_with_several_names_are_written_once(self, tmp_path: Path) -> None:
        """Of two names for one file, neither is taken for a change by somebody else."""
        config = write_site(tmp_path, {"a.md": REVERSED, "b/a.md": REVERSED})
        (tmp_path / "docs/c").symlink_to("b", target_is_directory=True)
        assert fix(config).exit_code == 0
        assert (tmp_path / "docs/c/a.md").read_text(encoding="utf-8") == MENDED
        assert fix(config, "--diff").exit_code == 0

    def test_that_cannot_be_written_stay_whole(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Root may write anywhere, so the folder refuses by a function of ours."""

        def refuse(_: Path, target: object) -> None:
            raise PermissionError(13, "Permission denied", str(target))

        config = write_site(tmp_path, {"a.md": REVERSED})
        monkeypatch.setattr(Path, "replace", refuse)
        run = fix(config)
        monkeypatch.undo()
        assert [path.name for path in (tmp_path / "docs").iterdir()] == ["a.md"]
        assert run.exit_code == 2
        assert (tmp_path / "docs/a.md").read_text(encoding="utf-8") == REVERSED


VERSIONS = st.builds(
    "{}.{}".format, st.integers(min_value=1, max_value=12), st.integers(min_value=0, max_value=12)
)
RANGES = st.one_of(
    VERSIONS,
    st.builds("{}{}{}".format, VERSIONS, st.sampled_from([" ➜ ", "->", " – ", "  ->  "]), VERSIONS),
)
CELLS = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "", "", "版本 ", "v"]),
    RANGES,
    st.sampled_from(["", "", "", "†", ", 20.1"]),
)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Draw a page with a table of which the cells are spaced in many ways."""
    rows = draw(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=5))
    widths = draw(st.sampled_from([(0, 0, 0), (12, 18, 25)]))
    sides = draw(st.sampled_from([("<", "<", "<"), (">", "^", "<")]))
    marks = {"<": "---", ">": "--:", "^": ":-:"}
    pad = draw(st.sampled_from(["", " "]))

    def line(cells: tuple[str, ...]) -> str:
        padded = (f"{c:{s}{w}}" for c, s, w in zip(cells, sides, widths, strict=True))
        return f"|{pad}" + f"{pad}|{pad}".join(padded) + f"{pad}|"

    table = [("Server", "Client", "Agent"), tuple(marks[side] for side in sides), *rows]
    text = "\n".join(
        ["---", "compat: true", "---", "", "Text with 9.0 ➜ 1.0.", "", *map(line, table), "", "End"]
    )
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


@settings(max_examples=60, deadline=None)
@given(page=pages(), normalise=st.booleans())
def test_nothing_but_cells_changes_and_nothing_gets_worse(page: str, normalise: bool) -> None:
    arguments = ["--normalise"] if normalise else []
    with tempfile.TemporaryDirectory() as folder:
        config = write_site(Path(folder), {"a.md": page})
        before = findings(config)
        fix(config, *arguments)
        after = (Path(folder) / "docs/a.md").read_bytes().decode("utf-8")
        assert len(findings(config)) <= len(before)
        assert fix(config, *arguments, "--diff").exit_code == 0
    old_lines, new_lines = page.split("\n"), after.split("\n")
    assert len(old_lines) == len(new_lines)
    for old, new in zip(old_lines, new_lines, strict=True):
        old_cells, new_cells = old.split("|"), new.split("|")
        assert len(old_cells) == len(new_cells)
        for was, now in zip(old_cells, new_cells, strict=True):
            if was != now:
                assert not normalise or re.search(r"->|–|➜", was)
                assert sorted(re.findall(r"[\d.]+", was)) == sorted(re.findall(r"[\d.]+", now))
                assert now.startswith(" ") or not was.startswith(" ")
