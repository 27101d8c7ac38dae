"""Plain YAML has the same nodes at the same places, whichever parser reads it."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from mkdocs_compat.reading.yaml_nodes import _is_plain, compose
from tests.versions.version_texts import fresh_seed

ROOT = Path(__file__).resolve().parents[2]
FRONT_MATTER = re.compile(r"\A---\n(.*?)^---$", re.DOTALL | re.MULTILINE)
PIECES = (
    *" \n:-[]{},\"'#&*!|>?%@`\t~=0a", "\n  ", "- ", "? ", ": ", "{a: b}", "[a, b]", '"x"', "'y'",
    "&a ", "*a", "!!str ", "| \n  ", ">-\n", "é", "\u2028", "\ufeff", "😀", "\r\n", "---\n",
    "...\n", "<<: ", "- - ", "a: \n", "{a: }", "{a:}",
)  # fmt: skip


def written() -> list[str]:
    pages = [*(ROOT / "tests/checks").rglob("*.md"), *(ROOT / "docs").rglob("*.md")]
    texts = [path.read_text(encoding="utf-8") for path in pages]
    found = [FRONT_MATTER.match(text) for text in texts]
    examples = [each for text in texts for each in re.findall(r"(?s)```yaml\n(.*?)```", text)]
    return [*(each[1] for each in found if each), *examples]


def tree(node: yaml.Node | None) -> Any:
    if node is None:
        return None
    where = (node.tag, node.start_mark.index, node.end_mark.index)
    if isinstance(node, yaml.ScalarNode):
        return (*where, node.value, node.style or "")
    if isinstance(node, yaml.MappingNode):
        return (*where, [(tree(key), tree(value)) for key, value in node.value])
    return (*where, [tree(each) for each in node.value])


def test_they_agree() -> None:
    random = Random(fresh_seed())
    texts = written()
    plain = 0
    for _ in range(1_000):
        text = random.choice(texts)
        for _ in range(random.choice((0, 1, 1, 2))):
            at = random.randrange(len(text) + 1)
            text = text[:at] + random.choice(PIECES) + text[at + random.choice((0, 0, 1, 3)) :]
        try:
            expected = tree(yaml.compose(text, Loader=yaml.SafeLoader))
        except yaml.YAMLError as error:
            with pytest.raises(type(error), match=re.escape(str(error))):
                compose(text)
            continue
        plain += _is_plain(text)
        assert tree(compose(text)) == expected, text
    assert plain > 150


@pytest.mark.parametrize("text", ["[" * 5_000, "- " * 5_000, "? " * 5_000, "{a: " * 5_000])
def test_what_is_nested_deeply_is_left_to_the_one_that_can_say_so(text: str) -> None:
    assert not _is_plain(text)
    with pytest.raises(RecursionError):
        compose(text)
