"""The order of imports that pyproject.toml states holds, and a breach of it would be seen."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LINT_IMPORTS = Path(sys.executable).parent / "lint-imports"


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINT_IMPORTS, "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "mkdocs_compat", tmp_path / "mkdocs_compat")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_imports_go_one_way() -> None:
    run = lint_imports(ROOT)
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize(
    ("module", "planted", "contract"),
    [
        ("versions/scheme.py", "import mkdocs_compat.model", "Imports go one way"),
        ("reading/__init__.py", "import mkdocs_compat.reasoning", "Imports go one way"),
        ("checks/__init__.py", "import mkdocs.plugins", "Only the plugin and its options"),
    ],
)
def test_a_breach_is_seen(copy: Path, module: str, planted: str, contract: str) -> None:
    with (copy / "mkdocs_compat" / module).open("a", encoding="utf-8") as source:
        source.write(f"\n{planted}\n")
    run = lint_imports(copy)
    assert run.returncode == 1, run.stdout
    assert contract in run.stdout.split("BROKEN")[0], run.stdout
    assert "1 broken" in run.stdout
