"""What the pages that began this project bring to light, besides Octopus Deploy's table.

RavenDB gives a client from 4.2 on as an example of its rule for clients below 4.2. SPIRE's page
contradicts itself nowhere; it leaves open from which server "one minor version older" is measured,
which is answered by the strict reading and is no finding. That Octopus Deploy claims Semantic
Versioning for 2018.x stands in prose of which no check knows: `changes` of the front matter say
what its numbers mean, and the example site says the rest in words.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.reader import findings, text_at

EXAMPLE = Path(__file__).resolve().parents[2] / "site_example" / "docs"
_IGNORED = "  ignore:\n    - {check: misplaced-example"


def ravendb() -> str:
    """Return the page without the lines that accept what is found on it."""
    text = (EXAMPLE / "ravendb" / "compatibility.md").read_text(encoding="utf-8")
    before, _, rest = text.partition(_IGNORED)
    return before + rest.partition("\n")[2]


def test_ravendb_as_published_has_one_example_in_the_wrong_section() -> None:
    text = ravendb()
    (finding,) = findings(text)
    assert (finding.code, finding.severity.value) == ("CMP408", "info")
    assert text_at(text, finding.place) == "`Client 4.5` does **not** work with `Server 4.0`"
    assert "the rule 'Clients below 4.2' and falls under the rule 'Clients from 4.2 on'" in (
        finding.message
    )


def test_ravendb_without_that_example_has_no_findings() -> None:
    lines = [line for line in ravendb().split("\n") if not line.startswith("- `Client 4.5`")]
    assert findings("\n".join(lines)) == ()


@pytest.mark.parametrize("page", ["spire/skew.md", "spire/upgrading.md", "octopus/upgrading.md"])
def test_pages_without_contradictions(page: str) -> None:
    text = (EXAMPLE / page).read_text(encoding="utf-8")
    # What is claimed of versions shows beside the page with the table only.
    before, claim, rest = text.partition("  ignore:\n    - {check: claimed-scheme")
    text = before + (rest.partition("\n")[2] if claim else "")
    assert "ignore:" not in text
