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
from collections.abc import Sequence

from mkdocs_compat.versions.keys import (
    END,
    PRERELEASE,
    RELEASE,
    fits_int32,
    number_key,
    strip_zeros,
    text_key,
)
from mkdocs_compat.versions.numbered import MAX_LENGTH, SPACE, NumberedScheme
from mkdocs_compat.versions.scheme import Version

_PATTERN = re.compile(
    r"[vV]?([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?(?:\.([0-9]+))?"
    r"(?:(?:-|[._]?(?=[A-Za-z]))([0-9A-Za-z_-]+(?:\.[0-9A-Za-z_-]+)*))?"
    r"(?:\+([0-9A-Za-z._-]+))?"
)


class Octopus(NumberedScheme):
    """One to four numbers, labels split at `.`, `-` and `_`, nothing depends on case."""

    name = "octopus"
    expected = "one to four numbers up to 2147483647 and perhaps a pre-release, as in 4.30.3-rc.1"
    most = 4

    def parse(self, text: str) -> Version:
        trimmed, numbers, labels, build = self._read(text)
        key = self._key(numbers, labels)
        shown = tuple(strip_zeros(label) if _is_number(label) else label for label in labels)
        return Version(self.name, trimmed, numbers, shown, build, key)

    def key(self, text: str) -> str:
        _, numbers, labels, _ = self._read(text)
        return self._key(numbers, labels)

    def stem(self, numbers: Sequence[str]) -> str:
        return "".join(map(number_key, numbers)) + "10" * (4 - len(numbers))

    def _read(self, text: str) -> tuple[str, tuple[str, ...], tuple[str, ...], str]:
        trimmed = text.strip(SPACE)
        found = _PATTERN.fullmatch(trimmed) if len(text) <= MAX_LENGTH else None
        if found is None:
            raise self.refusal(text)
        *written, prerelease, build = found.groups()
        numbers = tuple([strip_zeros(number) for number in written if number is not None])
        if not all(map(fits_int32, numbers)):
            raise self.refusal(text)
        if prerelease is None:
            return trimmed, numbers, (), build or ""
        labels = prerelease.lower().replace("-", ".").replace("_", ".").split(".")
        return trimmed, numbers, tuple(labels), build or ""

    def _key(self, numbers: tuple[str, ...], labels: tuple[str, ...]) -> str:
        if not labels:
            return self.stem(numbers) + RELEASE
        return f"{self.stem(numbers)}{PRERELEASE}{''.join(map(_label_key, labels))}{END}"


def _is_number(label: str) -> bool:
    return label.isdigit() and fits_int32(strip_zeros(label))


def _label_key(label: str) -> str:
    return number_key(strip_zeros(label)) if _is_number(label) else text_key(label)
