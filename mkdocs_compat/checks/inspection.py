"""What the checks of one run look at: the site, and what several of them would work out again."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs_compat.checks.row_pairs import RowPair, row_pairs
from mkdocs_compat.model.site import Product, Site

if TYPE_CHECKING:
    from mkdocs_compat.reasoning.compatibility import Compatibility


class Inspection:
    """One run of the checks over a site.

    Attributes:
        site: The site.
    """

    def __init__(self, site: Site) -> None:
        """Begin a run over `site`."""
        self.site = site
        self._ready: dict[str, Compatibility] = {}

    @cached_property
    def row_pairs(self) -> tuple[RowPair, ...]:
        """The pairs of rows, in every table, whose subjects share versions."""
        return tuple(row_pairs(self.site))

    def compatibility(self, product: Product) -> Compatibility:
        """Return a product made ready for questions."""
        # Only the checks of rules and examples ask.
        from mkdocs_compat.reasoning.compatibility import Compatibility  # noqa: PLC0415

        if product.id not in self._ready:
            self._ready[product.id] = Compatibility(product)
        return self._ready[product.id]
