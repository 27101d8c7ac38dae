"""Releases that go by names, such as those of ROS: what headers and cells call them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mkdocs_compat.reading.named_versions import NamedVersions, named_versions
from mkdocs_compat.reading.plain import plain
from mkdocs_compat.reading.settings import ComponentSettings

_SCHEME = "named"
_ASIDE = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True, slots=True)
class ReleaseNames:
    """The names that the author declares as releases.

    Attributes:
        releases: For each name, folded, the component whose release it is and the name as written.
    """

    releases: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def components(self) -> frozenset[str]:
        """Ids of the components whose releases go by names."""
        return frozenset(id_ for id_, _ in self.releases.values())

    def versions_in(self, raw: str) -> NamedVersions | None:
        """Return the release that a text such as `Debian Bookworm (LTS)` names, or its versions.

        The name is that of the release's component, or what stands before versions.
        """
        words = _ASIDE.sub("", plain(raw)).split() if self.releases else []
        for first in range(len(words)):
            found = self.releases.get(" ".join(words[first:]).casefold())
            if found is not None:
                return NamedVersions(*found)
        return named_versions(raw)


def release_names(components: Iterable[ComponentSettings]) -> ReleaseNames:
    """Return the names of releases that components declare; of equal ones, the first."""
    found: dict[str, tuple[str, str]] = {}
    for component in components:
        for release in component.releases if component.scheme == _SCHEME else ():
            found.setdefault(release.version.casefold(), (component.id, release.version))
    return ReleaseNames(found)
