"""The file of a site's baseline, as builds and the command line find and read it."""

from __future__ import annotations

from pathlib import Path

from mkdocs_compat.checks.baseline import DEFAULT_NAME, Baseline, read_baseline
from mkdocs_compat.errors import ConfigurationError
from mkdocs_compat.source import SourceText, name_of


def find_baseline(path: Path, root: Path, *, is_named: bool = False) -> Baseline | None:
    """Read a baseline; return None where there is none and nobody says that there is.

    Args:
        path: The file.
        root: Folder of the site's configuration.
        is_named: Whether somebody asked for this file, though it has the name that it would have
            anyway.

    Raises:
        ConfigurationError: It cannot be read, or is missing and should be there.
    """
    if path.exists():
        return open_baseline(path, root)
    if is_named or path.name != DEFAULT_NAME:
        raise ConfigurationError(
            f"there is no baseline {name_of(path, root)}; write it with 'mkdocs-compat baseline', "
            "or take the option 'baseline' out"
        )
    return None


def open_baseline(path: Path, root: Path) -> Baseline:
    """Read a baseline that is there.

    Raises:
        ConfigurationError: It cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path} is not UTF-8 text; save it as UTF-8") from error
    return read_baseline(SourceText(name_of(path, root), text))
