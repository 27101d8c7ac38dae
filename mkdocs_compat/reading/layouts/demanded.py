"""Columns of what is required: `4.0` alone is the lowest version that works, or the only one.

Authors mean either, so what lies above such a version is left open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_compat.model.site import Flaw, FlawKind
from mkdocs_compat.reading.columns import Column
from mkdocs_compat.reading.grid import Grid
from mkdocs_compat.reading.plain import plain, slug
from mkdocs_compat.reading.roles import Role

_DEMANDS = re.compile(r"\b(?:require[sd]?|requirements?|needs?|needed)\b", re.IGNORECASE)
_REQUIREMENTS = re.compile(r"\brequirements?\b", re.IGNORECASE)
_ALONE = re.compile(r"(?:[^\W\d_][\w.-]* )?v?\d+(?:\.\d+)*", re.IGNORECASE)


def demanded(columns: Sequence[Column], grid: Grid, heading: str) -> list[Column]:
    """Return the columns whose versions may be the lowest ones.

    Where any of them is a range, or one of several, the author says so of the others by not saying
    it.

    Args:
        columns: The columns that hold versions of components, without the subject's.
        grid: The table.
        heading: The heading above it.
    """
    alone = [
        column
        for column in columns
        if column.role is Role.VERSIONS
        and not column.is_declared
        and _stand_alone(grid.texts(column.index))
    ]
    if len(alone) == len(columns) and _REQUIREMENTS.search(plain(heading)):
        return alone
    return [column for column in alone if _DEMANDS.search(plain(column.cell.raw))]


def either_way(column: Column) -> Flaw:
    """Return the flaw of a column whose versions are the lowest ones, or the only ones."""
    return Flaw(
        FlawKind.AMBIGUOUS_HEADER,
        column.place,
        f"the versions below '{column.text}' are the lowest ones that work, or the only ones; "
        "nothing is answered of those above them",
        f"Write '3.2+', or say it under compat.columns: \"{column.text}\": "
        f"{{component: {column.components[0] or slug(column.text)}, as: from}}; or 'as: versions' "
        "where no others work.",
    )


def _stand_alone(cells: Sequence[str]) -> bool:
    texts = [text for text in map(plain, cells) if any(map(str.isdigit, text))]
    return bool(texts) and all(_ALONE.fullmatch(text) for text in texts)
