"""From headers to components: what a column is about, and what is doubtful about it."""

from __future__ import annotations

import pytest

from mkdocs_compat.diagnostics import Diagnostic
from mkdocs_compat.model.table import Table
from mkdocs_compat.model.verdict import Verdict
from tests.reading.reader import analysis_of, findings, marked, rows, tables, the_table
from tests.reading.test_layouts import verdict


def page(header: str, front_matter: str = "compat: true", row: str = "") -> str:
    width = header.strip("|").count("|") + 1
    cells = row or f"| {' | '.join(['1.0'] * width)} |"
    return f"---\n{front_matter}\n---\n\n# Product\n\n{header}\n{'|---' * width}|\n{cells}\n"


def names(table: Table) -> list[tuple[str, ...]]:
    return [header.components for header in table.headers]


def only_finding(text: str) -> Diagnostic:
    (finding,) = findings(text)
    return finding


def test_ids_and_names_come_from_the_headers() -> None:
    text = page("| Octopus Server | **TeamCity** Plugin | `Octo.exe` | Größe ÄB |")
    (product,) = analysis_of(text).site.products
    assert [(item.id, item.name) for item in product.components] == [
        ("octopus-server", "Octopus Server"),
        ("teamcity-plugin", "TeamCity Plugin"),
        ("octo-exe", "Octo.exe"),
        ("gr-e-b", "Größe ÄB"),
    ]


@pytest.mark.parametrize(
    "header",
    [
        "Unsupported Client",
        "Incompatible clients",
        "Not compatible with Client",
        "Removes support for Client",
        "Dropped Client versions",
        "Deprecated Client",
        "Does not work with Client",
        "Client (untested)",
        "Replaces Client",
        "Upgrade from Client",
    ],
)
def test_what_does_not_work_is_not_read_as_if_it_did(header: str) -> None:
    text = page(f"| Server | {header} | Agent |")
    assert names(the_table(text)) == [("server",), ("agent",)]
    finding = only_finding(text)
    assert (finding.code, "do not work" in finding.message) == ("CMP104", True)


def test_columns_that_list_lines_side_by_side_are_not_read() -> None:
    text = page("| Server 4.0.x | Server 4.1.x |", row="| 4.0.0 | 4.1.0 |\n| 4.0.1 | 4.1.1 |")
    assert tables(analysis_of(text)) == []
    assert {finding.code for finding in findings(text)} == {"CMP104"}


@pytest.mark.parametrize(
    "header",
    [
        "| From Server version | To Server version |",
        "| Current Server | Must upgrade through | Target Server |",
        "| Server | Upgrade to | From |",
    ],
)
def test_tables_of_upgrades_are_not_read(header: str) -> None:
    text = page(header)
    assert tables(analysis_of(text)) == []
    finding = only_finding(text)
    assert (finding.code, "upgrade" in finding.message) == ("CMP104", True)


def test_from_and_to_are_ends_beside_a_subject() -> None:
    text = page("| Server | From Client | To Client |", row="| 1.0 | 2.1 | 2.4 |")
    (row,) = rows(the_table(text))
    assert row == ["1.0", "2.1 ➜ 2.4"]


@pytest.mark.parametrize("header", ["Minor release", "Branch", "Release branch"])
def test_generic_headers_mean_the_page(header: str) -> None:
    assert the_table(page(f"| {header} | Client |")).subject == "product"


def test_branches_behind_the_subject_are_left_alone() -> None:
    text = page("| Server | Branch | Client |", row="| 1.0 | release-1.0 | 1.0 |")
    assert names(the_table(text)) == [("server",), ("client",)]
    assert findings(text) == ()


@pytest.mark.parametrize("header", ["Client version(s)", "Min. Client", "[Client][c]"])
def test_names_without_what_stands_around_them(header: str) -> None:
    text = page(f"| Server | {header} |") + "\n[c]: client.md\n"
    assert names(the_table(text)) == [("server",), ("client",)]


@pytest.mark.parametrize(
    "header",
    ["Server*", "Server †", "Server<sup>1</sup>", "Server[^1]", "Server&ast;", "Server¹"],
)
def test_footnote_marks_are_no_part_of_names(header: str) -> None:
    front_matter = "compat:\n  components: {main: {name: Server}}"
    text = page(f"| {header} | Client |", front_matter) + "\n[^1]: A note.\n"
    table = the_table(text)
    assert table.subject == "main"
    (product,) = analysis_of(text).site.products
    assert product.components[0].name == "Server"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Octopus.Client Octo.exe", ["octopus-client", "octo-exe"]),
        ("Client / Agent", ["client", "agent"]),
        ("Client & Agent", ["client", "agent"]),
        ("Client + Agent", ["client", "agent"]),
        ("Client and Agent", ["client", "agent"]),
        ("Client, Agent, Proxy", ["client", "agent", "proxy"]),
        ("Client<br>Agent", ["client", "agent"]),
        ("Octopus Deploy Server", ["octopus-deploy-server"]),
        ("CI/CD", ["ci-cd"]),
        ("Node.js", ["node-js"]),
        ("C++", ["c"]),
        ("Sand and Stone", ["sand", "stone"]),
    ],
)
def test_headers_that_name_several_components(header: str, expected: list[str]) -> None:
    text = page(f"| Server | {header} |")
    assert names(the_table(text))[1] == tuple(expected)
    codes = [finding.code for finding in findings(text)]
    assert codes == (["CMP104"] if len(expected) > 1 else [])


def test_message_says_what_to_declare() -> None:
    text, start, end = marked(page("| Server | «Octopus.Client Octo.exe» |"))
    finding = only_finding(text)
    assert "'Octopus.Client' and 'Octo.exe'" in finding.message
    assert '"Octopus.Client Octo.exe": [octopus-client, octo-exe]' in finding.help
    assert (finding.place.line, finding.place.column) == start
    assert (finding.place.end_line, finding.place.end_column) == end


def test_following_the_help_settles_it() -> None:
    text = page("| Server | Octopus.Client Octo.exe |")
    declaration = only_finding(text).help.partition("under compat.columns: ")[2].rstrip(".")
    settled = page(
        "| Server | Octopus.Client Octo.exe |", f"compat:\n  columns:\n    {declaration}"
    )
    assert findings(settled) == ()
    assert names(the_table(settled)) == names(the_table(text))


class TestDeclaredColumns:
    HEADER = "| Server | Client | Notes |"

    def read(self, columns: str, header: str = "") -> Table:
        return the_table(page(header or self.HEADER, f"compat:\n  columns: {columns}"))

    def test_one_component(self) -> None:
        assert names(self.read("{Client: java-client}"))[1] == ("java-client",)

    def test_several(self) -> None:
        assert names(self.read("{Client: [java, go]}"))[1] == ("java", "go")

    def test_none(self) -> None:
        assert names(self.read("{Notes: false}")) == [("server",), ("client",)]

    def test_capitals_and_markup_do_not_matter(self) -> None:
        table = self.read("{CLIENT: java}", "| Server | **Client**<sup>1</sup> | Notes |")
        assert names(table)[1] == ("java",)

    def test_an_empty_header_can_be_named(self) -> None:
        text = page("|  | Client |", 'compat:\n  columns: {"": server}')
        assert names(the_table(text)) == [("server",), ("client",)]
        assert findings(text) == ()

    def test_twice_the_same(self) -> None:
        text, start, _ = marked(
            page("| Server | «Client» |", "compat:\n  columns: {Client: [java, java]}")
        )
        finding = only_finding(text)
        assert finding.code == "CMP105"
        assert "names 'java' twice" in finding.message
        assert (finding.place.line, finding.place.column) == start
        assert names(the_table(text))[1] == ("java",)

    def test_of_one_table(self) -> None:
        front_matter = "compat:\n  tables: {product: {columns: {Client: java}}}"
        assert names(the_table(page(self.HEADER, front_matter)))[1] == ("java",)

    def test_a_declared_column_takes_part_whatever_it_holds(self) -> None:
        text = page("| Server | Client |", "compat:\n  columns: {Client: java}", "| 1.0 | soon |")
        text += "| 1.1 | later |\n| 1.2 | 3.0 |\n"
        assert rows(the_table(text)) == [["1.0", "soon"], ["1.1", "later"], ["1.2", "3.0"]]
        assert [finding.code for finding in findings(text)] == ["CMP101", "CMP101"]


def test_names_and_aliases_are_recognised() -> None:
    front_matter = (
        "compat:\n  components:\n    main: {name: Octopus Server, aliases: [Server, Host]}"
    )
    for header in ("main", "Octopus Server", "octopus server", "SERVER", "Host"):
        assert the_table(page(f"| {header} | Client |", front_matter)).subject == "main"


def test_columns_without_versions_take_no_part() -> None:
    text = page("| Server | Client | Remarks |", row="| 1.0 | 2.0 | the first one |")
    assert names(the_table(text)) == [("server",), ("client",)]
    assert findings(text) == ()


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("| Server | Released |", "| 1.0 | 2024-05-01 |"),
        ("| Server | End of life |", "| 1.0 | 2024/5/1 |"),
        ("| Server | Start |", "| 1.0 | May 7, 2025 |"),
        ("| Server | Start |", "| 1.0 | 7 May 2025 |"),
        ("| Server | Start |", "| 1.0 | June 2025 |"),
        ("| Release date | Server |", "| December 3, 2024 | 1.0 |"),
    ],
)
def test_dates_are_no_versions(header: str, row: str) -> None:
    (finding,) = findings(page(header, row=row))
    assert finding.code == "CMP111"


@pytest.mark.parametrize("header", ["API version", "Version", "Stripe API"])
def test_days_are_versions_where_the_header_says_so(header: str) -> None:
    table = the_table(page(f"| {header} | SDK |", row="| 2024-05-01 | 1.0 |"))
    assert rows(table) == [["2024-05-01", "1.0"]]


@pytest.mark.parametrize(
    "header",
    ["Minimum", "First client version", "Latest client", "Recommended client"],
)
class TestOneEndOfARange:
    """A lone minimum, taken for the only version that works, would give wrong answers."""

    def test_is_not_read(self, header: str) -> None:
        text, start, _ = marked(page(f"| Server | «{header}» | Agent |"))
        finding = only_finding(text)
        assert finding.code == "CMP104"
        assert f"the header '{header}' seems to give one end of a range" in finding.message
        assert (finding.place.line, finding.place.column) == start
        assert names(the_table(text)) == [("server",), ("agent",)]

    def test_is_said_even_where_nothing_else_is_left(self, header: str) -> None:
        assert only_finding(page(f"| Server | {header} |")).code == "CMP104"

    def test_can_be_declared(self, header: str) -> None:
        text = page(f"| Server | {header} |", f"compat:\n  columns: {{'{header}': client}}")
        assert findings(text) == ()
        assert names(the_table(text)) == [("server",), ("client",)]


def test_versions_across_are_not_components() -> None:
    text, start, end = marked(page("| Server | «v1.2.x» | Agent |"))
    finding = only_finding(text)
    assert finding.code == "CMP104"
    assert "the header 'v1.2.x' is a version and names no component" in finding.message
    assert (finding.place.line, finding.place.column) == start
    assert (finding.place.end_line, finding.place.end_column) == end
    assert names(the_table(text)) == [("server",), ("agent",)]


def test_icons_are_no_part_of_names() -> None:
    text = page("| :material-server: Server | MySQL :octicons-link-external-16: |")
    (product,) = analysis_of(text).site.products
    assert [(item.id, item.name) for item in product.components] == [
        ("server", "Server"),
        ("mysql", "MySQL"),
    ]


def test_an_empty_first_header_is_the_page() -> None:
    text, start, _ = marked(page("|«»  | Client |"))
    finding = only_finding(text)
    assert finding.code == "CMP104"
    assert "taken to be 'Product'" in finding.message
    assert finding.place.line == start[0]
    assert the_table(text).subject == "product"


def test_another_empty_header_is_not_read() -> None:
    text = page("| Server | Client |  |")
    finding = only_finding(text)
    assert finding.code == "CMP104"
    assert "header 3 names no component" in finding.message
    assert names(the_table(text)) == [("server",), ("client",)]


def test_two_headers_for_one_component() -> None:
    text, start, end = marked(page("| Server | Client | «client» |"))
    finding = only_finding(text)
    assert finding.code == "CMP105"
    assert "column 2 ('Client') names already" in finding.message
    assert (finding.place.line, finding.place.column) == start
    assert (finding.place.end_line, finding.place.end_column) == end
    assert names(the_table(text)) == [("server",), ("client",)]


class TestSubject:
    def test_in_another_column(self) -> None:
        text = page("| Kubernetes | Operator |", "compat: {subject: operator}", "| 1.29 | 0.4 |")
        table = the_table(text)
        assert (table.subject, table.components) == ("operator", ("kubernetes",))
        assert rows(table) == [["0.4", "1.29"]]

    def test_behind_a_column_without_versions(self) -> None:
        text = page("| Status | Server | Client |", "compat: {subject: server}", "| old | 1 | 2 |")
        assert rows(the_table(text)) == [["1", "2"]]

    def test_of_one_table(self) -> None:
        front_matter = "compat:\n  tables: {product: {subject: client}}"
        assert the_table(page("| Server | Client |", front_matter)).subject == "client"

    def test_by_its_id_where_the_header_is_an_alias(self) -> None:
        front_matter = "compat:\n  subject: op\n  components: {op: {aliases: Operator}}"
        assert the_table(page("| Kubernetes | Operator |", front_matter)).subject == "op"


def test_pages_of_one_product_share_components() -> None:
    text = (
        page("| Server | Client |") + "\n## More\n\n| SERVER | Agent |\n|---|---|\n| 2.0 | 3.0 |\n"
    )
    first, second = tables(analysis_of(text))
    assert first.subject == second.subject == "server"


def test_what_is_left_of_a_header_may_be_no_name() -> None:
    text = page("| Server | Client | Tested, but not supported |")
    assert names(the_table(text)) == [("server",), ("client",)]


@pytest.mark.parametrize(
    "header",
    [
        "Removes support for Kubernetes",
        "End of support",
        "Deprecated client",
        "Incompatible clients",
        "Not compatible with",
    ],
)
def test_versions_that_do_not_work_are_no_column_of_compatible_ones(header: str) -> None:
    text = page(f"| Server | {header} | Agent |")
    assert names(the_table(text)) == [("server",), ("agent",)]
    finding = only_finding(text)
    assert (finding.code, "do not work, or no longer" in finding.message) == ("CMP104", True)


@pytest.mark.parametrize(
    "header",
    [
        "Docs link",
        "Documentation",
        "Directory",
        "Branch",
        "Release Notes",
        "Year",
        "Memory (Bytes)",
    ],
)
def test_where_something_lies_is_no_component(header: str) -> None:
    text = page(f"| Server | Client | {header} |", row="| 1.0 | 2.0 | release-1.0 |")
    assert names(the_table(text)) == [("server",), ("client",)]
    assert findings(text) == ()


def test_branches_stand_for_releases_where_nothing_else_does() -> None:
    row = "| 1.0 | release-2.0 |"
    assert names(the_table(page("| Server | Client branch |", row=row)))[1] == ("client",)
    text = page("| Branch | Client |", row="| release-1.0 | 2.0 |")
    assert names(the_table(text)) == [("product",), ("client",)]


@pytest.mark.parametrize(
    "header",
    ["Client version(s)", "Valid Client Version", "Your client", "Supporting Client version(s)"],
)
def test_more_words_around_names(header: str) -> None:
    assert names(the_table(page(f"| Server | {header} |")))[1] == ("client",)


def test_the_newest_release_is_of_what_the_cells_name() -> None:
    text = page(
        "| Latest stable release | Client |", row="| Agent v4.8.0 | 2.0 |\n| Agent v4.7.0 | 1.0 |"
    )
    assert names(the_table(text)) == [("agent",), ("client",)]
    assert findings(text) == ()


def test_what_is_suggested_is_one_of_several() -> None:
    text = page("| Server | Suggested client version | Agent |")
    assert names(the_table(text)) == [("server",), ("agent",)]
    assert [finding.code for finding in findings(text)] == ["CMP104"]


@pytest.mark.parametrize(
    "header",
    [
        "Supported Client | Tested with Client",
        "Client | Tested, but not supported",
        "Supported Client | Recommended Client",
    ],
)
def test_what_an_unread_column_lists_is_not_excluded_by_its_neighbour(header: str) -> None:
    text = f"---\ncompat: true\n---\n\n| Server | {header} |\n| --- | --- | --- |\n"
    text += "| 1.0 | 2.0, 2.1 | 2.2 |\n| 1.1 | 2.1, 2.2 | 2.3 |\n"
    assert "its column is not read" in str(findings(text)) or "not read from here" in str(
        findings(text)
    )
    assert verdict(text, server="1.0.3", client="2.1") is Verdict.COMPATIBLE
    assert verdict(text, server="1.0.3", client="2.2.4") is Verdict.UNSTATED
    assert verdict(text, server="1.0.3", client="2.3") is Verdict.INCOMPATIBLE
    assert verdict(text, server="1.1.0", client="2.0") is Verdict.INCOMPATIBLE


def test_an_unread_column_of_another_component_changes_nothing() -> None:
    text = "---\ncompat: true\n---\n\n| Server | Client | Java | Tested with Java |\n"
    text += "| --- | --- | --- | --- |\n| 1.0 | 11 | 8 | 17 |\n| 1.1 | 12 | 11 | 21 |\n"
    assert verdict(text, server="1.0", client="17") is Verdict.INCOMPATIBLE
    assert verdict(text, server="1.0", java="17") is Verdict.UNSTATED


def test_a_column_of_what_fails_leaves_nothing_open() -> None:
    text = "---\ncompat: true\n---\n\n| Server | Client | Unsupported Client |\n"
    text += "| --- | --- | --- |\n| 1.0 | 2.0, 2.1 | 2.2 |\n| 1.1 | 2.1, 2.2 | 2.0 |\n"
    assert verdict(text, server="1.0.3", client="2.2") is Verdict.INCOMPATIBLE
