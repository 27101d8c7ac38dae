"""The site's baseline, read from its file."""

from __future__ import annotations

from pathlib import Path

from mkdocs_compat.checks.baseline import DEFAULT_NAME, Baseline, read_baseline
from mkdocs_compat.command_line.site_config import SiteConfig
from mkdocs_compat.errors import ConfigurationError
from mkdocs_compat.source import SourceText, name_of


def baseline_path(config: SiteConfig, named: Path | None) -> Path:
    """Return where the baseline is: as the command line says, then the configuration."""
    return named or config.baseline or config.root / DEFAULT_NAME


def site_baseline(config: SiteConfig, named: Path | None) -> Baseline | None:
    """Return the baseline; None where there is none and none is named.

    Raises:
        ConfigurationError: It cannot be read, or is named and missing.
    """
    path = baseline_path(config, named)
    if path.exists():
        return open_baseline(path, config)
    if named or path.name != DEFAULT_NAME:
        raise ConfigurationError(
            f"there is no baseline {path}; write it with 'mkdocs-compat baseline', or take the "
            "option 'baseline' out"
        )
    return None


def open_baseline(path: Path, config: SiteConfig) -> Baseline:
    """Read a baseline.

    Raises:
        ConfigurationError: It cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path} is not UTF-8 text; save it as UTF-8") from error
    return read_baseline(SourceText(name_of(path, config.root), text))
