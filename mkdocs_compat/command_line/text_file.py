"""Files of authors, read and written so that nothing changes but what is meant to."""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs_compat.errors import ConfigurationError

_BOM = "\ufeff"
_LINE_ENDING = re.compile(r"\r\n|\r")


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file's text as it stands in the file.

    Attributes:
        path: The file.
        text: Its text with its own line endings, without a byte order mark.
        has_mark: Whether it begins with one.
        read: What was read from the disk.
    """

    path: Path
    text: str
    has_mark: bool
    read: bytes

    @property
    def lines(self) -> str:
        """The text as it is analysed: with line feeds."""
        return _LINE_ENDING.sub("\n", self.text)

    @property
    def whole(self) -> str:
        """The text with its byte order mark, if it has one."""
        return _BOM + self.text if self.has_mark else self.text

    @property
    def before(self) -> str:
        """What stands in the file."""
        return self.read.decode("utf-8")

    @property
    def has_changed(self) -> bool:
        """Whether the text is another one than that of the file."""
        return self.whole != self.before

    def with_text(self, text: str) -> TextFile:
        """Return the same file with another text."""
        return replace(self, text=text)

    def write(self) -> None:
        """Write the text in one go: whoever reads the file finds the old text or the new one.

        Raises:
            ConfigurationError: It cannot be written, or somebody else changed the file meanwhile.
        """
        path = self.path.resolve()
        try:
            if path.read_bytes() != self.read:
                raise ConfigurationError(f"{self.path} was changed meanwhile; run this again")
            mode = path.stat().st_mode
            handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(self.whole.encode())
                    file.flush()
                    os.fsync(file.fileno())
                Path(name).chmod(mode & 0o7777)
                Path(name).replace(path)
            except BaseException:
                with suppress(OSError):
                    Path(name).unlink()
                raise
        except OSError as error:
            raise ConfigurationError(f"{self.path} cannot be written: {error.strerror}") from error


def read_text_file(path: Path) -> TextFile:
    """Read a file.

    Raises:
        ConfigurationError: It cannot be read, or is not UTF-8.
    """
    try:
        read = path.read_bytes()
        text = read.decode("utf-8")
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(
            f"{path} is not UTF-8 text (byte {error.start + 1}); save it as UTF-8"
        ) from error
    return TextFile(path, text.removeprefix(_BOM), text.startswith(_BOM), read)
