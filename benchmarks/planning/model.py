"""The products that plans are made for: any number of components, and of releases of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from mkdocs_compat.model.site import Product
from tests.planning.products import Author, product

IDS = ("server", "agent", "client", "proxy", "tool")


@dataclass(frozen=True)
class Case:
    """A product, and where a plan starts and ends.

    Attributes:
        name: What is printed.
        product: The product.
        start: The version in service of each component.
        target: The version wanted of each.
    """

    name: str
    product: Product
    start: dict[str, list[str]]
    target: dict[str, str]


def rolling(count: int, lines: int) -> Case:
    """Instances one at a time, neighbouring lines side by side, agents behind servers."""
    rules = [{"component": id_, "with": id_, "apart": "1 minor"} for id_ in IDS[:count]]
    listed = [f"1.{line}.0" for line in range(lines)]
    author = _author(count, listed, [*rules, *_behind(count)])
    says = author.says(rolling=IDS[:count])
    return _case(f"{count} x {lines}, rolling", says, listed)


def stopping(count: int, lines: int) -> Case:
    """The same, but each hop is a downtime, so that every line can be jumped to."""
    listed = [f"1.{line}.0" for line in range(lines)]
    product = _author(count, listed, _behind(count)).says()
    return _case(f"{count} x {lines}, with downtime", product, listed)


def lockstep(count: int, lines: int) -> Case:
    """Half of the lines are of another major version, which two components enter together."""
    listed = [f"{major}.{line}.0" for major in (1, 2) for line in range(lines // 2)]
    rules = [{"component": IDS[1], "with": IDS[0], "same": "major"}]
    rules += [{"component": id_, "with": IDS[0], "not-newer": "major"} for id_ in IDS[2:count]]
    return _case(f"{count} x {lines}, in lockstep", _author(count, listed, rules).says(), listed)


def single(releases: int, stops: int) -> Case:
    """One component that must stop at some of its releases."""
    listed = [f"1.{line}.0" for line in range(releases)]
    # A component that no rule speaks of is none; this one goes with every proxy.
    author = _author(1, listed, [{"component": "proxy", "with": "server", "same": "major"}])
    step = releases // stops if stops else releases
    places = range(step // 2, releases, step) if stops else ()
    says = author.says(stops=tuple(author.stop("server", f"1.{place}") for place in places))
    return _case(f"1 x {releases:,}, {stops or 'no'} stops", says, listed)


def _behind(count: int) -> list[dict[str, Any]]:
    return [
        {"component": agent, "with": server, "not-newer": "minor", "behind": "2 minor"}
        for server, agent in pairwise(IDS[:count])
    ]


def _author(count: int, releases: Sequence[str], rules: list[dict[str, Any]]) -> Author:
    listed = {id_: {"scheme": "semver", "releases": list(releases)} for id_ in IDS[:count]}
    return Author(product(listed, rules))


def _case(name: str, made: Product, releases: Sequence[str]) -> Case:
    ids = [component.id for component in made.components if component.releases]
    start = {id_: [releases[0]] for id_ in ids}
    return Case(name, made, start, dict.fromkeys(ids, releases[-1]))
