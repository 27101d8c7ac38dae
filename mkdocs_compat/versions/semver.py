"""The scheme `semver`: Semantic Versioning 2.0.0, strictly."""

from __future__ import annotations

import re

from mkdocs_compat.versions.keys import END, PRERELEASE, RELEASE, label_key
from mkdocs_compat.versions.numbered import NumberedScheme
from mkdocs_compat.versions.scheme import Version

_NUMBER = r"(?:0|[1-9][0-9]*)"
# The labels are checked one by one after splitting; that keeps the pattern linear.
_PATTERN = re.compile(
    rf"({_NUMBER}\.{_NUMBER}\.{_NUMBER})"
    r"(?:-([0-9A-Za-z.-]+))?"
    r"(?:\+([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?"
)


class SemVer(NumberedScheme):
    """Three numbers without zero padding, a pre-release with dots between labels, metadata."""

    name = "semver"
    expected = "three numbers and what Semantic Versioning allows after them, as in 1.4.0-rc.1"
    most = 3
    fewest = 3

    def read(self, text: str) -> Version:
        found = _PATTERN.fullmatch(text)
        if found is None:
            raise self.refusal(text)
        written, prerelease, build = found.groups()
        numbers, stem = self.read_numbers(written)
        if prerelease is None:
            return Version(self.name, text, numbers, (), build or "", stem + RELEASE)
        labels = prerelease.split(".")
        for label in labels:
            if not label or (label[0] == "0" != label and label.isdigit()):
                raise self.refusal(text)
        key = f"{stem}{PRERELEASE}{''.join(map(label_key, labels))}{END}"
        return Version(self.name, text, numbers, tuple(labels), build or "", key)
