"""How a verb ends when what it was given cannot be used."""

from __future__ import annotations

import click

from mkdocs_compat.errors import CompatError

# 0 is a good answer and 1 a bad one; this says that there is none.
USAGE = 2


class UnusableInputError(click.ClickException):
    """Ends the command with a message and exit status 2."""

    exit_code = USAGE

    def __init__(self, error: CompatError | str) -> None:
        """Take the message of an error of ours."""
        super().__init__(str(error))
