"""Puts keys under `compat:` into a page's front matter, as text: all that stands there stays."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from mkdocs_compat.errors import ConfigurationError

# As MkDocs finds it: between a first line of three dashes and the next one of dashes or dots.
_FRONT_MATTER = re.compile(
    r"-{3}[ \t]*\r?\n(?P<yaml>.*?)^(?:-{3}|\.{3})[ \t]*\r?$", re.DOTALL | re.MULTILINE
)

_INDENT = 2


@dataclass(frozen=True, slots=True)
class Key:
    """A key that can stand under `compat:`.

    Attributes:
        name: The key.
        lines: Its text, the comments above it first, without indentation and line endings.
    """

    name: str
    lines: tuple[str, ...]


def with_keys(text: str, keys: Sequence[Key], remarks: Sequence[str] = ()) -> str:
    """Return a page with keys under `compat:`, those left out that stand there already.

    Args:
        text: The page.
        keys: The keys.
        remarks: Comments to put in front of them.

    Raises:
        ConfigurationError: The front matter cannot be read, or is written so that nothing can be
            put in.
    """
    ending = "\r\n" if re.match(r"[^\n]*\r\n", text) else "\n"
    found = _FRONT_MATTER.match(text)
    if found is None:
        if re.match(r"-{3}[ \t]*\r?\n", text):
            raise ConfigurationError("the front matter has no end; close it with three dashes")
        whole = _under(_head(keys), _lines(keys, remarks), _INDENT, ending)
        body = "" if re.match(r"[ \t]*\r?\n", text) or not text else ending
        return f"---{ending}{whole}---{ending}{body}{text}"
    start = found.start("yaml")
    key, value = _compat(found["yaml"])
    if key is None:
        at = found.end("yaml")
        return text[:at] + _under(_head(keys), _lines(keys, remarks), _INDENT, ending) + text[at:]
    if isinstance(value, yaml.MappingNode) and value.value:
        return _into(text, start, value, (keys, remarks), ending)
    if value is not None and not isinstance(value, yaml.ScalarNode | yaml.MappingNode):
        raise ConfigurationError("'compat' is a list; expected a mapping")
    colon = text.index(":", start + key.end_mark.index) + 1
    end = max(colon, start + (key if value is None else value).end_mark.index)
    return _instead(text, (colon, end), keys, remarks, ending)


def _compat(front_matter: str) -> tuple[yaml.Node | None, yaml.Node | None]:
    """Return the nodes of the key `compat` and of its value; None where it is not there."""
    try:
        node = yaml.compose(front_matter, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise ConfigurationError(f"the front matter is not readable YAML: {error}") from error
    if node is None:
        return None, None
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        raise ConfigurationError("the front matter is no mapping with a key on each line")
    for key, value in node.value:
        if isinstance(key, yaml.ScalarNode) and key.value == "compat":
            return key, value
    return None, None


def _into(
    text: str,
    start: int,
    value: yaml.MappingNode,
    given: tuple[Sequence[Key], Sequence[str]],
    ending: str,
) -> str:
    """Put keys in front of those that stand there."""
    if value.flow_style:
        raise ConfigurationError(
            "'compat' is written in braces; write it with a key on each line first"
        )
    keys, remarks = given
    own = {str(each.value) for each, _ in value.value if isinstance(each, yaml.ScalarNode)}
    new = [key for key in keys if key.name not in own]
    if not new:
        return text
    first = value.value[0][0].start_mark
    at = start + first.index - first.column
    return text[:at] + _under("", _lines(new, remarks), first.column, ending) + text[at:]


def _instead(
    text: str, value: tuple[int, int], keys: Sequence[Key], remarks: Sequence[str], ending: str
) -> str:
    """Put keys in the place of `true`, or of nothing; a comment behind it stays."""
    start, end = value
    if not keys:
        return f"{text[:start]} true{text[end:]}"
    line = text.find("\n", end)
    behind = len(text) if line < 0 else line + 1
    comment = text[end:behind].rstrip()
    return (
        text[:start]
        + comment
        + ending
        + _under("", _lines(keys, remarks), _INDENT, ending)
        + text[behind:]
    )


def _head(keys: Sequence[Key]) -> str:
    return "compat:" if keys else "compat: true"


def _lines(keys: Sequence[Key], remarks: Sequence[str]) -> list[str]:
    return [*(f"# {remark}" for remark in remarks), *(line for key in keys for line in key.lines)]


def _under(head: str, lines: Sequence[str], indent: int, ending: str) -> str:
    inner = [f"{' ' * indent}{line}" for line in lines]
    return "".join(f"{line}{ending}" for line in ([head] if head else []) + inner)
