"""The scheme `pep440`: Python's versions, ordered as by `packaging`.

After the numbers, a key has one mark for the kind of pre-release, its number, the number of the
post-release or a mark for none, that of the development release or a mark for none, and the
local version behind its mark, in which text sorts before numbers. An epoch stands in front.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple, cast

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.versions.keys import (
    ABOVE,
    END,
    number_key,
    read_labels,
    read_number,
    release_stem,
    strip_zeros,
)
from mkdocs_compat.versions.numbered import MAX_LENGTH, NumberedScheme
from mkdocs_compat.versions.scheme import Cut, Extent, Landmark, Version

# White space to Python, as far as it is ASCII.
_SPACE = " \t\n\v\f\r\x1c\x1d\x1e\x1f"

_PATTERN = re.compile(
    r"v?(?:([0-9]+)!)?([0-9]+(?:\.[0-9]+)*)"
    r"(?:[._-]?(alpha|a|beta|b|preview|pre|c|rc)[._-]?([0-9]*))?"
    r"(?:-([0-9]+)|[._-]?(post|rev|r)[._-]?([0-9]*))?"
    r"(?:[._-]?(dev)[._-]?([0-9]*))?"
    r"(?:\+([0-9a-z]+(?:[._-][0-9a-z]+)*))?",
    re.ASCII,
)
_EPOCH = re.compile(r"\s*v?([0-9]+)!(?=[0-9])", re.ASCII | re.IGNORECASE)

_KINDS = {"alpha": "a", "beta": "b", "c": "rc", "pre": "rc", "preview": "rc"}

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


class _Parts(NamedTuple):
    """What a version says; numbers without leading zeros, and "" for what it does not have."""

    epoch: str
    numbers: list[str]
    kind: str
    pre: str
    post: str
    development: str
    local: str


class Pep440(NumberedScheme):
    """Epoch, numbers, pre-release, post-release, development release and local version."""

    name = "pep440"
    expected = "a version as PEP 440 has it, as in 1.4.0rc1 or 1.4.0.post1"
    release_mark = _FINAL + _NO_POST + _NO_DEVELOPMENT + END

    def parse(self, text: str) -> Version:
        parts = self._read(text)
        labels = (parts.kind, parts.pre) if parts.kind else ()
        if parts.development:
            labels = (*labels, "dev", parts.development)
        build = _write_build(parts.post, parts.local)
        numbers = tuple(parts.numbers)
        return Version(self.name, text.strip(_SPACE), numbers, labels, build, _key(parts))

    def key(self, text: str) -> str:
        return _key(self._read(text))

    def stem(self, numbers: Sequence[str]) -> str:
        return release_stem(numbers)

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
        lead = _epoch_key(strip_zeros(found[1]))
        edge, start, end = (lead + cast("str", cut) for cut in (inner.edge, inner.start, inner.end))
        return replace(inner, text=text.strip(_SPACE), edge=edge, start=start, end=end)

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

    def _read(self, text: str) -> _Parts:
        written = text.strip(_SPACE).lower() if len(text) <= MAX_LENGTH else ""
        # Lower case would turn the Kelvin sign into a k.
        found = _PATTERN.fullmatch(written) if text.isascii() else None
        if found is None:
            raise self.refusal(text)
        epoch, release, kind, pre, implicit, word, post, dev, development, local = found.groups()
        return _Parts(
            strip_zeros(epoch) if epoch else "0",
            [strip_zeros(number) for number in release.split(".")],
            _KINDS.get(kind, kind) if kind else "",
            strip_zeros(pre) if kind else "",
            strip_zeros(implicit or post) if implicit or word else "",
            strip_zeros(development) if dev else "",
            local or "",
        )


def _key(parts: _Parts) -> str:
    if parts.kind:
        kind = _KIND_MARKS[parts.kind] + number_key(parts.pre)
    else:
        kind = _DEVELOPMENT if parts.development and not parts.post else _FINAL
    post = number_key(parts.post) if parts.post else _NO_POST
    development = number_key(parts.development) if parts.development else _NO_DEVELOPMENT
    local = _LOCAL + "".join(map(_local_key, _labels(parts.local))) if parts.local else ""
    stem = _epoch_key(parts.epoch) + release_stem(parts.numbers)
    return f"{stem}{kind}{post}{development}{local}{END}"


def _epoch_key(epoch: str) -> str:
    return "" if epoch == "0" else _LATER_EPOCH + number_key(epoch)


def _labels(local: str) -> list[str]:
    return local.replace("-", ".").replace("_", ".").split(".")


def _local_key(label: str) -> str:
    return number_key(strip_zeros(label)) if label.isdigit() else f"{_LOCAL_TEXT}{label}{END}"


def _write_build(post: str, local: str) -> str:
    return (f"post{post}" if post else "") + (f"+{local}" if local else "")
