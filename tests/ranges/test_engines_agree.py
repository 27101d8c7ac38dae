"""Both engines make the same of thousands of cells for each scheme.

The browser's engine reads what a reader types: most markup is refused there, and only the first
problem is told. What it does understand means the same. What only authors write in cells
(`mkdocs_compat.ranges.notation.cells`) is no part of it.
"""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.ranges.notation import read, read_typed
from mkdocs_compat.ranges.notation.tokens import typed_mentions
from mkdocs_compat.ranges.text import write
from mkdocs_compat.ranges.version_set import VersionSet
from mkdocs_compat.versions import get_scheme
from mkdocs_compat.versions.scheme import HIGHEST, Cut, Scheme
from tests.ranges.cell_texts import cell_texts
from tests.versions.vectors import SCHEMES
from tests.versions.version_texts import RELEASES, fresh_seed, version_pairs

COUNT = 1_500
FIXED_SEED = 1
ENGINE = Path(__file__).with_name("engine_cells.mjs")
# Tags, entities, links and emphasis by underscores.
MARKUP = re.compile(
    r"<(?!br */?>)[a-z/!]|&#?[0-9a-z]+;|\]\(|\]\[|(?<![0-9a-z])_|_(?![0-9a-z])",
    re.IGNORECASE | re.ASCII,
)
# A branch, a range and a line to authors, and versions to those who type them: `8.0-maint`,
# `1.4.6-v1.7`, `1.33.z`.
OTHERWISE = re.compile(r"-maint|[0-9]-v[0-9]|\.[nyz]\b", re.IGNORECASE)


def _intervals(versions: VersionSet) -> list[list[str | None]]:
    # A pairwise cut can be written in several ways, as 1.0 and 1.0.0; the others are canonical.
    return [
        [cut if isinstance(cut, str) else None for cut in interval]
        for interval in versions.intervals
    ]


def _describe(scheme: Scheme, cell: str, keys: list[Cut]) -> dict[str, Any]:
    notation = read_typed(cell, scheme)
    range_ = notation.range
    return {
        "range": range_ and [_intervals(held) for held in (range_.inside, range_.edge)],
        "written": range_ and write(range_, scheme),
        "members": range_ and [range_.membership(key).value for key in keys],
        "is_problem": bool(notation.problems),
        "mentions": [*typed_mentions(cell)],
    }


def _keys(scheme: Scheme, versions: list[str]) -> list[Cut]:
    keys = []
    for version in versions:
        try:
            keys.append(scheme.parse(version).key)
        except VersionSyntaxError:
            continue
    return keys


def _case(name: str) -> dict[str, Any]:
    seeds = (FIXED_SEED, fresh_seed())
    return {
        "name": name,
        "releases": RELEASES if name == "named" else (),
        "cells": [cell for seed in seeds for cell in cell_texts(name, seed, COUNT)],
        "versions": [pair[0] for pair in version_pairs(name, FIXED_SEED, 40)],
    }


def test_engines_agree() -> None:
    cases = [_case(name) for name in SCHEMES]
    ran = subprocess.run(
        ["node", ENGINE], input=json.dumps(cases), capture_output=True, encoding="utf-8", check=True
    )
    for case, answers in zip(cases, json.loads(ran.stdout), strict=True):
        scheme = get_scheme(case["name"], releases=case["releases"])
        keys = _keys(scheme, case["versions"])
        for cell, answer in zip(case["cells"], answers, strict=True):
            expected = _describe(scheme, cell, keys)
            if MARKUP.search(cell):
                if answer["range"] is None:
                    continue
                expected["mentions"] = answer["mentions"]
            assert expected == answer, f"{case['name']}: {cell!r}"


def test_cells_mean_what_readers_type() -> None:
    """An author's cell is read further than what is typed, and no otherwise: minima may end."""
    for name in SCHEMES:
        scheme = get_scheme(name, releases=RELEASES if name == "named" else ())
        for cell in _case(name)["cells"]:
            typed, written = read_typed(cell, scheme), read(cell, scheme)
            if typed.range is None or written.range is None or typed.range == written.range:
                continue
            if OTHERWISE.search(cell):
                continue
            assert any(part.range.inside.intervals[-1][1] == HIGHEST for part in typed.parts)
            assert written.range.inside.is_subset(typed.range.inside), (name, cell)


def test_many_cells_of_the_comparison_are_understood() -> None:
    for name in SCHEMES:
        scheme = get_scheme(name, releases=RELEASES if name == "named" else ())
        cells = cell_texts(name, FIXED_SEED, 500)
        assert sum(read(cell, scheme).range is not None for cell in cells) > 100, name
