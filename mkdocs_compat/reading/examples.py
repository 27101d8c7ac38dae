"""Examples that the build proves: those of front matter, and those of a page's own lists.

In prose an example is a list item that names two versions in code, with what it says between them:
"`Client 3.0` is **not** compatible with `Server 4.0`". Several versions may follow the verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.example import Example
from mkdocs_compat.model.site import Flaw, FlawKind
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.ranges.notation import read
from mkdocs_compat.reading.drafting import DraftPage
from mkdocs_compat.reading.plain import folded
from mkdocs_compat.reading.rules import unknown_component
from mkdocs_compat.source import Place, SourceText

# A list item up to the next one, a blank line, or the end.
_ITEM = re.compile(
    r"^[ ]{0,12}(?:[-*+]|[0-9]{1,9}[.)])[ \t]+"
    r"(?P<text>[^\n]*(?:\n(?![ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t])[ \t]*[^\s][^\n]*)*)",
    re.MULTILINE,
)
_FENCE = re.compile(
    r"^[ ]{0,3}(`{3,}|~{3,})[^\n]*\n.*?(?:^[ ]{0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL
)
_CODE = re.compile(r"`([^`\n]+)`")
_VERB = re.compile(
    r"^[\s*_]*(?:(?P<is>is|are|isn['’]t|aren['’]t|works?|runs?|does|do|doesn['’]t|don['’]t|cannot|can['’]t)\b)"
    r"(?P<rest>(?:[\s*_]+(?:not|work|run|fully|only|also|compatible|incompatible|together|supported)\b)*)"
    r"[\s*_]+(?:with|by|on|against)\b[\s*_]*$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"^[\s*_]*(?:,|and|or|,\s*and|,\s*or)[\s*_]*$", re.IGNORECASE)
_NEGATED = re.compile(r"n['’]t\b|\bnot\b|\bincompatible\b|\bcannot\b", re.IGNORECASE)


def read_examples(
    pages: Sequence[DraftPage], components: Mapping[str, Component]
) -> tuple[tuple[Example, ...], list[Flaw]]:
    """Return the examples of a product's pages, and what is wrong with them.

    Args:
        pages: The pages of the product.
        components: Its components by id.
    """
    examples: list[Example] = []
    flaws: list[Flaw] = []
    for page in pages:
        for item in (*_stated(page, components), *_told(page, components)):
            if isinstance(item, Flaw):
                flaws.append(item)
            else:
                examples.append(item)
    return tuple(examples), flaws


def _stated(page: DraftPage, components: Mapping[str, Component]) -> Iterator[Example | Flaw]:
    """Yield the examples of a page's front matter."""
    for said in page.settings.examples:
        flaws = list(_misfits(said.question, components, said.place))
        if len(said.question) < 2 and all(len(texts) < 2 for texts in said.question.values()):
            help_ = "Name versions of two components, or several of one."
            flaws.append(_flaw(said.place, "the example names a single version", help_))
        yield from flaws
        if not flaws:
            yield Example(said.question, said.expect, said.place)


def _misfits(
    question: Mapping[str, tuple[str, ...]], components: Mapping[str, Component], place: Place
) -> Iterator[Flaw]:
    for id_, texts in question.items():
        component = components.get(id_)
        if component is None:
            yield unknown_component("example", id_, components, place)
            continue
        for text in texts:
            if not _is_version(component, text):
                message = f"the example names '{text}', which is no {component.scheme.name} version"
                yield _flaw(place, message, "Write a version, a line or a range.")


def _is_version(component: Component, text: str) -> bool:
    try:
        component.scheme.extent(text.removeprefix("=").strip(), exact=text.startswith("="))
    except VersionSyntaxError:
        notation = read(text, component.scheme)
        return not (notation.range is None or notation.problems or notation.range.is_empty)
    return True


def _told(page: DraftPage, components: Mapping[str, Component]) -> Iterator[Example | Flaw]:
    """Yield the examples of a page's lists, where the page asks for them."""
    if not page.settings.prose_examples:
        return
    source = page.source
    fences = [found.span() for found in _FENCE.finditer(source.text, page.body)]
    names = _names(components)
    for item in _ITEM.finditer(source.text, page.body):
        if not any(start <= item.start() < end for start, end in fences):
            yield from _item(source, item.start("text"), item.group("text"), names, components)


def _item(
    source: SourceText,
    offset: int,
    text: str,
    names: Mapping[str, str | None],
    components: Mapping[str, Component],
) -> Iterator[Example | Flaw]:
    codes = list(_CODE.finditer(text))
    if len(codes) < 2 or text[: codes[0].start()].strip("*_ "):
        return
    verb = _VERB.match(text[codes[0].end() : codes[1].start()])
    if verb is None:
        return
    expect = Verdict.INCOMPATIBLE if _NEGATED.search(verb.group()) else Verdict.COMPATIBLE
    last = 1
    while last + 1 < len(codes) and _BETWEEN.match(
        text[codes[last].end() : codes[last + 1].start()]
    ):
        last += 1
    read_codes = [_version(code.group(1), names, components) for code in codes[: last + 1]]
    for code, found in zip(codes, read_codes, strict=False):
        if isinstance(found, str):
            place = source.place(offset + code.start(1), offset + code.end(1))
            help_ = "Write a component's name and a version, or take 'prose-examples' out."
            yield _flaw(place, f"the example in this list names `{code.group(1)}`, {found}", help_)
    first, *others = read_codes
    if isinstance(first, str):
        return
    for code, other in zip(codes[1:], others, strict=False):
        if isinstance(other, str):
            continue
        place = source.place(offset + codes[0].start(), offset + code.end())
        told = " ".join(f"{codes[0].group()}{verb.group()}{code.group()}".split())
        question = (
            {first[0]: (first[1], other[1])}
            if first[0] == other[0]
            else {first[0]: (first[1],), other[0]: (other[1],)}
        )
        yield Example(question, expect, place, told)


def _version(
    text: str, names: Mapping[str, str | None], components: Mapping[str, Component]
) -> tuple[str, str] | str:
    """Return a component's id and a version, or what is wrong with the text."""
    name, _, version = text.strip().rpartition(" ")
    id_ = names.get(folded(name), "")
    if id_ is None:
        return f"but several components are called '{name}'"
    if not id_:
        return f"but no component is called '{name}'"
    if not _is_version(components[id_], version):
        return f"but '{version}' is no {components[id_].scheme.name} version"
    return id_, version


def _names(components: Mapping[str, Component]) -> dict[str, str | None]:
    """Return the components by what prose calls them; None where that is several."""
    names: dict[str, str | None] = {}
    short: dict[str, str | None] = {}
    for component in components.values():
        for name in (component.id, component.name, *component.aliases):
            names[folded(name)] = component.id
        last = folded(component.name.split()[-1])
        short[last] = component.id if short.get(last, component.id) == component.id else None
    return {**short, **names}


def _flaw(place: Place, message: str, help_: str) -> Flaw:
    return Flaw(FlawKind.INVALID_FRONT_MATTER, place, message, help_)
