"""Tells tables of what does not work from those of what does, by the words above them.

Taken for what works, a table of known problems would give the contrary of right answers.
"""

from __future__ import annotations

import re

from mkdocs_compat.reading.plain import plain

_TROUBLES = r"(?:issues|problems|incompatibilit(?:y|ies)|conflicts)"
_HEADING = re.compile(
    rf"\b(?:known|compatibility) {_TROUBLES}\b|\bincompatib|\bnot compatible\b|\bbreaking changes\b"
    r"|\bunsupported combinations?\b",
    re.IGNORECASE,
)
# "The following lists known issues with ...": what comes is said to be trouble.
_SENTENCE = re.compile(
    rf"""\b(?:following|below|lists?|shows?|table)\b.*
    (?:\b(?:known|compatibility)\ {_TROUBLES}\b|\bincompatib
      |\b(?:not|never)\ (?:be\ )?(?:compatible|work|supported)|\b(?:do|does|will)\ not\ work)
    | \b(?:incompatible|not\ compatible|conflicts?)\ with\b.{{0,60}}:$""",
    re.IGNORECASE | re.VERBOSE,
)
# "To avoid compatibility issues, use ...", "Versions that are not listed do not work."
_HARMLESS = re.compile(
    r"\b(?:avoid|prevent|resolve|fix|because|unless|not (?:listed|shown)|older|newer"
    r"|other (?:versions|combinations)|lists? (?:both|all)|compatible and|or)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
# More than a paragraph is not looked at.
_LONGEST = 2000


def trouble_above(heading: str, before: str) -> str | None:
    """Return the words that say that a table lists what does not work; None where none do.

    Args:
        heading: The heading above it.
        before: The author's text up to the table.
    """
    if _HEADING.search(heading) and not _HARMLESS.search(heading):
        return heading
    sentence = _last_sentence(before[-_LONGEST:])
    if _SENTENCE.search(sentence) and not _HARMLESS.search(sentence):
        return sentence
    return None


def _last_sentence(before: str) -> str:
    """Return the last sentence of the paragraph that a text ends with."""
    lines: list[str] = []
    for line in reversed(before.rstrip().split("\n")):
        text = line.strip(" \t>")
        if not text or text.startswith(("#", "|", "<", "---")):
            break
        lines.insert(0, text)
    return _SENTENCE_END.split(plain(" ".join(lines)))[-1]
