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
    """What a picture shows: a part of a page of the example.

    Attributes:
        name: What its files are called, before the colour scheme.
        page: The page's address in the site, with what it asks.
        top: The element with which it begins.
        bottom: The element with which it ends.
        awaited: What must be there before.
        schemes: The colour schemes in which it is taken.
    """

    name: str
    page: str
    top: str
    bottom: str
    awaited: tuple[str, ...] = ()
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")


ANSWERED = ("compat-checker .compat-verdict", "compat-checker .compat-fix")

PICTURES = (
    # A partial answer with its note, and the row marked in the table.
    Picture(
        "checker",
        "octopus/compatibility.html?octopus-server=2019.1&tentacle=3.20",
        "compat-checker",
        "compat-matrix",
        ANSWERED,
    ),
    # A fleet in the middle of an upgrade, and one agent that came too early.
    Picture(
        "fleet",
        "spire/skew.html?server=0.9.3&server=0.9.2&agent=0.9.3",
        "compat-checker",
        "compat-rules",
        ANSWERED,
    ),
    # A server that goes first, and clients that may follow.
    Picture(
        "plan",
        "ravendb/upgrading.html?from.server=4.2&from.client=4.2&to.server=5.3&to.client=5.3",
        "compat-upgrade .compat-planner",
        "compat-upgrade .compat-planner",
        ("compat-upgrade .compat-verdict",),
        ("light",),
    ),
    # What readers without JavaScript see of it: the picture, and the ways from all lines.
    Picture(
        "guide",
        "ravendb/upgrading.html",
        "compat-upgrade .compat-upgrade__title",
        "compat-upgrade .compat-upgrade__scroll",
        schemes=("light",),
    ),
)

# How much of the page around it is shown.
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
    """Take one picture in one colour scheme, once all of it is there."""
    page = browser.new_page(
        viewport={"width": 1220, "height": 1800},
        device_scale_factor=1.5,
        color_scheme=color_scheme,
    )
    page.goto(f"{site.as_uri()}/{picture.page}")
    for awaited in picture.awaited:
        page.locator(awaited).first.wait_for()
    top = page.locator(picture.top).first.bounding_box()
    bottom = page.locator(picture.bottom).first.bounding_box()
    if top is None or bottom is None:
        raise RuntimeError("the part to be shown is not on the page")
    page.screenshot(
        path=IMAGES / f"{picture.name}-{color_scheme}.png",
        full_page=True,
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
            for color_scheme in picture.schemes:
                take_picture(browser, site, picture, color_scheme)
        browser.close()


if __name__ == "__main__":
    main()
