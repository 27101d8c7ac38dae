"""Takes the pictures of the README: the built example in Chromium, light and dark.

Run it with `make pictures`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

IMAGES = Path(__file__).resolve().parent
EXAMPLE = IMAGES.parent.parent / "site_example"

# The question of the example's front page; it has a partial answer with a note.
QUESTION = "octopus-server=2019.1&tentacle=3.20"


def build_example(site: Path) -> None:
    """Build the example so that its pages open from the disk."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--no-directory-urls"]
    configuration = EXAMPLE / "mkdocs.yml"
    subprocess.run(
        [*command, "--config-file", configuration, "--site-dir", site],
        check=True,
    )


def take_picture(browser: Browser, site: Path, color_scheme: str) -> None:
    """Take the picture of the compatibility page with its question answered."""
    page = browser.new_page(
        viewport={"width": 1220, "height": 960},
        device_scale_factor=1.25,
        color_scheme="dark" if color_scheme == "dark" else "light",
    )
    page.goto(f"{(site / 'octopus' / 'compatibility.html').as_uri()}?{QUESTION}")
    page.locator("compat-checker .compat-verdict").first.wait_for()
    page.screenshot(path=IMAGES / f"checker-{color_scheme}.png")
    page.close()


def main() -> None:
    """Build, look, and write the pictures beside this file."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder)
        build_example(site)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for color_scheme in ("light", "dark"):
            take_picture(browser, site, color_scheme)
        browser.close()


if __name__ == "__main__":
    main()
