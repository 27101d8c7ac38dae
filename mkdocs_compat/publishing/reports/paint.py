"""What the parts of a report are, so that whoever prints one can colour them."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TypeAlias

from mkdocs_compat.diagnostics import Severity


class Part(Enum):
    """A part of a report that may have a colour of its own."""

    PLACE = "place"
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    MARGIN = "margin"
    RELATED = "related"
    HELP = "help"
    GOOD = "good"

    @classmethod
    def of(cls, severity: Severity) -> Part:
        """Return the part that shows a severity."""
        return cls(severity.value)


Paint: TypeAlias = Callable[[str, Part], str]
"""Colours a text as a part of a report."""


def unpainted(text: str, part: Part) -> str:  # noqa: ARG001 - it paints every part alike
    """Leave a text as it is, for logs and files."""
    return text
