"""Verdicts: how long an answer takes by the size of the model, in both engines and in Chromium.

A model is one table of 10 components; a question names a version of two of them or of all. Prints
milliseconds for each question (the mean, and the worst in brackets) with 100, 1,000 and 10,000
rows, with rules and without, and how many times as long it takes with 10,000 rows as with 100: an
answer that reads the whole table takes 100 times as long. `open` asks which versions of a column,
or of the rows' subject, go with the others. Beside them stands a peer that scans the table, and
how many times as fast as it an answer is. Last, what key presses cost in a page's checker.

The engines' times are CPU time: wall time on shared machines is too noisy.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import mean
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # the tests' pages are used

from model import COLUMN, SUBJECT, Question, make_product, make_questions, make_rules
from press import measure_page
from scan import scan

from mkdocs_compat.model.site import Product
from mkdocs_compat.publishing.payload import product_data
from mkdocs_compat.reasoning.compatibility import Compatibility

SIZES = (100, 1_000, 10_000)
ROUNDS = 3
# How long each figure may take; those of slow answers come from fewer questions.
SECONDS = 0.3

# Milliseconds of each question, by what is measured.
Times = dict[str, list[float]]
# Times by `without`, `with` (rules) and `scan`.
Measured = dict[str, Times]


def measure(
    work: Callable[[Question], object], questions: Sequence[Question], rounds: int = ROUNDS
) -> list[float]:
    """Return the milliseconds of each question that there is time for, the best of some rounds."""
    best: list[float] = []
    start = process_time()
    for _ in range(rounds):
        for at, question in enumerate(questions):
            before = process_time()
            if before - start > SECONDS:
                return best
            work(question)
            spent = (process_time() - before) * 1000
            best[at : at + 1] = [min([*best[at : at + 1], spent])]
    return best


def answers(product: Product, questions: Sequence[Question], pairs: Sequence[Question]) -> Times:
    """Measure the Python engine."""
    before = process_time()
    compatibility = Compatibility(product)
    built = (process_time() - before) * 1000

    def open_(id_: str) -> Callable[[Question], object]:
        return lambda question: compatibility.open(question | {id_: []}, id_)

    return {
        "build the index": [built],
        "ask, a pair": measure(compatibility.ask, pairs),
        "ask, all 10": measure(compatibility.ask, questions),
        "open, a column": measure(open_(COLUMN), questions),
        "open, the subject": measure(open_(SUBJECT), questions),
        # Once only: asked again, what was found on the way is remembered.
        "fixes": measure(compatibility.fixes, questions, 1),
        "standings": measure(compatibility.standings, questions, 1),
    }


def measure_python(product: Product, questions: Sequence[Question]) -> Measured:
    """Measure the Python engine without rules and with them, and the peer."""
    pairs = [{id_: question[id_] for id_ in (SUBJECT, COLUMN)} for question in questions]
    (table,) = product.tables
    return {
        "without": answers(product, questions, pairs),
        "with": answers(replace(product, rules=make_rules()), questions, pairs),
        "scan": {
            "ask, a pair": measure(lambda question: scan(table, question), pairs),
            "ask, all 10": measure(lambda question: scan(table, question), questions),
        },
    }


def measure_node(product: Product, questions: Sequence[Question]) -> Measured:
    """Measure the browser's engine on Node, likewise."""
    whole = product_data(replace(product, rules=make_rules()), str)
    case = {
        "product": whole | {"rules": []},
        "rules": whole["rules"],
        "questions": questions,
        "subject": SUBJECT,
        "column": COLUMN,
        "rounds": ROUNDS,
        "seconds": SECONDS,
    }
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "case.json")
        file.write_text(json.dumps(case), encoding="utf-8")
        command = ["node", str(Path(__file__).with_name("engine.mjs")), str(file)]
        ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    measured: Measured = json.loads(ran.stdout)
    return measured


def report(engine: str, measured: Sequence[Measured]) -> None:
    """Print the figures of one engine for each size, and the growth from the first to the last."""
    print(f"{engine:34}" + "".join(f"{size:>13,} rows  " for size in SIZES) + "  growth")
    kinds = (("", "without"), (", rules", "with"), (", scanning", "scan"))
    for suffix, kind in kinds:
        for work in measured[0][kind]:
            times = [each[kind][work] for each in measured]
            columns = "".join(f"{mean(own):10.3f} ({max(own):6.1f})" for own in times)
            # The same questions about the smallest and the largest table.
            first, *_, last = times
            count = min(len(first), len(last))
            growth = mean(last[:count]) / mean(first[:count])
            print(f"{work + suffix:34}{columns}  {growth:6.2f}x")
    for work in measured[0]["scan"]:
        faster = [mean(each["scan"][work]) / mean(each["without"][work]) for each in measured]
        columns = "".join(f"{times:18.1f}x" for times in faster)
        print(f"{work + ', times as fast as scanning':34}{columns}")
    rate = 1000 / mean(measured[1]["without"]["ask, all 10"])
    pairs = 1000 / mean(measured[1]["without"]["ask, a pair"])
    print(f"{SIZES[1]:,} rows: {pairs:,.0f} pairs a second, {rate:,.0f} questions about all 10")
    print(flush=True)


def main() -> None:
    """Measure the engines by size, then the checker in a browser."""
    print("milliseconds for each question: mean (worst)\n")
    python, node = [], []
    for size in SIZES:
        product, questions = make_product(size), make_questions(size)
        python.append(measure_python(product, questions))
        node.append(measure_node(product, questions))
    report("Python", python)
    report("the browser's engine, on Node", node)
    measure_page(product_data(product, str), questions)


if __name__ == "__main__":
    main()
