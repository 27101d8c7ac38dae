"""Versions that examples ask about: a version, a line, or a range as cells have it."""

from __future__ import annotations

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.model.component import Component
from mkdocs_compat.ranges.notation import read


def is_version(component: Component, text: str) -> bool:
    """Tell whether a text names versions of a component; `=3.2` names exactly that one."""
    try:
        component.scheme.extent(text.removeprefix("=").strip(), exact=text.startswith("="))
    except VersionSyntaxError:
        notation = read(text, component.scheme)
        if notation.range is None or notation.problems or notation.marks:
            return False
        return not notation.range.is_empty
    return True
