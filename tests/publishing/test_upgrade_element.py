"""<compat-upgrade>: the guide that a page shows without JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import jinja2
import pytest
from bs4 import BeautifulSoup

from mkdocs_compat.publishing.elements import PageContext, environment, fill
from tests.browser.pages import TEMPLATES
from tests.planning.products import Author, product

if TYPE_CHECKING:
    from mkdocs_compat.model.site import Product

RELEASES = [f"{major}.{minor}.0" for major in (1, 2) for minor in range(4)] + ["3.0.0"]
TABLE = "| Server | Agent |\n| --- | --- |\n| 1.0 - 1.6 | 1.x |\n| 2.0 - 2.6 | 2.x |\n"
EVIL = "</svg><img src=x onerror=alert(1)>"
RULE = {"name": "skew", "component": "agent", "with": "server", "not-newer": "minor"}


def author(name: str = "Server") -> Author:
    own = {
        "server": {"scheme": "semver", "name": name, "releases": RELEASES},
        "agent": {"scheme": "semver", "name": "Agent"},
    }
    return Author(product(own, [RULE]))


def filled(said: Product, html: str = "<compat-upgrade></compat-upgrade>") -> BeautifulSoup:
    templates = environment(jinja2.FileSystemLoader(TEMPLATES))
    context = PageContext(said, {said.id: said}, lambda url: f"../{url}", {})
    return BeautifulSoup(fill(html, context, templates).html, "html.parser")


def full(name: str = "Server", words: str = "words") -> Product:
    by = author(name)
    stop = by.stop("server", "1.3", "2.0", question="npm", guide="https://x.test/guide")
    return by.says(
        stops=(stop,),
        questions=(by.question("npm"),),
        changes=(by.change("server", "major", words),),
        order=(("server",), ("agent",)),
        rolling=("server",),
        max_hops=(by.max_hop("server", 2, "major"),),
        finalizes=(by.gate("server", "2.0", words),),
        waits=(by.gate("server", "1.3", words),),
        downgrades=(by.downgrade("server", "patch"),),
        breaking=(by.notice("server", "2.0", words),),
        tasks=(by.notice("server", "2.1", words),),
    )


def test_the_table_has_the_paths_with_their_stops_and_guides() -> None:
    page = filled(full())
    first = page.select_one("tbody tr")
    assert first is not None
    text = " ".join(first.get_text().split())
    assert text.startswith("1.0.0 to 1.2.0 1.3.0, required stop (only if so: npm?)")
    assert "3.0.0" in text
    assert [link["href"] for link in first.find_all("a")][:1] == ["https://x.test/guide"]


def test_all_that_is_said_is_there() -> None:
    text = " ".join(filled(full()).get_text().split())
    for words in (
        "Server 1.3, before 2.0. Only if so: npm? Guide",
        "in this order: Server, then Agent.",
        "at most 2 major versions at once.",
        "There is no way back from Server 2.0: words.",
        "Before going on from Server 1.3: words.",
        "only changes up to patch are taken back.",
        "Server 2.0, for operators: words.",
        "The rule in words",
    ):
        assert words in text


def test_the_picture_has_a_text_and_no_style() -> None:
    page = filled(full())
    picture = page.find("svg")
    assert picture is not None
    assert picture["role"] == "img"
    assert picture.find("title") is not None
    assert "From 1.0.0 to 1.2.0: 1.3.0, 3.0.0." in picture.get_text()
    assert "stop for some" in picture.get_text()
    assert page.select("[style], script, style") == []
    ET.fromstring(str(picture))


def test_everything_is_escaped() -> None:
    page = filled(full(EVIL, EVIL))
    assert page.find("img") is None
    assert EVIL in page.get_text()


@pytest.mark.parametrize(
    ("attribute", "is_server"), [('component="server"', True), ('component="agent"', False)]
)
def test_it_can_be_about_one_component(attribute: str, *, is_server: bool) -> None:
    page = filled(full(), f"<compat-upgrade {attribute}></compat-upgrade>")
    assert bool(page.find("svg")) is is_server
    assert ("Required stops" in page.get_text()) is is_server
    assert page.find("compat-rules") is not None


def test_with_rules_alone_it_says_them() -> None:
    page = filled(author().product)
    assert page.find("svg") is None
    assert "The rule in words" in page.get_text()
    assert "Required stops" not in page.get_text()


def test_a_rule_has_its_id_once() -> None:
    twice = "<compat-upgrade></compat-upgrade>\n\n<compat-rules></compat-rules>"
    assert len(filled(full(), twice).select("[id]")) == 1


def test_a_line_from_which_nothing_leads_on_is_a_dead_end() -> None:
    own = {id_: {"scheme": "semver", "name": id_.title()} for id_ in ("server", "agent")}
    by = Author(product(own, [], TABLE))
    page = filled(by.says(max_hops=(by.max_hop("server", 1, "minor"),)))
    text = " ".join(page.get_text().split())
    assert "No path to 2.6. It goes at most 1 minor version at once" in text
    assert page.select(".compat-track__end")


def test_a_stop_that_depends_on_an_answer_shows_both_ways() -> None:
    page = filled(full())
    rows = [" ".join(row.get_text().split()) for row in page.select("tbody tr")]
    assert rows[0].startswith("1.0.0 to 1.2.0 1.3.0, required stop (only if so: npm?)")
    assert rows[0].endswith("If not: 3.0.0.")
    assert "If not" not in rows[1]


def test_components_that_move_together_are_told_together() -> None:
    listed = {"scheme": "semver", "releases": RELEASES}
    own = {id_: {**listed, "name": id_.title()} for id_ in ("server", "agent")}
    behind = {**RULE, "behind": "1 minor"}
    apart = {"component": "server", "with": "server", "apart": "1 minor"}
    by = Author(product(own, [behind, apart]))
    limits = tuple(by.max_hop(id_, 1, "minor") for id_ in ("server", "agent"))
    page = filled(by.says(rolling=("server", "agent"), max_hops=limits))
    title, table, apart_of_each = page.find("p"), page.find("table"), page.find("details")
    assert title is not None
    assert title.get_text() == "Server and Agent together, to 3.0"
    assert table is not None
    rows = [" ".join(row.get_text().split()) for row in table.select("tbody tr")]
    assert rows[0] == (
        "1.0 Server, then Agent to 1.1.0, rolling Then on as from 1.1; 16 hops in all."
    )
    assert rows[-1] == "2.3 Server to 3.0.0, rolling Agent to 3.0.0, rolling, optional"
    assert apart_of_each is not None
    assert len(apart_of_each.find_all("table")) == 2
    assert "The way of Server and Agent to 3.0" in str(page.find("svg"))


def test_long_ways_of_a_set_are_cut() -> None:
    listed = {"scheme": "semver", "releases": RELEASES}
    ids = ("one", "two", "three")
    rules = [{"component": id_, "with": "one", "apart": "1 minor", "name": id_} for id_ in ids[1:]]
    page = filled(product(dict.fromkeys(ids, listed), rules))
    first = page.select_one("tbody tr")
    assert first is not None
    assert len(first.find_all("li")) == 8
    assert "1 more hop to 3.0; 13 in all." in first.get_text()


def test_titles_are_headings_below_the_last_one() -> None:
    page = filled(full(), "<h3>Ways</h3>\n<compat-upgrade></compat-upgrade>")
    levels = {str(each["aria-level"]) for each in page.select('[role="heading"]')}
    assert levels == {"4"}
    assert {str(each["aria-level"]) for each in filled(full()).select('[role="heading"]')} == {"2"}
