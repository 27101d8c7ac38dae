"""What every version scheme offers: the one interface that ranges and the rest are built on."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from mkdocs_compat.versions.pairwise import PairwiseCut

# A point on a scheme's version order. Schemes with a total order use strings whose plain order is
# the order of the points; a version's key is the point at which it stands. A scheme without a
# total order uses objects that compare pairwise.
Cut: TypeAlias = "str | PairwiseCut"

# Points below and above everything, in every scheme. Keys are printable ASCII below "~".
LOWEST = ""
HIGHEST = "~"


class Level(Enum):
    """The place at which two versions differ first, from coarse to fine."""

    MAJOR = "major"
    MINOR = "minor"
    PATCH = "patch"
    BUILD = "build"
    PRERELEASE = "pre-release"
    NONE = "none"


class Version(NamedTuple):
    """One version, parsed strictly by its scheme.

    A named tuple, for sorting a site's versions makes many of them, and a frozen dataclass takes
    three times as long to make.

    Attributes:
        scheme: Name of the scheme.
        text: The text as written, without surrounding space.
        numbers: Its leading numbers as strings of digits without leading zeros, as many as written.
        prerelease: Labels of the pre-release in the form that the scheme compares; empty for a
            release.
        build: Build metadata as written, which most schemes do not compare.
        key: Where it stands on the version order: equal keys are equal versions.
    """

    scheme: str
    text: str
    numbers: tuple[str, ...]
    prerelease: tuple[str, ...]
    build: str
    key: Cut


class Extent(NamedTuple):
    """The stretch of the version order that a written version names (design: lines, section 3).

    A version with fewer numbers than the scheme's full form names a line: `3.2` runs from the
    release 3.2.0 to just below the first pre-release of 3.3.0. A full one names that release.

    Attributes:
        text: The version as written.
        numbers: Its leading numbers, zero-stripped, as many as written.
        is_line: Whether it names a line and not one release.
        edge: Point below the pre-releases of its first release: from here to `start` a version is
            neither stated to be in nor out. Equal to `start` where there are none.
        start: Point below its first release (or below the pre-release that it names).
        end: Point above all of it.
    """

    text: str
    numbers: tuple[str, ...]
    is_line: bool
    edge: Cut
    start: Cut
    end: Cut


class Side(Enum):
    """On which side of a landmark a cut lies."""

    BELOW_PRERELEASES = "below-pre-releases"
    BELOW = "below"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Landmark:
    """A cut explained: the version it lies next to, written canonically, and on which side."""

    side: Side
    text: str
    numbers: tuple[str, ...]
    is_prerelease: bool


class Scheme(ABC):
    """A version grammar and its order. Instances are immutable.

    Attributes:
        name: The name that authors write.
        full: How many numbers name a release; fewer name a line.
    """

    name: str
    full: int

    @abstractmethod
    def parse(self, text: str) -> Version:
        """Parse a version by the scheme's own strict grammar.

        Raises:
            VersionSyntaxError: The text is no version of this scheme, is longer than the limit,
                or has a character outside ASCII.
        """

    @abstractmethod
    def compare(self, a: Version, b: Version) -> int:
        """Return -1, 0 or 1 as `a` is lower than, equal to or higher than `b`."""

    @abstractmethod
    def extent(self, text: str, *, exact: bool = False) -> Extent:
        """Return what a version written in a table names: a line, or one release.

        Wider than `parse`: every scheme with numbers takes `3.2` as a line, and a leading `v`.
        With `exact` (written `=3.2`) the text names exactly that release, without an edge.

        Raises:
            VersionSyntaxError: As `parse`.
        """

    @abstractmethod
    def landmark(self, cut: Cut) -> Landmark:
        """Explain a cut made by this scheme (not `LOWEST` or `HIGHEST`)."""

    @abstractmethod
    def level(self, a: Version, b: Version) -> Level:
        """Return the coarsest place at which two versions differ."""
