"""The exceptions that this package raises on purpose.

Mistakes in the documents are never raised: they are collected as diagnostics. What is raised is
a text that is no version where the caller asked for one, and a configuration that cannot be used.
"""

from __future__ import annotations


class CompatError(Exception):
    """Any error this package raises on purpose; its text is meant for people."""


class VersionSyntaxError(CompatError, ValueError):
    """A text is no version of its scheme.

    Attributes:
        scheme: Name of the scheme that refused the text.
        text: The text as it was given.
        expected: What the scheme expected, as the end of a sentence.
    """

    def __init__(self, scheme: str, text: str, expected: str) -> None:
        self.scheme = scheme
        self.text = text
        self.expected = expected
        shown = text if len(text) <= 60 else text[:57] + "..."
        article = "an" if scheme[:1] in set("aeiou") else "a"
        super().__init__(f"{shown!r} is not {article} {scheme} version: expected {expected}")


class ConfigurationError(CompatError):
    """The site's configuration or an option cannot be used; names the file and what to change."""
