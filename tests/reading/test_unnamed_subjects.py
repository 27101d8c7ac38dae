"""First headers such as *Version*: of the page, the author's word, or what headings tell."""

from __future__ import annotations

import pytest

from mkdocs_compat.model.verdict import Verdict
from tests.reading.reader import findings
from tests.reading.test_layouts import tables, verdict

HEAD = "| Version | Connector |\n| --- | --- |\n"


def page(one: str, other: str, front_matter: str = "compat: true", head: str = HEAD) -> str:
    return (
        f"---\n{front_matter}\n---\n\n# Connector for databases\n\n## {one}\n\n"
        f"{head}| 3.1 | 1.0 |\n| 3.2 | 1.1 |\n\n## {other}\n\n{head}| 3.x | 1.2 |\n| 4.x | 1.3 |\n"
    )


def test_headings_that_name_two_things_are_not_read_as_one() -> None:
    text = page("Postgres", "MariaDB")
    assert tables(text) == []
    found = findings(text, "CMP104")
    assert len(found) == 2
    assert "'Postgres'" in found[0].message
    assert "'MariaDB'" in found[0].message
    assert "postgres: {subject: postgres}" in found[0].help


def test_what_the_author_says_settles_it() -> None:
    said = "compat: {tables: {postgres: {subject: postgres}, mariadb: {subject: mariadb}}}"
    text = page("Postgres", "MariaDB", said)
    assert [table.subject for table in tables(text)] == ["postgres", "mariadb"]
    assert verdict(text, postgres="3.1", connector="1.2") is Verdict.INCOMPATIBLE
    assert verdict(text, mariadb="3.1", connector="1.2") is Verdict.COMPATIBLE
    assert not findings(text, "CMP104")


def test_one_subject_for_all_of_them_can_be_said() -> None:
    text = page("Postgres", "MariaDB", "compat: {subject: server}")
    assert [table.subject for table in tables(text)] == ["server", "server"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Current versions", "Older versions"),
        ("Supported releases", "Databases: end of life"),
        ("Compatibility", "Postgres"),
        ("Requirements", "Previous requirements"),
    ],
)
def test_headings_that_tell_of_times_and_support_are_about_the_page(one: str, other: str) -> None:
    text = page(one, other)
    assert {table.subject for table in tables(text)} == {"connector-for-databases"}


def test_headers_that_name_something_are_believed() -> None:
    text = page("Postgres", "MariaDB", head="| Server version | Connector |\n| --- | --- |\n")
    assert [table.subject for table in tables(text)] == ["server", "server"]


def test_tables_that_share_no_row_are_about_the_page() -> None:
    text = page("Postgres", "MariaDB").replace("| 3.x |", "| 5.x |")
    assert len(tables(text)) == 2


def test_tables_about_other_components_are_about_the_page() -> None:
    text = page("Postgres", "MariaDB").replace("| Connector |", "| Driver |", 1)
    assert len(tables(text)) == 2
