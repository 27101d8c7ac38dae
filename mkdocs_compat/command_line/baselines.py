"""Which baseline a command means."""

from __future__ import annotations

from pathlib import Path

from mkdocs_compat.baseline_file import find_baseline
from mkdocs_compat.checks.baseline import DEFAULT_NAME, Baseline
from mkdocs_compat.command_line.site_config import SiteConfig


def baseline_path(config: SiteConfig, named: Path | None) -> Path:
    """Return where the baseline is: as the command line says, then the configuration."""
    return named or config.baseline or config.root / DEFAULT_NAME


def site_baseline(config: SiteConfig, named: Path | None) -> Baseline | None:
    """Return the baseline; None where there is none and none is named.

    Raises:
        ConfigurationError: It cannot be read, or is named and missing.
    """
    path = baseline_path(config, named)
    return find_baseline(path, config.root, is_named=named is not None)
