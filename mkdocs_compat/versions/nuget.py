"""The scheme `nuget`: versions as `NuGet.Versioning` reads and orders them.

One to four numbers up to 2147483647 (missing ones are 0, zero padding is ignored, space around
them is allowed), labels as in Semantic Versioning, but ignoring case. A label is a number if it
is one of 32 bits with its sign: `1.0.0--1` has the label -1. All other labels are text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_compat.versions.keys import (
    END,
    INT32_VALUES,
    PRERELEASE,
    RELEASE,
    fits_int32,
    negative_key,
    number_key,
    strip_zeros,
    text_key,
)
from mkdocs_compat.versions.numbered import MAX_LENGTH, SPACE, NumberedScheme
from mkdocs_compat.versions.scheme import Version

_NUMBER = r"[\t-\r ]*([0-9]+)[\t-\r ]*"
_PATTERN = re.compile(
    rf"{_NUMBER}(?:\.{_NUMBER})?(?:\.{_NUMBER})?(?:\.{_NUMBER})?"
    r"(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?"
    r"(?:\+([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?"
)


class NuGet(NumberedScheme):
    """One to four numbers; labels are compared as 32 bit numbers or text, ignoring case."""

    name = "nuget"
    expected = "one to four numbers up to 2147483647 and perhaps a pre-release, as in 1.2.3-beta.1"
    most = 4

    def parse(self, text: str) -> Version:
        numbers, labels, build = self._read(text)
        key = self._key(numbers, labels)
        return Version(self.name, text.strip(SPACE), numbers, labels, build, key)

    def key(self, text: str) -> str:
        numbers, labels, _ = self._read(text)
        return self._key(numbers, labels)

    def stem(self, numbers: Sequence[str]) -> str:
        return "".join(map(number_key, numbers)) + "10" * (4 - len(numbers))

    def _read(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
        found = _PATTERN.fullmatch(text.strip(SPACE)) if len(text) <= MAX_LENGTH else None
        if found is None:
            raise self.refusal(text)
        *written, prerelease, build = found.groups()
        numbers = tuple([strip_zeros(number) for number in written if number is not None])
        labels = tuple(prerelease.lower().split(".")) if prerelease else ()
        zero_padded = any(label.isdigit() and label[0] == "0" != label for label in labels)
        if zero_padded or not all(map(fits_int32, numbers)):
            raise self.refusal(text)
        return numbers, labels, build or ""

    def _key(self, numbers: tuple[str, ...], labels: tuple[str, ...]) -> str:
        if not labels:
            return self.stem(numbers) + RELEASE
        return f"{self.stem(numbers)}{PRERELEASE}{''.join(map(_label_key, labels))}{END}"


def _label_key(label: str) -> str:
    if label.isdigit():
        return number_key(label) if fits_int32(label) else text_key(label)
    if label[0] == "-" and label[1:].isdigit():
        digits = strip_zeros(label[1:])
        if digits == "0":
            return number_key(digits)
        if len(digits) <= 10 and int(digits) <= INT32_VALUES:
            return negative_key(-int(digits))
    return text_key(label)
