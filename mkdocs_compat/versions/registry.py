"""The schemes by the names that authors write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from functools import lru_cache

from mkdocs_compat.errors import ConfigurationError
from mkdocs_compat.versions.dotted import Dotted
from mkdocs_compat.versions.octopus import Octopus
from mkdocs_compat.versions.scheme import Scheme
from mkdocs_compat.versions.semver import SemVer

_SCHEMES: dict[str, Callable[[int], Scheme]] = {
    "semver": SemVer,
    "octopus": Octopus,
    "dotted": Dotted,
}

SCHEME_NAMES = (*_SCHEMES,)


def get_scheme(name: str, *, full: int | None = None, releases: Sequence[str] = ()) -> Scheme:
    """Return the scheme of this name; the same object for the same arguments.

    Args:
        name: One of `SCHEME_NAMES`.
        full: How many numbers name a release, where it is not the scheme's usual count.
        releases: The component's releases from the oldest on; the order of `named` versions.

    Raises:
        ConfigurationError: No scheme has this name, or it cannot have so many numbers.
    """
    return _make_scheme(name, full, tuple(releases))


@lru_cache(maxsize=256)
def _make_scheme(name: str, full: int | None, releases: tuple[str, ...]) -> Scheme:
    if name not in SCHEME_NAMES:
        near = get_close_matches(name, SCHEME_NAMES, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"expected {', '.join(SCHEME_NAMES)}"
        raise ConfigurationError(f"no version scheme is called {name!r}: {hint}")
    return _SCHEMES[name](3 if full is None else full)
