"""Dates as authors write them: `2019-01-21`, `January 21, 2019`, `21 Jan 2019`, `Jan 2019`."""

from __future__ import annotations

import re
from datetime import date

from mkdocs_compat.reading.plain import plain

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12]\d{3})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}[-/.](?P<month>\d{{1,2}})(?:[-/.](?P<day>\d{{1,2}}))?",
        rf"{_MONTH},?\s+{_DAY},?\s+{_YEAR}",
        rf"{_DAY}\s+{_MONTH},?\s+{_YEAR}",
        rf"{_MONTH},?\s+{_YEAR}",
    )
)
_ASIDE = re.compile(r"^(?:~|≈|ca\.|expected|planned)?\s*|\s*\*+$|\s*\([^()]*\)$", re.IGNORECASE)


def read_date(raw: str) -> str | None:
    """Return a cell's date as `2019-01-21`, or `2019-01` without a day; None where it is none.

    Forms whose order nobody can tell, such as `03/04/2019`, are none.
    """
    text = _ASIDE.sub("", plain(raw)).strip()
    for form in _FORMS:
        match = form.fullmatch(text)
        if match is not None:
            return _written(match)
    return None


def _written(match: re.Match[str]) -> str | None:
    said = match.groupdict()
    name = said["month"].lower()
    month = int(name) if name.isdigit() else _MONTHS.index(name[:3]) + 1
    day = said.get("day")
    try:
        found = date(int(said["year"]), month, int(day or 1))
    except ValueError:
        return None
    return found.isoformat() if day else found.isoformat()[:7]
