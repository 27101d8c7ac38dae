"""Small sites, written to a folder and built as their authors would build them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import yaml
from bs4 import BeautifulSoup, Tag
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

OCTOPUS = Path(__file__).resolve().parents[1] / "checks" / "octopus"
PUBLISHED = (OCTOPUS / "published.md").read_text(encoding="utf-8")
CORRECTED = (OCTOPUS / "corrected.md").read_text(encoding="utf-8")

EXTENSIONS = ["admonition", "attr_list", "footnotes"]


def write_site(folder: Path, pages: Mapping[str, str], **options: Any) -> Path:
    """Write a site's pages and its mkdocs.yml; return the path of the latter."""
    for name, text in pages.items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    config = {
        "site_name": "Test",
        "site_url": "https://example.org/some/docs/",
        "plugins": ["search", "compat"],
        "markdown_extensions": EXTENSIONS,
        **options,
    }
    path = folder / "mkdocs.yml"
    path.write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
    return path


def run_build(
    config: Path, *arguments: str, program: str = "mkdocs"
) -> subprocess.CompletedProcess[str]:
    """Build a site by the command that its author would use."""
    return subprocess.run(
        [sys.executable, "-m", program, "build", *arguments],
        cwd=config.parent,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def load(config: Path, **options: Any) -> MkDocsConfig:
    return load_config(str(config), **options)


def build(config: Path, **options: Any) -> Path:
    """Build a site in this process, which is quicker; return the site's folder."""
    loaded = load(config, **options)
    loaded.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(loaded)
    finally:
        loaded.plugins.on_shutdown()
    return Path(loaded.site_dir)


@cache
def _soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


@cache
def _ids(path: Path) -> frozenset[str]:
    return frozenset(str(tag["id"]) for tag in _soup(path).find_all(id=True))


@dataclass(frozen=True)
class BuiltPage:
    """A page of a built site."""

    site: Path
    path: Path

    def elements(self, name: str) -> list[Tag]:
        return list(_soup(self.path).find_all(name))

    def products(self) -> list[dict[str, Any]]:
        """Return what each checker of the page is given."""
        return [json.loads(str(tag["data-compat"])) for tag in self.elements("compat-checker")]

    def target(self, link: str) -> tuple[Path, str]:
        """Return the file and the fragment that a relative link leads to."""
        parts = urlsplit(link)
        assert not parts.scheme, "the link is not relative"
        assert not parts.path.startswith("/"), "the link is not relative"
        path = (self.path.parent / unquote(parts.path)).resolve() if parts.path else self.path
        return (path / "index.html" if path.is_dir() else path), parts.fragment

    def has_id(self, id_: str) -> bool:
        return id_ in _ids(self.path)


def pages_of(site: Path) -> Iterator[BuiltPage]:
    for path in sorted(site.rglob("*.html")):
        yield BuiltPage(site, path)
