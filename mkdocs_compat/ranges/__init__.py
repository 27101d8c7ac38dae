"""Ranges: sets of versions, how authors write them, and whether a version is in one."""

from __future__ import annotations

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.ranges.notation import read_typed
from mkdocs_compat.ranges.range import Membership
from mkdocs_compat.versions.scheme import Scheme

__all__ = ["contains"]


def contains(scheme: Scheme, range_text: str, version_text: str) -> Membership | None:
    """Return what a range says of a version.

    Args:
        scheme: The scheme of both.
        range_text: The range as authors write it in cells.
        version_text: The version, parsed strictly by the scheme: `1.2` is none under `semver`.

    Returns:
        None where the range is blank or not understood, or the version is none of the scheme.
    """
    try:
        version = scheme.parse(version_text)
    except VersionSyntaxError:
        return None
    range_ = read_typed(range_text, scheme).range
    return None if range_ is None else range_.membership(version.key)
