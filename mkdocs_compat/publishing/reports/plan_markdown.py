"""A plan as a checklist in Markdown, for a ticket."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_compat.model.upgrade import Link
from mkdocs_compat.publishing.reports.escaping import escaped, link_target
from mkdocs_compat.publishing.reports.plan_notes import Note
from mkdocs_compat.publishing.reports.plan_outline import outline
from mkdocs_compat.publishing.reports.planned import Planned

_WEB = ("http://", "https://")


def write_plan_markdown(planned: Planned) -> str:
    """Return a plan as Markdown, without a last line ending."""
    told = outline(planned)
    blocks = [f"## {escaped(told.title)}", escaped(told.summary), _list(told.before)]
    # Without words between them, two lists would be one.
    hops = ["Hops:", ""] if told.before and told.hops else []
    for number, hop in enumerate(told.hops, start=1):
        hops += [f"- [ ] **{number}. {escaped(hop.text)}**", *_items(hop.inner, "  ")]
    return "\n\n".join(filter(None, [*blocks, "\n".join(hops), _list(told.after)]))


def _list(notes: Iterable[Note]) -> str:
    """Return notes as paragraphs with a list below each."""
    blocks: list[str] = []
    for note in notes:
        blocks += [_line(note), "\n".join(_items(note.inner, ""))]
    return "\n\n".join(filter(None, blocks))


def _items(notes: Iterable[Note], margin: str) -> Iterator[str]:
    for note in notes:
        mark = "[ ] " if note.is_todo else ""
        yield f"{margin}- {mark}{_line(note)}"
        yield from _items(note.inner, f"{margin}  ")


def _line(note: Note) -> str:
    verdict = f": **{note.verdict.value}**" if note.verdict else ""
    link = f": {_link(note.link)}" if note.link else ""
    return f"{escaped(note.text)}{verdict}{link}"


def _link(link: Link) -> str:
    """Return a link; an address within the site leads nowhere from a ticket."""
    if link.url is not None and link.url.lower().startswith(_WEB):
        return f"[{escaped(link.text)}]({link_target(link.url)})"
    return escaped(link.text)
