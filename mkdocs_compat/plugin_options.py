"""The plugin's options in `mkdocs.yml`."""

from __future__ import annotations

from mkdocs.config import base
from mkdocs.config import config_options as c


class CompatOptions(base.Config):
    """Options of the `compat` plugin."""

    data = c.ListOfItems(c.File(exists=True), default=[])
    """Files of definitions that several pages share, relative to `mkdocs.yml`."""

    strict = c.Type(bool, default=False)
    """Whether errors and warnings stop the build, even where MkDocs hides its warnings (`-q`)."""

    checker = c.Type(bool, default=True)
    """Whether a checker stands above the first compatibility table of a page that places none."""
