"""The scheme `octopus`: the pragmatic form of Semantic Versioning that Octopus Deploy reads.

One to four numbers (missing ones are 0, zero padding is ignored), a leading `v`, a pre-release,
build metadata. A pre-release stands after `-`, or begins with a letter. Its labels stand between
`.`, `-` and `_`, ignore case, and may be empty, but as in Semantic Versioning not at a dot:
`1.0-a--b` is valid, `1.0-a..b` is not. Labels that are numbers up to 2147483647 sort as numbers,
before all others; greater ones are text, and greater leading numbers are refused, as by the
library that Octopus Deploy uses.
"""

from __future__ import annotations

import re

from mkdocs_compat.versions.keys import (
    END,
    PRERELEASE,
    RELEASE,
    SMALL_NUMBERS,
    fits_int32,
    label_key,
    strip_zeros,
    text_key,
)
from mkdocs_compat.versions.numbered import SPACE, NumberedScheme
from mkdocs_compat.versions.scheme import Version

_PATTERN = re.compile(
    r"[vV]?([0-9]+(?:\.[0-9]+){0,3})"
    r"(?:(?:-|[._]?(?=[A-Za-z]))([0-9A-Za-z_-]+(?:\.[0-9A-Za-z_-]+)*))?"
    r"(?:\+([0-9A-Za-z._-]+))?"
)


class Octopus(NumberedScheme):
    """One to four numbers, labels split at `.`, `-` and `_`, nothing depends on case."""

    name = "octopus"
    expected = "one to four numbers up to 2147483647 and perhaps a pre-release, as in 4.30.3-rc.1"
    most = 4

    def read(self, text: str) -> Version:
        trimmed = text.strip(SPACE)
        found = _PATTERN.fullmatch(trimmed)
        if found is None:
            raise self.refusal(text)
        written, prerelease, build = found.groups()
        numbers, stem = self.read_numbers(written)
        if len(written) > 9 and not all(map(fits_int32, numbers)):
            raise self.refusal(text)
        if prerelease is None:
            return Version(self.name, trimmed, numbers, (), build or "", stem + RELEASE)
        labels = prerelease.lower().replace("-", ".").replace("_", ".").split(".")
        labels = [_tidy_number(label) if label.isdigit() else label for label in labels]
        key = f"{stem}{PRERELEASE}{''.join(map(_label_key, labels))}{END}"
        return Version(self.name, trimmed, numbers, tuple(labels), build or "", key)


def _tidy_number(label: str) -> str:
    """Return a number as it is compared: without its zeros, or as text where it is too great."""
    number = strip_zeros(label)
    return number if fits_int32(number) else label


def _label_key(label: str) -> str:
    return SMALL_NUMBERS.get(label) or (label_key if fits_int32(label) else text_key)(label)
