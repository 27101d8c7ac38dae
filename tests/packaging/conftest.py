"""The built distributions, and fresh environments that they are installed in."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command away from the checkout; return what it printed."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@dataclass(frozen=True)
class Distributions:
    """The source distribution, unpacked as well, and the wheel that was built from it."""

    sdist: Path
    wheel: Path
    unpacked: Path


@dataclass(frozen=True)
class Environment:
    """A fresh virtual environment without access to any other."""

    folder: Path

    def install(self, *requirements: str | Path) -> None:
        """Install with the pip that runs the tests; a fresh environment need not have its own."""
        pip = (sys.executable, "-m", "pip", "--python", str(self.folder))
        run(*pip, "install", "--quiet", *requirements, cwd=self.folder)

    def run(self, program: str, *arguments: str | Path) -> str:
        """Run one of its programs."""
        return run(self.folder / "bin" / program, *arguments, cwd=self.folder)


@pytest.fixture(scope="session")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Distributions:
    folder = tmp_path_factory.mktemp("distributions")
    # Without more arguments, `build` makes the wheel from the source distribution.
    build = (sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder))
    run(*build, ROOT, cwd=folder)
    (sdist,) = folder.glob("*.tar.gz")
    (wheel,) = folder.glob("*.whl")
    run("tar", "--extract", "--gzip", "--file", sdist, cwd=folder)
    (unpacked,) = (path for path in folder.iterdir() if path.is_dir())
    return Distributions(sdist, wheel, unpacked)


@pytest.fixture
def new_environment(tmp_path: Path) -> Callable[[], Environment]:
    def create() -> Environment:
        folder = tmp_path / "environment"
        run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=tmp_path)
        return Environment(folder)

    return create
