"""Colours on a terminal: whether there are any, and which."""

from __future__ import annotations

import os
import sys

import click

from mkdocs_compat.publishing.reports.paint import Paint, Part, unpainted

CHOICES = ("auto", "always", "never")

_COLOURS = {
    Part.ERROR: "red",
    Part.WARNING: "yellow",
    Part.INFO: "cyan",
    Part.MARGIN: "blue",
    Part.RELATED: "blue",
    Part.HELP: "green",
    Part.GOOD: "green",
}


def chosen_paint(choice: str) -> Paint:
    """Return what colours the printed text: nothing, or `painted`."""
    return painted if _is_coloured(choice) else unpainted


def painted(text: str, part: Part) -> str:
    """Colour a text as a part of a report."""
    return click.style(text, fg=_COLOURS.get(part), bold=None if part is Part.MARGIN else True)


def _is_coloured(choice: str) -> bool:
    """Tell whether to colour: as the option says, then NO_COLOR, FORCE_COLOR and the terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
