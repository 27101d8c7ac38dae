"""The command `mkdocs-compat`. Each verb is a thin function over the analysis or the core."""

from __future__ import annotations

import io
import sys

import click

from mkdocs_compat import __version__
from mkdocs_compat.command_line.verbs import Verbs


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mkdocs-compat")
def main() -> None:
    """Check the compatibility tables of a documentation site, and ask them questions."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # What the terminal cannot show is written in another way, and stops nothing.
            stream.reconfigure(errors="backslashreplace")
