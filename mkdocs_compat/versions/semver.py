"""The scheme `semver`: Semantic Versioning 2.0.0, strictly."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_compat.versions.keys import END, PRERELEASE, RELEASE, number_key, text_key
from mkdocs_compat.versions.numbered import MAX_LENGTH, NumberedScheme
from mkdocs_compat.versions.scheme import Version

# The labels are checked one by one after splitting; that keeps the pattern linear.
_PATTERN = re.compile(
    r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)"
    r"(?:-([0-9A-Za-z.-]+))?"
    r"(?:\+([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?"
)


class SemVer(NumberedScheme):
    """Three numbers without zero padding, a pre-release with dots between labels, metadata."""

    name = "semver"
    expected = "three numbers and what Semantic Versioning allows after them, as in 1.4.0-rc.1"
    most = 3
    fewest = 3

    def parse(self, text: str) -> Version:
        numbers, labels, build, key = self._read(text)
        return Version(self.name, text, numbers, labels, build, key)

    def key(self, text: str) -> str:
        return self._read(text)[3]

    def stem(self, numbers: Sequence[str]) -> str:
        padded = (*numbers, "0", "0")[:3]
        return "".join(map(number_key, padded))

    def _read(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...], str, str]:
        found = _PATTERN.fullmatch(text) if len(text) <= MAX_LENGTH else None
        if found is None:
            raise self.refusal(text)
        major, minor, patch, prerelease, build = found.groups()
        stem = number_key(major) + number_key(minor) + number_key(patch)
        numbers = (major, minor, patch)
        if prerelease is None:
            return numbers, (), build or "", stem + RELEASE
        labels = tuple(prerelease.split("."))
        written = "".join([self._label_key(text, label) for label in labels])
        return numbers, labels, build or "", f"{stem}{PRERELEASE}{written}{END}"

    def _label_key(self, text: str, label: str) -> str:
        if not label.isdigit():
            if label:
                return text_key(label)
        elif label[0] != "0" or label == "0":
            return number_key(label)
        raise self.refusal(text)
