"""What every check is for, in the words of its own module: what it finds, why, and the way out."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import cache

from mkdocs_compat.checks import stale_baseline, unused_ignore
from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.registry import CHECKS, FINDERS

HOME = "https://pypi.org/project/mkdocs-compat/"
"""Where the project is found; it has no other address yet."""

_SECTION = re.compile(r"^(Why|Fix): ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Description:
    """What a check is for.

    Attributes:
        check: The check.
        finds: What it finds, a sentence.
        why: Why that matters.
        fix: What to do about it.
    """

    check: Check
    finds: str
    why: str
    fix: str

    @property
    def url(self) -> str:
        """The address to read on at."""
        return f"{HOME}#{self.check.code}-{self.check.name}"


@cache
def catalogue() -> dict[str, Description]:
    """Return the descriptions of all checks by their codes, in order."""
    modules = {check.code: find.__module__ for check, find in FINDERS}
    for module in (unused_ignore, stale_baseline):
        modules[module.CHECK.code] = module.__name__
    return {check.code: _described(check, modules.get(check.code, "")) for check in CHECKS}


def address_of(code: str) -> str:
    """Return the address to read on at about a check."""
    return catalogue()[code].url


def _described(check: Check, module: str) -> Description:
    # Python started with -OO has no docstrings; then the name has to do.
    text = getattr(sys.modules.get(module), "__doc__", None) or f"Finds {check.name}."
    finds, *rest = _SECTION.split(text)
    sections = dict(zip(rest[::2], rest[1::2], strict=True))
    return Description(
        check,
        _line(finds),
        _sentence(_line(sections.get("Why", ""))),
        _sentence(_line(sections.get("Fix", ""))),
    )


def _line(text: str) -> str:
    return " ".join(text.replace("`", "'").split())


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
