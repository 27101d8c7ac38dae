"""The examples of front matter, and the place of every mistake in them.

In the cases, « and » stand around the text that a finding must underline.
"""

from __future__ import annotations

import pytest

from mkdocs_compat.model.example import Example
from mkdocs_compat.model.verdict import Verdict
from tests.reading.reader import analysis_of, findings, marked, text_at

FRONT_MATTER = """\
---
compat:
  components:
    server: {name: Server, scheme: semver}
    client: {name: Client, scheme: semver}
  rules:
    - {component: client, with: server, same: major}
    - {component: server, with: server, same: major}
  examples:
"""


def page(example: str) -> str:
    return f"{FRONT_MATTER}    - {example}\n---\n\n# Page\n"


def the_example(text: str) -> Example:
    analysis = analysis_of(text)
    assert [item for item in analysis.diagnostics if item.code == "CMP109"] == []
    (example,) = analysis.site.products[0].examples
    return example


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("{client: 1.0, server: 1.10}", {"client": ("1.0",), "server": ("1.10",)}),
        ("{server: [1.0, 1.1], client: 1}", {"server": ("1.0", "1.1"), "client": ("1",)}),
        ("{server: [1.0.0, 1.1.0]}", {"server": ("1.0.0", "1.1.0")}),
        ("{client: 1.0 ➜ 1.4, server: 1.x}", {"client": ("1.0 ➜ 1.4",), "server": ("1.x",)}),
        ('{client: "<2", server: =1.2}', {"client": ("<2",), "server": ("=1.2",)}),
        ("{client: any, server: 1.2}", {"client": ("any",), "server": ("1.2",)}),
        ('{client: "1.0, 1.2", server: 1}', {"client": ("1.0, 1.2",), "server": ("1",)}),
        ("{client: [], client2: 1}", None),
    ],
)
def test_questions(said: str, question: dict[str, tuple[str, ...]] | None) -> None:
    text = page(said.replace("}", ", expect: compatible}"))
    if question is None:
        assert findings(text, "CMP109")
        return
    example = the_example(text)
    assert example.question == question
    assert (example.expect, example.text) == (Verdict.COMPATIBLE, "")


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_may_be_expected(verdict: Verdict) -> None:
    assert the_example(page(f"{{client: 1, server: 1, expect: {verdict.value}}}")).expect is verdict


def test_it_stands_where_it_is_written() -> None:
    text = page("client: 1.0\n      server: 1.0\n      expect: compatible")
    assert text_at(text, the_example(text).place).startswith("client: 1.0\n      server: 1.0\n")


VERDICTS = "expected compatible, partial, untested, unstated, conflicting or incompatible"
FEWER = "the example names fewer than two versions"
MAPPING = "expected a mapping such as {client: 4.5, server: 4.0, expect: incompatible}"
SERVER = "server: 1.0, expect: compatible"

MISTAKES = [
    (f"{{«clent»: 1.0, {SERVER}}}", "component 'clent', which there is not", "mean 'client'?"),
    (f"{{«Client»: 1.0, {SERVER}}}", "component 'Client', which there is not", "mean 'client'?"),
    (f"{{«zebra»: 1.0, {SERVER}}}", "component 'zebra', which there is not", "are: server, client"),
    ("«{client: 1.0, expect: compatible}»", FEWER, "versions of two components, or several"),
    ("«{expect: compatible}»", FEWER, "versions of two components, or several of one"),
    ("«{client: 1.0, server: 1.0}»", "'compat.examples.1' has no 'expect'", "Add 'expect:'"),
    ("{client: 1, server: 1, expect: «works»}", f"expect' is 'works', {VERDICTS}", "Write compat"),
    ("{client: 1, server: 1, expect: «incompatibel»}", VERDICTS, "Did you mean 'incompatible'?"),
    ("{client: 1, server: 1, expect:« »}", f"expect' is empty, {VERDICTS}", "Write compatible"),
    (f"{{client: «soon», {SERVER}}}", "the example names 'soon', which is no semver", "a range."),
    (f"{{client: [1.0, «x»], {SERVER}}}", "the example names 'x', which is no semver", "a line"),
    (f"{{client: «2.0 ➜ 1.0», {SERVER}}}", "names '2.0 ➜ 1.0', which is no semver", "a line"),
    (f'{{client: «"-"», {SERVER}}}', "the example names '-', which is no semver", "a line"),
    (f'{{client: «"="», {SERVER}}}', "the example names '=', which is no semver", "a line"),
    (f"{{client: «[]», {SERVER}}}", "examples.1.client' is an empty list", "a list of them."),
    (f'{{client: [1.0, «""»], {SERVER}}}', "examples.1.client.2' is empty", "Write a version."),
    (f"{{client: «{{a: b}}», {SERVER}}}", "examples.1.client' is a mapping", "a list of them."),
    (f"{{client: 1, «client»: 2, {SERVER}}}", "names 'client' twice, first on line", "Keep one"),
    ("«Client 1.0 works»", f"'compat.examples.1' is 'Client 1.0 works', {MAPPING}", "Write a"),
]


@pytest.mark.parametrize(("example", "message", "help_"), MISTAKES)
def test_mistakes(example: str, message: str, help_: str) -> None:
    text, start, end = marked(page(example))
    (finding,) = findings(text, "CMP109")
    assert message in finding.message
    assert help_ in finding.help
    place = finding.place
    if example.count("« »"):
        # YAML gives nothing no place of its own.
        assert place.line == start[0]
    else:
        assert (place.line, place.column, place.end_line, place.end_column) == (*start, *end)
    assert analysis_of(text).site.products[0].examples == ()


def test_examples_that_are_no_list() -> None:
    text, start, end = marked(FRONT_MATTER.rstrip() + " «{client: 1.0}»\n---\n\n# Page\n")
    (finding,) = findings(text, "CMP109")
    assert "'compat.examples' is a mapping, expected a list of examples" in finding.message
    place = finding.place
    assert (place.line, place.column, place.end_line, place.end_column) == (*start, *end)


def test_all_mistakes_are_said_and_the_other_examples_are_read() -> None:
    text = page(
        "{clent: x, sever: y, expect: compatible}\n"
        "    - {client: 1.0, server: 1.0, expect: compatible}\n"
        "    - {client: x, server: y, expect: compatible}"
    )
    assert [item.place.line for item in findings(text, "CMP109")] == [10, 10, 12, 12]
    (example,) = analysis_of(text).site.products[0].examples
    assert example.place.line == 11
