"""Takes the pictures of the README: the built example in Chromium, light and dark.

Run it with `make pictures`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

IMAGES = Path(__file__).resolve().parent
EXAMPLE = IMAGES.parent.parent / "site_example"

# The question of the example's front page; it has a partial answer with a note.
QUESTION = "octopus-server=2019.1&tentacle=3.20"

# How much of the page around the checker and its table is shown.
MARGIN = 16


def build_example(site: Path) -> None:
    """Build the example so that its pages open from the disk."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--no-directory-urls"]
    configuration = EXAMPLE / "mkdocs.yml"
    subprocess.run(
        [*command, "--config-file", configuration, "--site-dir", site],
        check=True,
    )


def take_picture(browser: Browser, site: Path, color_scheme: Literal["light", "dark"]) -> None:
    """Take the picture of the compatibility page's first section, with its question answered."""
    page = browser.new_page(
        viewport={"width": 1220, "height": 1200},
        device_scale_factor=1.5,
        color_scheme=color_scheme,
    )
    page.goto(f"{(site / 'octopus' / 'compatibility.html').as_uri()}?{QUESTION}")
    checker = page.locator("compat-checker")
    checker.locator(".compat-verdict").first.wait_for()
    top, bottom = checker.bounding_box(), page.locator("compat-matrix").first.bounding_box()
    if top is None or bottom is None:
        raise RuntimeError("the checker or the table is not on the page")
    page.screenshot(
        path=IMAGES / f"checker-{color_scheme}.png",
        clip={
            "x": top["x"] - MARGIN,
            "y": top["y"] - MARGIN,
            "width": top["width"] + 2 * MARGIN,
            "height": bottom["y"] + bottom["height"] - top["y"] + 2 * MARGIN,
        },
    )
    page.close()


def main() -> None:
    """Build, look, and write the pictures beside this file."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder)
        build_example(site)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        take_picture(browser, site, "light")
        take_picture(browser, site, "dark")
        browser.close()


if __name__ == "__main__":
    main()
