"""What of a file is included: held against the extension and the plugin that include it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs_include_markdown_plugin.process import filter_inclusions

from mkdocs_compat.reading.include_tags import IncludeTag, TagForm, include_tags
from mkdocs_compat.reading.snippets import Snippet, snippet_of, snippets

FILE = """\
One
<!-- --8<-- [start:first] -->
Two
<!-- --8<-- [start:inner] -->
Three
<!-- --8<-- [end:inner] -->
Four
<!-- --8<-- [end:first] -->
Five
; --8<-- [start:none]
"""
SPECS = [
    "",
    ":first",
    ":inner",
    ":INNER",
    ":missing",
    ":1:3",
    ":3",
    ":3:",
    "::3",
    ":-3",
    ":-3:-2",
    ":0:2",
    ":1:1,3:3,5:7",
    ":2:3,9:",
    ":99",
]


def shown_by_the_extension(folder: Path, line: str) -> list[str]:
    """Return the lines that the extension puts in place of another, blank ones left out."""
    configs = {"pymdownx.snippets": {"base_path": [str(folder)]}}
    markdown = Markdown(extensions=["pymdownx.snippets"], extension_configs=configs)
    lines = markdown.preprocessors["snippet"].run(line.split("\n"))
    return [each for each in lines if each.strip()]


@pytest.mark.parametrize("spec", SPECS)
def test_snippets_are_what_the_extension_includes(tmp_path: Path, spec: str) -> None:
    (tmp_path / "file.md").write_text(FILE, encoding="utf-8")
    (snippet,) = snippets(f'--8<-- "file.md{spec}"')
    assert snippet.path == "file.md"
    mine = "".join(FILE[start:end] for start, end in snippet.spans(FILE)).split("\n")
    # The extension takes the escape out; the tables of a file have none.
    mine = [each.replace("; --8<--", " --8<--") for each in mine if each.strip()]
    assert mine == shown_by_the_extension(tmp_path, f'--8<-- "file.md{spec}"')


@pytest.mark.parametrize(
    "text",
    [
        '--8<-- "a.md"',
        '   --8<--   "a.md"  ',
        "-8<- 'a.md'",
        '----8<---- "a.md"',
        "--8<--\na.md\n--8<--",
        "--8<--\na.md\n\nb.md\n; a.md\n--8<--\nb.md",
        '--8<--\n--8<-- "a.md"\n--8<--',
        ';--8<-- "a.md"',
        ';;--8<-- "a.md"',
        '--8<-- "; a.md"',
        '--8<--"a.md"',
        'Text --8<-- "a.md"',
        "--8<-- a.md",
        '--8<-- "missing.md"\n--8<-- "b.md"',
        "--8<--\na.md",
        '--8<-- "a.md"\r\n',
    ],
)
def test_snippets_are_seen_where_the_extension_sees_them(tmp_path: Path, text: str) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text(f"text of {name}\n", encoding="utf-8")
    found = [each.path for each in snippets(text.replace("\r\n", "\n"))]
    mine = [f"text of {path[0]}" for path in found if path in ("a.md", "b.md")]
    theirs = shown_by_the_extension(tmp_path, text.replace("\r\n", "\n"))
    assert mine == [line.strip() for line in theirs if line.strip().startswith("text of")]


@pytest.mark.parametrize(
    "named", ["", "  ", "; a.md", "https://example.org/a.md", "http://a.b/c", ":3", "x" * 5000]
)
def test_what_is_no_file(named: str) -> None:
    assert snippet_of(named) is None


def test_paths_may_hold_colons() -> None:
    assert snippet_of("C:/notes/a.md:2:4") == Snippet("C:/notes/a.md", ((2, 4),))


@given(
    st.text(alphabet="ab<>\n", max_size=40),
    st.none() | st.text(alphabet="ab<>", min_size=1, max_size=2),
    st.none() | st.text(alphabet="ab<>", min_size=1, max_size=2),
)
def test_parts_are_what_the_plugin_includes(text: str, start: str | None, end: str | None) -> None:
    mine = "".join(text[first:last] for first, last in IncludeTag("f", start, end).spans(text))
    theirs = filter_inclusions(start, end, text)[0] if start or end else text
    assert mine == theirs


def test_tags() -> None:
    text = """
{% include-markdown "../a b.md" %}
{%
   include-markdown 'it\\'s.md'
   start="<!--\\t1-->"
   end='e'
   comments=false
%}
  {% include "https://example.org/x.md" %}
{% include "c.md" exclude="d.md" %}
{{ include "no.md" }}
"""
    assert list(include_tags(text, TagForm())) == [
        IncludeTag("../a b.md"),
        IncludeTag("it's.md", "<!--\t1-->", "e"),
        IncludeTag("c.md"),
    ]
    own = TagForm("{!", "!}", ("embed",), start="S")
    assert list(include_tags('{! embed "a.md" !}{% include "b.md" %}', own)) == [
        IncludeTag("a.md", "S")
    ]
