"""A plan for people: numbered hops, each with all that must be known about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_compat.model.upgrade import Link
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.publishing.reports.escaping import printable
from mkdocs_compat.publishing.reports.paint import Paint, Part, unpainted
from mkdocs_compat.publishing.reports.plan_notes import Note
from mkdocs_compat.publishing.reports.plan_outline import outline
from mkdocs_compat.publishing.reports.planned import Planned

# What is good, what needs care and what forbids have the colours that findings have.
_PARTS = {
    Verdict.COMPATIBLE: Part.GOOD,
    Verdict.PARTIAL: Part.WARNING,
    Verdict.UNTESTED: Part.WARNING,
    Verdict.UNSTATED: Part.INFO,
    Verdict.CONFLICTING: Part.ERROR,
    Verdict.INCOMPATIBLE: Part.ERROR,
}


def write_plan(planned: Planned, paint: Paint = unpainted) -> str:
    """Return a plan as lines of text, without a last line ending.

    Args:
        planned: The plan, or why there is none.
        paint: Colours its parts.
    """
    told = outline(planned)
    title = paint(printable(told.title), Part.PLACE)
    lines = [title, printable(told.summary), *_sections(told.before, paint)]
    for number, hop in enumerate(told.hops, start=1):
        mark = f"{number}. "
        head = paint(printable(mark + hop.text), Part.PLACE)
        lines += ["", head, *_lines(hop.inner, " " * len(mark), paint)]
    return "\n".join([*lines, *_sections(told.after, paint)])


def _sections(notes: Iterable[Note], paint: Paint) -> Iterator[str]:
    for note in notes:
        yield ""
        yield from _lines((note,), "", paint)


def _lines(notes: Iterable[Note], margin: str, paint: Paint) -> Iterator[str]:
    for note in notes:
        mark = paint("[ ]", Part.HELP) + " " if note.is_todo else ""
        verdict = f": {paint(note.verdict.value, _PARTS[note.verdict])}" if note.verdict else ""
        link = f": {printable(_shown(note.link))}" if note.link else ""
        yield f"{margin}{mark}{printable(note.text)}{verdict}{link}"
        yield from _lines(note.inner, f"{margin}  ", paint)


def _shown(link: Link) -> str:
    """Return where a link leads; the address on the site says more to readers than the file."""
    return link.text if link.url is None else link.url
