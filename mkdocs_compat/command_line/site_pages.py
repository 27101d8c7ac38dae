"""Reads the pages of a site from its folder, as its build does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from mkdocs_compat.analysis import (
    Analysis,
    OpenedPage,
    SharedData,
    analyze,
    open_page,
    open_shared_data,
)
from mkdocs_compat.command_line.converting import Converter
from mkdocs_compat.command_line.extension_options import options_of
from mkdocs_compat.command_line.page_files import PageFile, page_files, url_of
from mkdocs_compat.command_line.site_config import SiteConfig
from mkdocs_compat.errors import ConfigurationError
from mkdocs_compat.reading.drafts import DraftPage
from mkdocs_compat.reading.included import SNIPPETS, IncludedText
from mkdocs_compat.reading.links import SitePages
from mkdocs_compat.source import SourceText, name_of


def analyze_site(config: SiteConfig) -> Analysis:
    """Read all pages of a site and check them.

    Raises:
        ConfigurationError: A file cannot be read, or an extension cannot be loaded.
    """
    shared = _shared(config)
    files = list(page_files(config))
    drafts, pages = list(_drafts(files, config, shared)), _site_pages(files, config)
    return analyze(drafts, shared, pages, config.severities)


def analyze_page(path: Path, config: SiteConfig) -> Analysis:
    """Read one page by itself, with the definitions that the site's pages share.

    Raises:
        ConfigurationError: A file cannot be read, or an extension cannot be loaded.
    """
    shared = _shared(config)
    docs = config.docs if path.is_relative_to(config.docs) else path.parent
    url = url_of(path.relative_to(docs).as_posix(), directory_urls=config.directory_urls)
    page = _opened(path, name_of(path, config.root), url, config, shared)
    draft = Converter(config).draft(page, path.parent) if page else None
    files = page_files(config) if docs == config.docs else ()
    drafts = [draft] if draft else []
    return analyze(drafts, shared, _site_pages(files, config), config.severities)


def _shared(config: SiteConfig) -> SharedData:
    try:
        return open_shared_data(
            [_source(path, name_of(path, config.root), config) for path in config.data]
        )
    except ConfigurationError as error:
        raise ConfigurationError(f"{error} (the option 'data' of compat names it)") from error


def _site_pages(files: Iterable[PageFile], config: SiteConfig) -> SitePages:
    """Return where each page of the site is, by the path that messages name it by."""
    urls = {file.name: file.url for file in files}
    return SitePages(urls, name_of(config.docs, config.root))


def _drafts(
    files: Iterable[PageFile], config: SiteConfig, shared: SharedData
) -> Iterator[DraftPage]:
    converter = Converter(config)
    for file in files:
        if file.name not in config.texts and not _may_take_part(file.path):
            continue
        path = Path(file.path)
        page = _opened(path, file.name, file.url, config, shared)
        draft = converter.draft(page, path.parent) if page else None
        if draft is not None:
            yield draft


def _opened(
    path: Path, name: str, url: str, config: SiteConfig, shared: SharedData
) -> OpenedPage | None:
    source = _source(path, name, config)
    return open_page(source, url, shared, partial(_included, source, path.parent, config))


def _included(page: SourceText, here: Path, config: SiteConfig) -> Sequence[IncludedText]:
    """Return what a page includes in ways that are seen without a build."""
    # Few pages show tables that are not in their own file.
    from mkdocs_compat.included_files import IncludedFiles, SnippetWay  # noqa: PLC0415

    options = options_of(SNIPPETS, config, here)
    ways = [SnippetWay.of(options)] if SNIPPETS in config.extensions else []
    return IncludedFiles(ways, config.root, config.docs, config.texts).of(page, here)


def _may_take_part(path: str) -> bool:
    """Tell whether a file has front matter that could name us, without reading all of it."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - most files are none of ours
            start = file.read(6)
            return start.removeprefix(b"\xef\xbb\xbf").startswith(b"---") and (
                b"compat" in start + file.read()
            )
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read: {error.strerror}") from error


def _source(path: Path, name: str, config: SiteConfig) -> SourceText:
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
