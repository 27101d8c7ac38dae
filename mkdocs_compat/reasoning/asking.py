"""Versions as they are asked about, read by the schemes of their components."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.model.component import Component
from mkdocs_compat.ranges.asked import read_versions
from mkdocs_compat.reasoning.answer import Asked, Newer, Problem

# Plans read the same releases again and again.
_read = lru_cache(4_096)(read_versions)


def read_question(
    components: Mapping[str, Component], question: Mapping[str, Sequence[str]]
) -> Iterator[Asked | Problem]:
    """Yield what is asked about, in the order of the components.

    A text is a version (a line or a release), `=3.2` for exactly that release, or a range as
    authors write it in cells.
    """
    for component in components.values():
        instance = 0
        for text in question.get(component.id, ()):
            item = read_asked(component, text, instance)
            instance += isinstance(item, Asked)
            yield item


def read_asked(component: Component, text: str, instance: int = 0) -> Asked | Problem:
    """Read one text."""
    try:
        versions = _read(text, component.scheme)
    except VersionSyntaxError as error:
        return Problem(component.id, text, str(error))
    return Asked(component.id, text.strip(), versions, component.scheme, instance)


def newer(component: Component, asked: Asked) -> Newer | None:
    """Tell that an instance lies above every release that is known."""
    if not component.releases:
        return None
    newest = component.releases[-1].version
    is_newer = newest.key < asked.hull[0]
    return Newer(asked, newest.text) if is_newer else None
