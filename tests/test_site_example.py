"""The example site carries the facts of the pages that it retells; these lists are from there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_compat.analysis import Analysis
from mkdocs_compat.command_line.site_config import read_config
from mkdocs_compat.command_line.site_pages import analyze_site
from mkdocs_compat.planning.plan import Blocked, Plan
from mkdocs_compat.planning.planner import Planner
from mkdocs_compat.reasoning.answer import Pair
from mkdocs_compat.reasoning.compatibility import Compatibility
from mkdocs_compat.reasoning.rule_relation import RuleStatement
from mkdocs_compat.reasoning.statement import Statement
from tests.planning.products import told

EXAMPLE = Path(__file__).resolve().parent.parent / "site_example"
PAGES = EXAMPLE / "docs"

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
        4.0 and 5.0; 5.1; 5.2; below 4.2; 3.x; 4.x; its own version;
        `Client 3.0` works with `Server 3.0`;
        `Client 4.0` works with `Server 4.1`; `Client 4.1.7` works with `Server 4.1.6`;
        `Client 3.0` does **not** work with `Server 4.0`;
        `Client 4.5` does **not** work with `Server 4.0`;
        `Client 4.2` works with `Server 4.2`, `Server 4.5` and `Server 5.2`""",
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
    "kubernetes/skew.md": """
        newest and the oldest of them may be one minor version apart; kubelet; kube-proxy;
        by three minor versions; below 1.25 by two; kube-controller-manager; kube-scheduler;
        cloud-controller-manager; should have the minor version of their API server; kubectl;
        by one minor version; never; load balancer; *oldest* API server; *newest*""",
    "kubernetes/upgrading.md": """
        must not skip one; single API server; once *all* API servers are there;
        order does not matter; at the same time; three minor versions behind;
        Drain a node; in place is not supported; newest patch; Webhooks for admission""",
}

# Questions to the example, as `mkdocs-compat ask` takes them, and what the source pages say.
ANSWERS = """
ravendb | client=3.0 server=3.0 | compatible
ravendb | client=4.0 server=4.1 | compatible
ravendb | client=4.1.7 server=4.1.6 | compatible
ravendb | client=3.0 server=4.0 | incompatible
ravendb | client=4.5 server=4.0 | incompatible
ravendb | client=4.2 server=4.2 | compatible
ravendb | client=4.2 server=4.5 | compatible
ravendb | client=4.2 server=5.2 | compatible
ravendb | client=4.1 server=5.0 | incompatible
spire | server=0.9.3,0.9.0 | compatible
spire | server=0.9.3,0.8.0 | compatible
spire | server=0.9.3,0.7.3 | incompatible
spire | server=0.9.3,0.9.2 agent=0.8.0 | compatible
spire | server=0.9.3,0.9.2 agent=0.9.2 | compatible
spire | server=0.9.3,0.9.2 agent=0.9.3 | incompatible
spire | server=0.9.3 agent=0.7 | incompatible
spire | server=0.9.3,0.8.1 agent=0.8.1 | compatible
spire | server=0.8.1 agent=0.9.3 | incompatible
kubernetes | kube-apiserver=1.34,1.33 | compatible
kubernetes | kube-apiserver=1.34,1.32 | incompatible
kubernetes | kube-apiserver=1.34,1.33 kubelet=1.31 | compatible
kubernetes | kube-apiserver=1.34,1.33 kubelet=1.34 | incompatible
kubernetes | kube-apiserver=1.33 kubelet=1.30.4 | compatible
kubernetes | kube-apiserver=1.33 kubelet=1.29 | incompatible
kubernetes | kube-apiserver=1.27 kubelet=1.24 | incompatible
kubernetes | kube-apiserver=1.26 kubelet=1.24 | compatible
kubernetes | kube-apiserver=1.33 kube-scheduler=1.32 | compatible
kubernetes | kube-apiserver=1.33 kube-controller-manager=1.31 | incompatible
kubernetes | kube-apiserver=1.33 cloud-controller-manager=1.34 | incompatible
kubernetes | kube-apiserver=1.33 kubectl=1.34 | compatible
kubernetes | kube-apiserver=1.33,1.32 kubectl=1.34 | incompatible
octopus-deploy | octopus-server=2018.2 octopus-client=4.30.3 | incompatible
octopus-deploy | octopus-server=2018.2 octopus-client=4.30.7 | compatible
octopus-deploy | octopus-server=2019.1 tentacle=3.20 | partial
octopus-deploy | octopus-server=3.2 teamcity-plugin=4.0 | unstated
octopus-deploy | octopus-server=2021.3 octo-exe=6.1 | compatible
octopus-deploy-as-published | octopus-server=2018.2 octopus-client=4.30.3 | conflicting
octopus-deploy-as-published | octopus-server=2018.2 octopus-client=4.30.7 | conflicting
octopus-deploy-as-published | octopus-server=2018.2 octopus-client=4.30.5 | incompatible
"""

# What goes with some versions, in the notation of cells.
OPEN = """
spire | server=0.9.3,0.9.2 | agent | 0.8.0 ➜ 0.9.2
spire | server=0.9.3,0.8.5 | agent | 0.8.0 ➜ 0.8.5
kubernetes | kube-apiserver=1.34,1.33 | kubelet | 1.31 ➜ 1.33
kubernetes | kube-apiserver=1.26 | kubelet | 1.24 ➜ 1.26
kubernetes | kube-apiserver=1.27 | kube-proxy | 1.25 ➜ 1.27
kubernetes | kube-apiserver=1.33,1.32 | kubectl | 1.32 ➜ 1.33
octopus-deploy | octopus-client=4.30.5 | octopus-server |
"""


# What is run, what is wanted, and the hops of the plan; what the source pages tell of upgrading.
PLANS = """
octopus-deploy | octopus-server=1.6 | octopus-server=2018.12
    octopus-server 1.6 > 2.6 in-one-go
    octopus-server 2.6 > 2018.12 in-one-go
octopus-deploy | octopus-server=2.0 | octopus-server=3.0
    octopus-server 2.0 > 2.6 in-one-go
    octopus-server 2.6 > 3.0 in-one-go
octopus-deploy | octopus-server=2.6.5 | octopus-server=3.4.12
    octopus-server 2.6.5 > 3.4.12 in-one-go
octopus-deploy | octopus-server=3.4 octopus-client=3.4 calamari=3.4 tentacle=3.2 |\
 octopus-server=2018.12 octopus-client=4.47.0 calamari=4.0
    octopus-server 3.4 > 2018.1, calamari 3.4 > 4.0 lockstep
    octopus-server 2018.1 > 2018.12, octopus-client 3.4 > 4.47.0 lockstep
ravendb | server=3.5 client=3.5 | server=5.3 client=5.3
    server 3.5 > 5.3, client 3.5 > 5.3 lockstep
ravendb | server=4.1 client=4.1 | server=5.3 client=5.3
    server 4.1 > 4.2 in-one-go
    client 4.1 > 4.2 rolling
    server 4.2 > 5.3 in-one-go
    client 4.2 > 5.3 rolling optional
ravendb | server=4.2 client=4.2 | server=5.3 client=5.3
    server 4.2 > 5.3 in-one-go
    client 4.2 > 5.3 rolling optional
spire | server=0.8.1 agent=0.8.1 | server=0.9.3 agent=0.9.3
    server 0.8.1 > 0.9.3 rolling
    agent 0.8.1 > 0.9.3 rolling optional
spire | server=0.8.1 agent=0.8.1 | server=0.12.1 agent=0.12.1
    server 0.8.1 > 0.9.4 rolling
    agent 0.8.1 > 0.9.4 rolling
    server 0.9.4 > 0.10.2 rolling
    agent 0.9.4 > 0.10.2 rolling
    server 0.10.2 > 0.11.3 rolling
    agent 0.10.2 > 0.11.3 rolling
    server 0.11.3 > 0.12.1 rolling
    agent 0.11.3 > 0.12.1 rolling optional
spire | server=0.9.3 agent=0.9.3 | server=0.8.1 agent=0.8.1
    agent 0.9.3 > 0.8.1 rolling
    server 0.9.3 > 0.8.1 rolling optional
spire | server=0.8.1,0.9.0 agent=0.8.1 | server=0.9.3 agent=0.9.3
    server 0.8.1+0.9.0 > 0.9.3 rolling
    agent 0.8.1 > 0.9.3 rolling optional
spire | server=0.9.3 agent=0.7.0 | server=0.9.3 agent=0.9.3
    agent 0.7.0 > 0.8.0 repair
    agent 0.8.0 > 0.9.3 rolling
kubernetes | kube-apiserver=1.32 kube-scheduler=1.32 kubelet=1.31 |\
 kube-apiserver=1.34 kube-scheduler=1.34 kubelet=1.34
    kube-apiserver 1.32 > 1.33.0 rolling
    kube-scheduler 1.32 > 1.33.0 in-one-go
    kube-apiserver 1.33.0 > 1.34.0 rolling
    kube-scheduler 1.33.0 > 1.34.0 in-one-go optional
    kubelet 1.31 > 1.34.0 rolling optional
"""

# What the way of one component's hop says: its class, part of the way back, the end of its guide.
CLASSES = """
3.4.4 | 3.4.12 | Patch | Install the earlier version over the later one. | octopus-3.x
3.4.4 | 3.5.1 | Minor upgrade | Restore a recent backup of the SQL database | octopus-3.x
2.6.5 | 3.4.12 | Major upgrade | Follow the upgrade guide of that version. | octopus-2.6
2.0 | 2.6 | Minor upgrade | Restore a recent backup of the SQL database | octopus-2.0
2018.11 | 2018.12 | Feature release | Restore a recent backup of the SQL database |
2018.12 | 2019.1 | Feature release | Restore a recent backup of the SQL database |
2.6 | 2019.1 | Major upgrade | Follow the upgrade guide of that version. | octopus-2.6
"""


def rows_of(table: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in row.split("|")) for row in table.strip().splitlines()]


def plans_of(table: str) -> list[tuple[str, str, str, list[str]]]:
    """Return product, start, target and hops of each plan; hops stand below, further in."""
    found: list[tuple[str, str, str, list[str]]] = []
    for line in table.strip().replace("\\\n", "").splitlines():
        if line.startswith("    "):
            found[-1][3].append(line.strip())
        else:
            product, start, target = (part.strip() for part in line.split("|"))
            found.append((product, start, target, []))
    return found


def question_of(text: str) -> dict[str, tuple[str, ...]]:
    items = (item.partition("=") for item in text.split())
    return {name: tuple(versions.split(",")) for name, _, versions in items}


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return analyze_site(read_config(EXAMPLE / "mkdocs.yml"))


@pytest.fixture(scope="module")
def products(analysis: Analysis) -> dict[str, Compatibility]:
    return {product.id: Compatibility(product) for product in analysis.site.products}


def test_example_has_no_findings(analysis: Analysis) -> None:
    assert analysis.diagnostics == ()


def test_examples_of_the_pages_are_proven(products: dict[str, Compatibility]) -> None:
    counts = {id_: len(each.product.examples) for id_, each in products.items()}
    assert counts["ravendb"] >= 8
    assert counts["spire"] >= 2
    assert counts["kubernetes"] >= 10


@pytest.fixture(scope="module")
def planners(analysis: Analysis) -> dict[str, Planner]:
    return {product.id: Planner(product) for product in analysis.site.products}


@pytest.mark.parametrize(("product", "question", "verdict"), rows_of(ANSWERS))
def test_answers(
    products: dict[str, Compatibility], product: str, question: str, verdict: str
) -> None:
    answer = products[product].ask(question_of(question))
    assert answer.verdict is not None
    assert answer.verdict.value == verdict


@pytest.mark.parametrize(("product", "question", "component", "versions"), rows_of(OPEN))
def test_open_components(
    products: dict[str, Compatibility], product: str, question: str, component: str, versions: str
) -> None:
    found = products[product].open(question_of(question), component)
    assert found is not None
    assert "; ".join(text for _, text in found.parts) == versions


def plan_of(planner: Planner, start: str, target: str) -> Plan:
    targets = {id_: versions[0] for id_, versions in question_of(target).items()}
    plan = planner.plan(question_of(start), targets)
    assert isinstance(plan, Plan)
    return plan


@pytest.mark.parametrize(("product", "start", "target", "hops"), plans_of(PLANS))
def test_plans(
    planners: dict[str, Planner], product: str, start: str, target: str, hops: list[str]
) -> None:
    assert told(plan_of(planners[product], start, target)) == hops


@pytest.mark.parametrize("row", rows_of(CLASSES), ids=str)
def test_classes_of_change(planners: dict[str, Planner], row: tuple[str, ...]) -> None:
    was, now, name, rollback, guide = row
    planner = planners["octopus-deploy"]
    ((move,),) = (
        hop.moves for hop in plan_of(planner, f"octopus-server={was}", f"octopus-server={now}").hops
    )
    assert move.change is not None
    assert move.change.name == name
    assert rollback in (move.rollback or "")
    assert (move.guide.text.rpartition("upgrading-from-")[2] if move.guide else "") == guide


def test_each_leg_from_octopus_1_has_its_guide(planners: dict[str, Planner]) -> None:
    plan = plan_of(planners["octopus-deploy"], "octopus-server=1.6", "octopus-server=2018.12")
    guides = [move.guide.text for hop in plan.hops for move in hop.moves if move.guide]
    assert [guide.rpartition("-")[2] for guide in guides] == ["1.6", "2.6"]
    assert [(stop.hop, stop.version) for stop in plan.stops] == [(0, "2.6")]


def test_lockstep_of_ravendb_says_why_nothing_else_works(planners: dict[str, Planner]) -> None:
    (hop,) = plan_of(planners["ravendb"], "server=3.5 client=3.5", "server=5.3 client=5.3").hops
    reasons = {
        each.component: {
            said.rule.name
            for pair in each.because
            if isinstance(pair, Pair)
            for said in pair.statements
            if isinstance(said, RuleStatement)
        }
        for each in hop.otherwise
    }
    assert reasons == {"server": {"Clients below 4.2"}, "client": {"Clients from 4.2 on"}}


def test_spire_start_that_is_outside_is_told_so(planners: dict[str, Planner]) -> None:
    plan = plan_of(planners["spire"], "server=0.9.3 agent=0.7.0", "server=0.9.3 agent=0.9.3")
    (pair,) = plan.outside
    assert isinstance(pair, Pair)
    assert {pair.a.text, pair.b.text} == {"0.7.0", "0.9.3"}


def test_octopus_client_that_goes_alone_is_told_the_cell(planners: dict[str, Planner]) -> None:
    result = planners["octopus-deploy"].plan(
        {"octopus-server": ["2018.12"], "octopus-client": ["4.47.0"], "tentacle": ["3.20"]},
        {"octopus-client": "6.0.0"},
    )
    assert isinstance(result, Blocked)
    cells = {
        said.cell.text
        for pair in result.wanted
        if isinstance(pair, Pair)
        for said in pair.statements
        if isinstance(said, Statement) and said.cell
    }
    assert "4.30.7 ➜ 4.47.0" in cells


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
