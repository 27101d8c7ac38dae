"""Reasons in words, whole sentences at a time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mkdocs_compat.model.site import Product
from mkdocs_compat.publishing.loading import load_products
from mkdocs_compat.reasoning.compatibility import Compatibility
from mkdocs_compat.reasoning.sentence import other_notes, sentence
from tests.publishing.published import component, file_of, minor, old_table, rule

TWO = {"count": 2, "level": "patch"}
NONE = {"count": 0, "level": "minor"}


def with_rules(*rules: dict[str, Any], releases: tuple[str, ...] = ()) -> Product:
    components = [component("agent", "Agent", releases), component("server", "Server")]
    data = {"id": "x", "name": "X", "components": components, "tables": [], "rules": list(rules)}
    return load_products(file_of(data), "x.json")[0]


def said(product: Product, **question: str) -> list[str]:
    """Return the sentences of the only pair."""
    asked = {id_: tuple(texts.split(",")) for id_, texts in question.items()}
    (pair,) = Compatibility(product).ask(asked).pairs
    return [
        sentence(each, pair.members, product, is_split=bool(pair.split)) for each in pair.statements
    ]


class TestRules:
    @pytest.mark.parametrize(
        ("relation", "agent", "server", "wrong"),
        [
            (
                {"same": "major"},
                "1.0.0",
                "2.0.0",
                "Agent 1.0.0 and Server 2.0.0 do not have the same major version.",
            ),
            (
                {"same": "minor"},
                "1.0.0",
                "1.2.0",
                "Agent 1.0.0 and Server 1.2.0 do not have the same major and minor version.",
            ),
            ({"not_newer": "patch"}, "0.9.3", "0.9.2", "Agent 0.9.3 is newer than Server 0.9.2."),
            ({"not_older": "minor"}, "0.8.0", "0.9.2", "Agent 0.8.0 is older than Server 0.9.2."),
            (
                {"behind": minor(1)},
                "0.7.4",
                "0.9.3",
                "Agent 0.7.4 is more than one minor version behind Server 0.9.3.",
            ),
            (
                {"ahead": TWO},
                "0.9.3",
                "0.9.0",
                "Agent 0.9.3 is more than two patch versions ahead of Server 0.9.0.",
            ),
            (
                {"apart": NONE},
                "0.9.3",
                "0.8.0",
                "Agent 0.9.3 and Server 0.8.0 are at least one minor version apart.",
            ),
            (
                {"apart": minor(12)},
                "0.1.0",
                "0.14.0",
                "Agent 0.1.0 and Server 0.14.0 are more than 12 minor versions apart.",
            ),
        ],
    )
    def test_forbidden(self, relation: dict[str, Any], agent: str, server: str, wrong: str) -> None:
        product = with_rules(rule("r", "agent", "server", 3, **relation))
        (found,) = said(product, agent=agent, server=server)
        assert found.startswith(f"{wrong} Agent must ")

    def test_what_only_can_be_wrong(self) -> None:
        product = with_rules(rule("r", "agent", "server", 3, not_newer="patch"))
        (found,) = said(product, agent="0.9", server="0.9.2")
        assert found.startswith("Agent 0.9 can be newer than Server 0.9.2. Agent must ")

    def test_allowed(self) -> None:
        product = with_rules(rule("r", "agent", "server", 3, behind=minor(1)))
        (found,) = said(product, agent="0.8.0", server="0.9.3")
        assert found.startswith("A rule covers Agent 0.8.0 with Server 0.9.3. Agent must not be ")

    def test_excluded_by_name(self) -> None:
        product = with_rules(rule("r", "agent", "server", 3, when="<2", verdict="incompatible"))
        (found,) = said(product, agent="1.5.0", server="3.0.0")
        assert found == (
            "A rule excludes Agent 1.5.0 with Server 3.0.0. "
            "Agent below 2.0 does not work with Server."
        )

    def test_uncounted(self) -> None:
        product = with_rules(rule("r", "agent", "server", 3, behind=minor(1)))
        (found,) = said(product, agent="0.12", server="1.0")
        assert found.startswith(
            "How many minor versions lie between 0.12 and 1.0 is not stated: "
            "the releases are not listed. "
        )

    @pytest.mark.parametrize("fleet", ["0.9.3,0.9.1", "0.9.1,0.9.3"])
    def test_within_a_fleet_the_newer_one_is_newer(self, fleet: str) -> None:
        product = with_rules(rule("r", "server", "server", 3, not_newer="patch"))
        (found,) = said(product, server=fleet)
        assert found.startswith("Server 0.9.3 is newer than Server 0.9.1.")

    def test_they_have_no_footnotes(self) -> None:
        product = with_rules(rule("r", "agent", "server", 3, behind=minor(1)))
        (pair,) = Compatibility(product).ask({"agent": ("1.0",), "server": ("1.0",)}).pairs
        assert other_notes(pair.statements[0]) == ()


class TestTables:
    @pytest.mark.parametrize(
        ("server", "client", "expected"),
        [
            ("1.0", "1.2.0", "Row “Server 1.0” lists Client 1.0 ➜ 1.4."),
            ("1.0", "1.5.0", "Row “Server 1.0” lists Client 1.0 ➜ 1.4, not 1.5.0."),
            ("3.0", "1.5.0", "Row “Server 3.0” says nothing about Client."),
            ("4.0", "1.5.0", "No row of “Clients” covers Server 4.0."),
            (
                "1.0",
                "1.0.0-rc.1",
                (
                    "Row “Server 1.0” lists Client 1.0 ➜ 1.4 and does not say whether its first "
                    "pre-releases count."
                ),
            ),
        ],
    )
    def test_plain(self, server: str, client: str, expected: str) -> None:
        (product,) = load_products(file_of(old_table(), version=1), "x.json")
        assert said(product, server=server, client=client) == [expected]

    @pytest.mark.parametrize(
        ("verdict", "note", "words"),
        [
            ("partial", "Only at night", ", with a limit: Only at night."),
            ("untested", None, " as not tested."),
            ("incompatible", "Why?", " as not working: Why?"),
        ],
    )
    def test_with_a_verdict(self, verdict: str, note: str | None, words: str) -> None:
        data = old_table()
        data["tables"][0] |= {"verdict": verdict, "note": note}
        (product,) = load_products(file_of(data), "x.json")
        found = said(product, server="1.0", client="1.2.0")
        assert found == [f"Row “Server 1.0” lists Client 1.0 ➜ 1.4{words}"]

    def test_a_footnote_that_is_the_limit_is_told_once(self) -> None:
        data = old_table()
        data["tables"][0]["verdict"] = "partial"
        data["tables"][0]["rows"][0]["cells"][0]["notes"] = ["First.", "Second."]
        (product,) = load_products(file_of(data), "x.json")
        (pair,) = Compatibility(product).ask({"server": ("1.0",), "client": ("1.2.0",)}).pairs
        assert other_notes(pair.statements[0]) == ("Second.",)
        assert sentence(pair.statements[0], pair.members, product).endswith(": First.")


class TestRowsAsAWhole:
    """A cell of a row tells the combination, beginning with itself."""

    def said(self, verdict: str = "compatible", **question: str) -> list[str]:
        path = Path(__file__).parents[1] / "vectors" / "products" / "together.json"
        data = json.loads(path.read_text(encoding="utf-8"))
        data["tables"][0]["verdict"] = verdict
        (product,) = load_products(file_of(data), "together.json")
        asked = {id_: (text,) for id_, text in question.items()}
        (group,) = Compatibility(product).ask(asked).groups
        return [sentence(each, group.members, product) for each in group.statements]

    def test_listed(self) -> None:
        assert self.said(tool="1.0", source="5.1", target="8.0") == [
            "Row “Tool 1.0” lists Source 5.0 ➜ 5.3 and Target 8.0 with it.",
        ]

    def test_listed_with_a_verdict(self) -> None:
        assert self.said("untested", tool="1.0", source="5.1") == [
            "Row “Tool 1.0” lists Source 5.0 ➜ 5.3 with it as not tested.",
        ]

    def test_without_the_subject(self) -> None:
        assert self.said(source="5.2", target="8.0") == [
            "Row “Tool 1.0” lists Source 5.0 ➜ 5.3 with Target 8.0.",
        ]

    def test_footnotes_are_told_once_each(self) -> None:
        path = Path(__file__).parents[1] / "vectors" / "products" / "together.json"
        data = json.loads(path.read_text(encoding="utf-8"))
        row = data["tables"][0]["rows"][0]
        row["cells"][0]["notes"] = ["Slowly."]
        row["cells"][1]["notes"] = ["Slowly.", "Loudly."]
        (product,) = load_products(file_of(data), "together.json")
        asked = {"tool": ("1.0",), "source": ("5.1",), "target": ("8.0",)}
        (group,) = Compatibility(product).ask(asked).groups
        assert [other_notes(each) for each in group.statements] == [
            ("Slowly.",),
            ("Slowly.", "Loudly."),
        ]

    def test_not_listed(self) -> None:
        assert self.said(tool="1.0", source="5.4", target="8.0") == [
            f"Row “Tool 1.0” lists {listed}."
            for listed in (
                "Source 5.0 ➜ 5.3 with Target 8.0, not Source 5.4 with Target 8.0",
                "Target 8.1 ➜ 8.2 with Source 5.4, not Target 8.0 with Source 5.4",
            )
        ]

    def test_a_part_of_the_combinations(self) -> None:
        assert self.said(tool="1.0", source="7.0") == [
            "Row “Tool 1.0” lists Source 5.0 ➜ 5.3, not Source 7.0.",
            "Row “Tool 1.0” lists Source 5.4, not Source 7.0.",
        ]

    def test_not_all_of_a_line(self) -> None:
        assert self.said(tool="2.0", source="6", target="9") == [
            "Row “Tool 2.0” lists Source 6.0 ➜ latest and Target 9.0 ➜ latest with it.",
        ]
        assert self.said(tool="2.0", source="any")[0] == (
            "Row “Tool 2.0” lists Source 6.0 ➜ latest, not all of Source any."
        )

    def test_not_covered(self) -> None:
        assert self.said(tool="3.0", source="5.0") == ["No row of “Combinations” covers Tool 3.0."]
        assert self.said(source="1.0", target="9.0") == [
            "No row of “Combinations” lists Source 1.0 with Target 9.0."
        ]
