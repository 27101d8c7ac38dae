"""Key presses in the checker of a page with a large model, in Chromium."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from statistics import median
from time import monotonic
from typing import Any

from model import Question
from playwright.sync_api import Page, sync_playwright

from tests.browser.pages import TEMPLATES, page_html, render

FRAME = 16
# A question is typed again and again for so long; the best time of each key press counts.
SECONDS = 45
# The checker answers after a pause in typing, so that it is not read out letter by letter.
PAUSE = 250

# Times every task that the page puts off. The one after the pause gives the answer; what it
# costs to lay the page out is part of it. Others add what can be done, slice by slice.
_TIMING = """
const later = window.setTimeout;
window.answers = [];
window.slices = [];
let pressed = 0;
window.setTimeout = (work, ms) => later(() => {
  const start = performance.now();
  work();
  document.body?.offsetHeight;
  const end = performance.now();
  if (ms === PAUSE) window.answers.push([end - start, end - pressed]);
  else window.slices.push(end - start);
}, ms);
document.addEventListener("keydown", () => { pressed = performance.now(); }, true);
""".replace("PAUSE", str(PAUSE))


def measure_page(product: dict[str, Any], questions: Sequence[Question]) -> None:
    """Print what key presses cost in a page with a checker."""
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        for name in ("compat.js", "compat.css"):
            shutil.copy(TEMPLATES / "assets" / "mkdocs-compat" / name, folder)
        # No static tables: what is measured is the checker, not the page around it.
        body = render("checker", product, tables=[])
        Path(folder, "index.html").write_text(page_html(body), "utf-8")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=arguments
        )
        page = browser.new_page(bypass_csp=True)  # waiting evaluates text
        page.add_init_script(_TIMING)
        page.goto(Path(folder, "index.html").as_uri())
        page.wait_for_selector("compat-checker input")
        _type(page, questions[0])
        measured: list[tuple[float, float]] = page.evaluate("answers")
        slices: list[float] = page.evaluate("slices")
        browser.close()
    letters = sum(len(text) for (text,) in questions[0].values())
    answers = [min(measured[at::letters]) for at in range(min(letters, len(measured)))]
    rows = len(product["tables"][0]["rows"])
    print(f"Chromium, the checker with {rows:,} rows, {len(answers)} key presses; milliseconds")
    _print("the answer's own work", [own for own, _ in answers])
    within = sum(own <= FRAME for own, _ in answers)
    print(f"  within a frame of {FRAME} ms: {within} of {len(answers)}")
    waits = [wait - PAUSE for _, wait in answers]
    _print(f"from key press to answer, less the pause of {PAUSE}", waits)
    _print("slices of what is added later", slices)


def _type(page: Page, question: Question) -> None:
    """Type a question letter by letter, and let the page answer after each."""
    start = monotonic()
    letters = [(at, letter) for at, (text,) in enumerate(question.values()) for letter in text]
    for count, (at, letter) in enumerate(cycle(letters)):
        if monotonic() - start > SECONDS:
            return
        if count % len(letters) == 0:
            page.locator(".compat-checker__clear").click()
        page.locator("compat-checker input").nth(at).focus()
        page.keyboard.press(letter)
        page.wait_for_function("count => answers.length > count", arg=count, timeout=60_000)


def _print(what: str, times: Sequence[float]) -> None:
    if times:
        slow = sorted(times)[int(len(times) * 0.95)]
        print(f"  {what}: median {median(times):.1f}, 95 of 100 {slow:.1f}, worst {max(times):.1f}")
