"""`mkdocs-compat diff`: what a change of the documentation changes for its readers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from mkdocs_compat.checks.invalid_front_matter import CHECK as INVALID_FRONT_MATTER
from mkdocs_compat.command_line.failing import UnusableInputError
from mkdocs_compat.command_line.products import Found, Where, products_of
from mkdocs_compat.command_line.revisions import checked_out
from mkdocs_compat.command_line.site_config import find_config, read_config
from mkdocs_compat.command_line.site_pages import analyze_site
from mkdocs_compat.command_line.unread import warn_of_unread
from mkdocs_compat.comparing import Comparison, compare
from mkdocs_compat.errors import CompatError
from mkdocs_compat.publishing.reports.diff_json import write_diff_json
from mkdocs_compat.publishing.reports.diff_markdown import write_diff_markdown
from mkdocs_compat.publishing.reports.diff_text import write_diff
from mkdocs_compat.publishing.reports.escaping import printable

_REPORTS = {"text": write_diff, "markdown": write_diff_markdown, "json": write_diff_json}

_FAILED = 1


@click.command()
@click.option(
    "-f", "--config-file", type=click.Path(path_type=Path), help="The site's mkdocs.yml, for --git."
)
@click.option("--git", "base", metavar="BASE", help="Compare with the sources of this revision.")
@click.option("--format", "form", type=click.Choice(list(_REPORTS)), default="text")
@click.option(
    "--fail-on",
    type=click.Choice(["regression", "change", "never"]),
    default="never",
    help="When to end with status 1.",
)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[OLD NEW]")
def diff(**given: Any) -> None:
    """Tell which answers and upgrades changed between two versions of the documentation.

    OLD and NEW are published compat.json files. With --git, the sources as they are now are
    compared with those of another revision.

    Exit status: 0 done; 1 what --fail-on names was found; 2 something could not be read.
    """
    files: tuple[Path, ...] = given["files"]
    if (given["base"] is None) != (len(files) == 2) or (given["base"] is not None and files):
        raise click.UsageError("expected two compat.json files, or --git and a revision")
    if given["config_file"] is not None and given["base"] is None:
        raise click.UsageError("--config-file goes with --git")
    try:
        if files:
            comparison = _of_files(*files)
        else:
            comparison = _of_revision(given["base"], given["config_file"])
    except CompatError as error:
        raise UnusableInputError(printable(str(error))) from error
    click.echo(_REPORTS[given["form"]](comparison))
    failing = {
        "regression": comparison.has_regressions,
        "change": comparison.has_changes,
        "never": False,
    }
    if failing[given["fail_on"]]:
        raise SystemExit(_FAILED)


def _of_files(old: Path, new: Path) -> Comparison:
    before, after = (products_of(Where(None, None, file)) for file in (old, new))
    return compare(before.products, after.products)


def _of_revision(base: str, config_file: Path | None) -> Comparison:
    path = config_file or find_config()
    after = _of_site(path)
    with checked_out(base, path) as old:
        before = _of_site(old.config_file, old.folder)
    warn_of_unread(after.unread)
    return compare(before.products, after.products)


def _of_site(path: Path, folder: Path | None = None) -> Found:
    """Return the products of a site; it may have none, for a site may begin or end so.

    Args:
        path: The site's configuration.
        folder: The folder that extensions start from, if it is not the one that this runs in.
    """
    analysis = analyze_site(replace(read_config(path), folder=folder))
    code = INVALID_FRONT_MATTER.code
    unread = tuple(each for each in analysis.failures if each.code == code)
    return Found(analysis.site.products, unread)
