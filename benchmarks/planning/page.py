"""The browser's engine in Chromium, bundled as pages have it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

_HERE = Path(__file__).parent
_ROOT = _HERE.parents[1]


def measure_pages(cases: Sequence[dict[str, Any]], rounds: int) -> Iterator[dict[str, Any]]:
    """Yield the figures of each case, each in a page of its own."""
    script = _bundle()
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=arguments
        )
        for case in cases:
            page = browser.new_page()
            page.add_script_tag(content=script)
            yield page.evaluate(
                "([given, rounds]) => planning.measure(given, rounds, () => performance.now())",
                [case, rounds],
            )
            page.close()
        browser.close()


def _bundle() -> str:
    command = [
        str(_ROOT / "node_modules" / ".bin" / "esbuild"),
        str(_HERE / "measure.js"),
        *("--bundle", "--minify", "--format=iife", "--target=es2020", "--global-name=planning"),
    ]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return ran.stdout
