"""Examples that pages tell in lists: which sentences are some, and which are not.

In the cases, « and » stand around the text that a finding must underline.
"""

from __future__ import annotations

import time

import pytest

from mkdocs_compat.model.example import Example
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.reading.prose_examples import prose_examples
from mkdocs_compat.source import SourceText
from tests.reading.reader import analysis_of, findings, marked, text_at

FRONT_MATTER = """\
---
compat:
  components:
    server: {name: RavenDB Server, scheme: semver}
    client: {name: RavenDB Client, aliases: [Driver], scheme: semver}
    studio: {name: Studio, scheme: semver}
    old-studio: {name: Old Studio, scheme: semver}
    web-console: {name: Web Console, scheme: semver}
    old-console: {name: Old Console, scheme: semver}
  rules:
    - {component: client, with: server, same: major}
    - {component: server, with: server, same: major}
  prose-examples: true
---

# Page

"""


def page(body: str) -> str:
    return f"{FRONT_MATTER}{body}\n"


def examples(body: str) -> tuple[Example, ...]:
    return analysis_of(page(body)).site.products[0].examples


def pairs(body: str) -> list[str]:
    """Return each example in short: `client 1.0 + server 1.0 compatible`."""
    return [
        " + ".join(f"{id_} {' '.join(texts)}" for id_, texts in each.question.items())
        + f" {each.expect.value}"
        for each in examples(body)
    ]


def the_flaws(body: str) -> list[str]:
    return [item.message for item in findings(page(body), "CMP109")]


YES, PARTLY, NO = Verdict.COMPATIBLE, Verdict.PARTIAL, Verdict.INCOMPATIBLE


@pytest.mark.parametrize(
    ("verb", "expect"),
    [
        ("is compatible with", YES),
        ("is fully compatible with", YES),
        ("is also compatible with", YES),
        ("is only compatible with", YES),
        ("are compatible with", YES),
        ("is **compatible** with", YES),
        ("is *compatible* with", YES),
        ("is compatible together with", YES),
        ("is compatible with both", YES),
        ("is not incompatible with", YES),
        ("works with", YES),
        ("work with", YES),
        ("also works with", YES),
        ("works also with", YES),
        ("works only with", YES),
        ("works together with", YES),
        ("WORKS WITH", YES),
        ("is partially compatible with", PARTLY),
        ("is partly compatible with", PARTLY),
        ("is not fully compatible with", PARTLY),
        ("isn't fully compatible with", PARTLY),
        ("is **not** compatible with", NO),
        ("is __not__ compatible with", NO),
        ("**is not compatible** with", NO),
        ("is <b>not</b> compatible with", NO),
        ("is not compatible with", NO),
        ("isn't compatible with", NO),
        ("isn’t compatible with", NO),
        ("aren't compatible with", NO),
        ("is incompatible with", NO),
        ("is **in**compatible with", NO),
        ("does not work with", NO),
        ("do not work with", NO),
        ("doesn't work with", NO),
        ("don’t work with", NO),
        ("cannot work with", NO),
        ("can not work with", NO),
        ("can't work together with", NO),
    ],
)
def test_sentences(verb: str, expect: Verdict) -> None:
    body = f"- `Client 1.0` {verb} `Server 1.0`"
    (example,) = examples(body)
    assert example.question == {"client": ("1.0",), "server": ("1.0",)}
    assert example.expect is expect
    assert example.text == body[2:]
    assert text_at(page(body), example.place) == body[2:]


@pytest.mark.parametrize(
    "body",
    [
        "- `Client 1.0` is compatible with `Server 1.0`",
        "* `Client 1.0` is compatible with `Server 1.0`.",
        "+ `Client 1.0` is compatible with `Server 1.0`, because both are old.",
        "  - `Client 1.0` is compatible with `Server 1.0`",
        "1. `Client 1.0` is compatible with `Server 1.0`",
        "12) `Client 1.0` is compatible with `Server 1.0`",
        "- `Client 1.0`\n  is compatible\n  with `Server 1.0`",
        "- **`Client 1.0`** is compatible with _`Server 1.0`_",
        "- Things:\n    - `Client 1.0` is compatible with `Server 1.0`",
        "- Things:\n\n    - `Client 1.0` is compatible with `Server 1.0`",
        "- A\n    - B\n\n        - `Client 1.0` is compatible with `Server 1.0`",
        "1. A\n\n    More of it.\n\n    - `Client 1.0` is compatible with `Server 1.0`",
        "- A\nthat goes on\n    - `Client 1.0` is compatible with `Server 1.0`",
        "!!! note\n\n    - `Client 1.0` is compatible with `Server 1.0`",
        '=== "Tab"\n\n    - `Client 1.0` is compatible with `Server 1.0`',
        "??? note\n\n    Text.\n\n    - `Client 1.0` is compatible with `Server 1.0`",
        "```\ncode\n```\n\n- `Client 1.0` is compatible with `Server 1.0`",
        "- `Client 1.0` is compatible with `Server 1.0`\n- Not an example",
        "- `Client  1.0` is  compatible with ` Server 1.0 `",
        "- `Client 1.0` is compatible with `Server 1.0` but not with `Server 2.0`",
        "- `Client 1.0` is compatible with `Server 1.0`, see `docs 3`",
    ],
)
def test_where_they_stand(body: str) -> None:
    assert pairs(body) == ["client 1.0 + server 1.0 compatible"]
    assert the_flaws(body) == []


def test_line_endings_of_windows() -> None:
    body = (
        "- `Client 1.0` is compatible\n  with `Server 1.0`\n- `Client 2.0` works with `Server 2.0`"
    )
    text = page(body).replace("\n", "\r\n")
    one, other = analysis_of(text).site.products[0].examples
    assert text_at(text, one.place) == "`Client 1.0` is compatible\n  with `Server 1.0`"
    assert text_at(text, other.place) == "`Client 2.0` works with `Server 2.0`"


@pytest.mark.parametrize(
    ("code", "component"),
    [
        ("client 1.0", "client"),
        ("RavenDB Client 1.0", "client"),
        ("ravendb client 1.0", "client"),
        ("Client 1.0", "client"),
        ("Driver 1.0", "client"),
        ("Studio 1.0", "studio"),
        ("Old Studio 1.0", "old-studio"),
        ("web console 1.0", "web-console"),
    ],
)
def test_names(code: str, component: str) -> None:
    body = f"- `{code}` is compatible with `Server 1.0`"
    (example,) = examples(body)
    assert next(iter(example.question)) == component
    assert the_flaws(body) == []


@pytest.mark.parametrize("version", ["1", "1.x", "1.0.0-rc.1", "1.0 ➜ 1.4", "=1.0", ">= 1.2", "v1"])
def test_versions(version: str) -> None:
    (example,) = examples(f"- `Client {version}` is compatible with `Server 1.0`")
    assert example.question["client"] == (version,)


class TestSeveral:
    def test_on_the_right(self) -> None:
        body = "- `Client 4.2` is compatible with `Server 4.2`, `Server 4.5`"
        assert pairs(body) == [
            "client 4.2 + server 4.2 compatible",
            "client 4.2 + server 4.5 compatible",
        ]
        assert [text_at(page(body), each.place) for each in examples(body)] == [
            "`Client 4.2` is compatible with `Server 4.2`",
            "`Client 4.2` is compatible with `Server 4.2`, `Server 4.5`",
        ]
        assert [each.text for each in examples(body)] == [
            "`Client 4.2` is compatible with `Server 4.2`",
            "`Client 4.2` is compatible with `Server 4.5`",
        ]

    @pytest.mark.parametrize(
        "joint", [", ", " and ", ", and ", " or ", " & ", ",", ",\n  ", " **or** "]
    )
    def test_on_the_left(self, joint: str) -> None:
        body = f"- `Client 4.1`{joint}`Client 4.2` are **not** compatible with `Server 3.0`"
        assert pairs(body) == [
            "client 4.1 + server 3.0 incompatible",
            "client 4.2 + server 3.0 incompatible",
        ]

    def test_on_both_sides(self) -> None:
        body = (
            "- `Client 1`, `Driver 2` and `Studio 3` work with `Server 4`, `Server 5` or `Server 6`"
        )
        assert pairs(body) == [
            f"{one} + server {other} compatible"
            for one in ("client 1", "client 2", "studio 3")
            for other in "456"
        ]

    def test_of_one_component(self) -> None:
        assert pairs("- `Server 1.0` works with `Server 1.1`") == ["server 1.0 1.1 compatible"]

    def test_items(self) -> None:
        body = (
            "- `Client 1.0` works with `Server 1.0`\n"
            "- `Client 2.0` does not work with `Server 1.0`\n\n"
            "1. `Client 3.0` works with `Server 3.0`\n"
        )
        assert [line.split()[-1] for line in pairs(body)] == [
            "compatible",
            "incompatible",
            "compatible",
        ]
        assert [each.place.line for each in examples(body)] == [18, 19, 21]


EXAMPLE = "- `Client 1.0` is compatible with `Server 1.0`"
NONE = "'compat.prose-examples' is true, but no list of this page has an example"


@pytest.mark.parametrize(
    "body",
    [
        # What readers do not see, or see as code.
        f"```\n{EXAMPLE}\n```",
        f"``` md\n{EXAMPLE}\n\n{EXAMPLE}\n```",
        f"~~~~\n~~~\n{EXAMPLE}\n~~~~",
        f"- A\n\n    ```\n    {EXAMPLE}\n    ```",
        f"```\nno end\n\n{EXAMPLE}",
        f"<!-- {EXAMPLE} -->",
        f"<!--\n{EXAMPLE}\n-->",
        f"<!--\n{EXAMPLE}",
        f"<pre>\n{EXAMPLE}\n</pre>",
        f"Text.\n\n    {EXAMPLE}",
        f"Text.\n\n\t{EXAMPLE}",
        f"Text.\n\n    Code.\n    {EXAMPLE}\n\n    {EXAMPLE}",
        f"- A\n\nText.\n\n    {EXAMPLE}",
        f"- A\n\n        {EXAMPLE}",
        # What is no list item.
        EXAMPLE[2:],
        f"> {EXAMPLE[2:]}",
        f"| A |\n| - |\n| {EXAMPLE[2:]} |",
        f"-{EXAMPLE[2:]}",
        f"## {EXAMPLE[2:]}",
        # What is no such sentence.
        "- Use `Client 1.0` with `Server 2.0`",
        "- The `Client 1.0` is compatible with `Server 2.0`",
        "- `Client 1.0` with `Server 2.0`",
        "- `Client 1.0` → `Server 2.0`",
        "- `Client 1.0` was compatible with `Server 2.0`",
        "- `Client 1.0` may be compatible with `Server 2.0`",
        "- `Client 1.0` is not yet compatible with `Server 2.0`",
        "- `Client 1.0` is compatible with the newest `Server 2.0`",
        "- `Client 1.0` is compatible with anything that works with `Server 2.0`",
        "- `Client 1.0` is compatible.\n- `Server 2.0` is not.",
        "- `Client 1.0` is compatible with\n\n    `Server 2.0`",
        "- `Client 1.0` is compatible with Server 2.0",
        "- Client 1.0 is compatible with `Server 2.0`",
        "- `` Client 1.0 `` is compatible with `Server 2.0`",
        "- \\`Client 1.0\\` is compatible with \\`Server 2.0\\`",
        "- ~~`Client 1.0` is compatible with `Server 2.0`~~",
        # What speaks of something else.
        "- `--flag` is compatible with `--other`",
        "- `--flag` is compatible with `Server 2.0`",
        "- `Client 1.0` works with `make`",
        "- `import` works with `export`",
        "- `pip install` works with `uv sync`",
    ],
)
def test_what_is_no_example(body: str) -> None:
    assert examples(body) == ()
    assert the_flaws(body) == [NONE]


def test_what_is_no_example_beside_one_that_is() -> None:
    body = f"- `Client 2.0` works with `Server 2.0`\n\nText.\n\n    {EXAMPLE}\n\n<!-- {EXAMPLE} -->"
    assert pairs(body) == ["client 2.0 + server 2.0 compatible"]
    assert the_flaws(body) == []


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("- `«Clint 1.0»` is compatible with `Server 1.0`", "no component is called 'Clint'"),
        ("- `«Client soon»` works with `Server 1.0`", "but 'soon' is no semver version"),
        ("- `Client 1.0` works with `«Server x1»`", "but 'x1' is no semver version"),
        ("- `Client 1.0` works with `Server 1.0`, `«1.1»`", "not a component's name and a version"),
        ("- `Client 1.0` works with `Server 1.0` and `«docker 20»`", "is called 'docker'"),
        ("- `«Console 1.0»` works with `Server 1.0`", "several components are called 'Console'"),
        ("1. `Client 2 ➜ 3` works with `«Server 3 ➜ 2»`", "but '3 ➜ 2' is no semver version"),
    ],
)
def test_mistakes(body: str, message: str) -> None:
    text, start, end = marked(page(body))
    (finding,) = (item for item in findings(text, "CMP109") if NONE not in item.message)
    assert finding.message.startswith("the example in this list names `")
    assert message in finding.message
    assert finding.help == ("Write a component's name and a version, or take 'prose-examples' out.")
    place = finding.place
    assert (place.line, place.column, place.end_line, place.end_column) == (*start, *end)


def test_a_page_that_has_none_says_so_at_its_front_matter() -> None:
    text = page("- Nothing here.")
    (finding,) = findings(text, "CMP109")
    assert finding.message == NONE
    assert (finding.place.line, finding.place.column) == (2, 1)
    assert text_at(text, finding.place).startswith("compat:")


@pytest.mark.parametrize("said", ["", "  prose-examples: false\n"])
def test_only_where_the_page_asks_for_it(said: str) -> None:
    text = page(EXAMPLE).replace("  prose-examples: true\n", said)
    assert analysis_of(text).site.products[0].examples == ()
    assert findings(text, "CMP109") == ()


@pytest.mark.parametrize(
    "body",
    [
        "- `" * 50_000,
        "- `a 1` " * 30_000,
        "    " * 60_000 + EXAMPLE,
        "```\n" * 30_000,
        "- `a 1`, " + "`b 2` and " * 20_000,
        ("    " + EXAMPLE + "\n") * 3_000,
        "- `Client 1.0`" + " " * 100_000 + "is",
        "<!--" * 50_000,
        "- `Client 1.0` is" + "*" * 100_000 + "compatible with `Server 1.0`",
    ],
)
def test_hostile_pages_are_read_quickly(body: str) -> None:
    """By themselves: Python-Markdown takes its own time for them."""
    source = SourceText("docs/page.md", page(body))
    begun = time.monotonic()
    list(prose_examples(source, len(FRONT_MATTER), {}))
    assert time.monotonic() - begun < 3
