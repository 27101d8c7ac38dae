"""The plugin's options in `mkdocs.yml`."""

from __future__ import annotations

from mkdocs.config import base
from mkdocs.config import config_options as c


class _Files(c.ListOfItems[str]):
    """A list of files that exist; a single one may stand alone."""

    def __init__(self) -> None:
        super().__init__(c.File(exists=True), default=[])

    def run_validation(self, value: object) -> list[str]:
        return super().run_validation([value] if isinstance(value, str) else value)


class CompatOptions(base.Config):  # type: ignore[no-untyped-call]
    """Options of the `compat` plugin."""

    # The underscore keeps it apart from an attribute of Config; MkDocs takes it off the name.
    data_ = _Files()
    """`data`: files of definitions that several pages share, relative to `mkdocs.yml`."""

    strict = c.Type(bool, default=False)
    """Whether errors and warnings stop the build, even where MkDocs hides its warnings (`-q`)."""

    checker = c.Type(bool, default=True)
    """Whether a checker stands above the first compatibility table of a page that places none."""
