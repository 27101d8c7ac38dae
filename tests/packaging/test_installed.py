"""Installed in every way there is, in a fresh environment each, the example site builds."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.packaging.conftest import Distributions, Environment

    NewEnvironment = Callable[[], Environment]

ROOT = Path(__file__).resolve().parent.parent.parent
PRINT_TEMPLATES = "import mkdocs_compat.resources as r; print(r.templates_folder())"


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the example away from the checkout, so that nothing else of it can be found."""
    copied = shutil.copytree(
        ROOT / "site_example", tmp_path / "example", ignore=shutil.ignore_patterns("site")
    )
    # MkDocs' own theme: the fewest packages to install.
    return copied / "theme-mkdocs.yml"


def templates_of(environment: Environment) -> Path:
    return Path(environment.run("python", "-c", PRINT_TEMPLATES).strip())


def assert_example_is_built(environment: Environment, example: Path, *, by: str = "mkdocs") -> None:
    site = example.parent / "site"
    environment.run(by, "build", "--strict", "--config-file", example, "--site-dir", site)
    assets = list((templates_of(environment) / "assets" / "mkdocs-compat").iterdir())
    assert {".css", ".js"} <= {asset.suffix for asset in assets}
    for asset in assets:
        arrived = site / "assets" / "mkdocs-compat" / asset.name
        assert arrived.read_bytes() == asset.read_bytes()
    page = (site / "octopus" / "compatibility" / "index.html").read_text(encoding="utf-8")
    assert "<compat-checker" in page
    assert re.search(r'<script[^>]* src="\.\./\.\./assets/mkdocs-compat/[^"]+\.js"', page)


def assert_check_is_clean(environment: Environment, example: Path) -> None:
    environment.run("mkdocs-compat", "check", "--fail-on", "warning", "--config-file", example)


def read_pins(*extras: str) -> list[str]:
    """Return every requirement at its lower bound."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    stated = [*project["dependencies"]]
    for extra in extras:
        stated += project["optional-dependencies"][extra]
    return [re.sub(r">=([\d.]+).*", r"==\1", requirement) for requirement in stated]


def test_wheel(
    distributions: Distributions, new_environment: NewEnvironment, example: Path
) -> None:
    environment = new_environment()
    environment.install(f"{distributions.wheel}[mkdocs]")
    assert_example_is_built(environment, example)
    assert_check_is_clean(environment, example)
    assert templates_of(environment).is_relative_to(environment.folder)


def test_sdist(
    distributions: Distributions, new_environment: NewEnvironment, example: Path
) -> None:
    environment = new_environment()
    environment.install(f"{distributions.sdist}[mkdocs]")
    assert_example_is_built(environment, example)
    assert templates_of(environment).is_relative_to(environment.folder)


def test_editable_install_follows_the_checkout(
    new_environment: NewEnvironment, example: Path
) -> None:
    environment = new_environment()
    environment.install("--editable", f"{ROOT}[mkdocs]")
    assert_example_is_built(environment, example)
    assert templates_of(environment) == ROOT / "templates"


def test_properdocs_in_place_of_mkdocs(
    distributions: Distributions, new_environment: NewEnvironment, example: Path
) -> None:
    environment = new_environment()
    environment.install(f"{distributions.wheel}[properdocs]", "properdocs-theme-mkdocs")
    assert_example_is_built(environment, example, by="properdocs")
    assert_check_is_clean(environment, example)


def test_lowest_versions_that_the_project_states(
    distributions: Distributions, new_environment: NewEnvironment, example: Path
) -> None:
    environment = new_environment()
    environment.install(distributions.wheel, *read_pins("mkdocs"))
    assert_example_is_built(environment, example)
    assert_check_is_clean(environment, example)


def test_command_line_needs_neither_mkdocs_nor_properdocs(
    distributions: Distributions, new_environment: NewEnvironment, example: Path
) -> None:
    environment = new_environment()
    environment.install(distributions.wheel)
    assert_check_is_clean(environment, example)
