"""Names that stand for another release every week, or for none: `main`, `nightly`, `TBD`."""

from __future__ import annotations

import re
from contextlib import suppress

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.ranges.notation.draft import Draft
from mkdocs_compat.ranges.notation.markup import MOVING

_NAMES = (
    "main|master|head|trunk|tip|develop|development|devel|dev|nightly|edge|canary|unreleased"
    "|upcoming|next|tbd|tba|tbc|current|latest|rolling|snapshot|in\\ development|coming\\ soon"
    "|skipped|(?:not|never)\\ released|to\\ be\\ (?:announced|determined|released)"
)
# Between what divides the items of a cell: `GitHub master`, `HEAD (master)`, `nightly (2.x)`.
_MOVING = re.compile(
    rf"""(?:^|[,/|;\n]|\b(?:and|or)\ |&)\ *
    (?P<name>(?:\(?(?:the|(?!v?[0-9])[a-z]\w*)[ -])?
      (?:(?:latest|current)\ )?(?:{_NAMES}|\?+)
      (?:\ (?:branch|build|builds|release|stable|version))?
      (?:\ ?\([^()]{{0,80}}\))?)
    \ *(?=$|[,/|;\n&]|\ (?:and|or)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
# Behind an arrow they are what is latest.
_ARROW = r"(?:-{1,3}>?|=>|[–—−→➔➜➡⇒⟶…]|\.{2,3}|\b(?:to|until|through|thru|up to)\b)"
_UP_TO = re.compile(rf"{_ARROW} *(main|master|head|trunk|present|now|today)\b", re.IGNORECASE)

_STRUCK_OUT = re.compile(r" *~~((?:(?!~~).)+)~~ *")


def take_moving(draft: Draft) -> None:
    """Take out what stands for no release; `5.0 ➜ main` has no upper bound.

    What is struck out stands for none any more.
    """
    struck = _STRUCK_OUT.fullmatch(draft.source.text)
    if struck:
        draft.moving.insert(0, draft.remark(*struck.span(1)))
        draft.write(*struck.span(), MOVING)
        return
    for found in draft.found(_UP_TO):
        draft.write(*found.span(1), "latest")
    for found in draft.found(_MOVING):
        start, end = found.span("name")
        if not _is_release(draft, found["name"]):
            draft.moving.insert(0, draft.remark(start, end))
            draft.write(start, end, MOVING)


def _is_release(draft: Draft, name: str) -> bool:
    """Tell whether the scheme knows a name as that of a version."""
    if draft.scheme is None or draft.scheme.name != "named":
        return False
    with suppress(VersionSyntaxError):
        return bool(draft.scheme.extent(name))
    return False
