"""The warning that answers may lack something."""

from __future__ import annotations

from collections.abc import Sequence

import click

from mkdocs_compat.diagnostics import Diagnostic
from mkdocs_compat.publishing.reports.text import write_message


def warn_of_unread(unread: Sequence[Diagnostic]) -> None:
    """Say on standard error what could not be read, where anything could not."""
    for finding in unread[:1]:
        more = f", and {len(unread) - 1} more like it" if len(unread) > 1 else ""
        click.echo(
            f"Warning: what could not be read is left out: {write_message(finding)}{more}; "
            "run mkdocs-compat check",
            err=True,
        )
