"""The scheme `nuget`: versions as `NuGet.Versioning` reads and orders them.

One to four numbers up to 2147483647 (missing ones are 0, zero padding is ignored, space around
them is allowed), labels as in Semantic Versioning, but ignoring case. A label is a number if it
is one of 32 bits with its sign: `1.0.0--1` has the label -1. All other labels are text.
"""

from __future__ import annotations

import re

from mkdocs_compat.versions.keys import (
    END,
    INT32_VALUES,
    PRERELEASE,
    RELEASE,
    SMALL_NUMBERS,
    fits_int32,
    label_key,
    negative_key,
    number_key,
    strip_zeros,
    text_key,
)
from mkdocs_compat.versions.numbered import SPACE, NumberedScheme
from mkdocs_compat.versions.scheme import Version

_PATTERN = re.compile(
    r"([0-9]+(?:[\t-\r ]*\.[\t-\r ]*[0-9]+){0,3})[\t-\r ]*"
    r"(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?"
    r"(?:\+([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?"
)


class NuGet(NumberedScheme):
    """One to four numbers; labels are compared as 32 bit numbers or text, ignoring case."""

    name = "nuget"
    expected = "one to four numbers up to 2147483647 and perhaps a pre-release, as in 1.2.3-beta.1"
    most = 4

    def read(self, text: str) -> Version:
        trimmed = text.strip(SPACE)
        found = _PATTERN.fullmatch(trimmed)
        if found is None:
            raise self.refusal(text)
        written, prerelease, build = found.groups()
        numbers, stem = self.read_numbers("".join(written.split()))
        if len(written) > 9 and not all(map(fits_int32, numbers)):
            raise self.refusal(text)
        if prerelease is None:
            return Version(self.name, trimmed, numbers, (), build or "", stem + RELEASE)
        labels = prerelease.lower().split(".")
        if any(label[0] == "0" != label and label.isdigit() for label in labels):
            raise self.refusal(text)
        key = f"{stem}{PRERELEASE}{''.join(map(_label_key, labels))}{END}"
        return Version(self.name, trimmed, numbers, tuple(labels), build or "", key)


def _label_key(label: str) -> str:
    if label[0] != "-":
        return SMALL_NUMBERS.get(label) or (label_key if fits_int32(label) else text_key)(label)
    if label[1:].isdigit():
        digits = strip_zeros(label[1:])
        if digits == "0":
            return number_key(digits)
        if len(digits) <= 10 and int(digits) <= INT32_VALUES:
            return negative_key(-int(digits))
    return text_key(label)
