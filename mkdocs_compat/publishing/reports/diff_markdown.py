"""What changed between two models, as Markdown for a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_compat.comparing import Comparison
from mkdocs_compat.publishing.reports.diff_words import Section, name_of, sections, summary
from mkdocs_compat.publishing.reports.escaping import escaped

# Comments have a largest size, and nobody reads more.
_MOST_ROWS = 60


def write_diff_markdown(comparison: Comparison) -> str:
    """Return the report, without a last line ending."""
    return "\n".join(_lines(comparison))


def _lines(comparison: Comparison) -> Iterator[str]:
    yield "## What changes for compatibility"
    yield ""
    yield escaped(summary(comparison))
    for name in comparison.removed:
        yield ""
        yield f"Product gone: {escaped(name)}"
    for name in comparison.added:
        yield ""
        yield f"New product: {escaped(name)}"
    for product in comparison.products:
        name = name_of(product.new)
        for section in sections(product):
            yield ""
            yield f"### {escaped(f'{name}: {section.title.lower()}' if name else section.title)}"
            yield ""
            yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    if section.changes:
        yield "| What | Before | Now |"
        yield "| --- | --- | --- |"
    for change in section.changes[:_MOST_ROWS]:
        cells = (change.what, change.before, change.after)
        yield f"| {' | '.join(escaped(cell) for cell in cells)} |"
    for line in section.lines[:_MOST_ROWS]:
        yield f"- {escaped(line)}"
    more = len(section.changes) + len(section.lines) - _MOST_ROWS
    if more > 0:
        yield ""
        yield f"And {more} more; `mkdocs-compat diff` tells all."
