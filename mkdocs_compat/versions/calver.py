"""The scheme `calver`: versions that begin with a year, such as 2018.12.1, 24.04 or 2024-01-15.

A date written with hyphens is the same as with dots. All else is as in `dotted`: zero padding
counts for nothing, 2024.1 equals 2024.01, and a suffix is a pre-release or comes after.
"""

from __future__ import annotations

import re
from typing import ClassVar

from mkdocs_compat.versions.dotted import Dotted

_DATE = re.compile(r"(\s*[vV]?[0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?(?![0-9A-Za-z])", re.ASCII)


class CalVer(Dotted):
    """A year, then a month or a count, and so on."""

    name = "calver"
    expected: ClassVar[str] = "a year and more numbers, as in 2018.12.1, 24.04 or 2024-01-15"

    def tidy(self, text: str) -> str:
        found = _DATE.match(text)
        if found is None:
            return text
        return ".".join(filter(None, found.groups())) + text[found.end() :]
