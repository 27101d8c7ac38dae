"""Reads from `mkdocs.yml` what is needed to see a site's pages as its build does.

MkDocs is not asked, so that the command also runs where another generator builds the site.
Understood as MkDocs understands them: `INHERIT`, the tags of YAML, `docs_dir`, `exclude_docs`,
`draft_docs`, `use_directory_urls`, `markdown_extensions`, and the options of our plugin.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from mkdocs_compat.checks.severities import read_severities
from mkdocs_compat.command_line.config_tags import ConfigLoader
from mkdocs_compat.diagnostics import Severity
from mkdocs_compat.errors import ConfigurationError

# What MkDocs always loads.
BUILTIN_EXTENSIONS = ("toc", "tables", "fenced_code")

_NAMES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")

_MOST_PARENTS = 10


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """What `mkdocs.yml` says, as far as the command needs it.

    Attributes:
        root: Folder of the configuration; paths in messages are relative to it.
        docs: Folder of the pages.
        excluded: Patterns of pages that are not built, in the form of `.gitignore`.
        directory_urls: Whether `a.md` becomes `a/` and not `a.html`.
        extensions: Python-Markdown extensions with their options.
        data: Files of shared definitions.
        baseline: The file of accepted findings, where one is named.
        severities: How severe the findings of checks are, by code or name.
        texts: By the path that messages name a file by, texts that are read in its place, such as
            those that were mended and not yet written.
        mended: A folder with those of them that pages include.
        folder: The folder that extensions start from; None for the one that the command runs in.
    """

    root: Path
    docs: Path
    excluded: str
    directory_urls: bool
    extensions: Mapping[str, Mapping[str, Any]]
    data: tuple[Path, ...]
    baseline: Path | None = None
    severities: Mapping[str, Severity] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    mended: Path | None = None
    folder: Path | None = None


def find_config() -> Path:
    """Return the configuration in the current folder.

    Raises:
        ConfigurationError: There is none.
    """
    path = nearby_config()
    if path is None:
        raise ConfigurationError(
            "there is no mkdocs.yml in this folder; go to the folder of the site, or name it "
            "with -f"
        )
    return path


def nearby_config() -> Path | None:
    """Return the configuration in the current folder; None where there is none."""
    return next((Path(name) for name in _NAMES if Path(name).exists()), None)


def plain_config(root: Path) -> SiteConfig:
    """Return the configuration of pages without a site: what MkDocs does by itself."""
    extensions: dict[str, Mapping[str, Any]] = {name: {} for name in BUILTIN_EXTENSIONS}
    return SiteConfig(root, root, "", directory_urls=True, extensions=extensions, data=())


def read_config(path: Path) -> SiteConfig:
    """Read a site's configuration.

    Raises:
        ConfigurationError: It cannot be read, or says what cannot be.
    """
    values = _load(path, _MOST_PARENTS)
    root = path.resolve().parent
    docs = root / str(values.get("docs_dir") or "docs")
    if not docs.is_dir():
        raise ConfigurationError(f"{path}: the folder of the pages, {docs}, does not exist")
    options = _plugin_options(values.get("plugins"))
    data = options.get("data") or []
    files = [data] if isinstance(data, str) else data
    if not isinstance(files, list) or not all(isinstance(name, str) for name in files):
        raise ConfigurationError(f"{path}: the option 'data' of compat must be a list of files")
    baseline = options.get("baseline")
    if baseline is not None and not isinstance(baseline, str):
        raise ConfigurationError(f"{path}: the option 'baseline' of compat must be a file")
    try:
        severities = read_severities(options.get("severity"))
    except ConfigurationError as error:
        raise ConfigurationError(f"{path}: the option 'severity' of compat: {error}") from error
    return SiteConfig(
        root=root,
        docs=docs,
        excluded=f"{values.get('exclude_docs') or ''}\n{values.get('draft_docs') or ''}",
        directory_urls=values.get("use_directory_urls", True) is not False,
        extensions=_extensions(values, path),
        data=tuple(root / name for name in files),
        baseline=root / baseline if baseline else None,
        severities=severities,
    )


def _load(path: Path, parents: int) -> dict[str, Any]:
    try:
        values = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=ConfigLoader)  # noqa: S506 - a SafeLoader
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read: {error.strerror}") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else path
        raise ConfigurationError(f"{where}: {error.problem or error.context}") from error
    except (yaml.YAMLError, ValueError, AttributeError, RecursionError) as error:
        # Values that only look like dates or numbers are refused in many ways.
        raise ConfigurationError(f"{path} is not readable YAML: {error}") from error
    if not isinstance(values, dict):
        raise ConfigurationError(f"{path} is not a configuration: expected a mapping of options")
    parent = values.pop("INHERIT", None)
    if parent is None:
        return values
    if not parents:
        raise ConfigurationError(f"{path}: INHERIT goes round in a circle")
    return _overlaid(_load(path.parent / str(parent), parents - 1), values)


def _overlaid(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            merged[key] = _overlaid(old, value)
        else:
            merged[key] = value
    return merged


def _named_options(said: object) -> dict[str, Mapping[str, Any]]:
    """Return names with options from a list of names and single-key mappings, or a mapping."""
    items: list[tuple[object, object]] = []
    if isinstance(said, dict):
        items = list(said.items())
    elif isinstance(said, list):
        for entry in said:
            items += entry.items() if isinstance(entry, dict) else [(entry, None)]
    return {str(name): options if isinstance(options, dict) else {} for name, options in items}


def _plugin_options(said: object) -> Mapping[str, Any]:
    return _named_options(said).get("compat", {})


def _extensions(values: Mapping[str, Any], path: Path) -> dict[str, Mapping[str, Any]]:
    said = values.get("markdown_extensions") or []
    if not isinstance(said, list | dict):
        raise ConfigurationError(f"{path}: 'markdown_extensions' must be a list")
    return {**{name: {} for name in BUILTIN_EXTENSIONS}, **_named_options(said)}
