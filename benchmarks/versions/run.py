"""Versions: parse and compare pairs, and sort 100,000 texts, beside the peers of each scheme.

Prints pairs per second and seconds, and how many times as fast as each peer that is. The peers
run in the same process and in turn with ours, on the same texts; each figure is the median of
five, or of fewer where a peer takes seconds. The browser engine's figures come from `engine.mjs`
beside this file.
"""

from __future__ import annotations

import random
import subprocess
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import packaging.version
import semantic_version
import semver
import univers.versions

from mkdocs_compat.versions import get_scheme

TEXTS = 100_000
ROUNDS = 5
SLOW = 5.0
PRERELEASES = {
    "semver": ("-beta.{}", "-rc.{}", "-alpha.1.{}"),
    "octopus": ("-beta.{}", "-rc{}", "-hotfix-issue-{}"),
    "maven": ("-SNAPSHOT", ".RC{}", "-alpha-{}"),
    "pep440": ("rc{}", ".post{}", ".dev{}"),
    "nuget": ("-beta.{}", "-rc{}", "-preview.{}"),
}
PEERS: dict[str, dict[str, Callable[[str], Any]]] = {
    "semver": {
        "semver": semver.Version.parse,
        "semantic-version": semantic_version.Version,
        "univers": univers.versions.SemverVersion,
    },
    # Nobody else reads this scheme in Python; the texts are Semantic Versions too.
    "octopus": {
        "semver": semver.Version.parse,
        "semantic-version": semantic_version.Version,
    },
    "maven": {"univers": univers.versions.MavenVersion},
    "pep440": {
        "packaging": packaging.version.Version,
        "univers": univers.versions.PypiVersion,
    },
    "nuget": {"univers": univers.versions.NugetVersion},
}


def write_texts(name: str) -> list[str]:
    """Write versions as projects have them: three numbers, and every third a pre-release."""
    chance = random.Random(name)
    texts = []
    for _ in range(TEXTS):
        text = ".".join(str(chance.randrange(limit)) for limit in (12, 40, 200))
        if chance.random() < 1 / 3:
            text += chance.choice(PRERELEASES[name]).format(chance.randrange(30))
        texts.append(text)
    return texts


def seconds(work: Callable[[], object]) -> float:
    """Time one piece of work."""
    start = perf_counter()
    work()
    return perf_counter() - start


def measure(works: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Time pieces of work in turn and return the median of each; the slow ones only once."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, work in works.items():
            if sum(times[name]) < SLOW:
                times[name].append(seconds(work))
    return {name: median(measured) for name, measured in times.items()}


def compare_works(name: str, texts: list[str]) -> dict[str, Callable[[], object]]:
    """Return the work of parsing and comparing neighbours, for us and for each peer."""
    scheme = get_scheme(name)
    parse, compare = scheme.parse, scheme.compare
    pairs = list(zip(texts[0::2], texts[1::2], strict=True))
    works: dict[str, Callable[[], object]] = {
        "ours": lambda: [compare(parse(a), parse(b)) for a, b in pairs]
    }
    for peer, read in PEERS[name].items():
        works[peer] = lambda read=read: [read(a) < read(b) for a, b in pairs]
    return works


def sort_works(name: str, texts: list[str]) -> dict[str, Callable[[], object]]:
    """Return the work of sorting texts: by key, or where there are none by pairwise cut."""
    scheme = get_scheme(name)
    key = getattr(scheme, "key", None) or (lambda text: scheme.parse(text).key)
    works: dict[str, Callable[[], object]] = {"ours": lambda: sorted(texts, key=key)}
    for peer, read in PEERS[name].items():
        works[peer] = lambda read=read: sorted(texts, key=read)
    return works


def report(name: str, what: str, times: dict[str, float], write: Callable[[float], str]) -> None:
    """Print one line: our figure, and for each peer how many times as fast that is."""
    ours = times.pop("ours")
    peers = ", ".join(f"{time / ours:.1f}x {peer}" for peer, time in times.items())
    print(f"{name:8} {what:16} {write(ours):>16}   {peers}")


def main() -> None:
    """Measure every scheme that has a peer, then the browser engine."""
    print(f"Python, median of {ROUNDS}, {TEXTS:,} versions")
    for name in PEERS:
        texts = write_texts(name)
        report(
            name,
            "parse + compare",
            measure(compare_works(name, texts)),
            lambda time: f"{TEXTS / 2 / time:,.0f} pairs/s",
        )
        report(name, "sort", measure(sort_works(name, texts)), lambda time: f"{time:.3f} s")
    print(flush=True)
    subprocess.run(["node", Path(__file__).with_name("engine.mjs")], check=True)


if __name__ == "__main__":
    main()
