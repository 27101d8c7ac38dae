"""Findings in a build: the same words as on the command line, and what they do to the build."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from mkdocs_compat.command_line import main
from tests.plugin.sites import CORRECTED, PUBLISHED, run_build, write_site

OTHER = "# Other\n\nA page of its own.\n"


@dataclass(frozen=True)
class Built:
    """A site, and what the command that built it had to say."""

    config: Path
    done: subprocess.CompletedProcess[str]

    @property
    def site(self) -> Path:
        return self.config.parent / "site"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("published")
    config = write_site(folder, {"index.md": OTHER, "server/compatibility.md": PUBLISHED})
    return Built(config, run_build(config))


def findings_on_the_command_line(config: Path) -> str:
    """Return what `mkdocs-compat check` prints, without blank lines and the summary at the end."""
    run = CliRunner().invoke(main, ["check", "-f", str(config)])
    return "\n".join([line for line in run.output.splitlines() if line][:-1])


def test_are_those_of_the_command_line(published: Built) -> None:
    log = published.done.stderr
    first = log.index("docs/server/compatibility.md:12:23: warning CMP104")
    behind = re.compile(r"\nINFO +-  (?!docs/)").search(log, first)
    assert behind is not None
    last = behind.start()
    blocks = re.sub(
        r"^(?:INFO|WARNING|ERROR) +-  (?=docs/)", "", log[first:last], flags=re.MULTILINE
    )
    assert blocks == findings_on_the_command_line(published.config)
    assert blocks.count(" CMP") == 11


def test_come_with_their_severity(published: Built) -> None:
    log = published.done.stderr
    assert re.search(r"^WARNING +-  docs/\S+: warning CMP104 ", log, re.MULTILINE)
    assert re.search(r"^ERROR +-  docs/\S+: error CMP202 ", log, re.MULTILINE)


def test_do_not_stop_a_build_that_is_not_strict(published: Built) -> None:
    assert published.done.returncode == 0
    for path in ("index.html", "server/compatibility/index.html", "compat.json"):
        assert (published.site / path).is_file()


def test_stop_a_strict_build(tmp_path: Path) -> None:
    config = write_site(tmp_path, {"index.md": PUBLISHED})
    done = run_build(config, "--strict")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "CMP202" in done.stderr


def test_a_strict_build_of_the_corrected_table_passes(tmp_path: Path) -> None:
    config = write_site(tmp_path, {"index.md": CORRECTED})
    done = run_build(config, "--strict")
    assert (done.returncode, "CMP" in done.stderr) == (0, False), done.stderr


def test_our_own_option_stops_even_a_quiet_build(tmp_path: Path) -> None:
    pages = {"index.md": OTHER, "compatibility.md": PUBLISHED}
    config = write_site(tmp_path, pages, plugins=[{"compat": {"strict": True}}])
    done = run_build(config, "-q")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    told = re.split(r"^(?=docs/)", findings_on_the_command_line(config), flags=re.MULTILINE)
    # A quiet build leaves out what is no warning.
    loud = "".join(block for block in told if not re.match(r"\S+ info ", block))
    assert loud.strip() in done.stderr
    assert "1 error, 6 warnings. The option 'strict' stops the build." in done.stderr
    assert not list((tmp_path / "site").rglob("*.html"))


def test_remarks_do_not_stop_a_strict_build(tmp_path: Path) -> None:
    table = "| Server | Client |\n|---|---|\n| 3.5 | 3.2 |\n| 3.5.1 | 3.3 |\n"
    page = f"---\ncompat: true\n---\n\n# Product\n\n{table}"
    config = write_site(tmp_path, {"index.md": page}, plugins=[{"compat": {"strict": True}}])
    done = run_build(config, "--strict")
    assert done.returncode == 0, done.stderr
    assert re.search(r"^INFO +-  docs/index.md:10:3: info CMP205 ", done.stderr, re.MULTILINE)


def test_properdocs_builds_the_same(published: Built, tmp_path: Path) -> None:
    pages = {"index.md": OTHER, "server/compatibility.md": PUBLISHED}
    done = run_build(write_site(tmp_path, pages), program="properdocs")
    assert done.returncode == 0, done.stderr
    for path in ("compat.json", "assets/mkdocs-compat/compat.js"):
        assert (tmp_path / "site" / path).read_bytes() == (published.site / path).read_bytes()
    page = (tmp_path / "site" / "server" / "compatibility" / "index.html").read_text("utf-8")
    assert "<compat-checker" in page
    assert findings_on_the_command_line(published.config).splitlines()[0] in done.stderr


def test_a_site_says_how_severe_they_are(tmp_path: Path) -> None:
    config = write_site(
        tmp_path, {"index.md": PUBLISHED}, plugins=[{"compat": {"severity": {"CMP202": "warning"}}}]
    )
    done = run_build(config)
    assert re.search(r"^WARNING +-  docs/\S+: warning CMP202 ", done.stderr, re.MULTILINE)


def test_a_mistake_in_what_it_says_stops_the_build(tmp_path: Path) -> None:
    config = write_site(
        tmp_path, {"index.md": OTHER}, plugins=[{"compat": {"severity": {"gab": "error"}}}]
    )
    done = run_build(config)
    assert done.returncode != 0
    assert "there is no check 'gab'; did you mean 'gap'?" in done.stderr
