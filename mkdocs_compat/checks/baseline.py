"""The baseline: a file of findings that are accepted as they are, so that only new ones count.

A finding is known again by its code, its page and what it is about, so it stays accepted when its
line moves. Two entries that are the same accept two findings that are the same but for their lines.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from mkdocs_compat.checks import stale_baseline, unused_ignore
from mkdocs_compat.diagnostics import Diagnostic
from mkdocs_compat.errors import ConfigurationError
from mkdocs_compat.source import Place, SourceText

DEFAULT_NAME = ".mkdocs-compat-baseline.json"
"""The baseline's file where nothing else is said, beside the site's configuration."""

FORMAT_VERSION = 1

# Whether an acceptance still accepts something cannot itself be accepted.
_NEVER_ACCEPTED = frozenset({unused_ignore.CHECK.code, stale_baseline.CHECK.code})

_LIST = re.compile(r'"findings"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")
_AGAIN = "run 'mkdocs-compat baseline' to write it anew"


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding that is accepted.

    Attributes:
        page: The page that it is on, as messages name it.
        code: Its code.
        about: What it is about.
        reason: Why it is accepted, where somebody wrote that down.
        place: Where the baseline says so.
    """

    page: str
    code: str
    about: str
    reason: str | None
    place: Place

    @property
    def key(self) -> tuple[str, str, str]:
        """What a finding must equal to be this one; also the order of entries."""
        return self.page, self.code, self.about


@dataclass(frozen=True, slots=True)
class Baseline:
    """A baseline that was read.

    Attributes:
        source: Its text.
        entries: What it accepts.
    """

    source: SourceText
    entries: tuple[Entry, ...]

    def only(self, pages: Collection[str]) -> Baseline:
        """Return what it says about some pages."""
        kept = tuple(entry for entry in self.entries if entry.page in pages)
        return Baseline(self.source, kept)


def read_baseline(source: SourceText) -> Baseline:
    """Read a baseline.

    Raises:
        ConfigurationError: It does not have its form.
    """
    try:
        values = json.loads(source.text)
    except json.JSONDecodeError as error:
        raise ConfigurationError(
            f"{source.path}:{error.lineno}:{error.colno}: the baseline is not readable JSON: "
            f"{error.msg}; {_AGAIN}"
        ) from error
    except (ValueError, RecursionError) as error:
        raise ConfigurationError(f"{source.path} is not a baseline; {_AGAIN}") from error
    if not isinstance(values, dict) or not isinstance(values.get("findings"), list):
        raise ConfigurationError(
            f"{source.path} is not a baseline: expected an object with a list of 'findings'; "
            f"{_AGAIN}"
        )
    if unknown := sorted(values.keys() - {"version", "findings"}):
        raise ConfigurationError(f"{source.path}: a baseline has no {unknown[0]!r}; {_AGAIN}")
    if values.get("version") != FORMAT_VERSION:
        raise ConfigurationError(
            f"{source.path}: the baseline has version {values.get('version')!r}, expected "
            f"{FORMAT_VERSION}; {_AGAIN}"
        )
    return Baseline(source, tuple(_entries(source)))


def key_of(finding: Diagnostic) -> tuple[str, str, str]:
    """Return what an entry must equal to accept a finding."""
    return finding.place.path, finding.code, finding.about


def can_be_accepted(finding: Diagnostic) -> bool:
    """Tell whether a baseline may accept a finding."""
    return finding.code not in _NEVER_ACCEPTED


def without_baseline(found: Iterable[Diagnostic], baseline: Baseline) -> list[Diagnostic]:
    """Return the findings that a baseline does not accept, and one for each idle entry."""
    left: dict[tuple[str, str, str], deque[Entry]] = {}
    for entry in baseline.entries:
        left.setdefault(entry.key, deque()).append(entry)
    kept = []
    for finding in found:
        fitting = left.get(key_of(finding))
        if fitting and can_be_accepted(finding):
            fitting.popleft()
        else:
            kept.append(finding)
    return [*kept, *(_stale(entry) for entries in left.values() for entry in entries)]


def _stale(entry: Entry) -> Diagnostic:
    return stale_baseline.stale(entry.code, entry.page, entry.about, entry.place)


def _entries(source: SourceText) -> Iterator[Entry]:
    """Yield the entries of a text that is known to hold a list of them, with their places."""
    decoder = json.JSONDecoder()
    found = _LIST.search(source.text)
    end = found.end() if found else len(source.text)
    while True:
        between = _BETWEEN.match(source.text, end)
        start = between.end() if between else end
        if source.text[start : start + 1] in ("]", ""):
            return
        value, end = decoder.raw_decode(source.text, start)
        yield _entry(value, source.place(start, end))


def _entry(value: Any, place: Place) -> Entry:
    if not isinstance(value, dict):
        raise ConfigurationError(f"{place}: expected an object with 'page', 'code' and 'about'")
    for key in ("page", "code", "about"):
        if not isinstance(value.get(key), str):
            raise ConfigurationError(f"{place}: this entry of the baseline has no text '{key}'")
    reason = value.get("reason")
    if reason is not None and not isinstance(reason, str):
        raise ConfigurationError(f"{place}: the 'reason' of this entry is no text")
    return Entry(value["page"], value["code"], value["about"], reason, place)
