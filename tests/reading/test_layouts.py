"""Tables laid out in other ways than rows of a subject, recognised or declared."""

from __future__ import annotations

import pytest

from mkdocs_compat.model.table import Table
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.reasoning.compatibility import Compatibility
from tests.reading.reader import analysis_of, findings


def page(table: str, front_matter: str = "compat: true", after: str = "") -> str:
    return f"---\n{front_matter}\n---\n\n# Server\n\n{table.strip()}\n\n{after}\n"


def tables(text: str) -> list[Table]:
    return [table for _, table in analysis_of(text).site.tables()]


def verdict(text: str, **asked: str) -> Verdict:
    """Ask a page of one product; underscores stand for hyphens."""
    (product,) = analysis_of(text).site.products
    question = {id_.replace("_", "-"): [version] for id_, version in asked.items()}
    found = Compatibility(product).ask(question).verdict
    assert found is not None
    return found


MATRIX = """
| Server \\\\ Client | 4.0 | 4.1 | 4.2 |
| --- | --- | --- | --- |
| 4.0 | ✓ | ✗ | |
| 4.1 | yes | ✅ | :x: |
"""


class TestMatrix:
    def test_is_recognised_and_named_by_its_corner(self) -> None:
        (table,) = tables(page(MATRIX))
        assert table.layout == "matrix"
        assert (table.subject, set(table.components)) == ("server", {"client"})
        assert not table.closed

    @pytest.mark.parametrize(
        ("server", "client", "expected"),
        [
            ("4.0.3", "4.0", Verdict.COMPATIBLE),
            ("4.0", "4.1", Verdict.INCOMPATIBLE),
            ("4.0", "4.2", Verdict.UNSTATED),
            ("4.1", "4.1.7", Verdict.COMPATIBLE),
            ("4.1", "4.2", Verdict.INCOMPATIBLE),
            ("4.1", "4.3", Verdict.UNSTATED),
            ("4.2", "4.1", Verdict.UNSTATED),
        ],
    )
    def test_answers(self, server: str, client: str, expected: Verdict) -> None:
        assert verdict(page(MATRIX), server=server, client=client) is expected

    def test_a_blank_cell_means_what_is_said(self) -> None:
        text = page(MATRIX, "compat: {blank: untested}")
        assert findings(text) == ()
        assert verdict(text, server="4.0", client="4.2") is Verdict.UNTESTED

    def test_components_may_stand_in_headers_and_cells(self) -> None:
        table = "| | Kubernetes 1.29 | Kubernetes 1.30 |\n|---|---|---|\n| Agent v1.2 | ✓ | ✗ |"
        text = page(table)
        (found,) = tables(text)
        assert (found.subject, set(found.components)) == ("agent", {"kubernetes"})
        assert verdict(text, agent="1.2.1", kubernetes="1.30") is Verdict.INCOMPATIBLE

    def test_each_header_may_name_a_component_of_its_own(self) -> None:
        text = page(
            "| Server | Alma 8 | Alma 9 | Rocky 9 |\n|---|---|---|---|\n| 1.0 | ✗ | ✓ | ✓ |"
        )
        assert verdict(text, server="1.0", alma="8") is Verdict.INCOMPATIBLE
        assert verdict(text, server="1.0", rocky="9") is Verdict.COMPATIBLE

    def test_bare_versions_across_need_a_name(self) -> None:
        bare = "| Server | 4.0 | 4.1 |\n|---|---|---|\n| 4.0 | ✓ | ✗ |"
        (finding,) = findings(page(bare))
        assert finding.code == "CMP104"
        assert "nothing says of which component" in finding.message
        text = page(bare, "compat: {across: client}")
        assert verdict(text, server="4.0", client="4.1") is Verdict.INCOMPATIBLE

    def test_a_released_between_headers_is_not_answered(self) -> None:
        text = page("| Server \\\\ Client | 4.0.1 | 4.0.9 |\n|---|---|---|\n| 1.0 | ✓ | ✓ |")
        assert verdict(text, server="1.0", client="4.0.5") is Verdict.UNSTATED

    def test_a_narrower_header_speaks_for_itself(self) -> None:
        text = page("| Server \\\\ Client | 4.x | 4.2 |\n|---|---|---|\n| 1.0 | ✓ | ✗ |")
        assert verdict(text, server="1.0", client="4.2.1") is Verdict.INCOMPATIBLE
        assert verdict(text, server="1.0", client="4.1") is Verdict.COMPATIBLE

    def test_rows_that_disagree_are_a_conflict(self) -> None:
        text = page("| Server \\\\ Client | 4.0 |\n|---|---|\n| 1.0 | ✓ |\n| 1.0 | ✗ |")
        assert [each.code for each in findings(text)] == ["CMP201"]
        assert verdict(text, server="1.0", client="4.0") is Verdict.CONFLICTING


class TestNamesInMatrices:
    def test_rows_that_name_their_component_leave_the_corner_to_the_other(self) -> None:
        text = page(
            "| Client | ≤ 1.2 | >= 1.3 |\n|---|---|---|\n"
            "| Server <= 4.0 | ✓ | ✗ |\n| Server 4.1 and 4.2 | ✓ | ✓ |"
        )
        assert verdict(text, server="4.0", client="1.2.9") is Verdict.COMPATIBLE
        assert verdict(text, server="3.9", client="1.3") is Verdict.INCOMPATIBLE
        assert verdict(text, server="4.2", client="1.3") is Verdict.COMPATIBLE

    def test_not_all_rows_name_it(self) -> None:
        text = page(
            "| Feature | 1.0 | 1.1 |\n|---|---|---|\n| TLS 1.2 | ✓ | ✓ |\n| Cookies | ✗ | ✓ |"
        )
        assert tables(text) == []

    def test_rows_about_several_components_are_not_read(self) -> None:
        table = "| Browser | 1.x | 2.x |\n|---|---|---|\n| Chrome 80+ | ✓ | ✓ |\n| IE 11 | ✓ | ✗ |"
        text = page(table, "compat: {across: server}")
        assert tables(text) == []
        (finding,) = findings(text)
        assert (finding.code, "Chrome, IE" in finding.message) == ("CMP104", True)

    def test_versions_may_stand_in_parentheses_behind_the_name(self) -> None:
        text = page(
            "| | Client 1.2 | Client 1.3 |\n|---|---|---|\n| SRV (v4.0.x) | ✓ | ✗ |\n"
            "| SRV (v4.1.x) | ✗ | ✓ |"
        )
        assert verdict(text, srv="4.0.3", client="1.2") is Verdict.COMPATIBLE
        assert verdict(text, srv="4.1", client="1.2") is Verdict.INCOMPATIBLE

    def test_an_api_and_the_release_that_has_it_are_two_names_of_one(self) -> None:
        text = page(
            "| | Client v1alpha4 (v0.4) | Client v1beta1 (v1.x) |\n|---|---|---|\n"
            "| Server v1alpha4 (v0.7) | ✓ | ✗ |\n| Server v1beta1 (v1.0, main) | ✗ | ✓ |"
        )
        assert verdict(text, server="0.7.2", client="0.4.8") is Verdict.COMPATIBLE
        assert verdict(text, server="0.7.2", client="1.3.0") is Verdict.INCOMPATIBLE
        assert verdict(text, server="v1beta1", client="1.3.0") is Verdict.COMPATIBLE

    def test_releases_that_share_an_api_are_told_apart_by_their_versions(self) -> None:
        text = page(
            "| Server | Client |\n|---|---|\n| v1beta2 (v1.2) | 2.1 |\n| v1beta2 (v1.1) | 2.0 |"
        )
        assert verdict(text, server="1.2.0", client="2.1.0") is Verdict.COMPATIBLE
        assert verdict(text, server="1.1.0", client="2.1.0") is Verdict.INCOMPATIBLE
        assert findings(text, "CMP2") == ()

    def test_what_is_said_of_a_line_behind_a_comma_is_no_version(self) -> None:
        text = page(MATRIX.replace("| 4.2 |", "| 4.2, _Maintenance Mode_ |", 1))
        assert verdict(text, server="4.1", client="4.2.1") is Verdict.INCOMPATIBLE


class TestMarks:
    @staticmethod
    def text(mark: str, after: str = "", front_matter: str = "compat: true") -> str:
        table = f"| Server \\\\ Client | 4.0 | 4.1 |\n|---|---|---|\n| 4.0 | {mark} | ✓ |"
        return page(table, front_matter, after)

    @pytest.mark.parametrize(
        ("mark", "expected"),
        [
            ("✔️", Verdict.COMPATIBLE),
            ("**Full support**", Verdict.COMPATIBLE),
            ("Partial support", Verdict.PARTIAL),
            ("not supported", Verdict.INCOMPATIBLE),
            ("❌ Not compatible", Verdict.INCOMPATIBLE),
            ("x", Verdict.INCOMPATIBLE),
            ("not tested", Verdict.UNTESTED),
            ("✓ (read only)", Verdict.PARTIAL),
            ("☓", Verdict.INCOMPATIBLE),
            ("✕", Verdict.INCOMPATIBLE),
            ("&cross;", Verdict.INCOMPATIBLE),
            ("-", Verdict.UNSTATED),
            (":question:", Verdict.UNSTATED),
            ("n/a", Verdict.UNSTATED),
        ],
    )
    def test_meanings(self, mark: str, expected: Verdict) -> None:
        assert verdict(self.text(mark), server="4.0", client="4.0") is expected

    @pytest.mark.parametrize("mark", ["+", "=", "●", "o", "⚡", "✅ not supported"])
    def test_what_is_not_known_is_reported_and_not_answered(self, mark: str) -> None:
        (finding,) = findings(self.text(mark))
        assert finding.code == "CMP101"
        assert f"the mark '{mark}'" in finding.message
        assert verdict(self.text(mark), server="4.0", client="4.0") is Verdict.UNSTATED

    @pytest.mark.parametrize(
        ("legend", "expected"),
        [
            ("`+` works, but without some features", Verdict.PARTIAL),
            ("* `+` not supported", Verdict.INCOMPATIBLE),
            ("Marks:\n\n- `+`: fully supported\n- `✓`: recommended", Verdict.COMPATIBLE),
            ("`+` = untested", Verdict.UNTESTED),
            ("`+` compatible with restrictions", Verdict.PARTIAL),
            ("`+` supported, with known issues", Verdict.PARTIAL),
            ("Key:\n* `✓` works\n* `+` not supported", Verdict.INCOMPATIBLE),
            ("Key:\n- ✓ works\n- + has objects that the server cannot use", Verdict.PARTIAL),
        ],
    )
    def test_a_legend_explains_them(self, legend: str, expected: Verdict) -> None:
        assert verdict(self.text("+", legend), server="4.0", client="4.0") is expected

    @pytest.mark.parametrize("mark", ["+", "-", "*"])
    def test_bullets_explain_nothing(self, mark: str) -> None:
        """Without a blank line above it, a list is shown as a paragraph."""
        text = self.text(mark, f"It has:\n{mark} full support of clients\n{mark} tested parts")
        assert verdict(text, server="4.0", client="4.0") is Verdict.UNSTATED

    def test_a_bullet_alone_explains_nothing(self) -> None:
        text = self.text("-", "Please note:\n- supported since May")
        assert verdict(text, server="4.0", client="4.0") is Verdict.UNSTATED

    def test_a_legend_that_says_both_explains_nothing(self) -> None:
        text = self.text("+", "+ limited, or not supported")
        assert verdict(text, server="4.0", client="4.0") is Verdict.UNSTATED

    def test_the_author_has_the_last_word(self) -> None:
        text = self.text("+", "+ not supported", 'compat: {marks: {"+": compatible}}')
        assert verdict(text, server="4.0", client="4.0") is Verdict.COMPATIBLE

    @pytest.mark.parametrize(
        ("picture", "expected"),
        [
            ("![yes](mark.png)", Verdict.COMPATIBLE),
            ('![mark](mark.png "not supported")', Verdict.INCOMPATIBLE),
            ('<img src="mark.png" alt="✗">', Verdict.INCOMPATIBLE),
            ("[![✓](mark.png)](ci.html)", Verdict.COMPATIBLE),
        ],
    )
    def test_pictures_say_what_stands_for_them(self, picture: str, expected: Verdict) -> None:
        assert verdict(self.text(picture), server="4.0", client="4.0") is expected

    @pytest.mark.parametrize("picture", ['<img src="mark.png">', "![](mark.png)"])
    def test_a_picture_without_words_is_no_blank_cell(self, picture: str) -> None:
        text = self.text(picture, front_matter="compat: {blank: compatible}")
        assert verdict(text, server="4.0", client="4.0") is Verdict.UNSTATED
        assert [finding.code for finding in findings(text)] == ["CMP101"]

    def test_footnotes_go_with_the_mark(self) -> None:
        (table,) = tables(self.text("OK*", "\\* Only on Linux."))
        assert table.rows[0].cells[0].notes == ("Only on Linux.",)

    def test_a_lone_x_is_neither(self) -> None:
        text = page("| Server \\\\ Client | 4.0 | 4.1 |\n|---|---|---|\n| 4.0 | x | |")
        assert tables(text) == []


class TestEnds:
    def test_make_one_range(self) -> None:
        text = page(
            "| Server | Minimum client | Maximum client |\n|---|---|---|\n| 1.0 | 2.1 | 3.4 |"
        )
        (table,) = tables(text)
        assert table.components == ("client",)
        for client, expected in (("2.0.9", False), ("2.1", True), ("3.4.9", True), ("3.5", False)):
            found = verdict(text, server="1.0", client=client)
            assert (found is Verdict.COMPATIBLE) is expected

    def test_a_lone_minimum_has_no_upper_end(self) -> None:
        text = page("| Server | Minimum client |\n|---|---|\n| 1.0 | 2.1 |")
        assert verdict(text, server="1.0", client="9") is Verdict.COMPATIBLE
        assert verdict(text, server="1.0", client="2.0") is Verdict.INCOMPATIBLE

    @pytest.mark.parametrize(
        ("low", "high", "inside", "outside"),
        [
            ("25.2", "26.4+", ("25.2", "25.9", "27.0"), ("25.1",)),
            ("25.2", "26.4 or later", ("25.9", "27.0"), ("25.1",)),
            ("25.2", "< 26.4", ("25.9", "26.3"), ("25.1", "26.4")),
            (">= 25.2", "26.4", ("25.9", "26.4.1"), ("25.1", "26.5")),
            ("25.2+", "26.4+", ("25.9", "27.0"), ("25.1",)),
        ],
    )
    def test_may_be_bounds(
        self, low: str, high: str, inside: tuple[str, ...], outside: tuple[str, ...]
    ) -> None:
        text = page(
            f"| Server | Client min | Client max |\n|---|---|---|\n| 1.0 | {low} | {high} |\n"
            f"| 0.9 | 1.0 | 2.0 |"
        )
        for client in inside:
            assert verdict(text, server="1.0", client=client) is Verdict.COMPATIBLE, client
        for client in outside:
            assert verdict(text, server="1.0", client=client) is Verdict.INCOMPATIBLE, client

    def test_an_end_that_is_several_versions_is_not_answered_from(self) -> None:
        text = page(
            "| Server | Client min | Client max |\n|---|---|---|\n| 1.0 | 2.0 | 3.0, 4.0 |\n"
            "| 0.9 | 1.0 | 2.0 |"
        )
        assert verdict(text, server="1.0", client="2.5") is Verdict.UNSTATED

    def test_several_minima_are_those_of_branches(self) -> None:
        text = page("| Server | Minimum client |\n|---|---|\n| 1.0 | 1.7.24, 2.0.4 and 2.1.0 |")
        answers = {"1.7.23": False, "1.7.30": True, "2.0.3": False, "2.0.9": True, "2.4": True}
        for client, expected in answers.items():
            found = verdict(text, server="1.0", client=client)
            assert found is (Verdict.COMPATIBLE if expected else Verdict.INCOMPATIBLE), client

    def test_a_remark_is_no_part_of_an_end(self) -> None:
        text = page("| Server | Minimum client |\n|---|---|\n| 1.0 | 2.1 (API 26) |")
        assert verdict(text, server="1.0", client="9") is Verdict.COMPATIBLE

    @pytest.mark.parametrize("cell", ["2.1+", ">= 2.1", "2.1 or later"])
    def test_what_is_a_range_stays_one(self, cell: str) -> None:
        text = page(f"| Server | Minimum client |\n|---|---|\n| 1.0 | {cell} |")
        assert verdict(text, server="1.0", client="9") is Verdict.COMPATIBLE
        assert verdict(text, server="1.0", client="2.0") is Verdict.INCOMPATIBLE

    def test_first_and_last_belong_together(self) -> None:
        text = page("| Server | First client | Last client |\n|---|---|---|\n| 1.0 | 2.1 | |")
        assert verdict(text, server="1.0", client="9") is Verdict.COMPATIBLE

    def test_are_declared_where_headers_do_not_tell(self) -> None:
        ends = ("{component: client, as: from}", "{component: client, as: to}")
        said = f"compat: {{columns: {{A: {ends[0]}, B: {ends[1]}}}}}"
        text = page("| Server | A | B |\n|---|---|---|\n| 1.0 | 2.1 | 3.4 |", said)
        assert verdict(text, server="1.0", client="3.5") is Verdict.INCOMPATIBLE

    def test_an_end_that_is_mostly_open_is_an_end_all_the_same(self) -> None:
        text = page(
            "| Server | Min Host Version | Max Host Version |\n|---|---|---|\n"
            "| 1.0 | 1.16 | 1.18 |\n| 2.0 | 1.22 | - |\n| 3.0 | 1.30 | - |\n| 4.0 | 1.31 | - |"
        )
        assert verdict(text, server="1.0", host="1.18") is Verdict.COMPATIBLE
        assert verdict(text, server="1.0", host="1.19") is Verdict.INCOMPATIBLE
        assert verdict(text, server="2.0", host="1.99") is Verdict.COMPATIBLE

    @pytest.mark.parametrize("last", ["Final", "Last", "Latest"])
    def test_the_last_one_beside_a_minimum_is_an_end(self, last: str) -> None:
        text = page(
            f"| Server | Minimum supported rules version | {last} supported rules version |\n"
            "|---|---|---|\n| 9.x | 2.* | current |\n| 7.x | 2.* | 4.* |\n| 4.x | 0.30.0 | 0.32.0 |"
        )
        assert verdict(text, server="7.1", rules="4.9") is Verdict.COMPATIBLE
        assert verdict(text, server="7.1", rules="5.0") is Verdict.INCOMPATIBLE
        assert verdict(text, server="9.0", rules="5.0") is Verdict.COMPATIBLE

    def test_three_dashes_are_no_end(self) -> None:
        text = page(
            "| Server | Min Host Version |\n|---|---|\n| 1.0 | --- |\n| 2.0 | 1.22 |",
            "compat: {blank: untested}",
        )
        assert findings(text) == ()
        assert verdict(text, server="1.0", host="1.0") is Verdict.UNTESTED

    def test_the_latest_of_another_component_is_none(self) -> None:
        text = page(
            "| Server | Minimum Node version | Latest plugin version |\n|---|---|---|\n"
            "| 1.0 | 18 | 2.0 |\n| 2.0 | 20 | 3.0 |"
        )
        (table,) = tables(text)
        assert table.components == ("node",)
        assert [finding.code for finding in findings(text)] == ["CMP104"]

    def test_an_abbreviated_word_has_its_full_stop(self) -> None:
        text = page("| Server | Min. .NET Version |\n|---|---|\n| 1.0 | 6.0 |\n| 2.0 | 8.0 |")
        (product,) = analysis_of(text).site.products
        assert [component.name for component in product.components] == ["Server", ".NET"]


class TestWorth:
    """A column of marks beside versions."""

    @staticmethod
    def text(header: str, *marks: str, front_matter: str = "compat: true") -> str:
        first, second = marks
        rows = (f"| 1.0 | 2.0 | {first} |", f"| 1.1 | 2.1 | {second} |")
        table = f"| Server | Client | {header} |\n|---|---|---|\n" + "\n".join(rows)
        return page(table, front_matter)

    @pytest.mark.parametrize("header", ["Compatible", "Compatible?", "Works", "Compatibility"])
    def test_says_whether_rows_work(self, header: str) -> None:
        text = self.text(header, "✅", "❌")
        assert verdict(text, server="1.0", client="2.0") is Verdict.COMPATIBLE
        assert verdict(text, server="1.1", client="2.1") is Verdict.INCOMPATIBLE
        assert findings(text) == ()

    def test_says_so_where_it_differs_for_one_version(self) -> None:
        text = page(
            "| Server | Client | Status |\n|---|---|---|\n| 1.0 | 2.0 | Supported |\n"
            "| 1.0 | 3.0 | Not supported |\n| 2.0 | 3.0 | Untested |"
        )
        assert verdict(text, server="1.0", client="2.0") is Verdict.COMPATIBLE
        assert verdict(text, server="1.0", client="3.0") is Verdict.INCOMPATIBLE
        assert verdict(text, server="2.0", client="3.0") is Verdict.UNTESTED

    @pytest.mark.parametrize("header", ["Supported", "Status", "Support status"])
    def test_may_be_about_the_life_of_the_version(self, header: str) -> None:
        text = self.text(header, "yes", "no")
        assert verdict(text, server="1.0", client="2.0") is Verdict.COMPATIBLE
        assert verdict(text, server="1.1", client="2.1") is Verdict.UNSTATED
        (finding,) = findings(text)
        assert (finding.code, "not read" in finding.message) == ("CMP104", True)

    def test_is_read_as_it_is_declared(self) -> None:
        said = "compat: {columns: {Supported: {as: mark}}}"
        text = self.text("Supported", "yes", "no", front_matter=said)
        assert verdict(text, server="1.1", client="2.1") is Verdict.INCOMPATIBLE
        said = "compat: {columns: {Supported: false}}"
        text = self.text("Supported", "yes", "no", front_matter=said)
        assert verdict(text, server="1.1", client="2.1") is Verdict.COMPATIBLE

    def test_a_day_on_which_lives_end_is_about_them(self) -> None:
        text = page(
            "| Server | Client | Supported | End of life |\n|---|---|---|---|\n"
            "| 1.0 | 2.0 | yes | |\n| 0.9 | 1.9 | no | 2023-05-01 |"
        )
        assert verdict(text, server="0.9", client="1.9") is Verdict.COMPATIBLE

    @pytest.mark.parametrize(
        "mark", ["End of life", "EOL", "deprecated", "Maintenance", "unsupported"]
    )
    def test_the_end_of_a_life_is_no_verdict(self, mark: str) -> None:
        text = self.text("Status", "Supported", mark)
        assert verdict(text, server="1.1", client="2.1") is Verdict.COMPATIBLE
        assert findings(text) == ()


class TestTransposed:
    TABLE = (
        "| | Server 1.0 | Server 1.1 |\n|---|---|---|\n| Client | 4.0 | 4.1+ |\n| Agent | 2 | 3 |"
    )

    def test_is_recognised(self) -> None:
        (table,) = tables(page(self.TABLE))
        assert (table.layout, table.subject) == ("transposed", "server")
        assert table.components == ("client", "agent")

    def test_answers_with_the_place_of_the_cell(self) -> None:
        text = page(self.TABLE)
        assert verdict(text, server="1.1", client="4.0") is Verdict.INCOMPATIBLE
        (table,) = tables(text)
        assert (table.rows[1].cells[0].place.line, table.rows[1].cells[0].place.column) == (9, 18)

    @pytest.mark.parametrize("ditto", ['"', "same as above", "〃"])
    def test_a_ditto_is_not_taken_from_another_component(self, ditto: str) -> None:
        text = page(self.TABLE.replace("| 2 |", f"| {ditto} |"))
        assert verdict(text, server="1.0", agent="4.0") is Verdict.UNSTATED
        assert verdict(text, server="1.0", client="4.0") is Verdict.COMPATIBLE
        assert findings(text, "CMP101")

    def test_one_row_is_enough_below_names_and_versions(self) -> None:
        text = page("| Server | 1.30 | 1.31 |\n|---|---|---|\n| client | >= 0.37 | >= 1.0.5 |")
        (table,) = tables(text)
        assert table.layout == "transposed"
        assert verdict(text, server="1.31", client="1.0.4") is Verdict.INCOMPATIBLE
        assert verdict(text, server="1.30", client="1.0.4") is Verdict.COMPATIBLE

    def test_the_latest_of_each_line_is_not_what_works_with_it(self) -> None:
        text = page(
            "| Chart | Latest 8 version | Latest 7 version |\n|---|---|---|\n"
            "| Server | 8.5.1 | 7.17.3 |\n| Client | 8.5.1 | 7.17.3 |"
        )
        assert tables(text) == []


class TestLong:
    TABLE = """
| Component | From | To | Status | Notes |
| --- | --- | --- | --- | --- |
| Client | 4.0 | 4.2 | supported | |
| Client | 4.3 | | not supported | Removed. |
| Agent | 1.0 | 1.9 | untested | |
"""

    def test_answers_for_each_component(self) -> None:
        text = page(self.TABLE)
        assert {table.layout for table in tables(text)} == {"long"}
        assert verdict(text, server="1.0", client="4.1") is Verdict.COMPATIBLE
        assert verdict(text, server="1.0", client="5.0") is Verdict.INCOMPATIBLE
        assert verdict(text, server="1.0", agent="1.5") is Verdict.UNTESTED
        assert verdict(text, server="1.0", agent="2.5") is Verdict.UNSTATED

    def test_its_notes_go_with_the_row(self) -> None:
        client, _ = tables(page(self.TABLE))
        assert client.rows[1].cells[0].notes == ("Removed.",)


def test_a_status_that_tells_of_maintenance_is_no_worth() -> None:
    table = "| Component | Status | Version |\n|---|---|---|\n| API | Stable | 1.0 |"
    assert tables(page(table)) == []


class TestReleases:
    TABLE = """
| Version | Released | End of life |
| --- | --- | --- |
| 1.0.0 | January 21, 2019 | 2020-01-21 |
| 1.0.1 | 2 Mar 2019 | - |

| Version | Client |
| --- | --- |
| 1.0 | 2.0 |
"""

    def test_feed_the_releases_of_the_subject(self) -> None:
        (product,) = analysis_of(page(self.TABLE)).site.products
        releases = product.component("server").releases
        assert [(each.version.text, each.date, each.end_of_life) for each in releases] == [
            ("1.0.0", "2019-01-21", "2020-01-21"),
            ("1.0.1", "2019-03-02", None),
        ]

    def test_releases_to_come_are_not_all_there_are(self) -> None:
        text = page(self.TABLE.replace("| 1.0 | 2.0 |", "| 1.0 | 2.0 |\n| 0.9 | 1.0 |"))
        (product,) = analysis_of(text).site.products
        assert product.component("server").releases == ()

    def test_lines_are_no_releases(self) -> None:
        text = page(self.TABLE.replace("1.0.0", "1.0").replace("1.0.1", "1.1"))
        (product,) = analysis_of(text).site.products
        assert product.component("server").releases == ()


class TestTidying:
    def test_headings_between_rows_are_left_out(self) -> None:
        text = page("| Server | Client |\n|---|---|\n| Old ones | |\n| 1.0 | 2.0 |")
        (table,) = tables(text)
        assert len(table.rows) == 1
        assert findings(text) == ()

    @pytest.mark.parametrize(
        "row",
        ["| ~~2.0~~ | ~~1.0~~ |", "| **~~2.0 (old)~~** | ~~1.0~~ |", "| <del>2.0</del> | - |"],
    )
    def test_rows_that_are_struck_out_say_nothing(self, row: str) -> None:
        text = page(f"| Server | Client |\n|---|---|\n| 2.1 | 1.1 |\n{row}\n{row}")
        assert findings(text) == ()
        assert verdict(text, server="2.0", client="1.0") is Verdict.UNSTATED

    def test_dittos_repeat_what_is_above(self) -> None:
        text = page(
            '| Server | Client |\n|---|---|\n| 1.0 | 2.0 |\n| 1.1 | " |\n| 1.2 | same as above |'
        )
        for server in ("1.0", "1.1", "1.2"):
            assert verdict(text, server=server, client="2.0") is Verdict.COMPATIBLE

    def test_arrows_up_are_dittos(self) -> None:
        text = page("| Server | Client |\n|---|---|\n| 1.0 | 2.0 |\n| 1.1 | ↾ |\n| 1.2 | ↑ |")
        assert findings(text) == ()
        assert verdict(text, server="1.2", client="2.0") is Verdict.COMPATIBLE

    def test_rows_of_dots_are_left_out(self) -> None:
        text = page("| Server | Client |\n|---|---|\n| 2.0 | 2.0 |\n| ... | … |\n| 1.0 | 1.0 |")
        (table,) = tables(text)
        assert len(table.rows) == 2
        assert findings(text) == ()

    def test_blanks_repeat_where_that_is_said(self) -> None:
        table = "| Server | Client |\n|---|---|\n| 1.0 | 2.0 |\n| 1.1 | |"
        assert verdict(page(table), server="1.1", client="2.0") is Verdict.UNSTATED
        text = page(table, "compat: {repeats: true}")
        assert findings(text) == ()
        assert verdict(text, server="1.1", client="2.0") is Verdict.COMPATIBLE

    def test_a_second_row_of_headers_is_joined(self) -> None:
        text = page("| Server | Client | |\n|---|---|---|\n| | min | max |\n| 1.0 | 2.1 | 3.4 |")
        assert verdict(text, server="1.0", client="3.5") is Verdict.INCOMPATIBLE
        assert verdict(text, server="1.0", client="3.0") is Verdict.COMPATIBLE


def test_an_open_table_says_nothing_of_the_rest() -> None:
    text = page("| Server | Client |\n|---|---|\n| 1.0 | 2.0 |", "compat: {closed: false}")
    assert verdict(text, server="1.0", client="2.0") is Verdict.COMPATIBLE
    assert verdict(text, server="1.0", client="2.1") is Verdict.UNSTATED


def test_a_column_of_marks_says_what_rows_are_worth() -> None:
    said = "compat: {columns: {Status: {as: mark}, Remarks: {as: note}}}"
    table = (
        "| Server | Client | Status | Remarks |\n|---|---|---|---|\n| 1.0 | 2.0 | partial | Slow. |"
    )
    text = page(table, said)
    assert findings(text) == ()
    assert verdict(text, server="1.0", client="2.0") is Verdict.PARTIAL
    (found,) = tables(text)
    assert found.rows[0].subject.notes == ("Slow.",)


def test_a_column_of_several_components_is_not_read() -> None:
    rows = "| 1.0 | GCC 8.2 |\n| 1.1 | GCC 7.3 |\n| 1.2 | Xcode 13.1 |"
    table = f"| Server | Compiler |\n|---|---|\n{rows}"
    assert tables(page(table)) == []


def test_release_names_stand_before_versions_of_one_line() -> None:
    table = "| Server | Storage |\n|---|---|\n| 1.0 | Squid 19.2 |\n| 1.1 | Tentacle 20.2 |"
    assert verdict(page(table), server="1.1", storage="20.2.1") is Verdict.COMPATIBLE


class TestHeadersOverHeaders:
    @pytest.mark.parametrize(
        "table",
        [
            "| Server | Client | |\n|---|---|---|\n| | min | max |\n| 1.0 | 2.1 | 3.4 |\n| 2 | 3 |",
            "| Version | |\n|---|---|\n| server | client |\n| 1.0 | 2.1 ➜ 3.4 |\n| 1.1 | 3 ➜ 4 |",
            "| No. | Version | |\n|---|---|---|\n| | Server | Client |\n| 1 | 1.0 | 2.1 ➜ 3.4 |",
        ],
    )
    def test_are_joined(self, table: str) -> None:
        text = page(table)
        if "No." in table:
            text = page(table, "compat: {subject: server}")
        assert verdict(text, server="1.0", client="3.4") is Verdict.COMPATIBLE
        assert verdict(text, server="1.0", client="3.5") is Verdict.INCOMPATIBLE

    def test_a_name_may_be_repeated_above_its_parts(self) -> None:
        text = page(
            "| Server | Client | Client |\n|---|---|---|\n| | min | max |\n"
            "| 1.0 | 1.0 | 1.9 |\n| 2.0 | 2.0 | |"
        )
        assert verdict(text, server="1.0", client="1.5") is Verdict.COMPATIBLE
        assert verdict(text, server="2.0", client="3.0") is Verdict.COMPATIBLE
        text = page(
            "| Server | Client | Client |\n|---|---|---|\n| | 1.0 | 2.0 |\n"
            "| 1.0 | ✓ | ✗ |\n| 2.0 | ✗ | ✓ |"
        )
        assert verdict(text, server="1.0", client="2.0") is Verdict.INCOMPATIBLE

    def test_versions_under_the_name_of_their_component(self) -> None:
        text = page(
            "| Server | Client | |\n|---|---|---|\n| | 2.0 | 2.1 |\n"
            "| 1.0 | ✓ | ✗ |\n| 1.1 | ✗ | ✓ |"
        )
        assert verdict(text, server="1.0", client="2.1") is Verdict.INCOMPATIBLE
        assert verdict(text, server="1.1", client="2.1") is Verdict.COMPATIBLE

    def test_a_row_of_words_is_no_header(self) -> None:
        text = page(
            "| Server | Client | |\n|---|---|---|\n| main | latest | none |\n| 1.0 | 2.0 | 3.0 |"
        )
        assert all(len(table.rows) == 2 for table in tables(text))


class TestSeveralComponentsInACell:
    TABLE = (
        "| Server | Requirements |\n|---|---|\n| 1.0 | Kubernetes 1.20, Helm 3 |\n"
        "| 1.1 | Kubernetes 1.21+<br>**Helm** 3.1 and 3.2 |"
    )
    SAID = "compat: {columns: {Requirements: [kubernetes, helm]}}"

    def test_are_not_read_as_one(self) -> None:
        (finding,) = findings(page(self.TABLE))
        assert finding.code == "CMP104"
        assert tables(page(self.TABLE)) == []

    def test_are_told_apart_where_they_are_declared(self) -> None:
        text = page(self.TABLE, self.SAID)
        assert findings(text) == ()
        assert verdict(text, server="1.0", kubernetes="1.20.3") is Verdict.COMPATIBLE
        assert verdict(text, server="1.0", kubernetes="3") is Verdict.INCOMPATIBLE
        assert verdict(text, server="1.1", helm="3.2") is Verdict.COMPATIBLE
        assert verdict(text, server="1.1", helm="3.0") is Verdict.INCOMPATIBLE

    def test_each_part_has_its_place(self) -> None:
        (table,) = tables(page(self.TABLE, self.SAID))
        assert [(cell.raw, cell.place.column) for cell in table.rows[0].cells] == [
            ("1.20", 20),
            ("3", 31),
        ]

    def test_a_list_in_a_cell(self) -> None:
        items = "<ul><li>Kubernetes: 1.20</li><li>Helm (the tool): 3</li></ul>"
        for cell in (items, items.replace(" (the tool)", "")):
            text = page(self.TABLE.replace("Kubernetes 1.20, Helm 3", cell), self.SAID)
            is_read = cell != items
            assert (verdict(text, server="1.0", helm="3.2") is Verdict.COMPATIBLE) is is_read
            assert bool(findings(text, "CMP101")) is not is_read

    @pytest.mark.parametrize("cell", ["Kubernetes 1.20 or Helm 3", "Docker 3, Helm 3"])
    def test_what_is_not_clear_is_not_answered(self, cell: str) -> None:
        text = page(self.TABLE.replace("Kubernetes 1.20, Helm 3", cell), self.SAID)
        assert "CMP101" in [finding.code for finding in findings(text)]
        assert verdict(text, server="1.0", helm="3") is Verdict.UNSTATED

    def test_slashes_divide_cells_as_they_divide_the_header(self) -> None:
        text = page(
            "| Server | [Client / Agent versions][v] |\n|---|---|\n| 2.0 | 1.3 → 1.6 / 4.2 → 4.4 |"
            "\n| 1.0 | 1.2 |\n| 0.9 | 1.0 / 1.1 / 4.0 |\n\n[v]: versions.md"
        )
        assert verdict(text, server="2.0", client="1.4", agent="4.3") is Verdict.COMPATIBLE
        assert verdict(text, server="2.0", client="4.3") is Verdict.INCOMPATIBLE
        assert verdict(text, server="2.0", agent="1.4") is Verdict.INCOMPATIBLE
        assert verdict(text, server="1.0", client="1.2", agent="1.2") is Verdict.COMPATIBLE
        assert verdict(text, server="0.9", client="1.0") is Verdict.UNSTATED
        (unread,) = findings(text, "CMP101")
        assert unread.place.line == 11

    def test_a_column_whose_cells_name_nothing_is_about_all(self) -> None:
        table = "| Server | Clients |\n|---|---|\n| 1.0 | 2.0 |"
        text = page(table, "compat: {columns: {Clients: [java, go]}}")
        assert verdict(text, server="1.0", java="2.0") is Verdict.COMPATIBLE
        assert verdict(text, server="1.0", go="2.0") is Verdict.COMPATIBLE


class TestSharedColumns:
    """Two components in a header and in the cells below it, divided by slashes."""

    TABLE = "| Server | Kubernetes / OpenShift |\n|---|---|\n| 1.0 | 1.33 → 1.36 / 4.20 → 4.22 |\n"

    def test_each_component_has_its_share(self) -> None:
        text = page(self.TABLE)
        assert verdict(text, server="1.0", kubernetes="1.34") is Verdict.COMPATIBLE
        assert verdict(text, server="1.0", kubernetes="4.21") is Verdict.INCOMPATIBLE
        assert verdict(text, server="1.0", openshift="4.21") is Verdict.COMPATIBLE
        assert verdict(text, server="1.0", openshift="1.34") is Verdict.INCOMPATIBLE

    def test_a_header_that_is_a_link_is_divided_too(self) -> None:
        text = page(self.TABLE.replace("Kubernetes / OpenShift", "[Kubernetes / OpenShift][s]"))
        (table,) = tables(text)
        assert table.components == ("kubernetes", "openshift")

    def test_each_share_has_its_place(self) -> None:
        (table,) = tables(page(self.TABLE))
        assert [(cell.raw, cell.place.column) for cell in table.rows[0].cells] == [
            ("1.33 → 1.36", 9),
            ("4.20 → 4.22", 23),
        ]

    def test_a_cell_without_a_slash_is_about_both(self) -> None:
        text = page(f"{self.TABLE}| 2.0 | 5.0 |")
        for id_ in ("kubernetes", "openshift"):
            assert verdict(text, server="2.0", **{id_: "5.0"}) is Verdict.COMPATIBLE

    def test_other_numbers_of_shares_are_not_understood(self) -> None:
        text = page(f"{self.TABLE}| 2.0 | 1.36 / 1.37 / 4.22 |")
        assert "CMP101" in [finding.code for finding in findings(text)]
        assert verdict(text, server="2.0", kubernetes="1.36") is Verdict.UNSTATED

    def test_slashes_of_addresses_divide_nothing(self) -> None:
        cell = "[1.33](https://example.org/1) / [4.20](https://example.org/4)"
        text = page(f"{self.TABLE}| 2.0 | {cell} |")
        assert verdict(text, server="2.0", kubernetes="1.33") is Verdict.COMPATIBLE
        assert verdict(text, server="2.0", openshift="4.20") is Verdict.COMPATIBLE


class TestTrouble:
    """Tables of what does not work are never taken for what does."""

    TABLE = "| Server | Client |\n|---|---|\n| 1.0 | 2.0 |"

    @pytest.mark.parametrize(
        "above",
        [
            "The following lists known compatibility issues of the server.",
            "## Known issues",
            "## Incompatible clients",
            "The table below shows clients that are not compatible:",
            "These are fine.\n\nThe following clients do not work with it.",
            "The server is incompatible with:",
        ],
    )
    def test_are_not_read_and_said_to_be_so(self, above: str) -> None:
        text = page(f"{above}\n\n{self.TABLE}")
        assert tables(text) == []
        (finding,) = findings(text)
        assert finding.code == "CMP110"
        assert "does not work together" in finding.message

    @pytest.mark.parametrize(
        "above",
        [
            "To avoid compatibility issues, use the following versions.",
            "The following versions work. Versions that are not listed do not work.",
            "The following lists both compatible and incompatible versions.",
            "## Compatibility",
            "Older servers are not compatible with newer clients:",
            "| Known | Issues |\n|---|---|\n| not | compatible |",
            "The following clients do not work.\n## Those that work",
        ],
    )
    def test_others_are(self, above: str) -> None:
        assert len(tables(page(f"{above}\n\n{self.TABLE}"))) == 1

    def test_the_author_has_the_last_word(self) -> None:
        said = "compat: {tables: {known-issues: {verdict: incompatible}}}"
        text = page(f"## Known issues\n\n{self.TABLE}", said)
        assert findings(text) == ()
        assert verdict(text, server="1.0", client="2.0") is Verdict.INCOMPATIBLE


def test_variants_of_one_version_are_all_meant_where_rows_count_as_a_whole() -> None:
    table = "| Server | Build | Client |\n|---|---|---|\n| 1.0 | GCC | 2.0 |\n| 1.0 | Clang | 2.1 |"
    assert [each.code for each in findings(page(table))] == ["CMP201"]
    text = page(table, "compat: {tables: {server: {together: true}}}")
    assert findings(text) == ()
    for client in ("2.0", "2.1"):
        assert verdict(text, server="1.0", client=client) is Verdict.COMPATIBLE
    assert verdict(text, server="1.0", client="2.2") is Verdict.INCOMPATIBLE


class TestRequirements:
    """Tables that say what the subject needs, and of none of its versions."""

    TABLE = """
| Node.js | Supported | Remarks |
| --- | --- | --- |
| 22.x | ✓ | |
| 20.x | ⚠ | Until the end of the year. |
| < 20 | ✗ | |
"""
    SAID = "compat: {layout: requirements, subject: console}"

    @pytest.mark.parametrize(
        ("node", "expected"),
        [
            ("22.1.0", Verdict.COMPATIBLE),
            ("20.9.0", Verdict.PARTIAL),
            ("18.0.0", Verdict.INCOMPATIBLE),
            ("23.0.0", Verdict.UNSTATED),
        ],
    )
    def test_holds_for_every_version_of_the_subject(self, node: str, expected: Verdict) -> None:
        text = page(self.TABLE, self.SAID)
        for console in ("1.0.0", "7.4"):
            assert verdict(text, console=console, node_js=node) is expected

    def test_without_a_status_each_row_is_one_more_that_works(self) -> None:
        text = page(
            "| Minimum CSI | K8s |\n| --- | --- |\n| 1.2 | 1.20 |\n| 1.5 | 1.24 |", self.SAID
        )
        assert verdict(text, console="3.0", k8s="1.24.3") is Verdict.COMPATIBLE
        assert verdict(text, console="3.0", k8s="1.22.0") is Verdict.UNSTATED
        assert verdict(text, console="3.0", csi="1.3") is Verdict.COMPATIBLE
        assert verdict(text, console="3.0", csi="1.1") is Verdict.UNSTATED

    def test_what_is_below_a_minimum_does_not_work(self) -> None:
        text = page(
            "| Minimum CSI | Minimum K8s | Part |\n| --- | --- | --- |\n| 1.2 | 1.20 | A |\n"
            "| 1.3 | 1.20 | B |",
            self.SAID,
        )
        assert verdict(text, console="3.0", k8s="1.19.7") is Verdict.INCOMPATIBLE
        assert verdict(text, console="3.0", csi="1.2.0") is Verdict.COMPATIBLE
        assert verdict(text, console="3.0", csi="1.1.0") is Verdict.INCOMPATIBLE

    def test_needs_a_column_of_versions(self) -> None:
        text = page("| Part | Size |\n| --- | --- |\n| Disk | large |\n", self.SAID)
        (finding,) = findings(text)
        assert "read as requirements, but no column of it holds versions" in finding.message


class TestBoundsFirst:
    """One end of a range in the first column."""

    def test_the_rows_are_about_the_other_column(self) -> None:
        table = "| Minimum Kubernetes | Operator |\n| --- | --- |\n| 1.20 | 1.x |\n| 1.24 | 2.x |"
        text = page(table)
        assert verdict(text, operator="1.4.0", kubernetes="1.26") is Verdict.COMPATIBLE
        assert verdict(text, operator="2.4.0", kubernetes="1.22") is Verdict.INCOMPATIBLE

    def test_without_another_column_the_table_is_not_read(self) -> None:
        table = (
            "| Minimum Kubernetes | Minimum Helm |\n| --- | --- |\n| 1.20 | 3.1 |\n| 1.24 | 3.4 |"
        )
        text = page(table)
        assert not tables(text)
        assert any(
            "gives one end of a range, and no other one" in f.message for f in findings(text)
        )

    def test_both_ends_make_a_subject(self) -> None:
        table = (
            "| Min Kubernetes | Max Kubernetes | Operator |\n| - | - | - |\n| 1.20 | 1.23 | 1.x |"
        )
        assert verdict(page(table), operator="1.4.0", kubernetes="1.22") is Verdict.COMPATIBLE


def test_a_range_with_a_hyphen_tells_what_other_hyphens_of_its_column_mean() -> None:
    table = "| Client | Server |\n|---|---|\n| 1.0.0 | 1.0.0-2.1.0 |\n| 2.x | 1.0.0-2.x |"
    text = page(table)
    assert verdict(text, client="1.0.0", server="1.5.0") is Verdict.COMPATIBLE
    assert verdict(text, client="1.0.0", server="2.2.0") is Verdict.INCOMPATIBLE
    alone = page(table.replace("1.0.0-2.x", "2.0.0"))
    assert "CMP101" in [finding.code for finding in findings(alone)]
    assert verdict(alone, client="1.0.0", server="1.5.0") is Verdict.UNSTATED
