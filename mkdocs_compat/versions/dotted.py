"""The scheme `dotted`: any count of numbers and perhaps a suffix, for what fits nothing else.

Trailing zeros count for nothing (1.2 equals 1.2.0). The suffix is split into labels at `.`, `-`,
`_`, `+` and between letters and digits, ignoring case; numbers sort before text. A suffix that
begins with a word for a pre-release sorts before its release (1.0-rc10 after 1.0-rc9), any other
one after it (1.0.2k after 1.0.2b, 1.8.0_292 after 1.8.0). A single letter is such a word only
when a number follows: 1.0b1 is a beta, 1.0.2b is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_compat.versions.keys import (
    END,
    PRERELEASE,
    RELEASE,
    number_key,
    read_labels,
    release_stem,
    strip_zeros,
    text_key,
)
from mkdocs_compat.versions.numbered import SPACE, NumberedScheme, is_wrong_suffix, split_written
from mkdocs_compat.versions.scheme import Version

_LABEL = re.compile(r"[0-9]+|[a-z]+")
_PRERELEASE_WORDS = frozenset(
    {"alpha", "beta", "canary", "cr", "dev", "ea", "eap", "milestone", "nightly", "pre"}
    | {"prerelease", "preview", "rc", "snapshot"}
)
_PRERELEASE_LETTERS = frozenset("abcm")


class Dotted(NumberedScheme):
    """Numbers between dots, as many as there are, and a suffix."""

    name = "dotted"
    expected = "numbers with dots between them, then perhaps a suffix, as in 9.4.1.2-rc1"
    release_mark = RELEASE + END

    def parse(self, text: str) -> Version:
        trimmed, numbers, labels = self._read(text)
        key = self._key(numbers, labels)
        prerelease, build = (labels, "") if _is_prerelease(labels) else ((), ".".join(labels))
        return Version(self.name, trimmed, numbers, prerelease, build, key)

    def key(self, text: str) -> str:
        _, numbers, labels = self._read(text)
        return self._key(numbers, labels)

    def stem(self, numbers: Sequence[str]) -> str:
        return release_stem(numbers)

    def write_tail(self, cut: str, at: int) -> tuple[str, bool]:
        labels = read_labels(cut, at + 1)
        return "-" + ".".join(labels) if labels else "", cut[at] == PRERELEASE

    def _read(self, text: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        found = split_written(self.tidy(text))
        if found is None or is_wrong_suffix(found[1]):
            raise self.refusal(text)
        written, suffix = found
        numbers = tuple([strip_zeros(number) for number in written.split(".")])
        words = _LABEL.findall(suffix.lower()) if suffix else []
        labels = tuple([strip_zeros(word) if word.isdigit() else word for word in words])
        return text.strip(SPACE), numbers, labels

    def _key(self, numbers: tuple[str, ...], labels: tuple[str, ...]) -> str:
        mark = PRERELEASE if _is_prerelease(labels) else RELEASE
        return f"{release_stem(numbers)}{mark}{''.join(map(_label_key, labels))}{END}"


def _label_key(label: str) -> str:
    return number_key(label) if label.isdigit() else text_key(label)


def _is_prerelease(labels: tuple[str, ...]) -> bool:
    if not labels:
        return False
    if labels[0] in _PRERELEASE_LETTERS:
        return len(labels) > 1 and labels[1].isdigit()
    return labels[0] in _PRERELEASE_WORDS
