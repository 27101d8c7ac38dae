"""The MkDocs plugin: collects while pages are read, and fills them when the model is complete."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url

from mkdocs_compat.analysis import (
    Analysis,
    SharedData,
    analyze,
    may_take_part,
    open_page,
    open_shared_data,
)
from mkdocs_compat.baseline_file import find_baseline
from mkdocs_compat.diagnostics import Severity
from mkdocs_compat.errors import ConfigurationError
from mkdocs_compat.markdown_extension import CompatExtension
from mkdocs_compat.plugin_options import CompatOptions
from mkdocs_compat.publishing.elements import PageContext, environment, fill
from mkdocs_compat.publishing.guide_book import GuideBook
from mkdocs_compat.publishing.line_pages import LineLinks
from mkdocs_compat.publishing.payload import site_json
from mkdocs_compat.publishing.reports.text import write_finding, write_summary
from mkdocs_compat.reading.links import SitePages
from mkdocs_compat.resources import templates_folder
from mkdocs_compat.source import SourceText, name_of

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from mkdocs_compat.checks.baseline import Baseline
    from mkdocs_compat.reading.drafts import DraftPage
    from mkdocs_compat.reading.included import IncludedText

# A logger below this name counts under `--strict`; no prefix, so that a finding reads the same here
# and on the command line.
log = logging.getLogger("mkdocs.plugins.compat")

SCRIPT = "assets/mkdocs-compat/compat.js"
STYLE = "assets/mkdocs-compat/compat.css"
MODEL = "compat.json"

_LEVELS = {
    Severity.ERROR: logging.ERROR,
    Severity.WARNING: logging.WARNING,
    Severity.INFO: logging.INFO,
}


# MkDocs leaves the making of its classes untyped.
class CompatPlugin(BasePlugin[CompatOptions]):  # type: ignore[no-untyped-call]
    """Adapts the analysis to MkDocs' events; every event may come again for the next language."""

    def __init__(self) -> None:
        """Begin with no pages."""
        super().__init__()
        self._extension = CompatExtension()
        self._shared = SharedData()
        self._baseline: Baseline | None = None
        self._drafts: dict[str, DraftPage] = {}
        self._nav: Navigation | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the extension, the templates and the assets; read the shared data."""
        self._drafts = {}
        self._extension.page = None
        self._extension.place_checker = self.config.checker
        extensions: list[object] = config.markdown_extensions  # type: ignore[assignment]
        if self._extension not in extensions:
            # MkDocs lists names; Python-Markdown takes instances as well.
            extensions.append(self._extension)
        folder = str(templates_folder())
        if folder not in config.theme.dirs:
            # Behind the theme and its custom_dir, so that overrides win.
            config.theme.dirs.append(folder)
        if STYLE not in config.extra_css:
            # In front, so that the author's own styles win.
            config.extra_css.insert(0, STYLE)
        if SCRIPT not in map(str, config.extra_javascript):
            script = ExtraScriptValue(SCRIPT)
            script.defer = True
            config.extra_javascript.append(script)
        config.watch.extend(path for path in self.config.data_ if path not in config.watch)
        self._shared = open_shared_data(_source(Path(path), config) for path in self.config.data_)
        self._baseline = self._read_baseline(config)
        return config

    # Late, so that it is the navigation that other plugins have made.
    @event_priority(-100)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Keep the navigation, for the pages that are added to it."""
        self._nav = nav

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> None:
        """Open the page; its tables are read while Markdown converts it."""
        self._extension.draft = self._extension.page = None
        text = page.file.content_string
        if may_take_part(text):
            source = SourceText(_path_of(page.file, config), text)
            including = partial(_included, source, page.file, config)
            self._extension.page = open_page(source, page.url, self._shared, including)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Keep what was read of the page."""
        draft = self._extension.take_draft()
        if draft is not None:
            self._drafts[page.file.src_uri] = draft

    # Early, so that what other plugins do to complete pages in this event sees the elements.
    @event_priority(50)
    def on_env(
        self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Complete the model, report what it is worth, and fill the pages."""
        drafts, pages = tuple(self._drafts.values()), _site_pages(files, config)
        analysis = analyze(drafts, self._shared, pages, self.config.severity)
        self._report(self._less_accepted(analysis, config, files))
        if self._drafts:
            self._fill_pages(analysis, env, config, files)
            self._publish(MODEL, site_json(analysis.site), config, files)
        return env

    def _read_baseline(self, config: MkDocsConfig) -> Baseline | None:
        path = _root(config) / self.config.baseline
        try:
            found = find_baseline(path, _root(config))
        except ConfigurationError as error:
            raise PluginError(str(error)) from error
        if found is not None and str(path) not in config.watch:
            config.watch.append(str(path))
        return found

    def _less_accepted(self, analysis: Analysis, config: MkDocsConfig, files: Files) -> Analysis:
        """Return the analysis without what the baseline accepts."""
        if self._baseline is None:
            return analysis
        built = {_path_of(file, config) for file in files.documentation_pages()}
        # A page that is there and not in this build is one of another language.
        pages = {
            entry.page
            for entry in self._baseline.entries
            if entry.page in built
            or entry.page in analysis.sources
            or not (_root(config) / entry.page).exists()
        }
        less = analysis.against(self._baseline.only(pages))
        if less.accepted:
            log.info("%s: %s accepted", self._baseline.source.path, less.accepted)
        return less

    def _report(self, analysis: Analysis) -> None:
        stops = self.config.strict and bool(analysis.failures)
        texts = []
        for finding in analysis.diagnostics:
            level = _LEVELS[finding.severity]
            if stops and finding.severity is not Severity.INFO:
                texts.append(write_finding(finding, analysis.sources))
            elif log.isEnabledFor(level):
                log.log(level, write_finding(finding, analysis.sources))
        if stops:
            texts.append(f"{write_summary(analysis.failures)} The option 'strict' stops the build.")
            raise PluginError("\n".join(texts))

    def _fill_pages(
        self, analysis: Analysis, env: jinja2.Environment, config: MkDocsConfig, files: Files
    ) -> None:
        if env.loader is None:
            return
        templates = environment(env.loader)
        products = {product.id: product for product in analysis.site.products}
        pages = dict(self._pages(files))
        book = GuideBook()
        lines = LineLinks()
        if self.config.upgrade_pages is not None:
            # Few sites have such pages, and making them takes all that plans.
            from mkdocs_compat.plugin_pages import UpgradePages, homes_of  # noqa: PLC0415

            adding = UpgradePages(self.config.upgrade_pages, config, files, self._nav)
            read = zip(map(pages.get, self._drafts), analysis.site.pages, strict=True)
            lines = adding.add(analysis.site, homes_of(read), book, env.loader)
            for problem in adding.problems:
                log.warning(problem)
            if lines.is_empty:
                log.info("upgrade_pages: nothing is said of upgrading, so there are no pages")
        for uri, page in pages.items():
            context = PageContext(
                product=products[self._drafts[uri].settings.product or ""],
                products=products,
                link=partial(_link, page=page),
                variables={"page": page, "config": config},
                book=book,
                lines=lines,
            )
            filled = fill(page.content or "", context, templates)
            page.content = filled.html
            if self.config.debug:
                from mkdocs_compat.publishing.readings import with_readings  # noqa: PLC0415

                page.content = with_readings(filled.html, context.product, page.url)
            for path, text in filled.scripts.items():
                self._publish(path, text, config, files)

    def _pages(self, files: Files) -> Iterator[tuple[str, Page]]:
        """Yield the pages that take part and that MkDocs builds."""
        for uri in self._drafts:
            file = files.get_file_from_path(uri)
            if file is not None and file.page is not None and file.page.content:
                yield uri, file.page

    def _publish(self, uri: str, text: str, config: MkDocsConfig, files: Files) -> None:
        existing = files.get_file_from_path(uri)
        if existing is None:
            files.append(File.generated(config, uri, content=text))
        elif existing.generated_by != "compat":
            log.warning("%s is a file of the site's own; the plugin leaves it alone", uri)


def _source(path: Path, config: MkDocsConfig) -> SourceText:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise PluginError(f"{path} is not UTF-8 text ({error.reason}); save it as UTF-8") from error
    return SourceText(_relative(path, config), text)


def _included(source: SourceText, file: File, config: MkDocsConfig) -> Sequence[IncludedText]:
    """Return what a page includes."""
    # Few pages show tables that are not in their own file.
    from mkdocs_compat.included_files import IncludedFiles  # noqa: PLC0415
    from mkdocs_compat.ways_to_include import ways_to_include  # noqa: PLC0415

    docs = Path(config.docs_dir)
    extensions = {name: config.mdx_configs.get(name) or {} for name in config.markdown_extensions}
    plugins = {name: plugin.config for name, plugin in config.plugins.items()}
    files = IncludedFiles(tuple(ways_to_include(docs, extensions, plugins)), _root(config), docs)
    return files.of(source, Path(file.abs_src_path).parent if file.abs_src_path else None)


def _site_pages(files: Files, config: MkDocsConfig) -> SitePages:
    """Return where each page of the site is, by the path that messages name it by."""
    folder = _relative(Path(config.docs_dir), config)
    urls = {_named(file, folder, config): file.url for file in files.documentation_pages()}
    # The home page has no address of its own.
    at_home = {path: "" if url == "./" else url for path, url in urls.items()}
    return SitePages(at_home, folder)


def _path_of(file: File, config: MkDocsConfig) -> str:
    """Return a page's path from the configuration's folder, as the command line names it."""
    return _named(file, _relative(Path(config.docs_dir), config), config)


def _named(file: File, folder: str, config: MkDocsConfig) -> str:
    """Return a page's path as messages name it, where they name the folder of pages `folder`."""
    path, docs = file.abs_src_path or "", config.docs_dir.rstrip(os.sep) + os.sep
    is_inside = path.startswith(docs) or Path(path).is_relative_to(docs)
    return f"{folder}/{file.src_uri}" if path and is_inside else file.src_uri


def _relative(path: Path, config: MkDocsConfig) -> str:
    return name_of(path, _root(config))


def _root(config: MkDocsConfig) -> Path:
    """Return the folder of the configuration."""
    return Path(config.config_file_path).parent if config.config_file_path else Path()


def _link(url: str, page: Page) -> str:
    """Return an address on a page; empty for the page itself, so that its query is kept."""
    return "" if url == page.url else get_relative_url(url, page.url)
