"""What the reports of a plan say: as text, as a checklist in Markdown, as JSON."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from mkdocs_compat.model.site import Product
from mkdocs_compat.planning.planner import Planner
from mkdocs_compat.publishing.reports.escaping import escaped, link_target, printable_json
from mkdocs_compat.publishing.reports.plan_json import write_plan_json
from mkdocs_compat.publishing.reports.plan_markdown import write_plan_markdown
from mkdocs_compat.publishing.reports.plan_text import write_plan
from mkdocs_compat.publishing.reports.planned import Planned
from tests.planning.products import Author, product

SPIRE_RULES: list[dict[str, Any]] = [
    {"component": "server", "with": "server", "apart": "1 minor"},
    {"component": "agent", "with": "server", "not-newer": "patch", "behind": "1 minor"},
]
RAVENDB_RULES: list[dict[str, Any]] = [
    {"component": "client", "when": "<4.2", "with": "server", "same": "major"},
    {"component": "client", "when": ">=4.2", "with": "server", "not-newer": "minor"},
]

# What an author could write to harm those who print or paste a report.
HOSTILE = "<b>x</b> [a](javascript:b) **c** `d` \x1b[31m\u202e\x9b2J https://e.example @f\n# g"


def components(releases: list[str], *names: str) -> dict[str, Any]:
    return {
        name.casefold(): {"name": name, "scheme": "semver", "releases": [*releases]}
        for name in names
    }


def spire() -> Product:
    releases = ["0.7.4", "0.8.1", "0.9.3", "0.10.1", "0.11.3", "0.12.1"]
    author = Author(product(components(releases, "Server", "Agent"), SPIRE_RULES))
    return author.says(rolling=("server", "agent"))


def ravendb() -> Product:
    releases = ["3.5.0", "4.1.0", "4.2.0", "5.3.0"]
    return product(components(releases, "Server", "Client"), RAVENDB_RULES)


def octopus(text: str = "") -> Product:
    """Return a product of which all is said that can be; `text` goes along with each of it."""
    author = Author(product(components(["1.6.0", "2.6.5", "3.4.0", "4.0.0"], "Server"), []))
    stop = author.stop("server", "2.6", "3.0", question="npm", guide="from-2.6.md")
    change = author.change("server", "major", f"Restore the backup.{text}")
    question = replace(author.question("npm"), text=f"Do you use the registry?{text}")
    web = author.link("https://example.org/up(1)")
    guides = (replace(author.guide("server", "1.6", "x"), guide=web),)
    return author.says(
        stops=(replace(stop, reason=f"The database moved.{text}"),),
        questions=(question,),
        guides=guides,
        changes=(replace(change, name=f"New era{text}", risk=f"Data may be lost.{text}"),),
        finalizes=(author.gate("server", "4.0", f"The format is rewritten.{text}"),),
        waits=(author.gate("server", "3.0", f"Wait for migrations.{text}"),),
        breaking=(replace(author.notice("server", "3.0", f"No more XP.{text}"), link=web),),
        tasks=(author.notice("server", "3.1", f"Rotate the keys.{text}"),),
    )


def plan(
    product: Product,
    start: dict[str, list[str]],
    target: dict[str, str],
    answers: dict[str, bool] | None = None,
    no_downtime: tuple[str, ...] = (),
) -> Planned:
    answers = answers or {}
    result = Planner(product, no_downtime).plan(start, target, answers)
    return Planned(product, result, answers)


def both(version: str, other: str = "agent") -> dict[str, str]:
    return {"server": version, other: version}


def heads(report: str) -> list[str]:
    return re.findall(r"^\d+\. (.*)$", report, re.MULTILINE)


class TestText:
    def test_spire_alternates_servers_first(self) -> None:
        planned = plan(spire(), {"server": ["0.8.1"], "agent": ["0.8.1"]}, both("0.12.1"))
        report = write_plan(planned)
        assert report.startswith(
            "Plan: Server 0.8.1 to 0.12.1, Agent 0.8.1 to 0.12.1\n8 hops, each rolling.\n\n"
        )
        assert heads(report) == [
            "Server 0.8.1 to 0.9.3, rolling",
            "Agent 0.8.1 to 0.9.3, rolling",
            "Server 0.9.3 to 0.10.1, rolling",
            "Agent 0.9.3 to 0.10.1, rolling",
            "Server 0.10.1 to 0.11.3, rolling",
            "Agent 0.10.1 to 0.11.3, rolling",
            "Server 0.11.3 to 0.12.1, rolling",
            "Agent 0.11.3 to 0.12.1, rolling, optional",
        ]

    def test_a_hop_names_all_that_runs_side_by_side_and_why_it_may(self) -> None:
        planned = plan(spire(), {"server": ["0.8.1"], "agent": ["0.8.1"]}, {"server": "0.9.3"})
        assert write_plan(planned).splitlines() == [
            "Plan: Server 0.8.1 to 0.9.3 (Agent 0.8.1 stays)",
            "1 hop, rolling.",
            "",
            "1. Server 0.8.1 to 0.9.3, rolling",
            "   Class: minor change",
            (
                "   Rolling: its instances are replaced one at a time; what runs side by side "
                "meanwhile is allowed."
            ),
            "   Side by side meanwhile: Server 0.8.1 and 0.9.3; Agent 0.8.1",
            "     Server 0.8.1 with Server 0.9.3: compatible",
            (
                "       docs/page.md:25:5: A rule covers Server 0.8.1 with Server 0.9.3. The "
                "versions of Server that run together must be at most one minor version apart."
            ),
            "     Agent 0.8.1 with Server 0.8.1: compatible",
            (
                "       docs/page.md:28:5: A rule covers Agent 0.8.1 with Server 0.8.1. Agent may "
                "be up to one minor version older than the newest Server that it runs with, and "
                "must not be newer than the oldest one."
            ),
            "     Agent 0.8.1 with Server 0.9.3: compatible",
            # The words of a rule are told once.
            "       docs/page.md:28:5: A rule covers Agent 0.8.1 with Server 0.9.3.",
            "   Way back: not stated",
            (
                "   [ ] At the end, check that no Server 0.8.1 runs any more; in service are then "
                "Server 0.9.3; Agent 0.8.1"
            ),
        ]

    def test_a_lockstep_says_what_forbids_each_to_go_by_itself(self) -> None:
        planned = plan(ravendb(), {"server": ["3.5"], "client": ["3.5"]}, both("5.3", "client"))
        report = write_plan(planned)
        assert heads(report) == ["Server 3.5 to 5.3.0 and Client 3.5 to 5.3.0, in lockstep"]
        lockstep = report.index("   In lockstep, with downtime:")
        alone = report.index(
            "     Server 3.5 to 5.3.0:\n       Client 3.5 with Server 5.3.0: incom"
        )
        other = report.index(
            "     Client 3.5 to 5.3.0:\n       Client 5.3.0 with Server 3.5: incom"
        )
        assert lockstep < alone < other < report.index("   Side by side afterwards:")

    def test_ravendb_goes_by_way_of_the_version_whose_clients_are_freer(self) -> None:
        planned = plan(ravendb(), {"server": ["4.1"], "client": ["4.1"]}, both("5.3", "client"))
        assert heads(write_plan(planned)) == [
            "Server 4.1 to 4.2.0, in one go",
            "Client 4.1 to 4.2.0, in one go",
            "Server 4.2.0 to 5.3.0, in one go",
            "Client 4.2.0 to 5.3.0, in one go, optional",
        ]

    def test_an_optional_hop_may_need_later_ones_to_be_left_out_too(self) -> None:
        rules = [{"component": "client", "with": "server", "not-newer": "minor"}]
        author = Author(product(components(["1.0.0", "1.1.0", "1.2.0"], "Server", "Client"), rules))
        said = author.says(max_hops=(author.max_hop("client", 1, "minor"),))
        planned = plan(said, {"server": ["1.0"], "client": ["1.0"]}, both("1.2", "client"))
        first, second, third = write_plan(planned).split("\n\n")[1:]
        assert "Optional" not in first
        assert (
            "Optional: everything works without it and without the later hops of Client." in second
        )
        assert "Optional: everything works without it." in third

    def test_downtime_of_what_could_roll_has_its_reason(self) -> None:
        rules = [{"component": "server", "with": "server", "same": "minor"}]
        author = Author(product(components(["1.0.0", "1.1.0"], "Server"), rules))
        planned = plan(author.says(rolling=("server",)), {"server": ["1.0"]}, {"server": "1.1"})
        assert (
            "   With downtime: its versions may not run side by side, so it cannot be rolling.\n"
            "     Server 1.0 with Server 1.1.0: incompatible\n"
        ) in write_plan(planned)

    def test_a_start_outside_of_what_is_allowed_is_said_first(self) -> None:
        planned = plan(spire(), {"server": ["0.9.3"], "agent": ["0.7.4"]}, {"server": "0.10.1"})
        said, pair, reason = write_plan(planned).split("\n\n")[1].splitlines()
        assert said.startswith("The start is outside of what is allowed, and the first hop is")
        assert pair == "  Agent 0.7.4 with Server 0.9.3: incompatible"
        assert reason.startswith(
            "    docs/page.md:28:5: Agent 0.7.4 is more than one minor version"
        )
        assert heads(write_plan(planned))[0] == "Agent 0.7.4 to 0.8.1, back to what is allowed"

    def test_all_that_the_author_says_stands_at_its_hop(self) -> None:
        planned = plan(octopus(), {"server": ["1.6"]}, {"server": "4.0"})
        report = write_plan(planned)
        _, questions, first, second = report.split("\n\n")
        assert questions.splitlines() == [
            "Questions that matter here:",
            (
                "  Do you use the registry? "
                "(npm: not answered, counts as yes; --answer npm=no says no)"
            ),
        ]
        assert first.splitlines() == [
            "1. Server 1.6 to 2.6.5, in one go",
            "   Class: New era (the first number changes)",
            "     Risk: Data may be lost.",
            (
                "   In one go: nothing says that its instances are replaced one at a time, and "
                "nothing that it must be down."
            ),
            "   docs/page.md:1:1: Required stop at 2.6, before 3.0: The database moved.",
            "   Guide: https://example.org/up(1)",
            "   Way back: Restore the backup.",
            (
                "   [ ] Before the next hop, check that no Server 1.6 runs any more; in service "
                "are then Server 2.6.5"
            ),
        ]
        assert second.splitlines() == [
            "2. Server 2.6.5 to 4.0.0, in one go",
            "   Class: New era (the first number changes)",
            "     Risk: Data may be lost.",
            "   Breaking changes:",
            "     3.0, for operators: No more XP.",
            "       More: https://example.org/up(1)",
            "   Tasks:",
            "     [ ] 3.1, for operators: Rotate the keys.",
            "   Guide: from-2.6.md",
            (
                "   Point of no return: There is no way back from 4.0: The format is rewritten. "
                "(docs/page.md:1:1)"
            ),
            "   Way back: Restore the backup.",
            "   [ ] Before going on from 3.0: Wait for migrations.",
            (
                "   [ ] At the end, check that no Server 2.6.5 runs any more; in service are then "
                "Server 4.0.0"
            ),
        ]

    def test_an_answer_that_lifts_a_stop_is_told(self) -> None:
        planned = plan(octopus(), {"server": ["1.6"]}, {"server": "4.0"}, {"npm": False})
        report = write_plan(planned)
        assert "  Do you use the registry? (npm: no)\n" in report
        assert heads(report) == ["Server 1.6 to 4.0.0, in one go"]

    def test_nothing_to_do(self) -> None:
        planned = plan(spire(), {"server": ["0.9.3"]}, {"server": "0.9.3"})
        assert write_plan(planned) == (
            "Plan: Server 0.9.3\nNothing to do: everything is there already."
        )

    def test_nothing_of_an_author_reaches_the_terminal_as_a_command(self) -> None:
        planned = plan(octopus(HOSTILE), {"server": ["1.6"]}, {"server": "4.0"})
        for report in (write_plan(planned), write_plan_markdown(planned), write_plan_json(planned)):
            assert all(each.isprintable() for line in report.split("\n") for each in line)


class TestNoPlan:
    def test_how_far_it_goes_what_forbids_more_and_what_would_help(self) -> None:
        planned = plan(
            ravendb(),
            {"server": ["4.2"], "client": ["4.2"]},
            both("5.3", "client"),
            None,
            ("client",),
        )
        report = write_plan(planned)
        assert report.splitlines()[:2] == [
            "No plan: Server 4.2 to 5.3.0, Client 4.2 to 5.3.0",
            "The farthest that is allowed, 1 hop from the start: Server 5.3.0; Client 4.2.",
        ]
        assert heads(report) == ["Server 4.2 to 5.3.0, in one go"]
        assert report.endswith(
            "\n\nWhat forbids the next moves from there:\n"
            "  Client 4.2 to 5.3.0:\n"
            "    Nothing says that it moves without downtime, which was ruled out.\n\n"
            "This would open a way:\n"
            "  accept downtime of Client: leave out --no-downtime client"
        )

    def test_a_target_that_is_not_allowed_is_said_first(self) -> None:
        planned = plan(ravendb(), {"server": ["4.1"], "client": ["4.1"]}, {"server": "5.3"})
        report = write_plan(planned)
        assert report.splitlines()[3:5] == [
            "The target itself is not allowed:",
            "  Client 4.1 with Server 5.3.0: incompatible",
        ]
        assert report.endswith("This would open a way:\n  move Client too: --to client=4.2.0")

    def test_what_an_author_forbids_has_its_place(self) -> None:
        planned = plan(octopus(), {"server": ["4.0"]}, {"server": "2.6.5"})
        report = write_plan(planned)
        assert "    docs/page.md:1:1: There is no way back from 4.0: The format" in report
        assert "  take Server back although it is said that it is not" in report

    def test_a_largest_hop(self) -> None:
        author = Author(product(components(["1.0.0", "3.0.0"], "Server"), []))
        said = author.says(max_hops=(author.max_hop("server", 0, "minor"),))
        report = write_plan(plan(said, {"server": ["1.0"]}, {"server": "3.0"}))
        assert "    docs/page.md:1:1: It goes at most 0 minor versions at once.\n" in report
        end = "  let Server go farther at once than its largest hop: --allow jump=server"
        assert report.endswith(end)


class TestMarkdown:
    def test_it_is_a_checklist(self) -> None:
        planned = plan(octopus(), {"server": ["1.6"]}, {"server": "4.0"})
        lines = write_plan_markdown(planned).splitlines()
        assert lines[0] == "## Plan: Server 1.6 to 4.0.0"
        assert [line for line in lines if "[ ]" in line] == [
            "- [ ] **1. Server 1.6 to 2.6.5, in one go**",
            (
                "  - [ ] Before the next hop, check that no Server 1.6 runs any more; in service "
                "are then Server 2.6.5"
            ),
            "- [ ] **2. Server 2.6.5 to 4.0.0, in one go**",
            "    - [ ] 3.1, for operators: Rotate the keys.",
            "  - [ ] Before going on from 3.0: Wait for migrations.",
            (
                "  - [ ] At the end, check that no Server 2.6.5 runs any more; in service are then "
                "Server 4.0.0"
            ),
        ]

    def test_only_addresses_on_the_web_are_links(self) -> None:
        report = write_plan_markdown(plan(octopus(), {"server": ["1.6"]}, {"server": "4.0"}))
        assert "  - Guide: [https\\://example.org/up(1)](https://example.org/up%281%29)" in report
        assert "  - Guide: from-2.6.md" in report

    def test_texts_of_authors_stay_texts(self) -> None:
        planned = plan(octopus(HOSTILE), {"server": ["1.6"]}, {"server": "4.0"})
        html = Markdown(tab_length=2).convert(write_plan_markdown(planned))
        soup = BeautifulSoup(html, "html.parser")
        assert {tag.name for tag in soup.find_all()} <= {"h2", "p", "ul", "li", "strong", "a"}
        assert {link["href"] for link in soup.find_all("a")} == {"https://example.org/up%281%29"}
        assert "Restore the backup.<b>x</b> [a](javascript:b) **c** `d`" in soup.get_text().replace(
            "\\", ""
        )

    def test_no_plan_is_a_list_too(self) -> None:
        planned = plan(ravendb(), {"server": ["4.1"], "client": ["4.1"]}, {"server": "3.5"})
        report = write_plan_markdown(planned)
        assert report.startswith("## No plan: Server 4.1 to 3.5.0 (Client 4.1 stays)\n\nNothing")
        assert "\n\nThis would open a way:\n\n- move Client too: --to client=3.5.0" in report
        assert "- Client 4.1 with Server 3.5.0: **incompatible**\n" in report

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("3.0 ➜ 3.25", "3.0 ➜ 3.25"),
            ("a|b `c`", "a\\|b \\`c\\`"),
            ("[d](e)", "\\[d\\](e)"),
            ("*e* _f_ ~g~ <b> &amp; \\", "\\*e\\* \\_f\\_ \\~g\\~ \\<b\\> \\&amp; \\\\"),
            ("one\n\n# two\r\n> three\u2028four", "one \\# two \\> three four"),
            ("- no list", "\\- no list"),
            ("1. no list", "1\\. no list"),
            (
                "https://example.org www.example.org @somebody",
                "https\\://example.org www\\.example.org \\@somebody",
            ),
            ("a\x1b[31mb", "a\ufffd\\[31mb"),
        ],
    )
    def test_escaped(self, text: str, expected: str) -> None:
        assert escaped(text) == expected

    def test_an_address_cannot_end_its_link(self) -> None:
        assert link_target("https://e.example/a(b) <c>") == "https://e.example/a%28b%29%20%3Cc%3E"


class TestJson:
    def test_a_hop(self) -> None:
        planned = plan(spire(), {"server": ["0.8.1"], "agent": ["0.8.1"]}, both("0.9.3"))
        data = json.loads(write_plan_json(planned))
        assert (data["found"], len(data["hops"]), data["cost"]) == (
            True,
            2,
            {"largest_lockstep": 0, "locksteps": 0, "downtime": 0, "hops": 2, "jumps": 2},
        )
        first = data["hops"][0]
        assert {key: first[key] for key in ("number", "components", "from", "to", "mode")} == {
            "number": 1,
            "components": ["server"],
            "from": {"server": ["0.8.1"]},
            "to": {"server": "0.9.3"},
            "mode": "rolling",
        }
        assert first["class"] == {
            "server": {"level": "minor", "name": None, "risk": None, "undone": False}
        }
        assert first["state"] == {"server": ["0.8.1", "0.9.3"], "agent": ["0.8.1"]}
        assert first["after"] == {"server": ["0.9.3"], "agent": ["0.8.1"]}
        assert [
            ([(each["component"], each["version"]) for each in part["members"]], part["verdict"])
            for part in first["because"]
        ] == [
            ([("server", "0.8.1"), ("server", "0.9.3")], "compatible"),
            ([("agent", "0.8.1"), ("server", "0.8.1")], "compatible"),
            ([("agent", "0.8.1"), ("server", "0.9.3")], "compatible"),
        ]
        (reason,) = first["because"][0]["reasons"]
        assert (reason["path"], reason["line"], reason["rule"]) == ("docs/page.md", 25, "rule-1")

    def test_what_the_author_says(self) -> None:
        planned = plan(octopus(), {"server": ["1.6"]}, {"server": "4.0"})
        data = json.loads(write_plan_json(planned))
        first, second = data["hops"]
        place = {"path": "docs/page.md", "line": 1, "column": 1}
        assert data["stops"] == [
            {
                "hop": 1,
                "version": "2.6.5",
                "component": "server",
                "at": "2.6",
                "before": "3.0",
                "question": "npm",
                "reason": "The database moved.",
                "guide": {"text": "from-2.6.md", "url": "from-2.6.md"},
                **place,
            }
        ]
        assert data["questions"] == [
            {"id": "npm", "text": "Do you use the registry?", "answer": None}
        ]
        assert first["rollback"] == {"server": "Restore the backup."}
        assert (first["guide"]["server"]["url"], second["guide"]["server"]["url"]) == (
            "https://example.org/up(1)",
            "from-2.6.md",
        )
        assert [each["at"] for each in second["no_return"]["server"]] == ["4.0"]
        assert [(each["at"], each["for"]) for each in second["breaking"]] == [("3.0", "operators")]
        assert [each["text"] for each in second["tasks"]] == ["Rotate the keys."]
        assert [each["note"] for each in second["waits"]] == ["Wait for migrations."]

    def test_no_plan_has_the_same_keys(self) -> None:
        start = {"server": ["4.1"], "client": ["4.1"]}
        blocked = json.loads(write_plan_json(plan(ravendb(), start, {"server": "3.5"})))
        found = json.loads(write_plan_json(plan(ravendb(), start, {"server": "4.2"})))
        assert list(blocked) == list(found)
        assert (blocked["found"], blocked["cost"], blocked["farthest"]) == (
            False,
            None,
            {"server": ["4.1"], "client": ["4.1"]},
        )
        (obstacle,) = blocked["obstacles"]
        assert (obstacle["component"], obstacle["to"]) == ("server", "3.5.0")
        assert obstacle["because"][0]["verdict"] == "incompatible"
        (permission,) = blocked["permissions"]
        assert (permission["kind"], permission["component"], permission["to"]) == (
            "move",
            "client",
            "3.5.0",
        )

    def test_refusals_say_which_words_they_come_from(self) -> None:
        planned = plan(octopus(), {"server": ["4.0"]}, {"server": "2.6.5"})
        (first, *_) = json.loads(write_plan_json(planned))["obstacles"]
        assert [(each["kind"], each["said"]["at"]) for each in first["refusals"]] == [
            ("final", "4.0")
        ]

    def test_it_says_the_same_when_made_printable(self) -> None:
        text = json.dumps({"a": "\x9b\u202e😀\U000e0001\n"}, ensure_ascii=False, indent=1)
        assert json.loads(printable_json(text)) == json.loads(text)
        assert all(each.isprintable() for each in printable_json(text).replace("\n", ""))


class TestColours:
    def test_only_the_parts_are_painted(self) -> None:
        planned = plan(spire(), {"server": ["0.8.1"], "agent": ["0.8.1"]}, both("0.9.3"))
        plain = write_plan(planned)
        marked = write_plan(planned, lambda text, part: f"<{part.value}|{text}>")
        lines = marked.splitlines()
        assert lines[0] == f"<place|{plain.splitlines()[0]}>"
        assert "<place|1. Server 0.8.1 to 0.9.3, rolling>" in lines
        assert "     Server 0.8.1 with Server 0.9.3: <good|compatible>" in lines
        assert any(line.startswith("   <help|[ ]> Before the next hop") for line in lines)
        assert re.sub(r"<[a-z]+\|([^>]*)>", r"\1", marked) == plain
