"""What somebody asks about: a version, a line, or a range as cells have it."""

from __future__ import annotations

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.ranges.notation import read_typed
from mkdocs_compat.ranges.version_set import VersionSet
from mkdocs_compat.versions.named import Named
from mkdocs_compat.versions.scheme import Scheme

_EXPECTED = "a version, a line or a range, as in the cells of a table"


def read_versions(text: str, scheme: Scheme) -> VersionSet:
    """Return the versions that a text names; `=3.2` names exactly that one.

    Raises:
        VersionSyntaxError: It names none.
    """
    written = text.strip()
    exact = written.startswith("=")
    try:
        extent = scheme.extent(written.removeprefix("=").lstrip(), exact=exact)
    except VersionSyntaxError as error:
        versions = _range(written, scheme)
        if versions is None:
            # The scheme speaks of whole versions only; but it knows which names there are.
            expected = f"{error.expected} or a range" if isinstance(scheme, Named) else _EXPECTED
            raise VersionSyntaxError(scheme.name, text, expected) from error
        return versions
    return VersionSet(((extent.start, extent.end),))


def names_versions(text: str, scheme: Scheme) -> bool:
    """Tell whether a text names versions."""
    try:
        read_versions(text, scheme)
    except VersionSyntaxError:
        return False
    return True


def _range(text: str, scheme: Scheme) -> VersionSet | None:
    notation = read_typed(text, scheme)
    if notation.range is None or notation.problems or notation.marks or notation.range.is_empty:
        return None
    return notation.range.inside
