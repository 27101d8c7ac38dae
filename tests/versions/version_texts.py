"""Version texts for differential tests: by each scheme's grammar, and by mutation of vectors.

Numbers, labels and separators come from small sets, so that two versions often agree in most
parts and the rare rules decide.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from random import Random

from tests.versions.vectors import read_vectors

_NUMBERS = ("0", "1", "2", "9", "10", "00", "01", "008", "12", "2018", "2147483647", "2147483648")
_LONG_NUMBERS = ("0000000000", "9007199254740993", "18446744073709551616", "0" * 19, "9" * 40)
_WORDS = ("a", "A", "b", "m", "c", "x", "alpha", "Beta", "milestone", "rc", "RC", "cr", "ga")
_MORE_WORDS = ("final", "release", "SNAPSHOT", "sp", "foo", "redhat", "dev", "post", "pre", "k")
# Separators and specials, and characters that some language folds, trims or takes for a digit.
_ODD = ".-_+!~v* \t\n\x00\x1c\x7f\xa0éſKΣ٣𝟤0123456789abcmxzAZ"

RELEASES = (
    "Angel.SR6", "Camden", "Finchley.M1", "Finchley", "Finchley.SR1", "Greenwich", "Hoxton.RC2",
    "Hoxton", "Hoxton.SR12", "Hoxtonia", "2020.0.0", "2020.0.1", "2020.01", "2021.0", "jubilee",
)  # fmt: skip


def fresh_seed() -> int:
    """Return the seed of this run, which pytest prints at its head."""
    return int(os.environ["COMPAT_SEED"])


def seeded_pairs(scheme: str, seed: int) -> list[tuple[str, str]]:
    """Return 20,000 pairs of a fixed seed and 5,000 of this run's own."""
    return [*version_pairs(scheme, seed, 20_000), *version_pairs(scheme, fresh_seed(), 5_000)]


def version_pairs(scheme: str, seed: int, count: int) -> Iterator[tuple[str, str]]:
    """Yield so many pairs of texts, most of them versions of the scheme, the same for one seed."""
    random = Random(f"{scheme} {seed}")
    write = _GRAMMARS[scheme]
    rows = read_vectors(f"versions-{scheme}")
    known = [row[side] for row in rows for side in ("a", "b")]
    for _ in range(count):
        a = write(random) if random.random() < 0.6 else random.choice(known)
        if random.random() < 0.1:
            a = _mutate(random, a)
        kind = random.random()
        if kind < 0.4:
            b = write(random)
        elif kind < 0.7:
            b = _mutate(random, a)
        else:
            b = random.choice(known)
        yield a, b


def _mutate(random: Random, text: str) -> str:
    for _ in range(random.randint(1, 2)):
        place = random.randint(0, len(text))
        end = min(len(text), place + random.randint(0, 2))
        put = random.choice(("", random.choice(_ODD), _number(random), random.choice(_WORDS)))
        text = text[:place] + put + text[end:]
    return text


def _number(random: Random) -> str:
    return random.choice(_NUMBERS if random.random() < 0.95 else _LONG_NUMBERS)


def _plain_number(random: Random) -> str:
    return random.choice(("0", "1", "2", "9", "10", "2018", "9007199254740993", "2147483648"))


def _word(random: Random) -> str:
    return random.choice(_WORDS if random.random() < 0.6 else _MORE_WORDS)


def _label(random: Random) -> str:
    kind = random.random()
    if kind < 0.4:
        return _plain_number(random)
    if kind < 0.5:
        return _number(random)
    if kind < 0.6:
        return random.choice(
            ("-", "--", "-1", "-0", "-2147483648", "-2147483649", "-01", "1-", "0a")
        )
    return _word(random) + random.choice(("", "", "1", "10", "-1", "-a"))


def _join(random: Random, parts: list[str], separators: str) -> str:
    return "".join(part + random.choice(separators) for part in parts[:-1]) + parts[-1]


def _labels(random: Random, separators: str) -> str:
    return _join(random, [_label(random) for _ in range(random.randint(1, 4))], separators)


def _numbers(random: Random, fewest: int, most: int) -> str:
    number = _plain_number if random.random() < 0.5 else _number
    return ".".join(number(random) for _ in range(random.randint(fewest, most)))


def _maybe(random: Random, text: str, chance: float = 0.5) -> str:
    return text if random.random() < chance else ""


def _semver(random: Random) -> str:
    text = ".".join(_plain_number(random) for _ in range(3))
    text += _maybe(random, "-" + _labels(random, "."), 0.7)
    return text + _maybe(random, "+" + _labels(random, "."), 0.1)


def _octopus(random: Random) -> str:
    text = _maybe(random, random.choice("vV "), 0.1) + _numbers(random, 1, 4)
    text += _maybe(random, random.choice("---._ ").strip() + _labels(random, ".-_"), 0.7)
    return text + _maybe(random, "+" + _labels(random, ".-"), 0.1)


def _nuget(random: Random) -> str:
    text = _numbers(random, 1, 4) + _maybe(random, "-" + _labels(random, "."), 0.7)
    text = (
        text.replace(".", random.choice((" .", ". ", "\t.")), 1) if random.random() < 0.05 else text
    )
    return text + _maybe(random, "+" + _labels(random, "."), 0.1)


def _maven(random: Random) -> str:
    parts = [_number(random)] if random.random() < 0.9 else []
    parts += [random.choice((_number, _word))(random) for _ in range(random.randint(0, 5))]
    separators = ("", ".", ".", "-", "-", "..", "--", ".-", "_")
    return "".join(part + random.choice(separators) for part in parts)


def _pep440(random: Random) -> str:
    def part(words: tuple[str, ...]) -> str:
        separator = random.choice(("", "", ".", "-", "_"))
        tail = random.choice(("", "", ".", "-", "_")) + _maybe(random, _number(random), 0.8)
        return separator + random.choice(words) + tail

    text = _maybe(random, random.choice(("v", "0!", "1!", "10!", "01!", " ")), 0.1)
    text += _numbers(random, 1, 4)
    kinds = ("a", "alpha", "b", "BETA", "c", "rc", "pre", "preview")
    text += _maybe(random, part(kinds), 0.4)
    text += _maybe(random, random.choice((part(("post", "r", "rev")), "-" + _number(random))), 0.3)
    text += _maybe(random, part(("dev",)), 0.3)
    local = _join(random, [random.choice((_number, _word))(random) for _ in range(3)], ".-_")
    return text + _maybe(random, "+" + local, 0.2)


def _dotted(random: Random) -> str:
    text = _maybe(random, "v", 0.1) + _numbers(random, 1, 6)
    return text + _maybe(random, random.choice(("", "-", ".", "_")) + _labels(random, ".-_+"), 0.6)


def _calver(random: Random) -> str:
    year = random.choice(("2018", "2019", "24", "2024"))
    parts = [
        year,
        *(random.choice(("1", "01", "2", "12", "013")) for _ in range(random.randint(0, 3))),
    ]
    return _join(random, parts, "..-") + _maybe(random, "-" + _labels(random, ".-"), 0.3)


def _named(random: Random) -> str:
    name = random.choice(RELEASES)
    return name[: random.randint(1, len(name))] if random.random() < 0.3 else name


_GRAMMARS: dict[str, Callable[[Random], str]] = {
    "semver": _semver,
    "octopus": _octopus,
    "maven": _maven,
    "pep440": _pep440,
    "nuget": _nuget,
    "dotted": _dotted,
    "calver": _calver,
    "named": _named,
}
