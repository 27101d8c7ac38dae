"""Two versions compared by a scheme's own strict grammar, and the answer in words."""

from __future__ import annotations

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.versions.scheme import Scheme

_RELATIONS = {-1: "is lower than", 0: "is equal to", 1: "is higher than"}


def compare(scheme: Scheme, a: str, b: str) -> int | None:
    """Return -1, 0 or 1 as `a` is lower than, equal to or higher than `b`.

    None when one of them is no version of the scheme: a bare `1.2` is none under `semver`.
    """
    try:
        return scheme.compare(scheme.parse(a), scheme.parse(b))
    except VersionSyntaxError:
        return None


def describe_order(scheme: Scheme, a: str, b: str) -> str:
    """Return the relation of two versions as a sentence.

    Raises:
        VersionSyntaxError: One of them is no version of the scheme.
    """
    order = scheme.compare(scheme.parse(a), scheme.parse(b))
    return f"{a} {_RELATIONS[order]} {b} ({scheme.name})."
