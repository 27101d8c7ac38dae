"""The JSON Schema and the reader take and refuse the same front matter, at the same keys."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from jsonschema.protocols import Validator

from mkdocs_compat.command_line import main
from mkdocs_compat.publishing.front_matter_schema import front_matter_schema, shared_data_schema
from mkdocs_compat.reading.front_matter import read_front_matter, read_shared_data
from mkdocs_compat.source import SourceText

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    path
    for folder in ("site_example/docs", "tests/vectors/products", "tests/checks")
    for path in (ROOT / folder).rglob("*.md")
    if re.match(r"---\n(?s:.*?)^compat:", path.read_text(encoding="utf-8"), re.MULTILINE)
    and "invalid-front-matter.failing" not in path.name
)


class _Loader(yaml.SafeLoader):
    """Reads dates as texts, as editors do."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(text: str) -> Any:
    return yaml.load(text, Loader=_Loader)  # a SafeLoader


def validator(schema: dict[str, object]) -> Validator:
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


PAGE = validator(front_matter_schema())
DATA = validator(shared_data_schema())


def keys_refused(compat: str) -> tuple[bool, bool]:
    """Return whether the reader and the schema refuse what stands under `compat:`."""
    indented = "".join(f"  {line}\n" for line in compat.splitlines())
    text = f"---\ncompat:\n{indented}---\n"
    front_matter = read_front_matter(SourceText("docs/a.md", text))
    assert front_matter is not None
    return bool(front_matter.flaws), not PAGE.is_valid(load(f"compat:\n{indented}"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages_are_taken(page: Path) -> None:
    front_matter = page.read_text(encoding="utf-8").split("\n---\n")[0].removeprefix("---\n")
    PAGE.validate(load(front_matter))


GOOD = [
    "blank: unstated",
    "subject: 3",
    "components: {a: {name: A, aliases: [B, C], scheme: semver, full: 3}}",
    'components: {a: {aliases: B, full: "3", releases: [4.0, {version: 4.1, date: 2019-01-21}]}}',
    "components: {a: {releases: [{version: 4.1, date: 2019, end-of-life: 2020-02}]}}",
    "columns: {A: [a, b], B: b, C: false, D: true}",
    "rules: [{component: a, with: b, same: major, behind: 1 minor, when: <4}]",
    "tables: {t: {verdict: partial, skip: true, together: no, columns: {A: a}}}",
    "ignore: [{check: CMP201, reason: Known.}]",
    "examples: [{a: 4.5, b: [1, 2], expect: incompatible}]",
    "upgrade: {component: a, stops: [2.6, {at: 3.0, before: 4.0}], downgrade: false}",
    "upgrade: [{order: [a, [b, c]]}, {rolling: a, max-hop: {a: 1 minor}}]",
    "upgrade: {changes: {patch: {name: Patch}}, downgrade: {a: minor, b: true}}",
]

BAD = [
    ("blank: nothing", "blank"),
    ("blanc: unstated", "blanc"),
    ("subject: [a]", "subject"),
    ("subject:", "subject"),
    ('subject: " "', "subject"),
    ("components: [a]", "components"),
    ("components: {a: {schema: semver}}", "components.a.schema"),
    ("components: {a: {scheme: semvre}}", "components.a.scheme"),
    ("components: {a: {full: 9}}", "components.a.full"),
    ("components: {a: {full: many}}", "components.a.full"),
    ("components: {a: {releases: []}}", "components.a.releases"),
    ("components: {a: {releases: [{date: 2019}]}}", "components.a.releases.1"),
    ("components: {a: {releases: [{version: 1, date: soon}]}}", "components.a.releases.1.date"),
    ("components: {a: {releases: [{version: 1, date: 2019-02-31}]}}", "components.a.releases.1"),
    ("components: {a: }", "components.a"),
    ("columns: {A: {b: c}}", "columns.A"),
    ("columns: {A: []}", "columns.A"),
    ("rules: {component: a}", "rules"),
    ("rules: [{component: a}]", "rules.1"),
    ("rules: [{component: a, with: b, same: big}]", "rules.1.same"),
    ("rules: [{component: a, with: b, behind: 1}]", "rules.1.behind"),
    ("rules: [{component: a, with: b, behind: 2000 minor}]", "rules.1.behind"),
    ("tables: {t: {skip: maybe}}", "tables.t.skip"),
    ("tables: {t: {verdict: conflicting}}", "tables.t.verdict"),
    ("ignore: [{check: CMP201}]", "ignore.1"),
    ("ignore: [CMP201]", "ignore.1"),
    ("examples: [{a: 1, b: 2}]", "examples.1"),
    ("examples: [{a: {c: 1}, expect: compatible}]", "examples.1.a"),
    ("upgrade: soon", "upgrade"),
    ("upgrade: {stops: [{before: 3}]}", "upgrade.stops.1"),
    ("upgrade: {max-hop: big}", "upgrade.max-hop"),
    ("upgrade: {changes: {huge: {name: A}}}", "upgrade.changes"),
    ("upgrade: {downgrade: never}", "upgrade.downgrade"),
    ("upgrade: {order: {a: b}}", "upgrade.order"),
]


@pytest.mark.parametrize("text", GOOD)
def test_what_is_good_is_taken_by_both(text: str) -> None:
    assert keys_refused(text) == (False, False)


@pytest.mark.parametrize(("text", "place"), BAD)
def test_mistakes_are_refused_by_both_at_the_same_key(text: str, place: str) -> None:
    assert keys_refused(text) == (True, True)
    errors = PAGE.iter_errors(load("compat:\n" + "".join(f"  {text}\n")))
    wanted = place.split(".")
    places = {tuple(_path(error)) for error in _deepest(errors)}
    # A key too many and one that is missing are told of the mapping around them.
    assert any(
        tuple(wanted[: len(found)]) == found for found in places if len(found) >= len(wanted) - 1
    )


def _deepest(errors: Any) -> Any:
    for error in errors:
        yield error
        yield from _deepest(error.context or ())


def _path(error: jsonschema.ValidationError) -> list[str]:
    """Return where an error is, counting items from 1."""
    parts = list(error.absolute_path)[1:]
    return [str(part + 1) if isinstance(part, int) else str(part) for part in parts]


@pytest.mark.parametrize(
    "key", ["tables: {a: {skip: true}}", "examples: [{a: 1, expect: partial}]"]
)
def test_what_is_about_one_page_is_refused_in_shared_data(key: str) -> None:
    assert read_shared_data(SourceText("data.yml", key)).flaws
    assert not DATA.is_valid(load(key))


def test_shared_data_are_taken() -> None:
    text = "components: {a: {scheme: semver}}\nrules: [{component: a, with: a, apart: 1 minor}]\n"
    assert not read_shared_data(SourceText("data.yml", text)).flaws
    DATA.validate(load(text))


@pytest.mark.parametrize(("arguments", "schema"), [([], PAGE), (["--for", "data"], DATA)])
def test_the_command_prints_it(arguments: list[str], schema: Validator) -> None:
    run = CliRunner().invoke(main, ["schema", *arguments])
    assert run.exit_code == 0
    assert json.loads(run.output) == schema.schema
