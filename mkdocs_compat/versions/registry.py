"""The schemes by the names that authors write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from functools import lru_cache

from mkdocs_compat.errors import ConfigurationError
from mkdocs_compat.versions.calver import CalVer
from mkdocs_compat.versions.dotted import Dotted
from mkdocs_compat.versions.maven import Maven
from mkdocs_compat.versions.named import Named
from mkdocs_compat.versions.nuget import NuGet
from mkdocs_compat.versions.octopus import Octopus
from mkdocs_compat.versions.pep440 import Pep440
from mkdocs_compat.versions.scheme import Scheme
from mkdocs_compat.versions.semver import SemVer

_COUNTED: dict[str, Callable[[int], Scheme]] = {
    "semver": SemVer,
    "octopus": Octopus,
    "maven": Maven,
    "pep440": Pep440,
    "nuget": NuGet,
    "dotted": Dotted,
    "calver": CalVer,
}

# The numbers that name a release, unless the component says otherwise.
_USUAL_FULL = 3

SCHEME_NAMES = (*_COUNTED, "named")


def get_scheme(name: str, *, full: int | None = None, releases: Sequence[str] = ()) -> Scheme:
    """Return the scheme of this name; the same object for the same arguments.

    Args:
        name: One of `SCHEME_NAMES`.
        full: How many numbers name a release, where it is not the scheme's usual count.
        releases: The component's releases from the oldest on; the order of `named` versions.

    Raises:
        ConfigurationError: No scheme has this name, or it cannot have so many numbers.
    """
    listed = tuple(releases) if name == "named" else ()
    return _make_scheme(name, _USUAL_FULL if full is None else full, listed)


@lru_cache(maxsize=256)
def _make_scheme(name: str, full: int, releases: tuple[str, ...]) -> Scheme:
    if name == "named":
        return Named(releases, full)
    if name not in _COUNTED:
        near = get_close_matches(name, SCHEME_NAMES, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"expected {', '.join(SCHEME_NAMES)}"
        raise ConfigurationError(f"no version scheme is called {name!r}: {hint}")
    return _COUNTED[name](full)
