"""What the tags of YAML in `mkdocs.yml` stand for."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from mkdocs_compat.errors import ConfigurationError


@dataclass(frozen=True, slots=True)
class RelativePath:
    """`!relative`: a path in a folder of the site, or the folder of the page at hand.

    Attributes:
        base: `$docs_dir`, `$config_dir`, or empty for the page's folder.
        rest: The path from there.
    """

    base: str
    rest: str


class ConfigLoader(yaml.SafeLoader):
    """Understands the tags that MkDocs understands."""


def _python_name(_loader: yaml.SafeLoader, suffix: str, _node: yaml.Node) -> object:
    module, _, name = suffix.rpartition(".")
    try:
        return getattr(importlib.import_module(module), name)
    except Exception as error:
        # Whatever the module does when it is imported.
        raise ConfigurationError(
            f"the configuration names {suffix}, which cannot be imported: {error}"
        ) from error


def _python_call(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> object:
    """`!!python/object/apply:`, with which extensions' functions are given their options."""
    if suffix.partition(".")[0] in sys.stdlib_module_names:
        # No extension asks for one, and whoever checks a site does not expect it to be run.
        raise ConfigurationError(f"the configuration calls {suffix}; it is not called here")
    said: Any = {}
    if isinstance(node, yaml.MappingNode):
        said = loader.construct_mapping(node, deep=True)
    elif isinstance(node, yaml.SequenceNode):
        said = {"args": loader.construct_sequence(node, deep=True)}
    function: Any = _python_name(loader, suffix, node)
    try:
        return function(*(said.get("args") or ()), **(said.get("kwds") or {}))
    except Exception as error:
        raise ConfigurationError(f"the configuration calls {suffix}: {error}") from error


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    """`!ENV NAME`, `!ENV [NAME, OTHER]` or `!ENV [NAME, OTHER, default]`."""
    default = None
    if isinstance(node, yaml.SequenceNode):
        names = loader.construct_sequence(node)
        default = names.pop() if len(names) > 1 else None
    else:
        names = [loader.construct_scalar(node)] if isinstance(node, yaml.ScalarNode) else []
    for name in names:
        if str(name) in os.environ:
            return yaml.safe_load(os.environ[str(name)])
    return default


def _relative(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    text = str(loader.construct_scalar(node)) if isinstance(node, yaml.ScalarNode) else ""
    base, _, rest = text.partition("/")
    if base not in ("", "$docs_dir", "$config_dir"):
        raise ConfigurationError(
            f"the configuration has '!relative {text}': expected $docs_dir or $config_dir"
        )
    return RelativePath(base, rest)


def _plain_value(_loader: yaml.SafeLoader, _suffix: str, _node: yaml.Node) -> object:
    """Any other tag: what it would make does not matter to the tables."""
    return None


ConfigLoader.add_constructor("!ENV", _environment)
ConfigLoader.add_constructor("!relative", _relative)
ConfigLoader.add_multi_constructor("tag:yaml.org,2002:python/name:", _python_name)
ConfigLoader.add_multi_constructor("tag:yaml.org,2002:python/object/apply:", _python_call)
ConfigLoader.add_multi_constructor("!", _plain_value)
ConfigLoader.add_multi_constructor("tag:yaml.org,2002:python/", _plain_value)


def resolved(value: Any, folders: Mapping[str, Path]) -> Any:
    """Return options with every relative path made a real one.

    Args:
        value: The options.
        folders: The folders by the names that a `RelativePath` gives them.
    """
    if isinstance(value, RelativePath):
        return str(folders[value.base] / value.rest)
    if isinstance(value, dict):
        return {key: resolved(item, folders) for key, item in value.items()}
    if isinstance(value, list):
        return [resolved(item, folders) for item in value]
    return value
