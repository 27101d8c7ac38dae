"""A release of a component: a version that exists."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_compat.source import Place
from mkdocs_compat.versions.scheme import Version


@dataclass(frozen=True, slots=True)
class Release:
    """A version that exists.

    Attributes:
        version: The version, by its component's scheme.
        date: When it came out (`2019-01-21`), where the author says so.
        end_of_life: When its support ends, in the same form.
        place: Where the author names it.
    """

    version: Version
    date: str | None
    end_of_life: str | None
    place: Place
