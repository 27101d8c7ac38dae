"""`mkdocs-compat check`: what is wrong with a site's compatibility tables."""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import click

from mkdocs_compat.analysis import Analysis
from mkdocs_compat.command_line.baselines import site_baseline
from mkdocs_compat.command_line.colours import CHOICES, chosen_paint
from mkdocs_compat.command_line.failing import UnusableInputError
from mkdocs_compat.command_line.outputs import Outputs, read_outputs
from mkdocs_compat.command_line.page_paths import path_of
from mkdocs_compat.command_line.repository import folder_in_repository
from mkdocs_compat.command_line.site_config import SiteConfig, find_config, read_config
from mkdocs_compat.command_line.site_pages import analyze_site
from mkdocs_compat.diagnostics import Severity
from mkdocs_compat.errors import CompatError
from mkdocs_compat.publishing.reports.escaping import printable
from mkdocs_compat.publishing.reports.formats import FORMATS
from mkdocs_compat.publishing.reports.report import Report
from mkdocs_compat.publishing.reports.text import write_findings, write_summary

_NEVER = "never"
_THRESHOLDS = (*(severity.value for severity in Severity), _NEVER)

_FOUND = 1


@click.command()
@click.option("-f", "--config-file", type=click.Path(path_type=Path), help="The site's mkdocs.yml.")
@click.option(
    "--format",
    "formats",
    type=click.Choice(tuple(FORMATS)),
    multiple=True,
    help="The form of what is printed, or of the --output that names none. Default: text.",
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="[FORM:]FILE",
    help="Write a report to a file, in the form named before the colon. May be repeated.",
)
@click.option(
    "--fail-on",
    type=click.Choice(_THRESHOLDS),
    default=Severity.ERROR.value,
    show_default=True,
    help="The least severity that makes the exit status 1.",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file of accepted findings.",
)
@click.option("--no-baseline", "is_bare", is_flag=True, help="Report accepted findings as well.")
@click.option("--color", type=click.Choice(CHOICES), default="auto", help="Whether to use colours.")
@click.option("-v", "--verbose", is_flag=True, help="Say what was read, and how.")
@click.argument("pages", nargs=-1, type=click.Path(path_type=Path))
def check(formats: Sequence[str], outputs: Sequence[str], **given: Any) -> None:
    """Report what is wrong with the site's tables, or with those of some PAGES.

    --format sarif prints that form. --output sarif:FILE writes it to a file and leaves what is
    printed as it is; --format sarif --output FILE writes it and prints nothing but the count.

    Exit status: 0 nothing found that fails, 1 findings at or above --fail-on, 2 the site could not
    be read, a report could not be written, or the command was called wrongly.
    """
    wanted_outputs = read_outputs(formats, outputs)
    if given["is_bare"] and given["baseline"]:
        raise click.UsageError("--baseline and --no-baseline contradict each other")
    try:
        config = read_config(given["config_file"] or find_config())
        wanted = {path_of(page, config) for page in given["pages"]}
        analysis = analyze_site(config)
        report = _report(analysis, wanted, config, given)
        _write_files(report, wanted_outputs)
    except CompatError as error:
        raise UnusableInputError(printable(str(error))) from error
    told = [
        f"{path} takes no part: its front matter has no 'compat:'."
        for path in sorted(wanted - analysis.sources.keys())
    ]
    if given["verbose"]:
        # It puts rules into words, for which it takes all that reasons about them.
        from mkdocs_compat.publishing.reports.reading import write_reading  # noqa: PLC0415

        told.append(write_reading(analysis.site))
    _print(report, told, wanted_outputs, given["color"])
    if any(report.fails(finding) for finding in report.findings):
        raise SystemExit(_FOUND)


def _report(
    analysis: Analysis, wanted: set[str], config: SiteConfig, given: dict[str, Any]
) -> Report:
    """Return the findings that were asked for, less those that the baseline accepts."""
    baseline = None if given["is_bare"] else site_baseline(config, given["baseline"])
    looked_at: Collection[str] = analysis.sources.keys()
    if wanted:
        files = analysis.files_of(wanted)
        looked_at = files & analysis.sources.keys()
        analysis = analysis.only(files)
        baseline = baseline.only(files) if baseline else None
    if baseline is not None:
        analysis = analysis.against(baseline)
    return Report(
        findings=analysis.diagnostics,
        sources=analysis.sources,
        looked_at=tuple(looked_at),
        fail_on=None if given["fail_on"] == _NEVER else Severity(given["fail_on"]),
        folder=folder_in_repository(config.root),
        accepted=analysis.accepted,
    )


def _write_files(report: Report, outputs: Outputs) -> None:
    """Write the reports that go to files."""
    if outputs.files:
        from mkdocs_compat.command_line.whole_file import write_whole  # noqa: PLC0415

        for form, path in outputs.files:
            write_whole(path, f"{FORMATS[form](report)}\n")


def _print(report: Report, told: Sequence[str], outputs: Outputs, color: str) -> None:
    """Print the report in the form asked for; what is told besides goes before the text."""
    is_text = outputs.printed == "text"
    for line in told:
        click.echo(line, err=not is_text)
    if is_text:
        paint = chosen_paint(color)
        # What is coloured on purpose stays coloured where the output is no terminal.
        text = write_findings(report.findings, report.sources, paint, report.accepted)
        click.echo(text, color=True)
    elif outputs.printed is not None:
        form = FORMATS[outputs.printed](report)
        if form:
            click.echo(form)
    else:
        click.echo(write_summary(report.findings, accepted=report.accepted), err=True)
    sys.stdout.flush()
