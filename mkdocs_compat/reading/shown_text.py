"""A page's Markdown without what is shown as code, each character where it was."""

from __future__ import annotations

import re

from mkdocs_compat.reading.indented_code import indented_code

_UNSEEN = re.compile(
    r"^[ \t]*(?P<fence>`{3,}|~{3,})[^`\n]*\n.*?(?:^[ \t]*(?P=fence)[`~]*[ \t]*\r?$|\Z)"
    r"|<!--.*?(?:-->|\Z)|<pre\b.*?(?:</pre>|\Z)|(?P<code>(?<!`)`[^`\n]+`(?!`))",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)


def shown_text(text: str, body: int) -> str:
    """Return a page with space in place of what is no prose, so that the rest stays where it is.

    Args:
        text: The page.
        body: Offset at which its Markdown begins.
    """
    text = text[:body] + _UNSEEN.sub(_blanked, text[body:])
    parts, upto = [], 0
    for start, end in indented_code(text, body):
        parts += [text[upto:start], " " * (end - start)]
        upto = end
    return "".join([*parts, text[upto:]])


def _blanked(found: re.Match[str]) -> str:
    """Return as much space; code in a line stays."""
    return found["code"] or re.sub(r"[^\r\n]", " ", found.group())
