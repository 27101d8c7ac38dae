"""Reads an item of a list such as `v2.x: Kubernetes 1.20+, Helm 3`.

Behind the versions of the subject stand a colon, a dash, an arrow or a verb, and then components
with their versions, in the item itself or in a list inside it. An item that says anything else, or
more, is not understood: half of a sentence may say the opposite of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from mkdocs_compat.ranges.notation import mentions, named_mentions
from mkdocs_compat.reading.plain import plain
from mkdocs_compat.reading.version_columns import reads_as_versions

_LONGEST = 2_000

# Links, emphasis, code and attributes, which space takes the place of.
_MARKUP = re.compile(
    r"!?\[(?P<link>[^\[\]^][^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])|\*\*|__|`|[ \t]*\{:?[^{}]*\}\s*$"
    r"|</?(?:a|b|code|em|i|span|strong)\b[^<>]*>"
    r"|(?<![\w*])(?P<mark>[*_])(?P<text>[^\s*_](?:[^*_]*[^\s*_])?)(?P=mark)(?![\w*])"
)
_VERBS = (
    r"(?:(?:is|are|only|also|(?:intended|designed|made|meant)(?:\s+to)?)\s+)*"
    r"(?:requires?|needs?|supports?|works?\s+(?:with|on)|runs?\s+(?:with|on)|(?:tested|compatible|verified)\s+(?:with|on|against)|for|with)"
)
_COLON = re.compile(r"\s*:(?=\s|$)")
_VERB = re.compile(rf"\s+{_VERBS}(?=\s|$)", re.IGNORECASE)
_DASH = re.compile(r"\s+(?:[–—→➜⇒]|--?>?|=>)(?=\s|$)|\s*[→➜⇒—]")
_BREAK = re.compile(r"<br\s*/?>|</?(?:li|ul|ol|p)\b[^<>]*>", re.IGNORECASE)
# Behind these a version alone is the lowest one for some authors, and the only one for others.
_DEMANDS = re.compile(r"\b(?:requires?|needs?)\b", re.IGNORECASE)
_ALONE = re.compile(r"[`*_.\s]*v?\d+(?:\.\d+)*[`*_.\s]*", re.IGNORECASE)
_FIRST_VERB = re.compile(rf"\s*{_VERBS}\s", re.IGNORECASE)
_LAST_VERB = re.compile(rf"\s+{_VERBS}\s*$", re.IGNORECASE)

_VERSIONS = (
    r"(?:[<>=~^≥≤!]|v?\d|(?:at least|below|before|from|since|until|up to|versions?|v\.?)\s+v?\d)"
)
_NAMED = re.compile(
    rf"\s*(?P<name>[^\W\d_](?:[^:,;]*?[^\s:])??)(?:\s*:)?\s+(?P<versions>{_VERSIONS}.*)",
    re.DOTALL | re.IGNORECASE,
)
_BARE = re.compile(rf"\s*{_VERSIONS}", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;]|(?<=\s)(?:and|&|\+|plus)(?=\s)", re.IGNORECASE)
# `1.20 and later` is one range.
_LATER = re.compile(
    r"\s*(?:above|below|earlier|higher|later|lower|newer|older|onwards?|or|up|under)\b",
    re.IGNORECASE,
)
# Words that are no part of a name, and would turn what is said.
_TURNING = frozenset(
    re.findall(
        r"\w+",
        "above adds any at before below break breaks but deprecated deprecates drop dropped drops "
        "end ended except excluding fix fixed fixes from incompatible no none not only over remove "
        "removed removes since than to unsupported until untested up upgrade was without",
    )
)

# Where a text stands in an item: the number of the piece, its first character and the one behind.
Span: TypeAlias = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class ReadItem:
    """What an item says.

    Attributes:
        subject: Where the versions of the subject stand.
        parts: The name of each component, and where its versions stand.
    """

    subject: Span
    parts: tuple[tuple[str, Span], ...]


def read_item(pieces: Sequence[str], is_subject: Callable[[str], bool]) -> ReadItem | None:
    """Return what an item says; None where that is not understood.

    Args:
        pieces: Its own text and those of the items in it, as the author wrote them.
        is_subject: Tells whether a name is the subject's.
    """
    if not pieces or sum(map(len, pieces)) > _LONGEST:
        return None
    shown = [_without_markup(piece) for piece in pieces]
    for end, behind in _divisions(shown[0]):
        subject = _subject(shown[0][:end], is_subject)
        if subject is None:
            continue
        parts = [_parts(0, pieces[0], shown[0], behind)] if shown[0][behind:].strip(" .") else []
        for number, text in enumerate(shown[1:], 1):
            parts.append(_parts(number, pieces[number], text, 0))
        found = [part for some in parts for part in some or ()]
        names = {name.casefold() for name, _ in found}
        demands = _DEMANDS.search(shown[0], end, behind)
        if demands and any(_ALONE.fullmatch(_at(pieces, span)) for _, span in found):
            return None
        if found and None not in parts and len(names) == len(found):
            return ReadItem(_whole(0, pieces[0], *subject), tuple(found))
    return None


def _at(pieces: Sequence[str], span: Span) -> str:
    number, start, end = span
    return pieces[number][start:end]


def _without_markup(text: str) -> str:
    """Return a text with spaces for its markup, every other character where it was."""

    def spaces(found: re.Match[str]) -> str:
        for group in ("link", "text"):
            if found[group]:
                before = found.start(group) - found.start()
                rest = found.end() - found.end(group)
                return " " * before + _without_markup(found[group]) + " " * rest
        return " " * len(found[0])

    return _MARKUP.sub(spaces, text)


def _divisions(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the subject may end, and where what is said of it begins."""
    for pattern in (_COLON, _VERB, _DASH):
        for found in pattern.finditer(text):
            last = _LAST_VERB.search(text[: found.start()])
            first = _FIRST_VERB.match(text, found.end())
            yield (last or found).start(), first.end() - 1 if first else found.end()
    # Everything else stands in a list inside it.
    yield len(text), len(text)


def _subject(text: str, is_subject: Callable[[str], bool]) -> tuple[int, int] | None:
    named = _NAMED.fullmatch(text)
    if named is not None and is_subject(plain(named["name"])):
        start = named.start("versions")
    elif _BARE.match(text):
        start = len(text) - len(text.lstrip())
    else:
        return None
    versions = text[start:].rstrip()
    understood = reads_as_versions("version", [versions]) and _names_nothing(versions)
    return (start, start + len(versions)) if understood else None


def _names_nothing(versions: str) -> bool:
    """Tell whether no name stands among some versions: it would be that of another component."""
    return not any(name for name, _ in named_mentions(versions))


def _parts(number: int, raw: str, text: str, start: int) -> list[tuple[str, Span]] | None:
    """Return the components that a text names from `start` on; None where it says more."""
    found: list[tuple[str, int, int]] = []
    for begin, end in _tokens(text, start):
        named = _NAMED.fullmatch(text, begin, end)
        if named is not None and _is_name(named["name"]):
            found.append((plain(named["name"]), named.start("versions"), end))
        elif found and (_BARE.match(text, begin, end) or _LATER.match(text, begin, end)):
            name, first, _ = found[-1]
            found[-1] = (name, first, end)
        else:
            return None
    parts = []
    for name, first, last in found:
        versions = text[first:last].rstrip()
        versions = versions.rstrip(".") if versions.endswith(".") else versions
        if not mentions(versions) or not _names_nothing(versions):
            return None
        parts.append((name, _whole(number, raw, first, first + len(versions))))
    return parts or None


def read_parts(raw: str) -> list[tuple[str, int, int]] | None:
    """Return the components that a cell names and where their versions stand; None if unclear."""
    if len(raw) > _LONGEST:
        return None
    shown = _without_markup(_BREAK.sub(lambda found: ",".ljust(len(found[0])), raw))
    parts = _parts(0, raw, shown, 0)
    return None if parts is None else [(name, span[1], span[2]) for name, span in parts]


def _tokens(text: str, start: int) -> Iterator[tuple[int, int]]:
    depth, begin = 0, start
    divisions = {found.start(): found for found in _BETWEEN.finditer(text, start)}
    skip = start
    for at in range(start, len(text)):
        depth += (text[at] in "([") - (text[at] in ")]")
        found = divisions.get(at)
        if found is not None and depth <= 0 and at >= skip:
            if text[begin:at].strip():
                yield begin, at
            begin = skip = found.end()
    if text[begin:].strip(" ."):
        yield begin, len(text)


def _is_name(text: str) -> bool:
    words = text.split()
    if any(word.casefold().strip("().") in _TURNING for word in words):
        return False
    firsts = (word.lstrip("(")[:1] for word in words)
    return len(words) == 1 or all(first.isupper() or first.isdigit() for first in firsts)


def _whole(number: int, raw: str, start: int, end: int) -> Span:
    """Return a span that holds the code and emphasis around it where they begin inside of it."""
    for sign in ("`", "**", "__"):
        if raw[start:end].count(sign) % 2:
            if raw[max(start - len(sign), 0) : start] == sign:
                start -= len(sign)
            elif raw[end : end + len(sign)] == sign:
                end += len(sign)
    return number, start, end
