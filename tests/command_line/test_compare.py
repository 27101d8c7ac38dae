"""`mkdocs-compat compare` and `contains`, from a shell."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from mkdocs_compat.command_line import main


def run(*arguments: str, lines: str = "") -> Result:
    return CliRunner().invoke(main, arguments, input=lines.encode())


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("1.2.3", "1.10.0", "1.2.3 is lower than 1.10.0\n"),
        ("1.0.0", "1.0.0+build", "1.0.0 is equal to 1.0.0+build\n"),
        ("1.0.0", "1.0.0-rc.1", "1.0.0 is higher than 1.0.0-rc.1\n"),
    ],
)
def test_compare(a: str, b: str, words: str) -> None:
    result = run("compare", "-s", "semver", a, b)
    assert (result.output, result.exit_code) == (words, 0)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("compare", "-s", "semver", "1.2", "1.3.0"), "'1.2' is not a semver version"),
        (("compare", "-s", "nonsense", "1", "2"), "'nonsense' is not one of 'semver'"),
        (("compare", "-s", "semver", "1.0.0"), "two arguments are expected"),
        (("compare", "1", "2"), "Missing option"),
        (("contains", "-s", "semver", "3.2"), "two arguments are expected"),
    ],
)
def test_what_cannot_be_answered(arguments: tuple[str, ...], words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.output


def test_lines_of_pairs() -> None:
    result = run("compare", "-s", "semver", "-", lines="1.0.0\t2.0.0\nx\t1.0.0\n2.0.0\t2.0.0\n")
    assert result.output.splitlines() == ["-1", "invalid", "0"]


@pytest.mark.parametrize(
    ("range_text", "version", "word", "status"),
    [
        ("3.2", "3.2.9", "inside", 0),
        ("3.3 ➜ 4.30.3", "4.30.4", "outside", 0),
        ("3.0 ➜ latest", "3.0.0-beta.1", "pre-release", 0),
        ("soon", "3.0.0", "invalid", 2),
        ("3.2", "3.2", "invalid", 2),
    ],
)
def test_contains(range_text: str, version: str, word: str, status: int) -> None:
    result = run("contains", "-s", "semver", range_text, version)
    assert (result.stdout.strip(), result.exit_code) == (word, status)
    assert bool(result.stderr) is (word == "invalid")


def test_contains_says_what_is_invalid() -> None:
    said = run("contains", "-s", "semver", "soon", "3.0.0").stderr
    assert said == "Error: 'soon' is no range of semver versions, as in the cells of a table\n"
    assert "'3.2' is not a semver version" in run("contains", "-s", "semver", "3.2", "3.2").stderr


def test_releases_order_named_versions() -> None:
    order = ("--release", "Camden", "--release", "Dalston")
    result = run("compare", "-s", "named", *order, "Dalston", "Camden")
    assert result.output == "Dalston is higher than Camden\n"


def test_help_and_version() -> None:
    assert "Check the compatibility tables" in run("--help").output
    assert run("--version").output.startswith("mkdocs-compat, version ")
