"""Finds versions with a number much longer than those of all others, such as a date with century.

Why: versions are compared number by number. 2.4.20260121 among 2.4.250225 and 2.4.260325 is newer
than all that will ever follow.

Fix: write the number as the others are written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.checks.mentions import cells_of
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.table import Cell
from mkdocs_compat.ranges.notation import VersionMention

CHECK = Check("CMP307", "odd-number", Severity.WARNING)

# Shorter numbers are counted and grow by themselves; these are dates or times.
_SHORTEST = 5
# So many versions with numbers of one length tell what is usual.
_FEWEST = 3
_TWO = 2
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for product in inspection.site.products:
        for component in product.components:
            yield from _in_component(product, component)


def _in_component(product: Product, component: Component) -> Iterator[Diagnostic]:
    found = list(_long_numbers(product, component))
    for place in sorted({place for place, *_ in found}):
        texts = {(length, mention.text) for at, length, mention, _ in found if at == place}
        lengths = Counter(length for length, _ in texts)
        if len(lengths) != _TWO or place >= len(_ORDINALS):
            continue
        (usual, many), (odd, few) = lengths.most_common()
        if many < _FEWEST or few > 1:
            continue
        _, _, mention, cell = next(each for each in found if each[0] == place and each[1] == odd)
        order = "newer" if odd > usual else "older"
        yield CHECK.finding(
            cell.place_of(mention.start, mention.end),
            f"the {_ORDINALS[place]} number of '{mention.text}' has {odd} digits, and those of the "
            f"{many} other versions of {component.name} have {usual}: it counts as {order} than "
            "all of them",
            f"Write the number with {usual} digits, as the others are written.",
        )


def _long_numbers(
    product: Product, component: Component
) -> Iterator[tuple[int, int, VersionMention, Cell]]:
    """Yield each long number: its place, its length, the version and the cell."""
    for cell in cells_of(product, component):
        for part in cell.notation.parts:
            for mention in part.versions:
                for place, number in enumerate(re.split(r"[.+_-]", mention.text)):
                    if number.isdigit() and len(number) >= _SHORTEST:
                        yield place, len(number), mention, cell
