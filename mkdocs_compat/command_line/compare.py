"""`mkdocs-compat compare` and `contains`: the core's questions, from a shell."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import click

from mkdocs_compat.command_line.failing import USAGE, UnusableInputError
from mkdocs_compat.errors import CompatError, VersionSyntaxError
from mkdocs_compat.ranges import contains as range_contains
from mkdocs_compat.ranges.range import Membership
from mkdocs_compat.versions import SCHEME_NAMES, get_scheme
from mkdocs_compat.versions.scheme import Scheme

_INVALID = "invalid"
_RELATIONS = {-1: "is lower than", 0: "is equal to", 1: "is higher than"}

_scheme_option = click.option(
    "-s",
    "--scheme",
    "scheme_name",
    required=True,
    type=click.Choice(SCHEME_NAMES),
    help="How the versions are read and ordered.",
)
_release_option = click.option(
    "--release",
    "releases",
    multiple=True,
    help="A release of the list that 'named' versions are ordered by, from the oldest on.",
)


@click.command()
@_scheme_option
@_release_option
@click.argument("a")
@click.argument("b", required=False)
def compare(scheme_name: str, releases: tuple[str, ...], a: str, b: str | None) -> None:
    """Say how version A compares to version B, by the strict rules of a scheme.

    With a single '-', read lines of A, a tab and B, and print -1, 0, 1 or 'invalid' for each.
    """
    scheme = _scheme(scheme_name, releases)
    if b is None:
        _batch(a, lambda one, other: _compare_line(scheme, one, other))
        return
    try:
        order = scheme.compare(scheme.parse(a), scheme.parse(b))
    except VersionSyntaxError as error:
        raise UnusableInputError(error) from error
    click.echo(f"{a} {_RELATIONS[order]} {b}")


@click.command()
@_scheme_option
@_release_option
@click.argument("range_text", metavar="RANGE")
@click.argument("version", required=False)
def contains(
    scheme_name: str, releases: tuple[str, ...], range_text: str, version: str | None
) -> None:
    """Say whether a RANGE, as authors write it in cells, holds a VERSION.

    Prints 'inside', 'outside', 'pre-release' (one at the lower edge, which the range does not speak
    of) or 'invalid'. With a single '-', read lines of RANGE, a tab and VERSION.
    """
    scheme = _scheme(scheme_name, releases)
    if version is None:
        _batch(range_text, lambda text, one: _word(range_contains(scheme, text, one)))
        return
    word = _word(range_contains(scheme, range_text, version))
    click.echo(word)
    if word == _INVALID:
        click.echo(_refusal(scheme, range_text, version), err=True)
        raise SystemExit(USAGE)


def _refusal(scheme: Scheme, range_text: str, version: str) -> str:
    """Say what is wrong with a range or a version, of which one is invalid."""
    try:
        scheme.parse(version)
    except VersionSyntaxError as error:
        return f"Error: {error}"
    return (
        f"Error: {range_text!r} is no range of {scheme.name} versions, as in the cells of a table"
    )


def _scheme(name: str, releases: tuple[str, ...]) -> Scheme:
    try:
        return get_scheme(name, releases=releases)
    except CompatError as error:
        raise UnusableInputError(error) from error


def _compare_line(scheme: Scheme, a: str, b: str) -> str:
    try:
        return str(scheme.compare(scheme.parse(a), scheme.parse(b)))
    except VersionSyntaxError:
        return _INVALID


def _word(membership: Membership | None) -> str:
    return _INVALID if membership is None else membership.value


def _batch(argument: str, answer: Callable[[str, str], str]) -> None:
    """Answer every line of standard input."""
    if argument != "-":
        raise click.UsageError("two arguments are expected, or '-' for lines of standard input")
    for first, second in _lines():
        click.echo(answer(first, second))


def _lines() -> Iterator[tuple[str, str]]:
    """Yield both halves of each line; only a line feed ends one, for versions may hold anything."""
    for line in sys.stdin.buffer:
        text = line.decode("utf-8", errors="replace").removesuffix("\n")
        first, _, second = text.partition("\t")
        yield first, second
