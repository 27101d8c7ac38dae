"""Second versions without the first number: `1.20 - 22` and `1.20/21` are 1.22 and 1.21 to authors.

They could be 22 and 21 as well, so they are refused where the first number is 0 or 1 and the second
one goes on with the other. `1.8 - 17` is Java.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_FIRST = r"(?<![\w.-])v?(?P<major>[01])\.(?P<minor>\d{1,3})"
_PAIR = re.compile(
    rf"{_FIRST}\s?(?:(?P<range>[-–—−→➔➜➡⇒⟶]|->|\bto\b)|[/,&]|\b(?:and|or)\b)\s?(?P<last>\d{{1,3}})"
    r"(?![\w.-])",
    re.IGNORECASE,
)
# Java was 1.8 before it was 9.
_LEAST = 9


def shortened(text: str) -> Iterator[tuple[re.Match[str], str, str]]:
    """Yield what could be shortened, the second version as it stands, and as it may be meant."""
    for found in _PAIR.finditer(text):
        minor, last = int(found["minor"]), int(found["last"])
        goes_on = last > minor if found["range"] else abs(last - minor) == 1
        if minor >= _LEAST and goes_on:
            yield found, found["last"], f"{found['major']}.{found['last']}"
