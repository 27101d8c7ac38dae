"""Colours of `mkdocs-compat check`: on a terminal, as the option and the environment say."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line.sites import CLEAN, check, write_site

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
ERRORS = CLEAN + "| 2.0 | so\x1b[31mon |\n| 2.0 | 1.0 |\n"


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    return write_site(tmp_path, {"index.md": ERRORS})


@pytest.mark.parametrize(
    ("arguments", "environment", "is_coloured"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "0"}, False),
        ([], {"FORCE_COLOR": ""}, False),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        (["--color", "auto"], {}, False),
    ],
)
def test_where_the_output_is_no_terminal(
    config: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    environment: dict[str, str],
    is_coloured: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    run = check(config, *arguments)
    assert bool(ESCAPE.search(run.stdout)) is is_coloured
    assert ESCAPE.sub("", run.stdout) == check(config, "--color", "never").output


@pytest.mark.skipif(sys.platform == "win32", reason="it has no pseudo-terminals")
@pytest.mark.parametrize(
    ("environment", "is_coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_on_a_terminal(config: Path, environment: dict[str, str], is_coloured: bool) -> None:
    ours, theirs = os.openpty()
    with (
        os.fdopen(ours, "rb", buffering=0) as terminal,
        subprocess.Popen(
            [sys.executable, "-m", "mkdocs_compat.command_line", "check"],
            cwd=config.parent,
            stdout=theirs,
            env={**os.environ, **environment},
        ),
    ):
        os.close(theirs)
        shown = b""
        while True:
            try:
                read = terminal.read(4096)
            except OSError:  # the other end is closed
                break
            if not read:
                break
            shown += read
    assert (b"\x1b[31m\x1b[1merror CMP101" in shown) is is_coloured
    # What the page says is never obeyed.
    assert b"so\x1b[31mon" not in shown


def test_reports_in_files_have_none(config: Path, tmp_path: Path) -> None:
    check(config, "--color", "always", "--output", f"text:{tmp_path / 'report.txt'}")
    report = (tmp_path / "report.txt").read_text(encoding="utf-8")
    assert "\x1b" not in report
    assert report.endswith(".\n")
