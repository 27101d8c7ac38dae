"""`mkdocs-compat ask`: what a set of versions is worth, and why."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from mkdocs_compat.command_line.failing import USAGE, UnusableInputError
from mkdocs_compat.command_line.products import (
    Where,
    choose,
    id_of,
    products_of,
)
from mkdocs_compat.command_line.unread import warn_of_unread
from mkdocs_compat.errors import CompatError
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.publishing.reports.answer_json import write_answer_json, write_lost_json
from mkdocs_compat.publishing.reports.answer_text import plainly, write_answer, write_lost
from mkdocs_compat.publishing.reports.answered import Answered
from mkdocs_compat.reasoning.answer import Answer, Group, Open, Pair
from mkdocs_compat.reasoning.compatibility import Compatibility

_WORKS, _FAILS, _UNSTATED = 0, 1, 3

_STATUS = {
    Verdict.COMPATIBLE: _WORKS,
    Verdict.PARTIAL: _WORKS,
    Verdict.UNTESTED: _UNSTATED,
    Verdict.UNSTATED: _UNSTATED,
    Verdict.CONFLICTING: _FAILS,
    Verdict.INCOMPATIBLE: _FAILS,
}

# The worse an exit status is, the later it stands.
_WORSE = (_WORKS, _UNSTATED, _FAILS)

_COLOURS = {
    Verdict.COMPATIBLE: "green",
    Verdict.PARTIAL: "yellow",
    Verdict.UNTESTED: "yellow",
    Verdict.UNSTATED: "blue",
    Verdict.CONFLICTING: "magenta",
    Verdict.INCOMPATIBLE: "red",
}


@dataclass(frozen=True, slots=True)
class _Item:
    """One argument: a component as it was named, and its versions; none leave it open."""

    name: str
    versions: tuple[str, ...]


@click.command()
@click.option("-f", "--config-file", type=click.Path(path_type=Path), help="The site's mkdocs.yml.")
@click.option("--page", type=click.Path(path_type=Path), help="Ask this page alone.")
@click.option(
    "--from", "file", type=click.Path(path_type=Path), help="Ask a published compat.json."
)
@click.option("--product", help="Id of the product, where there are several.")
@click.option("--drop", metavar="COMPONENT=VERSION", help="Say what stops working without it.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.argument("question", nargs=-1, metavar="COMPONENT[=VERSION,...]...")
def ask(
    question: tuple[str, ...],
    form: str,
    product: str | None,
    drop: str | None,
    **where: Path | None,
) -> None:
    """Say what a set of versions is worth, and why.

    server=0.9.3,0.9.2 asks about two servers side by side; agent= asks which agents go with them.
    server=0.9.3 by itself asks what goes with it, of every component that is related to it.

    Exit status: 0 they work together, perhaps with a limit; 1 they do not, or what is said
    disagrees; 3 unstated or untested; 2 the question or what it is asked of could not be read.
    """
    items = [_read(argument) for argument in ((drop,) if drop is not None else question)]
    _refuse_what_cannot_be(items, question, drop)
    if where["file"] is not None and (where["page"] or where["config_file"]):
        raise click.UsageError("--from is asked by itself: leave out --page and --config-file")
    try:
        found = products_of(Where(**where))
        chosen = choose(found.products, product, (item.name for item in items))
        asked = [(id_of(item.name, chosen), item.versions) for item in items]
        warn_of_unread(found.unread)
        if drop is not None:
            _drop(chosen, asked[0][0], drop.partition("=")[2].strip(), form)
        else:
            _answer(chosen, asked, form)
    except CompatError as error:
        raise UnusableInputError(error) from error


def _read(argument: str) -> _Item:
    """Read `server=0.9.3,0.9.2`; `agent`, `agent=` and `agent=?` leave the agent open."""
    name, _, versions = argument.partition("=")
    if not name.strip():
        raise click.UsageError(f"{argument!r} names no component: expected server=0.9.3")
    if versions.strip() in ("", "?"):
        return _Item(name.strip(), ())
    texts = tuple(text.strip() for text in versions.split(","))
    if not all(text.strip("= ") for text in texts):
        raise click.UsageError(f"{argument!r} has an empty version between its commas")
    return _Item(name.strip(), texts)


def _refuse_what_cannot_be(
    items: Sequence[_Item], question: Sequence[str], drop: str | None
) -> None:
    if drop is not None and question:
        raise click.UsageError("--drop is a question of its own: leave out the other versions")
    if drop is not None and not items[0].versions:
        raise click.UsageError("--drop needs a version: expected --drop server=2018.1")
    if not any(item.versions for item in items):
        raise click.UsageError("no version is given: expected something like server=0.9.3 agent=")


def _answer(product: Product, items: Iterable[tuple[str, tuple[str, ...]]], form: str) -> None:
    given: dict[str, tuple[str, ...]] = {}
    left_open: dict[str, None] = {}
    for id_, versions in items:
        if versions:
            given[id_] = given.get(id_, ()) + versions
        else:
            left_open[id_] = None
    for id_ in left_open:
        if id_ in given:
            raise click.UsageError(f"{id_!r} is both given and left open")
    compatibility = Compatibility(product)
    answered = _answered(compatibility, given, tuple(left_open))
    if form == "json":
        click.echo(write_answer_json(answered))
    else:
        click.echo(write_answer(answered, _paint if _is_coloured() else plainly))
    raise SystemExit(_status(compatibility, given, answered))


def _answered(
    compatibility: Compatibility, given: dict[str, tuple[str, ...]], left_open: tuple[str, ...]
) -> Answered:
    answer = compatibility.ask(given)
    if answer.problems:
        return Answered(compatibility.product, answer)
    opens: dict[str, Open | None] = {id_: compatibility.open(given, id_) for id_ in left_open}
    if not opens and sum(map(len, given.values())) == 1:
        opens = dict(_what_goes_with(compatibility, given))
    if answer.verdict in (None, Verdict.COMPATIBLE):
        return Answered(compatibility.product, answer, opens)
    fixes, standings = compatibility.fixes(given), compatibility.standings(given)
    return Answered(compatibility.product, answer, opens, fixes, standings)


def _what_goes_with(
    compatibility: Compatibility, given: dict[str, tuple[str, ...]]
) -> Iterator[tuple[str, Open]]:
    """Yield the components that are related to the only version given, with what goes with it."""
    for component in compatibility.product.components:
        found = compatibility.open(given, component.id) if component.id not in given else None
        if found is not None:
            yield component.id, found


def _status(
    compatibility: Compatibility, given: dict[str, tuple[str, ...]], answered: Answered
) -> int:
    if answered.answer.problems:
        return USAGE
    verdict = answered.answer.verdict
    found = [] if verdict is None else [_STATUS[verdict]]
    for id_, each in answered.opens.items():
        if each is None:
            found.append(_UNSTATED)
        else:
            all_of_it = compatibility.ask({**given, id_: ("any",)})
            found.append(_open_status(each, all_of_it))
    return max(found, key=_WORSE.index, default=_UNSTATED)


def _open_status(found: Open, all_of_it: Answer) -> int:
    """Return how an open component ends; `all_of_it` is the answer for all of its versions."""
    if found.parts:
        return _STATUS[found.parts[0][0]]
    verdicts = {
        verdict for part in all_of_it.parts if _names(part, found) for verdict in _verdicts(part)
    }
    return _FAILS if any(_STATUS[each] == _FAILS for each in verdicts) else _UNSTATED


def _names(part: Pair | Group, found: Open) -> bool:
    return any(asked.component == found.component for asked in part.members)


def _verdicts(part: Pair | Group) -> set[Verdict]:
    return {each.verdict for each in part.split} or {part.verdict}


def _drop(product: Product, component: str, text: str, form: str) -> None:
    compatibility = Compatibility(product)
    lost = compatibility.dropped(component, text)
    if form == "json":
        click.echo(write_lost_json(component, text, lost))
    else:
        named = [(product.component(each.component).name, each) for each in lost]
        click.echo(write_lost(f"{product.component(component).name} {text}", named))
    if lost:
        raise SystemExit(_FAILS)


def _is_coloured() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _paint(text: str, verdict: Verdict) -> str:
    return click.style(text, fg=_COLOURS[verdict], bold=True)
