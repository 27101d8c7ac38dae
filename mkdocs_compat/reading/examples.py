"""The examples that the build proves: those of front matter, and those that pages tell in lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mkdocs_compat.model.component import Component
from mkdocs_compat.model.example import Example
from mkdocs_compat.model.site import Flaw, FlawKind
from mkdocs_compat.ranges.asked import names_versions
from mkdocs_compat.reading.drafts import DraftPage
from mkdocs_compat.reading.prose_examples import prose_examples
from mkdocs_compat.reading.rules import unknown_component
from mkdocs_compat.reading.settings import AskedSettings
from mkdocs_compat.source import Place


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
        flaws = [flaw for asked in said.asked for flaw in _misfits(asked, components)]
        if not flaws and sum(len(asked.versions) for asked in said.asked) < 2:
            help_ = "Name versions of two components, or several of one."
            message = "the example names fewer than two versions"
            flaws.append(_flaw(said.place, message, help_))
        yield from flaws
        if not flaws:
            question = {
                asked.component: tuple(text for text, _ in asked.versions) for asked in said.asked
            }
            yield Example(question, said.expect, said.place)


def _misfits(asked: AskedSettings, components: Mapping[str, Component]) -> Iterator[Flaw]:
    component = components.get(asked.component)
    if component is None:
        yield unknown_component("example", asked.component, components, asked.place)
        return
    for text, place in asked.versions:
        if not names_versions(text, component.scheme):
            message = f"the example names '{text}', which is no {component.scheme.name} version"
            yield _flaw(place, message, "Write a version, a line or a range.")


def _told(page: DraftPage, components: Mapping[str, Component]) -> Iterator[Example | Flaw]:
    """Yield the examples of a page's lists, where the page asks for them."""
    if not page.settings.prose_examples:
        return
    found = list(prose_examples(page.source, page.body, components))
    yield from found
    if not found:
        yield _flaw(
            page.settings.place,
            "'compat.prose-examples' is true, but no list of this page has an example",
            'Write a list item such as "`Client 4.2` is compatible with `Server 4.2`", or take '
            "'prose-examples' out.",
        )


def _flaw(place: Place, message: str, help_: str) -> Flaw:
    return Flaw(FlawKind.INVALID_FRONT_MATTER, place, message, help_)
