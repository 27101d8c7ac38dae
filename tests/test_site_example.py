"""The example site carries the facts of the pages that it retells; these lists are from there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGES = Path(__file__).resolve().parent.parent / "site_example" / "docs"

PUBLISHED = """
Octopus Server|Octopus.Client Octo.exe|Calamari|Tentacle|TeamCity Plugin
3.2|3.2|3.0 ➜ latest|3.2|
3.3|3.3 ➜ 4.30.3|3.3|3.0 ➜ latest|3.3 ➜ latest
3.4|3.3 ➜ 4.30.3|3.4|3.0 ➜ latest|3.3 ➜ latest
3.5 ➜ 2018.2|3.3 ➜ 4.30.3|3.5 ➜ latest|3.0 ➜ latest|3.3 ➜ latest
2018.2 ➜ 2018.12|4.30.7 ➜ 4.47.0|3.5 ➜ latest|3.0 ➜ latest|3.3 ➜ latest
2019.1*|5.0.0 ➜ 5.2.7|3.5 ➜ latest|4.0 ➜ latest|5.0 ➜ latest
2019.2* ➜ latest|6.0.0 ➜ latest|3.5 ➜ latest|4.0 ➜ latest|5.0 ➜ latest
Octopus Server|Octopus.Client Octo.exe|Calamari|Tentacle|TeamCity Plugin
2019.1 ➜ latest|4.30.7 ➜ 4.47.0|3.5 ➜ 4.12.0|3.0 ➜ 3.25|3.3 ➜ latest
"""

# What the source pages name: versions, examples, orders, terms. Spelling is ours where it is prose.
FACTS = {
    "octopus/upgrading.md": """
        1.6; 2.0; 2.6; 3.x; backup; Maintenance Mode; HTTP API; protocol that Tentacles speak;
        SQL Server; Sensitive Properties; 3.3; 3.4.4; 3.4.12; 3.5.1; 2.6.5; by hand; may be hard;
        release notes; downloads page; 3.2.15; 3.5.2; Semantic Versioning; calendar; schema""",
    "octopus/compatibility.md": """
        default space; 2018.12.1; 2019.1.0; broke parts of the API; 4.30.4 to 4.30.6; 4.47.1; 5.2.8;
        November 2026""",
    "octopus/versioning.md": """
        ID; format; channels; releases; SHA; tags the commit; report their version; third one;
        `Major.Minor.Patch`; `1.5.2`; `1.0.0.0`; `1.0.0`; `2016.09.01-beta.0001`; `1.5.2-rc.1`;
        `1.5.2-rc`; `*-rc`; Staging; Production; 1.0 or 2.0; `2016.01.02`; `2016.1.2`; `2016.01.2`;
        `1.4.9`; `1.4.10`; `3.0.0-beta.9`; `3.0.0-beta.10`; `1.4.008`; feed; NuGet;
        built-in library; ComparableVersion; five parts; whole numbers;
        `alpha`; `beta`; `milestone`; `rc`; `cr`;
        `snapshot`; `ga`; `final`; `sp`; Capitals do not matter; `a1`; dashes or dots;
        one long qualifier; Maven Versions Explained""",
    "ravendb/compatibility.md": """
        4.0 and 5.0; 5.1; 5.2; below 4.2; 3.x; 4.x; 3.0; 4.1; 4.1.7; 4.1.6; 4.5; its own version""",
    "ravendb/upgrading.md": """
        server first; lockstep; below 4.2; 4.2 to 5.3; recommended, not required;
        one at a time; migration introduction; upgrading to a new version""",
    "spire/skew.md": """
        `x.y.z`; before SPIRE 1.0; one minor version apart; 0.9.3; 0.9.x or 0.8.x;
        must not be newer than the oldest server; one minor version older; 0.9.2;
        0.8.0 up to 0.9.2""",
    "spire/upgrading.md": """
        servers go first; rolling; not required; more than one server; no downtime; 0.8.1 to 0.9.3;
        one at a time or in batches; at most one minor version; must go first; 0.9.3 to 0.8.1""",
}


def test_published_tables_stand_as_they_were_published() -> None:
    text = (PAGES / "octopus" / "compatibility-as-published.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\|(.*)\|$", text, re.MULTILINE)
    cells = [[" ".join(cell.split()) for cell in row.split("|")] for row in rows]
    shown = ["|".join(row) for row in cells if not row[0].startswith("--")]
    assert shown == PUBLISHED.strip().splitlines()


@pytest.mark.parametrize("page", FACTS)
def test_page_tells_every_fact(page: str) -> None:
    text = " ".join((PAGES / page).read_text(encoding="utf-8").split())
    facts = [" ".join(fact.split()) for fact in FACTS[page].split(";")]
    assert [fact for fact in facts if fact not in text] == []
