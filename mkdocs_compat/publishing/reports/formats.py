"""The forms in which findings are reported, by the names that the command line gives them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from types import MappingProxyType

from mkdocs_compat.publishing.reports.report import Report

# The writers, by their modules; each is loaded when it is used.
_WRITERS = {
    "text": ("text", "write_report"),
    "json": ("json_report", "write_json"),
    "github": ("github", "write_github"),
    "gitlab": ("gitlab", "write_gitlab"),
    "sarif": ("sarif", "write_sarif"),
    "junit": ("junit", "write_junit"),
}


def _write(name: str, report: Report) -> str:
    module, writer = _WRITERS[name]
    return str(getattr(import_module(f"mkdocs_compat.publishing.reports.{module}"), writer)(report))


FORMATS: Mapping[str, Callable[[Report], str]] = MappingProxyType(
    {name: partial(_write, name) for name in _WRITERS}
)
"""The writers of all forms; each returns a text without a last line ending."""
