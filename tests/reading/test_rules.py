"""Rules and releases as authors write them, and the place of every mistake in them.

In the cases, « and » stand around the text that a finding must underline.
"""

from __future__ import annotations

import pytest

from mkdocs_compat.analysis import open_shared_data
from mkdocs_compat.diagnostics import Diagnostic
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.rule import Distance, Rule
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.ranges.notation import read
from mkdocs_compat.source import SourceText
from mkdocs_compat.versions.scheme import Level
from tests.reading.reader import analysis_of, findings, marked, text_at

COMPONENTS = """\
components:
    server: {name: Server, scheme: semver}
    client: {name: Client, scheme: semver}
"""


def page(rules: str) -> str:
    return f"---\ncompat:\n  {COMPONENTS}  rules:\n{rules}\n---\n\n# Page\n"


def with_rule(rule: str) -> str:
    return page(f"    - {rule}")


def rules_of(text: str) -> tuple[Rule, ...]:
    analysis = analysis_of(text)
    assert [item for item in analysis.diagnostics if item.code == "CMP109"] == []
    return analysis.site.products[0].rules


def the_rule(said: str) -> Rule:
    (rule,) = rules_of(with_rule(f"{{component: client, with: server, {said}}}"))
    return rule


def assert_at(finding: Diagnostic, start: tuple[int, int], end: tuple[int, int]) -> None:
    place = finding.place
    assert (place.line, place.column) == start
    if end != start:
        assert (place.end_line, place.end_column) == end


class TestRules:
    def test_every_key(self) -> None:
        rule = the_rule(
            'name: Old clients, when: "<4.2", with-when: ">=4", same: major, not-newer: minor, '
            "not-older: patch, behind: 1 minor, ahead: 2 minors, apart: 0 major, "
            "verdict: partial, note: Slow."
        )
        assert (rule.id, rule.name) == ("old-clients", "Old clients")
        assert (rule.component, rule.other) == ("client", "server")
        assert (rule.same, rule.not_newer, rule.not_older) == (
            Level.MAJOR,
            Level.MINOR,
            Level.PATCH,
        )
        assert rule.behind == Distance(1, Level.MINOR)
        assert rule.ahead == Distance(2, Level.MINOR)
        assert rule.apart == Distance(0, Level.MAJOR)
        assert (rule.verdict, rule.note) == (Verdict.PARTIAL, "Slow.")
        assert (rule.page, rule.url, rule.title) == ("docs/page.md", "page/", "Page")

    def test_scopes(self) -> None:
        (product,) = analysis_of(
            with_rule('{component: client, with: server, when: "<4.2", with-when: 4 ➜ 5.1}')
        ).site.products
        scheme = product.component("client").scheme
        (rule,) = product.rules
        assert rule.when is not None
        assert (rule.when.text, rule.when.range) == ("<4.2", read("<4.2", scheme).range)
        assert rule.other_when is not None
        assert (rule.other_when.text, rule.other_when.range) == (
            "4 ➜ 5.1",
            read("4 ➜ 5.1", scheme).range,
        )

    def test_what_is_not_said(self) -> None:
        rule = the_rule("same: minor")
        assert (rule.id, rule.name, rule.note) == ("rule-1", None, None)
        assert (rule.when, rule.other_when) == (None, None)
        assert (rule.not_newer, rule.not_older) == (None, None)
        assert (rule.behind, rule.ahead, rule.apart) == (None, None, None)
        assert rule.verdict is Verdict.COMPATIBLE

    @pytest.mark.parametrize("said", ["when: <4.2", "with-when: 5 ➜ latest", "verdict: untested"])
    def test_without_a_relation_it_is_enough_to_say_for_what_or_how(self, said: str) -> None:
        assert the_rule(said).same is None

    @pytest.mark.parametrize(
        ("text", "distance"),
        [
            ("1 minor", Distance(1, Level.MINOR)),
            ("2 minors", Distance(2, Level.MINOR)),
            ("0 patch", Distance(0, Level.PATCH)),
            ("3  majors", Distance(3, Level.MAJOR)),
            ("1000 patches", None),
            ("1000 minor", Distance(1000, Level.MINOR)),
            ('"1 minor"', Distance(1, Level.MINOR)),
        ],
    )
    def test_distances(self, text: str, distance: Distance | None) -> None:
        if distance is None:
            assert findings(with_rule(f"{{component: client, with: server, behind: {text}}}"))
        else:
            assert the_rule(f"behind: {text}").behind == distance

    def test_ids_are_unique_and_count_on_where_there_is_no_name(self) -> None:
        rules = "\n".join(
            f"    - {{{name}component: client, with: server, same: {level}}}"
            for name, level in (("name: Rule 3, ", "major"), ("", "minor"), ("", "patch"))
        )
        assert [rule.id for rule in rules_of(page(rules))] == ["rule-3", "rule-2", "rule-3-2"]

    def test_a_name_without_letters(self) -> None:
        assert the_rule('name: "…", same: major').id == "rule-1"

    def test_a_rule_stands_where_it_is_written(self) -> None:
        text = page("    - component: client\n      with: server\n      same: major")
        (rule,) = rules_of(text)
        assert text_at(text, rule.place).split() == [
            "component:",
            "client",
            "with:",
            "server",
            "same:",
            "major",
        ]


LEVELS = "expected major, minor or patch"
STEPS = "expected a number of steps up to 1000 and a level, such as '1 minor'"
RULE = "expected a mapping such as {component: client, with: server, same: major}"
BOTH = "component: client, with: server"

MISTAKES = [
    # Levels.
    (f"{{{BOTH}, same: «majro»}}", f"rules.1.same' is 'majro', {LEVELS}", "mean 'major'?"),
    (f"{{{BOTH}, not-newer: «build»}}", f"'build', {LEVELS}", "Write major, minor or patch."),
    (f"{{{BOTH}, not-older: «1»}}", f"not-older' is the number 1, {LEVELS}", "Write major"),
    (f"{{{BOTH}, same: «~»}}", f"rules.1.same' is empty, {LEVELS}", "Write major"),
    (f"{{{BOTH}, same: «[major]»}}", f"rules.1.same' is a list, {LEVELS}", "Write major"),
    # Distances.
    (f"{{{BOTH}, behind: «1»}}", f"rules.1.behind' is the number 1, {STEPS}", "'1 minor'"),
    (f"{{{BOTH}, ahead: «minor»}}", f"rules.1.ahead' is 'minor', {STEPS}", "'1 minor'"),
    (f"{{{BOTH}, apart: «1 mayor»}}", f"rules.1.apart' is '1 mayor', {STEPS}", "'1 minor'"),
    (f"{{{BOTH}, behind: «1001 minor»}}", f"is '1001 minor', {STEPS}", "'1 minor'"),
    (f"{{{BOTH}, behind: «-1 minor»}}", f"is '-1 minor', {STEPS}", "'1 minor'"),
    (f"{{{BOTH}, behind: «1.5 minor»}}", f"is '1.5 minor', {STEPS}", "'1 minor'"),
    (f"{{{BOTH}, behind: «1 minor 2»}}", f"is '1 minor 2', {STEPS}", "'1 minor'"),
    (f"{{{BOTH}, behind: «{{minor: 1}}»}}", f"is a mapping, {STEPS}", "'1 minor'"),
    # Keys.
    (f"{{{BOTH}, «behnid»: 1 minor}}", "'compat.rules.1' has no key 'behnid'", "mean 'behind'?"),
    (f"{{{BOTH}, «not_newer»: minor}}", "has no key 'not_newer'", "mean 'not-newer'?"),
    (f"{{{BOTH}, «zebra»: minor}}", "has no key 'zebra'", "Known keys are: name, component, "),
    (f"{{{BOTH}, same: major, «same»: minor}}", "names 'same' twice, first on line 7", "Keep one"),
    ("«{component: client, same: major}»", "'compat.rules.1' has no 'with'", "Add 'with:'"),
    ("«{with: client, same: major}»", "'compat.rules.1' has no 'component'", "Add 'component:'"),
    # Rules that say nothing.
    (f"«{{{BOTH}}}»", "the rule about 'client' and 'server' relates nothing", "same, not-newer"),
    (f"«{{{BOTH}, name: X, note: Y}}»", "'client' and 'server' relates nothing", "or a verdict."),
    ("«client < server»", f"'compat.rules.1' is 'client < server', {RULE}", "Write a mapping"),
    ("«[client, server]»", f"'compat.rules.1' is a list, {RULE}", "Write a mapping"),
    # Components.
    (
        "{component: «clent», with: server, same: major}",
        "the rule names the component 'clent', which there is not",
        "Did you mean 'client'?",
    ),
    (
        "{component: client, with: «sever», same: major}",
        "the rule names the component 'sever', which there is not",
        "Did you mean 'server'?",
    ),
    (
        "{component: «zebra», with: server, same: major}",
        "the rule names the component 'zebra', which there is not",
        "Components are: server, client.",
    ),
    # Scopes.
    (f"{{{BOTH}, when: «>»=4}}", "found character '>' that cannot start", "quotation marks: '>=4'"),
    (f'{{{BOTH}, when: «"soon"»}}', "'when' of the rule about 'client' is 'soon'", "as in a cell"),
    (f'{{{BOTH}, when: «"4 ➜ 3"»}}', "is '4 ➜ 3', expected the lower version first", "as in"),
    (f'{{{BOTH}, when: «"<4.2 nope"»}}', "expected a version at 'nope'", "as in a cell"),
    (f'{{{BOTH}, with-when: «"-"»}}', "'with-when' of the rule about 'server' is '-'", "as in"),
    (f'{{{BOTH}, when: «""»}}', "rules.1.when' is empty, expected a range", "such as '<4.2'"),
    # Verdicts.
    (f"{{{BOTH}, verdict: «compatibel»}}", "verdict' is 'compatibel'", "mean 'compatible'?"),
    (f"{{{BOTH}, verdict: «conflicting»}}", "expected compatible, partial", "Write compatible, "),
]


@pytest.mark.parametrize(("rule", "message", "help_"), MISTAKES)
def test_mistakes(rule: str, message: str, help_: str) -> None:
    text, start, end = marked(with_rule(rule))
    (finding,) = findings(text, "CMP109")
    assert message in finding.message
    assert help_ in finding.help
    assert_at(finding, start, end)
    assert analysis_of(text).site.products[0].rules == ()


@pytest.mark.parametrize(
    "when", [">«=»4", ">«=»4.2", "> «4»", ">4«.»2", "«>4»", "«>»", ">«=» 4", "> «=»4", ">1«0»"]
)
def test_a_scope_that_needs_quotation_marks(when: str) -> None:
    """YAML takes the character for the start of a folded text, in one way or another."""
    lines = f"    - component: client\n      with: server\n      when: {when}\n      same: major"
    text, start, _ = marked(page(lines))
    (finding,) = findings(text, "CMP109")
    assert finding.help == "Put a text that begins with '>' into quotation marks: '>=4'."
    assert (finding.place.line, finding.place.column) == start


def test_other_broken_yaml_is_not_about_quotation_marks() -> None:
    (finding,) = findings(page("    - name: a -> b: c"), "CMP109")
    assert finding.help.startswith("Mend the YAML")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("«{component: client}»", "'compat.rules' is a mapping, expected a list of rules"),
        ("«[]»", "'compat.rules' is an empty list, expected a list of rules"),
        ("«never newer»", "'compat.rules' is 'never newer', expected a list of rules"),
    ],
)
def test_rules_that_are_no_list(value: str, message: str) -> None:
    text, start, end = marked(f"---\ncompat:\n  rules: {value}\n---\n\n# Page\n")
    (finding,) = findings(text, "CMP109")
    assert message in finding.message
    assert_at(finding, start, end)


def test_all_mistakes_are_said_and_the_other_rules_are_read() -> None:
    text = page(
        "    - {component: client, with: server, same: majro, behind: 1}\n"
        "    - {component: client, with: server, not-newer: minor}\n"
        "    - {component: clint, with: sever, same: major}\n"
        "    - {component: client, with: server, when: x, with-when: y}"
    )
    found = findings(text, "CMP109")
    assert [item.place.line for item in found] == [7, 7, 9, 9, 10, 10]
    (rule,) = analysis_of(text).site.products[0].rules
    assert rule.not_newer is Level.MINOR


def test_components_that_headers_name() -> None:
    table = "| Server | Client |\n| --- | --- |\n| 1.0 | 1.0 |\n"
    rules = "rules: [{component: client, with: server, not-newer: minor}]"
    (rule,) = rules_of(f"---\ncompat:\n  {rules}\n---\n\n# Page\n\n{table}")
    assert (rule.component, rule.other) == ("client", "server")


class TestReleases:
    def component(self, releases: str, scheme: str = "semver") -> Component:
        analysis = analysis_of(self.page(releases, scheme))
        assert analysis.diagnostics == ()
        return analysis.site.products[0].component("server")

    def page(self, releases: str, scheme: str = "semver") -> str:
        rule = "{component: server, with: server, same: major}"
        components = f"{{server: {{name: Server, scheme: {scheme}, releases: {releases}}}}}"
        return f"---\ncompat:\n  components: {components}\n  rules: [{rule}]\n---\n\n# Page\n"

    def test_texts_and_mappings(self) -> None:
        said = (
            "[4.0.0, {version: 4.1.0, date: 2019-01-21, end-of-life: 2021-01}, "
            "{version: 4.2.0, date: 2019}]"
        )
        found = [
            (release.version.text, release.date, release.end_of_life)
            for release in self.component(said).releases
        ]
        assert found == [
            ("4.0.0", None, None),
            ("4.1.0", "2019-01-21", "2021-01"),
            ("4.2.0", "2019", None),
        ]

    def test_they_are_sorted_by_version_and_not_by_text(self) -> None:
        releases = self.component("[2.0.0, 1.10.0, 1.9.0, 2.0.0-rc.1]").releases
        assert [each.version.text for each in releases] == [
            "1.9.0",
            "1.10.0",
            "2.0.0-rc.1",
            "2.0.0",
        ]

    def test_named_ones_keep_the_order_of_the_list(self) -> None:
        releases = self.component("[Vienna, Amsterdam, Bern]", "named").releases
        assert [each.version.text for each in releases] == ["Vienna", "Amsterdam", "Bern"]

    @pytest.mark.parametrize(
        ("releases", "message"),
        [
            ("[Vienna, «Zürich»]", "'Zürich' of 'server' is no named version: expected ASCII"),
            ("[Vienna, «vienna»]", "the release 'vienna' of 'server' is listed twice"),
        ],
    )
    def test_mistakes_in_named_ones(self, releases: str, message: str) -> None:
        text, start, end = marked(self.page(releases, "named"))
        (finding,) = findings(text)
        assert message in finding.message
        assert_at(finding, start, end)

    def test_each_stands_where_it_is_written(self) -> None:
        text = self.page("[1.0.0, {version: 2.0.0}]")
        releases = analysis_of(text).site.products[0].component("server").releases
        assert [text_at(text, each.place) for each in releases] == ["1.0.0", "{version: 2.0.0}"]

    @pytest.mark.parametrize(
        ("releases", "message", "help_"),
        [
            ("[«1.0»]", "the release '1.0' of 'server' is no semver version", "in full"),
            ("[«latest»]", "the release 'latest' of 'server' is no semver version", "in full"),
            ('[«"1.0 ➜ 2.0"»]', "the release '1.0 ➜ 2.0' of 'server' is no semver", "in full"),
            ("[1.0.0, «1.0.0»]", "'1.0.0' of 'server' is listed twice, first at docs/", "Keep"),
            ("[1.0.0, «{version: 1.0.0}»]", "'1.0.0' of 'server' is listed twice", "Keep one"),
            ("[1.0.0+a, «1.0.0+b»]", "'1.0.0+b' of 'server' is listed twice", "Keep one"),
            ("[{version: 1.0.0, date: «2019-13-01»}]", "releases.1.date' is '2019-13-01'", "2019"),
            ("[{version: 1.0.0, date: «2019-02-30»}]", "is '2019-02-30', expected a date", "2019"),
            ("[{version: 1.0.0, date: «2019-04-31»}]", "is '2019-04-31', expected a date", "2019"),
            ("[{version: 1.0.0, date: «yesterday»}]", "is 'yesterday', expected a date", "2019"),
            ("[{version: 1.0.0, date: «21.1.2019»}]", "is '21.1.2019', expected a date", "2019"),
            ("[{version: 1.0.0, end-of-life: «never»}]", "releases.1.end-of-life' is", "Write a"),
            ("[{version: 1.0.0, «end_of_life»: 2020}]", "has no key", "mean 'end-of-life'?"),
            ("[{version: 1.0.0, «eol»: 2020}]", "has no key 'eol'", "version, date, end-of-life"),
            ("[«{date: 2019}»]", "releases.1' has no 'version'", "Add 'version:'"),
            ("[«[1.0.0]»]", "releases.1' is a list, expected a version, or", "{version: "),
            ("[«~»]", "releases.1' is empty, expected a version", "Write a version."),
            ("«[]»", "releases' is an empty list, expected a list", "Write a list of versions."),
            ("«1.0.0»", "releases' is '1.0.0', expected a list", "Write a list of versions."),
            ("«{1.0.0: 2019}»", "releases' is a mapping, expected a list", "Write a list of"),
        ],
    )
    def test_mistakes(self, releases: str, message: str, help_: str) -> None:
        text, start, end = marked(self.page(releases))
        (finding,) = findings(text, "CMP109")
        assert message in finding.message
        assert help_ in finding.help
        assert_at(finding, start, end)

    @pytest.mark.parametrize("date", ["2020-02-29", "2019-12-31", "2019-11-30", "2019-02", "1999"])
    def test_dates(self, date: str) -> None:
        (release,) = self.component(f"[{{version: 1.0.0, date: {date}}}]").releases
        assert release.date == date

    def test_what_is_right_is_read_beside_what_is_wrong(self) -> None:
        releases = "[1.0.0, soon, 2.0.0]"
        component = analysis_of(self.page(releases)).site.products[0].component("server")
        assert [each.version.text for each in component.releases] == ["1.0.0", "2.0.0"]


class TestSharedDataFile:
    """What holds on a page holds in the file that pages share, at its own places."""

    PAGE = "---\ncompat: true\n---\n\n# Page\n\n| Server | Client |\n| - | - |\n| 4.0 | 4.0 |\n"

    def found(self, text: str, page: str = PAGE) -> tuple[Diagnostic, ...]:
        shared = open_shared_data([SourceText("data/compat.yml", text)])
        return analysis_of(page, shared=shared).diagnostics

    def test_all_of_it(self) -> None:
        text = """\
components:
  server: {name: Server, scheme: semver, releases: [4.1.0, {version: 4.0.0, date: 2019}]}
  client: {name: Client, scheme: semver}
rules:
  - {component: client, with: server, when: "<4.2", same: major, not-newer: minor}
  - {component: server, with: server, apart: 1 minor}
"""
        shared = open_shared_data([SourceText("data/compat.yml", text)])
        analysis = analysis_of(self.PAGE, shared=shared)
        assert analysis.diagnostics == ()
        (product,) = analysis.site.products
        assert [rule.place.path for rule in product.rules] == ["data/compat.yml"] * 2
        assert [text_at(text, rule.place)[:11] for rule in product.rules] == ["{component:"] * 2
        assert {rule.url for rule in product.rules} == {"page/"}
        releases = product.component("server").releases
        assert [each.version.text for each in releases] == ["4.0.0", "4.1.0"]
        assert [text_at(text, each.place)[:10] for each in releases] == ["{version: ", "4.1.0"]

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("rules: [{component: client, with: server, same: «majro»}]", "'rules.1.same' is"),
            ("rules: [{component: client, with: server, behind: «1»}]", "'rules.1.behind' is the"),
            ("rules: [{component: «clent», with: server, same: major}]", "component 'clent'"),
            ("rules: [«{component: client, with: server}»]", "relates nothing"),
            ("rules: [{component: client, with: server, when: «soon»}]", "'when' of the rule"),
            ("rules: [{component: client, with: server, when: «>»=4}]", "breaks off here"),
            (
                "components: {server: {scheme: semver, releases: [«1.0»]}}",
                "the release '1.0' of 'server'",
            ),
            (
                "components: {server: {scheme: semver, releases: [4.0.0, «4.0.0»]}}",
                "listed twice, first at data/compat.yml:1:50",
            ),
            ("«examples»: []", "the file has no key 'examples'"),
            ("«prose-examples»: true", "the file has no key 'prose-examples'"),
        ],
    )
    def test_mistakes(self, text: str, message: str) -> None:
        text, start, end = marked(text)
        (finding,) = (item for item in self.found(text) if item.code == "CMP109")
        assert message in finding.message
        assert finding.place.path == "data/compat.yml"
        assert_at(finding, start, end)
