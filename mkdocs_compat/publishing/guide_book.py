"""The guides of a site's products, each made once in a build."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs_compat.model.site import Product

if TYPE_CHECKING:
    from mkdocs_compat.planning.guide import ComponentGuide
    from mkdocs_compat.planning.joint_guide import JointGuide


@dataclass(frozen=True, slots=True)
class Guides:
    """The guides of one product, or of some of its components.

    Attributes:
        single: The paths of each component by itself.
        joint: The paths of components that move together.
    """

    single: tuple[ComponentGuide, ...]
    joint: tuple[JointGuide, ...]

    @property
    def joined(self) -> frozenset[str]:
        """Ids of the components that move together with others."""
        return frozenset(id_ for guide in self.joint for id_ in guide.components)


@dataclass(slots=True)
class GuideBook:
    """Makes guides, and keeps them: several elements and pages show the same."""

    _made: list[tuple[Product, frozenset[str], Guides]] = field(default_factory=list)

    def guides(self, product: Product, components: Collection[str] = ()) -> Guides:
        """Return the guides of a product.

        Args:
            product: The product.
            components: Ids of the components; all where none are named.
        """
        wanted = frozenset(components)
        for about, narrowed, guides in self._made:
            # A product is large: comparing two that are equal takes longer than making few guides.
            if about is product and narrowed == wanted:
                return guides
        # All that plans is loaded for sites that speak of upgrades, and not for others.
        from mkdocs_compat.planning.guide import make_guides  # noqa: PLC0415
        from mkdocs_compat.planning.joint_guide import make_joint_guides  # noqa: PLC0415

        made = Guides(make_guides(product, wanted), make_joint_guides(product, wanted))
        self._made.append((product, wanted, made))
        return made
