"""Every mistake in what front matter says about upgrading is found at its place.

In the cases, « and » stand around the text that a finding must underline.
"""

from __future__ import annotations

import pytest

from tests.reading.reader import analysis_of, findings, marked
from tests.reading.upgrade_page import page

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
