"""The scheme `pep440`: Python's versions, ordered as by `packaging`.

After the numbers, a key has one mark for the kind of pre-release, its number, the number of the
post-release or a mark for none, that of the development release or a mark for none, and the
local version behind its mark, in which text sorts before numbers. An epoch stands in front.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.versions.keys import (
    ABOVE,
    END,
    number_key,
    padded_key,
    read_labels,
    read_number,
    strip_zeros,
)
from mkdocs_compat.versions.numbered import MAX_LENGTH, SPACE, NumberedScheme
from mkdocs_compat.versions.scheme import Cut, Extent, Landmark, Version

# White space to Python, as far as it is ASCII.
_SPACE = " \t\n\v\f\r\x1c\x1d\x1e\x1f"

_PATTERN = re.compile(
    r"v?(?:([0-9]+)!)?([0-9]+(?:\.[0-9]+)*)"
    r"(?:[._-]?(alpha|a|beta|b|preview|pre|c|rc)[._-]?([0-9]*))?"
    r"(?:-([0-9]+)|[._-]?(?:post|rev|r)[._-]?([0-9]*))?"
    r"(?:[._-]?dev[._-]?([0-9]*))?"
    r"(?:\+([0-9a-z]+(?:[._-][0-9a-z]+)*))?",
    re.ASCII,
)
_EPOCH = re.compile(r"\s*v?([0-9]+)!(?=[0-9])", re.ASCII | re.IGNORECASE)

_KINDS = {"a": "a", "alpha": "a", "b": "b", "beta": "b"} | dict.fromkeys(
    ("c", "pre", "preview", "rc"), "rc"
)

# Marks in keys. An epoch other than 0 stands above all that begins with a number.
_LATER_EPOCH = "a"
_DEVELOPMENT, _FINAL = "#", "."
_KIND_MARKS = {"a": "$", "b": "%", "rc": "&"}
_KIND_OF_MARK = {mark: kind for kind, mark in _KIND_MARKS.items()}
_NO_POST, _NO_DEVELOPMENT = "-", "_"
_LOCAL_TEXT = "$"
_LOCAL = ","
# Above all local versions of a public one.
_ABOVE_LOCALS = "z"


class Pep440(NumberedScheme):
    """Epoch, numbers, pre-release, post-release, development release and local version."""

    name = "pep440"
    expected = "a version as PEP 440 has it, as in 1.4.0rc1 or 1.4.0.post1"
    release_mark = _FINAL + _NO_POST + _NO_DEVELOPMENT + END

    def read(self, text: str) -> Version:
        trimmed = text.strip(_SPACE)
        # Lower case would turn the Kelvin sign into a k.
        found = _PATTERN.fullmatch(trimmed.lower()) if text.isascii() else None
        if found is None:
            raise self.refusal(text)
        epoch, release, kind, pre, implicit, post, development, local = found.groups()
        numbers, key = self.read_numbers(release)
        if epoch:
            key = _epoch_key(epoch) + key
        post = implicit or post
        labels: tuple[str, ...] = ()
        build = ""
        if kind:
            kind = _KINDS[kind]
            labels = kind, strip_zeros(pre)
            key += _KIND_MARKS[kind] + padded_key(pre)
        else:
            key += _FINAL if development is None or post is not None else _DEVELOPMENT
        if post is None:
            key += _NO_POST
        else:
            build = f"post{strip_zeros(post)}"
            key += padded_key(post)
        if development is None:
            key += _NO_DEVELOPMENT
        else:
            labels = (*labels, "dev", strip_zeros(development))
            key += padded_key(development)
        if local:
            parts = _local_labels(local)
            build += f"+{'.'.join(parts)}"
            key += _LOCAL + "".join(map(_local_key, parts))
        return Version(self.name, trimmed, numbers, labels, build, key + END)

    def above(self, key: str) -> str:
        # A public version stands for its local versions too, as in packaging's specifiers.
        if _LOCAL not in key:
            return key[: -len(END)] + _ABOVE_LOCALS + ABOVE
        return super().above(key)

    def extent(self, text: str, *, exact: bool = False) -> Extent:
        found = _EPOCH.match(text) if len(text) <= MAX_LENGTH else None
        if found is None:
            return super().extent(text, exact=exact)
        try:
            inner = super().extent(text[found.end() :], exact=exact)
        except VersionSyntaxError:
            raise self.refusal(text) from None
        lead = _epoch_key(found[1])
        edge, start, end = (lead + cast("str", cut) for cut in (inner.edge, inner.start, inner.end))
        return inner._replace(text=text.strip(SPACE), edge=edge, start=start, end=end)

    def landmark(self, cut: Cut) -> Landmark:
        point = cast("str", cut)
        if not point.startswith(_LATER_EPOCH):
            return super().landmark(point)
        epoch, at = read_number(point, 1)
        inner = super().landmark(point[at:])
        return replace(inner, text=f"{epoch}!{inner.text}")

    def write_tail(self, cut: str, at: int) -> tuple[str, bool]:
        kind = _KIND_OF_MARK.get(cut[at], "")
        pre, at = read_number(cut, at + 1) if kind else ("", at + 1)
        post, at = read_number(cut, at) if cut[at] != _NO_POST else ("", at + 1)
        development, at = read_number(cut, at) if cut[at] != _NO_DEVELOPMENT else ("", at + 1)
        text = kind + pre + (f".post{post}" if post else "")
        text += f".dev{development}" if development else ""
        if cut[at] == _LOCAL:
            text += "+" + ".".join(read_labels(cut, at + 1))
        return text, bool(kind or development)


def _epoch_key(epoch: str) -> str:
    number = strip_zeros(epoch)
    return "" if number == "0" else _LATER_EPOCH + number_key(number)


def _local_labels(local: str) -> list[str]:
    labels = local.replace("-", ".").replace("_", ".").split(".")
    return [strip_zeros(label) if label.isdigit() else label for label in labels]


def _local_key(label: str) -> str:
    return number_key(label) if label.isdigit() else f"{_LOCAL_TEXT}{label}{END}"
