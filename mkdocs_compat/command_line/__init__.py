"""The command `mkdocs-compat`. Each verb is a thin function over the analysis or the core."""

from __future__ import annotations

import io
import sys

import click

from mkdocs_compat import __version__
from mkdocs_compat.command_line.ask import ask
from mkdocs_compat.command_line.baseline import baseline
from mkdocs_compat.command_line.check import check
from mkdocs_compat.command_line.compare import compare, contains
from mkdocs_compat.command_line.diff import diff
from mkdocs_compat.command_line.fix import fix
from mkdocs_compat.command_line.init import init
from mkdocs_compat.command_line.plan import plan
from mkdocs_compat.command_line.schema import schema


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mkdocs-compat")
def main() -> None:
    """Check the compatibility tables of a documentation site, and ask them questions."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # What the terminal cannot show is written in another way, and stops nothing.
            stream.reconfigure(errors="backslashreplace")


main.add_command(ask)
main.add_command(baseline)
main.add_command(check)
main.add_command(compare)
main.add_command(contains)
main.add_command(diff)
main.add_command(fix)
main.add_command(init)
main.add_command(plan)
main.add_command(schema)
