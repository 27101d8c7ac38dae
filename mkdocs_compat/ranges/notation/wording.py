"""What authors write around and between versions that readers do not type.

Each step takes something out of a cell, or writes it as the grammar has it.
"""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.ranges.notation.draft import Draft
from mkdocs_compat.ranges.notation.markup import MARK_END, MARK_START
from mkdocs_compat.ranges.notation.shortened import shortened
from mkdocs_compat.versions.keys import number_key, strip_zeros

# Signs of East Asian texts, each as wide as two others.
_WIDE = str.maketrans("，、；：（）／＋～＞＜＝", ",,;:()/+~><=")
_DASHES = str.maketrans("‐‑‒―", "–" * 4)

# A number directly behind a star belongs to it: `3.2*1`.
_NUMBERED_MARK = re.compile(r"(?<=[0-9A-Za-z+])\*[0-9]{1,2}(?![0-9A-Za-z.*])")
# Behind a version, words that say which kind of thing it is.
_TRAILING = re.compile(
    r"(?:(?<=[0-9*+)])|(?<=\.x)|\b(?:all|any|later|newer|higher|greater|above|older|earlier|lower|below)\b)"
    r"(?P<word> +(?:lts|eus|sts|ga|esr|series|line|branch|family(?: of releases)?|releases?"
    r"|versions?))(?![\w.-])",
    re.IGNORECASE,
)
# In front of one, glued to it.
_BRANCH = re.compile(r"(?<![\w./-])(?:release|rel|branch)[ /_-](?=v?[0-9])", re.IGNORECASE)
# Words for signs, in front of a version or behind it.
_VERSION_AHEAD = r"(?: +(?:version|release))? *(?=v?[0-9])"
_AT_LEAST = r"min(?:imum|\.)?|at least|no (?:earlier|older|lower) than|starting (?:at|from|with)"
_AT_MOST = r"max(?:imum|\.)?|at most|up to and including|no (?:later|newer|higher) than"
_BEHIND = r"(?:(?<=[0-9])|(?<=\.x)) +"
_PHRASES = tuple(
    (re.compile(pattern, re.IGNORECASE), sign)
    for pattern, sign in (
        (rf"(?<![\w.-])(?:{_AT_LEAST}){_VERSION_AHEAD}", ">="),
        (rf"(?<![\w.-])(?:{_AT_MOST}){_VERSION_AHEAD}", "<="),
        (rf"(?<![\w.-])(?:under|prior to){_VERSION_AHEAD}", "<"),
        (rf"(?<![\w.-])(?:only|exactly){_VERSION_AHEAD}", " "),
        (rf"{_BEHIND}min(?:imum|\.)?(?![\w.-])", "+"),
        (rf"{_BEHIND}only(?![\w.-])", " "),
    )
)
# Words between a name and its version.
_BOUND_WORDS = (
    r"(?:up to|until|through|before|below|above|after|since|from|at (?:least|most)"
    r"|(?:older|newer|earlier|later|lower|higher) than|min(?:imum|\.)?|max(?:imum|\.)?)"
)
# Behind the version of a file.
_FILE = re.compile(
    r"(?<=[0-9])\.(?:jar|zip|tgz|tar\.gz|whl|gem|nupkg|vsix)(?![\w.-])", re.IGNORECASE
)
# Behind a line: `8.0-maint`.
_BRANCH_OF_LINE = re.compile(
    r"(?<![\w.-])v?[0-9]+(?:\.[0-9]+)?(?P<word>-(?:maint(?:enance)?|stable|branch|lts))(?![\w.-])",
    re.IGNORECASE,
)
_SHORTCUT = re.compile(r"\[([^\[\]]{1,80})\]")
# `9.4.(1,2)` and `1.{20,21}`.
_BRACES = re.compile(r"(?<![\w.])v?([0-9]+(?:\.[0-9]+)*\.)[({]([0-9]+(?: ?, ?[0-9]+)+)[)}]")
# PEP 440 knows other signs before it.
_POST = re.compile(r"(?<=[0-9]) (?=post[0-9])", re.IGNORECASE)
# `> = 3.2`, `v 3.2`; and `3.2>=`, where the sign stands behind what it is about.
_PARTED_SIGN = re.compile(r"(?<=[<>])( +)(?== *v?[0-9])", re.IGNORECASE)
_LONE_V = re.compile(r"(?<![\w.])v +(?=[0-9])", re.IGNORECASE)
_SIGN_BEHIND = re.compile(r"(?<=[0-9x]) ?(?:>=|≥)(?= *(?:\Z|[,;\n<]))", re.IGNORECASE)
# `1.33.z`: some number. No one writes so of a single release.
_SOME_NUMBER = re.compile(
    r"(?<![\w.+-])v?[0-9]+(?:\.[0-9]+)*\.(?P<letter>[nyz])(?![\w.-])", re.IGNORECASE
)
_LETTERS = re.compile(
    r"(?<![\w.+-])v?[0-9]+(?:\.[0-9]+)*\.(?!x\.x\b)[a-z]\.[a-z](?![\w.-])", re.IGNORECASE
)
# `3.5.0-3.5.3`, `v1.14.6-v1.17`: a hyphen that no version has.
_LAST_NUMBERS = re.compile(
    r"(?<![\w.=<>~^-])v?((?:[0-9]+\.){2,})([0-9]+)(?P<hyphen>-)v?\1([0-9]+)(?![\w.*+-])",
    re.IGNORECASE,
)
_TWO_NAMED = re.compile(
    r"(?<![\w.=<>~^-])v([0-9]+(?:\.[0-9]+)*)(?P<hyphen>-)v([0-9]+(?:\.[0-9]+)*)(?![\w.*+-])"
)
# Also `1.0.0-2.1.0`, in columns whose other hyphens make ranges.
_TWO_LONG = re.compile(
    r"(?<![\w.=<>~^-])v?([0-9]+(?:\.[0-9]+)+)(?P<hyphen>-)v?([0-9]+(?:\.[0-9]+)+)(?![\w.*+-])",
    re.IGNORECASE,
)
_TILDE = re.compile(r"(?<=[0-9x*])( *)~\1(?=v?[0-9])", re.IGNORECASE)
_STOP_BEHIND_LINE = re.compile(r"(?<=\.[x*])\.(?=\s|\Z|[,;/])", re.IGNORECASE)

_STOP = re.compile(r"(?<![\w.])v?([0-9]+(?:\.[0-9]+)*)\.(?=\s*(?:\Z|[,;/]))", re.IGNORECASE)
_GLUED = re.compile(r"(?<![\w.+-])v?([0-9]+(?:\.[0-9]+)*)x(?![\w.])", re.IGNORECASE)
_WILD_MIDDLE = re.compile(
    r"(?<![\w.+-])v?([0-9]+(?:\.[0-9]+)*)\.[x*](?:\.[0-9]+)+(?![\w.])", re.IGNORECASE
)
_SLASHED_DAY = re.compile(
    r"(?<![\w./])(?:[12][0-9]{3}/[01]?[0-9]/[0-3]?[0-9]|[0-3]?[0-9]/[0-3]?[0-9]/[12][0-9]{3})(?![\w./])"
)
_DASHED_DAY = re.compile(r"(?<![\w.-])[12][0-9]{3}-[01][0-9]-[0-3][0-9](?![\w.-])")
_SUFFIX = re.compile(
    r"(?<![\w.=-])(?<!= )v?((?:[0-9]+\.)+([0-9]+))-([0-9]+)(?![\w.*-])", re.IGNORECASE
)
# `2.x.0`: a release of each minor version, and the fixes of it.
_FIRST_OF_EACH = re.compile(
    r"(?<![\w.+-])v?[0-9]+(?:\.[0-9]+)*\.x(?P<zeros>(?:\.0)+)(?![\w.])", re.IGNORECASE
)
# Capitalised they would be taken for names, and they turn what they stand before.
_TURNING = re.compile(
    r"\b(?:removed|dropped|broken|incompatible|obsolete|eol|discontinued|introduced|added|fixed"
    r"|starting|formerly|unsupported|unlike|versus|vs)\b[^,;/|\n]*?[0-9][\w.]*",
    re.IGNORECASE,
)
# Headers that are no names.
_GENERIC = ("version", "versions", "release", "releases", "branch", "tag")
_WITH_DAYS = ("calver", "dotted")
# As long as it is sure that nothing takes more time than it may.
_LONGEST_NAME = 60


def write_signs(draft: Draft) -> None:
    """Write wide signs and rare dashes as usual ones, and signs where they belong."""
    text = draft.source.text.translate(_WIDE).translate(_DASHES)
    if text != draft.source.text:
        draft.write(0, len(text), text, each=True)
    for found in draft.found(_PARTED_SIGN):
        draft.write(*found.span(), "")
    for found in draft.found(_LONE_V):
        draft.write(*found.span(), "")
    for found in draft.found(_SIGN_BEHIND):
        draft.write(*found.span(), "+")


def take_links(draft: Draft) -> None:
    """Read `[3.2]` as 3.2 where the page says where that leads; else it is an interval."""
    for found in draft.found(_SHORTCUT):
        if found[1].casefold() in draft.around.links:
            draft.blank(found.start(), found.start() + 1)
            draft.blank(found.end() - 1, found.end())


def take_numbered_marks(draft: Draft) -> None:
    """Make `*1` one mark, and `[1]` a mark where the page explains it."""
    for found in draft.found(_NUMBERED_MARK):
        draft.write(*found.span(), f"{MARK_START}{found[0]}{MARK_END}")
    for mark in draft.around.marks:
        if re.fullmatch(r"\[[^\[\]]{1,8}\]", mark):
            for found in draft.found(re.compile(rf"(?<=[\w+*.)])\ *{re.escape(mark)}")):
                draft.write(*found.span(), f"{MARK_START}{mark}{MARK_END}")


def take_names(draft: Draft) -> None:
    """Take out the component's names in front of versions, however they are written."""
    for name in draft.around.names:
        if _is_usable(name):
            for found in draft.found(_before_version(name)):
                draft.blank(*found.span())


def refuse_other_names(draft: Draft) -> None:
    """Report versions of components that other columns are about."""
    for name in draft.around.others:
        if _is_usable(name) and name.casefold() not in _GENERIC:
            for found in draft.found(_before_version(name, r"[^,;/|\n&]*")):
                draft.refuse(*found.span(), "a version of the column's component")


def take_words(draft: Draft) -> None:
    """Write words as signs, and take out those that say no more than that a version is one."""
    for found in draft.found(_FILE):
        draft.blank(*found.span())
    for pattern, sign in _PHRASES:
        for found in draft.found(pattern):
            draft.write(*found.span(), sign)
    for found in draft.found(_TRAILING):
        draft.blank(*found.span("word"))
    for found in draft.found(_BRANCH):
        draft.blank(*found.span())
    for found in draft.found(_BRANCH_OF_LINE):
        draft.blank(*found.span("word"))


def write_ranges(draft: Draft) -> None:
    """Write a hyphen between two versions as a dash, where it can be no part of a version."""
    for found in draft.found(_LAST_NUMBERS):
        if number_key(strip_zeros(found[2])) < number_key(strip_zeros(found[4])):
            draft.write(*found.span("hyphen"), "–")
    for found in draft.found(_TWO_LONG if draft.around.hyphens else _TWO_NAMED):
        low, high = (
            [number_key(strip_zeros(number)) for number in side.split(".")]
            for side in (found[1], found[3])
        )
        if low < high:
            draft.write(*found.span("hyphen"), "–")


def write_lists(draft: Draft) -> None:
    """Write `9.4.(1,2)` as `9.4.1, 9.4.2`, and `1.0 ~ 2.0` with another dash."""
    for found in draft.found(_BRACES):
        numbers = (number.strip() for number in found[2].split(","))
        draft.write(*found.span(), ", ".join(found[1] + number for number in numbers))
    for found in draft.found(_TILDE):
        draft.write(*found.span(), found[0].replace("~", "–"), each=True)
    for found in draft.found(_FIRST_OF_EACH):
        draft.blank(*found.span("zeros"))
    if draft.scheme is None or draft.scheme.name == "pep440":
        for found in draft.found(_POST):
            draft.write(*found.span(), ".")
    for found in draft.found(_STOP_BEHIND_LINE):
        draft.blank(*found.span())
    for found in draft.found(_SOME_NUMBER):
        draft.write(*found.span("letter"), "x")


def refuse_unclear(draft: Draft) -> None:
    """Report what would be read as something that it is not."""
    for found in draft.found(_LETTERS):
        draft.refuse(*found.span(), "numbers where letters stand")
    for found in draft.found(_GLUED):
        draft.refuse(*found.span(), "a dot before the wildcard", (f"{found[1]}.x",))
    for found in draft.found(_WILD_MIDDLE):
        draft.refuse(*found.span(), "the wildcard at the end", (f"{found[1]}.x",))
    for found in draft.found(_STOP):
        readings = (found[1], f"{found[1]}.x")
        draft.refuse(*found.span(), "a number or 'x' behind the dot", readings)


def refuse_what_is_no_version(draft: Draft) -> None:
    """Report days, what became of a version, and what could be a range of last numbers."""
    for found in draft.found(_SLASHED_DAY):
        draft.refuse(*found.span(), "versions; this is a day")
    for found in draft.found(_TURNING):
        draft.refuse(*found.span(), "a version, not what became of it")
    if draft.scheme is None:
        return
    for match, last, whole in reversed([*shortened(draft.source.text)]):
        first = match[0][: match.start("last") - match.start()]
        readings = (f"{first}{whole}", f"{first}{last}.x")
        draft.refuse(*match.span(), "all numbers of both versions", readings)
    if draft.scheme.name not in _WITH_DAYS:
        for found in draft.found(_DASHED_DAY):
            draft.refuse(*found.span(), "versions; this is a day")
    for found in draft.found(_SUFFIX):
        version, last, suffix = found.groups()
        if number_key(strip_zeros(suffix)) > number_key(strip_zeros(last)):
            high = version[: -len(last)] + suffix
            both = (f"{version} ➜ {high}", f"={version}-{suffix}")
            understood = tuple(each for each in both if _is_read(draft, each))
            draft.refuse(*found.span(), "spaces around a hyphen that makes a range", understood)


def _is_read(draft: Draft, text: str) -> bool:
    if draft.scheme is None or not text.startswith("="):
        return True
    with suppress(VersionSyntaxError):
        return bool(draft.scheme.extent(text[1:], exact=True))
    return False


def _is_usable(name: str) -> bool:
    return 1 < len(name) <= _LONGEST_NAME and name[-1].isalpha()


@lru_cache(maxsize=256)
def _before_version(name: str, and_all: str = "") -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in name.split())
    bounded = rf"(?:{_BOUND_WORDS} )?" if and_all else ""
    pattern = rf"(?<![\w.-]){words}[ :/_-]{{0,2}}{bounded}(?=v?[0-9]|[<>=~^≥≤]){and_all}"
    return re.compile(pattern, re.IGNORECASE)
