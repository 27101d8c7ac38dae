"""The baseline in a build: the same findings are accepted as on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from click.testing import CliRunner

from mkdocs_compat.command_line import main
from tests.plugin.sites import CORRECTED, PUBLISHED, load, run_build, write_site

NAME = ".mkdocs-compat-baseline.json"


def accepted_site(folder: Path, **options: Any) -> Path:
    """Write a site with findings, and accept them on the command line."""
    config = write_site(folder, {"index.md": "# Home\n", "server/table.md": PUBLISHED}, **options)
    run = CliRunner().invoke(main, ["baseline", "-f", str(config)])
    assert run.exit_code == 0, run.output
    return config


def test_a_strict_build_passes_with_what_is_accepted(tmp_path: Path) -> None:
    done = run_build(accepted_site(tmp_path), "--strict")
    assert done.returncode == 0, done.stderr
    assert "CMP" not in done.stderr
    assert f"{NAME}: 11 accepted" in done.stderr


def test_a_new_finding_fails_it(tmp_path: Path) -> None:
    config = accepted_site(tmp_path)
    page = "---\ncompat: true\n---\n\n| Server | Client |\n|---|---|\n| 3.5 | 3.2 ➜ 3.0 |\n"
    (tmp_path / "docs" / "new.md").write_text(page, encoding="utf-8")
    done = run_build(config, "--strict")
    assert done.returncode == 1
    assert "docs/new.md:7:9: error CMP103" in done.stderr
    assert done.stderr.count(" CMP") == 1


def test_an_accepted_one_that_is_gone_fails_it(tmp_path: Path) -> None:
    config = accepted_site(tmp_path)
    (tmp_path / "docs" / "server" / "table.md").write_text(CORRECTED, encoding="utf-8")
    done = run_build(config, "--strict")
    assert done.returncode == 1
    assert done.stderr.count("error CMP114 stale-baseline") == 11
    assert f"{NAME}:4:5: error CMP114" in done.stderr


def test_also_where_its_page_is_gone(tmp_path: Path) -> None:
    config = accepted_site(tmp_path)
    (tmp_path / "docs" / "server" / "table.md").unlink()
    done = run_build(config)
    assert done.stderr.count("error CMP114 stale-baseline") == 11


def test_pages_that_are_not_built_are_left_out_of_it(tmp_path: Path) -> None:
    """Builds in several languages have the pages of one at a time."""
    config = accepted_site(tmp_path)
    write_site(tmp_path, {}, exclude_docs="server/")
    done = run_build(config, "--strict")
    assert done.returncode == 0, done.stderr


def test_the_option_names_another_file(tmp_path: Path) -> None:
    plugins = [{"compat": {"baseline": "ci/accepted.json", "strict": True}}]
    (tmp_path / "ci").mkdir()
    config = accepted_site(tmp_path, plugins=plugins)
    assert (tmp_path / "ci" / "accepted.json").is_file()
    assert run_build(config, "-q").returncode == 0


def test_a_named_file_that_is_missing_stops_the_build(tmp_path: Path) -> None:
    config = write_site(tmp_path, {"index.md": "# Home\n"}, plugins=[{"compat": {"baseline": "a"}}])
    done = run_build(config)
    assert done.returncode == 1
    assert "there is no baseline a; write it with 'mkdocs-compat baseline'" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_file_stops_the_build(tmp_path: Path) -> None:
    config = write_site(tmp_path, {"index.md": "# Home\n"})
    (tmp_path / NAME).write_text("{", encoding="utf-8")
    done = run_build(config)
    assert done.returncode == 1
    assert f"{NAME}:1:2: the baseline is not readable JSON" in done.stderr
    assert "Traceback" not in done.stderr


def test_serve_watches_the_file(tmp_path: Path) -> None:
    loaded = load(accepted_site(tmp_path))
    loaded.plugins.on_startup(command="serve", dirty=False)
    loaded = loaded.plugins.on_config(loaded)
    assert str(tmp_path / NAME) in loaded.watch
