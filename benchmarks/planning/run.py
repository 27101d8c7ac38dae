"""Plans: how long they take and how many states are looked at, in both engines and in Chromium.

Prints milliseconds for each case: `first` is the first plan of a process that has just started (in
Chromium, of a page), `anew` the best of some planners that know no verdict yet, and `again` the
same plan from a planner that does. Beside them stands a peer in Python, a breadth-first search
over whole states. Growth says how many times as long a plan takes for how many times as many
states. Times in Python and on Node are CPU time of all threads, those in Chromium the page's clock.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from time import process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # the tests' products are used

from model import Case, lockstep, rolling, single, stopping
from page import measure_pages
from plain import walk

from mkdocs_compat.planning.planner import Planner
from mkdocs_compat.publishing.payload import product_data

ROUNDS = {"python": 3, "browser": 20}
# The peer walks whole spaces: with more than this it takes too long.
PEERS = ("3 x 40, rolling", "3 x 40, with downtime", "3 x 20, in lockstep", "5 x 12, rolling")

CASES = (
    rolling(3, 40),
    stopping(3, 40),
    rolling(5, 12),
    stopping(5, 12),
    lockstep(3, 20),
    lockstep(3, 40),
    single(1_000, 50),
    single(1_000, 0),
)
SIZES = (
    tuple(rolling(3, lines) for lines in (10, 20, 40, 80)),
    tuple(single(releases, releases // 20) for releases in (250, 500, 1_000, 2_000)),
    tuple(single(releases, 0) for releases in (250, 500, 1_000, 2_000)),
)


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """Return what some work returns, and the milliseconds of CPU time that it took."""
    before = process_time()
    result = work()
    return result, (process_time() - before) * 1000


def measure_python(case: Case) -> dict[str, Any]:
    """Measure the Python engine."""
    anew, again = [], []
    for _ in range(ROUNDS["python"]):
        planner = Planner(case.product)
        plan, spent = timed(lambda: planner.plan(case.start, case.target))  # noqa: B023
        anew.append(spent)
        again.append(timed(lambda: planner.plan(case.start, case.target))[1])  # noqa: B023
    figures = {"first": anew[0], "anew": min(anew), "again": min(again)}
    return {"hops": len(plan.hops), "visited": plan.visited, **figures}


def measure_node(case: dict[str, Any]) -> dict[str, Any]:
    """Measure the browser's engine on Node."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "case.json")
        file.write_text(json.dumps(case | {"rounds": ROUNDS["browser"]}), encoding="utf-8")
        command = ["node", str(Path(__file__).with_name("engine.mjs")), str(file)]
        ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    measured: dict[str, Any] = json.loads(ran.stdout)
    return measured


def data(case: Case) -> dict[str, Any]:
    """Return a case as the browser's engine takes it."""
    product = product_data(case.product, str)
    return {"product": product, "start": case.start, "target": case.target}


def report_cases() -> None:
    """Print the figures of each case."""
    given = [data(case) for case in CASES]
    pages = measure_pages(given, ROUNDS["browser"])
    engines = ("Python", "Node", "Chromium")
    head = "".join(f"{engine + ': first':>18}{'anew':>8}{'again':>8}" for engine in engines)
    print(f"{'':24}{'hops':>6}{'states':>8}{head}")
    for case, each, page in zip(CASES, given, pages, strict=True):
        found = [measure_python(case), measure_node(each), page]
        hops, visited = ({one[key] for one in found} for key in ("hops", "visited"))
        assert len(hops) == len(visited) == 1, "the engines differ"
        times = "".join(
            f"{one['first']:18.1f}{one['anew']:8.1f}{one['again']:8.1f}" for one in found
        )
        print(f"{case.name:24}{hops.pop():6}{visited.pop():8}{times}", flush=True)
        if case.name in PEERS:
            (fewest, states), spent = timed(lambda: walk(case))  # noqa: B023
            ratio = spent / found[0]["anew"]
            told = "none without a lockstep" if fewest is None else f"{fewest} hops"
            print(f"{'  breadth first':24}{'':6}{states:8}{spent:18.1f}   {told}; {ratio:.1f}x")


def report_growth() -> None:
    """Print how the time of a plan grows, against the states that are looked at."""
    print(f"\n{'growth, on Node':24}{'states':>8}{'anew':>10}{'again':>8}{'a state':>10}")
    for sizes in SIZES:
        found = [measure_node(data(case)) for case in sizes]
        for case, one in zip(sizes, found, strict=True):
            each = one["again"] / one["visited"]
            print(
                f"{case.name:24}{one['visited']:8}{one['anew']:10.1f}{one['again']:8.1f}{each:10.3f}"
            )
        for before, after in pairwise(found):
            times, states = (after[key] / before[key] for key in ("again", "visited"))
            print(f"{'':24}{states:7.1f}x as many states take {times:.1f}x as long", flush=True)


def main() -> None:
    """Measure the cases, then how their figures grow."""
    print("milliseconds for a plan\n")
    report_cases()
    report_growth()


if __name__ == "__main__":
    main()
