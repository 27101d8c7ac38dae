"""Where the pages lead that authors point to from front matter."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit


@dataclass(frozen=True, slots=True)
class SitePages:
    """The Markdown pages of a site, those too that say nothing about compatibility.

    Attributes:
        urls: Their addresses relative to the site's root, by their paths as messages name them.
        folder: The folder of the pages, named likewise; None where it is not known. What a shared
            data file names may be relative to it.
    """

    urls: Mapping[str, str] = field(default_factory=dict)
    folder: str | None = None


def resolve(text: str, path: str, pages: SitePages) -> str | None:
    """Return where a link leads; None where it leads nowhere.

    Args:
        text: An address on the web, or a Markdown page relative to the file that names it.
        path: The path of that file.
        pages: The pages of the site.
    """
    try:
        scheme, host, _, _, _ = urlsplit(text)
    except ValueError:  # such as an address with half a bracket
        return None
    if scheme.lower() in ("http", "https"):
        return text if host else None
    name, mark, fragment = text.partition("#")
    url = _page(unquote(name), path, pages)
    return None if url is None else f"{url}{mark}{fragment}"


def _page(name: str, path: str, pages: SitePages) -> str | None:
    if not name:
        return pages.urls.get(path)
    is_page = path in pages.urls
    folders = [posixpath.dirname(path)]
    if not is_page and pages.folder is not None:
        folders.append(pages.folder)
    for folder in folders:
        found = pages.urls.get(posixpath.normpath(posixpath.join(folder, name)))
        if found is not None:
            return found
    return None
