"""Headers and cells that name versions of a component whose name stands beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mkdocs_compat.ranges.notation import mentions
from mkdocs_compat.reading.component_names import component_name
from mkdocs_compat.reading.plain import plain

# `Kubernetes 1.29`, `client version 14`, `v1.12`, `1.17+`, `API v1 (Current)`.
_NAMED = re.compile(
    r"(?P<name>[^\W\d_][^,;|]*?[\s-]+)?(?P<versions>(?:[<>=~^]+\s*)?v?\d[^()]*?)(?:\s*\([^()]*\))?",
    re.IGNORECASE,
)
_ASIDE_VERSION = re.compile(r"\((?P<versions>v?\d[\w.]*)\)")


@dataclass(frozen=True, slots=True)
class NamedVersions:
    """Versions with the name that stands before them; the name may be empty."""

    name: str
    versions: str


def named_versions(raw: str) -> NamedVersions | None:
    """Return name and versions of a text such as `Kubernetes 1.29`; None where it has no such."""
    text = plain(raw)
    match = _NAMED.fullmatch(text)
    if match is not None and mentions(match["versions"]):
        return NamedVersions(component_name((match["name"] or "").strip(" -")), match["versions"])
    aside = _ASIDE_VERSION.search(text)
    if aside is not None and not any(character.isdigit() for character in text[: aside.start()]):
        return NamedVersions("", aside["versions"])
    return None
