"""How a repository names the folder of a site, for reports that CI systems read at its root."""

from __future__ import annotations

from pathlib import Path

from mkdocs_compat.source import name_of


def folder_in_repository(root: Path) -> str:
    """Return a folder's path from the root of its repository; from here where there is none."""
    top = next((each for each in (root, *root.parents) if (each / ".git").exists()), Path())
    try:
        name = name_of(root, top)
    except FileNotFoundError:
        return ""  # the current folder was deleted
    return "" if name == "." else name
