"""Names of artifacts that all cells of a column put in front of their versions.

`external-attacher v4.8.0`, `spark-connector-3.0.0.jar`: small letters and hyphens make no name for
the notation of cells, which would take any word for one; a whole column of them does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_compat.reading.component_names import component_name
from mkdocs_compat.reading.plain import folded, plain
from mkdocs_compat.reading.roles import says_newest

# Whatever else stands behind the name, such as `_2.12-`, can be a version of something else.
_NAME = re.compile(
    r"(?P<name>[a-z][a-z0-9]*(?:[-_][a-z][a-z0-9]*)+)[- ]v?[0-9]+(?:\.[0-9]+)*(?:\.x)?\+?"
    r"(?:\.(?:jar|zip|tgz|tar\.gz|whl|gem|nupkg|vsix))?"
)
_WORD = re.compile(r"[^\W\d_]+")
# What bounds or turns versions is no name, though hyphens make one word of it.
_TURNING = re.compile(
    r"\b(?:above|after|alpha|at|before|below|beta|from|max|min|non?|not|post|pre|rc|since|to|under"
    r"|until|up)\b"
)


def artifact_name(header: str, cells: Sequence[str]) -> str:
    """Return the name of an artifact before each version of a column; empty where none is.

    It has to be that of the header, unless the header names nothing: file names of something else
    can hold versions of a third thing, as `client_2.12` does.

    Args:
        header: The column's header.
        cells: Its cells.
    """
    name = _shared_name(cells)
    words = name.replace("_", "-").split("-")
    if not name or any(map(_TURNING.fullmatch, words)):
        return ""
    own = "" if says_newest(header) else component_name(header)
    shared = [word for word in words if word in folded(own)]
    return name if not _WORD.search(own) or 2 * len(shared) >= len(words) else ""


def _shared_name(cells: Sequence[str]) -> str:
    """Return the name that all cells begin with, blank ones aside; empty where one does not."""
    name = ""
    for cell in cells:
        text = plain(cell)
        match = _NAME.fullmatch(text)
        if text and (match is None or (name and match["name"] != name)):
            return ""
        name = match["name"] if match else name
    return name


def without_artifact(text: str, name: str) -> str:
    """Return a cell without the name of the artifact in front of its versions."""
    if not name:
        return text
    return re.sub(rf"(?<![\w.-]){re.escape(name)}[- ](?=v?[0-9])", "", text)
