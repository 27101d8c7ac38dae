"""Cells for differential tests: put together from what authors write, and then damaged.

Most pieces are understood, so that most cells get as far as joining, excepting and facing bounds;
a few letters, spaces and tags are such as one language treats otherwise than the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.versions.vectors import read_vectors
from tests.versions.version_texts import RELEASES, version_pairs

_LINES = ("0", "1", "3.2", "3.3", "3.2.0", "3.2.1", "4.30.3", "4.0", "10.2", "3.10", "v3.2", "V4")
_ODD_VERSIONS = (
    "03.2", "3.2.0.1", "2.x.0", "3x", "3..2", "x", "3.2-", "1e5", "3_2", "16-3.5", "4.2-4.1",
)  # fmt: skip
_WILDCARDS = ("3.x", "3.2.*", "1.x.x", "v3.2.X", "3.\\*", "3.&ast;", "0.x")
_ARROWS = (
    "➜", "→", "->", "=>", "–", "—", "-", "--", "-->", "..", "...", "…", "to", "until", "thru",
    "Up To", "⇒",
)  # fmt: skip
_SIGNS = (
    ">=", "<=", ">", "<", "=", "==", "===", "!=", "≥", "≤", "≠", "=<", "~>", "~=", "~", "^", "<>",
    "&gt;=", "&lt;",
)  # fmt: skip
_BEFORE = (
    "below", "before", "under", "prior to", "older than", "lower than", "above", "after",
    "newer  than", "up to", "until", "since", "from", "between", "greater than", "through", "upto",
    "less than",
)  # fmt: skip
_BEHIND = (
    "+", " +", "or later", "or newer", "and above", "or older", "and below", "or up", "onwards",
    "and earlier", "OR LATER", "or greater", "upwards",
)  # fmt: skip
_DIVISIONS = (
    ", ", ",", ";", "/", "|", "||", " or ", " and ", " & ", "&&", "<br>", "<br/>", ", and ",
    ", or ", "、", " ", ",,", "<li>", ",<br>", "\\|",
)  # fmt: skip
_MARKS = (
    "*", "**", "†", "‡", "§", "¹", "²³", "[^1]", "[^a b]", "<sup>1</sup>", "<sup>*</sup>", "\\*",
    "&ast;", "&#42;", "&dagger;", "<sup>[^1]</sup>", "<sup>", "</sup>",
)  # fmt: skip
_NAMES = (
    "Server ", "SDK ", "k8s ", "SQL Server ", "version ", "the ", "Not ", "node ", "releases ",
    "iOS ",
)  # fmt: skip
_WRAPPERS = (
    ("**", "**"), ("*", "*"), ("`", "`"), ("_", "_"), ("__", "__"), ("<b>", "</b>"),
    ("<code>", "</code>"), ("[", "](a.md)"), ("[", '](a(b)c.md "1.2")'), ("[", "][x]"),
    ("[", "][]"), ("(", ")"), ("<!-- ", " -->"), ("~~", "~~"), ("<del>", "</del>"),
    ("![", "](a.png)"), ("&nbsp;", "&nbsp;"), ("<span class='a'>", "</span>"),
)  # fmt: skip
_WHOLE = (
    "any", "all", "*", "latest", "-", "–", "n/a", "None", "", " ", "yes", "✓", "TBD", "?",
    "current", "-latest", "any except 3.2",
)  # fmt: skip
_BRACKETS = (
    "[{0},{1})", "({0},{1}]", "[{0},{1}]", "({0},{1})", "[{0}]", "({0})", "[{0},)", "(,{1}]", "(,)",
    "[{0},{1}", "[{0}, {1}) ",
)  # fmt: skip
_EXCEPTIONS = (" except ", " (except ", ", excluding ", " !=", ", != ", " except")
# What some language folds, trims, counts as two or takes for a digit or a word.
_ODD = (
    "\u00a0", "\u2003", "\ufeff", "\u1680", "\u205f", "\x1c", "\x85", "\0", "\t", "\n", "K", "ſ",
    "ß", "İ", "٣", "９", "😀", "𝟤", "\ue000", "\ue001", "\ue003", "&#8195;", "&#160;", "&#0;",
    "&#x1F600;", "&bogus;", "&toString;", "&amp;", "&#96;", "\\", "`", "*", "_", "<", ">", "[", "]",
    "(", ")", "^", "!", "#", "+", "-", ".", ",", "|", "&", "~", "=", "v", "x", "3", "0",
    "<a href='3.2'>", "<v3>", "e\u0301",
)  # fmt: skip


def cell_texts(scheme: str, seed: int, count: int) -> Iterator[str]:
    """Yield so many cells for a scheme, the same for one seed."""
    random = Random(f"cells {scheme} {seed}")
    versions = [text for pair in version_pairs(scheme, seed, 300) for text in pair]
    rows = read_vectors("notation")
    known = [row["cell"] for row in rows]
    for _ in range(count):
        text = random.choice(known) if random.random() < 0.2 else _cell(random, scheme, versions)
        yield _damage(random, text) if random.random() < 0.2 else text


def _cell(random: Random, scheme: str, versions: list[str]) -> str:
    if random.random() < 0.05:
        return random.choice(_WHOLE)
    count = random.choice((1, 1, 1, 1, 1, 2, 2, 3))
    text = _item(random, scheme, versions)
    for _ in range(count - 1):
        text += random.choice(_DIVISIONS) + _item(random, scheme, versions)
    if random.random() < 0.15:
        text += random.choice(_EXCEPTIONS) + _version(random, scheme, versions)
        text += random.choice(("", "", ")", ", " + _version(random, scheme, versions)))
    return text


def _item(random: Random, scheme: str, versions: list[str]) -> str:
    first, second = (_decorated(random, scheme, versions) for _ in range(2))
    kind = random.random()
    if kind < 0.25:
        return first
    if kind < 0.45:
        space = random.choice((" ", " ", " ", ""))
        last = random.choice((second, second, second, "latest"))
        return f"{first}{space}{random.choice(_ARROWS)}{space}{last}"
    if kind < 0.6:
        return random.choice(_SIGNS) + random.choice(("", " ")) + first
    if kind < 0.7:
        link = random.choice(("", ", ", "and ", "&& ", "or "))
        return f"{random.choice(_SIGNS)}{first} {link}{random.choice(_SIGNS)}{second}"
    if kind < 0.8:
        return f"{random.choice(_BEFORE)} {first}" + random.choice(
            ("", f" to {second}", f" and {second}")
        )
    if kind < 0.9:
        return f"{first} {random.choice(_BEHIND)}"
    return random.choice(_BRACKETS).format(first, second)


def _decorated(random: Random, scheme: str, versions: list[str]) -> str:
    text = _version(random, scheme, versions)
    if random.random() < 0.1:
        text = random.choice(_NAMES) + text
    if random.random() < 0.1:
        text += random.choice(_MARKS)
    if random.random() < 0.1:
        opening, closing = random.choice(_WRAPPERS)
        text = opening + text + closing
    return text


def _version(random: Random, scheme: str, versions: list[str]) -> str:
    kind = random.random()
    if scheme == "named" and kind < 0.8:
        return random.choice((*RELEASES, "Hoxton", "2020.0", "Finch", "greenwich"))
    if kind < 0.6:
        return random.choice(_LINES)
    if kind < 0.7:
        return random.choice(_WILDCARDS)
    if kind < 0.72:
        return random.choice(_ODD_VERSIONS)
    return random.choice(versions)


def _damage(random: Random, text: str) -> str:
    for _ in range(random.randint(1, 3)):
        place = random.randint(0, len(text))
        end = min(len(text), place + random.choice((0, 0, 1, 2)))
        text = (
            text[:place]
            + random.choice(("", random.choice(_ODD), random.choice(_DIVISIONS)))
            + text[end:]
        )
    return text
