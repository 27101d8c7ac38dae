"""The scheme of versions whose author did not say it, judged by how all of them are written."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NUMBER = r"(?:0|[1-9][0-9]*)"
_LABELS = r"[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*"

# The first scheme whose form fits every text wins. The forms are narrower than the grammars:
# `octopus` would also take 5.0.0.RELEASE and 1.0.post1, as pre-releases, which they are not.
_FORMS = {
    "calver": r"v?[12][0-9]{3}-[0-9]{2}(?:-[0-9]{2})?",
    "semver": rf"v?{_NUMBER}(?:\.{_NUMBER}){{0,2}}(?:-{_LABELS})?(?:\+{_LABELS})?",
    "octopus": r"v?[0-9]+(?:\.[0-9]+){0,3}(?:-[0-9a-z._-]+)?(?:\+[0-9a-z._-]+)?",
    "dotted": r"v?[0-9]+(?:\.[0-9]+)*",
    "pep440": (
        r"v?(?:[0-9]+!)?[0-9]+(?:\.[0-9]+)*"
        r"(?:[-_.]?(?:alpha|a|beta|b|preview|pre|c|rc)[-_.]?[0-9]*)?"
        r"(?:-[0-9]+|[-_.]?(?:post|rev|r)[-_.]?[0-9]*)?(?:[-_.]?dev[-_.]?[0-9]*)?"
        r"(?:\+[0-9a-z]+(?:[-_.][0-9a-z]+)*)?"
    ),
    "maven": r"[0-9]+(?:\.[0-9]+)*(?:[.-][a-z]+[0-9]*(?:[.-][0-9a-z]+)*)?",
}
_PATTERNS = {name: re.compile(form, re.IGNORECASE | re.ASCII) for name, form in _FORMS.items()}


# A scheme that fits this share of the versions is the one that is meant: what it does not fit are
# slips, to be reported as such.
_MOST = 0.75


def infer_scheme(texts: Iterable[str]) -> str:
    """Return the name of the scheme that these version texts are written in.

    Args:
        texts: The versions as authors write them in cells: partial ones and a leading `v` count.

    Returns:
        The strictest scheme that fits all of them, else the strictest that fits three of four;
        `dotted` where none does, `semver` for none.
    """
    written = {text.strip() for text in texts}
    if not written:
        return "semver"
    for name, form in _PATTERNS.items():
        if all(form.fullmatch(text) for text in written):
            return name
    for name, form in _PATTERNS.items():
        if sum(form.fullmatch(text) is not None for text in written) >= _MOST * len(written):
            return name
    return "dotted"
