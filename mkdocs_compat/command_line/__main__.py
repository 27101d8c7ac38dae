"""Runs the command as `python -m mkdocs_compat.command_line`."""

from mkdocs_compat.command_line import main

main(prog_name="mkdocs-compat")
