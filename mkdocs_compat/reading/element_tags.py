"""The opening tags of our elements, as authors write them in Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

from mkdocs_compat.model.site import PlacedElement
from mkdocs_compat.source import Place, SourceText

# What the inside of a tag is made of; attribute values may hold anything but their own quote.
TAG_INSIDE = r"""(?:[^"'<>]|"[^"]*"|'[^']*')*"""

_TAG = re.compile(rf"<(compat-(?:checker|matrix|rules|upgrade))\b({TAG_INSIDE})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")


def element_tags(markup: str) -> list[str]:
    """Return the opening tags of our elements in some HTML."""
    return [tag.group() for tag in _TAG.finditer(markup)]


def attributes_of(inside: str) -> Mapping[str, str]:
    """Return the attributes in the inside of a tag, their names in lower case."""
    return {
        name.lower(): unescape(next((value for value in values if value), ""))
        for name, *values in _ATTRIBUTE.findall(inside)
    }


def words_of(attributes: Mapping[str, str], name: str) -> tuple[str, ...]:
    """Return the words of an attribute's value, divided by space or commas."""
    return tuple(re.findall(r"[^\s,]+", attributes.get(name, "")))


def placed_element(tag: str, source: SourceText, body: int) -> PlacedElement:
    """Return an opening tag as an element of the page, with its first place in the file."""
    found = _TAG.fullmatch(tag)
    name, inside = (found[1].lower(), found[2]) if found else (tag, "")
    at = source.text.find(tag, body)
    place = Place(source.path) if at < 0 else source.place(at, at + len(tag))
    return PlacedElement(name, attributes_of(inside), place)
