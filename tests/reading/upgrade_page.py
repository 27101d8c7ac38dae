"""A page that says everything about upgrading that can be said, and one for a few lines of it."""

from __future__ import annotations

FULL = """\
---
compat:
  components:
    server: {name: Server, scheme: octopus}
    agent: {name: Agent, scheme: semver}
  upgrade:
    component: server
    stops:
      - at: "2.6"
        before: "3.0"
        guide: page.md#from-2-6
        reason: The database moved.
        when: registry
      - 2018.12
      - {at: 1.4, component: agent}
    questions:
      registry: Do you use the registry?
    guides:
      - {from: "1.6", guide: https://example.org/from-1.6}
      - {from: ">=1", guide: https://example.org/back, direction: down}
    changes:
      - {level: minor, from: ">=2017", when: ">=2018", name: Feature release, risk: Some.,
         rollback: Restore.}
      - {level: minor, name: Minor}
    order: [server, agent]
    max-hop: {server: 1 minor, agent: 2 minors}
    rolling: [agent]
    finalize: [{at: "5.0", note: The storage format is rewritten.}]
    wait: [{at: "14.0", component: agent, note: Wait for the migrations.}]
    downgrade: {server: minor, agent: no}
    breaking: [{at: "2019.1", for: operators, text: Needs .NET., link: other.md}]
    tasks: [{at: 1.5, component: agent, for: users, text: Move the files.}]
---

# Upgrading
"""

COMPONENTS = """\
components:
    server: {name: Server, scheme: semver}
    agent: {name: Agent, scheme: semver}
"""


def page(upgrade: str) -> str:
    """Return a page of two components with something in braces or lines under `upgrade:`."""
    return f"---\ncompat:\n  {COMPONENTS}  upgrade: {upgrade}\n---\n\n# Page\n"
