"""The plugin's options in `mkdocs.yml`."""

from __future__ import annotations

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.base import BaseConfigOption, ValidationError

from mkdocs_compat.checks.baseline import DEFAULT_NAME
from mkdocs_compat.checks.severities import read_severities
from mkdocs_compat.diagnostics import Severity
from mkdocs_compat.errors import ConfigurationError


class _Files(c.ListOfItems[str]):
    """A list of files that exist; a single one may stand alone."""

    def __init__(self) -> None:
        super().__init__(c.File(exists=True), default=[])

    def run_validation(self, value: object) -> list[str]:
        return super().run_validation([value] if isinstance(value, str) else value)


class _Severities(BaseConfigOption[dict[str, Severity]]):
    """A mapping from checks to severities."""

    def __init__(self) -> None:
        super().__init__()
        self.default = {}

    def run_validation(self, value: object) -> dict[str, Severity]:
        try:
            return read_severities(value)
        except ConfigurationError as error:
            raise ValidationError(str(error)) from error


# MkDocs leaves the making of its classes untyped.
class UpgradePageOptions(base.Config):  # type: ignore[no-untyped-call]
    """What stands under `upgrade_pages`: the pages about upgrades from single lines."""

    title = c.Type(str, default="")
    """Title of each page, with `{version}`, `{component}` and `{product}` in it."""

    path = c.Type(str, default="")
    """Path of each page in the docs folder, likewise; without it below the page of the guide."""

    nav = c.Type((bool, str), default=True)
    """Whether they stand in the navigation; a text names their section."""

    products = c.ListOfItems(c.Type(str), default=[])
    """Ids of the products that have such pages; all without any."""

    components = c.ListOfItems(c.Type(str), default=[])
    """Ids of the components that have; without any, those of which `upgrade:` says something."""


class _UpgradePages(BaseConfigOption[UpgradePageOptions | None]):
    """True, false, or a mapping of what is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.default = False

    def run_validation(self, value: object) -> UpgradePageOptions | None:
        if value is None or value is False:
            return None
        if value is not True and not isinstance(value, dict):
            raise ValidationError("Expected true, false, or a mapping of options")
        options = c.SubConfig(UpgradePageOptions)
        found: UpgradePageOptions = options.run_validation({} if value is True else value)
        self.warnings += options.warnings
        return found


class CompatOptions(base.Config):  # type: ignore[no-untyped-call]
    """Options of the `compat` plugin."""

    # The underscore keeps it apart from an attribute of Config; MkDocs takes it off the name.
    data_ = _Files()
    """`data`: files of definitions that several pages share, relative to `mkdocs.yml`."""

    strict = c.Type(bool, default=False)
    """Whether errors and warnings stop the build, even where MkDocs hides its warnings (`-q`)."""

    baseline = c.Type(str, default=DEFAULT_NAME)
    """`baseline`: the file of accepted findings, relative to `mkdocs.yml`."""

    severity = _Severities()
    """`severity`: how severe the findings of checks are, by code or name."""

    debug = c.Type(bool, default=False)
    """Whether each table that was read tells below it what was recognised in it."""

    checker = c.Type(bool, default=True)
    """Whether a checker stands above the first compatibility table of a page that places none."""

    upgrade_pages = _UpgradePages()
    """Whether each line gets a page about the way from it to the newest, and which."""
