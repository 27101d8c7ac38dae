"""One run over a site's pages: the only module that hosts (plugin, command line) call.

A run has two passes, as a site's build has. In the first, every page is opened (its front matter is
read) and, once its host knows which tables it shows, read. In the second, when all pages are read,
the model is completed and checked, and pages are filled from it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from mkdocs_compat.checks.baseline import Baseline, without_baseline
from mkdocs_compat.checks.running import run_checks
from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.model.site import Flaw, Site
from mkdocs_compat.reading.assembling import assemble
from mkdocs_compat.reading.drafting import draft_page, merged
from mkdocs_compat.reading.drafts import DraftPage
from mkdocs_compat.reading.front_matter import (
    FrontMatter,
    may_take_part,
    read_front_matter,
    read_shared_data,
)
from mkdocs_compat.reading.included import Including, PageText, nothing_included
from mkdocs_compat.reading.links import SitePages
from mkdocs_compat.reading.seen import SeenPage
from mkdocs_compat.reading.settings import Settings
from mkdocs_compat.source import SourceText

__all__ = [
    "Analysis",
    "OpenedPage",
    "SharedData",
    "analyze",
    "may_take_part",
    "open_page",
    "open_shared_data",
    "read_page",
]


@dataclass(frozen=True, slots=True)
class SharedData:
    """The definitions that several pages share, by product."""

    settings: Mapping[str, Settings] = field(default_factory=dict)
    flaws: tuple[Flaw, ...] = ()
    sources: tuple[SourceText, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenedPage:
    """A page whose front matter has been read, and whose tables have not."""

    source: SourceText
    url: str
    front_matter: FrontMatter
    settings: Settings
    including: Including = nothing_included


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a run found out.

    Attributes:
        site: The complete model.
        diagnostics: What the checks found, sorted by place.
        sources: The files that were read, by path.
        accepted: How many findings more there are, which a baseline accepts.
    """

    site: Site
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, SourceText]
    accepted: int = 0

    @property
    def failures(self) -> tuple[Diagnostic, ...]:
        """The errors and warnings among the findings."""
        return tuple(item for item in self.diagnostics if item.severity is not Severity.INFO)

    def files_of(self, paths: Collection[str]) -> frozenset[str]:
        """Return some pages with the files that their tables stand in, by path."""
        return frozenset((*paths, *self.site.included(paths)))

    def only(self, paths: Collection[str]) -> Analysis:
        """Return the same run with the findings in some files only."""
        kept = tuple(item for item in self.diagnostics if item.place.path in paths)
        return replace(self, diagnostics=kept)

    def against(self, baseline: Baseline) -> Analysis:
        """Return the same run without the findings that a baseline accepts.

        Entries of the baseline that accept nothing become findings themselves.
        """
        kept = sorted(
            without_baseline(self.diagnostics, baseline), key=lambda item: (item.place, item.code)
        )
        remaining = set(kept)
        accepted = sum(item not in remaining for item in self.diagnostics)
        sources = {**self.sources, baseline.source.path: baseline.source}
        return replace(self, diagnostics=tuple(kept), sources=sources, accepted=accepted)


def open_shared_data(sources: Iterable[SourceText]) -> SharedData:
    """Read the shared data files; of two for one product, the first wins where both speak."""
    settings: dict[str, Settings] = {}
    flaws: list[Flaw] = []
    read = []
    for source in sources:
        found = read_shared_data(source)
        read.append(source)
        flaws += found.flaws
        product = found.settings.product or ""
        earlier = settings.get(product)
        settings[product] = merged(found.settings, earlier) if earlier else found.settings
    return SharedData(settings, tuple(flaws), tuple(read))


def open_page(
    source: SourceText,
    url: str,
    shared: SharedData,
    including: Including = nothing_included,
) -> OpenedPage | None:
    """Open a page; return None for a page that takes no part.

    Args:
        source: The text that the author edits, front matter and all.
        url: The page's address relative to the site's root.
        shared: The shared definitions. Where there are those of one product only, they hold for
            pages that name no product as well.
        including: Reads what the page includes.
    """
    front_matter = read_front_matter(source)
    if front_matter is None:
        return None
    settings = front_matter.settings
    behind = shared.settings.get(settings.product or "")
    if behind is None and settings.product is None and len(shared.settings) == 1:
        (behind,) = shared.settings.values()
    if behind is not None:
        settings = merged(behind, settings)
    return OpenedPage(source, url, front_matter, settings, including)


def read_page(page: OpenedPage, seen: SeenPage) -> DraftPage:
    """Read the tables that an opened page shows."""
    text = PageText(page.source, page.front_matter.body, page.including)
    return draft_page(text, page.url, page.front_matter, page.settings, seen)


def analyze(
    pages: Sequence[DraftPage],
    shared: SharedData,
    site_pages: SitePages | None = None,
    severities: Mapping[str, Severity] | None = None,
) -> Analysis:
    """Complete the model when all pages have been read, and check it.

    Args:
        pages: The pages that take part.
        shared: The shared definitions.
        site_pages: All pages of the site, which links of front matter may name.
        severities: How severe the findings of checks are, by code or name, where the site says so.
    """
    site = assemble(pages, shared.flaws, shared.sources, site_pages)
    sources = {page.source.path: page.source for page in site.pages}
    sources |= {source.path: source for source in site.sources}
    for path, source in site.included().items():
        sources.setdefault(path, source)
    return Analysis(site, run_checks(site, severities), sources)
