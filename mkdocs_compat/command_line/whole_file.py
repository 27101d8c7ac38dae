"""Files that a command makes: their reader finds the old text or the new one, never half of it."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from mkdocs_compat.errors import ConfigurationError

_NEW_FILE = 0o666


def write_whole(path: Path, text: str) -> None:
    """Write a file in one go, as UTF-8 with line feeds.

    Raises:
        ConfigurationError: It cannot be written.
    """
    try:
        if path.is_relative_to("/dev") or (path.exists() and not path.is_file()):
            # A pipe or a terminal cannot be replaced; a folder says so itself.
            path.write_text(text, encoding="utf-8", errors="replace", newline="\n")
            return
        _replace(path.resolve(), text.encode(errors="replace"))
    except (OSError, ValueError, RuntimeError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise ConfigurationError(f"{path} cannot be written: {reason or error}") from error


def _replace(target: Path, content: bytes) -> None:
    mode = target.stat().st_mode & 0o7777 if target.exists() else _NEW_FILE & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _umask() -> int:
    # There is no way to ask but to set it.
    mask = os.umask(0)
    os.umask(mask)
    return mask
