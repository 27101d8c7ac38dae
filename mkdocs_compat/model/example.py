"""Examples that the build proves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.source import Place


@dataclass(frozen=True, slots=True)
class Example:
    """A set of versions and the verdict that the author expects.

    Attributes:
        question: Texts by component id: versions, or ranges of which every version is meant.
        expect: The verdict.
        place: Where it stands.
        text: The words of the page, for an example found in its prose; empty for front matter.
    """

    question: Mapping[str, tuple[str, ...]]
    expect: Verdict
    place: Place
    text: str = ""
