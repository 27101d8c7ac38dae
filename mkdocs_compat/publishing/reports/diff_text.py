"""What changed between two models, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.comparing import Comparison
from mkdocs_compat.publishing.reports.diff_words import Section, name_of, sections, summary
from mkdocs_compat.publishing.reports.escaping import printable


def write_diff(comparison: Comparison) -> str:
    """Return the report, without a last line ending."""
    return "\n".join(printable(line) for line in _lines(comparison))


def _lines(comparison: Comparison) -> Iterator[str]:
    for name in comparison.removed:
        yield f"Product gone: {name}"
    for name in comparison.added:
        yield f"New product: {name}"
    for product in comparison.products:
        found = sections(product)
        name = name_of(product.new)
        if found and name:
            yield f"{name}"
        for section in found:
            yield from _section(section)
    yield summary(comparison)


def _section(section: Section) -> Iterator[str]:
    yield f"{section.title}:"
    for change in section.changes:
        yield f"  {change.what}: {change.before} → {change.after}"
    for line in section.lines:
        yield f"  {line}"
