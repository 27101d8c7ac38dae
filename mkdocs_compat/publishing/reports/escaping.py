"""Texts of authors and readers made harmless: for a terminal, and for Markdown."""

from __future__ import annotations

import json
import re

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~#&!$]")
# What begins a list or a heading at the start of a line.
_LEADING = re.compile(r"^(\d*)([-+=.)])(?=\s|$)")
_ADDRESS = re.compile(r"\b(https?|ftp)://", re.IGNORECASE)
_WWW = re.compile(r"\bwww\.", re.IGNORECASE)
_UNSAFE_IN_LINK = re.compile(r"[\s()<>|\\`*_\[\]]")


def printable(text: str) -> str:
    """Return a line in which nothing moves the cursor or colours the terminal."""
    return "".join(map(_shown, text))


def printable_json(text: str) -> str:
    """Return JSON that says the same, in which nothing moves the cursor or turns the text round."""
    return "".join(each if each.isprintable() or each == "\n" else _numbered(each) for each in text)


def escaped(text: str) -> str:
    """Return a text so that Markdown shows it as it is, on one line.

    `web/elements/markdown.js` does the same.
    """
    line = " ".join(printable(text).split())
    line = _LEADING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", line))
    line = _WWW.sub(r"www\.", _ADDRESS.sub(r"\1\://", line))
    return line.replace("@", "\\@")


def link_target(address: str) -> str:
    """Return an address that cannot end the link in which it stands."""
    return _UNSAFE_IN_LINK.sub(_percent, printable(address))


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())


def _numbered(character: str) -> str:
    return json.dumps(character)[1:-1]


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    return " " if character.isspace() else "\ufffd"
