"""What several groups of tests share: the built example, a Chromium, and a server of files."""

from __future__ import annotations

import functools
import http.server
import os
import random
import shutil
import subprocess
import sys
import threading
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "site_example"

# Each theme has a configuration of its own, because only Material knows its palette and features.
EXAMPLE_CONFIGURATIONS = {
    "material": "mkdocs.yml",
    "mkdocs": "theme-mkdocs.yml",
    "readthedocs": "theme-readthedocs.yml",
}

# Keeps Material's notice about its own future out of the output that tests read.
os.environ["NO_MKDOCS_2_WARNING"] = "1"


# A plain run draws the same cases each time, so that it is red only for what somebody changed.
# `make fuzz` draws new ones: COMPAT_SEED is "fresh" then, or a number that repeats a run.
_SEED = os.environ.get("COMPAT_SEED", "")
if _SEED == "fresh":
    os.environ["COMPAT_SEED"] = str(random.SystemRandom().randrange(10**9))
os.environ.setdefault("COMPAT_SEED", "20261121")
settings.register_profile("steady", derandomize=True)
settings.register_profile("fresh", derandomize=False)
settings.load_profile("fresh" if _SEED else "steady")


def pytest_report_header() -> str:
    seed = os.environ["COMPAT_SEED"]
    return f"differential tests: seed {seed} (COMPAT_SEED={seed} repeats them)"


class BuildExample(Protocol):
    """Builds `site_example` strictly, once per choice, and returns the site's folder."""

    def __call__(self, theme: str = "material", *, directory_urls: bool = True) -> Path: ...


class Serve(Protocol):
    """Serves a folder under a sub-path for the length of a test and returns its URL."""

    def __call__(self, folder: Path, sub_path: str = "/") -> str: ...


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> BuildExample:
    @functools.cache
    def build(theme: str, directory_urls: bool) -> Path:
        folder = tmp_path_factory.mktemp(f"example-{theme}")
        urls = "--use-directory-urls" if directory_urls else "--no-directory-urls"
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", urls]
        configuration = EXAMPLE / EXAMPLE_CONFIGURATIONS[theme]
        run = subprocess.run(
            [*command, "--config-file", str(configuration), "--site-dir", str(folder)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stdout + run.stderr
        return folder

    def build_once(theme: str = "material", *, directory_urls: bool = True) -> Path:
        return build(theme, directory_urls)

    return build_once


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium, or else the one that Playwright installed."""
    # A container's root has no use for Chromium's sandbox, and Chromium refuses to start with it.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=arguments
        )
        yield browser
        browser.close()


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the folder under a sub-path, as a site that is not at the root of its host."""

    def __init__(self, *args: Any, sub_path: str, folder: Path) -> None:
        self._sub_path = sub_path
        super().__init__(*args, directory=str(folder))

    def translate_path(self, path: str) -> str:
        if not path.startswith(self._sub_path):
            return str(Path(self.directory) / "nothing-stands-outside-the-sub-path")
        return super().translate_path("/" + path.removeprefix(self._sub_path))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base's name)
        pass


@contextmanager
def _served(folder: Path, sub_path: str) -> Iterator[str]:
    handler = functools.partial(_Handler, sub_path=sub_path, folder=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{sub_path}"
        server.shutdown()
        thread.join()


@pytest.fixture
def serve() -> Iterator[Serve]:
    with ExitStack() as open_servers:
        yield lambda folder, sub_path="/": open_servers.enter_context(_served(folder, sub_path))
