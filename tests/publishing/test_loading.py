"""A published file read back answers as its sources do, and a broken one says what is wrong."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mkdocs_compat.command_line.site_config import read_config
from mkdocs_compat.command_line.site_pages import analyze_site
from mkdocs_compat.errors import ConfigurationError
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.site import Product, Site
from mkdocs_compat.model.upgrade import NO_UPGRADE, Upgrade
from mkdocs_compat.publishing.loading import load_products
from mkdocs_compat.publishing.payload import product_data, site_json
from mkdocs_compat.publishing.reports.answer_json import write_answer_json
from mkdocs_compat.publishing.reports.answered import Answered
from mkdocs_compat.reasoning.compatibility import Compatibility
from tests.publishing.published import component, file_of, old_table, spire, upgrade
from tests.reading.reader import analysis_of
from tests.reading.upgrade_page import FULL

ROOT = Path(__file__).resolve().parent.parent.parent
PRODUCTS = sorted((ROOT / "tests" / "vectors" / "products").glob("*.md"))


def site_of(folder: Path) -> Site:
    return analyze_site(read_config(folder / "mkdocs.yml")).site


@pytest.fixture(scope="module")
def example() -> Site:
    return site_of(ROOT / "site_example")


def texts_of(product: Product, id_: str) -> list[str]:
    """Return versions that a product's tables name for a component, and some others."""
    found = {"0.9.2", "1.0", "1.25", "4.2", "2018.2.3", "=3.2", "99.1", "any"}
    for table in product.tables:
        for cell in table.cells():
            if id_ in cell.components:
                found |= {each.text for part in cell.notation.parts for each in part.versions}
    found |= {release.version.text for release in product.component(id_).releases}
    for rule in product.rules:
        if rule.component == id_ and rule.when is not None:
            found |= {rule.when.text}
    return sorted(found)


def answer(product: Product, question: dict[str, tuple[str, ...]]) -> str:
    return write_answer_json(Answered(product, Compatibility(product).ask(question)))


def in_full(product: Product, question: dict[str, tuple[str, ...]]) -> str:
    """Answer with every component left open that is not asked about, and with what would help."""
    compatibility = Compatibility(product)
    rest = [each.id for each in product.components if each.id not in question]
    return write_answer_json(
        Answered(
            product,
            compatibility.ask(question),
            {id_: compatibility.open(question, id_) for id_ in rest},
            compatibility.fixes(question),
            compatibility.standings(question),
        )
    )


def questions(product: Product, count: int) -> Iterator[dict[str, tuple[str, ...]]]:
    choice = random.Random(4)

    def versions(each: Component) -> tuple[str, ...]:
        return tuple(choice.choices(texts_of(product, each.id), k=choice.choice([1, 1, 2])))

    for _ in range(count):
        some = choice.sample(product.components, k=min(len(product.components), 3))
        yield {each.id: versions(each) for each in some}


class TestRoundTrip:
    def test_publishing_again_gives_the_same_file(self, example: Site) -> None:
        text = site_json(example)
        assert site_json(replace(example, products=load_products(text, "compat.json"))) == text

    def test_answers_are_those_of_the_sources(self, example: Site) -> None:
        loaded = load_products(site_json(example), "compat.json")
        assert len(loaded) == len(example.products)
        for source, published in zip(example.products, loaded, strict=True):
            for question in questions(source, 150):
                assert answer(published, question) == answer(source, question), question

    @pytest.mark.parametrize("page", PRODUCTS, ids=lambda page: page.stem)
    def test_models_of_all_kinds(self, tmp_path: Path, page: Path) -> None:
        (tmp_path / "docs").mkdir()
        (tmp_path / "docs" / page.name).write_bytes(page.read_bytes())
        (tmp_path / "mkdocs.yml").write_text("site_name: Test\n", encoding="utf-8")
        site = site_of(tmp_path)
        text = site_json(site)
        (loaded,) = load_products(text, "compat.json")
        (source,) = site.products
        assert site_json(replace(site, products=(loaded,))) == text
        for question in questions(source, 100):
            assert answer(loaded, question) == answer(source, question), question
        for question in questions(source, 25):
            assert in_full(loaded, question) == in_full(source, question), question

    def test_maven_and_python_versions(self, tmp_path: Path) -> None:
        table = "| A | B |\n| - | - |\n| 1.0 ➜ 2.1 | 1.0b1 ➜ 3 |\n| 3.0+ except 3.5 | >2.0 |\n"
        schemes = "{a: {scheme: maven}, b: {scheme: pep440}}"
        page = f"---\ncompat:\n  components: {schemes}\n---\n\n{table}"
        (tmp_path / "docs").mkdir()
        (tmp_path / "docs" / "index.md").write_text(page, encoding="utf-8")
        (tmp_path / "mkdocs.yml").write_text("site_name: Test\n", encoding="utf-8")
        site = site_of(tmp_path)
        loaded = load_products(site_json(site), "compat.json")
        assert [each.scheme.name for each in loaded[0].components] == ["maven", "pep440"]
        assert site_json(replace(site, products=loaded)) == site_json(site)
        for question in questions(site.products[0], 100):
            assert answer(loaded[0], question) == answer(site.products[0], question), question

    @pytest.mark.parametrize("scheme", ["semver", "maven", "pep440"])
    def test_upgrades(self, scheme: str) -> None:
        page = FULL.replace("semver", scheme).replace("octopus", scheme)
        (product,) = analysis_of(page).site.products
        assert product.upgrade.stops
        text = site_json(Site((product,), ()))
        (loaded,) = load_products(text, "compat.json")
        assert loaded.upgrade == product.upgrade
        assert site_json(Site((loaded,), ())) == text


class TestForms:
    def test_the_first(self) -> None:
        (product,) = load_products(file_of(old_table(), version=1), "compat.json")
        assert (product.rules, product.tables[0].together) == ((), False)
        assert [each.releases for each in product.components] == [(), ()]
        assert product.tables[0].rows[0].cells[0].place.line == 7

    def test_the_second(self) -> None:
        (product,) = load_products(file_of(spire()), "compat.json")
        assert [rule.id for rule in product.rules] == ["servers", "agents"]
        assert (product.rules[1].url, product.rules[1].anchor) == ("skew/", "compat-rule-agents")
        assert product.rules[1].place.line == 9
        assert product.upgrade == NO_UPGRADE

    def test_upgrades(self) -> None:
        (product,) = load_products(file_of({**spire(), "upgrade": upgrade()}), "compat.json")
        said = product_data(product, str)["upgrade"]
        assert said == upgrade()

    def test_an_upgrade_that_says_little(self) -> None:
        data = {**spire(), "upgrade": {"order": [["server"]]}}
        (product,) = load_products(file_of(data), "compat.json")
        assert product.upgrade == Upgrade(order=(("server",),))

    def test_releases(self) -> None:
        data = spire()
        data["components"][2] = component("other", "Other", ("One", "Two"), scheme="named")
        (product,) = load_products(file_of(data), "compat.json")
        releases = product.component("other").releases
        assert [each.version.text for each in releases] == ["One", "Two"]

    def test_what_is_new_in_the_same_form_is_passed_over(self) -> None:
        data = {**old_table(), "invented": {"later": 1}}
        assert load_products(file_of(data, version=1), "compat.json")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "x.json is not readable JSON"),
        ("{", "x.json is not readable JSON"),
        ("[" * 100_000, "x.json is not readable JSON"),
        ("[]", "x.json is no file of mkdocs-compat"),
        ("{}", "x.json is no file of mkdocs-compat"),
        ('{"format": "other"}', "x.json is no file of mkdocs-compat"),
        ('{"format": "mkdocs-compat"}', "the key 'version' is missing"),
        ('{"format": "mkdocs-compat", "version": "2"}', "version: expected a number, found a text"),
        ('{"format": "mkdocs-compat", "version": true}', "expected a number, found true or false"),
        (
            '{"format": "mkdocs-compat", "version": 4}',
            "form of version 4; this mkdocs-compat reads 1",
        ),
        ('{"format": "mkdocs-compat", "version": 2}', "the key 'products' is missing"),
    ],
)
def test_files_that_are_none(text: str, words: str) -> None:
    with pytest.raises(ConfigurationError, match=r"^x\.json") as raised:
        load_products(text, "x.json")
    assert words in str(raised.value)


def _set(path: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(product: dict[str, Any]) -> None:
        target: Any = product
        *keys, last = [int(key) if key.isdigit() else key for key in path.split(".")]
        for key in keys:
            target = target[key]
        target[last] = value

    return change


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("name", 7, "products[0].name: expected a text, found a number"),
        ("components.0.scheme", "semvre", "products[0].components[0].scheme: no version scheme"),
        ("components.0.full", 0, "products[0].components[0].scheme: "),
        ("components.1.id", "server", "'server' is the id of two components"),
        ("components.0.releases", [{"version": "x"}], "releases[0].version: 'x' is not a semver"),
        ("tables.0.verdict", "fine", "products[0].tables[0].verdict: expected one of compatible"),
        ("tables.0.headers", [], "tables[0].headers: expected a first column of one component"),
        ("tables.0.rows.1.cells", [], "tables[0].rows[1].cells: expected 1 cells, found 0"),
        ("tables.0.rows.0.cells.0.components", ["x"], "no component of the product has the id 'x'"),
        ("tables.0.rows.0.cells.0.components", [], "expected at least one component"),
        ("tables.0.rows.0.cells.0.range.inside", [["1"]], "range.inside[0]: expected two ends"),
        ("tables.0.rows.0.cells.0.range.inside", [["x", "~"]], "'x' is no point on the order"),
        ("tables.0.rows.0.cells.0.line", "7", "line: expected a number, found a text"),
        ("rules.0.other", "x", "products[0].rules[0].other: no component"),
        ("rules.0.same", "build", "products[0].rules[0].same: expected one of major"),
        ("rules.0.apart.count", 1001, "apart.count: expected a number of steps from 0 to 1000"),
    ],
)
def test_values_that_do_not_fit(path: str, value: Any, words: str) -> None:
    product = spire() if path.startswith("rules") else old_table()
    _set(path, value)(product)
    with pytest.raises(ConfigurationError) as raised:
        load_products(file_of(product), "x.json")
    assert str(raised.value).startswith("x.json: products[0]")
    assert words in str(raised.value)


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("", 7, "products[0].upgrade: expected an object, found a number"),
        ("order", [["x"]], "upgrade.order[0][0]: no component of the product has the id 'x'"),
        ("rolling", ["x"], "upgrade.rolling[0]: no component of the product has the id 'x'"),
        ("stops.0.component", "x", "stops[0].component: no component"),
        ("stops.0.question", "x", "stops[0].question: no question of the product has the id 'x'"),
        ("stops.0.at", None, "stops[0].at: expected an object"),
        ("stops.0.at.range.inside", [["x", "~"]], "'x' is no point on the order"),
        ("stops.0.guide.text", None, "stops[0].guide.text: expected a text"),
        ("guides.0.guide", None, "guides[0].guide: expected an object"),
        ("changes.0.level", "build", "changes[0].level: expected one of major, minor, patch"),
        ("max_hops.0.distance.count", 1001, "expected a number of steps from 0 to 1000"),
        ("downgrades.0.most", None, "downgrades[0].most: expected a text"),
        ("downgrades.0.most", "some", "downgrades[0].most: expected one of major, minor, patch"),
        ("breaking.0.audience", "you", "audience: expected one of operators, users, found 'you'"),
        ("tasks.0.line", "7", "tasks[0].line: expected a number, found a text"),
    ],
)
def test_upgrades_that_do_not_fit(path: str, value: Any, words: str) -> None:
    product = {**spire(), "upgrade": upgrade()}
    _set(f"upgrade.{path}".rstrip("."), value)(product)
    with pytest.raises(ConfigurationError) as raised:
        load_products(file_of(product), "x.json")
    assert str(raised.value).startswith("x.json: products[0].upgrade")
    assert words in str(raised.value)


def _paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    items: Any = ()
    if isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in items:
        yield from _paths(item, (*path, key))


BROKEN: tuple[Any, ...] = (None, 7, -1, "", "x", "1", "1!", "~", "9", "A9", True, [], [[]], {}, [7])


def upgraded() -> dict[str, Any]:
    return {
        **spire(),
        "components": [component("server", "Server"), component("agent", "Agent")],
        "rules": [],
        "upgrade": upgrade(),
    }


@pytest.mark.parametrize("make", [spire, old_table, upgraded])
def test_any_broken_value_is_an_error_of_ours(make: Callable[[], dict[str, Any]]) -> None:
    """Whatever stands anywhere, the file is read or refused; nothing else is raised."""
    whole = json.loads(file_of(make()))
    for path in list(_paths(whole))[1:]:
        for value in BROKEN:
            data = copy.deepcopy(whole)
            target = data
            for key in path[:-1]:
                target = target[key]
            target[path[-1]] = value
            with suppress(ConfigurationError):
                load_products(json.dumps(data), "x.json")
