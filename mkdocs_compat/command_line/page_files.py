"""Finds the files of a site's pages, in the order and with the addresses of its build.

A site has many more pages than take part, so paths are plain text here.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import quote

from mkdocs_compat.command_line.site_config import SiteConfig
from mkdocs_compat.errors import ConfigurationError
from mkdocs_compat.source import name_of

_SUFFIXES = (".markdown", ".mdown", ".mkdn", ".mkd", ".md")

# MkDocs builds no hidden files, and no templates at the top.
_ALWAYS_EXCLUDED = (".*", "/templates/")


class PageFile(NamedTuple):
    """The file of a page.

    Attributes:
        path: Where it is.
        name: How messages name it.
        url: The page's address relative to the site's root.
    """

    path: str
    name: str
    url: str


def page_files(config: SiteConfig) -> Iterator[PageFile]:
    """Yield the files of a site's pages.

    Raises:
        ConfigurationError: The patterns of files that are not built cannot be read.
    """
    is_excluded = _excluded(config)
    docs = str(config.docs)
    named = name_of(config.docs, config.root)
    prefix = "" if named == "." else f"{named}/"
    for folder, folders, names in os.walk(docs, followlinks=True):
        folders.sort()
        inside = folder[len(docs) :].replace(os.sep, "/").strip("/")
        inside = f"{inside}/" if inside else ""
        # Of two files for one page, such as README.md and index.md, the later one is built.
        built: dict[str, str] = {}
        for name in sorted(names, key=lambda name: (not _is_index(name), name)):
            if name.lower().endswith(_SUFFIXES) and not is_excluded(inside + name):
                built["index" if _is_index(name) else _stem(name)] = name
        for name in built.values():
            path = inside + name
            url = url_of(path, directory_urls=config.directory_urls)
            yield PageFile(os.path.join(folder, name), prefix + path, url)  # noqa: PTH118 - as fast


def url_of(path: str, *, directory_urls: bool) -> str:
    """Return the address of a page by its path in the folder of the pages."""
    folder, slash, name = path.rpartition("/")
    if _is_index(name):
        return quote(folder + slash if directory_urls else f"{folder}{slash}index.html")
    page = f"{folder}{slash}{_stem(name)}"
    return quote(f"{page}/" if directory_urls else f"{page}.html")


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name


def _is_index(name: str) -> bool:
    return _stem(name) in ("index", "README")


def _excluded(config: SiteConfig) -> Callable[[str], bool]:
    """Return what tells whether a file is not built."""
    if not config.excluded.strip():
        return _is_always_excluded
    # Most sites do without, and it takes long to load.
    import pathspec  # noqa: PLC0415

    try:
        patterns = [*_ALWAYS_EXCLUDED, *config.excluded.splitlines()]
        return pathspec.GitIgnoreSpec.from_lines(patterns).match_file
    except ValueError as error:
        raise ConfigurationError(f"'exclude_docs' or 'draft_docs': {error}") from error


def _is_always_excluded(path: str) -> bool:
    """Do what the patterns do that hold for every site."""
    return path.startswith((".", "templates/")) or "/." in path
