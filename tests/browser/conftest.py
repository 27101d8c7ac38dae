"""Pages for browser tests: made by hand around the bundle, and opened with errors watched."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.pages import SCRIPT, TEMPLATES, authors_tables, page_html, render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Error, Page

    from tests.browser.pages import Browse, Product, WritePage

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def browse(chromium: Browser) -> Iterator[Browse]:
    """Opens pages; an error of our own script fails the test, a theme's own do not."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def note(error: Error) -> None:
        if SCRIPT in (error.stack or ""):
            errors.append(str(error))

    def open_page(**options: Any) -> Page:
        context = chromium.new_context(**options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", note)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not errors, errors


@pytest.fixture
def page(browse: Browse) -> Iterator[Page]:
    """A fresh page for what we made ourselves: any error on it fails the test."""
    fresh = browse()
    errors: list[str] = []
    fresh.on("pageerror", lambda error: errors.append(str(error)))
    fresh.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    yield fresh
    assert not errors, errors


@pytest.fixture(scope="session")
def octopus_facts() -> str:
    """The facts of Octopus Deploy's page as JSON, as the tests of the engine build them."""
    script = (
        "import { octopus } from './tests/web/product.js'; console.log(JSON.stringify(octopus))"
    )
    return subprocess.run(
        ["node", "--input-type=module", "--eval", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


@pytest.fixture
def octopus(octopus_facts: str) -> Product:
    """The facts of Octopus Deploy's page; a test may change its copy."""
    product: Product = {"rules": [], **json.loads(octopus_facts)}
    for component in product["components"]:
        component.setdefault("releases", [])
    for table in product["tables"]:
        table.setdefault("together", False)
        names = ["Octopus Server", "Octopus.Client Octo.exe", "Calamari", "Tentacle", "TeamCity"]
        table["headers"] = [{"text": name} for name in names]
    return product


@pytest.fixture
def write_page(tmp_path: Path) -> WritePage:
    """Writes pages into one folder, with the script and the styles beside them."""
    for asset in (SCRIPT, "compat.css"):
        shutil.copy(TEMPLATES / "assets" / "mkdocs-compat" / asset, tmp_path)

    def write(product: Product, *, body: str | None = None) -> Path:
        if body is None:
            body = render("checker", product) + render("rules", product) + authors_tables(product)
        path = tmp_path / "index.html"
        path.write_text(page_html(body), "utf-8")
        return path

    return write


@pytest.fixture
def opened(page: Page, write_page: WritePage, octopus: Product) -> Page:
    """A page with a checker of Octopus Deploy's tables."""
    page.goto(write_page(octopus).as_uri())
    return page
