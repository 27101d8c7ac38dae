"""Findings for people: place, message, the author's lines with spans marked, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from mkdocs_compat.diagnostics import Applicability, Diagnostic, Fix, Related, Severity
from mkdocs_compat.publishing.reports.escaping import printable
from mkdocs_compat.publishing.reports.paint import Paint, Part, unpainted
from mkdocs_compat.publishing.reports.quoting import Mark, is_quotable, quote
from mkdocs_compat.publishing.reports.report import Report
from mkdocs_compat.source import SourceText

# Of more related places than these, only the places are named.
_MOST_QUOTED = 6
_MOST_NAMED = 12


def write_report(report: Report) -> str:
    """Return all findings of a run, as `write_findings` does."""
    return write_findings(report.findings, report.sources, accepted=report.accepted)


def write_findings(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, SourceText],
    paint: Paint = unpainted,
    accepted: int = 0,
) -> str:
    """Return all findings with blank lines between, and the line that counts them.

    Args:
        diagnostics: The findings.
        sources: The files by path, to quote from.
        paint: Colours the parts.
        accepted: How many findings more the baseline accepts.
    """
    found = tuple(diagnostics)
    blocks = [f"{write_finding(finding, sources, paint)}\n" for finding in found]
    return "\n".join([*blocks, write_summary(found, paint, accepted)])


def write_finding(
    diagnostic: Diagnostic, sources: Mapping[str, SourceText], paint: Paint = unpainted
) -> str:
    """Return one finding as a few lines of text, without a last line ending.

    Args:
        diagnostic: The finding.
        sources: The files by path, to quote from.
        paint: Colours the parts.
    """
    part = Part.of(diagnostic.severity)
    place = paint(printable(str(diagnostic.place)), Part.PLACE)
    kind = paint(f"{diagnostic.severity.value} {diagnostic.code}", part)
    lines = [f"{place}: {kind} {diagnostic.name}: {printable(diagnostic.message)}"]
    lines += _quotations(diagnostic, sources, paint)
    if diagnostic.place.pages:
        pages = printable(", ".join(diagnostic.place.pages[:_MOST_NAMED]))
        more = len(diagnostic.place.pages) - _MOST_NAMED
        more_pages = f" and {more} more" if more > 0 else ""
        lines.append(f"    {paint('shown on', Part.HELP)}: {pages}{more_pages}")
    lines.append(f"    {paint('help', Part.HELP)}: {printable(diagnostic.help)}")
    lines += _ways(diagnostic.fixes, paint)
    return "\n".join(lines)


def write_message(diagnostic: Diagnostic) -> str:
    """Return the place and the message of one finding, on one line."""
    return printable(f"{diagnostic.place}: {diagnostic.message}")


def write_summary(
    diagnostics: Iterable[Diagnostic], paint: Paint = unpainted, accepted: int = 0
) -> str:
    """Return one line that counts the findings, and how many more the baseline accepts."""
    counts = dict.fromkeys(Severity, 0)
    for diagnostic in diagnostics:
        counts[diagnostic.severity] += 1
    parts = [
        paint(_count(number, severity), Part.of(severity))
        for severity, number in counts.items()
        if number
    ]
    summary = f"{', '.join(parts)}." if parts else paint("No findings.", Part.GOOD)
    return f"{summary} The baseline accepts {accepted} more." if accepted else summary


def _count(number: int, severity: Severity) -> str:
    if severity is Severity.INFO:
        return f"{number} {'remark' if number == 1 else 'remarks'}"
    return f"{number} {severity.value}{'' if number == 1 else 's'}"


def _quotations(
    diagnostic: Diagnostic, sources: Mapping[str, SourceText], paint: Paint
) -> Iterator[str]:
    """Yield the lines that the finding speaks of: its own file's, then those of others."""
    own = diagnostic.place
    marks = [Mark(own, "^", "", Part.of(diagnostic.severity))] if is_quotable(own, sources) else []
    elsewhere: dict[str, list[Mark]] = {}
    unseen = []
    for related in diagnostic.related[:_MOST_QUOTED]:
        mark = Mark(related.place, "-", related.message, Part.RELATED)
        if not is_quotable(related.place, sources):
            unseen.append(related)
        elif related.place.path == own.path:
            marks.append(mark)
        else:
            elsewhere.setdefault(related.place.path, []).append(mark)
    if marks:
        yield from quote(sources[own.path], marks, paint)
    for path, others in elsewhere.items():
        yield f"    {paint(printable(str(others[0].place)), Part.PLACE)}:"
        yield from quote(sources[path], others, paint)
    for related in unseen:
        place = paint(printable(str(related.place)), Part.PLACE)
        yield f"    {place}: {printable(related.message)}"
    yield from _named(diagnostic.related[_MOST_QUOTED:], paint)


def _ways(fixes: Iterable[Fix], paint: Paint) -> Iterator[str]:
    """Say what to write instead, and what is written by the command."""
    for fix in fixes:
        written = [edit.new for edit in fix.edits if edit.new not in fix.message]
        told = ": ".join([fix.message, *(f"'{each}'" for each in written)])
        if fix.applicability is Applicability.CERTAIN:
            yield f"    {paint('fix', Part.HELP)}: {printable(told)} (mkdocs-compat fix does this)"
        else:
            yield f"    {paint('or', Part.HELP)}: {printable(told)}"


def _named(rest: Sequence[Related], paint: Paint) -> Iterator[str]:
    """Name the places that are too many to quote."""
    if rest:
        places = ", ".join(printable(str(each.place)) for each in rest[:_MOST_NAMED])
        more = f" and {len(rest) - _MOST_NAMED} more" if len(rest) > _MOST_NAMED else ""
        yield f"    {paint('also', Part.RELATED)}: {places}{more}"
