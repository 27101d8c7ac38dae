"""Findings for people: place, message, the author's line with the span underlined, what to do."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.publishing.reports.escaping import printable
from mkdocs_compat.source import Place, SourceText

# Lines are cut to this many characters around the span.
_WIDEST_LINE = 160


def write_finding(diagnostic: Diagnostic, sources: Mapping[str, SourceText]) -> str:
    """Return one finding as a few lines of text, without a last line ending.

    Args:
        diagnostic: The finding.
        sources: The files by path, to quote from.
    """
    kind = f"{diagnostic.severity.value} {diagnostic.code} {diagnostic.name}"
    lines = [f"{diagnostic.place}: {kind}: {diagnostic.message}"]
    lines += _quotation(diagnostic.place, sources)
    lines += [f"    {related.place}: {related.message}" for related in diagnostic.related]
    lines.append(f"    help: {diagnostic.help}")
    return "\n".join(printable(line) for line in lines)


def write_message(diagnostic: Diagnostic) -> str:
    """Return the place and the message of one finding, on one line."""
    return printable(f"{diagnostic.place}: {diagnostic.message}")


def write_summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Return one line that counts the findings."""
    counts = dict.fromkeys(Severity, 0)
    for diagnostic in diagnostics:
        counts[diagnostic.severity] += 1
    parts = [_count(number, severity) for severity, number in counts.items() if number]
    return f"{', '.join(parts)}." if parts else "No findings."


def _count(number: int, severity: Severity) -> str:
    if severity is Severity.INFO:
        return f"{number} {'remark' if number == 1 else 'remarks'}"
    return f"{number} {severity.value}{'' if number == 1 else 's'}"


def _quotation(place: Place, sources: Mapping[str, SourceText]) -> list[str]:
    source = sources.get(place.path)
    if source is None or place.part:
        return []
    line = source.line(place.line)
    if not line.strip():
        return []
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    first = max(0, min(start - _WIDEST_LINE // 4, len(line) - _WIDEST_LINE))
    shown = line[first : first + _WIDEST_LINE].replace("\t", " ")
    marked = max(1, _width(shown[start - first : end - first]))
    number = str(place.line)
    margin = " " * len(number)
    return [
        f"    {number} | {shown}",
        f"    {margin} | {' ' * _width(shown[: start - first])}{'^' * marked}",
    ]


def _width(text: str) -> int:
    """Return how many columns a terminal gives a text."""
    return sum(_character_width(character) for character in text)


def _character_width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
