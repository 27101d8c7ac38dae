"""Tells by their paths whether two pages are one page in two languages.

As mkdocs-static-i18n and its like have it: a folder of each language (`de/page.md` beside
`en/page.md` or `page.md`), or a suffix (`page.de.md` beside `page.md`).
"""

from __future__ import annotations

import re

_LANGUAGE = re.compile(
    "(?:ar|bg|bn|ca|cs|da|de|el|en|es|et|fa|fi|fr|he|hi|hr|hu|id|is|it|ja|ka|ko|lt|lv|mk|ms|nb|nl"
    "|nn|no|pl|pt|ro|ru|sk|sl|sq|sr|sv|th|tl|tr|uk|ur|uz|vi|zh)(?:[-_][A-Za-z]{2,4})?"
)


def is_translation(one: str, two: str) -> bool:
    """Tell whether two paths differ in nothing but a language."""
    return one != two and bool(_without_language(one) & _without_language(two))


def _without_language(path: str) -> frozenset[tuple[str, ...]]:
    """Return what a path can be in any language: without a folder, or without a suffix."""
    *folders, name = path.split("/")
    plain = {(*folders, name)}
    stem, _, ending = name.rpartition(".")
    bare, _, language = stem.rpartition(".")
    if bare and _LANGUAGE.fullmatch(language):
        plain.add((*folders, f"{bare}.{ending}"))
    for place, folder in enumerate(folders):
        if _LANGUAGE.fullmatch(folder):
            plain.add((*folders[:place], *folders[place + 1 :], name))
    return frozenset(plain)
