"""Changes of files as a unified diff, which `git apply` and `patch -p1` read."""

from __future__ import annotations

import difflib

_NO_LAST_ENDING = "\\ No newline at end of file\n"


def write_file_diff(path: str, before: str, after: str) -> str:
    """Return the unified diff of one file; empty where nothing changed."""
    return "".join(
        line if line.endswith("\n") else f"{line}\n{_NO_LAST_ENDING}"
        for line in difflib.unified_diff(
            _lines(before), _lines(after), f"a/{path}", f"b/{path}", lineterm="\n"
        )
    )


def _lines(text: str) -> list[str]:
    """Divide a text at line feeds alone, as the readers of a diff do."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + [line for line in lines[-1:] if line]
