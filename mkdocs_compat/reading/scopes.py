"""Versions that front matter names: for what a rule holds, where a stop is."""

from __future__ import annotations

from mkdocs_compat.model.rule import Scope
from mkdocs_compat.model.site import Flaw, FlawKind
from mkdocs_compat.ranges.notation import read_typed
from mkdocs_compat.source import Place
from mkdocs_compat.versions.scheme import Scheme

_RANGE = "a range of versions"


def read_scope(
    text: str, place: Place, scheme: Scheme, said: str, such_as: str = "<4.2"
) -> Scope | Flaw:
    """Return the versions that a text names, or what is wrong with it.

    Args:
        text: What the author wrote.
        place: Where.
        scheme: The scheme of the versions.
        said: How messages call the text: `'when' of the rule about 'client'`.
        such_as: An example of what may stand there.
    """
    notation = read_typed(text, scheme)
    if notation.range is not None and not notation.problems and not notation.blank:
        return Scope(text, notation.range)
    message = f"{said} is '{text}', expected {_RANGE}"
    for problem in notation.problems[:1]:
        at = f" at '{problem.text}'" if problem.text != text else ""
        message = message.removesuffix(_RANGE) + problem.expected + at
    help_ = f"Write it as in a cell, such as '{such_as}'."
    return Flaw(FlawKind.INVALID_FRONT_MATTER, place, message, help_)
