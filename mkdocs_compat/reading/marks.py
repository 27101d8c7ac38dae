"""Marks in cells, such as ✓ and ✗: which there are, and what a page's legend says they mean.

A mark means what the author declares under `marks`; else what the legend on the page says, where
its words are plain; else what everybody takes it for. What is left over has no meaning and is said
to have none: `+`, `=` and `●` mean something else on every page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.reading.footnotes import SUPERSCRIPTS
from mkdocs_compat.reading.limits import LONGEST_NOTE
from mkdocs_compat.reading.nearest import Explanation
from mkdocs_compat.reading.plain import plain
from mkdocs_compat.reading.seen import SeenNote

_YES = (
    "✓ ✔ ✅ ☑ 🗸 √ 🟢 👍 🆗 :white_check_mark: :heavy_check_mark: :ballot_box_with_check: "
    ":material-check: :check: :green_circle: :+1: :thumbsup: "
    "yes y ok okay true supported compatible works tested full"
)
_NO = (
    "✗ ✘ ✖ ✕ ☓ ⨯ ╳ 🗙 ❌ ❎ × ⛔ 🚫 🔴 👎 :x: :no_entry: :no_entry_sign: "
    ":heavy_multiplication_x: :negative_squared_cross_mark: :material-close: :cross_mark: "
    ":red_circle: :-1: :thumbsdown: no n false unsupported incompatible"
)
_PARTLY = "⚠ 🟡 :warning: :yellow_circle: partial partially limited deprecated experimental"
# What leaves a cell without a statement, like a blank one.
_BLANKS = frozenset(
    {"", "-", "--", "---", "–", "—", "−", "➖", ":heavy_minus_sign:", ".", "…", "?", "❓", "❔"}
    | {":question:", ":grey_question:", "unknown", "n/a", "na", "none", "tbd", "tba"}
)

_KNOWN: Mapping[str, Verdict] = {
    **dict.fromkeys(_YES.split(), Verdict.COMPATIBLE),
    **dict.fromkeys(_NO.split(), Verdict.INCOMPATIBLE),
    **dict.fromkeys(_PARTLY.split(), Verdict.PARTIAL),
    "untested": Verdict.UNTESTED,
}
# A cross where ticks stand too; by itself it may just as well be a tick.
_CROSS = "x"

_NOT_FULLY = re.compile(r"\bnot (?:fully|completely|entirely|recommended)\b", re.IGNORECASE)
_UNTESTED = re.compile(
    r"\b(?:not|never|isn'?t|aren'?t)\b[\w ]{0,12}\b(?:test|verif)|\b(?:untested|unverified)\b",
    re.IGNORECASE,
)
_PARTIAL = re.compile(
    r"\bpartial|\blimit|\bsome\b|\bmost(?:ly)?\b|\bcaution|\bcare\b|\bdeprecated|\bexperimental|"
    r"\b(?:features|objects)\b[^.]{0,80}\b(?:can'?t|cannot) use\b|"
    r"\brestrict|\bcondition|\bcaveat|\bworkaround|\bdegraded|\bincomplete|\bbest[- ]effort|"
    r"\bnot all\b|\b(?:known|minor|some) (?:issues|problems)\b|"
    r"\bbasic\b|\bexcept|\bonly\b|\bhowever\b|\bmay not\b|\bbut\b|\bif\b|\bunless\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|never|no longer|isn'?t|aren'?t|no|won'?t|cannot|can'?t|doesn'?t|don'?t)\b"
    r"[\w ]{0,20}\b(?:support|compatib|work|possible|available|run)|\bunsupported|\bincompatib|"
    r"\bbroken\b|\bfails?\b|\bend of (?:life|support)",
    re.IGNORECASE,
)
_AFFIRMED = re.compile(
    r"\bsupport|\bcompatib|\bworks?\b|\btested\b|\brecommended|\bexactly the same", re.IGNORECASE
)

# What is longer is no mark.
_LONGEST = 500

# What tells emoji from text, and is no part of a mark.
_VARIATIONS = dict.fromkeys(map(ord, "\ufe0f\ufe0e"))
# A footnote mark behind a mark: `OK*1`, `✓ (1)`, `yes[^2]`, `✓†`.
_FOOTNOTE = re.compile(
    r"\s*(?:\[\^(?P<label>[^\]\s]{1,40})\]|<sup>\s*(?P<sup>[^<>\s]{1,4})\s*</sup>"
    r"|(?P<star>(?:\\?\*){1,3}(?:\d{1,2})?|[†‡§]+)|(?P<raised>[⁰¹²³⁴-⁹]{1,2})"
    r"|(?P<number>\(\d{1,2}\)|\[\d{1,2}\]|\((?:\\?[*†‡§^]){1,3}\)))\s*$"
)
_EMPHASISED = re.compile(r"(?P<stars>\*{1,3}|_{1,3})(?P<text>[^*_\s](?:.*[^*_\s])?)(?P=stars)")
# A condition behind a mark: `✓ (only workload)`.
_CONDITION = re.compile(r"^(?P<mark>[^()]*\S)\s*\((?P<text>[^()]{2,200})\)$")
# `![yes](tick.png "supported")` and `<img src="tick.png" alt="yes">`.
_IMAGE = re.compile(
    r"""!\[(?P<alt>[^\[\]]*)\]\((?P<url>[^()\s"]*)(?:\s+"(?P<title>[^"]*)")?\s*\)|<img\b[^<>]*>""",
    re.IGNORECASE,
)
_TOLD = re.compile(r"""\b(?:title|alt)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
# A line of a legend: the mark, something between, and what it means.
_BULLET = re.compile(r"\s{0,8}([-*+])\s+")
_LEGEND_LINE = re.compile(
    r"^[\W_]{0,8}?(?P<mark>\S{1,24}?)[`'\"”*_]{0,8}\s*(?:[:=–—-]{1,4}|means\b|is\b)?\s+(?P<text>\S.*)$"
)


@dataclass(frozen=True, slots=True)
class ReadMark:
    """What a cell says by a mark.

    Attributes:
        text: What the reader sees; empty for a blank cell.
        verdict: What it means; None for a blank cell and where nobody says it.
        notes: What the cell says beside it, or the legend.
        footnotes: Footnote marks that the cell carries, in the form of `footnotes`.
    """

    text: str
    verdict: Verdict | None
    notes: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkReader:
    """What marks mean on one page, or in one table.

    Attributes:
        declared: What the author says of marks.
        legend: What the page says of marks, by the mark.
        has_ticks: Whether other marks beside it say what works, so that `x` is a cross.
    """

    declared: Mapping[str, Verdict]
    legend: Mapping[str, str]
    has_ticks: bool = False

    def beside(self, cells: Iterable[str]) -> MarkReader:
        """Return what marks mean among some cells."""
        found = any(self.read(cell).verdict is Verdict.COMPATIBLE for cell in cells)
        return replace(self, has_ticks=found)

    def read(self, raw: str) -> ReadMark:
        """Return what a cell says."""
        shown = plain(raw)
        if len(raw) > _LONGEST:
            return ReadMark(shown, None)
        footnotes: list[str] = []
        rest = _IMAGE.sub(self._of_image, _without_emphasis(raw.strip()))
        shown = plain(rest)
        while found := _FOOTNOTE.search(rest):
            if not found.start():
                break
            footnotes.insert(0, _footnote(found))
            rest = rest[: found.start()]
        text = plain(rest)
        if text.casefold() in _BLANKS and text not in self.declared and text not in self.legend:
            return ReadMark("", None, footnotes=tuple(footnotes))
        verdict, notes = self._meaning(text)
        if verdict is None:
            condition = _CONDITION.match(text)
            if condition is not None:
                verdict, notes = self._meaning(condition["mark"])
                notes = (condition["text"], *notes)
                verdict = Verdict.PARTIAL if verdict is Verdict.COMPATIBLE else verdict
        return ReadMark(shown, verdict, notes, tuple(footnotes))

    def _of_image(self, found: re.Match[str]) -> str:
        """Return the words of a picture that mean something; without any it is some mark."""
        told = (found["title"], found["alt"]) if found["url"] is not None else _told(found[0])
        words = [text.strip() for text in told if text and text.strip()]
        known = [text for text in words if self._meaning(text)[0] is not None]
        return (known or words or ["🖼"])[0]

    def knows(self, raw: str) -> bool:
        """Tell whether a cell is blank or holds a mark that means something."""
        found = self.read(raw)
        return not found.text or found.verdict is not None

    def _meaning(self, text: str) -> tuple[Verdict | None, tuple[str, ...]]:
        """Return what a mark means, and what the legend says that goes with it."""
        key = _key(text)
        said = next((each for mark, each in self.declared.items() if _key(mark) == key), None)
        explained = self.legend.get(key)
        in_words = None if explained is None else meaning(explained)
        verdict = said or in_words or _KNOWN.get(key)
        if key == _CROSS and self.has_ticks:
            verdict = verdict or Verdict.INCOMPATIBLE
        if verdict is not None:
            limits = verdict in (Verdict.PARTIAL, Verdict.UNTESTED)
            return verdict, (explained,) if explained and limits else ()
        first, _, rest = key.partition(" ")
        if rest and first in _KNOWN and not first.isalpha():
            # `✅ Full Support`, `❌ Not Compatible`: both must say the same.
            in_words, marked = meaning(rest), _KNOWN[first]
            return (in_words if in_words in (marked, Verdict.PARTIAL) else None), ()
        if len(key) > 1 and all(each in self.legend or each in self.declared for each in key):
            # `+-`: both at once, where both are worth the same.
            found = {self._meaning(each) for each in key}
            verdicts = {verdict for verdict, _ in found}
            notes = sorted(note for _, some in found for note in some)
            return (verdicts.pop() if len(verdicts) == 1 else None), tuple(notes)
        words = meaning(text) if len(text.split()) in (2, 3) and text.isascii() else None
        return words, ()


def _told(tag: str) -> list[str]:
    """Return what a tag's title and text for the blind say."""
    return [double or single for double, single in _TOLD.findall(tag)]


def meaning(text: str) -> Verdict | None:
    """Return what words of a legend or a cell mean; None where they do not say it plainly."""
    if _NOT_FULLY.search(text):
        return Verdict.PARTIAL
    if _UNTESTED.search(text):
        return Verdict.UNTESTED
    limits, denies = _PARTIAL.search(text), _DENIED.search(text)
    if limits or denies:
        both = limits and denies
        return None if both else Verdict.PARTIAL if limits else Verdict.INCOMPATIBLE
    return Verdict.COMPATIBLE if _AFFIRMED.search(text) else None


def read_legend(notes: Iterable[SeenNote]) -> list[Explanation]:
    """Return what the paragraphs and list items of a page say of marks."""
    found = []
    for note in notes:
        said: dict[str, str] = {}
        mark = ""
        for line in _lines(note.text):
            match = _LEGEND_LINE.match(line)
            if match is not None and _is_mark(match["mark"]):
                mark = _key(match["mark"])
                mark = "" if mark in said else mark
                if mark:
                    said[mark] = match["text"].strip(" .;")
            elif mark and line:
                # An explanation goes on until the next one begins.
                said[mark] += f" {line}"
        found += [Explanation(mark, text, note.spot) for mark, text in said.items()]
    return found


def _lines(text: str) -> Iterator[str]:
    if len(text) > LONGEST_NOTE or len(plain(text)) > 2_000:
        return
    # A list of several explanations may stand on one line: `✓ supported, ✗ not supported`.
    for line in _without_bullets(re.split(r"\n|<br\s*/?>|</?li>", text)):
        parts = re.split(r"[,;|]\s+(?=[^\w\s(]{1,4}\s)", plain(line))
        yield from (part.strip() for part in parts)


def _without_bullets(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines without the bullets of a list that has no blank line above it.

    Markdown shows it as a paragraph. One bullet alone may be a mark that is explained, but only
    among lines that explain others.
    """
    bullets = Counter(found[1] for line in lines if (found := _BULLET.match(line)))
    explains = (_LEGEND_LINE.match(plain(line)) for line in lines if not _BULLET.match(line))
    is_legend = any(found is not None and _is_mark(found["mark"]) for found in explains)
    for line in lines:
        found = _BULLET.match(line)
        if found is None:
            yield line
        elif bullets[found[1]] > 1:
            yield line[found.end() :]
        elif is_legend:
            yield line


def _is_mark(text: str) -> bool:
    key = _key(text)
    return key in _KNOWN or not any(character.isalnum() for character in key)


def _key(text: str) -> str:
    """Return a mark in the form in which marks are compared."""
    return plain(text).translate(_VARIATIONS).casefold().strip(" `'\"”“")


def _without_emphasis(raw: str) -> str:
    """Take off the stars around all of a cell: those behind it are no footnote mark."""
    while (found := _EMPHASISED.fullmatch(raw)) is not None:
        raw = found["text"]
    return raw


def _footnote(match: re.Match[str]) -> str:
    if match["label"]:
        return "^" + match["label"]
    if match["star"]:
        return match["star"].replace("\\", "")
    if match["raised"]:
        return match["raised"].translate(SUPERSCRIPTS)
    return (match["sup"] or match["number"]).replace("\\", "")
