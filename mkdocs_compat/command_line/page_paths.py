"""Pages as they are named on the command line."""

from __future__ import annotations

from pathlib import Path

from mkdocs_compat.command_line.failing import UnusableInputError
from mkdocs_compat.command_line.site_config import SiteConfig
from mkdocs_compat.source import name_of


def path_of(page: Path, config: SiteConfig) -> str:
    """Return a page's path as messages name it; pages may be named from here or from the docs."""
    for path in (page, config.docs / page, config.root / page):
        if path.is_file():
            resolved = path.resolve()
            docs = config.docs.resolve()
            if not resolved.is_relative_to(docs):
                break
            return name_of(config.docs / resolved.relative_to(docs), config.root)
    raise UnusableInputError(f"{page} is no page of this site, whose pages are in {config.docs}")
