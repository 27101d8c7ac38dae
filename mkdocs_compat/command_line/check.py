"""`mkdocs-compat check`: what is wrong with a site's compatibility tables."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_compat.analysis import Analysis
from mkdocs_compat.command_line.failing import UnusableInputError
from mkdocs_compat.command_line.page_paths import path_of
from mkdocs_compat.command_line.site_config import find_config, read_config
from mkdocs_compat.command_line.site_pages import analyze_site
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.errors import CompatError
from mkdocs_compat.publishing.reports.json_report import write_json
from mkdocs_compat.publishing.reports.reading import write_reading
from mkdocs_compat.publishing.reports.text import write_finding, write_summary


@click.command()
@click.option("-f", "--config-file", type=click.Path(path_type=Path), help="The site's mkdocs.yml.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("-v", "--verbose", is_flag=True, help="Say what was read, and how.")
@click.argument("pages", nargs=-1, type=click.Path(path_type=Path))
def check(config_file: Path | None, form: str, pages: tuple[Path, ...], *, verbose: bool) -> None:
    """Report what is wrong with the site's tables, or with those of some PAGES.

    Exit status: 0 nothing to mend, 1 errors or warnings, 2 the site could not be read.
    """
    try:
        config = read_config(config_file or find_config())
        wanted = {path_of(page, config) for page in pages}
        analysis = analyze_site(config)
    except CompatError as error:
        raise UnusableInputError(error) from error
    found = [
        finding for finding in analysis.diagnostics if not wanted or finding.place.path in wanted
    ]
    if form == "json":
        click.echo(write_json(found))
    else:
        for path in sorted(wanted - analysis.sources.keys()):
            click.echo(f"{path} takes no part: its front matter has no 'compat:'.")
        _print(found, analysis, verbose=verbose)
    if any(finding.severity is not Severity.INFO for finding in found):
        raise SystemExit(1)


def _print(found: list[Diagnostic], analysis: Analysis, *, verbose: bool) -> None:
    if verbose:
        click.echo(write_reading(analysis.site))
    for finding in found:
        click.echo(write_finding(finding, analysis.sources))
    click.echo(write_summary(found))
