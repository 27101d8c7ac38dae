"""Parses YAML into nodes with places; nothing is constructed.

PyYAML's own parser says best where something is wrong, and is slow; libyaml is ten times as fast.
They differ in rare texts, so libyaml is asked only about plain ones, and what it refuses is left to
the other.
"""

from __future__ import annotations

import re
from contextlib import suppress

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Neither anchors nor tags, nor signs of which the parsers think differently; and nothing that could
# be nested deeply.
_PLAIN = re.compile(r"""[A-Za-z0-9 \n_.,:/+(){}\[\]'"<>=➜→-]{0,2000}""")
# A value that is left out stands elsewhere for each of them.
_ODD = re.compile(r":[ \n]*[,}\]]|-[ \n]+-")
_MOST_BRACES = 40


def compose(text: str) -> yaml.Node | None:
    """Return the node of a text; None where there is none.

    Raises:
        YAMLError: It is no YAML.
        RecursionError: It is nested too deeply.
    """
    if _is_plain(text):
        with suppress(yaml.YAMLError):
            return yaml.compose(text, Loader=_LOADER)
    return yaml.compose(text, Loader=yaml.SafeLoader)


def _is_plain(text: str) -> bool:
    is_flat = text.count("[") + text.count("{") <= _MOST_BRACES
    return is_flat and _PLAIN.fullmatch(text) is not None and _ODD.search(text) is None
