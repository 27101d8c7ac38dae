"""What front matter says about upgrading, and the place of every mistake in it.

In the cases, « and » stand around the text that a finding must underline.
"""

from __future__ import annotations

import pytest

from mkdocs_compat.analysis import Analysis, SharedData, analyze, open_page, open_shared_data
from mkdocs_compat.analysis import read_page as read_tables
from mkdocs_compat.model.rule import Distance, Scope
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.upgrade import NO_UPGRADE, Audience, Direction, Link, Upgrade
from mkdocs_compat.ranges.notation import read
from mkdocs_compat.reading.assembling import assemble
from mkdocs_compat.reading.links import SitePages, resolve
from mkdocs_compat.reading.seen import SeenPage
from mkdocs_compat.source import Place, SourceText
from mkdocs_compat.versions import get_scheme
from mkdocs_compat.versions.scheme import Level
from tests.reading.reader import analysis_of, findings, marked, text_at
from tests.reading.upgrade_page import FULL

COMPONENTS = """\
components:
    server: {name: Server, scheme: semver}
    agent: {name: Agent, scheme: semver}
"""


def product_of(text: str) -> Product:
    analysis = analysis_of(text)
    assert [item for item in analysis.diagnostics if item.code in ("CMP109", "CMP110")] == []
    (product,) = analysis.site.products
    return product


def page(upgrade: str) -> str:
    """Return a page of two components with something in braces or lines under `upgrade:`."""
    return f"---\ncompat:\n  {COMPONENTS}  upgrade: {upgrade}\n---\n\n# Page\n"


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


RANGE = "expected a range of versions, such as '<4.2'"
VERSION = "expected a version or a line, such as '2.6'"
LINK = "expected a page of the site, such as upgrading.md, or an address on the web"

MISTAKES = [
    # The whole.
    (
        "«true»",
        "'compat.upgrade' is 'true', expected a mapping such as {stops: ...}, or a",
        "Write",
    ),
    ("«soon»", "'compat.upgrade' is 'soon', expected a mapping", "Write"),
    ("«[]»", "'compat.upgrade' is an empty list, expected a list of mappings", "Write"),
    ("[«x»]", "'compat.upgrade.1' is 'x', expected a mapping such as {stops: ...}", "Write"),
    ("{«stop»: []}", "'compat.upgrade' has no key 'stop'", "Did you mean 'stops'?"),
    ("{«zebra»: []}", "'compat.upgrade' has no key 'zebra'", "Known keys are: component, stops,"),
    ("[{}, {«max_hop»: 1 minor}]", "'compat.upgrade.2' has no key 'max_hop'", "mean 'max-hop'?"),
    ("{component: «[server]»}", "upgrade.component' is a list, expected a component's id", "Write"),
    # Stops.
    ("{stops: «2.6»}", "upgrade.stops' is the number 2.6, expected a list of stops", "Write"),
    ("{component: server, stops: [«[]»]}", "stops.1' is an empty list, expected a mapping", "{at"),
    (
        "{component: server, stops: [«{reason: X}»]}",
        "stops.1' has no 'at'",
        f"'at:', {'a version'}",
    ),
    ("{component: server, stops: [{at: «~»}]}", f"stops.1.at' is empty, {VERSION}", "Write"),
    ("{component: server, stops: [{at: 1.0, «befor»: 2}]}", "no key 'befor'", "mean 'before'?"),
    (
        "{component: server, stops: [{at: «soon»}]}",
        "'at' of the stop of 'server' is 'soon'",
        "'4.2'",
    ),
    ("{component: server, stops: [«soon»]}", "'at' of the stop of 'server' is 'soon'", "'4.2'"),
    (
        "{component: server, stops: [{at: 2.6, before: «later»}]}",
        "'before' of the stop of 'server' is 'later'",
        "Write it as in a cell, such as '5.0'.",
    ),
    (
        "{component: server, stops: [{at: 2.6, before: «2.5»}]}",
        "'before' of the stop of 'server' is '2.5', which does not begin above '2.6'",
        "Name the first version that may not be reached without the stop.",
    ),
    ('{component: server, stops: [{at: 2.6, before: «"<3.0"»}]}', "does not begin above", "Name"),
    ("{component: server, stops: [{at: 2.6, guide: «[]»}]}", f"is an empty list, {LINK}", "Write"),
    (
        "{component: server, stops: [{at: 2.6, when: «registry»}]}",
        "the stop depends on the question 'registry', which nobody asks",
        "Ask it: 'questions: {registry: ...}'.",
    ),
    (
        "{component: server, stops: [{at: 2.6, when: a}, {at: 2.7, when: «b»}], questions: {a: X}}",
        "the stop depends on the question 'b', which nobody asks",
        "Questions are: a.",
    ),
    (
        "{component: agent, stops: [{at: 2, when: npm}, {at: 3, when: «nm»}], questions: {npm: X}}",
        "'nm', which nobody asks",
        "Did you mean 'npm'?",
    ),
    # Questions.
    ("{questions: «[a]»}", "questions' is a list, expected a mapping from ids to", "Write"),
    ("{questions: {a: «[b]»}}", "questions.a' is a list, expected a text", "Write"),
    ("{questions: {«a»: X}}", "no stop depends on the question 'a'", "Add 'when: a' to the stop"),
    ("{questions: {«a b»: X}}", "the id of a question is 'a b', expected one word", "hyphens"),
    # Guides.
    ("{component: server, guides: [«{from: 1.6}»]}", "guides.1' has no 'guide'", "Add 'guide:', a"),
    ("{component: server, guides: [«{guide: a.md}»]}", "guides.1' has no 'from'", "Add 'from:', a"),
    (
        "{component: server, guides: [{from: «x», guide: a.md}]}",
        "'from' of the guide of 'server' is 'x'",
        "'<4.2'",
    ),
    # Classes of change.
    (
        "{component: server, changes: «patch»}",
        "changes' is 'patch', expected a mapping",
        "or a list",
    ),
    ("{component: server, changes: {«mjor»: {name: X}}}", "no key 'mjor'", "mean 'major'?"),
    (
        "{component: server, changes: {patch: «X»}}",
        "changes.patch' is 'X', expected a",
        "{name: Pat",
    ),
    ("{component: server, changes: {patch: {«rolback»: X}}}", "no key 'rolback'", "'rollback'?"),
    (
        "{component: server, changes: {«patch»: {}}}",
        "class of change of 'server' says no",
        "a name",
    ),
    ("{component: server, changes: [«{level: patch}»]}", "class of change of 'server' says", "way"),
    (
        "{component: server, changes: [«{name: X}»]}",
        "changes.1' has no 'level'",
        "Add 'level:', a l",
    ),
    (
        "{component: server, changes: [{level: «minr», name: X}]}",
        "changes.1.level' is 'minr', expected major, minor or patch",
        "Did you mean 'minor'?",
    ),
    (
        "{component: server, changes: [{level: minor, name: X, when: «x»}]}",
        "'when' of the class of change of 'server' is 'x'",
        "'<4.2'",
    ),
    # Order and what is rolling.
    ("{order: «{server: 1}»}", "order' is a mapping, expected a component's id or a list", "Write"),
    ("{order: [server, «agnet»]}", "the order names the component 'agnet', which", "'agent'?"),
    ("{order: «zebra»}", "the order names the component 'zebra'", "Components are: server, agent."),
    ("{order: [server, «server»]}", "the order names 'server' twice", "Keep one."),
    ("{order: [server, [agent, «server»]]}", "the order names 'server' twice", "Keep one."),
    ("{order: [server, [«agnet»]]}", "the order names the component 'agnet', which", "'agent'?"),
    ("{order: [server, «{a: b}»]}", "is a mapping, expected a component's id, or a list", "Write"),
    (
        "{component: server, guides: [{from: 1.6, guide: page.md, direction: «back»}]}",
        "'back'",
        "up",
    ),
    (
        "{rolling: [«servr»]}",
        "the list of what is rolling names the component 'servr'",
        "'server'?",
    ),
    # Hops and the way back.
    (
        "{component: server, max-hop: «1»}",
        "max-hop' is the number 1, expected a number of",
        "'1 mi",
    ),
    (
        "{component: server, max-hop: «[]»}",
        "max-hop' is an empty list, expected a distance",
        "Write",
    ),
    ("{max-hop: {server: «one»}}", "max-hop.server' is 'one', expected a number of steps", "'1 mi"),
    ("{max-hop: {«sever»: 1 minor}}", "the largest hop names the component 'sever'", "'server'?"),
    (
        "{component: server, downgrade: «sometimes»}",
        "downgrade' is 'sometimes', expected true, false, major, minor or patch",
        "Write true, false, major",
    ),
    ("{component: server, downgrade: «mnor»}", "is 'mnor', expected true", "Did you mean 'minor'?"),
    (
        "{component: server, downgrade: «[]»}",
        "is an empty list, expected true, false, a level, o",
        "",
    ),
    ("{downgrade: {server: «[]»}}", "downgrade.server' is an empty list, expected true", "Write"),
    (
        "{downgrade: {«sever»: no}}",
        "the word on downgrades names the component 'sever'",
        "'server'?",
    ),
    # Gates.
    ("{finalize: «{at: 5.0}»}", "finalize' is a mapping, expected a list of versions", "Write"),
    ("{component: server, finalize: [«{note: X}»]}", "finalize.1' has no 'at'", "Add 'at:'"),
    ("{component: server, wait: [{at: «x»}]}", "'at' of the wait of 'server' is 'x'", "'4.2'"),
    (
        "{component: server, finalize: [{at: «x»}]}",
        "point of no return of 'server' is 'x'",
        "'4.2'",
    ),
    # Notices.
    (
        "{component: server, breaking: [«{at: 2}»]}",
        "breaking.1' has no 'text'",
        "Add 'text:', a text",
    ),
    ("{component: server, tasks: [«{text: X}»]}", "tasks.1' has no 'at'", "Add 'at:'"),
    (
        "{component: server, tasks: [{at: 2, text: X, for: «user»}]}",
        "tasks.1.for' is 'user', expected operators or users",
        "Did you mean 'users'?",
    ),
    ("{component: server, tasks: [{at: «x», text: X}]}", "'at' of the task of 'server'", "'4.2'"),
    (
        "{component: server, breaking: [{at: «x», text: X}]}",
        "'at' of the breaking change of",
        "4.2",
    ),
    # Components.
    ("{component: «sever», stops: [1, 2]}", "the upgrade names the component 'sever'", "'server'?"),
    (
        "{stops: [«1.0», 2.0], wait: [{at: 2.0}]}",
        "the stop names no component, and the product has several",
        "Add 'component:' here or under 'upgrade', one of: server, agent.",
    ),
    ("{max-hop: «1 minor»}", "the largest hop names no component", "one of: server, agent."),
    ("{downgrade: «no»}", "the word on downgrades names no component", "one of: server, agent."),
    (
        "{component: server, stops: [{at: 1.0, component: «zebra»}]}",
        "the stop names the component 'zebra', which there is not",
        "Components are: server, agent.",
    ),
]


@pytest.mark.parametrize(("upgrade", "message", "help_"), MISTAKES)
def test_mistakes(upgrade: str, message: str, help_: str) -> None:
    text, start, end = marked(page(upgrade))
    found = findings(text, "CMP109")
    assert len(found) == 1, [item.message for item in found]
    assert message in found[0].message
    assert help_ in found[0].help
    assert (found[0].place.line, found[0].place.column) == start
    if start != end:
        assert (found[0].place.end_line, found[0].place.end_column) == end


def test_an_item_with_a_mistake_is_left_out_as_a_whole() -> None:
    upgrade = (
        "{component: server, stops: [{at: 1.0, befor: 2.0}, {at: 2.0, before: x}, 3.0], "
        "wait: [{at: x}, {at: 1.0}], tasks: [{at: 1.0}, {at: 1.0, text: X}], "
        "order: [server, zebra], rolling: [server, zebra]}"
    )
    analysis = analysis_of(page(upgrade))
    assert len([item for item in analysis.diagnostics if item.code == "CMP109"]) == 6
    found = analysis.site.products[0].upgrade
    assert [stop.at.text for stop in found.stops] == ["3.0"]
    assert [gate.at.text for gate in found.waits] == ["1.0"]
    assert [task.text for task in found.tasks] == ["X"]
    assert (found.order, found.rolling) == ((("server",),), ("server",))


def test_no_component_at_all() -> None:
    text, start, _ = marked("---\ncompat:\n  upgrade: {stops: [«1.0»]}\n---\n# A\n")
    (finding,) = findings(text, "CMP109")
    assert finding.message == "the stop names no component, and the product has none"
    assert finding.help == "Name the component under 'components'."
    assert (finding.place.line, finding.place.column) == start


def test_a_question_mark_in_braces() -> None:
    text, start, _ = marked(page("{questions: {a: Do you use it«?»}}"))
    (finding,) = findings(text, "CMP109")
    assert "quotation marks" in finding.help
    assert (finding.place.line, finding.place.column) == start


@pytest.mark.parametrize(
    ("upgrade", "warned"),
    [
        ("{component: server, stops: [1.0]}", False),
        ("{order: [server]}", False),
        ("[{}, {rolling: server}]", False),
        ("{}", True),
        ("{component: server}", True),
    ],
)
def test_a_page_with_only_upgrades_says_something(upgrade: str, warned: bool) -> None:
    found = [item for item in findings(page(upgrade)) if "takes part" in item.message]
    assert bool(found) is warned


def pages(*texts: str, shared: SharedData | None = None, site: SitePages | None = None) -> Product:
    """Read several pages of one product, named `docs/a.md` and so on."""
    shared = shared or SharedData()
    drafts = []
    for name, text in zip("abcdef", texts, strict=False):
        opened = open_page(SourceText(f"docs/{name}.md", text), f"{name}/", shared)
        assert opened is not None
        drafts.append(read_tables(opened, SeenPage(title="", tables=(), notes=())))
    (product,) = assemble(drafts, site_pages=site).products
    return product


def analysis_of_pages(*texts: str, shared: SharedData) -> Analysis:
    drafts = []
    for name, text in zip("abcdef", texts, strict=False):
        opened = open_page(SourceText(f"docs/{name}.md", text), f"{name}/", shared)
        assert opened is not None
        drafts.append(read_tables(opened, SeenPage(title="", tables=(), notes=())))
    return analyze(drafts, shared)


SHARED = """\
components:
  server: {scheme: semver}
upgrade:
  stops: [{at: 1.4, when: registry, guide: docs/b.md}]
  questions: {registry: "Do you?"}
  max-hop: 1 minor
"""


class TestSeveralFiles:
    def shared(self, text: str = SHARED) -> SharedData:
        return open_shared_data([SourceText("compat.yml", text)])

    def test_pages_and_the_shared_file_add_up_and_it_counts_once(self) -> None:
        product = pages(
            "---\ncompat:\n  upgrade: {stops: [{at: 1.5, when: registry}]}\n---\n",
            "---\ncompat:\n  upgrade: {stops: [1.6], rolling: server}\n---\n",
            shared=self.shared(),
        )
        assert [stop.at.text for stop in product.upgrade.stops] == ["1.4", "1.5", "1.6"]
        assert len(product.upgrade.max_hops) == len(product.upgrade.questions) == 1
        assert product.upgrade.rolling == ("server",)

    def test_mistakes_in_the_shared_file_are_said_once(self) -> None:
        text, start, end = marked(SHARED.replace("at: 1.4", "at: «x»"))
        page = "---\ncompat:\n  upgrade: {rolling: server}\n---\n"
        analysis = analysis_of_pages(page, page, shared=self.shared(text))
        (finding,) = [item for item in analysis.diagnostics if item.code == "CMP109"]
        assert finding.place == Place("compat.yml", *start, *end)

    def test_questions_are_worded_once(self) -> None:
        again = "---\ncompat:\n  upgrade: {questions: {registry: WORDS}}\n---\n"
        same = again.replace("WORDS", '"Do you?"')
        analysis = analysis_of_pages(same, shared=self.shared())
        assert [item for item in analysis.diagnostics if item.code == "CMP109"] == []
        analysis = analysis_of_pages(again, shared=self.shared())
        (finding,) = [item for item in analysis.diagnostics if item.code == "CMP109"]
        assert "'registry' is worded differently than at compat.yml:5:15" in finding.message

    def test_one_order(self) -> None:
        data = "components: {a: {scheme: semver}, b: {scheme: semver}}\nupgrade: {order: [a, b]}\n"
        same = "---\ncompat:\n  upgrade: {order: [a, b]}\n---\n"
        analysis = analysis_of_pages(same, shared=self.shared(data))
        assert [item for item in analysis.diagnostics if item.code == "CMP109"] == []
        text, start, _ = marked("---\ncompat:\n  upgrade: {order: [«b», a]}\n---\n")
        analysis = analysis_of_pages(text, shared=self.shared(data))
        (finding,) = [item for item in analysis.diagnostics if item.code == "CMP109"]
        assert "another one here than at compat.yml:2:19" in finding.message
        assert (finding.place.line, finding.place.column) == start
        assert analysis.site.products[0].upgrade.order == (("a",), ("b",))

    def test_links_of_the_shared_file(self) -> None:
        plain = "---\ncompat: {upgrade: {rolling: server}}\n---\n"
        product = pages(plain, plain, shared=self.shared())
        assert [stop.guide and stop.guide.url for stop in product.upgrade.stops] == ["b/"]

    def test_links_to_pages_that_take_no_part(self) -> None:
        text = (
            "---\ncompat:\n  components: {app: {scheme: semver}}\n"
            "  upgrade: {stops: [{at: 1.0, guide: sub/old.md#x}]}\n---\n"
        )
        site = SitePages({"docs/sub/old.md": "sub/old/"}, "docs")
        (stop,) = pages(text, site=site).upgrade.stops
        assert stop.guide == Link("sub/old.md#x", "sub/old/#x", Place("docs/a.md", 4, 38, 4, 50))


PAGES = SitePages({"docs/index.md": "", "docs/a b.md": "a%20b/", "docs/sub/c.md": "sub/c/"}, "docs")


@pytest.mark.parametrize(
    ("text", "path", "url"),
    [
        ("sub/c.md", "docs/index.md", "sub/c/"),
        ("./sub/../sub/c.md", "docs/index.md", "sub/c/"),
        ("../index.md", "docs/sub/c.md", ""),
        ("../index.md#top", "docs/sub/c.md", "#top"),
        ("#here", "docs/sub/c.md", "sub/c/#here"),
        ("a b.md", "docs/index.md", "a%20b/"),
        ("a%20b.md#x%20y", "docs/index.md", "a%20b/#x%20y"),
        ("c.md", "docs/index.md", None),
        ("../../etc/passwd", "docs/index.md", None),
        ("/sub/c.md", "docs/index.md", None),
        ("https://example.org/a#b", "docs/index.md", "https://example.org/a#b"),
        ("HTTP://example.org", "docs/index.md", "HTTP://example.org"),
        ("https:", "docs/index.md", None),
        ("https://[", "docs/index.md", None),
        ("javascript:alert(1)", "docs/index.md", None),
        ("//example.org", "docs/index.md", None),
        ("mailto:a@example.org", "docs/index.md", None),
        ("sub/c.md", "compat.yml", "sub/c/"),
        ("docs/sub/c.md", "compat.yml", "sub/c/"),
        ("#here", "compat.yml", None),
    ],
)
def test_where_links_lead(text: str, path: str, url: str | None) -> None:
    assert resolve(text, path, PAGES) == url
