"""What the source distribution and the wheel hold."""

from __future__ import annotations

import zipfile
from configparser import ConfigParser
from email.parser import Parser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import mkdocs_compat

if TYPE_CHECKING:
    from tests.packaging.conftest import Distributions

ROOT = Path(__file__).resolve().parent.parent.parent


def sources(folder: str) -> set[str]:
    """Return the files under a folder of the checkout, without what Python leaves there."""
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture
def wheel(distributions: Distributions) -> zipfile.Path:
    return zipfile.Path(zipfile.ZipFile(distributions.wheel))


def test_wheel_holds_the_package_and_its_templates_and_nothing_else(wheel: zipfile.Path) -> None:
    expected = sources("mkdocs_compat") | {f"mkdocs_compat/{name}" for name in sources("templates")}
    held = {
        name
        for name in wheel.root.namelist()
        if ".dist-info/" not in name and not name.endswith("/")
    }
    assert held == expected


def test_wheel_holds_the_script_and_the_style_sheet(wheel: zipfile.Path) -> None:
    assets = wheel / "mkdocs_compat" / "templates" / "assets" / "mkdocs-compat"
    assert {".js", ".css"} <= {asset.suffix for asset in assets.iterdir()}


def test_wheel_says_where_its_parts_are(wheel: zipfile.Path) -> None:
    (information,) = (path for path in wheel.iterdir() if path.name.endswith(".dist-info"))
    entry_points = ConfigParser()
    entry_points.read_string((information / "entry_points.txt").read_text())
    assert dict(entry_points["console_scripts"]) == {
        "mkdocs-compat": "mkdocs_compat.command_line:main"
    }
    assert dict(entry_points["mkdocs.plugins"]) == {"compat": "mkdocs_compat.plugin:CompatPlugin"}
    assert dict(entry_points["markdown.extensions"]) == {
        "mkdocs_compat": "mkdocs_compat.markdown_extension:CompatExtension"
    }
    metadata = Parser().parsestr((information / "METADATA").read_text(encoding="utf-8"))
    assert metadata["Name"] == "mkdocs-compat"
    assert metadata["Version"] == mkdocs_compat.__version__
    assert (information / "licenses" / "LICENSE").exists()


@pytest.mark.parametrize("folder", ["mkdocs_compat", "templates", "web", "docs"])
def test_sdist_holds_the_sources(distributions: Distributions, folder: str) -> None:
    unpacked = distributions.unpacked
    held = {
        path.relative_to(unpacked).as_posix()
        for path in (unpacked / folder).rglob("*")
        if path.is_file()
    }
    assert held == sources(folder)


@pytest.mark.parametrize(
    "name", ["LICENSE", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "pyproject.toml"]
)
def test_sdist_holds_what_a_packager_reads(distributions: Distributions, name: str) -> None:
    assert (distributions.unpacked / name).read_text(encoding="utf-8").strip()


def test_sdist_holds_nothing_built(distributions: Distributions) -> None:
    built = {"node_modules", ".venv", "dist", "__pycache__"}
    held = {path.name for path in distributions.unpacked.rglob("*") if path.is_dir()}
    assert not held & built
    assert not (distributions.unpacked / "site_example" / "site").exists()
