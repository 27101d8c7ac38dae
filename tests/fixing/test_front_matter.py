"""Keys are put into front matter as text: nothing that stands there is lost or moved."""

from __future__ import annotations

import pytest

from mkdocs_compat.errors import ConfigurationError
from mkdocs_compat.fixing.front_matter import Key, with_keys

KEYS = (Key("subject", ("# The subject.", "subject: server")), Key("blank", ("blank: unstated",)))
ADDED = "  # Found.\n  # The subject.\n  subject: server\n  blank: unstated\n"


def begun(text: str) -> str:
    return with_keys(text, KEYS, ("Found.",))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# Title\n", f"---\ncompat:\n{ADDED}---\n\n# Title\n"),
        ("", f"---\ncompat:\n{ADDED}---\n"),
        ("\n# Title\n", f"---\ncompat:\n{ADDED}---\n\n# Title\n"),
        ("---\n---\nText", f"---\ncompat:\n{ADDED}---\nText"),
        (
            "---\n# mine\ntitle: A   # keep\n---\nText",
            f"---\n# mine\ntitle: A   # keep\ncompat:\n{ADDED}---\nText",
        ),
        (
            "---\ncompat: true # yes\ntitle: A\n...\nText",
            f"---\ncompat: # yes\n{ADDED}title: A\n...\nText",
        ),
        ("---\ncompat:\ntitle: A\n---\n", f"---\ncompat:\n{ADDED}title: A\n---\n"),
        ("---\ncompat: {}\n---\n", f"---\ncompat:\n{ADDED}---\n"),
        (
            "---\ncompat:\n    # mine\n    blank: partial # keep\ntitle: A\n---\n",
            (
                "---\ncompat:\n    # mine\n    # Found.\n    # The subject.\n    subject: server\n"
                "    blank: partial # keep\ntitle: A\n---\n"
            ),
        ),
        (
            "---\ncompat:\n  subject: a\n  blank: partial\n---\n",
            "---\ncompat:\n  subject: a\n  blank: partial\n---\n",
        ),
    ],
)
def test_keys_are_put_in(before: str, after: str) -> None:
    assert begun(before) == after
    assert begun(after) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# Title\n", "---\ncompat: true\n---\n\n# Title\n"),
        ("---\ntitle: A\n---\n", "---\ntitle: A\ncompat: true\n---\n"),
        ("---\ncompat:\n---\n", "---\ncompat: true\n---\n"),
        ("---\ncompat: false # no\n---\n", "---\ncompat: true # no\n---\n"),
        ("---\ncompat:\n  blank: partial\n---\n", "---\ncompat:\n  blank: partial\n---\n"),
    ],
)
def test_without_keys_the_page_just_takes_part(before: str, after: str) -> None:
    assert with_keys(before, ()) == after


def test_line_endings_are_those_of_the_page() -> None:
    added = ADDED.replace("\n", "\r\n")
    assert begun("# Title\r\nText") == f"---\r\ncompat:\r\n{added}---\r\n\r\n# Title\r\nText"
    assert begun("---\r\ntitle: A\r\n---\r\n") == (f"---\r\ntitle: A\r\ncompat:\r\n{added}---\r\n")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\ntitle: A\n", "has no end"),
        ("---\n- title: A\n---\n", "no mapping"),
        ("---\n{title: A}\n---\n", "no mapping"),
        ("---\ntitle: [\n---\n", "not readable YAML"),
        ("---\ncompat: {blank: partial}\n---\n", "in braces"),
        ("---\ncompat: [a]\n---\n", "is a list"),
    ],
)
def test_what_cannot_be_added_to_is_refused(text: str, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        begun(text)
