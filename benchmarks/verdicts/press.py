"""Key presses in the checker of a page with a large model, in Chromium."""

from __future__ import annotations

import json
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
SECONDS = 40
# The checker answers after a pause in typing, so that it is not read out letter by letter.
PAUSE = 250

# What it costs to lay the page out is part of each task that the page puts off.
_LAYING_OUT = """
const later = window.setTimeout;
window.answers = 0;
window.setTimeout = (work, ms) => later(() => {
  work();
  document.body?.offsetHeight;
  if (ms === PAUSE) window.answers++;
}, ms);
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
        page.add_init_script(_LAYING_OUT)
        page.goto(Path(folder, "index.html").as_uri())
        page.wait_for_selector("compat-checker input")
        browser.start_tracing(page=page, categories=["devtools.timeline"])
        _type(page, questions[0])
        measured, slices = _read(browser.stop_tracing())
        browser.close()
    letters = sum(len(text) for (text,) in questions[0].values())
    answers = [min(measured[at::letters]) for at in range(min(letters, len(measured)))]
    rows = len(product["tables"][0]["rows"])
    print(f"Chromium, the checker with {rows:,} rows, {len(answers)} key presses; CPU milliseconds")
    _print("the answer's own work", answers)
    within = sum(own <= FRAME for own in answers)
    print(f"  within a frame of {FRAME} ms: {within} of {len(answers)}")
    _print("slices of what is added later", slices)


def _read(trace: bytes) -> tuple[list[float], list[float]]:
    """Return the milliseconds of answers, and of what is added later, from a browser's trace.

    The times are those of the page's own thread, not of the clock. The answer is what the page
    does after the pause; others add what can be done, slice by slice.
    """
    answers, slices = [], []
    pauses: dict[int, int] = {}
    for event in sorted(json.loads(trace)["traceEvents"], key=lambda each: each.get("ts", 0)):
        data = event.get("args", {}).get("data", {})
        if event["name"] == "TimerInstall":
            pauses[data["timerId"]] = data["timeout"]
        if event["name"] == "TimerFire":
            times = answers if pauses.get(data["timerId"]) == PAUSE else slices
            times.append(event.get("tdur", 0) / 1000)
    return answers, slices


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
        page.wait_for_function("count => answers > count", arg=count, timeout=60_000)


def _print(what: str, times: Sequence[float]) -> None:
    if times:
        slow = sorted(times)[int(len(times) * 0.95)]
        print(f"  {what}: median {median(times):.1f}, 95 of 100 {slow:.1f}, worst {max(times):.1f}")
