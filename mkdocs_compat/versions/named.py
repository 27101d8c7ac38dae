"""The scheme `named`: release trains and code names, ordered by the component's release list.

A version is a release of the list, whatever its case. A text that listed releases begin with, up
to a change between letters, digits and others (`Hoxton` for `Hoxton.SR1`, not for `Hoxtonia`), is
the line of all of them: from the first such release to the last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.versions.keys import ABOVE, number_key, read_number
from mkdocs_compat.versions.numbered import SPACE, level_at
from mkdocs_compat.versions.scheme import Cut, Extent, Landmark, Level, Scheme, Side, Version

_PART = re.compile(r"[0-9]+|[a-z]+")


class Named(Scheme):
    """Names in the order of a list.

    Args:
        releases: All releases, from the oldest on.
        full: Of no meaning here; names are not counted in numbers.
    """

    name = "named"

    def __init__(self, releases: Sequence[str], full: int = 3) -> None:
        self.full = full
        self._releases = tuple(releases)
        self._places: dict[str, int] = {}
        for place, release in enumerate(releases):
            self._places.setdefault(release.lower(), place)

    @property
    def releases(self) -> tuple[str, ...]:
        """The names that versions are, from the oldest on, each once."""
        return tuple(self._releases[place] for place in self._places.values())

    def groups(self) -> tuple[tuple[int, int, int], ...]:
        """Return, for each release, where the lines begin that it belongs to.

        The first number is the place of the first release that begins with the same part (as
        `Hoxton.SR1` and `Hoxton.SR2` do), the second that of the first with the same two parts,
        the third its own.
        """
        first: dict[tuple[str, ...], int] = {}
        found = []
        for place, release in enumerate(self.releases):
            parts = tuple(_PART.findall(release.lower()))
            major = first.setdefault(parts[:1], place)
            found.append((major, first.setdefault((*parts[:2], "minor"), place), place))
        return tuple(found)

    def parse(self, text: str) -> Version:
        place = self._places.get(text.strip(SPACE).lower()) if text.isascii() else None
        if place is None:
            raise self._refusal(text)
        return Version(self.name, self._releases[place], (), (), "", number_key(str(place)))

    def compare(self, a: Version, b: Version) -> int:
        one, other = cast("str", a.key), cast("str", b.key)
        return (one > other) - (one < other)

    def extent(self, text: str, *, exact: bool = False) -> Extent:
        if exact:
            first = last = cast("str", self.parse(text).key)
        else:
            wanted = text.strip(SPACE).lower() if text.isascii() else ""
            places = [place for name, place in self._places.items() if _begins(name, wanted)]
            if not places:
                raise self._refusal(text)
            first, last = number_key(str(min(places))), number_key(str(max(places)))
        return Extent(
            text.strip(SPACE),
            (),
            is_line=first != last,
            edge=first,
            start=first,
            end=last + ABOVE,
        )

    def landmark(self, cut: Cut) -> Landmark:
        point = cast("str", cut)
        place, at = read_number(point, 0)
        side = Side.ABOVE if point[at:] else Side.BELOW
        return Landmark(side, self._releases[int(place)], (), is_prerelease=False)

    def level(self, a: Version, b: Version) -> Level:
        one, other = _PART.findall(a.text.lower()), _PART.findall(b.text.lower())
        return level_at(one, other, "")

    def _refusal(self, text: str) -> VersionSyntaxError:
        shown = ", ".join(self._releases[-3:]) or "the component has none"
        return VersionSyntaxError(self.name, text, f"a release of the component's list ({shown})")


def _begins(name: str, wanted: str) -> bool:
    rest = name[len(wanted) :]
    if not wanted or not name.startswith(wanted):
        return False
    return not rest or _kind(rest[0]) != _kind(wanted[-1])


def _kind(character: str) -> str:
    if "0" <= character <= "9":
        return "digit"
    return "letter" if "a" <= character <= "z" else character
