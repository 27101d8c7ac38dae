"""`mkdocs-compat fix`: mends in the author's Markdown what can only be meant in one way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from mkdocs_compat.analysis import Analysis
from mkdocs_compat.checks import reversed_range, shared_boundary, stale_latest
from mkdocs_compat.command_line.failing import UnusableInputError
from mkdocs_compat.command_line.mending_site import Mended, Proposal, mend, proposal_of
from mkdocs_compat.command_line.page_paths import path_of
from mkdocs_compat.command_line.site_config import find_config, read_config
from mkdocs_compat.command_line.site_pages import analyze_site
from mkdocs_compat.diagnostics import Applicability, Diagnostic, Fix
from mkdocs_compat.errors import CompatError
from mkdocs_compat.fixing.tidying import tidy
from mkdocs_compat.publishing.reports.diff_lines import write_file_diff
from mkdocs_compat.publishing.reports.escaping import printable
from mkdocs_compat.publishing.reports.text import write_message

# The checks some of whose findings can be mended.
FIXABLE = (reversed_range.CHECK, shared_boundary.CHECK, stale_latest.CHECK)

_NORMALISED = "normalised"

_WOULD_CHANGE = 1


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What to mend.

    Attributes:
        codes: Codes of the checks whose findings to mend.
        paths: The pages to mend; all where there are none.
        normalise: Whether to write the ranges of a table alike.
    """

    codes: frozenset[str]
    paths: frozenset[str]
    normalise: bool

    def proposals(self, analysis: Analysis) -> Iterator[Proposal]:
        """Yield what to apply to a site."""
        for finding in self.findings(analysis):
            for fix in finding.fixes:
                if fix.applicability is Applicability.CERTAIN:
                    yield proposal_of(finding, fix)
                    break
        if self.normalise:
            pages: dict[Fix, set[str]] = {}
            for product, table in analysis.site.tables():
                for fix in tidy(product, table):
                    pages.setdefault(fix, set()).add(table.page)
            for fix, own in pages.items():
                if self._is_about(own):
                    yield Proposal(_NORMALISED, fix, frozenset(own))

    def findings(self, analysis: Analysis) -> Iterator[Diagnostic]:
        """Yield the findings that are wanted mended."""
        for finding in analysis.diagnostics:
            place = finding.place
            if finding.code in self.codes and self._is_about((place.path, *place.pages)):
                yield finding

    def _is_about(self, paths: Iterable[str]) -> bool:
        return not self.paths or not self.paths.isdisjoint(paths)


@click.command()
@click.option("-f", "--config-file", type=click.Path(path_type=Path), help="The site's mkdocs.yml.")
@click.option(
    "--diff", "is_diff", is_flag=True, help="Print what would change, and change nothing."
)
@click.option(
    "--select",
    "selected",
    multiple=True,
    metavar="CHECK",
    help="Mend only findings of this check, named by code or name.",
)
@click.option(
    "--normalise",
    "--normalize",
    is_flag=True,
    help="Write the ranges of each table alike, with the arrow that most of them have.",
)
@click.argument("pages", nargs=-1, type=click.Path(path_type=Path))
def fix(**given: Any) -> None:
    """Mend the site's tables, or those of some PAGES, where it is clear what is meant.

    Only the cells concerned change. What is left is told.

    Exit status: 0 done, or nothing to do; 1 with --diff, if something would change; 2 the site
    could not be read or written.
    """
    try:
        config = read_config(given["config_file"] or find_config())
        wanted = _Wanted(
            codes=_codes(given["selected"]),
            paths=frozenset(path_of(page, config) for page in given["pages"]),
            normalise=given["normalise"],
        )
        mended = mend(config, analyze_site(config), wanted.proposals)
        changed = {path: file for path, file in mended.files.items() if file.has_changed}
        if not given["is_diff"]:
            for file in changed.values():
                file.write()
    except CompatError as error:
        raise UnusableInputError(printable(str(error))) from error
    if given["is_diff"]:
        for path, file in sorted(changed.items()):
            click.echo(write_file_diff(path, file.before, file.whole), nl=False)
    else:
        _print_applied(mended.applied)
    for finding in wanted.findings(mended.analysis):
        click.echo(_left(finding, mended), err=given["is_diff"])
    if given["is_diff"]:
        raise SystemExit(_WOULD_CHANGE if changed else 0)
    click.echo(_summary(mended.applied))


def _codes(selected: Sequence[str]) -> frozenset[str]:
    """Return the codes of the checks that are named; of all that can be mended without any."""
    known = {word: check.code for check in FIXABLE for word in (check.code, check.name)}
    for word in selected:
        if word not in known:
            raise click.UsageError(
                f"--select {word}: findings of this check cannot be mended here; expected "
                + " or ".join(f"{check.code} ({check.name})" for check in FIXABLE)
            )
    return frozenset(known[word] for word in selected or known)


def _print_applied(applied: Sequence[Proposal]) -> None:
    for proposal in applied:
        for edit in proposal.fix.edits:
            line = f"{edit.place}: {proposal.name}: '{edit.old}' is now '{edit.new}'"
            click.echo(printable(line))


def _left(finding: Diagnostic, mended: Mended) -> str:
    """Say what is left, and what its author could do."""
    kind = f"left {finding.code} {finding.name}"
    reasons = [mended.refused[each.edits] for each in finding.fixes if each.edits in mended.refused]
    choices = " or ".join(each.message for each in finding.fixes)
    if reasons:
        why = reasons[0]
    elif choices:
        why = f"you could {choices}"
    else:
        why = "how to mend it is not clear"
    return f"{write_message(finding)} ({printable(f'{kind}: {why}')})"


def _summary(applied: Sequence[Proposal]) -> str:
    if not applied:
        return "Nothing changed."
    files = len({proposal.path for proposal in applied})
    count = len(applied)
    return (
        f"{count} {'fix' if count == 1 else 'fixes'} "
        f"in {files} {'file' if files == 1 else 'files'}."
    )
