"""Reads the pages of a site from its folder, in the order and with the addresses of its build."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import quote

import pathspec

from mkdocs_compat.analysis import (
    Analysis,
    SharedData,
    analyze,
    open_page,
    open_shared_data,
)
from mkdocs_compat.command_line.converting import Converter
from mkdocs_compat.command_line.site_config import SiteConfig
from mkdocs_compat.errors import ConfigurationError
from mkdocs_compat.reading.drafts import DraftPage
from mkdocs_compat.reading.links import SitePages
from mkdocs_compat.source import SourceText, name_of

_SUFFIXES = (".markdown", ".mdown", ".mkdn", ".mkd", ".md")

# MkDocs builds no hidden files, and no templates at the top.
_ALWAYS_EXCLUDED = (".*", "/templates/")


def analyze_site(config: SiteConfig) -> Analysis:
    """Read all pages of a site and check them.

    Raises:
        ConfigurationError: A file cannot be read, or an extension cannot be loaded.
    """
    shared = _shared(config)
    paths = list(_page_paths(config))
    return analyze(list(_drafts(paths, config, shared)), shared, _site_pages(paths, config))


def analyze_page(path: Path, config: SiteConfig) -> Analysis:
    """Read one page by itself, with the definitions that the site's pages share.

    Raises:
        ConfigurationError: A file cannot be read, or an extension cannot be loaded.
    """
    shared = _shared(config)
    docs = config.docs if path.is_relative_to(config.docs) else path.parent
    url = _url(path.relative_to(docs), directory_urls=config.directory_urls)
    page = open_page(_source(path, config), url, shared)
    draft = Converter(config).draft(page, path.parent) if page else None
    paths = list(_page_paths(config)) if docs == config.docs else []
    return analyze([draft] if draft else [], shared, _site_pages(paths, config))


def _shared(config: SiteConfig) -> SharedData:
    try:
        return open_shared_data([_source(path, config) for path in config.data])
    except ConfigurationError as error:
        raise ConfigurationError(f"{error} (the option 'data' of compat names it)") from error


def _site_pages(paths: Iterable[Path], config: SiteConfig) -> SitePages:
    """Return where each page of the site is, by the path that messages name it by."""
    urls = {
        name_of(path, config.root): _url(
            path.relative_to(config.docs), directory_urls=config.directory_urls
        )
        for path in paths
    }
    return SitePages(urls, name_of(config.docs, config.root))


def _drafts(paths: Iterable[Path], config: SiteConfig, shared: SharedData) -> Iterator[DraftPage]:
    converter = Converter(config)
    for path in paths:
        if name_of(path, config.root) not in config.texts and not _may_take_part(path):
            continue
        url = _url(path.relative_to(config.docs), directory_urls=config.directory_urls)
        page = open_page(_source(path, config), url, shared)
        draft = converter.draft(page, path.parent) if page else None
        if draft is not None:
            yield draft


def _page_paths(config: SiteConfig) -> Iterator[Path]:
    patterns = [*_ALWAYS_EXCLUDED, *config.excluded.splitlines()]
    try:
        excluded = pathspec.GitIgnoreSpec.from_lines(patterns)
    except ValueError as error:
        raise ConfigurationError(f"'exclude_docs' or 'draft_docs': {error}") from error
    for folder, folders, names in os.walk(config.docs, followlinks=True):
        folders.sort()
        # Of two files for one page, such as README.md and index.md, the later one is built.
        built: dict[str, Path] = {}
        for name in sorted(names, key=lambda name: (not _is_index(name), name)):
            path = Path(folder, name)
            if name.lower().endswith(_SUFFIXES) and not excluded.match_file(
                path.relative_to(config.docs).as_posix()
            ):
                built["index" if _is_index(name) else path.stem] = path
        yield from built.values()


def _is_index(name: str) -> bool:
    return PurePosixPath(name).stem in ("index", "README")


def _may_take_part(path: Path) -> bool:
    """Tell whether a file has front matter that could name us, without reading all of it."""
    try:
        with path.open("rb") as file:
            start = file.read(6)
            return start.removeprefix(b"\xef\xbb\xbf").startswith(b"---") and (
                b"compat" in start + file.read()
            )
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read: {error.strerror}") from error


def _source(path: Path, config: SiteConfig) -> SourceText:
    name = name_of(path, config.root)
    if name in config.texts:
        return SourceText(name, config.texts[name])
    try:
        return SourceText(name, path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(
            f"{path} is not UTF-8 text (byte {error.start + 1}); save it as UTF-8"
        ) from error
    except ValueError as error:
        raise ConfigurationError(f"{str(path)!r} is no path: {error}") from error


def _url(path: Path, *, directory_urls: bool) -> str:
    parent = path.parent.as_posix()
    folder = "" if parent == "." else f"{parent}/"
    if _is_index(path.name):
        return quote(folder if directory_urls else f"{folder}index.html")
    return quote(f"{folder}{path.stem}/" if directory_urls else f"{folder}{path.stem}.html")
