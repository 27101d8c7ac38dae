"""A plan for people: numbered hops, each with all that must be known about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_compat.model.upgrade import Link
from mkdocs_compat.publishing.reports.escaping import printable
from mkdocs_compat.publishing.reports.plan_notes import Note
from mkdocs_compat.publishing.reports.plan_outline import outline
from mkdocs_compat.publishing.reports.planned import Planned


def write_plan(planned: Planned) -> str:
    """Return a plan as lines of text, without a last line ending."""
    told = outline(planned)
    lines = [told.title, told.summary, *_sections(told.before)]
    for number, hop in enumerate(told.hops, start=1):
        mark = f"{number}. "
        lines += ["", mark + hop.text, *_lines(hop.inner, " " * len(mark))]
    return "\n".join(map(printable, [*lines, *_sections(told.after)]))


def _sections(notes: Iterable[Note]) -> Iterator[str]:
    for note in notes:
        yield ""
        yield from _lines((note,), "")


def _lines(notes: Iterable[Note], margin: str) -> Iterator[str]:
    for note in notes:
        mark = "[ ] " if note.is_todo else ""
        verdict = f": {note.verdict.value}" if note.verdict else ""
        link = f": {_shown(note.link)}" if note.link else ""
        yield f"{margin}{mark}{note.text}{verdict}{link}"
        yield from _lines(note.inner, f"{margin}  ")


def _shown(link: Link) -> str:
    return link.text if link.url in (None, link.text) else f"{link.text} ({link.url})"
