"""Words that rules and upgrades share in the form of the front matter, each with its place."""

from __future__ import annotations

from mkdocs_compat.model.rule import LEVELS
from mkdocs_compat.reading.forms import Text

LEVEL = Text("a level", LEVELS, placed=True)
DISTANCE = Text(
    "a number of steps up to 1000 and a level, such as '1 minor'",
    pattern=rf"(?:[0-9]{{1,3}}|1000) +(?:{'|'.join(LEVELS)})s?",
    placed=True,
)
RANGE = Text("a range of versions, such as '<4.2'", placed=True)
COMPONENT_ID = Text("a component's id", placed=True)
