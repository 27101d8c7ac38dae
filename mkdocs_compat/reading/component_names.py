"""The name of a component in a header, without the words that headers put around it."""

from __future__ import annotations

import re

from mkdocs_compat.reading.plain import name

# What headers say around the name of a component.
_AHEAD = re.compile(
    r"^(?:(?:supported|required) by|supported|supporting|compatible|valid|supports|required"
    r"|requires|dependent|tested|validated|expected|your|works|with"
    r"|on|for|versions? of|versions?|releases?)\b(?![.-])\s*",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\s*(?<![.-])\b(?:(?:versions?|releases?)(?:\(s\))?|branch(?:es)?|compatibility|compat"
    r"|support(?:ed)?(?: versions?)?"
    r"|required|requirements?|tested|range)$|\s+\([^()]*versions?\)$",
    re.IGNORECASE,
)


# What is left of `Minor release`, and headers that name no component either.
_NO_NAMES = frozenset(["minor", "major", "patch", "branch", "branches", "tag", "series", "line"])


def component_name(raw: str) -> str:
    """Return the name in a header, without words such as `supported` and `version`.

    Empty where it consists of such words alone.
    """
    text = name(raw)
    while (shorter := _ASIDE.sub("", _AHEAD.sub("", text)).strip(" :/")) != text:
        text = shorter
    if text.casefold() in _NO_NAMES:
        return ""
    # "Tested, but not supported": what is left is no name.
    return text if text[:1].isalnum() or text[:1] in "@.<([" else ""
