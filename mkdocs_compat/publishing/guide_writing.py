"""What the tables of a guide to upgrading share: addresses, and why there is no way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_compat.model.site import Product
from mkdocs_compat.model.upgrade import Gate
from mkdocs_compat.model.upgrade import Link as PageLink
from mkdocs_compat.planning.hop import Move
from mkdocs_compat.planning.plan import Blocked, Plan
from mkdocs_compat.publishing.line_pages import LineLinks
from mkdocs_compat.publishing.payload_parts import Json, Link
from mkdocs_compat.publishing.reports import plan_words
from mkdocs_compat.publishing.reports.planned import Planned
from mkdocs_compat.publishing.upgrade_payload import address
from mkdocs_compat.reasoning.lines import Line


@dataclass(frozen=True, slots=True)
class GuideWriting:
    """A guide of one product, to be written for one page.

    Attributes:
        product: The product.
        link: Makes an address on the page from one relative to the site's root.
        lines: Where the pages of lines are.
    """

    product: Product
    link: Link
    lines: LineLinks

    def page_of(self, component: str, numbers: Line) -> str | None:
        """Return the address of the page about a line; None where it has none."""
        url = self.lines.of_line(self.product, component, numbers)
        return self.link(url) if url is not None else None

    def to(self, guide: PageLink | None) -> Json:
        """Return a link; None also where it leads to the very page."""
        url = address(guide.url, self.link) if guide else None
        return None if guide is None or url == "" else {"text": guide.text, "url": url}

    def dead_end(self, result: Plan | Blocked) -> list[Json] | None:
        """Return why no way leads on, each thing once; None where one does."""
        return list(_why(result, self.product)) if isinstance(result, Blocked) else None


def no_return(move: Move) -> list[Json]:
    """Return why there is no way back over a move, where a gate is passed."""
    return [plan_words.no_return(each) for each in move.no_return if isinstance(each, Gate)]


def _why(blocked: Blocked, product: Product) -> Iterator[str]:
    """Say what forbids to go on, each thing once."""
    planned = Planned(product, blocked)
    said: dict[str, None] = {}
    for part in (*blocked.outside, *blocked.wanted):
        said.update((planned.sentence(each, part), None) for each in part.statements)
    for obstacle in blocked.obstacles:
        said.update((plan_words.refusal(each), None) for each in obstacle.refusals)
        for part in obstacle.because:
            said.update((planned.sentence(each, part), None) for each in part.statements)
    yield from said
