"""Verdicts: questions per second by the size of the model, in both engines and in Chromium.

A model is one table of 10 components; a question names a version of each. Prints, for 100, 1,000
and 10,000 rows, answers per second, then how many times as long an answer takes for 10,000 rows as
for 100: an answer that reads the whole table would take 100 times as long. `open` asks which
versions of a column, or of the rows' subject, go with the others. Last, what a key press costs in
a page's checker with 10,000 rows, beside the 16 ms of one frame.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from mkdocs_compat.model.component import Component  # noqa: E402 (the tests' pages need the root)
from mkdocs_compat.model.site import Product  # noqa: E402
from mkdocs_compat.model.table import Cell, Header, Row, Table  # noqa: E402
from mkdocs_compat.model.verdict import Verdict  # noqa: E402
from mkdocs_compat.publishing.payload import product_data  # noqa: E402
from mkdocs_compat.ranges.notation import read  # noqa: E402
from mkdocs_compat.reasoning.compatibility import Compatibility  # noqa: E402
from mkdocs_compat.source import Place  # noqa: E402
from mkdocs_compat.versions import get_scheme  # noqa: E402
from tests.browser.pages import TEMPLATES, page_html, render  # noqa: E402

SIZES = (100, 1_000, 10_000)
COMPONENTS = 10
QUESTIONS = 300
ROUNDS = 5
PRESSES = 60
FRAME = 16

Question = dict[str, list[str]]
PLACE = Place("docs/page.md")
SCHEME = get_scheme("semver")


def line(number: int) -> str:
    """Return the line of a row, counted from 0."""
    return f"{number // 50 + 1}.{number % 50}"


def make_product(size: int) -> Product:
    """Make a table: each row is one line of the subject, each cell the lines of three rows."""
    ids = [f"component-{number}" for number in range(COMPONENTS)]
    components = tuple(Component(id_, id_.title(), (), SCHEME, inferred=False) for id_ in ids)
    rows = []
    for number in range(size):
        texts = [line(number)] + [f"{line(number)} ➜ {line(number + 2)}"] * (COMPONENTS - 1)
        subject, *cells = (
            Cell(
                (id_,), text, text, read(text, SCHEME), PLACE, exact=True, anchor=f"{number}-{id_}"
            )
            for id_, text in zip(ids, texts, strict=True)
        )
        rows.append(Row(subject, tuple(cells)))
    table = Table(
        id="t",
        page="docs/page.md",
        url="page/",
        anchor="t",
        title="Table",
        headers=tuple(Header(each.name, PLACE, (each.id,)) for each in components),
        verdict=Verdict.COMPATIBLE,
        note=None,
        blank=None,
        rows=tuple(rows),
        place=PLACE,
    )
    return Product("benchmark", "Benchmark", components, (table,))


def make_questions(size: int) -> list[Question]:
    """Ask about a release of the subject, and about lines that nearly always go with it."""
    chance = random.Random(size)
    questions = []
    for _ in range(QUESTIONS):
        at = chance.randrange(1, size - 3)
        near = [line(at + chance.choice((0, 1, 2, 0, 1, 2, 3))) for _ in range(COMPONENTS - 1)]
        texts = [f"{line(at)}.{chance.randrange(9)}", *near]
        questions.append({f"component-{n}": [text] for n, text in enumerate(texts)})
    return questions


def without(question: Question, component: str) -> Question:
    """Return the question with one component left open."""
    return {id_: texts for id_, texts in question.items() if id_ != component}


def per_second(work: Callable[[Question], object], questions: Sequence[Question]) -> float:
    """Return how many questions are answered in a second: the median of several rounds."""
    rates = []
    for _ in range(ROUNDS):
        start = perf_counter()
        for question in questions:
            work(question)
        rates.append(len(questions) / (perf_counter() - start))
    return median(rates)


def measure_python(product: Product, questions: Sequence[Question]) -> dict[str, float]:
    """Measure the Python engine."""
    compatibility = Compatibility(product)
    subject, column = "component-0", "component-1"
    return {
        "ask": per_second(compatibility.ask, questions),
        "open, a column": per_second(
            lambda question: compatibility.open(without(question, column), column), questions
        ),
        "open, the subject": per_second(
            lambda question: compatibility.open(without(question, subject), subject), questions
        ),
        "fixes": per_second(compatibility.fixes, questions[: QUESTIONS // 10]),
    }


def measure_node(case: Path) -> dict[str, float]:
    """Measure the browser's engine on Node."""
    command = ["node", str(Path(__file__).with_name("engine.mjs")), str(case), str(ROUNDS)]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    measured: dict[str, float] = json.loads(ran.stdout)
    return measured


def report(engine: str, measured: dict[int, dict[str, float]]) -> None:
    """Print the rates of one engine for each size, and the growth from the first to the last."""
    print(f"{engine:20}" + "".join(f"{size:>12,} rows" for size in SIZES) + "   growth")
    for work in measured[SIZES[0]]:
        rates = [measured[size][work] for size in SIZES]
        columns = "".join(f"{rate:>15,.0f}/s" for rate in rates)
        print(f"{work:20}{columns}   {rates[0] / rates[-1]:.2f}x")
    print(flush=True)


def press_keys(page: Page, case: dict[str, Any]) -> list[float]:
    """Fill in a page's checker field by field and return the milliseconds of each answer."""
    times: list[float] = page.evaluate(
        """({ questions, presses }) => {
          let answers = 0;
          document.addEventListener("compat-checked", () => answers++);
          const times = [];
          for (let press = 0; press < presses; press++) {
            const texts = Object.values(questions[press % questions.length]).flat();
            const inputs = [...document.querySelectorAll("compat-checker input")];
            const at = press % Math.min(inputs.length, texts.length);
            inputs[at].value = texts[at];
            const before = answers;
            const start = performance.now();
            inputs[at].dispatchEvent(new Event("change", { bubbles: true }));
            const time = performance.now() - start;
            if (answers > before) times.push(time);
          }
          return times;
        }""",
        {"questions": case["questions"], "presses": PRESSES},
    )
    return times


def measure_chromium(case: dict[str, Any]) -> None:
    """Print what a key press costs in a page with the largest model."""
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        for name in ("compat.js", "compat.css"):
            shutil.copy(TEMPLATES / "assets" / "mkdocs-compat" / name, folder)
        # No static tables: what is measured is the checker, not the page around it.
        body = render("checker", case["product"], tables=[])
        Path(folder, "index.html").write_text(page_html(body), "utf-8")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=arguments
        )
        page = browser.new_page()
        page.goto(Path(folder, "index.html").as_uri())
        page.wait_for_selector("compat-checker input")
        times = sorted(press_keys(page, case))
        browser.close()
    if not times:
        print("Chromium: the checker did not answer")
        return
    slow = times[int(len(times) * 0.95)]
    print(
        f"Chromium, {SIZES[-1]:,} rows, {len(times)} answers of the checker; a frame is {FRAME} ms"
    )
    print(f"median {median(times):.1f} ms, 95 of 100 within {slow:.1f} ms, most {times[-1]:.1f} ms")


def main() -> None:
    """Measure the engines by size, then the checker in a browser."""
    python, node = {}, {}
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            product, questions = make_product(size), make_questions(size)
            python[size] = measure_python(product, questions)
            data = product_data(product, str)
            case = {"product": data, "questions": questions}
            file = Path(folder, "case.json")
            file.write_text(json.dumps(case), encoding="utf-8")
            node[size] = measure_node(file)
    report("Python", python)
    report("browser engine, Node", node)
    measure_chromium(case)


if __name__ == "__main__":
    main()
