"""Mends a site in memory: applies fixes, reads the site again, and takes back what did no good."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from mkdocs_compat.analysis import Analysis
from mkdocs_compat.command_line.moved_snippets import with_mended
from mkdocs_compat.command_line.site_config import SiteConfig
from mkdocs_compat.command_line.site_pages import analyze_site
from mkdocs_compat.command_line.text_file import TextFile, read_text_file
from mkdocs_compat.diagnostics import Diagnostic, Edit, Fix
from mkdocs_compat.errors import ConfigurationError
from mkdocs_compat.fixing.applying import apply
from mkdocs_compat.model.site import Site
from mkdocs_compat.source import SourceText

# Fixes can make room for others; that many times at most.
_MOST_ROUNDS = 20


@dataclass(frozen=True, slots=True)
class Proposal:
    """A fix that is to be applied.

    Attributes:
        name: Code and name of what it mends.
        fix: The fix; all of its edits are in one file.
        pages: The pages for which it is proposed; several may show the file.
    """

    name: str
    fix: Fix
    pages: frozenset[str]

    @property
    def path(self) -> str:
        """The file."""
        return self.fix.edits[0].place.path


# Says what is to be applied to a site as it stands.
Proposing = Callable[[Analysis], Iterable[Proposal]]


@dataclass(slots=True)
class Mended:
    """A site that was mended.

    Attributes:
        analysis: The site as it is then.
        applied: What was applied, in order.
        refused: Why fixes were not, by their edits.
        files: The files that changed, by path.
        names: For each page all pages that are the same file, by links to it.
    """

    analysis: Analysis
    applied: list[Proposal] = field(default_factory=list)
    refused: dict[tuple[Edit, ...], str] = field(default_factory=dict)
    files: dict[str, TextFile] = field(default_factory=dict)
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)


def mend(config: SiteConfig, analysis: Analysis, proposing: Proposing) -> Mended:
    """Apply what is proposed for a site, and for the site as it is then, until nothing is.

    What would bring more findings than there were is not applied.

    Raises:
        ConfigurationError: A file cannot be read.
    """
    mended = Mended(analysis, names=_same_files(analysis, config))
    for _ in range(_MOST_ROUNDS):
        wanted = _disjoint(
            each
            for each in proposing(mended.analysis)
            if each.fix.edits not in mended.refused and mended.names[each.path][0] == each.path
        )
        usable = [each for each in wanted if _may_change(each, config, mended)]
        if not usable:
            break
        if _apply(usable, config, mended):
            continue
        for each in usable:
            # Edits beside an applied one on its line stand elsewhere now; the next round has them.
            if _still_fits(each, mended) and not _apply([each], config, mended):
                mended.refused[each.fix.edits] = "mending it would bring other findings to light"
    return mended


def _same_files(analysis: Analysis, config: SiteConfig) -> dict[str, tuple[str, ...]]:
    """Return for each file that was read the names of all that are the same file."""
    by_file: dict[Path, list[str]] = {}
    for name in analysis.sources:
        by_file.setdefault((config.root / name).resolve(), []).append(name)
    return {name: tuple(sorted(names)) for names in by_file.values() for name in names}


def _disjoint(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """Yield proposals of which no two edit one cell."""
    taken: set[tuple[str, int, int]] = set()
    for proposal in proposals:
        places = [edit.place for edit in proposal.fix.edits]
        keys = {(place.path, place.line, place.column) for place in places}
        if not keys & taken:
            taken |= keys
            yield proposal


def _may_change(proposal: Proposal, config: SiteConfig, mended: Mended) -> bool:
    """Tell whether a file may be changed, and open it; say why not otherwise."""
    path = config.root / proposal.path
    others = _shown_on(proposal, mended.analysis.site) - proposal.pages
    if others:
        others_named = ", ".join(sorted(others))
        why = f"{others_named} shows the same cell and is read differently"
        mended.refused[proposal.fix.edits] = why
        return False
    if proposal.path in mended.files:
        return True
    is_included = proposal.path in mended.analysis.site.included()
    folders = (config.docs, config.root) if is_included else (config.docs,)
    if not any(path.resolve().is_relative_to(folder.resolve()) for folder in folders):
        where = "site's folder" if is_included else "folder of the pages"
        mended.refused[proposal.fix.edits] = f"the file is not in the {where}"
        return False
    file = read_text_file(path)
    source = mended.analysis.sources.get(proposal.path)
    if source is None or source.text != file.lines:
        raise ConfigurationError(f"{path} was changed meanwhile; run this again")
    mended.files[proposal.path] = file
    return True


def _shown_on(proposal: Proposal, site: Site) -> set[str]:
    """Return the pages that show a cell which would change."""
    places = {edit.place for edit in proposal.fix.edits}
    return {
        table.page
        for _, table in site.tables()
        if table.place.path == proposal.path and any(cell.place in places for cell in table.cells())
    }


def _still_fits(proposal: Proposal, mended: Mended) -> bool:
    try:
        _text(mended.files[proposal.path], proposal.fix.edits)
    except ValueError:
        return False
    return True


def _apply(proposals: Sequence[Proposal], config: SiteConfig, mended: Mended) -> bool:
    """Apply proposals, unless there would be more findings then; tell whether they were."""
    edits: dict[str, list[Edit]] = {}
    for proposal in proposals:
        edits.setdefault(proposal.path, []).extend(proposal.fix.edits)
    files = dict(mended.files)
    for path, own in edits.items():
        files[path] = files[path].with_text(_text(files[path], own))
    texts = dict(config.texts)
    for path, file in files.items():
        texts |= dict.fromkeys(mended.names[path], file.lines)
    included = mended.analysis.site.included()
    with with_mended(replace(config, texts=texts), included) as changed:
        analysis = analyze_site(changed)
    if len(analysis.diagnostics) > len(mended.analysis.diagnostics):
        return False
    if not analysis.sources.keys() >= edits.keys():
        # Where the file cannot be seen on the page as it would be, nobody knows what comes of it.
        return False
    mended.analysis, mended.files = analysis, files
    # A table may stand in an included file now that it has the cells that the page shows.
    mended.names = {**mended.names, **_same_files(analysis, config)}
    mended.applied += proposals
    return True


def _text(file: TextFile, edits: Iterable[Edit]) -> str:
    return apply(SourceText(str(file.path), file.text), edits)


def proposal_of(finding: Diagnostic, fix: Fix) -> Proposal:
    """Return the proposal to mend a finding."""
    pages = finding.place.pages or (finding.place.path,)
    return Proposal(f"{finding.code} {finding.name}", fix, frozenset(pages))
