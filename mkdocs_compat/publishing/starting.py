"""What was read of a page, spelt out as front matter that says the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_compat.fixing.front_matter import Key
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.table import Cell, Table
from mkdocs_compat.publishing.reports.escaping import printable
from mkdocs_compat.reading.layout import Layout
from mkdocs_compat.reading.plain import name

# What YAML takes for nothing but text.
_PLAIN = re.compile(r"[A-Za-z_](?:[A-Za-z0-9_./ +()-]*[A-Za-z0-9_./+()-])?")
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})

_LONGEST_REMARK = 90


@dataclass(frozen=True, slots=True)
class Start:
    """Front matter for a page.

    Attributes:
        keys: The keys under `compat:`.
        remarks: What was found, a line each.
    """

    keys: tuple[Key, ...]
    remarks: tuple[str, ...]


def starts(product: Product, tables: Sequence[Table]) -> Iterator[Start]:
    """Yield front matter for the tables of a page, from the most explicit on.

    The reader of a page may understand less when more is said, where tables differ: so whoever
    asks takes the first that says what was read.
    """
    described = _components(product, tables)
    columns = _columns(tables)
    subject = _subject(tables)
    layouts = _tables(product, tables)
    blank = _blank(tables)
    remarks = tuple(_remarks(product, tables))
    every = (subject, described, columns, blank, layouts)
    for left_out in ((), (columns,), (subject, columns), (described, subject, columns), every):
        kept = tuple(key for key in every if key is not None and key not in left_out)
        yield Start(kept, remarks)


def _subject(tables: Sequence[Table]) -> Key | None:
    subjects = {table.subject for table in tables}
    if len(subjects) != 1:
        return None
    lines = ("# The rows are about this component.", f"subject: {_text(subjects.pop())}")
    return Key("subject", lines)


def _components(product: Product, tables: Sequence[Table]) -> Key | None:
    ids = dict.fromkeys(id_ for table in tables for id_ in (table.subject, *table.components))
    inferred = [each for id_ in ids if (each := product.component(id_)).inferred]
    if not inferred:
        return None
    lines = ["# How their versions are read was inferred from the cells.", "components:"]
    lines += [f"  {_component(each)}" for each in inferred]
    return Key("components", tuple(lines))


def _component(component: Component) -> str:
    said = f"{{name: {_text(component.name)}, scheme: {component.scheme.name}}}"
    return f"{_text(component.id)}: {said}"


def _columns(tables: Sequence[Table]) -> Key | None:
    """Return what each header names, where headers name components."""
    found: dict[str, tuple[str, ...]] = {}
    for table in tables:
        if table.layout == Layout.ROWS.value:
            for header in table.headers:
                if header.text:
                    found.setdefault(header.text, header.components)
    if not found:
        return None
    lines = ["# What each header names.", "columns:"]
    for text, ids in found.items():
        listed = ", ".join(map(_text, ids))
        value = _text(ids[0]) if len(ids) == 1 else f"[{listed}]"
        lines.append(f"  {_quoted(text)}: {value}")
    return Key("columns", tuple(lines))


def _blank(tables: Sequence[Table]) -> Key | None:
    is_open = any(
        cell.is_blank for table in tables if table.blank is None for cell in table.cells()
    )
    if not is_open:
        return None
    lines = (
        "# What a blank cell means: unstated, or a verdict such as incompatible.",
        "blank: unstated",
    )
    return Key("blank", lines)


def _tables(product: Product, tables: Sequence[Table]) -> Key | None:
    """Return what must be said of single tables: how those are laid out that are not plain."""
    lines: list[str] = []
    done: set[str] = set()
    for table in tables:
        if table.layout == Layout.ROWS.value or table.id in done:
            continue
        done.add(table.id)
        lines += [f"  {_text(table.id)}:", f"    layout: {table.layout}"]
        if table.layout == Layout.MATRIX.value:
            lines += [f"    {line}" for line in _matrix(product, table)]
    return Key("tables", ("# How they are laid out.", "tables:", *lines)) if lines else None


def _matrix(product: Product, table: Table) -> Iterator[str]:
    across = table.components[0]
    yield f"across: {_text(across)}  # {_remark(product.component(across).name)}"
    marks = {
        name(cell.mark.text): cell.mark.verdict
        for cell in table.cells()
        if cell.mark is not None and cell.mark.text
    }
    known = {text: verdict for text, verdict in marks.items() if verdict is not None}
    if known:
        yield "marks:"
        for text, verdict in known.items():
            yield f"  {_quoted(text)}: {verdict.value}"
    for text in marks.keys() - known.keys():
        yield f"# What does {_remark(text)} mean? Say it under marks."


def _remarks(product: Product, tables: Sequence[Table]) -> Iterator[str]:
    yield "Found by mkdocs-compat init; correct what is not so."
    for table in tables:
        subject = product.component(table.subject).name
        count = f"{len(table.rows)} {'row' if len(table.rows) == 1 else 'rows'}"
        yield _remark(f"Table '{table.title}': {count} about {subject}, read as {table.layout}.")
    yield from dict.fromkeys(_footnotes(tables))


def _footnotes(tables: Sequence[Table]) -> Iterator[str]:
    for table in tables:
        for cell in table.cells():
            explained = (m for m in _marks(cell) if m not in cell.unexplained)
            for mark, note in zip(explained, cell.notes, strict=False):
                yield _remark(f"Footnote {mark}: {note}")
            for mark in cell.unexplained:
                yield _remark(f"Footnote {mark}: nothing on the page explains it.")


def _marks(cell: Cell) -> Iterator[str]:
    for mark in cell.notation.marks:
        yield mark.text


def _remark(text: str) -> str:
    line = " ".join(printable(text).split())
    return line if len(line) <= _LONGEST_REMARK else line[: _LONGEST_REMARK - 1] + "…"


def _text(text: str) -> str:
    is_plain = _PLAIN.fullmatch(text) and text.lower() not in _WORDS
    return text if is_plain else _quoted(text)


def _quoted(text: str) -> str:
    """Return a text in quotation marks; JSON's are YAML's too."""
    return json.dumps(text, ensure_ascii=not text.isprintable())
