"""The files that a page includes, as builds and the command line find and read them.

Extensions and plugins put them into the page. They are read once more here, where a table of the
page is not in its own file, to say where in which file it stands. What cannot be read is left out:
whoever includes it says what is wrong with it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from glob import has_magic, iglob
from itertools import islice
from pathlib import Path
from typing import Protocol, TypeAlias

from mkdocs_compat.reading.include_tags import IncludeTag, TagForm, include_tags
from mkdocs_compat.reading.included import IncludedText
from mkdocs_compat.reading.snippets import Snippet, snippet_of, snippets
from mkdocs_compat.source import SourceText, name_of

# Of a page that includes more, nobody knows where its tables come from.
_MOST_FILES = 1000
_MOST_CHARACTERS = 20_000_000

_Found: TypeAlias = tuple[Path, Snippet | IncludeTag]


class Way(Protocol):
    """A way to include files."""

    def files(self, text: str, here: Path | None, /) -> Iterator[_Found]:
        """Yield the files that a text includes, and how; they need not be there.

        Args:
            text: The text.
            here: The folder of the file that holds it; None for a page that is in none.
        """

    def added(self) -> Iterator[_Found]:
        """Yield the files that every page includes."""


@dataclass(frozen=True, slots=True)
class SnippetWay:
    """`pymdownx.snippets`.

    Attributes:
        bases: The folders, or single files, that snippets are looked for in.
        is_restricted: Whether they cannot be outside.
        appended: What every page includes.
    """

    bases: Sequence[str | os.PathLike[str]]
    is_restricted: bool = True
    appended: Sequence[str] = ()

    @classmethod
    def of(cls, options: Mapping[str, object]) -> SnippetWay:
        """Return the way by the options of the extension."""
        appended = options.get("auto_append")
        return cls(
            bases=bases_of(options),
            is_restricted=options.get("restrict_base_path") is not False,
            appended=[each for each in _items(appended) if isinstance(each, str)],
        )

    def files(self, text: str, _here: Path | None, /) -> Iterator[_Found]:
        """Yield the files that a text includes; the folder of the text does not matter."""
        yield from self._found(snippets(text))

    def added(self) -> Iterator[_Found]:
        """Yield the files that are appended to every page."""
        named = (snippet_of(each.strip()) for each in self.appended)
        yield from self._found(each for each in named if each is not None)

    def _found(self, included: Iterable[Snippet]) -> Iterator[_Found]:
        bases = [Path(os.path.abspath(base)) for base in self.bases]  # noqa: PTH100 - keeps links
        for snippet in included:
            found = next((path for base in bases for path in self._in(base, snippet.path)), None)
            if found is not None:
                yield found, snippet

    def _in(self, base: Path, named: str) -> Iterator[Path]:
        """Yield the file that a path means from a base, if it is there."""
        folder = base if base.is_dir() else base.parent
        path = Path(os.path.abspath(folder / named))  # noqa: PTH100 - keeps links
        if folder is base:
            if path.exists() and (not self.is_restricted or path.is_relative_to(base)):
                yield path
        elif path.exists() and base.exists() and path.samefile(base):
            yield path


@dataclass(frozen=True, slots=True)
class TagWay:
    """mkdocs-include-markdown-plugin, or Jinja's `include`.

    Attributes:
        folder: The folder that paths are relative to.
        form: How tags are written.
        knows_here: Whether `./` and `../` are relative to the file that includes, and paths may
            be patterns.
    """

    folder: Path
    form: TagForm = field(default_factory=TagForm)
    knows_here: bool = True

    def files(self, text: str, here: Path | None, /) -> Iterator[_Found]:
        """Yield the files that a text includes."""
        for tag in include_tags(text, self.form):
            is_near = self.knows_here and tag.path.startswith(("./", "../"))
            folder = here if is_near else self.folder
            if folder is None:
                continue
            path = folder / tag.path
            if self.knows_here and has_magic(tag.path) and not path.is_file():
                for name in iglob(str(path), recursive=True):  # noqa: PTH207 - any path
                    yield Path(name), tag
            else:
                yield path, tag

    def added(self) -> Iterator[_Found]:
        """Yield nothing."""
        return iter(())


@dataclass(frozen=True, slots=True)
class IncludedFiles:
    """Reads what pages of a site include.

    Attributes:
        ways: The ways in which they do.
        root: Folder of the site's configuration.
        docs: Folder of its pages.
        texts: By the path that messages name a file by, texts that are read in its place.
    """

    ways: Sequence[Way]
    root: Path
    docs: Path
    texts: Mapping[str, str] = field(default_factory=dict)

    def of(self, page: SourceText, here: Path | None) -> Sequence[IncludedText]:
        """Return what a page includes, also by files that it includes; nothing if that is too much.

        Args:
            page: The page.
            here: The folder that it is in; None for one that is in none.
        """
        if not self.ways:
            return ()
        read = []
        left = _MOST_CHARACTERS
        for included in self._read(page, here):
            read.append(included)
            left -= sum(end - start for start, end in included.spans)
            if len(read) > _MOST_FILES or left < 0:
                return ()
        return read

    def _read(self, page: SourceText, here: Path | None) -> Iterator[IncludedText]:
        seen: set[_Found] = set()
        sources: dict[Path, SourceText | None] = {}
        waiting = [found for way in self.ways for found in way.added()]
        waiting += self._named(page.text, here)
        while waiting:
            path, how = waiting.pop()
            path = Path(os.path.abspath(path))  # noqa: PTH100 - keeps links
            if (path, how) in seen:
                continue
            seen.add((path, how))
            if path not in sources:
                sources[path] = self._source(path, page.path)
            source = sources[path]
            if source is not None:
                included = IncludedText(source, how.spans(source.text))
                waiting += self._named(included.text, path.parent)
                yield included

    def _named(self, text: str, here: Path | None) -> Iterator[_Found]:
        for way in self.ways:
            yield from islice(way.files(text, here), _MOST_FILES + 1)

    def _source(self, path: Path, page: str) -> SourceText | None:
        """Return the text of a file; None where it cannot be read, or is none of the project."""
        try:
            place = self._place(path)
            if place is None:
                return None
            name = name_of(place, self.root)
            text = self.texts.get(name)
            if text is None:
                text = path.read_text(encoding="utf-8-sig")
        except (OSError, ValueError):
            return None
        return SourceText(name, text, page)

    def _place(self, path: Path) -> Path | None:
        """Return where messages say that a file is; None where a link leads out of the project."""
        if not path.is_file():
            return None
        real, root = path.resolve(), self.root.resolve()
        if real.is_relative_to(self.docs.resolve()) or real.is_relative_to(root):
            if path.is_relative_to(self.root) or path.is_relative_to(self.docs):
                return path
            # The project itself was reached by a link.
            return self.root / real.relative_to(root) if real.is_relative_to(root) else path
        return None if path.is_relative_to(self.root) else path


def bases_of(options: Mapping[str, object]) -> list[str | os.PathLike[str]]:
    """Return the folders, or single files, that `pymdownx.snippets` looks for snippets in."""
    said = options.get("base_path", ["."])
    bases = [said] if isinstance(said, str | os.PathLike) else said
    return [each for each in _items(bases) if isinstance(each, str | os.PathLike)]


def _items(value: object) -> Iterable[object]:
    return value if isinstance(value, list | tuple) else ()
