"""Finds the code blocks that are code only because they are indented."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINE = re.compile(r"(?P<space>[ \t]*)(?P<rest>[^\r\n]*)(?:\r?\n|\r|\Z)")
# What indented text below it belongs to: list items, admonitions, tabs, footnotes, definitions.
_HOLDER = re.compile(r"(?:[-*+]|[0-9]{1,9}[.)]|!!!|\?{3}\+?|={3}[+!]?|:)[ \t]|\[\^[^\]\s]+\]:")
_STEP = 4


def indented_code(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield where each line of indented code begins and ends.

    Args:
        text: A page, whose fenced code has been taken out.
        start: Offset at which its Markdown begins.
    """
    holders: list[int] = []
    is_fresh, code_from = True, 0
    for line in _LINE.finditer(text, start):
        if not line["rest"]:
            is_fresh = True
            continue
        indent = len(line["space"].expandtabs(_STEP))
        holds = _HOLDER.match(line["rest"]) is not None
        if not (code_from and indent >= code_from):
            code_from = 0
            while (is_fresh or holds) and holders and holders[-1] >= indent:
                holders.pop()
            least = holders[-1] + 2 * _STEP if holders else _STEP
            if is_fresh and indent >= least:
                code_from = least
        if code_from:
            yield line.start(), line.end("rest")
        elif holds:
            holders.append(indent)
        is_fresh = False
