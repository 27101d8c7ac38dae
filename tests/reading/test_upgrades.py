"""What front matter says about upgrading, on one page."""

from __future__ import annotations

import pytest

from mkdocs_compat.model.rule import Distance, Scope
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.upgrade import NO_UPGRADE, Audience, Direction, Upgrade
from mkdocs_compat.ranges.notation import read
from mkdocs_compat.versions import get_scheme
from mkdocs_compat.versions.scheme import Level
from tests.reading.reader import analysis_of, text_at
from tests.reading.upgrade_page import COMPONENTS, FULL, page


def product_of(text: str) -> Product:
    analysis = analysis_of(text)
    assert [item for item in analysis.diagnostics if item.code in ("CMP109", "CMP110")] == []
    (product,) = analysis.site.products
    return product


def upgrade_of(said: str) -> Upgrade:
    return product_of(page(said)).upgrade


@pytest.fixture(scope="module")
def upgrade() -> Upgrade:
    return product_of(FULL).upgrade


class TestAFullExample:
    def scope(self, text: str, scheme: str = "octopus") -> Scope:
        found = read(text, get_scheme(scheme)).range
        assert found is not None
        return Scope(text, found)

    def test_stops(self, upgrade: Upgrade) -> None:
        first, second, third = upgrade.stops
        assert (first.component, first.at, first.before) == (
            "server",
            self.scope("2.6"),
            self.scope("3.0"),
        )
        assert (first.question, first.reason) == ("registry", "The database moved.")
        assert first.guide is not None
        assert (first.guide.text, first.guide.url) == ("page.md#from-2-6", "page/#from-2-6")
        assert text_at(FULL, first.guide.place) == "page.md#from-2-6"
        assert text_at(FULL, first.place).startswith('at: "2.6"')
        assert (second.component, second.at) == ("server", self.scope("2018.12"))
        assert (second.before, second.question, second.guide, second.reason) == (None,) * 4
        assert text_at(FULL, second.place) == "2018.12"
        assert (third.component, third.at) == ("agent", self.scope("1.4", "semver"))

    def test_questions(self, upgrade: Upgrade) -> None:
        (question,) = upgrade.questions
        assert (question.id, question.text) == ("registry", "Do you use the registry?")
        assert text_at(FULL, question.place) == "registry"

    def test_guides(self, upgrade: Upgrade) -> None:
        guide, back = upgrade.guides
        assert (guide.component, guide.start) == ("server", self.scope("1.6"))
        assert guide.guide.url == guide.guide.text == "https://example.org/from-1.6"
        assert (guide.direction, back.direction) == (Direction.UP, Direction.DOWN)

    def test_changes(self, upgrade: Upgrade) -> None:
        first, second = upgrade.changes
        assert (first.component, first.level, first.when) == (
            "server",
            Level.MINOR,
            self.scope(">=2018"),
        )
        assert (first.name, first.risk, first.rollback) == ("Feature release", "Some.", "Restore.")
        assert (first.start, second.start) == (self.scope(">=2017"), None)
        assert (second.level, second.when) == (Level.MINOR, None)
        assert (second.name, second.risk, second.rollback) == ("Minor", None, None)

    def test_order_and_limits(self, upgrade: Upgrade) -> None:
        assert (upgrade.order, upgrade.rolling) == ((("server",), ("agent",)), ("agent",))
        assert [(each.component, each.distance) for each in upgrade.max_hops] == [
            ("server", Distance(1, Level.MINOR)),
            ("agent", Distance(2, Level.MINOR)),
        ]
        assert [(each.component, each.most) for each in upgrade.downgrades] == [
            ("server", Level.MINOR),
            ("agent", False),
        ]
        assert text_at(FULL, upgrade.downgrades[1].place) == "agent"

    def test_gates(self, upgrade: Upgrade) -> None:
        (final,), (wait,) = upgrade.finalizes, upgrade.waits
        assert (final.component, final.at, final.note) == (
            "server",
            self.scope("5.0"),
            "The storage format is rewritten.",
        )
        assert (wait.component, wait.at, wait.note) == (
            "agent",
            self.scope("14.0", "semver"),
            "Wait for the migrations.",
        )

    def test_notices(self, upgrade: Upgrade) -> None:
        (change,), (task,) = upgrade.breaking, upgrade.tasks
        assert (change.component, change.at) == ("server", self.scope("2019.1"))
        assert (change.audience, change.text) == (Audience.OPERATORS, "Needs .NET.")
        assert change.link is not None
        assert (change.link.text, change.link.url) == ("other.md", None)
        assert (task.component, task.at) == ("agent", self.scope("1.5", "semver"))
        assert (task.audience, task.text, task.link) == (
            Audience.USERS,
            "Move the files.",
            None,
        )
        assert text_at(FULL, change.place).startswith('{at: "2019.1", for')


class TestForms:
    @pytest.mark.parametrize(
        ("said", "most"),
        [
            ("true", True),
            ("yes", True),
            ('"true"', True),
            ("false", False),
            ("no", False),
            ('"false"', False),
            ("patch", Level.PATCH),
            ("major", Level.MAJOR),
            ("{server: yes}", True),
            ("{server: patch}", Level.PATCH),
        ],
    )
    def test_downgrades(self, said: str, most: Level | bool) -> None:
        (downgrade,) = upgrade_of(f"{{component: server, downgrade: {said}}}").downgrades
        assert (downgrade.component, downgrade.most) == ("server", most)

    @pytest.mark.parametrize("said", ["1 minor", "{server: 1 minor}", '"1 minor"'])
    def test_the_largest_hop(self, said: str) -> None:
        (hop,) = upgrade_of(f"{{component: server, max-hop: {said}}}").max_hops
        assert (hop.component, hop.distance) == ("server", Distance(1, Level.MINOR))

    @pytest.mark.parametrize(
        "said",
        [
            "{patch: {rollback: X}, minor: {risk: Y}}",
            "[{level: patch, rollback: X}, {level: minor, risk: Y}]",
        ],
    )
    def test_classes_of_change(self, said: str) -> None:
        patch, minor = upgrade_of(f"{{component: server, changes: {said}}}").changes
        assert (patch.level, patch.rollback, patch.risk) == (Level.PATCH, "X", None)
        assert (minor.level, minor.rollback, minor.risk) == (Level.MINOR, None, "Y")
        assert {patch.component, minor.component} == {"server"}

    @pytest.mark.parametrize("said", ["server", "[server]"])
    def test_one_component_or_a_list(self, said: str) -> None:
        upgrade = upgrade_of(f"{{order: {said}, rolling: {said}}}")
        assert (upgrade.order, upgrade.rolling) == ((("server",),), ("server",))

    def test_components_in_any_order(self) -> None:
        said = "\n    order:\n      - server\n      - [agent, tool]"
        components = COMPONENTS.replace("agent:", "tool: {scheme: semver}\n    agent:")
        text = f"---\ncompat:\n  {components}  upgrade:{said}\n---\n\n# Page\n"
        assert product_of(text).upgrade.order == (("server",), ("agent", "tool"))

    def test_a_list_of_mappings_adds_up(self) -> None:
        upgrade = upgrade_of(
            "\n    - {component: server, stops: [1.4], max-hop: 1 minor, rolling: server}\n"
            "    - {component: agent, stops: [1.5], rolling: [agent, server], order: [agent]}"
        )
        assert [(each.component, each.at.text) for each in upgrade.stops] == [
            ("server", "1.4"),
            ("agent", "1.5"),
        ]
        assert (upgrade.rolling, upgrade.order) == (("server", "agent"), (("agent",),))

    def test_nothing_said(self) -> None:
        rules = "rules: [{component: server, with: agent, same: major}]"
        text = f"---\ncompat:\n  {COMPONENTS}  {rules}\n---\n\n# Page\n"
        assert product_of(text).upgrade == NO_UPGRADE


class TestComponents:
    def test_the_only_one_needs_no_name(self) -> None:
        text = "---\ncompat:\n  components: {app: {}}\n  upgrade: {stops: [1.4.0]}\n---\n# A\n"
        product = product_of(text)
        assert [each.id for each in product.components] == ["app"]
        assert [each.component for each in product.upgrade.stops] == ["app"]

    def test_headers_name_them_too(self) -> None:
        table = "| Server | Client |\n| --- | --- |\n| 1.0 | 1.0 |\n"
        text = f"---\ncompat:\n  upgrade: {{component: client, stops: [1.0]}}\n---\n\n{table}"
        assert product_of(text).upgrade.stops[0].component == "client"

    @pytest.mark.parametrize(
        "said",
        [
            "{component: server, stops: [1.0]}",
            "{wait: [{at: 1.0, component: server}]}",
            "{order: [server]}",
            "{rolling: server}",
            "{max-hop: {server: 1 minor}}",
            "{downgrade: {server: false}}",
        ],
    )
    def test_those_that_only_upgrades_name_are_kept(self, said: str) -> None:
        assert [each.id for each in product_of(page(said)).components] == ["server"]

    @pytest.mark.parametrize(
        ("said", "scheme"),
        [
            ("stops: [{at: 1.0.0, before: 2.0.0-rc.1}]", "semver"),
            ("guides: [{from: 1.0.0.1, guide: a.md}]", "octopus"),
            ("wait: [{at: 1.0.0.1}]", "octopus"),
            ("breaking: [{at: 1.0.post1, text: X}]", "pep440"),
            ("changes: [{level: minor, when: '>=1.0.post1', name: X}]", "pep440"),
        ],
    )
    def test_versions_tell_the_scheme(self, said: str, scheme: str) -> None:
        text = f"---\ncompat:\n  components: {{app: {{}}}}\n  upgrade: {{{said}}}\n---\n# A\n"
        (component,) = product_of(text).components
        assert (component.scheme.name, component.inferred) == (scheme, True)
