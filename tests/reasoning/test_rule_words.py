"""Rules in words: every sentence here was written by hand, from what the rule means."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_compat.model.component import Component
from mkdocs_compat.model.rule import Distance, Rule, Scope
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.ranges.notation import read
from mkdocs_compat.reasoning.rule_words import rule_words
from mkdocs_compat.source import Place
from mkdocs_compat.versions.registry import get_scheme
from mkdocs_compat.versions.scheme import Level

SEMVER = get_scheme("semver")
SERVER = Component("server", "Server", (), SEMVER, inferred=False)
CLIENT = Component("client", "Client", (), SEMVER, inferred=False)
PRODUCT = Product("", "", (SERVER, CLIENT), ())

LEVELS = {"same", "not_newer", "not_older"}
DISTANCES = {"behind", "ahead", "apart"}


def scope(text: str) -> Scope:
    range_ = read(text, SEMVER).range
    assert range_ is not None
    return Scope(text, range_)


def distance(text: str) -> Distance:
    count, level = text.split()
    return Distance(int(count), Level(level))


def rule(component: str, other: str, **said: str) -> Rule:
    values: dict[str, Any] = dict.fromkeys((*LEVELS, *DISTANCES, "when", "other_when", "note"))
    for name, text in said.items():
        if name in LEVELS:
            values[name] = Level(text)
        elif name in DISTANCES:
            values[name] = distance(text)
        elif name in ("when", "other_when"):
            values[name] = scope(text)
        elif name == "note":
            values[name] = text
    return Rule(
        id="rule-1",
        name=None,
        component=component,
        other=other,
        verdict=Verdict(said.get("verdict", "compatible")),
        page="page.md",
        url="page/",
        title="Page",
        place=Place("page.md"),
        **values,
    )


BETWEEN_TWO = [
    # What the rules of real products say.
    (
        {"not_newer": "patch", "behind": "1 minor"},
        (
            "Client may be up to one minor version older than the newest Server that it runs with, "
            "and must not be newer than the oldest one."
        ),
    ),
    (
        {"when": "<4.2", "same": "major", "not_newer": "minor"},
        (
            "Client below 4.2 must have the same major version as every Server that it runs with, "
            "and must not be newer than the oldest one (patch versions aside)."
        ),
    ),
    (
        {"when": ">=4.2", "not_newer": "minor"},
        (
            "Client from 4.2 on must not be newer than the oldest Server that it runs with "
            "(patch versions aside)."
        ),
    ),
    (
        {"when": "<1.25", "not_newer": "minor", "behind": "2 minor"},
        (
            "Client below 1.25 may be up to two minor versions older than the newest Server "
            "that it runs with, and must not be newer than the oldest one (patch versions aside)."
        ),
    ),
    (
        {"apart": "1 minor"},
        "Client must be at most one minor version apart from every Server that it runs with.",
    ),
    # One relation.
    (
        {"same": "major"},
        "Client must have the same major version as every Server that it runs with.",
    ),
    (
        {"same": "minor"},
        "Client must have the same major and minor version as every Server that it runs with.",
    ),
    (
        {"same": "patch"},
        (
            "Client must have the same major, minor and patch version as every Server "
            "that it runs with."
        ),
    ),
    (
        {"not_newer": "major"},
        (
            "Client must not be newer than the oldest Server that it runs with "
            "(minor and patch versions aside)."
        ),
    ),
    ({"not_newer": "patch"}, "Client must not be newer than the oldest Server that it runs with."),
    (
        {"not_older": "minor"},
        "Client must not be older than the newest Server that it runs with (patch versions aside).",
    ),
    ({"not_older": "patch"}, "Client must not be older than the newest Server that it runs with."),
    (
        {"behind": "1 minor"},
        (
            "Client must not be more than one minor version older than the newest Server "
            "that it runs with."
        ),
    ),
    (
        {"behind": "3 patch"},
        (
            "Client must not be more than three patch versions older than the newest Server "
            "that it runs with."
        ),
    ),
    (
        {"ahead": "10 major"},
        (
            "Client must not be more than ten major versions newer than the oldest Server "
            "that it runs with."
        ),
    ),
    (
        {"apart": "11 minor"},
        "Client must be at most 11 minor versions apart from every Server that it runs with.",
    ),
    # No step at all.
    (
        {"behind": "0 minor"},
        "Client must not be older than the newest Server that it runs with (patch versions aside).",
    ),
    ({"ahead": "0 patch"}, "Client must not be newer than the oldest Server that it runs with."),
    (
        {"apart": "0 major"},
        "Client must have the same major version as every Server that it runs with.",
    ),
    (
        {"not_newer": "major", "ahead": "0 minor"},
        "Client must not be newer than the oldest Server that it runs with (patch versions aside).",
    ),
    # Several relations.
    (
        {"behind": "1 minor", "ahead": "2 minor"},
        (
            "Client may be up to one minor version older than the newest Server that it runs with, "
            "and may be up to two minor versions newer than the oldest one."
        ),
    ),
    (
        {"ahead": "1 major", "not_older": "major"},
        (
            "Client may be up to one major version newer than the oldest Server that it runs with, "
            "and must not be older than the newest one (minor and patch versions aside)."
        ),
    ),
    (
        {"behind": "1 major", "not_older": "patch"},
        (
            "Client must not be more than one major version older than the newest Server "
            "that it runs with, and must not be older than the newest one."
        ),
    ),
    (
        {"not_newer": "minor", "not_older": "minor"},
        (
            "Client must not be newer than the oldest Server that it runs with "
            "(patch versions aside), and must not be older than the newest one "
            "(patch versions aside)."
        ),
    ),
    (
        {"same": "major", "apart": "2 minor"},
        (
            "Client must have the same major version as every Server that it runs with, "
            "and must be at most two minor versions apart from each one."
        ),
    ),
    (
        {"same": "major", "behind": "1 minor", "not_newer": "patch"},
        (
            "Client must have the same major version as every Server that it runs with, "
            "may be up to one minor version older than the newest one, "
            "and must not be newer than the oldest one."
        ),
    ),
    # Versions that the rule speaks of.
    (
        {"when": "4.0 ➜ 4.1", "other_when": ">=4.0", "not_newer": "patch"},
        "Client 4.0 ➜ 4.1 must not be newer than the oldest Server from 4.0 on that it runs with.",
    ),
    (
        {"when": "3.0, 3.5", "same": "minor"},
        (
            "Client 3.0 or 3.5 must have the same major and minor version as every Server "
            "that it runs with."
        ),
    ),
    (
        {"when": "<=4.1.3", "not_newer": "patch"},
        "Client up to 4.1.3 must not be newer than the oldest Server that it runs with.",
    ),
    (
        {"when": ">4.1.3", "not_newer": "patch"},
        "Client above 4.1.3 must not be newer than the oldest Server that it runs with.",
    ),
    (
        {"other_when": "3.0", "not_newer": "patch"},
        "Client must not be newer than the oldest Server 3.0 that it runs with.",
    ),
    # Only versions.
    ({"when": "<4.2"}, "Client below 4.2 works with Server."),
    (
        {"when": "<4.2", "other_when": ">=4"},
        "Client below 4.2 works with Server from 4.0 on.",
    ),
    ({"when": "2.0", "verdict": "incompatible"}, "Client 2.0 does not work with Server."),
    (
        {"when": "2.0", "verdict": "partial", "note": "Without SSL."},
        "Client 2.0 works with Server with a limit: Without SSL.",
    ),
    ({"when": "2.0", "verdict": "partial"}, "Client 2.0 works with Server with a limit."),
    (
        {"other_when": "2.0", "verdict": "untested"},
        "It is untested whether Client works with Server 2.0.",
    ),
    ({"verdict": "unstated"}, "It is not stated whether Client works with Server."),
    ({"when": "2.0", "note": "ask us first"}, "Client 2.0 works with Server. Ask us first."),
    # Other verdicts.
    (
        {"not_newer": "minor", "verdict": "partial", "note": "No new features"},
        (
            "Client must not be newer than the oldest Server that it runs with "
            "(patch versions aside). What meets this works with a limit: No new features."
        ),
    ),
    (
        {"same": "major", "verdict": "partial"},
        (
            "Client must have the same major version as every Server that it runs with. "
            "What meets this works with a limit."
        ),
    ),
    (
        {"same": "major", "verdict": "untested", "note": "Tell us!"},
        (
            "Client must have the same major version as every Server that it runs with. "
            "What meets this is untested. Tell us!"
        ),
    ),
    (
        {"same": "major", "verdict": "unstated"},
        (
            "Client must have the same major version as every Server that it runs with. "
            "It is not stated whether what meets this works."
        ),
    ),
    (
        {"same": "major", "note": "upgrade soon"},
        "Client must have the same major version as every Server that it runs with. Upgrade soon.",
    ),
    # What a rule forbids.
    (
        {"same": "major", "verdict": "incompatible"},
        "Client does not work with Server when Client has the same major version.",
    ),
    (
        {"not_newer": "minor", "verdict": "incompatible", "note": "data is lost"},
        (
            "Client does not work with Server when Client is not newer (patch versions aside). "
            "Data is lost."
        ),
    ),
    (
        {"when": "<2.0", "not_older": "patch", "behind": "1 minor", "verdict": "incompatible"},
        (
            "Client below 2.0 does not work with Server when Client is not older "
            "and is not more than one minor version older."
        ),
    ),
    (
        {"same": "major", "ahead": "0 minor", "apart": "2 minor", "verdict": "incompatible"},
        (
            "Client does not work with Server when Client has the same major version, "
            "is not newer (patch versions aside), and is at most two minor versions apart."
        ),
    ),
]

WITHIN_A_FLEET = [
    (
        {"apart": "1 minor"},
        "The versions of Server that run together must be at most one minor version apart.",
    ),
    (
        {"behind": "1 minor"},
        "The versions of Server that run together must be at most one minor version apart.",
    ),
    (
        {"same": "major"},
        "The versions of Server that run together must have the same major version.",
    ),
    (
        {"not_newer": "minor"},
        "The versions of Server that run together must have the same major and minor version.",
    ),
    (
        {"apart": "0 patch"},
        (
            "The versions of Server that run together must have the same major, minor "
            "and patch version."
        ),
    ),
    (
        {"same": "major", "apart": "2 minor"},
        (
            "The versions of Server that run together must have the same major version "
            "and must be at most two minor versions apart."
        ),
    ),
    (
        {"when": ">=4.0", "other_when": ">=4.0", "apart": "1 minor"},
        (
            "The versions of Server from 4.0 on that run together "
            "must be at most one minor version apart."
        ),
    ),
    (
        {"when": ">=4.0", "apart": "1 minor"},
        (
            "Server from 4.0 on must be at most one minor version apart from every Server "
            "that it runs with."
        ),
    ),
    (
        {"when": "3.0", "other_when": "4.0", "verdict": "incompatible"},
        "Server 3.0 does not work with Server 4.0.",
    ),
    (
        {"when": "<3.0", "other_when": ">=3.0", "behind": "1 major"},
        (
            "Server below 3.0 must not be more than one major version older than the newest Server "
            "from 3.0 on that it runs with."
        ),
    ),
    ({"verdict": "incompatible"}, "Different versions of Server do not work together."),
    ({"verdict": "compatible"}, "All versions of Server work together."),
    (
        {"verdict": "partial", "note": "only to upgrade"},
        "Different versions of Server work together with a limit: only to upgrade.",
    ),
    (
        {"verdict": "untested"},
        "It is untested whether different versions of Server work together.",
    ),
    (
        {"verdict": "unstated"},
        "It is not stated whether different versions of Server work together.",
    ),
    (
        {"apart": "1 minor", "verdict": "incompatible"},
        (
            "Two versions of Server do not work together when they are "
            "at most one minor version apart."
        ),
    ),
    (
        {"not_newer": "patch", "verdict": "incompatible"},
        "Server does not work with another Server when the first is not newer.",
    ),
    (
        {"apart": "1 minor", "verdict": "partial", "note": "Only while upgrading."},
        (
            "The versions of Server that run together must be at most one minor version apart. "
            "What meets this works with a limit: Only while upgrading."
        ),
    ),
]


@pytest.mark.parametrize(("said", "sentence"), BETWEEN_TWO)
def test_between_two_components(said: dict[str, str], sentence: str) -> None:
    assert rule_words(rule("client", "server", **said), PRODUCT) == sentence


@pytest.mark.parametrize(("said", "sentence"), WITHIN_A_FLEET)
def test_within_a_fleet(said: dict[str, str], sentence: str) -> None:
    assert rule_words(rule("server", "server", **said), PRODUCT) == sentence
