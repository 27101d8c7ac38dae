"""Examples that a page tells its readers in lists.

Such a list item names versions in code, with what it says between them: "`Client 3.0` is **not**
compatible with `Server 4.0`". Several versions may stand on either side of the verb; what follows
the last one is left alone. Code blocks and comments are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_compat.model.component import Component
from mkdocs_compat.model.example import Example
from mkdocs_compat.model.site import Flaw, FlawKind
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.ranges.asked import names_versions
from mkdocs_compat.reading.plain import folded
from mkdocs_compat.reading.shown_text import shown_text
from mkdocs_compat.source import SourceText

_MARKER = r"[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+"
# A list item up to the next one, a blank line, or the end.
_ITEM = re.compile(
    rf"^{_MARKER}(?P<text>[^\r\n]*(?:\r?\n(?!{_MARKER})[ \t]*[^\s][^\r\n]*)*)", re.MULTILINE
)
# What looks like a name and a version.
_VERSIONED = re.compile(r"\S\s+\S*[0-9]\S*\s*$")
_CODE = re.compile(r"`([^`\r\n]+)`")
# Emphasis, whose marks may stand inside or around words.
_EMPHASIS = re.compile(r"[*_]+|</?(?:b|i|em|strong)>", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:,|(?:,\s*)?(?:and|or|&))\s*", re.IGNORECASE)
_NOT = r"\s+not|n['’]t"
_VERB = re.compile(
    rf"\s*(?:(?:is|are)"
    rf"(?:(?P<not_is>{_NOT})(?:\s+(?P<not_fully>fully))?|\s+(?:(?P<partly>part(?:ial)?ly)|fully|also|only))?"
    rf"\s+(?P<in>in)?compatible"
    rf"|(?:also\s+)?works?(?:\s+(?:also|only))?"
    rf"|(?:do(?:es)?(?:{_NOT})|can(?:\s*not|['’]t))(?P<not_do>)\s+work)"
    r"(?:\s+together)?\s+with\s*(?:both\s+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Named:
    """A version of a component that an item names, and where its code stands in the item."""

    component: str
    version: str
    code: re.Match[str]


def prose_examples(
    source: SourceText, body: int, components: Mapping[str, Component]
) -> Iterator[Example | Flaw]:
    """Yield the examples in a page's lists, and those that name what there is not.

    Args:
        source: The page.
        body: Offset at which its Markdown begins.
        components: The components of its product by id.
    """
    names = _names(components)
    text = shown_text(source.text, body)
    for item in _ITEM.finditer(text, body):
        yield from _Item(source, item.start("text"), item["text"]).read(names, components)


@dataclass(frozen=True, slots=True)
class _Item:
    """One list item: its text, and where that begins in the source."""

    source: SourceText
    offset: int
    text: str

    def read(
        self, names: Mapping[str, str | None], components: Mapping[str, Component]
    ) -> Iterator[Example | Flaw]:
        """Yield the examples that the item tells; none where it does not have their form."""
        codes = list(_CODE.finditer(self.text))
        if not codes or _EMPHASIS.sub("", self.text[: codes[0].start()]).strip():
            return
        middle = self._run(codes, 0)
        if middle == len(codes):
            return
        verb = _VERB.fullmatch(self._between(codes, middle - 1))
        if verb is None:
            return
        end = self._run(codes, middle)
        if not any(_VERSIONED.search(code[1]) for code in codes[:end]):
            return
        if any(all(map(_is_mere_word, side)) for side in (codes[:middle], codes[middle:end])):
            return
        named: list[_Named] = []
        for code in codes[:end]:
            found = _resolve(code, names, components)
            if isinstance(found, str):
                yield self._flaw(code, found)
            else:
                named.append(found)
        first = codes[middle].start()
        for one in (each for each in named if each.code.start() < first):
            for other in (each for each in named if each.code.start() >= first):
                yield self._example(one, other, self._told(codes[middle - 1], codes[middle]), verb)

    def _run(self, codes: Sequence[re.Match[str]], first: int) -> int:
        """Return the number behind the last of the codes that are listed from `first` on."""
        last = first
        while last + 1 < len(codes) and _BETWEEN.fullmatch(self._between(codes, last)):
            last += 1
        return last + 1

    def _between(self, codes: Sequence[re.Match[str]], number: int) -> str:
        """Return what stands between a code and the next one, without emphasis."""
        return _EMPHASIS.sub("", self._told(codes[number], codes[number + 1]))

    def _told(self, one: re.Match[str], other: re.Match[str]) -> str:
        return self.text[one.end() : other.start()]

    def _example(self, one: _Named, other: _Named, told: str, verb: re.Match[str]) -> Example:
        question = {one.component: (one.version,)}
        question[other.component] = (*question.get(other.component, ()), other.version)
        words = " ".join(f"{one.code.group()}{told}{other.code.group()}".split())
        start = self.offset + one.code.start()
        place = self.source.place(start, self.offset + other.code.end())
        return Example(question, _expected(verb), place, words)

    def _flaw(self, code: re.Match[str], problem: str) -> Flaw:
        return Flaw(
            FlawKind.INVALID_FRONT_MATTER,
            self.source.place(self.offset + code.start(1), self.offset + code.end(1)),
            f"the example in this list names `{code[1].strip()}`, {problem}",
            "Write a component's name and a version, or take 'prose-examples' out.",
        )


def _expected(verb: re.Match[str]) -> Verdict:
    if verb["not_do"] is not None:
        return Verdict.INCOMPATIBLE
    if verb["not_fully"] or verb["partly"]:
        return Verdict.PARTIAL
    is_denied = bool(verb["not_is"]) != bool(verb["in"])
    return Verdict.INCOMPATIBLE if is_denied else Verdict.COMPATIBLE


def _is_mere_word(code: re.Match[str]) -> bool:
    """Tell whether a code is no version and does not name one, such as `--flag`."""
    return not re.search(r"\s\S|[0-9]", code[1].strip())


def _resolve(
    code: re.Match[str], names: Mapping[str, str | None], components: Mapping[str, Component]
) -> _Named | str:
    """Return what a code names, or what is wrong with it."""
    words = code[1].split()
    for count in range(len(words) - 1, 0, -1):
        name, version = " ".join(words[:count]), " ".join(words[count:])
        if folded(name) not in names:
            continue
        id_ = names[folded(name)]
        if id_ is None:
            return f"but several components are called '{name}'"
        component = components[id_]
        if not names_versions(version, component.scheme):
            return f"but '{version}' is no {component.scheme.name} version"
        return _Named(id_, version, code)
    if len(words) < 2:
        return "which is not a component's name and a version"
    return f"but no component is called '{' '.join(words[:-1])}'"


def _names(components: Mapping[str, Component]) -> dict[str, str | None]:
    """Return the components by what prose calls them; None where that is several."""
    names: dict[str, str | None] = {}
    short: dict[str, str | None] = {}
    for component in components.values():
        for name in (component.id, component.name, *component.aliases):
            names[folded(name)] = component.id
        for last in component.name.split()[-1:]:
            word = folded(last)
            short[word] = component.id if short.get(word, component.id) == component.id else None
    return {**short, **names}
