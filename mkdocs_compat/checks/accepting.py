"""Takes out the findings that authors accept in front matter, or weighs them as authors say.

Entries that fit no finding are reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from mkdocs_compat.checks.unused_ignore import unused
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.model.site import Ignore, Site
from mkdocs_compat.model.table import Cell, Table
from mkdocs_compat.source import Place


def without_accepted(site: Site, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the findings that no page accepts, and one for each acceptance that fits none.

    Args:
        site: The site.
        found: All findings.
    """
    ignores = {page.source.path: page.ignores for page in site.pages if page.ignores}
    if not ignores:
        return list(found)
    # Of all checks only the names are needed, and only where an author names one.
    from mkdocs_compat.checks.registry import CHECKS  # noqa: PLC0415

    known = tuple(word for check in CHECKS for word in (check.code, check.name))
    tables: dict[str, list[Table]] = {}
    for _, table in site.tables():
        tables.setdefault(table.page, []).append(table)
    kept: list[Diagnostic] = []
    used: set[Ignore] = set()
    for diagnostic in found:
        # What stands in a file that pages include is accepted by the page that was read.
        fitting = [
            ignore
            for path in diagnostic.place.pages or (diagnostic.place.path,)
            for ignore in ignores.get(path, ())
            if _fits(ignore, diagnostic, tables.get(path, []))
        ]
        used.update(fitting)
        said = [ignore.severity for ignore in fitting]
        if None not in said:
            severity = next((each for each in said if each is not None), diagnostic.severity)
            kept.append(replace(diagnostic, severity=severity))
    idle = (ignore for group in ignores.values() for ignore in group if ignore not in used)
    return [*kept, *(unused(ignore, known) for ignore in idle)]


def _fits(ignore: Ignore, diagnostic: Diagnostic, tables: list[Table]) -> bool:
    if ignore.check not in (diagnostic.code, diagnostic.name):
        return False
    if ignore.table is None and ignore.cell is None:
        return True
    return any(
        (ignore.table is None or ignore.table == table.id)
        and (ignore.cell is None or _names_cell(ignore.cell, diagnostic.place, table))
        and _is_inside(table, diagnostic.place)
        for table in tables
    )


def _names_cell(text: str, place: Place, table: Table) -> bool:
    return any(cell.text == text and _covers(cell, place) for cell in table.cells())


def _covers(cell: Cell, place: Place) -> bool:
    where = cell.place
    if where.path != place.path:
        return False
    first, last = (where.line, where.column), (where.end_line, where.end_column)
    return first <= (place.line, place.column) <= last and where.part == place.part


def _is_inside(table: Table, place: Place) -> bool:
    if place.path != table.place.path:
        return False
    if place.part or table.place.part:
        # The page's file holds no such line, so the parts say which table it is.
        return f"{place.part}, ".startswith(f"{table.place.part}, ")
    last = max((row.subject.place.end_line for row in table.rows), default=table.place.line)
    return table.place.line <= place.line <= last


def weighed(found: Iterable[Diagnostic], said: Mapping[str, Severity]) -> list[Diagnostic]:
    """Return findings as severe as a site says.

    Args:
        found: All findings.
        said: Severities by the code or the name of a check.
    """
    return [
        replace(each, severity=said.get(each.code) or said.get(each.name) or each.severity)
        for each in found
    ]
