"""Converts pages to see which tables they show. Nobody looks at what comes of it.

So most of the work can be left out: text that is no heading need not be searched for emphasis or
links, and nothing need be written out. Only Python-Markdown's own processors are known to find the
same tables, headings and ids without that; where a site has others, all is done as in its build.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import TocTreeprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from mkdocs_compat.analysis import OpenedPage
from mkdocs_compat.command_line.extension_options import options_of
from mkdocs_compat.command_line.site_config import BUILTIN_EXTENSIONS, SiteConfig
from mkdocs_compat.errors import ConfigurationError
from mkdocs_compat.markdown_extension import CompatExtension
from mkdocs_compat.reading.drafts import DraftPage

# Behind the step that collects tables, before the inline patterns; and behind the step that reads.
_COLLECTED = 24
_READ = 3

_OURS = ("markdown.", "mkdocs_compat.")
# What may give an element an id, and what counts footnotes, which headings may show.
_TELLING = ("{", "[^")
# In place of what tells nothing: some text, for whether there is any may decide; nothing looks for
# emphasis and links in it.
_NOTHING = AtomicString("x")


class Converter:
    """Reads the pages of one site."""

    def __init__(self, config: SiteConfig) -> None:
        """Begin with a site's configuration."""
        self._config = config
        self._extension = CompatExtension()
        self._ready: Markdown | None = None

    def draft(self, page: OpenedPage, here: Path) -> DraftPage | None:
        """Return what an opened page says.

        Args:
            page: The page.
            here: The folder that it is in.

        Raises:
            ConfigurationError: An extension cannot be loaded, or fails.
        """
        markdown = self._ready or self._markdown(here)
        self._extension.page = page
        try:
            markdown.convert(page.source.text[page.front_matter.body :].lstrip("\n"))
        except Exception as error:
            raise ConfigurationError(
                f"{page.source.path} cannot be converted: {type(error).__name__}: {error}"
            ) from error
        if self._ready is not None:
            markdown.reset()
        return self._extension.take_draft()

    def _markdown(self, here: Path) -> Markdown:
        """Return what converts pages of a folder, and keep it where it serves for all pages."""
        said = self._config.extensions
        configs = {name: options_of(name, self._config, here, mended=True) for name in said}
        try:
            extensions = [_own(name, configs[name]) for name in said]
            markdown = Markdown(
                extensions=[*extensions, self._extension], extension_configs=configs
            )
        except Exception as error:
            # An extension may raise anything when it is loaded or given options it does not know.
            raise ConfigurationError(
                f"the Markdown extensions of the configuration cannot be loaded: {error}; "
                "install what the site itself needs"
            ) from error
        if _is_known(markdown):
            markdown.treeprocessors.register(_Emptying(markdown), "compat-empty", _COLLECTED)
            markdown.treeprocessors.register(_Dropping(markdown), "compat-drop", _READ)
            _spare_contents(markdown)
            self._ready = markdown if configs == said else None
        return markdown


def _own(name: str, options: Mapping[str, Any]) -> str | Extension:
    """Return an extension that is loaded for every site, and of any other one its name.

    By their names they would be looked for in all packages that are installed.
    """
    if name not in BUILTIN_EXTENSIONS:
        return name
    made = import_module(f"markdown.extensions.{name}").makeExtension(**options)
    return made if isinstance(made, Extension) else name


def _is_known(markdown: Markdown) -> bool:
    """Tell whether nothing takes part in a conversion but Python-Markdown and this package."""
    taking_part = chain(
        markdown.preprocessors,
        markdown.parser.blockprocessors,
        markdown.treeprocessors,
        markdown.inlinePatterns,
        markdown.postprocessors,
    )
    return all(type(each).__module__.startswith(_OURS) for each in taking_part)


def _spare_contents(markdown: Markdown) -> None:
    """Have headings get their ids and nothing more: nobody looks at the table of contents."""
    for toc in markdown.treeprocessors:
        if isinstance(toc, TocTreeprocessor):
            toc.marker = ""
            toc.build_toc_div = lambda _: Element("div")  # type: ignore[method-assign, assignment]


class _Emptying(Treeprocessor):
    """Takes out the text that decides nothing, when it has been collected."""

    def run(self, root: Element) -> None:
        kept = {id(part) for each in root.iter() if _is_heading(each) for part in each.iter()}
        for element in root.iter():
            text = element.text
            if text and id(element) not in kept and not any(sign in text for sign in _TELLING):
                element.text = _NOTHING


class _Dropping(Treeprocessor):
    """Takes out everything, when it has been read."""

    def run(self, root: Element) -> None:
        root.clear()


def _is_heading(element: Element) -> bool:
    """Tell whether an element may be one: rather too many than too few."""
    return str(element.tag)[:1] in "hH"
