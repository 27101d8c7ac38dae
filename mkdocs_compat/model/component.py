"""A component: something with versions."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_compat.model.release import Release
from mkdocs_compat.versions.scheme import Scheme


@dataclass(frozen=True, slots=True)
class Component:
    """Something with versions, as one product's pages speak of it.

    Attributes:
        id: Its id, unique within the product.
        name: Its display name.
        aliases: Other spellings that headers use.
        scheme: How its versions are read and ordered.
        inferred: Whether the scheme was inferred from its versions and not said by the author.
        releases: The releases that the author lists, from the oldest on; empty where none are.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    scheme: Scheme
    inferred: bool
    releases: tuple[Release, ...] = ()
