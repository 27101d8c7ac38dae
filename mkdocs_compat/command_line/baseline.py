"""`mkdocs-compat baseline`: accepts what is found today, so that only new findings count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from mkdocs_compat.baseline_file import open_baseline
from mkdocs_compat.checks.baseline import Entry, can_be_accepted, key_of
from mkdocs_compat.command_line.baselines import baseline_path
from mkdocs_compat.command_line.failing import UnusableInputError
from mkdocs_compat.command_line.site_config import SiteConfig, find_config, read_config
from mkdocs_compat.command_line.site_pages import analyze_site
from mkdocs_compat.command_line.whole_file import write_whole
from mkdocs_compat.diagnostics import Diagnostic
from mkdocs_compat.errors import CompatError, ConfigurationError
from mkdocs_compat.publishing.baseline_text import write_baseline
from mkdocs_compat.publishing.reports.escaping import printable
from mkdocs_compat.publishing.reports.text import write_message
from mkdocs_compat.source import name_of


@click.command()
@click.option("-f", "--config-file", type=click.Path(path_type=Path), help="The site's mkdocs.yml.")
@click.option(
    "--baseline",
    "named",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write, if it is another than the site's.",
)
def baseline(config_file: Path | None, named: Path | None) -> None:
    """Accept all findings of today in a file, beside the site's configuration.

    From then on `mkdocs-compat check` and builds report only what is new, and what is accepted and
    does not occur any more.

    Exit status: 0 the file is written, 2 the site could not be read, or the file not be written.
    """
    try:
        config = read_config(config_file or find_config())
        path = baseline_path(config, named)
        earlier = _earlier(path, config)
        found = analyze_site(config).diagnostics
        write_whole(path, write_baseline(found, earlier))
    except CompatError as error:
        raise UnusableInputError(printable(str(error))) from error
    for finding in found:
        if not can_be_accepted(finding):
            click.echo(f"not accepted: {write_message(finding)} ({finding.code})")
    click.echo(_summary(found, earlier, printable(name_of(path, Path.cwd()))))


def _earlier(path: Path, config: SiteConfig) -> Sequence[Entry]:
    """Return what the file accepted until now; a baseline that a merge broke is written anew.

    Raises:
        ConfigurationError: The file is something else.
    """
    if not path.exists():
        return ()
    try:
        return open_baseline(path, config.root).entries
    except ConfigurationError:
        if path.is_file() and b'"findings"' in path.read_bytes():
            return ()
        raise ConfigurationError(
            f"{path} is there and is no baseline; name another file, or take it away first"
        ) from None


def _summary(found: Sequence[Diagnostic], earlier: Sequence[Entry], name: str) -> str:
    now = Counter(key_of(finding) for finding in found if can_be_accepted(finding))
    before = Counter(entry.key for entry in earlier)
    count = now.total()
    changes = [
        f"{number} {word}"
        for number, word in (
            ((now - before).total(), "new"),
            ((before - now).total(), "no longer there"),
        )
        if number and earlier
    ]
    detail = f": {', '.join(changes)}" if changes else ""
    return f"{name} accepts {count} finding{'' if count == 1 else 's'}{detail}."
