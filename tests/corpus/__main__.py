"""Prints what is read of the pages in a folder, with `compat: true` and with a few lines more.

    python -m tests.corpus FOLDER [--front-matter FILE] [--verbose]

FILE maps names of pages to the front matter that their authors could write.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import yaml

from mkdocs_compat.diagnostics import Severity
from tests.corpus.reading import PageReading, read_corpus_page

SAID = Path(__file__).with_name("front_matter.yml")


def main() -> None:
    """Read the pages and print the shares."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--front-matter", type=Path, default=SAID)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    said = yaml.safe_load(options.front_matter.read_text(encoding="utf-8")) or {}
    pages = sorted(path for path in options.folder.rglob("*") if path.suffix.startswith(".m"))
    if not pages:
        sys.exit(f"{options.folder}: no pages")
    alone = [read_corpus_page(path, "compat: true") for path in pages]
    helped = [
        read_corpus_page(path, said[path.name]) if path.name in said else reading
        for path, reading in zip(pages, alone, strict=True)
    ]
    for reading, more in zip(alone, helped, strict=True):
        _print(reading, more, verbose=options.verbose)
    _share("with 'compat: true'", alone)
    _share("with what is said", helped)


def _print(alone: PageReading, helped: PageReading, *, verbose: bool) -> None:
    errors = [
        f"{code} x{count}"
        for (code, severity), count in sorted(helped.findings.items(), key=lambda item: item[0][0])
        if severity is not Severity.INFO
    ]
    told = alone.fate.value if alone is helped else f"{alone.fate.value} -> {helped.fate.value}"
    cells = f"{helped.cells - helped.unread}/{helped.cells} cells"
    print(f"{helped.name[:60]:60} line {helped.line:4} {told:26} {cells:16} {' '.join(errors)}")
    if verbose:
        for finding in helped.analysis.diagnostics:
            print(f"    {finding.place} {finding.code} {finding.message}")


def _share(name: str, readings: Iterable[PageReading]) -> None:
    """Print how many main tables have which fate, and what became of pages without one."""
    listed = list(readings)
    counts = Counter(reading.fate for reading in listed if reading.line)
    total = sum(counts.values())
    parts = [f"{fate.value} {count} ({count / total:.0%})" for fate, count in counts.items()]
    others = Counter(reading.fate for reading in listed if not reading.line)
    parts += [f"pages without a table: {fate.value} {count}" for fate, count in others.items()]
    print(f"{name}, of {total} main tables: {', '.join(parts)}")


main()
