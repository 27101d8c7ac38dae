"""The options of a site's Markdown extensions, as they hold for a page."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs_compat.command_line.config_tags import resolved
from mkdocs_compat.command_line.site_config import SiteConfig
from mkdocs_compat.reading.included import SNIPPETS


def options_of(
    extension: str, config: SiteConfig, here: Path, *, mended: bool = False
) -> Mapping[str, Any]:
    """Return the options of an extension.

    Args:
        extension: Its name.
        config: The site's configuration.
        here: The folder of the page at hand.
        mended: Whether it is to find files as they would be mended.
    """
    folders = {"$docs_dir": config.docs, "$config_dir": config.root, "": here}
    options: dict[str, Any] = resolved(config.extensions.get(extension, {}), folders)
    if extension == SNIPPETS and (config.folder is not None or config.mended is not None):
        # Most runs neither mend nor read another revision.
        from mkdocs_compat.command_line.moved_snippets import moved  # noqa: PLC0415

        return moved(options, config.folder, config.mended if mended else None)
    return options
