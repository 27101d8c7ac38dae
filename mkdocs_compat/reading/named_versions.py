"""Headers and cells that name versions of a component whose name stands beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mkdocs_compat.ranges.notation import mentions
from mkdocs_compat.reading.component_names import component_name
from mkdocs_compat.reading.plain import plain

# `Kubernetes 1.29`, `client version 14`, `1.17+`, `API v1 (Current)`, `v1.12, Maintenance Mode`.
_NAMED = re.compile(
    r"(?P<name>[^\W\d_][^,;|]*?[\s-]+)?(?P<versions>(?:[<>=~^≤≥]+\s*)?v?\d[^()]*?)"
    r"(?:\s*\((?P<aside>[^()]*)\)"
    r"|,\s*(?:maintenance(?: mode)?|deprecated|eol|end of life|lts|stable))?",
    re.IGNORECASE,
)
# `v1beta1 (v1.4)`: the version of an API, and that of the software which has it.
_API = re.compile(r"v\d+(?:alpha|beta)\d+", re.IGNORECASE)
_ITEM = r"(?:v?\d+(?:\.(?:\d+|x))*\+?|main|master)"
_PLAIN = re.compile(rf"{_ITEM}(?:, ?{_ITEM})*", re.IGNORECASE)
# `Latest 8 version`: one version out of several.
_ONE_OF = re.compile(r"\b(?:latest|newest|oldest|first|last|recommended|next)\b", re.IGNORECASE)
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
        before = match["name"] or ""
        if _ONE_OF.search(before):
            return None
        versions = match["versions"]
        if _API.fullmatch(versions) and _PLAIN.fullmatch(match["aside"] or ""):
            versions += f", {match['aside']}"
        return NamedVersions(component_name(before.strip(" -")), versions)
    aside = _ASIDE_VERSION.search(text)
    if aside is not None and not any(character.isdigit() for character in text[: aside.start()]):
        return NamedVersions("", aside["versions"])
    return None
