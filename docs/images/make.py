"""Takes the pictures of the README and the guide: the built example in Chromium, light and dark.

Run it with `make pictures`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

IMAGES = Path(__file__).resolve().parent
EXAMPLE = IMAGES.parent.parent / "site_example"


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture shows: a page of the example with a question answered.

    Attributes:
        name: What its files are called, before the colour scheme.
        page: The page's address in the site.
        question: What the address asks.
        below: The element with which it ends; it begins with the checker.
    """

    name: str
    page: str
    question: str
    below: str


PICTURES = (
    # A partial answer with its note, and the row marked in the table.
    Picture(
        "checker",
        "octopus/compatibility.html",
        "octopus-server=2019.1&tentacle=3.20",
        "compat-matrix",
    ),
    # A fleet in the middle of an upgrade, and one agent that came too early.
    Picture("fleet", "spire/skew.html", "server=0.9.3&server=0.9.2&agent=0.9.3", "compat-rules"),
)

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


def take_picture(
    browser: Browser, site: Path, picture: Picture, color_scheme: Literal["light", "dark"]
) -> None:
    """Take one picture in one colour scheme, once the whole answer is there."""
    page = browser.new_page(
        viewport={"width": 1220, "height": 1800},
        device_scale_factor=1.5,
        color_scheme=color_scheme,
    )
    page.goto(f"{(site / picture.page).as_uri()}?{picture.question}")
    checker = page.locator("compat-checker")
    checker.locator(".compat-verdict").first.wait_for()
    checker.locator(".compat-fix").first.wait_for()
    top, bottom = checker.bounding_box(), page.locator(picture.below).first.bounding_box()
    if top is None or bottom is None:
        raise RuntimeError("the checker or what stands below it is not on the page")
    page.screenshot(
        path=IMAGES / f"{picture.name}-{color_scheme}.png",
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
        for picture in PICTURES:
            take_picture(browser, site, picture, "light")
            take_picture(browser, site, picture, "dark")
        browser.close()


if __name__ == "__main__":
    main()
