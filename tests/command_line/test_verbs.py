"""`mkdocs-compat` by itself: which verbs there are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

import mkdocs_compat.command_line
from mkdocs_compat.command_line import main

FOLDER = Path(mkdocs_compat.command_line.__file__).parent


def test_help_lists_all_of_them_with_what_they_do() -> None:
    listed = CliRunner().invoke(main, ["--help"]).output.partition("Commands:")[2].split("\n")
    verbs = [line.split(maxsplit=1) for line in listed if line.strip()]
    assert [name for name, _ in verbs] == sorted(name for name, _ in verbs)
    written = [path.read_text(encoding="utf-8") for path in FOLDER.glob("*.py")]
    assert len(verbs) == sum(text.count("@click.command(") for text in written)
    assert all(len(words) > 10 for _, words in verbs)


def test_a_slip_is_answered_with_the_verb_that_is_meant() -> None:
    result = CliRunner().invoke(main, ["chekc"])
    assert result.exit_code == 2
    assert "Did you mean 'check'?" in result.output


LOADED = """
import sys
from mkdocs_compat.command_line import main
main(["compare", "--scheme", "semver", "1.0.0", "2.0.0"], standalone_mode=False)
print(sorted(name for name in sys.modules if "planning" in name or "markdown" in name))
"""


def test_a_verb_does_not_load_the_others() -> None:
    command = [sys.executable, "-c", LOADED]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"
