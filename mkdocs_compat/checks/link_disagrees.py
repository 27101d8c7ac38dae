"""Points out links that lead to another version than the one that they show.

Why: a row that was copied and changed often keeps the link of the old one. Either the text or the
link is wrong, and the reader believes the text.

Fix: correct the one that is wrong; nothing, if it is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_compat.checks.cells import cells
from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.ranges.notation import mentions
from mkdocs_compat.reading.plain import plain

CHECK = Check("CMP306", "link-disagrees", Severity.INFO)

_LINK = re.compile(r"\[(?P<text>[^\[\]]{1,80})\]\((?P<address>[^()\s]{1,500})\)")
_HOST = re.compile(r"^[a-z]+://[^/]*", re.IGNORECASE)
# With a dot: a single number in an address means anything.
_VERSION = re.compile(r"(?<![\d.])v?(\d+(?:\.\d+)+)(?!\d)", re.IGNORECASE)
_LATEST = "latest"


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for _, cell in cells(inspection.site):
        for link in _LINK.finditer(cell.raw) if "](" in cell.raw else ():
            text, address = plain(link["text"]), link["address"]
            found = list(dict.fromkeys(_VERSION.findall(_HOST.sub("", address))))
            if not found or not _disagrees(text, address, found):
                continue
            where = " and ".join(f"'{each}'" for each in found)
            yield CHECK.finding(
                cell.place_of(*link.span()),
                f"the link says '{text}' and leads to {where}",
                "Correct the text or the address, whichever is wrong.",
            )


def _disagrees(text: str, address: str, found: list[str]) -> bool:
    if text.casefold() == _LATEST:
        return _LATEST not in address.casefold()
    named = mentions(text)
    if len(named) != 1:
        return False
    numbers = re.findall(r"\d+", named[0])
    return len(numbers) > 1 and not any(_agree(numbers, each.split(".")) for each in found)


def _agree(one: list[str], other: list[str]) -> bool:
    """Tell whether one of two versions begins with the numbers of the other."""
    count = min(len(one), len(other))
    return [number.lstrip("0") for number in one[:count]] == [
        number.lstrip("0") for number in other[:count]
    ]
