"""In which ways the pages of a site include files, by the options of its extensions and plugins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from mkdocs_compat.included_files import SnippetWay, TagWay, Way
from mkdocs_compat.reading.include_tags import TagForm
from mkdocs_compat.reading.included import SNIPPETS

_Options: TypeAlias = Mapping[str, Any]
_USUAL = TagForm()


def ways_to_include(
    docs: Path, extensions: Mapping[str, _Options], plugins: Mapping[str, _Options]
) -> Iterator[Way]:
    """Yield the ways in which the pages of a site include files.

    Args:
        docs: Folder of the pages.
        extensions: The options of its Markdown extensions, by their names.
        plugins: The options of its plugins.
    """
    if SNIPPETS in extensions:
        yield SnippetWay.of(extensions[SNIPPETS])
    if "include-markdown" in plugins:
        yield TagWay(docs, _form_of_tags(plugins["include-markdown"]))
    if "macros" in plugins:
        options = plugins["macros"]
        folder = Path(str(options.get("include_dir") or docs))
        yield TagWay(folder, _form_of_jinja(options), knows_here=False)


def _form_of_tags(options: _Options) -> TagForm:
    directives = options.get("directives") or {}
    return TagForm(
        opening=options.get("opening_tag") or _USUAL.opening,
        closing=options.get("closing_tag") or _USUAL.closing,
        names=[str(directives.get(name, name)) for name in _USUAL.names],
        start=options.get("start"),
        end=options.get("end"),
    )


def _form_of_jinja(options: _Options) -> TagForm:
    return TagForm(
        opening=options.get("j2_block_start_string") or _USUAL.opening,
        closing=options.get("j2_block_end_string") or _USUAL.closing,
        names=("include",),
    )
