"""Where `pymdownx.snippets` finds files that are not where the site's configuration says.

Extensions read the files that pages include by themselves. So what was mended of them and is not
yet written is put into a folder of its own, below the same path, and they look there first. And
what they look for from the current folder was elsewhere when another revision is read.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs_compat.command_line.site_config import SiteConfig
from mkdocs_compat.included_files import bases_of


@contextmanager
def with_mended(config: SiteConfig, included: Iterable[str]) -> Iterator[SiteConfig]:
    """Yield the configuration with which pages include files by the texts that it gives them.

    Args:
        config: The configuration.
        included: The files that pages include, as messages name them.
    """
    changed = [name for name in included if name in config.texts]
    if not changed:
        yield config
        return
    with TemporaryDirectory(prefix="mkdocs-compat-") as folder:
        for name in changed:
            path = _below(Path(folder), config.root / name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(config.texts[name], encoding="utf-8")
        yield replace(config, mended=Path(folder))


def moved(options: Mapping[str, Any], folder: Path | None, mended: Path | None) -> dict[str, Any]:
    """Return the options of `pymdownx.snippets` with which it finds files elsewhere.

    Args:
        options: Its options.
        folder: The folder to start from; None for the current one.
        mended: The folder to look into first, if there is one.
    """
    bases = [Path(os.path.abspath((folder or Path()) / base)) for base in bases_of(options)]  # noqa: PTH100 - keeps links
    if mended is not None:
        bases = [each for base in bases for each in (_below(mended, base), base)]
    return {**options, "base_path": [str(base) for base in bases]}


def _below(folder: Path, path: Path) -> Path:
    """Return the path that stands for another one in a folder."""
    path = Path(os.path.abspath(path))  # noqa: PTH100 - keeps links
    return folder / path.relative_to(path.anchor)
