"""The cells that most tables hold are read at once, and mean what reading step by step finds."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from mkdocs_compat.ranges.notation import Around, cells, mentions, named_mentions, read
from mkdocs_compat.ranges.notation.usual import read_usual, usual_mentions
from mkdocs_compat.versions import get_scheme
from tests.ranges.cell_texts import cell_texts
from tests.versions.vectors import SCHEMES, read_vectors
from tests.versions.version_texts import RELEASES, fresh_seed

NUMBERS = (
    "0", "1", "2", "3", "10", "007", "3.2", "3.10", "1.0.0", "2018.2", "4.30.3", "0.0", "1.2.3.4",
    "0000000000", "99999999999", "1.2.3.4.5", "2024.01.15",
)  # fmt: skip
ARROWS = (" ➜ ", "➜", " - ", " -> ", " – ", "–", " to ", "→ ", " ⇒", " —", "−")
SLIPS = (
    "v", "V", ".x", ".X", "+", " ", "  ", ",", ", ", " ➜ ", "➜", " - ", " -> ", "-", "–", " to ",
    "latest", " latest", ">=", "<", ">", "≤", ".", "x", "*", "1", "\n", "\t", "٣", "\u00a0",
)  # fmt: skip
# Of most of them every letter can stand in a cell that is read at once.
NAMES = ("Server", "3.x", "1 to", "vv", "to", "1.2 v", "Go", "- v", "V 1 to", "<v")

USUAL = (
    "3.2", "v3.2.1", "3.x", "V3.2.X", "3.2+", "3.x+", ">=3.2", "< 4", "≤ v4.0", "> 1.0", "<= 2",
    "3.3 ➜ 4.30.3", "3.3–4.x", "1.x - 2.x", "1.0 -> 2.0", "1.0 to 2.0", "3.0 ➜ latest", "1.0→2.0",
    "1.0, 2.0", "1.x,2.x", "1.0 ➜ 1.5, 3.x, 4.0 ➜ latest", "", "-", "—",
)  # fmt: skip


def written(random: Random) -> str:
    """Make up a cell of these forms, now and then with a slip."""
    text = random.choice((", ", ", ", ",", "  ,")).join(
        item(random) for _ in range(random.choice((1, 1, 1, 2, 3)))
    )
    if random.random() < 0.3:
        at = random.randrange(len(text) + 1)
        text = text[:at] + random.choice(SLIPS) + text[at + random.choice((0, 0, 1)) :]
    return text


def item(random: Random) -> str:
    kind = random.random()
    if kind < 0.4:
        return version(random)
    if kind < 0.65:
        last = random.choice((version(random), version(random), "latest"))
        return version(random) + random.choice(ARROWS) + last
    if kind < 0.75:
        return version(random) + "+"
    sign = random.choice((">=", "<", "<=", ">", "≥", "≤", "=", "~"))
    return sign + random.choice(("", " ")) + version(random)


def version(random: Random) -> str:
    before, behind = random.choice(("", "", "v", "V")), random.choice(("", "", "", ".x", ".X"))
    return before + random.choice(NUMBERS) + behind


def made_up(scheme: str, seed: int) -> Iterator[tuple[str, Around]]:
    """Yield cells, and what is known about them."""
    random = Random(f"usual {scheme} {seed}")
    texts = [written(random) for _ in range(400)]
    texts += random.sample([row["cell"] for row in read_vectors("notation")], 100)
    for text in (*USUAL, *texts, *cell_texts(scheme, seed, 200)):
        yield text, Around()
        names = tuple(random.sample(NAMES, random.choice((0, 1, 2))))
        others = tuple(random.sample(NAMES, random.choice((0, 1))))
        marks, links = frozenset({"[1]", "(1)"}), frozenset({"3.2"})
        yield text, Around(names, others, marks, links, hyphens=random.random() < 0.5)


@pytest.mark.parametrize("name", SCHEMES)
def test_they_mean_what_each_step_finds(name: str) -> None:
    schemes = [get_scheme(name, full=full, releases=RELEASES) for full in (None, 1, 2)]
    for number, (text, around) in enumerate(made_up(name, fresh_seed())):
        scheme = schemes[number % len(schemes)]
        assert read(text, scheme, around) == cells._read(text, scheme, around), (text, around)


def test_they_mention_what_each_step_finds() -> None:
    for text, _ in made_up("semver", fresh_seed()):
        assert mentions(text) == cells._mentions(text), text
        assert named_mentions(text) == cells._named_mentions(text), text


@pytest.mark.parametrize("text", USUAL)
def test_most_cells_are_read_at_once(text: str) -> None:
    assert read_usual(text, get_scheme("semver")) is not None
    assert usual_mentions(text) is not None


@pytest.mark.parametrize(
    "text", ["3.2, 3.1+", ">=3, <4", "4 ➜ 3", "3.2 or later", "3.2*", "Server 3.2", "3.2-rc1", "3."]
)
def test_others_are_left_to_the_steps(text: str) -> None:
    assert read_usual(text, get_scheme("semver")) is None
