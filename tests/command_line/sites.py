"""Sites for the command line: a folder with pages and a configuration, written as text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result

from mkdocs_compat.command_line import main

TABLE = "\n| Server | Client |\n| --- | --- |\n| 1.0 | 1.0 |\n| 2.0 | 2.0 |\n"
CLEAN = f"---\ncompat: true\n---\n{TABLE}"
# A warning in line 8, column 8: the cell is blank.
BLANK = CLEAN.replace("| 2.0 | 2.0 |", "| 2.0 ||")
# A remark: the second row is an exception to the first.
REMARK = CLEAN.replace("| 2.0 | 2.0 |", "| 1.0.5 | 2.0 |")


def write_site(
    folder: Path, pages: Mapping[str, str | bytes], config: str = "site_name: Test\n"
) -> Path:
    """Write a site and return the path of its configuration."""
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    path = folder / "mkdocs.yml"
    path.write_text(config, encoding="utf-8")
    return path


def check(config: Path, *arguments: str | Path) -> Result:
    """Run `mkdocs-compat check`; anything but an exit is a defect."""
    run = CliRunner().invoke(main, ["check", "-f", str(config), *map(str, arguments)])
    assert run.exception is None or isinstance(run.exception, SystemExit), run.exception
    return run
