"""The scheme `dotted`: any count of numbers and perhaps a suffix, for what fits nothing else.

Trailing zeros count for nothing (1.2 equals 1.2.0). The suffix is split into labels at `.`, `-`,
`_`, `+` and between letters and digits, ignoring case; numbers sort before text. A suffix that
begins with a word for a pre-release sorts before its release (1.0-rc10 after 1.0-rc9), any other
one after it (1.0.2k after 1.0.2b, 1.8.0_292 after 1.8.0). A single letter is such a word only
when a number follows: 1.0b1 is a beta, 1.0.2b is not.
"""

from __future__ import annotations

import re

from mkdocs_compat.versions.keys import (
    END,
    PRERELEASE,
    RELEASE,
    label_key,
    read_labels,
    strip_zeros,
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

    def read(self, text: str) -> Version:
        found = split_written(self.tidy(text))
        if found is None or is_wrong_suffix(found[1]):
            raise self.refusal(text)
        written, suffix = found
        numbers, stem = self.read_numbers(written)
        words = _LABEL.findall(suffix.lower()) if suffix else []
        labels = tuple([strip_zeros(word) if word.isdigit() else word for word in words])
        is_prerelease = _is_prerelease(labels)
        mark = PRERELEASE if is_prerelease else RELEASE
        key = f"{stem}{mark}{''.join(map(label_key, labels))}{END}"
        prerelease, build = (labels, "") if is_prerelease else ((), ".".join(labels))
        return Version(self.name, text.strip(SPACE), numbers, prerelease, build, key)

    def write_tail(self, cut: str, at: int) -> tuple[str, bool]:
        labels = read_labels(cut, at + 1)
        return "-" + ".".join(labels) if labels else "", cut[at] == PRERELEASE


def _is_prerelease(labels: tuple[str, ...]) -> bool:
    if not labels:
        return False
    if labels[0] in _PRERELEASE_LETTERS:
        return len(labels) > 1 and labels[1].isdigit()
    return labels[0] in _PRERELEASE_WORDS
